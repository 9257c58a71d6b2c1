"""What leaves the ledger for other tools: ``/export``, and each format below it."""

from __future__ import annotations

import asyncio
import re
import threading
from dataclasses import dataclass
from typing import BinaryIO, Final

from fastapi import APIRouter, Response
from starlette.requests import Request
from starlette.responses import RedirectResponse, StreamingResponse

from sayso.errors import ExportError, WorkbenchError
from sayso.export import FORMATS, Format, Selection, export, format_named, ready
from sayso.workbench.asked import CHOSEN, Asked
from sayso.workbench.desk import At
from sayso.workbench.pool import Pool
from sayso.workbench.sending import Sending

router = APIRouter()
#: exports at one time: each keeps a processor busy
_AT_ONCE: Final = 2
#: how often it is looked for a turn, and seconds between two looks
_LOOKS: Final = 100
_LOOK: Final = 0.1
_CHOSEN: Final = (*CHOSEN, "claim")
_PLAIN: Final = re.compile(r"[0-9A-Za-z]+")
#: characters of an id that stand in the name of a file
_LONGEST: Final = 24
_under_way = threading.BoundedSemaphore(_AT_ONCE)


@dataclass(frozen=True, slots=True)
class Choice:
    """A format as the page lists it. ``missing``: why it cannot be had here."""

    format: Format
    missing: ExportError | None


@router.get("/export")
def show_formats(desk: At) -> Response:
    """What there is, what each format loses, and how much meets the filters."""
    if (wanted := desk.asked.get("format")) is not None:  # a form has no links
        return RedirectResponse(f"/export/{format_named(wanted).name}{desk.asked.query(format=None)}", status_code=303)
    filters = _selection(desk.asked).chosen(desk.ledger)
    named = tuple((name, value) for name in _CHOSEN if (value := desk.asked.get(name)) is not None)
    return desk.page(
        "export.html",
        title="Export",
        claims=desk.kept(("count", filters), lambda: desk.ledger.count(filters)),
        named=named,
        choices=tuple(map(_choice, FORMATS.values())),
    )


@router.get("/export/{name}")
async def send(request: Request, name: str) -> Response:
    """What meets the filters, in one format, sent while it is written.

    Raises:
        ExportError: SAY-120 no such format, SAY-121 its libraries are missing, SAY-129 nothing to write.
        WorkbenchError: SAY-133: others are being written.
    """
    chosen = format_named(name)
    ready(chosen)
    selection = _selection(Asked.of(request.query_params.multi_items()))
    pool: Pool = request.app.state.pool

    def write(out: BinaryIO) -> None:
        try:
            with pool.ledger() as ledger:
                export(chosen.name, ledger, selection, out)
        finally:
            _under_way.release()

    await _turn()
    sending = Sending(write)
    await sending.begin()
    return StreamingResponse(
        sending.chunks(),
        media_type=chosen.media_type,
        headers={
            "Content-Disposition": f'attachment; filename="{_file_name(chosen, selection)}"',
            # a page of ours that is opened from here has nothing of this workbench's
            "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox",
        },
    )


async def _turn() -> None:
    """Wait for a turn, for a while.

    Raises:
        WorkbenchError: SAY-133: others take long.
    """
    for _ in range(_LOOKS):
        if _under_way.acquire(blocking=False):
            return
        await asyncio.sleep(_LOOK)
    raise WorkbenchError("SAY-133", "Export", "other exports are being written", "try again when they are done")


def _selection(asked: Asked) -> Selection:
    """What the address chooses.

    Raises:
        ConfigError: SAY-001: a value cannot be used.
    """
    named = {name: asked.get(name) for name in _CHOSEN}
    return Selection(filters=asked.filters(size=None, sort=asked.order), **named)


def _file_name(format: Format, selection: Selection) -> str:
    """A name of plain letters: what is exported, and in which format where the suffix does not say."""
    what = selection.claim or selection.cluster or selection.document or ""
    parts = ["sayso", *_PLAIN.findall(what[:_LONGEST])]
    if format.suffix != f".{format.name}":
        parts.append(format.name)
    return "-".join(parts) + format.suffix


def _choice(format: Format) -> Choice:
    try:
        ready(format)
    except ExportError as error:
        return Choice(format, error)
    return Choice(format, None)
