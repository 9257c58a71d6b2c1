"""What goes wrong, as a page that says what to do: never a traceback."""

from __future__ import annotations

import dataclasses
import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from sayso.errors import SaysoError
from sayso.workbench.asked import Asked
from sayso.workbench.pool import BROKEN

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from sayso.workbench.settings import Settings

log = logging.getLogger("sayso.workbench")
#: code -> status of the answer; 503 where the ledger is not well, and 400 all other codes
_STATUS: Final = {
    "SAY-068": 404,
    "SAY-069": 409,
    "SAY-120": 404,
    "SAY-121": 501,
    "SAY-132": 403,
    "SAY-133": 429,
    "SAY-134": 413,
    "SAY-136": 404,
    "SAY-137": 421,
    "SAY-138": 401,
}
#: seconds after which another try may help
_RETRY: Final = {429: "60", 503: "5"}
_TITLES: Final = {
    401: "A token is needed",
    403: "This was not done",
    404: "Not found",
    413: "This is too much at one time",
    429: "Too often",
}


def register(app: FastAPI) -> None:
    """Answer every error with a page, or with JSON where JSON was asked for."""

    @app.exception_handler(SaysoError)
    def refused(request: Request, error: SaysoError) -> Response:
        return answer(request, error)

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        if isinstance(error.__cause__, SaysoError):  # a form that was refused while it came
            return answer(request, error.__cause__)
        what = {404: "there is no such page", 405: "this cannot be done here"}.get(error.status_code, str(error.detail))
        return _told(request, error.status_code, None, request.url.path, what, "start from the ledger")

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        fields = ", ".join(str(fault["loc"][-1]) for fault in error.errors())
        return _told(request, 400, None, fields, "this has a value that cannot be used", "go back and change it")


class Caught:
    """Answers what nobody expected, inside of what sets headers; the log has its traceback.

    Where the answer has begun, it is broken off, so that nobody takes half of it for the whole.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun = False

        async def sent(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, sent)
        except ClientDisconnect:
            return  # whoever asked has gone
        except Exception as error:
            if not isinstance(error, SaysoError):
                log.error("%s failed", scope.get("path", ""), exc_info=error)
            if begun or scope["type"] != "http":
                raise
            await _response(Request(scope), error)(scope, receive, send)


def _response(request: Request, error: Exception) -> Response:
    if isinstance(error, SaysoError):
        return answer(request, error)
    what = f"the workbench made a mistake ({type(error).__name__})"
    return _told(request, 500, "SAY-099", request.url.path, what, "try again; the log of sayso serve has the details")


def answer(request: Request, error: SaysoError) -> Response:
    """The page, or the JSON, of an error that says what to do."""
    status = 503 if error.code in BROKEN else _STATUS.get(error.code, 400)
    return _told(request, status, error.code, error.subject, error.what, error.remedy)


def _told(request: Request, status: int, code: str | None, subject: str, what: str, remedy: str) -> Response:
    headers = {"Retry-After": _RETRY[status]} if status in _RETRY else {}
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if getattr(request.state, "form", "html") != "html":
        told = {"code": code, "subject": subject, "what": what, "remedy": remedy}
        return JSONResponse(told, status_code=status, headers=headers)
    settings: Settings = request.app.state.settings
    if status in (401, 421):
        settings = dataclasses.replace(settings, ledger=Path())  # strangers need not know what it is called
    made = request.app.state.templates.get_template("fault.html").render(
        request=request,
        asked=Asked.of(request.query_params.multi_items()),
        settings=settings,
        title=_TITLES.get(status, "This did not work" if status >= 500 else "This cannot be answered"),
        status=status,
        code=code,
        subject=subject,
        what=what,
        remedy=remedy,
    )
    return Response(made, status_code=status, media_type="text/html; charset=utf-8", headers=headers)
