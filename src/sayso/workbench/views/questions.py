"""Questions that people keep: ``/questions``."""

from __future__ import annotations

from typing import Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, Response
from starlette.responses import RedirectResponse

from sayso.nouns import to_dict
from sayso.nouns.question import SavedQuestion
from sayso.workbench.asked import Asked
from sayso.workbench.desk import At
from sayso.workbench.fields import field
from sayso.workbench.safety.csrf import Checked

router = APIRouter()
#: the views that take the same question: address, name
ASKED_OF: Final = (
    ("/claims", "Claims"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/figures", "Figures"),
    ("/sources", "Sources"),
    ("/origins", "Origins"),
)


@router.get("/questions")
def show_questions(desk: At) -> Response:
    """The questions that are kept, each with the views that answer it."""
    kept = desk.ledger.questions()
    return desk.page(
        "questions.html",
        title="Saved questions",
        found=kept,
        rows=lambda: map(to_dict, kept),
        questions=[(each, Asked.of(parse_qsl(each.query)).active) for each in kept],
        views=ASKED_OF,
    )


@router.post("/questions")
def save_question(desk: At, form: Checked) -> Response:
    """Keep a question, and go back to its answer."""
    question = SavedQuestion(name=field(form, "name"), query=field(form, "query"), by=desk.reviewer)
    kept = desk.ledger.save_question(question)
    return RedirectResponse(f"/claims?{kept.query}", status_code=303)


@router.post("/questions/remove")
def remove_question(desk: At, form: Checked) -> Response:
    """Keep it no longer."""
    desk.ledger.remove_question(field(form, "name"), by=desk.reviewer)
    return RedirectResponse("/questions", status_code=303)
