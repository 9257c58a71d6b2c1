"""Forms of other sites do nothing here: what changes something must come from a page of this workbench.

Two checks, either of which would do: where the browser says the request comes from (``Sec-Fetch-Site``, ``Origin``),
and a signed token in the form that matches a cookie (the double-submit pattern of the OWASP cheat sheet).
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import urlsplit

from fastapi import Depends
from itsdangerous import BadSignature, Signer
from markupsafe import Markup
from starlette.datastructures import FormData, Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request

from sayso.errors import WorkbenchError
from sayso.workbench.safety.hosts import cookie_for

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "sayso_csrf"
FIELD: Final = "csrf"
HEADER: Final = "x-csrf-token"
#: parts of a form that are no files, and bytes of each
_FIELDS: Final = 200
_FIELD_BYTES: Final = 2_000_000
_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})


class Csrf:
    """Refuses what would change something and does not come from a page of ours; hands views ``state.csrf``."""

    def __init__(self, app: ASGIApp, *, key: str) -> None:
        self._app = app
        self._signer = Signer(key, salt="sayso.csrf")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        name = cookie_for(COOKIE, headers.get("host"))
        held = self._held(name, headers.get("cookie", ""))
        token = held or self._signer.sign(secrets.token_urlsafe(18)).decode("ascii")
        scope.setdefault("state", {})["csrf"] = token
        if scope["method"] not in _SAFE and not _same_site(headers):
            from sayso.workbench.faults import answer

            error = WorkbenchError("SAY-132", scope["path"], "this form comes from another site")
            await answer(Request(scope), error)(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and held is None:
                cookie = f"{name}={token}; Path=/; SameSite=Strict; HttpOnly"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, sent)

    def _held(self, name: str, cookies: str) -> str | None:
        try:
            morsel = SimpleCookie(cookies).get(name)
            if morsel is None:
                return None
            self._signer.unsign(morsel.value)
        except (BadSignature, CookieError):
            return None
        return morsel.value


def _same_site(headers: Headers) -> bool:
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def csrf_field(request: Request) -> Markup:
    """The hidden field that every form which changes something carries."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, request.state.csrf)


def checked(request: Request, given: object) -> bool:
    """Whether a form, or the header of a script, carries the token of the visitor's cookie.

    Whoever brings the workbench's own token in a header is no browser that another site could have sent.
    """
    if getattr(request.state, "bearer", False):
        return True
    token = request.headers.get(HEADER) or (given if isinstance(given, str) else "")
    # that of the cookie where we signed it; else a new one, which nobody can have
    held: str = request.state.csrf
    return secrets.compare_digest(token.encode("utf-8", "replace"), held.encode("utf-8"))


async def checked_form(request: Request) -> AsyncIterator[FormData]:
    """The form that a request brings, which came from a page of ours; its files are closed when it is answered.

    Raises:
        WorkbenchError: SAY-132: it comes from elsewhere; SAY-134: it has more parts, or longer ones, than any of ours.
    """
    most = request.app.state.settings.max_pages
    try:
        form = await request.form(max_files=most, max_fields=_FIELDS, max_part_size=_FIELD_BYTES)
    except HTTPException as error:
        if error.status_code != 400:
            raise
        raise WorkbenchError("SAY-134", request.url.path, _why(str(error.detail))) from None
    try:
        if not checked(request, form.get(FIELD)):
            raise WorkbenchError("SAY-132", request.url.path)
        yield form
    finally:
        await form.close()


def _why(detail: str) -> str:
    """The parser's word, as the beginning of our line."""
    return f"the form cannot be taken: {detail.rstrip('.')}"


#: what a view takes that changes something: ``def change(desk: At, form: Checked) -> Response``
Checked = Annotated[FormData, Depends(checked_form)]
