"""The forms in which every page is there: as itself, and with ``.json``, ``.csv`` or ``.geojson`` after its address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, get_args

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

Form = Literal["html", "json", "csv", "geojson"]
#: addresses of files, which end as they like
_FILES: Final = ("/static/", "/export")


class Forms:
    """Takes the ending off the address, and hands it to the view as ``request.state.form``."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            path, form = split(scope["path"])
            scope = {
                **scope,
                "path": path,
                "raw_path": path.encode("utf-8"),
                "state": {**scope.get("state", {}), "form": form},
            }
        await self._app(scope, receive, send)


def split(path: str) -> tuple[str, Form]:
    """``/claims.json`` is ``/claims`` in the form ``json``."""
    if not path.startswith(_FILES):
        for form in get_args(Form)[1:]:
            bare = path.removesuffix(f".{form}")
            if bare != path and not bare.endswith("/"):
                return bare, form
    return path, "html"
