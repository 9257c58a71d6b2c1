"""Bring pages to read: ``/add``."""

from __future__ import annotations

from typing import Final

from fastapi import APIRouter, Response
from starlette.requests import Request
from starlette.responses import RedirectResponse

from sayso.workbench.desk import At
from sayso.workbench.jobs.intake import take
from sayso.workbench.jobs.runner import Jobs
from sayso.workbench.jobs.told import outcome, summary
from sayso.workbench.safety.csrf import Checked
from sayso.workbench.safety.rates import Rates

router = APIRouter()
#: pieces of work of one visitor
_LISTED: Final = 10


@router.get("/add")
def show_form(desk: At) -> Response:
    """The form, and what this visitor brought before."""
    jobs: Jobs = desk.request.app.state.jobs
    own = jobs.of(_visitor(desk.request))[:_LISTED]
    return desk.page("add.html", title="Add pages", jobs=own, summary=summary, outcome=outcome)


@router.post("/add")
def add_pages(request: Request, form: Checked) -> Response:
    """Take links, text and files, and go where their progress shows.

    Raises:
        SaysoError: SAY-133 too often or too much waits, SAY-134 too much at once, SAY-135 nothing, SAY-001, SAY-040.
    """
    state = request.app.state
    rates: Rates = state.rates
    rates.take("Add", request.client.host if request.client else "", f"{state.settings.adds_per_hour}/hour")
    inputs, file = take(form, most=state.settings.max_pages)
    jobs: Jobs = state.jobs
    try:
        job = jobs.begin(inputs, file, visitor=_visitor(request))
    except BaseException:
        file.close()
        raise
    return RedirectResponse(f"/jobs/{job.id}", status_code=303)


def _visitor(request: Request) -> str:
    found: str = request.state.csrf
    return found
