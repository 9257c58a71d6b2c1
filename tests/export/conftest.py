"""The ledger that most formats are tried on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from carried_pages import carried
from sayso.ledger import Ledger


@pytest.fixture(scope="package")
def ledger(examples: Path) -> Iterator[Ledger]:
    """Opened once for all of them; nobody writes to it."""
    with carried(examples) as opened:
        yield opened
