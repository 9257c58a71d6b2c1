"""A measured thing with every report of it, and what a policy makes of the reports."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.base import Noun
from sayso.nouns.claim import Status

SERIES_SCHEMA: Literal["sayso/series/1"] = "sayso/series/1"


class AsOf(Noun, frozen=True, kw_only=True):
    """The days that a figure is true of. ``by`` says how that is known.

    *claim*: the claim speaks of that time; *said*: that is when it was said; *published*: nothing but the page's date
    is known. ISO 8601 days, both inclusive.
    """

    from_: str | None = msgspec.field(name="from")
    to: str | None
    by: Literal["claim", "said", "published"]


class Assumed(Noun, frozen=True, kw_only=True):
    """Something of the measured thing that was taken from the page because the claim does not say it.

    *what* is counted, what it is *about*, or *where*. Of what is counted too little is then known for a number to rest
    on it.
    """

    kind: Literal["what", "about", "where"]
    why: str


class Report(Noun, frozen=True, kw_only=True):
    """One report of a measured thing: a figure in one claim of one page.

    ``key`` is ``document#figure``, ``claim`` is ``document#claim``. ``low`` and ``high`` are in the unit of the series
    and null where open; ``stated`` is the amount in the unit of the page where that is another. ``chain`` is its
    say-so in words, ``speaker`` the innermost speaker. ``cluster`` and ``origin`` are null until claims are linked
    across pages.
    """

    key: str
    claim: str
    low: float | int | None
    high: float | int | None
    approximate: bool
    text: str
    stated: str | None
    of: str | None
    as_of: AsOf | None
    published: str | None
    status: Status
    derived: bool
    speaker: str | None
    chain: str
    outlet: str | None
    document: str
    source: str
    cluster: str | None = None
    origin: str | None = None
    assumed: tuple[Assumed, ...] = ()


class LeftOut(Noun, frozen=True, kw_only=True):
    """A report that a view does not rest on, and why."""

    report: str
    why: str


class View(Noun, frozen=True, kw_only=True):
    """What a policy makes of the reports: one view of several, never the truth.

    ``low``, ``best`` and ``high`` are null where the policy gives none. ``rests_on`` and ``left_out`` together are all
    reports of the series; ``why`` says how the numbers came about.
    """

    policy: str
    low: float | int | None
    best: float | int | None
    high: float | int | None
    rests_on: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    why: tuple[str, ...]


class Series(Noun, frozen=True, kw_only=True):
    """Every report of one measured thing, as ``sayso figures --series --json`` prints it, the earliest first.

    ``thing`` is what is counted or measured, ``definition`` what it counts as (*killed* is not *casualties*), ``where``
    the place, ``unit`` that of all figures. ``apart`` says which near things were kept out of it.
    """

    schema: Literal["sayso/series/1"] = SERIES_SCHEMA
    thing: str
    definition: str | None
    where: str | None
    unit: str | None
    reports: tuple[Report, ...]
    view: View
    apart: tuple[str, ...] = ()
