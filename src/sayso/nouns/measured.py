"""A claim with all that is measured in it in full, for whoever takes it out of the ledger."""

from __future__ import annotations

from typing import Any

import msgspec

from sayso.nouns.base import Noun
from sayso.nouns.found import FoundClaim, When, Where
from sayso.nouns.measures import Quantity


class Region(Where, frozen=True, kw_only=True):
    """A place with its region: GeoJSON of what is no point (WGS84, longitude before latitude)."""

    geometry: dict[str, Any] | None


class Route(Noun, frozen=True, kw_only=True):
    """Who moves from where to where; ``by`` is who moves them, ``direction`` says where to where no place is named."""

    who: str | None
    from_: Region | None = msgspec.field(name="from")
    to: Region | None
    via: tuple[Region, ...]
    by: str | None
    direction: str | None


class MeasuredClaim(Noun, frozen=True, kw_only=True):
    """A claim and its figures, times, places and movement."""

    claim: FoundClaim
    figures: tuple[Quantity, ...]
    times: tuple[When, ...]
    places: tuple[Region, ...]
    movement: Route | None
