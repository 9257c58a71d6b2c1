"""How far reading has come: ``/jobs/{id}``, and the same as it happens."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any, Final

from fastapi import APIRouter, Response
from sse_starlette.sse import EventSourceResponse
from starlette.requests import Request
from starlette.responses import RedirectResponse

from sayso.workbench.desk import At
from sayso.workbench.jobs.job import Job, Page
from sayso.workbench.jobs.runner import Jobs
from sayso.workbench.jobs.told import line, outcome, summary
from sayso.workbench.safety.csrf import Checked
from sayso.workbench.words import key

router = APIRouter()
#: seconds between two looks at the work: reading a page takes about one
_LOOK: Final = 0.25


@router.get("/jobs/{ident}")
def show_job(desk: At, ident: str) -> Response:
    """What became of each page."""
    job = _jobs(desk.request).find(ident)
    with job.lock:
        return desk.page("job.html", title=summary(job), found=_plain(job), job=job, line=line, outcome=outcome(job))


@router.post("/jobs/{ident}/stop")
def stop_job(request: Request, ident: str, form: Checked) -> Response:
    """End it before its end; what was stored stays."""
    jobs = _jobs(request)
    jobs.stop(jobs.find(ident))
    return RedirectResponse(f"/jobs/{ident}", status_code=303)


@router.get("/jobs/{ident}/events")
async def follow_job(request: Request, ident: str) -> EventSourceResponse:
    """Server-sent events: ``update`` with one row each, and ``done`` at the end."""
    jobs = _jobs(request)
    return EventSourceResponse(_events(jobs, jobs.find(ident)))


async def _events(jobs: Jobs, job: Job) -> AsyncIterator[dict[str, str]]:
    seen = -1
    while not jobs.closed:  # the server ends: the page stays as it is, and asks again
        # read before the pages: what changes meanwhile is sent the next time
        serial, over = job.serial, job.over
        if serial != seen:
            for page in list(job.pages):
                if page.serial > seen:
                    yield {"event": "update", "data": json.dumps(_row(page))}
            yield {"event": "update", "data": json.dumps(_whole(job))}
            seen = serial
        if over:
            yield {"event": "done", "data": f"{summary(job)}. {outcome(job)}"}
            return
        await asyncio.sleep(_LOOK)


def _row(page: Page) -> dict[str, Any]:
    row = {"id": str(page.number), "state": page.state, "line": line(page)}
    if page.document:
        row |= {"href": f"/documents/{key(page.document)}", "title": page.title or "Open the page"}
    return row


def _whole(job: Job) -> dict[str, Any]:
    done = sum(job.counts.values())
    return {
        "id": "all",
        "state": job.state,
        "line": outcome(job),
        "done": done,
        "total": max(len(job.pages), done),
    }


def _plain(job: Job) -> dict[str, Any]:
    pages = [
        {
            "name": page.name,
            "state": page.state,
            "document": page.document or None,
            "title": page.title or None,
            "claims": page.claims,
            "code": page.code or None,
            "what": page.what or None,
            "remedy": page.remedy or None,
        }
        for page in job.pages
    ]
    notes = [{"code": each.code, "what": each.what, "remedy": each.remedy} for each in job.notes]
    return {"state": job.state, "counts": job.counts, "pages": pages, "left_out": job.left_out, "notes": notes}


def _jobs(request: Request) -> Jobs:
    found: Jobs = request.app.state.jobs
    return found
