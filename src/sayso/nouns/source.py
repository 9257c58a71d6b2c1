"""A source's grade and its record: what people think of it, and what other pages make of its claims."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun

GradeLetter = Literal["A", "B", "C", "D", "E", "F"]


class Grade(Noun, frozen=True, kw_only=True):
    """A reliability that somebody gave a source, on the Admiralty scale: *A* completely reliable, *F* cannot be judged.

    It is about the source and not about any claim, and is never worked out. ``number`` is what ``sayso judge undo``
    takes; ``undone`` is true of a grade that was taken back.
    """

    grade: GradeLetter
    why: str | None
    by: str
    at: str
    number: int
    undone: bool = False


class Record(Noun, frozen=True, kw_only=True):
    """How many of a source's claims others contradict, and how many a later statement replaces.

    ``updated`` are those that changed or grew, ``corrected`` those that the later statement takes back. A contradiction
    says nothing of who is right. A claim that is carried by ten pages counts once.
    """

    contradicted: int
    updated: int
    corrected: int


class Entry(Noun, frozen=True, kw_only=True):
    """One thing on a source's record. ``claim`` is its own, ``other`` the one that contradicts or replaces it.

    Both are ``document#claim``. ``itself`` is true where the source said the other one too.
    """

    kind: Literal["contradicted", "updated", "corrected"]
    itself: bool
    claim: str
    text: str
    source: str
    published: str | None
    other: str
    other_text: str
    other_speaker: str | None
    other_outlet: str | None
    other_source: str
    other_published: str | None
    why: str
    score: float
    by: str
