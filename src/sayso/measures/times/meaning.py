"""What a time expression says before anything is reckoned: what the grammar builds and the reckoner reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.measures.times.calendar import Period, Relation

Lead = Literal["last", "next", "this", "previous", "following", "that", "the", "past"]
Cycle = Literal["era", "century", "year", "month", "week", "day"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A stretch of the calendar that needs no anchor: *12 June 2024*, *the 1990s*."""

    period: Period


@dataclass(frozen=True, slots=True)
class Impossible:
    """A date that no calendar has: *30 February*."""

    why: str


@dataclass(frozen=True, slots=True)
class Recur:
    """What comes again in every cycle: *October* in every year, *Tuesday* in every week, *10 p.m.* in every day.

    ``what`` names it and holds its numbers, for example ``("month", 10)``; ``value`` is its TIMEX3 value with the
    unknown parts as X.
    """

    cycle: Cycle
    what: tuple[str | int | None, ...]
    value: str
    lead: Lead | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time. ``low`` and ``high`` are null where the words give no number."""

    unit: str
    low: float | None
    high: float | None
    bare: bool = False
    about: bool = False


@dataclass(frozen=True, slots=True)
class UnitOf:
    """A whole unit told from another: *this week*, *the previous year*."""

    unit: str
    lead: Lead


@dataclass(frozen=True, slots=True)
class Step:
    """So long before or after something: *two days ago*, *a year earlier*, *three days before 5 May*."""

    length: Length
    sign: Literal[-1, 1]
    base: Literal["speech", "mention", "event"] | Expression
    #: *this time a year ago*: the same time of that year rather than any of it
    same: bool = False
    #: *the year-earlier period*
    adjective: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A length that ends or begins at its anchor: *the past three months*, *the next two weeks*."""

    length: Length
    sign: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class FirstOf:
    """The first or the last of something larger: *the first five months of this year*."""

    length: Length
    outer: Expression
    sign: Literal[-1, 1]


@dataclass(frozen=True, slots=True)
class Ref:
    """An unspecified past, present or future. ``soon`` may also be told of the past, and is then none."""

    value: str
    soon: bool = False


@dataclass(frozen=True, slots=True)
class Every:
    """A set: *daily*, *every Tuesday*."""

    value: str


@dataclass(frozen=True, slots=True)
class Within:
    """Something inside something larger: *June* of *last year*, *10 p.m.* of *Wednesday*."""

    inner: Recur
    outer: Expression


@dataclass(frozen=True, slots=True)
class Part:
    """An early, middle or late part: *mid-2017*, *the end of the year*, *earlier this month*."""

    inner: Expression
    relation: Relation | None
    word: str


@dataclass(frozen=True, slots=True)
class Either:
    """Two readings that the words leave open: *03/04/2017*. The first is the likelier."""

    first: Expression
    second: Expression
    score: float
    why: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another: *2018 to 2020*. Offsets are those of the two halves in the text."""

    first: Expression
    last: Expression
    ends: tuple[tuple[int, int], tuple[int, int]]


Expression = (
    Fixed
    | Impossible
    | Recur
    | Length
    | UnitOf
    | Step
    | Stretch
    | FirstOf
    | Ref
    | Every
    | Within
    | Part
    | Either
    | Span
)
