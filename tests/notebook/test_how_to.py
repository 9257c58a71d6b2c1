"""The page on notebooks shows what happens."""

from __future__ import annotations

import doctest
import re
from pathlib import Path
from typing import Any

import sayso

PAGE = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "notebook.md"


def test_the_first_example_is_drawn_as_shown() -> None:
    page = PAGE.read_text(encoding="utf-8")
    code, drawn = (re.search(rf"```{kind}\n(.+?)```", page, re.DOTALL) for kind in ("python", "text"))
    assert code is not None
    assert drawn is not None
    names: dict[str, Any] = {}
    exec(code[1], names)
    assert " ".join(drawn[1].split()) in " ".join(str(names["reading"]).split())


def test_the_examples_of_the_package_hold() -> None:
    found = doctest.testmod(sayso)
    assert found.attempted > 0
    assert found.failed == 0
