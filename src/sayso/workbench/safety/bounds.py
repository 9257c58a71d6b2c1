"""How much a request may bring: counted while it comes, whatever it says of its length."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.requests import Request

from sayso.errors import WorkbenchError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: bytes of a form that brings no files
FORM: Final = 1_000_000
#: what is too long is read and thrown away, up to so many times the limit: a browser that is cut off while it sends
#: shows its own error and not our page
_DRAINED: Final = 4


class Bounds:
    """Refuses bodies longer than ``limits`` allow for their path, or than a form is.

    ``limits`` is read at every request.
    """

    def __init__(self, app: ASGIApp, *, limits: Mapping[str, int]) -> None:
        self._app = app
        self._limits = limits

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = self._limits.get(scope["path"], FORM)
        told = Headers(scope=scope).get("content-length", "")
        if told.isascii() and told.isdecimal() and int(told[:18]) > _DRAINED * limit:
            from sayso.workbench.faults import answer

            await answer(Request(scope), _too_much(scope["path"], limit))(scope, receive, send)
            return
        await self._app(scope, _counted(receive, limit, scope["path"]), send)


def _counted(receive: Receive, limit: int, path: str) -> Receive:
    came = 0

    async def counted() -> Message:
        nonlocal came
        message = await receive()
        if message["type"] != "http.request":
            return message
        came += len(message.get("body", b""))
        if came <= limit:
            return message
        while message["type"] == "http.request" and message.get("more_body") and came <= _DRAINED * limit:
            message = await receive()
            came += len(message.get("body", b""))
        raise _too_much(path, limit)

    return counted


def _too_much(path: str, limit: int) -> WorkbenchError:
    return WorkbenchError("SAY-134", path, f"this is more than {limit / 1_000_000:g} MB, the most that is taken here")
