"""The reviewer's desk: ``/review`` shows what most needs a look, and takes what is decided of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, get_args
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import APIRouter, Response
from starlette.responses import RedirectResponse

from sayso.errors import ConfigError, LedgerError
from sayso.export.decided import changes
from sayso.ledger.decisions_shown import shown
from sayso.ledger.spoken import spoken
from sayso.nouns import Decision
from sayso.nouns.claim import Status
from sayso.nouns.decision import Ruling
from sayso.origins.wording import capital
from sayso.workbench.asked import Asked, whole
from sayso.workbench.correcting import correction_of, words_of
from sayso.workbench.desk import At
from sayso.workbench.fields import field, name_of, reason
from sayso.workbench.judging import RELATIONS, claim_named, judge
from sayso.workbench.likely import likely_same
from sayso.workbench.marked import passage, pieces
from sayso.workbench.safety.csrf import Checked
from sayso.workbench.windows import window
from sayso.workbench.words import key

if TYPE_CHECKING:
    from sayso.nouns import QueueItem, Reading, Review
    from sayso.nouns.found import FoundClaim
    from sayso.workbench.desk import Desk

router = APIRouter()
#: claims of the queue that are named beside the one at hand
_NEXT: Final = 8
#: a year: reviewers come back
_COOKIE_SECONDS: Final = 365 * 86_400
_AT: Final = re.compile(r"([0-9a-f]{6,64})/(c\d{1,9})")
#: what stands in the address for one look alone
_TOLD: Final = ("at", "done", "judged", "undone", "after")


@router.get("/review")
def show_queue(desk: At) -> Response:
    """The claim at hand, why it is, and the form to decide on it."""
    items = _queue(desk)
    at = desk.asked.get("at")
    item = _at_hand(items, at)
    claim, reading = (None, None)
    if item is not None:
        claim, reading = desk.ledger.claim(f"{item.claim.document.id}#{item.claim.id}")
    elif at is not None:
        claim, reading = desk.ledger.claim(_name(at))
    context = _shown(desk, claim, reading) if claim and reading else {}
    return desk.page(
        "review.html",
        title="Review",
        found=items,
        rows=lambda: ({"weight": each.weight, "why": each.why, **_cells(each)} for each in items),
        item=item,
        claim=claim,
        reading=reading,
        coming=[each for each in items if each is not item][:_NEXT],
        done=_done(desk),
        judged=_judged(desk),
        unlinked=desk.ledger.unlinked(),
        by=desk.reviewer,
        back=desk.asked.query(**dict.fromkeys(_TOLD)),
        after=item.at if item else None,
        conflicts=sum(1 for _ in desk.ledger.conflicts()),
        statuses=get_args(Status),
        relations=RELATIONS,
        **context,
    )


def _queue(desk: Desk) -> list[QueueItem]:
    filters = replace(desk.filters(size=None), limit=_NEXT + 1, offset=0)
    return list(desk.ledger.queue(filters, desk.reviewer, desk.asked.get("after")))


def _name(at: str) -> str:
    named = _AT.fullmatch(at)
    if named is None:
        raise LedgerError("SAY-068", at, "this is no claim", "choose one of the queue")
    return f"{named[1]}#{named[2]}"


def _at_hand(items: list[QueueItem], at: str | None) -> QueueItem | None:
    if at is None:
        return items[0] if items else None
    return next((each for each in items if f"{key(each.claim.document.id)}/{each.claim.id}" == at), None)


def _cells(item: QueueItem) -> dict[str, str]:
    claim = item.claim
    return {"claim": claim.text, "chain": spoken(claim.hops, claim.document.outlet), "document": claim.document.id}


def _shown(desk: Desk, claim: FoundClaim, reading: Reading) -> dict[str, Any]:
    """What the form shows of a claim."""
    now = shown(reading, claim.id)
    assert now is not None
    parts = {claim.id, *claim.chain}
    wanted = [piece for piece in pieces(reading) if piece.ident in parts]
    return {
        "chain": capital(spoken(claim.hops, claim.document.outlet)),
        "text": passage(reading.document, wanted, key(claim.document.id), window(reading, claim)),
        "now": now,
        "quoted": {
            "source": words_of(now.source),
            "cue": now.cue.text if now.cue else "",
            "content": words_of(now.content),
        },
        "speakers": sorted({entity.name for entity in reading.entities}),
        "decisions": [
            each for each in desk.ledger.decisions(claim.document.id) if each.target in (claim.id, *claim.chain)
        ],
        "similar": likely_same(desk.ledger, claim),
        "changes": changes,
    }


def _done(desk: Desk) -> Decision | None:
    """The decision that the visitor has just made."""
    number = _number(desk.asked.get("done"))
    return next(desk.ledger.decisions(number=number), None) if number else None


def _judged(desk: Desk) -> Review | None:
    """How the visitor has just said that two claims stand to each other."""
    number = _number(desk.asked.get("judged"))
    return next((each for each in desk.ledger.reviews("statements") if each.number == number), None) if number else None


def _number(text: str | None) -> int | None:
    return whole(text, 10**18 - 1)


@router.post("/review/decide")
def decide(desk: At, form: Checked) -> Response:
    """Keep a decision, let what follows from it follow, and go on."""
    claim, reading = desk.ledger.claim(f"{field(form, 'document')}#{field(form, 'claim')}")
    verdict: Ruling | None = next((each for each in get_args(Ruling) if each == field(form, "verdict")), None)
    if verdict is None:
        raise ConfigError("SAY-001", "verdict", "this is no verdict", "use the buttons of the form")
    correction = None
    if verdict == "correct":
        now = shown(reading, claim.id)
        assert now is not None
        correction = correction_of(lambda name: field(form, name), reading, now)
    kept = desk.ledger.decide(
        Decision(
            document=claim.document.id,
            target=claim.id,
            verdict=verdict,
            correction=correction,
            why=reason(form),
            by=desk.reviewer,
        )
    )
    desk.follow()
    # a correction is looked at before the next claim comes; everything else is done with
    at = f"{key(claim.document.id)}/{claim.id}" if verdict == "correct" else None
    return _back(form, done=str(kept.number), at=at)


@router.post("/review/relate")
def relate(desk: At, form: Checked) -> Response:
    """Say how the claim stands to another one: *same* joins their clusters, *different* splits them."""
    own = f"{field(form, 'document')}#{field(form, 'claim')}"
    other = claim_named(field(form, "other") or field(form, "b"))
    kept = judge(desk.ledger, "statements", field(form, "kind"), own, other, why=reason(form), by=desk.reviewer)
    desk.follow()
    return _back(form, judged=str(kept.number), at=f"{key(field(form, 'document'))}/{field(form, 'claim')}")


@router.post("/review/undo")
def undo(desk: At, form: Checked) -> Response:
    """Take a decision back, and show its claim again."""
    number = _number(field(form, "number"))
    if number is None:
        raise LedgerError("SAY-141", field(form, "number"))
    undone = desk.ledger.decide(
        Decision(document="", target="", verdict="skip", by=desk.reviewer, undoes=number, why=None)
    )
    desk.follow()
    at = f"{key(undone.document)}/{undone.target}" if undone.target.startswith("c") else None
    return _back(form, at=at)


@router.post("/review/name")
def name_reviewer(desk: At, form: Checked) -> Response:
    """Remember who decides in this browser."""
    answer = _back(form, at=field(form, "at"))
    name = name_of(field(form, "by"))
    answer.set_cookie("sayso_reviewer", quote(name), max_age=_COOKIE_SECONDS, httponly=True, samesite="strict")
    return answer


def _back(form: Checked, **told: str | None) -> RedirectResponse:
    """The queue with the filters that it had."""
    asked = Asked.of(parse_qsl(field(form, "back").removeprefix("?")))
    kept = [(name, value) for name, value in asked.pairs if name not in _TOLD]
    kept += [(name, value) for name, value in told.items() if value]
    return RedirectResponse("/review" + ("?" + urlencode(kept) if kept else ""), status_code=303)
