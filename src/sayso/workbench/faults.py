"""What goes wrong, as a page that says what to do: never a traceback."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from sayso.errors import SaysoError
from sayso.workbench.asked import Asked

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request

log = logging.getLogger("sayso.workbench")
#: code -> status of the answer; all other codes are 400
_STATUS: Final = {"SAY-068": 404, "SAY-069": 409, "SAY-063": 503}
_LEDGER: Final = frozenset({"SAY-060", "SAY-061", "SAY-062", "SAY-064", "SAY-065", "SAY-066", "SAY-067"})


def register(app: FastAPI) -> None:
    """Answer every error with a page, or with JSON where JSON was asked for."""

    @app.exception_handler(SaysoError)
    def refused(request: Request, error: SaysoError) -> Response:
        status = 503 if error.code in _LEDGER else _STATUS.get(error.code, 400)
        return _told(request, status, error.code, error.subject, error.what, error.remedy)

    @app.exception_handler(HTTPException)
    def missing(request: Request, error: HTTPException) -> Response:
        what = {404: "there is no such page", 405: "this cannot be done here"}.get(error.status_code, str(error.detail))
        return _told(request, error.status_code, None, request.url.path, what, "start from the ledger")

    @app.exception_handler(RequestValidationError)
    def invalid(request: Request, error: RequestValidationError) -> Response:
        fields = ", ".join(str(fault["loc"][-1]) for fault in error.errors())
        return _told(request, 400, None, fields, "this has a value that cannot be used", "go back and change it")

    @app.exception_handler(Exception)
    def ours(request: Request, error: Exception) -> Response:
        log.error("a view failed", exc_info=error)
        what = f"the workbench made a mistake ({type(error).__name__})"
        return _told(
            request, 500, "SAY-099", request.url.path, what, "try again; the log of sayso serve has the details"
        )


def _told(request: Request, status: int, code: str | None, subject: str, what: str, remedy: str) -> Response:
    if getattr(request.state, "form", "html") != "html":
        told = {"code": code, "subject": subject, "what": what, "remedy": remedy}
        return JSONResponse(told, status_code=status)
    made = request.app.state.templates.get_template("fault.html").render(
        request=request,
        asked=Asked.of(request.query_params.multi_items()),
        settings=request.app.state.settings,
        title="This did not work" if status >= 500 else "Not found" if status == 404 else "This cannot be answered",
        status=status,
        code=code,
        subject=subject,
        what=what,
        remedy=remedy,
    )
    return Response(made, status_code=status, media_type="text/html; charset=utf-8")
