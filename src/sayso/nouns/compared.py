"""Two documents side by side: what they share, what one owes the other, and where they disagree."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun, Range
from sayso.nouns.found import DocumentRef
from sayso.nouns.judged import ActorLink, PageEdge

COMPARED_SCHEMA: Literal["sayso/compared/1"] = "sayso/compared/1"


class Shared(Noun, frozen=True, kw_only=True):
    """A passage that both documents have: the ranges and the words of each."""

    a: Range
    b: Range
    a_text: str
    b_text: str
    words: int
    exact: bool


class Side(Noun, frozen=True, kw_only=True):
    """A claim of one of the documents: its id, its text, and on whose say-so."""

    claim: str
    text: str
    chain: str
    figures: tuple[str, ...] = ()


class Pair(Noun, frozen=True, kw_only=True):
    """Two claims and how they stand to each other; ``by`` is *rule*, *model* or a reviewer.

    ``kind`` is said from ``a`` to ``b``, or the other way round where ``turned`` is true: ``b`` updates ``a``.
    """

    a: Side
    b: Side
    kind: str
    turned: bool
    why: str
    score: float
    by: str


class Compared(Noun, frozen=True, kw_only=True):
    """What ``sayso compare --json`` prints. ``share_a`` is the part of ``a``'s words that stands in ``b``, and so on.

    ``edges`` are the dependences of one on the other; ``pairs`` the claims that say the same, dispute, update or
    support each other, by kind; ``actors`` the speakers that both quote.
    """

    schema: Literal["sayso/compared/1"] = COMPARED_SCHEMA
    a: DocumentRef
    b: DocumentRef
    share_a: float
    share_b: float
    passages: tuple[Shared, ...]
    edges: tuple[PageEdge, ...]
    pairs: tuple[Pair, ...]
    actors: tuple[ActorLink, ...]
