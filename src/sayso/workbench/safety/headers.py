"""The headers that every answer carries: nothing runs, loads or frames what this server did not ship.

Follows the OWASP Secure Headers Project and CSP level 3 (w3.org/TR/CSP3).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Headers:
    """Adds the headers that the answer does not set itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", _kept(scope, message["status"]))
            await send(message)

        await self._app(scope, receive, sent)


def _kept(scope: Scope, status: int) -> str:
    """What a browser may keep: files of ours whose address changes when they do, and nothing of the ledger."""
    ours = scope["path"].startswith("/static/")
    if ours and status == 200 and (scope["path"].startswith("/static/built/") or b"v=" in scope["query_string"]):
        return "public, max-age=31536000, immutable"
    return "no-cache" if ours else "no-store"
