"""Who may come in where others than this machine can: whoever brings the token.

Once, in the address (``?token=…``), which is answered with a cookie and the address without it, so that it stays in no
history; a script sends it as ``Authorization: Bearer …`` each time. It is compared in constant time, and whoever brings
wrong ones has to wait.
"""

from __future__ import annotations

import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qsl, quote, urlencode

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sayso.errors import WorkbenchError
from sayso.workbench.safety.hosts import cookie_for
from sayso.workbench.safety.rates import Rates

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE: Final = "sayso_token"
PARAMETER: Final = "token"
#: wrong tokens from one address, and from all: 128 random bits cannot be guessed so, a chosen word can still be no name
_ONE: Final = "10/minute"
_ALL: Final = "100/minute"


class Gate:
    """Lets in whoever has the token; everybody where there is none. What ships with us is no secret."""

    def __init__(self, app: ASGIApp, *, token: str | None) -> None:
        self._app = app
        self._token = token
        self._rates = Rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._token is None or scope["path"].startswith("/static/"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if _same(_cookie(headers), self._pass):
            await self._app(scope, receive, send)
            return
        scheme, _, given = headers.get("authorization", "").partition(" ")
        bearer = given.strip() if scheme.lower() == "bearer" else ""
        pairs = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        named = next((value for name, value in pairs if name == PARAMETER), "") if scope["method"] == "GET" else ""
        who = (scope.get("client") or ("",))[0]
        if (bearer or named) and (self._rates.used_up("token", who, _ONE) or self._rates.used_up("token", "*", _ALL)):
            await self._refuse(WorkbenchError("SAY-133", "token", "too many wrong tokens came"), scope, receive, send)
        elif bearer and _same(bearer, self._token):
            scope.setdefault("state", {})["bearer"] = True
            await self._app(scope, receive, send)
        elif named and _same(named, self._token):
            rest = urlencode([(name, value) for name, value in pairs if name != PARAMETER])
            await self._welcome(scope["path"], rest, headers.get("host"))(scope, receive, send)
        else:
            what = None
            if bearer or named:
                self._rates.hit("token", who, _ONE)
                self._rates.hit("token", "*", _ALL)
                what = "this is not its token"
            await self._refuse(WorkbenchError("SAY-138", "", what), scope, receive, send)

    @property
    def _pass(self) -> str:
        """What the cookie holds: the token cannot be had from it, and it holds as long as the token does."""
        return hmac.new((self._token or "").encode("utf-8"), b"sayso.workbench.gate", hashlib.sha256).hexdigest()

    def _welcome(self, path: str, query: str, host: str | None) -> Response:
        # one slash at its beginning and no other: two would name another host
        plain = "/" + quote(path.replace("\\", "/").lstrip("/"), safe="/:@!$&'()*+,;=-._~")
        made = RedirectResponse(f"{plain}?{query}" if query else plain, status_code=303)
        made.set_cookie(cookie_for(COOKIE, host), self._pass, path="/", httponly=True, samesite="strict")
        return made

    @staticmethod
    async def _refuse(error: WorkbenchError, scope: Scope, receive: Receive, send: Send) -> None:
        from sayso.workbench.faults import answer

        await answer(Request(scope), error)(scope, receive, send)


def _cookie(headers: Headers) -> str:
    try:
        name = cookie_for(COOKIE, headers.get("host"))
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode("utf-8", "replace"))
