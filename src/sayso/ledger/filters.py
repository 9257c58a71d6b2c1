"""The filters that every question to the ledger shares, checked once and as a whole."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeVar, get_args

from sayso.errors import ConfigError
from sayso.ledger.search import Query, all_words, parse_query
from sayso.nouns.claim import Status
from sayso.nouns.days import Interval, parse_interval
from sayso.nouns.folding import clean, fold
from sayso.nouns.measures import Verdict
from sayso.nouns.origins import AlertKind

Sort = Literal["newest", "relevance", "claims", "thing", "pages"]
STATUSES: tuple[str, ...] = get_args(Status)
VERDICTS: tuple[str, ...] = get_args(Verdict)
ALERTS: tuple[str, ...] = get_args(AlertKind)
#: before a name: exactly this one, and not all that have these words
EXACTLY = "="
#: how many independent origins; both inclusive, ``None`` where it is open
Span = tuple[int | None, int | None]

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
    ``sort`` is each question's own: sources those with most claims first, all others the newest.

    ``unit``, ``of``, ``at_least`` and ``at_most`` choose among figures: a figure meets a bound if it can. ``shown_in``
    is a unit into which they are converted, and in which the bounds are meant; what does not convert is left out.
    ``origin`` and ``goal`` choose among movements.

    ``speaker`` is the one speaker of exactly this name (as it is folded), at any place of the chain. An ``outlet`` or
    ``place`` that begins with :data:`EXACTLY` is exactly that one, by its name or its id in the gazetteer.
    ``origins`` is the number of independent origins that the claim surely has, the lowest that it can have; ``alert``
    are kinds of alerts of its cluster. Claims that were not linked meet neither.

    ``document`` is a whole id, ``claim`` the id of a claim in it, ``cluster`` the number of a cluster; each is known.
    """

    query: Query | None = None
    about: Query | None = None
    by: Query | None = None
    speaker: str | None = None
    outlet: str | None = None
    place: str | None = None
    near: Near | None = None
    said: Interval | None = None
    published: Interval | None = None
    status: tuple[str, ...] = ()
    verdict: tuple[str, ...] = ()
    origins: Span | None = None
    alert: tuple[str, ...] = ()
    unit: str | None = None
    shown_in: str | None = None
    of: str | None = None
    at_least: float | None = None
    at_most: float | None = None
    origin: str | None = None
    goal: str | None = None
    limit: int | None = None
    offset: int = 0
    sort: Sort | None = None
    document: str | None = None
    claim: str | None = None
    cluster: int | None = None

    @property
    def about_claims(self) -> bool:
        """Whether anything is asked that only a claim can meet."""
        asked = (self.about, self.by, self.speaker is not None, self.place, self.near, self.said, self.status)
        return any((*asked, self.verdict, self.origins, self.alert))


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


def parse_span(text: str) -> Span:
    """``2``, ``2..3``, ``2..`` or ``..3``.

    Raises:
        ValueError: an end is no whole number, both are open, or the span runs backwards.
    """
    left, dots, right = (part.strip() for part in text.partition(".."))
    if not all(part.isdecimal() and len(part) < 10 for part in (left, right) if part) or not (left or right):
        raise ValueError(f"{text!r} is no number of origins (2, 2..3, 2.. or ..3)")
    low = int(left) if left else None
    high = (int(right) if right else None) if dots else low
    if low is not None and high is not None and low > high:
        raise ValueError(f"{text!r} runs backwards")
    return low, high


def parse_choices(texts: tuple[str, ...], choices: tuple[str, ...]) -> tuple[str, ...]:
    """Some of ``choices``, repeated or separated by commas.

    Raises:
        ValueError: one of them is none of these.
    """
    given = tuple(part.strip() for text in texts for part in text.split(",") if part.strip())
    if unknown := [each for each in given if each not in choices]:
        raise ValueError(f"{unknown[0]!r} is none of: {', '.join(choices)}")
    return given


def parse_number(text: str) -> float:
    """A number with or without commas between its thousands: ``5,000``, ``2.5``, ``1e6``.

    Raises:
        ValueError: it is no number, or none with an end.
    """
    try:
        number = float(text.replace(",", ""))
    except ValueError:
        raise ValueError(f"{text!r} is no number (5,000 or 2.5)") from None
    if not math.isfinite(number):
        raise ValueError(f"{text!r} has no end")
    return number


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
    verdict: tuple[str, ...] = (),
    origins: str | None = None,
    alert: tuple[str, ...] = (),
    unit: str | None = None,
    shown_in: str | None = None,
    of: str | None = None,
    minimum: str | None = None,
    maximum: str | None = None,
    origin: str | None = None,
    goal: str | None = None,
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
        by=all_words(by) if by and not by.startswith(EXACTLY) else None,
        speaker=fold(clean(by.removeprefix(EXACTLY))) if by and by.startswith(EXACTLY) else None,
        outlet=outlet or None,
        place=place or None,
        near=parsed("near", near, parse_near),
        said=parsed("said", said, parse_interval),
        published=parsed("published", published, parse_interval),
        status=parsed("status", status, lambda texts: parse_choices(texts, STATUSES)) or (),
        verdict=parsed("verdict", verdict, lambda texts: parse_choices(texts, VERDICTS)) or (),
        origins=parsed("origins", origins or None, parse_span),
        alert=parsed("alert", alert, lambda texts: parse_choices(texts, ALERTS)) or (),
        unit=unit or None,
        shown_in=shown_in or None,
        of=of or None,
        at_least=parsed("min", minimum, parse_number),
        at_most=parsed("max", maximum, parse_number),
        origin=origin or None,
        goal=goal or None,
        limit=limit,
        offset=offset,
        sort=sort,
    )
    if limit is not None and limit < 0:
        faults.append(f"--limit: {limit} is negative")
    if sort == "relevance" and filters.query is None:
        if query and query.strip():
            # something was typed that no letter is in: there is nothing to rank by
            filters = replace(filters, sort=None)
        else:
            faults.append("--sort relevance: needs a QUERY to be relevant to")
    if faults:
        raise ConfigError("SAY-001", "options", "; ".join(faults), "see the command's --help")
    return filters
