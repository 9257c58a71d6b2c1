"""The example pages, read once by the rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.capture import CaptureOptions
from sayso.nouns import Given, Reading
from sayso.pipeline import Item, read_inputs
from sayso.reader.rules import RulesReader


@pytest.fixture(scope="session")
def example_readings(examples: Path) -> tuple[Reading, ...]:
    """The HTML pages of the three stories that ship with the project."""
    pages = sorted(str(path) for path in examples.glob("*/*.html"))
    items = read_inputs(pages, options=CaptureOptions(), given=Given(), reader=RulesReader())
    return tuple(item.reading for item in items if isinstance(item, Item))
