"""The filters that every question to the ledger shares, checked once and as a whole."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from sayso.errors import ConfigError
from sayso.ledger.intervals import Interval, parse_interval
from sayso.ledger.search import Query, all_words, parse_query
from sayso.nouns.claim import Status

Sort = Literal["newest", "relevance", "claims"]
STATUSES: tuple[str, ...] = get_args(Status)

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Near:
    """A circle on the globe: degrees (WGS84) and kilometres."""

    lat: float
    lon: float
    km: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What is asked. ``None`` everywhere asks for all of it; filters narrow each other.

    ``about`` looks in the claim and in the names of what it speaks of, ``by`` at any speaker of its chain. ``said`` and
    ``published`` hold where the intervals overlap; what has no date does not match. No ``limit``, or 0, is no limit. No
    ``sort`` is each question's own: claims and documents the newest first, sources those with most claims.
    """

    query: Query | None = None
    about: Query | None = None
    by: Query | None = None
    outlet: str | None = None
    place: str | None = None
    near: Near | None = None
    said: Interval | None = None
    published: Interval | None = None
    status: tuple[str, ...] = ()
    limit: int | None = None
    offset: int = 0
    sort: Sort | None = None

    @property
    def about_claims(self) -> bool:
        """Whether anything is asked that only a claim can meet."""
        return bool(self.about or self.by or self.place or self.near or self.said or self.status)


def parse_near(text: str) -> Near:
    """``LAT,LON,KM``.

    Raises:
        ValueError: these are not three numbers, or not on the globe.
    """
    try:
        lat, lon, km = (float(part) for part in text.split(","))
    except ValueError:
        raise ValueError("write it as LAT,LON,KM (32.9,13.2,50)") from None
    if not (math.isfinite(km) and abs(lat) <= 90 and abs(lon) <= 180 and km >= 0):
        raise ValueError("latitude is within 90, longitude within 180 degrees, and the distance not negative")
    return Near(lat, lon, km)


def parse_statuses(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Statuses, repeated or separated by commas.

    Raises:
        ValueError: one of them is no status.
    """
    given = tuple(part.strip() for text in texts for part in text.split(",") if part.strip())
    if unknown := [each for each in given if each not in STATUSES]:
        raise ValueError(f"{unknown[0]!r} is none of: {', '.join(STATUSES)}")
    return given


def make_filters(
    *,
    query: str | None = None,
    about: str | None = None,
    by: str | None = None,
    outlet: str | None = None,
    place: str | None = None,
    near: str | None = None,
    said: str | None = None,
    published: str | None = None,
    status: tuple[str, ...] = (),
    limit: int | None = None,
    offset: int = 0,
    sort: Sort | None = None,
) -> Filters:
    """The filters from what was typed.

    Raises:
        ConfigError: SAY-001, naming every value that cannot be used.
    """
    faults: list[str] = []

    def parsed(name: str, text: Any, parse: Callable[[Any], V]) -> V | None:
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError as fault:
            faults.append(f"--{name}: {fault}")
            return None

    filters = Filters(
        query=parse_query(query) if query else None,
        about=all_words(about) if about else None,
        by=all_words(by) if by else None,
        outlet=outlet or None,
        place=place or None,
        near=parsed("near", near, parse_near),
        said=parsed("said", said, parse_interval),
        published=parsed("published", published, parse_interval),
        status=parsed("status", status, parse_statuses) or (),
        limit=limit,
        offset=offset,
        sort=sort,
    )
    if limit is not None and limit < 0:
        faults.append(f"--limit: {limit} is negative")
    if sort == "relevance" and filters.query is None:
        faults.append("--sort relevance: needs a QUERY to be relevant to")
    if faults:
        raise ConfigError("SAY-001", "options", "; ".join(faults), "see the command's --help")
    return filters
