"""A statement: one claim as one page makes it, with all that decides whether another page says the same."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.attribution import Manner, SourceKind
from sayso.nouns.base import Noun, Range
from sayso.nouns.claim import Status
from sayso.nouns.document import Author, Link
from sayso.nouns.measures import Change
from sayso.nouns.mention import EntityType


class Credit(Noun, frozen=True, kw_only=True):
    """An agency or outlet that a page owes text to, where it says so, and in which words."""

    name: str
    where: Literal["byline", "dateline", "credit-line", "title", "link"]
    text: str


class Page(Noun, frozen=True, kw_only=True):
    """What is known of the page that a statement stands on.

    ``host`` is the site's name without ``www.``; ``first``/``last`` the interval of moments in UTC that the date of
    publication can mean (ISO 8601, null where the page has no date); ``credits`` the names of agencies that the page
    owes its text to by its byline, dateline or a credit line, each with the words that say so.
    """

    document: str
    source: str
    url: str | None
    host: str | None
    outlet: str | None
    title: str | None
    published: str | None
    first: str | None
    last: str | None
    language: str | None
    bylines: tuple[Author, ...] = ()
    credits: tuple[Credit, ...] = ()
    links: tuple[Link, ...] = ()
    corrected: bool = False


class Hop(Noun, frozen=True, kw_only=True):
    """One hop of a statement's chain, with what tells its speaker and the occasion from others.

    ``entity`` is the id within the reading, ``type`` that entity's; ``names`` its name, aliases and the words of the
    page; ``roles`` its titles and roles. ``from``/``to`` are the days on which it can have been said, where the text
    tells.
    """

    attribution: str
    kind: SourceKind
    entity: str | None
    type: EntityType | None
    name: str | None
    names: tuple[str, ...]
    roles: tuple[str, ...]
    text: str | None
    count: int | None
    cue: str | None
    manner: Manner
    polarity: Literal["affirmed", "denied"]
    hedge: Literal["none", "weak", "strong"]
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    venue: str | None = None
    addressee: str | None = None
    act: Literal["say", "refusal"] = "say"


class Figure(Noun, frozen=True, kw_only=True):
    """A number in a statement, made comparable.

    ``head`` is the noun that is counted or measured, without case, accents and number (*fighter* of *IS fighters in
    Libya*); ``words`` the other content words of what is counted; open bounds are null.
    """

    quantity: str
    text: str
    low: float | None
    high: float | None
    approximate: bool
    unit: str | None
    kind: str
    of: str | None
    head: str
    words: tuple[str, ...]
    change: Change | None = None
    derived: bool = False


class When(Noun, frozen=True, kw_only=True):
    """An interval of days in a statement, both inclusive; null where open."""

    time: str
    from_: str | None = msgspec.field(name="from", default=None)
    to: str | None = None
    type: Literal["DATE", "TIME", "DURATION", "SET"] = "DATE"
    text: str = ""


class Where(Noun, frozen=True, kw_only=True):
    """A place in a statement; ``entry`` is the gazetteer's id, coordinates are of its middle in degrees, WGS84."""

    place: str
    name: str
    entry: str | None
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None


class Party(Noun, frozen=True, kw_only=True):
    """Somebody or something that a statement speaks of."""

    entity: str
    type: EntityType
    name: str
    names: tuple[str, ...]


class Statement(Noun, frozen=True, kw_only=True):
    """One claim of one page. ``key`` is ``document#claim``; ``chain`` runs from the innermost speaker outwards.

    ``text`` is the claim as a sentence that stands alone, ``quote`` the words of the page in ``[start, end)``;
    ``content`` the ranges of ``document.text`` that hold what is said. ``words`` are the stems of its content words, in
    order, each once. ``context`` are the stems of the sentence before and the title: what a short claim leaves unsaid.
    """

    document: str
    claim: str
    position: int
    start: int
    end: int
    content: tuple[Range, ...]
    text: str
    quote: str
    status: Status
    polarity: Literal["affirmed", "denied"]
    negation: str | None
    chain: tuple[Hop, ...]
    figures: tuple[Figure, ...]
    times: tuple[When, ...]
    places: tuple[Where, ...]
    parties: tuple[Party, ...]
    words: tuple[str, ...]
    context: tuple[str, ...]

    @property
    def key(self) -> str:
        """``document#claim``: names the statement across the whole ledger."""
        return f"{self.document}#{self.claim}"
