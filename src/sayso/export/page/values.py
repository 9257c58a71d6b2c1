"""What stands on a page for publication. Everything in it is text, to be escaped where it is set into the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a cited page with the words of the claim in it; ``start`` and ``end`` are its code points there."""

    number: str
    before: str
    words: str
    after: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A page in the list of references. ``number`` is what it goes by; ``file`` names it where it has no address."""

    number: int
    outlet: str | None
    authors: str | None
    title: str
    published: str | None
    url: str | None
    file: str | None
    retrieved: str | None
    sha256: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Cite:
    """Where a statement stands: the number of the page and of the quotation there, such as *3b*."""

    page: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a claim: on whose say-so, when, in which words."""

    text: str
    chain: str
    published: str | None
    status: str | None
    quote: Quote
    cite: Cite
    checks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One page owes the claim to another: *3 cites 1*, and why that is thought."""

    later: int | None
    verb: str
    earlier: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """An origin with the pages that go back to it."""

    name: str
    about: str
    certain: bool
    pages: tuple[int, ...]
    links: tuple[Link, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """A claim that stands beside: how it does, what it says, where, and why."""

    verb: str
    text: str | None
    chain: str | None
    cite: Cite | None
    why: str


@dataclass(frozen=True, slots=True)
class Alert:
    """Something to beware of; ``pages`` are the references concerned, in order."""

    kind: str
    why: str
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure on the scale of its series, in hundredths of its width; ``open_`` where it has no end on that side."""

    start: float
    width: float
    point: bool
    open_: bool


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A report of a measured thing."""

    amount: str
    bar: Bar | None
    as_of: str
    chain: str
    used: bool
    notes: tuple[str, ...]
    cite: Cite | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A measured thing with every report of it. ``scale`` has both ends of the bars; none where all are one value."""

    thing: str
    about: str
    scale: tuple[str, str] | None
    rows: tuple[FigureRow, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim with all its reports, origins and what stands beside it."""

    name: str
    text: str
    pages: int
    origins: str | None
    low: int | None
    high: int | None
    why: tuple[str, ...]
    reports: tuple[Report, ...]
    groups: tuple[Origin, ...]
    beside: tuple[Beside, ...]
    alerts: tuple[Alert, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """The page. ``kind`` is claim, cluster or story; ``left_out`` how many claims did not fit."""

    kind: str
    title: str
    standfirst: str
    claims: tuple[Claim, ...]
    figures: tuple[FigureTable, ...]
    references: tuple[Cited, ...]
    left_out: int
    version: str
