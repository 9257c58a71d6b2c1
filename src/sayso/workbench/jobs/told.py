"""How work reads: a line for each page, and one for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.nouns.amount import several
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.workbench.jobs.job import Job, Page

_STATES = {
    "waiting": "waits",
    "fetching": "is being fetched",
    "reading": "is being read",
    "known": "is in the ledger already",
    "stopped": "was not read",
}
_TITLES = {
    "waiting": "Waiting to read",
    "running": "Reading",
    "done": "Read",
    "stopped": "Stopped reading",
    "failed": "Could not go on reading",
}


def line(page: Page) -> str:
    """What became of a page, in a line."""
    name = printable(page.name)
    if page.state == "known" and page.claims:
        return f"{name} is in the ledger already, with {several(page.claims, 'claim')}"
    if page.state == "stored":
        return f"{name}: read and stored, {several(page.claims, 'claim')}"
    if page.state == "refused":
        return f"{name}: {printable(page.what)}. What to do: {page.remedy}. ({page.code})"
    return f"{name} {_STATES[page.state]}"


def summary(job: Job) -> str:
    """What it is, as a heading."""
    return f"{_TITLES[job.state]} {several(max(len(job.pages), sum(job.counts.values())), 'page')}"


def outcome(job: Job) -> str:
    """How far it has come, in a line."""
    if job.state == "running" and all(page.state == "waiting" for page in job.pages):
        return "the reader is being started"
    parts = [f"{job.counts.get(state, 0)} {word}" for state, word in (("stored", "stored"), ("refused", "refused"))]
    if known := job.counts.get("known"):
        parts.insert(1, f"{known} known already")
    done, total = job.compared
    if job.state == "running" and done < total:
        parts.append(f"comparing with the other pages: {done} of {total}")
    return ", ".join(parts)
