"""One source: what it says, what is on record of it, and how people grade it: ``/sources/{name}``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from fastapi import APIRouter, Response

from sayso.errors import LedgerError
from sayso.export.flat_overviews import flat_record
from sayso.ledger import Filters, make_filters
from sayso.ledger.filters import EXACTLY
from sayso.nouns.found import Graded, SourceRecord
from sayso.workbench.desk import At, Desk
from sayso.workbench.fields import field, reason, to
from sayso.workbench.grading import grade, scale, take_back
from sayso.workbench.judging import ACTORS
from sayso.workbench.safety.csrf import Checked
from sayso.workbench.speakers import address, named, neighbours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sayso.nouns import Review
    from sayso.nouns.found import FoundClaim

router = APIRouter()

#: claims that are shown, those that tell who stands beside a source, and entries of its record
SHOWN: Final = 20
LOOKED_AT: Final = 150
ENTRIES: Final = 40


@router.get("/sources/{name:path}")
def show_source(desk: At, name: str) -> Response:
    """A source with its claims, its record and its grades. An outlet that only carries others has grades alone."""
    wanted = named(name)
    record = desk.kept(("source", wanted), lambda: _record(desk, wanted))
    known: Graded | None = None
    if record is None:
        if wanted is None:
            raise LedgerError("SAY-068", name, "every source in the ledger is named", "see Sources")
        known = desk.ledger.graded(wanted)
        if known.source != wanted:  # part of a name that only one goes by
            return to(address(known.source))
    source = record.source if record else None
    title = (source.speaker if source else known.source if known else None) or "Unnamed sources"
    names = (source.speaker, *source.names) if source else ()
    claims = desk.kept(("said", names), lambda: _claims(desk, names)) if source and desk.form == "html" else []
    return desk.page(
        "source.html",
        title=title,
        found=record or known,
        rows=lambda: flat_record(record) if record else (),
        name=title if source is None or source.speaker else None,
        source=source,
        record=record,
        entries=record.entries[:ENTRIES] if record else (),
        grades=tuple(reversed((record or known).grades)) if (record or known) else (),  # type: ignore[union-attr]
        holds=(source.grade if source else known.grade if known else None),
        claims=claims[:SHOWN],
        spoken=_each_once(claims)[:SHOWN],
        looked_at=len(claims),
        beside=neighbours(claims, names),
        days=_days(claims),
        judged=_judged(desk, claims) if desk.form == "html" else [],
        scale=scale(),
        actors=ACTORS,
        address=address,
    )


def _record(desk: Desk, name: str | None) -> SourceRecord | None:
    wanted = make_filters(by=f"{EXACTLY}{name or ''}", limit=1)
    return next(desk.ledger.records(wanted), None)


def _claims(desk: Desk, names: Sequence[str | None]) -> list[FoundClaim]:
    """The newest claims in whose chain the source stands, under any of its names."""
    found: dict[tuple[str, str], FoundClaim] = {}
    for name in names[:8]:
        filters: Filters = make_filters(by=f"{EXACTLY}{name or ''}", limit=LOOKED_AT)
        found |= {(claim.document.id, claim.id): claim for claim in desk.ledger.claims(filters)}
    newest = sorted(found.values(), key=lambda claim: claim.document.published or "", reverse=True)
    return newest[:LOOKED_AT]


def _each_once(claims: Sequence[FoundClaim]) -> list[FoundClaim]:
    """What several pages carry, of the newest of them alone."""
    found: dict[str, FoundClaim] = {}
    for claim in claims:
        found.setdefault(claim.cluster.name if claim.cluster else f"{claim.document.id}#{claim.id}", claim)
    return list(found.values())


def _days(claims: Sequence[FoundClaim]) -> list[tuple[str, int]]:
    """Months with the number of claims that pages of them carry, the latest first; days where it is one month."""
    for digits in (10, 7, 4):
        counted: dict[str, int] = {}
        for claim in claims:
            if day := (claim.document.published or "")[:digits]:
                counted[day] = counted.get(day, 0) + 1
        if len(counted) <= 14:
            break
    return sorted(counted.items(), reverse=True)[:24]


def _judged(desk: Desk, claims: Sequence[FoundClaim]) -> list[Review]:
    """What reviewers said of whether this speaker is one with another, in the pages that are looked at."""
    pages = {claim.document.id for claim in claims}
    return [
        review
        for review in desk.ledger.reviews("actors")
        if {end.rpartition("#")[0] for end in (review.a, review.b) if end} & pages
    ]


@router.post("/grades")
def change_grade(desk: At, form: Checked) -> Response:
    """Give a source a grade, or take the one back that holds."""
    source, why, who = field(form, "source"), reason(form), desk.by(form)
    if field(form, "undo"):
        known = take_back(desk.ledger, source, why=why, by=who)
        return to(address(known.source), taken="1")
    known = grade(desk.ledger, source, field(form, "grade").upper(), why=why, by=who)
    return to(address(known.source), graded="1")
