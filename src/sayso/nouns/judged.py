"""What is judged of two pages, two statements or two actors, by rule, by a model or by a reviewer."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.base import Noun, Range

JUDGED_SCHEMA: Literal["sayso/judged/1"] = "sayso/judged/1"

#: how two statements stand to each other; *unsure* is an answer, *unrelated* is never stored
RelationKind = Literal["same", "supports", "contradicts", "updates", "unrelated", "unsure"]
EdgeKind = Literal["cites", "copies", "same-utterance", "agency"]


class Passage(Noun, frozen=True, kw_only=True):
    """Text that two documents share: ``a`` and ``b`` are ranges of their ``document.text``.

    ``words`` is how many words of ``a`` stand in ``b`` in the same order; ``exact`` whether every one does.
    ``quoted_a`` and ``quoted_b`` are how many of these stand inside quotation marks in ``a`` and in ``b``: where both
    are all of them, the passage is what somebody said, and neither page need have it from the other.
    """

    a: Range
    b: Range
    words: int
    exact: bool
    quoted_a: int = 0
    quoted_b: int = 0


class Reuse(Noun, frozen=True, kw_only=True):
    """Text shared by two documents. ``share_a`` is the part of ``a``'s words that stands in ``b``, and so on.

    ``a`` and ``b`` are documents' ids in text order: which of them was first is another question.
    """

    a: str
    b: str
    passages: tuple[Passage, ...]
    share_a: float
    share_b: float
    longest: int


class Reason(Noun, frozen=True, kw_only=True):
    """One thing that speaks for or against a judgement, as a sentence, with its weight in log-odds (signed)."""

    text: str
    weight: float


class Judgement(Noun, frozen=True, kw_only=True):
    """How statement ``a`` stands to statement ``b``; each named by its key, ``document#claim``.

    ``updates``: ``a`` replaces ``b``. ``supports``: ``a`` makes ``b`` likelier. The others are symmetric. ``why`` is
    the deciding reason as a sentence; ``score`` in [0, 1] how sure it is; ``by`` *rule*, *model* or a reviewer.
    """

    a: str
    b: str
    kind: RelationKind
    score: float
    why: str
    by: str = "rule"
    reasons: tuple[Reason, ...] = ()


class PageEdge(Noun, frozen=True, kw_only=True):
    """A page depends on another one: ``from`` the later to the earlier (documents' ids).

    ``claims`` are pairs (claim of the later, claim of the earlier page) that the edge holds for; none means that it
    holds for all that both pages share.
    """

    from_: str = msgspec.field(name="from")
    to: str
    kind: EdgeKind
    why: str
    score: float
    claims: tuple[tuple[str, str], ...] = ()


class ActorLink(Noun, frozen=True, kw_only=True):
    """Whether two actors (``document#entity``) are one: never a merge, always a judgement that can be undone."""

    a: str
    b: str
    kind: Literal["same", "different", "unsure"]
    score: float
    why: str
    by: str = "rule"


class Review(Noun, frozen=True, kw_only=True):
    """A reviewer's judgement, as the event that it is. ``about`` says of what; ``undoes`` numbers an earlier event.

    For statements: *same* (they belong in one cluster), *different* (never), or another relation; for actors: *same* or
    *different*; for a source: a grade of the Admiralty scale (A-F).
    """

    about: Literal["statements", "actors", "source"]
    a: str
    b: str | None
    kind: str
    why: str | None
    by: str
    at: str
    number: int = 0
    undoes: int | None = None


class Judged(Review, frozen=True, kw_only=True):
    """A review as ``sayso judge --json`` prints it. ``number`` is what ``sayso judge undo`` takes."""

    schema: Literal["sayso/judged/1"] = JUDGED_SCHEMA
