"""On what occasion somebody said something: when, and in what medium."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.nouns import Hop, Page
from sayso.nouns.days import days_of
from sayso.origins.provenance.lexicon import flat, media, repeats
from sayso.origins.provenance.outlets import own


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """``medium`` is a name of ``occasions.yaml`` and ``words`` how the page puts it; null where nothing tells.

    ``from_``/``to`` are the days on which the text lets it be said; ``at_most`` the day of publication, after which it
    cannot have been. ``alone_to`` is the outlet to which alone it was said; ``again`` whether the page says that it was
    said before.
    """

    medium: str | None = None
    words: str | None = None
    from_: str | None = None
    to: str | None = None
    at_most: str | None = None
    alone_to: str | None = None
    again: bool = False


#: an interval of more days than this says nothing of the day on which somebody spoke
_DAYS = 31


def occasion_of(hop: Hop | None, page: Page, beside: Sequence[Hop] = ()) -> Occasion:
    """The occasion of a hop. ``beside`` are other hops of its speaker on the page: they may tell what it does not."""
    if hop is None:
        return Occasion(at_most=days_of(page.published)[1])
    medium, words = medium_of(hop)
    told = to_one_outlet(hop, page)
    from_, to = _days(hop)
    if medium is None and told is None:
        spoken = [other for other in beside if other.act == "say"]
        known = {(*medium_of(other), *_days(other)) for other in spoken if medium_of(other)[0]}
        if len({found[:1] for found in known}) == 1:
            medium, words, first, last = min(known, key=lambda found: (found[2] is None, str(found)))
            from_, to = (first, last) if from_ is None else (from_, to)
    return Occasion(
        medium="interview" if told and medium is None else medium,
        words=words,
        from_=from_,
        to=to,
        at_most=days_of(page.published)[1],
        alone_to=told,
        again=bool(hop.cue and repeats().search(flat(hop.cue))),
    )


def _days(hop: Hop) -> tuple[str | None, str | None]:
    """The days on which something was said, where they are few; a document may be of any year."""
    if hop.from_ is None or hop.to is None or hop.kind == "document":
        return hop.from_, hop.to
    short = (dt.date.fromisoformat(hop.to[:10]) - dt.date.fromisoformat(hop.from_[:10])).days <= _DAYS
    return (hop.from_, hop.to) if short else (None, None)


def medium_of(hop: Hop) -> tuple[str | None, str | None]:
    """Medium and the words that say so, of venue, addressee, cue, and the source if it is a document.

    The media are asked in their order: a statement *carried by state television* is no interview.
    """
    places = [flat(place) for place in (hop.venue, hop.addressee, hop.cue) if place]
    paper = [flat(hop.text)] if hop.kind == "document" and hop.text else []
    for name, kind, pattern in media():
        for said in (*(places if kind != "document" else ()), *paper):
            if found := pattern.search(said):
                return name, found.group()
    return None, None


def to_one_outlet(hop: Hop, page: Page) -> str | None:
    """The page's own outlet where something was said to it."""
    if own(hop.addressee, page) or own(hop.venue, page):
        return page.outlet
    return None


def days_between(a: Page, b: Page) -> int | None:
    """Days between the publication of two pages, at least; null where one has no date."""
    ends = [days_of(page.published) for page in (a, b)]
    if None in ends[0] or None in ends[1]:
        return None
    (a_first, a_last), (b_first, b_last) = ([dt.date.fromisoformat(end or "") for end in pair] for pair in ends)
    return max(0, (b_first - a_last).days, (a_first - b_last).days)


def apart_in_time(a: Occasion, b: Occasion) -> bool:
    """Whether the days of two occasions exclude each other."""
    return _after(a, b) or _after(b, a)


def _after(a: Occasion, b: Occasion) -> bool:
    end = b.to or b.at_most if b.from_ else b.at_most
    return bool(a.from_ and end and a.from_ > end)
