"""A claim: what is claimed, on whose say-so, with its measures."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.base import Noun

Status = Literal["asserted", "hedged", "denied", "planned", "hypothetical", "asked"]


class Movement(Noun, frozen=True, kw_only=True):
    """Somebody or something that changes place. ``from``, ``to`` and ``via`` are ids of places."""

    who: str | None
    from_: str | None = msgspec.field(name="from")
    to: str | None
    via: tuple[str, ...] = ()
    by: str | None = None
    direction: str | None = None


class Claim(Noun, frozen=True, kw_only=True):
    """One claim. ``chain`` runs from the innermost speaker outwards; the document's own outlet is implied.

    A claim of the writer's own has ``attribution`` null and an empty chain.
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
