"""Statements made from a sentence and a few slots, as the reading would give them."""

from __future__ import annotations

from sayso.nouns import Figure, Hop, Page, Statement, When, Where
from sayso.nouns.folding import fold
from sayso.origins.words import head, stem, stems


def page(document: str = "d1", published: str = "2024-03-12", title: str = "", outlet: str = "The Post") -> Page:
    """A page of a day."""
    exact = "T" in published
    return Page(
        document=document,
        source=f"{document}.html",
        url=None,
        host=None,
        outlet=outlet,
        title=title,
        published=published,
        first=published if exact else f"{published}T00:00:00",
        last=published if exact else f"{published}T23:59:59",
        language="en",
    )


def figure(
    text: str,
    low: float | None,
    high: float | None = None,
    *,
    unit: str | None = "people",
    of: str | None = None,
    kind: str = "count",
    about: bool = False,
    point: bool = True,
) -> Figure:
    """A number; a single ``low`` is a point unless ``point`` is false."""
    thing = fold(of or "")
    noun = head(thing)
    return Figure(
        quantity="q1",
        text=text,
        low=low,
        high=low if high is None and point else high,
        approximate=about,
        unit=unit,
        kind=kind,
        of=of,
        head=stem(noun) if noun else "",
        words=tuple(w for w in stems(thing) if w != stem(noun)),
    )


def hop(name: str, *, kind: str = "person", said: str | None = None, polarity: str = "affirmed") -> Hop:
    """A speaker by name."""
    return Hop(
        attribution="a1",
        kind="named",
        entity="e1",
        type=kind,  # type: ignore[arg-type]
        name=name,
        names=(name,),
        roles=(),
        text=name,
        count=None,
        cue="said",
        manner="indirect",
        polarity=polarity,  # type: ignore[arg-type]
        hedge="none",
        from_=said,
        to=said,
    )


def when(text: str, first: str, last: str) -> When:
    return When(time="t1", from_=first, to=last, text=text)


def where(name: str, entry: str | None = None) -> Where:
    return Where(place="p1", name=name, entry=entry, kind=None, country=None, lat=None, lon=None, radius_km=None)


def statement(
    text: str,
    *figures: Figure,
    document: str = "d1",
    claim: str = "c1",
    chain: tuple[Hop, ...] = (),
    times: tuple[When, ...] = (),
    places: tuple[Where, ...] = (),
    status: str = "asserted",
    negation: str | None = None,
    context: str = "",
) -> Statement:
    """A claim of one page."""
    denied = status == "denied" or any(one.polarity == "denied" for one in chain)
    return Statement(
        document=document,
        claim=claim,
        position=0,
        start=0,
        end=len(text),
        content=((0, len(text)),),
        text=text,
        quote=text,
        status=status,  # type: ignore[arg-type]
        polarity="denied" if denied else "affirmed",
        negation=negation,
        chain=chain,
        figures=figures,
        times=times,
        places=places,
        parties=(),
        words=stems(text),
        context=stems(context),
    )
