"""Forms of other sites do nothing here: what changes something must come from a page of this workbench.

Two checks, either of which would do: where the browser says the request comes from (``Sec-Fetch-Site``, ``Origin``),
and a signed token in the form that matches a cookie (the double-submit pattern of the OWASP cheat sheet).
"""

from __future__ import annotations

import secrets
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from itsdangerous import BadSignature, Signer
from markupsafe import Markup
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "sayso_csrf"
FIELD: Final = "csrf"
HEADER: Final = "x-csrf-token"
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
        held = self._held(headers.get("cookie", ""))
        token = held or self._signer.sign(secrets.token_urlsafe(18)).decode("ascii")
        scope.setdefault("state", {})["csrf"] = token
        if scope["method"] not in _SAFE and not _same_site(headers):
            await PlainTextResponse("This form comes from another site.", status_code=403)(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start" and held is None:
                cookie = f"{COOKIE}={token}; Path=/; SameSite=Strict; HttpOnly"
                MutableHeaders(scope=message).append("Set-Cookie", cookie)
            await send(message)

        await self._app(scope, receive, sent)

    def _held(self, cookies: str) -> str | None:
        try:
            morsel = SimpleCookie(cookies).get(COOKIE)
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
    """Whether a form, or the header of a script, carries the token of the visitor's cookie."""
    token = request.headers.get(HEADER) or (given if isinstance(given, str) else "")
    held = request.cookies.get(COOKIE, "")
    return bool(held) and secrets.compare_digest(token.encode("utf-8"), held.encode("utf-8"))
