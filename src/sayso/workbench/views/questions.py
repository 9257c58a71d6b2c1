"""Questions that people keep: ``/questions``."""

from __future__ import annotations

from typing import Annotated, Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, Form, HTTPException, Response
from starlette.responses import RedirectResponse

from sayso.nouns import to_dict
from sayso.nouns.question import SavedQuestion
from sayso.workbench.asked import Asked
from sayso.workbench.desk import At, Desk
from sayso.workbench.safety.csrf import checked

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
def save_question(
    desk: At,
    name: Annotated[str, Form()] = "",
    query: Annotated[str, Form()] = "",
    csrf: Annotated[str, Form()] = "",
) -> Response:
    """Keep a question, and go back to its answer."""
    _ours(desk, csrf)
    kept = desk.ledger.save_question(SavedQuestion(name=name, query=query, by=desk.settings.reviewer))
    return RedirectResponse(f"/claims?{kept.query}", status_code=303)


@router.post("/questions/remove")
def remove_question(desk: At, name: Annotated[str, Form()] = "", csrf: Annotated[str, Form()] = "") -> Response:
    """Keep it no longer."""
    _ours(desk, csrf)
    desk.ledger.remove_question(name, by=desk.settings.reviewer)
    return RedirectResponse("/questions", status_code=303)


def _ours(desk: Desk, csrf: str) -> None:
    if not checked(desk.request, csrf):
        raise HTTPException(status_code=403, detail="this form is too old, or from another site")
