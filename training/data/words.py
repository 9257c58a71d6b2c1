"""The word lists of ``words.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def word_list(name: str) -> frozenset[str]:
    """The words of the list ``name``, in lower case."""
    lists = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
    return frozenset(lists[name])
