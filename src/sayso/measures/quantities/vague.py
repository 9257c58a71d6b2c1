"""Vague numbers by the convention that the settings choose: a table of the lexicon, editable."""

from __future__ import annotations

import functools
import os
from dataclasses import dataclass

from sayso.config import Settings
from sayso.errors import ConfigError
from sayso.lexicon import load
from sayso.measures.quantities.words import Words

_VARIABLE = Settings.variable("vague_numbers")


@dataclass(frozen=True, slots=True)
class Row:
    """What a convention takes a vague number for. ``high`` is null where it has no upper bound."""

    low: int
    high: int | None
    alone: str  # true; false: only before a scale; people: only of persons


@functools.cache
def table(convention: str) -> dict[str, Row]:
    """The rows of one convention by their words.

    Raises:
        ConfigError: SAY-001, lexicon/vague.yaml has no such convention.
    """
    known = load("vague.yaml")["conventions"]
    if convention not in known:
        raise ConfigError("SAY-001", "SAYSO_VAGUE_NUMBERS", f"{convention!r} is not one of {', '.join(sorted(known))}")
    return {
        str(row["words"]): Row(row["low"], row["high"], str(row.get("alone", True)).lower())
        for row in known[convention]["rows"]
    }


def chosen() -> str:
    """The convention that is set."""
    return _chosen(os.environ.get(_VARIABLE, ""))


@functools.cache
def _chosen(text: str) -> str:
    return Settings.load({_VARIABLE: text}).vague_numbers


def vague_at(words: Words, at: int) -> tuple[int, Row] | None:
    """The longest vague number that begins at a word: where it ends, and its row."""
    rows = table(chosen())
    return next(((at + taken, rows[phrase]) for taken, phrase in words.prefixes(at, 4) if phrase in rows), None)
