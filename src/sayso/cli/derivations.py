"""The derivation of a thing in lines, each with a label: what it means first, then the steps, then what it beat."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from sayso.cli.chains import short_id
from sayso.cli.derived_places import place_lines
from sayso.nouns.amount import MARKS, amount, changed, days

if TYPE_CHECKING:
    from sayso.nouns import Attribution, Claim, Place, Quantity, Time
    from sayso.nouns.explained import Explained

#: a label (empty where it goes on), and what it labels
Line = tuple[str, str]
_NOUN = {"quantity": "figure"}
#: as much of a claim as tells it from others
_SHORT = 100


def heading(found: Explained) -> tuple[str, str]:
    """What was asked for in the words of the page, and on which page it stands."""
    page = found.document
    thing: Any = getattr(found, _list(found.kind))[0]
    words = thing.text if hasattr(thing, "text") else f"{thing.source.text or 'unnamed source'} ‹{_cue(thing)}›"
    title = words if found.kind in ("claim", "attribution") else f"“{words}”"
    named = f"{_NOUN.get(found.kind, found.kind)} {found.id} of {short_id(page.id)}"
    described = (page.title, page.outlet, page.published, page.url or page.source)
    return title, " · ".join((named, *(each for each in described if each)))


def lines(found: Explained) -> Iterator[Line]:
    """The lines of ``sayso why``."""
    makers: dict[str, Callable[[Explained], Iterator[Line]]] = {
        "quantity": _quantity,
        "time": _time,
        "place": place_lines,
        "claim": _claim,
        "attribution": _attribution,
    }
    yield from makers[found.kind](found)
    if found.kind != "claim":
        for claim in found.claims:
            yield "in claim", f"{short_id(found.document.id)}#{claim.id}  {_cut(claim.text)} [{claim.status}]"
    for check in found.checks:
        yield "check", f"{MARKS[check.verdict]} {check.claim}, {check.kind}, {check.verdict}: {check.why}"


def _list(kind: str) -> str:
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


def steps(derivation: tuple[str, ...]) -> Iterator[Line]:
    """The steps of a derivation, numbered."""
    for number, step in enumerate(derivation, 1):
        yield f"step {number}", step


def _quantity(found: Explained) -> Iterator[Line]:
    quantity = found.quantities[0]
    yield "means", _meant(quantity)
    if quantity.of:
        yield "of what", quantity.of
    if quantity.change:
        yield "change", changed(quantity.change, quantity.unit)
    if quantity.rule:
        yield "rule", quantity.rule
    yield from steps(quantity.derivation)
    for other in found.quantities[1:]:
        if other.id == quantity.base:
            yield "derived from", f"{other.id}  “{other.text}”: {_meant(other)}"
        elif other.base == quantity.id:
            yield "leads to", f"{other.id}  {_meant(other)} (derived, not stated)"


def _meant(quantity: Quantity) -> str:
    if quantity.low is None and quantity.high is None and quantity.change:
        return changed(quantity.change, quantity.unit)
    unit = quantity.unit if quantity.kind == "count" and quantity.of else None
    return f"{amount(quantity)}{f' {unit}' if unit else ''} ({quantity.kind})"


def _time(found: Explained) -> Iterator[Line]:
    time = found.times[0]
    yield "means", _interval(time)
    described = (time.type, time.value, time.relation, f"to the {time.granularity}" if time.granularity else None)
    yield "that is", ", ".join(each for each in described if each)
    if time.rule:
        yield "rule", time.rule
    if time.anchor:
        looks = {"past": ", looking back", "future": ", looking ahead"}.get(time.direction or "", "")
        yield "anchor", time.anchor + looks
    yield from steps(time.derivation)
    if time.rivals:
        yield "score", f"{time.score:.2f}"
    for rival in time.rivals:
        interval = days(rival.from_, rival.to) or rival.value or "no interval"
        yield "or", f"{interval} ({rival.score:.2f}): {rival.why}"
    for other in found.times[1:]:
        yield "anchored on", f"{other.id}  “{other.text}”: {_interval(other)}"


def _interval(time: Time) -> str:
    return days(time.from_, time.to) or "no days of the calendar"


def _claim(found: Explained) -> Iterator[Line]:
    claim = found.claims[0]
    yield "status", claim.status + (" (a fragment, no sentence)" if claim.form == "fragment" else "")
    yield from _certainty(claim)
    if not claim.chain:
        yield "chain", "none: the writer's own words"
    for number, attribution in enumerate(a for a in found.attributions if a.id in claim.chain):
        yield "chain" if not number else "", _hop(attribution)
    for edit in claim.edits:
        yield (
            "edit",
            f"{edit.kind}: " + " → ".join(f"“{words}”" if words else "nothing" for words in (edit.was, edit.now)),
        )
    for quantity in found.quantities:
        if quantity.id in claim.quantities:
            yield "figure", f"{quantity.id}  “{quantity.text}”: {_meant(quantity)}"
    for time in found.times:
        if time.id in claim.times:
            yield "time", f"{time.id}  “{time.text}”: {_interval(time)}"
    for place in found.places:
        if place.id in claim.places:
            yield "place", f"{place.id}  “{place.text}”: {_resolved(place)} [{place.use}]"
    yield from _movement(claim, found)


def _resolved(place: Place) -> str:
    if entry := place.gazetteer:
        return ", ".join(filter(None, (entry.name, entry.kind, entry.country)))
    return f"a region, by {place.relation.kind}" if place.relation and place.geometry else "not resolved"


def _movement(claim: Claim, found: Explained) -> Iterator[Line]:
    if not (moved := claim.movement):
        return
    names = {place.id: f"{place.text} ({place.id})" for place in found.places}
    parts = [
        ("from", names.get(moved.from_ or "")),
        ("via", ", ".join(names[ident] for ident in moved.via if ident in names)),
        ("to", names.get(moved.to or "")),
        ("", moved.direction),
    ]
    way = " ".join(f"{word} {place}".strip() for word, place in parts if place)
    yield "movement", f"{moved.who or 'somebody'} {way}" + (f", moved by {moved.by}" if moved.by else "")


def _certainty(claim: Claim) -> Iterator[Line]:
    certainty = claim.certainty
    if certainty is None:
        return
    said = []
    for who, hedge in (("the source", certainty.source), ("the writer", certainty.writer)):
        if hedge and hedge.strength != "none":
            said.append(f"{who} hedges ({hedge.strength}{f': “{hedge.text}”' if hedge.text else ''})")
    if certainty.negation:
        said.append(f"negated by “{certainty.negation}”")
    if certainty.factuality is not None:
        said.append(f"factuality {certainty.factuality:+.1f} of -3 to +3")
    if said:
        yield "certainty", "; ".join(said)


def _attribution(found: Explained) -> Iterator[Line]:
    attribution = found.attributions[0]
    yield "source", f"{attribution.source.text or 'not named'} ({attribution.source.kind})"
    yield "cue", _cue(attribution)
    yield "content", attribution.content.text
    yield "manner", f"{attribution.manner}, {attribution.polarity}"
    if attribution.hedge.strength != "none":
        yield "hedge", f"{attribution.hedge.strength}: “{attribution.hedge.text or ''}”"
    if attribution.addressee:
        yield "to", attribution.addressee
    yield "score", f"{attribution.score:.2f}"
    for time in found.times:
        yield "said", f"{time.id}  “{time.text}”: {_interval(time)}"
    for outer in found.attributions[1:]:
        yield "stands in", _hop(outer)


def _cue(attribution: Attribution) -> str:
    return attribution.cue.text if attribution.cue else "no cue"


def _hop(attribution: Attribution) -> str:
    """*a2  Rory Stewart ‹stated›, named, indirect, 2024-06-10, BBC Radio 5 Live, 0.97*."""
    said = attribution.said
    details = (
        attribution.source.kind,
        attribution.manner,
        "denied" if attribution.polarity == "denied" else None,
        days(said.from_, said.to) if said else None,
        attribution.venue,
        f"{attribution.score:.2f}",
    )
    who = attribution.source.text or "unnamed source"
    return f"{attribution.id}  {who} ‹{_cue(attribution)}›, " + ", ".join(each for each in details if each)
