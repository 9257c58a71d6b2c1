"""A page beside what was read in it: ``/documents/{doc16}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.errors import LedgerError, SaysoError
from sayso.export.flat import flat_claim
from sayso.ledger import Filters
from sayso.workbench.asked import whole
from sayso.workbench.capturing import Shown, shown_as
from sayso.workbench.desk import At, Desk
from sayso.workbench.marked import article, pieces
from sayso.workbench.notes import notes_of
from sayso.workbench.words import key, page_name

if TYPE_CHECKING:
    from sayso.nouns import Reading

router = APIRouter()
#: what can be marked in the text, each with a switch: class, name, shown from the start
LAYERS: Final = (
    ("speech", "Who says what", True),
    ("claim", "Claims", True),
    ("speaker", "Who is meant", True),
    ("figure", "Figures", False),
    ("time", "Times", False),
    ("place", "Places", False),
)


@router.get("/documents/{document}")
def show_reading(desk: At, document: str) -> Response:
    """The text with its marks, and the notes to them; or, with ``beside=capture``, the captured page."""
    number = _number(desk)
    versions = desk.ledger.history(document)
    reading = desk.ledger.reading(versions[0].document, number)
    whole = reading.document.id
    current = number is None or versions[-1].number == number
    claims = {claim.id: claim for claim in desk.ledger.claims(Filters(document=whole))} if current else {}
    decisions = tuple(desk.ledger.decisions(whole)) if current else ()
    beside = desk.asked.get("beside") == "capture"
    return desk.page(
        "reading.html",
        title=page_name(reading.document),
        found=reading,
        rows=lambda: map(flat_claim, desk.ledger.claims(Filters(document=whole))),
        reading=reading,
        document=reading.document,
        address=f"/documents/{key(whole)}",
        text=article(reading.document, pieces(reading), key(whole)),
        notes=notes_of(reading, claims, decisions),
        decisions=decisions,
        versions=tuple(reversed(versions)),
        number=number or versions[-1].number,
        current=current,
        layers=LAYERS,
        beside=beside,
        capture=_capture(desk, reading) if beside else None,
    )


def _number(desk: Desk) -> int | None:
    """Which reading of the document; ``None``: the current one."""
    text = desk.asked.get("version")
    if text is None:
        return None
    number = whole(text, 10**9)
    if not number:
        raise LedgerError("SAY-068", "version", "readings are numbered from 1", "choose one of the list")
    return number


def _capture(desk: Desk, reading: Reading) -> Shown | SaysoError:
    """How the capture can be shown, or why it cannot."""
    try:
        return shown_as(desk.ledger.capture(reading.document.capture.sha256))
    except SaysoError as fault:
        return fault
