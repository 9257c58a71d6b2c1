"""Reading -> the page and its statements, in the shape in which pages are compared."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from sayso.nouns import (
    Attribution,
    Claim,
    Credit,
    Entity,
    Figure,
    Hop,
    Page,
    Party,
    Place,
    Quantity,
    Range,
    Reading,
    Statement,
    Time,
    When,
    Where,
)
from sayso.nouns.days import days_of, sortable
from sayso.nouns.folding import fold
from sayso.origins.words import head, stem, stems

#: how many code points before a claim are looked at for what it leaves unsaid
_BEFORE = 240


def page_of(reading: Reading, credits: tuple[Credit, ...] = ()) -> Page:
    """The page of a reading. ``credits`` are those that :func:`sayso.origins.reuse.credits` finds."""
    document = reading.document
    first = sortable(document.published)
    _, last = days_of(document.published)
    exact = first is not None and "T" in first
    return Page(
        document=document.id,
        source=document.source,
        url=document.url,
        host=host_of(document.url),
        outlet=document.outlet,
        title=document.title,
        published=document.published,
        first=first if exact or first is None else f"{first}T00:00:00",
        last=first if exact or last is None else f"{last}T23:59:59",
        language=document.language,
        bylines=document.bylines,
        credits=credits,
        links=document.links,
        corrected=document.modified is not None and document.modified != document.published,
    )


def host_of(url: str | None) -> str | None:
    """The site of an address, without ``www.`` and port; null where it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def statements_of(reading: Reading) -> tuple[Statement, ...]:
    """The statements of a reading: one a claim, in the order of the claims."""
    maker = _Maker(reading)
    return tuple(maker.statement(claim, position) for position, claim in enumerate(reading.claims))


class _Maker:
    def __init__(self, reading: Reading) -> None:
        self._document = reading.document
        self._hops = {a.id: a for a in reading.attributions}
        self._entities = {e.id: e for e in reading.entities}
        self._quantities = {q.id: q for q in reading.quantities}
        self._times = {t.id: t for t in reading.times}
        self._places = {p.id: p for p in reading.places}
        self._language = reading.document.language
        self._title = stems(reading.document.title or "", self._language)

    def statement(self, claim: Claim, position: int) -> Statement:
        chain = tuple(self._hop(self._hops[hop]) for hop in claim.chain if hop in self._hops)
        denied = claim.status == "denied" or sum(hop.polarity == "denied" for hop in chain) % 2 == 1
        text = self._document.text
        before = text[max(0, claim.start - _BEFORE) : claim.start]
        context = dict.fromkeys((*stems(_whole_words(before), self._language), *self._title))
        return Statement(
            document=self._document.id,
            claim=claim.id,
            position=position,
            start=claim.start,
            end=claim.end,
            content=self._content(claim),
            text=claim.text,
            quote=text[claim.start : claim.end],
            status=claim.status,
            polarity="denied" if denied else "affirmed",
            negation=claim.certainty.negation if claim.certainty else None,
            chain=chain,
            figures=tuple(
                figure_of(self._quantities[q], self._language) for q in claim.quantities if q in self._quantities
            ),
            times=tuple(_when(self._times[t]) for t in claim.times if t in self._times),
            places=tuple(_where(self._places[p]) for p in claim.places if p in self._places),
            parties=tuple(_party(self._entities[e]) for e in claim.entities if e in self._entities),
            words=stems(claim.text, self._language),
            context=tuple(context),
        )

    def _content(self, claim: Claim) -> tuple[Range, ...]:
        """What of the claim's span is said, not who says it."""
        innermost = self._hops.get(claim.attribution or "")
        spans = innermost.content.spans if innermost else ()
        inside = tuple(
            (max(start, claim.start), min(end, claim.end))
            for start, end in spans
            if start < claim.end and claim.start < end
        )
        return inside or ((claim.start, claim.end),)

    def _hop(self, said: Attribution) -> Hop:
        entity = self._entities.get(said.source.entity or "")
        names = (entity.name, *entity.aliases) if entity else ()
        return Hop(
            attribution=said.id,
            kind=said.source.kind,
            entity=said.source.entity,
            type=entity.type if entity else None,
            name=entity.name if entity else None,
            names=tuple(dict.fromkeys((*names, *([said.source.text] if said.source.text else [])))),
            roles=_roles(entity),
            text=said.source.text,
            count=said.source.count,
            cue=said.cue.text if said.cue else None,
            manner=said.manner,
            polarity=said.polarity,
            hedge=said.hedge.strength,
            from_=said.said.from_ if said.said else None,
            to=said.said.to if said.said else None,
            venue=said.venue,
            addressee=said.addressee,
            act=said.act,
        )


def figure_of(quantity: Quantity, language: str | None = "en") -> Figure:
    """A quantity as it is compared."""
    thing = fold(quantity.of or "")
    noun = head(thing)
    rest = (word for word in stems(thing, language) if word != stem(noun))
    return Figure(
        quantity=quantity.id,
        text=quantity.text,
        low=_real(quantity.low),
        high=_real(quantity.high),
        approximate=quantity.approximate,
        unit=quantity.unit,
        kind=quantity.kind,
        of=quantity.of,
        head=stem(noun) if noun else "",
        words=tuple(rest),
        change=quantity.change,
        derived=quantity.derived,
    )


def _whole_words(text: str) -> str:
    """Without the word that the cut may have broken."""
    _, _, rest = text.partition(" ")
    return rest


def _roles(entity: Entity | None) -> tuple[str, ...]:
    if entity is None:
        return ()
    return (*entity.titles, *(f"{r.role} of {r.of}" if r.of else r.role for r in entity.roles))


def _real(number: float | None) -> float | None:
    try:
        return None if number is None else float(number)
    except OverflowError:
        return None


def _when(time: Time) -> When:
    return When(time=time.id, from_=time.from_, to=time.to, type=time.type, text=time.text)


def _where(place: Place) -> Where:
    lat, lon = _middle(place)
    entry = place.gazetteer
    return Where(
        place=place.id,
        name=entry.name if entry else place.text,
        entry=entry.id if entry else None,
        kind=entry.kind if entry else None,
        country=entry.country if entry else None,
        lat=lat,
        lon=lon,
        radius_km=place.radius_km,
    )


def _middle(place: Place) -> tuple[float | None, float | None]:
    """Latitude and longitude of a point, or of the middle of the box around an area."""
    if not place.geometry or not place.geometry.get("coordinates"):
        return None, None
    points = list(_points(place.geometry["coordinates"]))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2


def _points(coordinates: list[object] | tuple[object, ...]) -> Iterable[tuple[float, float]]:
    first, *rest = coordinates
    if isinstance(first, int | float) and rest and isinstance(rest[0], int | float):
        yield float(first), float(rest[0])
        return
    for part in coordinates:
        if isinstance(part, list | tuple):
            yield from _points(part)


def _party(entity: Entity) -> Party:
    return Party(entity=entity.id, type=entity.type, name=entity.name, names=(entity.name, *entity.aliases))
