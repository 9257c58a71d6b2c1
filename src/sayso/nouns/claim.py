"""A claim: what is claimed, on whose say-so, with its measures."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.attribution import Hedge
from sayso.nouns.base import Noun, Range

Status = Literal["asserted", "hedged", "denied", "planned", "hypothetical", "asked"]


class Movement(Noun, frozen=True, kw_only=True):
    """Somebody or something that changes place. ``from``, ``to`` and ``via`` are ids of places."""

    who: str | None
    from_: str | None = msgspec.field(name="from")
    to: str | None
    via: tuple[str, ...] = ()
    by: str | None = None
    direction: str | None = None


class Certainty(Noun, frozen=True, kw_only=True):
    """How sure of a claim its parties are, by their words.

    ``source`` is whoever says it: what they weaken themselves (*may*, *believes*); null for a claim of the writer's
    own. ``writer`` is whoever passes it on, the writer and the outer hops of the chain: *allegedly*, *is said to*.
    ``negation`` is the word that turns the claim's main clause round, null where it is affirmative. ``factuality`` is
    what a trained reader gives the main predicate: -3 certainly did not happen, +3 certainly did.
    """

    source: Hedge | None
    writer: Hedge
    negation: str | None
    factuality: float | None = None


class Edit(Noun, frozen=True, kw_only=True):
    """One thing that a claim's text has otherwise than the page.

    ``was`` words of the page, ``now`` those of the claim (null where nothing stands for them). ``span`` is where words
    that were brought in from outside the content stand in the document.
    """

    kind: Literal["dropped", "joined", "changed", "supplied", "glossed"]
    was: str | None
    now: str | None
    span: Range | None = None


class Claim(Noun, frozen=True, kw_only=True):
    """One claim. ``chain`` runs from the innermost speaker outwards; the document's own outlet is implied.

    A claim of the writer's own has ``attribution`` null and an empty chain. ``form`` is *fragment* where ``text`` could
    not be made a sentence; ``edits`` are what was done to the words of the page to make ``text``, in text order.
    """

    id: str
    text: str
    start: int
    end: int
    attribution: str | None
    chain: tuple[str, ...]
    status: Status
    quantities: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    movement: Movement | None = None
    form: Literal["sentence", "fragment"] = "sentence"
    certainty: Certainty | None = None
    edits: tuple[Edit, ...] = ()
