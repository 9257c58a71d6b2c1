"""How a claim's chain, its name, its checks, its times and places look on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sayso.nouns.amount import MARKS, days
from sayso.nouns.chain import written

if TYPE_CHECKING:
    from sayso.nouns import Check
    from sayso.nouns.found import DocumentRef, FoundClaim, FoundFigure, FoundMovement, When, Where

#: digits of a document's id that people see and type
SHORT = 8


def chain_line(claim: FoundClaim | FoundFigure | FoundMovement) -> str:
    """*Rory Stewart ‹stated› ← The Guardian ‹reported› ← The Herald*: from the innermost speaker to the outlet."""
    return written(((hop.speaker or hop.source, hop.cue) for hop in claim.hops), claim.document.outlet)


def page_cells(page: DocumentRef) -> dict[str, str | None]:
    """The cells of CSV that say where a claim stands, in their stable order."""
    return {
        "outlet": page.outlet,
        "title": page.title,
        "published": page.published,
        "url": page.url,
        "source": page.source,
        "document": page.id,
    }


def short_id(ident: str) -> str:
    """The beginning of a document's id, without the name of the hash."""
    return ident.removeprefix("sha256:")[:SHORT]


def claim_name(claim: FoundClaim) -> str:
    """What ``--show`` takes: *b1fa71ec#c1*."""
    return f"{short_id(claim.document.id)}#{claim.id}"


def figure_name(figure: FoundFigure) -> str:
    """What ``sayso why`` takes: *b1fa71ec#q3*."""
    return f"{short_id(figure.document.id)}#{figure.id}"


def marks(checks: Iterable[Check]) -> str:
    """A mark for each verdict on a claim."""
    given = {check.verdict for check in checks}
    return "".join(mark for verdict, mark in MARKS.items() if verdict in given)


def status_line(status: str, checks: Iterable[Check]) -> str:
    """*asserted ✗*: the status, and what the checks say."""
    return f"{status} {marks(checks)}".rstrip()


def when_line(times: Iterable[When]) -> str:
    """The days that times mean; how long something took is no day."""
    return "; ".join(dict.fromkeys(filter(None, (days(time.from_, time.to) for time in times))))


def where_line(places: Sequence[Where]) -> str:
    """Names of places that are meant as places. *Sirte* is left out where *south of Sirte* is there."""
    meant = [place for place in places if place.use in ("literal", None)]
    within = [place for place in meant if not any(place.text in o.text and place.text != o.text for o in meant)]
    return "; ".join(dict.fromkeys(map(place_line, within)))


def place_line(place: Where | None) -> str:
    """*Bani Waleed (Bani Walid)*: the words of the page, and the gazetteer's name where it is another."""
    if place is None:
        return ""
    same = place.name is None or place.name.casefold() in place.text.casefold()
    return place.text if same else f"{place.text} ({place.name})"


def day(written: str | None) -> str:
    """The day of a date or date-time; empty where it is not known."""
    return (written or "")[:10]
