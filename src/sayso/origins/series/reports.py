"""A figure that the ledger found -> a report in a series."""

from __future__ import annotations

from sayso.nouns.amount import amount
from sayso.nouns.chain import written
from sayso.nouns.days import days_of
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import AsOf, Assumed, Report
from sayso.origins.series.known import Known

#: statuses of claims that speak of what is to come: their times may lie behind the page's
_AHEAD = ("planned", "hypothetical")


def key_of(figure: FoundFigure) -> str:
    """``document#figure``."""
    return f"{figure.document.id}#{figure.id}"


def claim_key(figure: FoundFigure) -> str:
    """``document#claim``."""
    return f"{figure.document.id}#{figure.claim.id}"


def report(figure: FoundFigure, known: Known, *, was: FoundFigure, assumed: tuple[Assumed, ...] = ()) -> Report:
    """The report of a figure, which is ``was`` in the unit of the page."""
    inner = figure.hops[0] if figure.hops else None
    claim = claim_key(figure)
    return Report(
        key=key_of(figure),
        claim=claim,
        low=figure.low,
        high=figure.high,
        approximate=figure.approximate,
        text=figure.text,
        stated=None if was.unit == figure.unit else amount(was),
        of=figure.of,
        as_of=as_of(figure),
        published=figure.document.published,
        status=figure.claim.status,
        derived=figure.derived,
        speaker=(inner.speaker or inner.source) if inner else None,
        chain=written(((hop.speaker or hop.source, hop.cue) for hop in figure.hops), figure.document.outlet),
        outlet=figure.document.outlet,
        document=figure.document.id,
        source=figure.document.source,
        cluster=known.clusters.get(claim),
        origin=known.origins.get(claim),
        assumed=assumed,
    )


def as_of(figure: FoundFigure) -> AsOf | None:
    """When a figure is true of: the time that its claim speaks of, else when it was said, else the page's date.

    Of several times the latest that had begun when the page was published counts; what is to come may lie later. Null
    of what follows from another figure: that is of another time than the claim's.
    """
    if figure.derived:
        return None
    first, last = days_of(figure.document.published)
    spoken = [
        (time.from_, time.to)
        for time in figure.times
        if time.from_ and time.to and (last is None or time.from_ <= last or figure.claim.status in _AHEAD)
    ]
    if spoken:
        begin, end = max(spoken)
        return AsOf(from_=begin, to=end, by="claim")
    for hop in figure.hops:
        if hop.said and (hop.said.from_ or hop.said.to):
            return AsOf(from_=hop.said.from_, to=hop.said.to, by="said")
    return AsOf(from_=first, to=last, by="published") if first else None
