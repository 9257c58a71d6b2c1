"""The pages that everybody opens first, asked once when the server starts: their summaries are then at hand.

In a large ledger the first count of all facets takes half a second or more, and so does loading what a question needs.
The series that the front page of figures leads to take as long each: they follow one by one, with pauses.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import TYPE_CHECKING, Final

import httpx

if TYPE_CHECKING:
    from fastapi import FastAPI

    from sayso.workbench.settings import Settings

log = logging.getLogger("sayso.workbench")
#: seconds between two series: whoever has come meanwhile goes first
_PAUSE: Final = 2.0
#: series that are made in this way: each is kept with all of its reports
_SERIES: Final = 12
#: in the order in which they are opened; the question about figures loads what every such question needs
_FIRST: Final = ("/claims", "/sources", "/figures", "/figures?q=people", "/map", "/timeline")


async def warm(app: FastAPI, settings: Settings) -> None:
    """Ask for each of them, one after the other, as a visitor would; what fails will be told to who asks for it."""
    bearer = {"Authorization": f"Bearer {settings.token}"} if settings.token else {}
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(
        transport=transport, base_url=f"http://{settings.hosts[0]}", headers=bearer
    ) as visitor:
        for address in _FIRST:
            answer = await visitor.get(address)
            log.debug("%s: %s", address, answer.status_code)
        # what is there now stays: looking it through for garbage again and again would take a tenth of every answer
        gc.collect()
        gc.freeze()
        listed = await visitor.get("/figures.json")
        for thing in listed.json()["things"][:_SERIES] if listed.is_success else ():
            await asyncio.sleep(_PAUSE)
            await visitor.get("/figures", params=thing["query"])
