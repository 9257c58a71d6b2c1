"""Test files are modules of one name each: pytest imports them from folders that are no packages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

TESTS = Path(__file__).parents[1]


def test_no_two_modules_beside_the_tests_have_one_name() -> None:
    # conftest.py is told apart by pytest; __init__.py by its package
    names = Counter(each.name for each in TESTS.rglob("*.py") if each.name not in ("conftest.py", "__init__.py"))
    assert [name for name, count in names.items() if count > 1] == []
