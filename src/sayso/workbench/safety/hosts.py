"""By which names the workbench answers: a name of somebody else's that leads to this machine is not one of them.

A page of another site could otherwise have its name lead to 127.0.0.1 and read the ledger as its own (DNS rebinding).
"""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers
from starlette.requests import Request

from sayso.errors import WorkbenchError

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

#: stands among the names for every address written as a number: nobody can make one of these lead elsewhere
ANY_NUMBER: Final = "*"


class Hosts:
    """Refuses requests for other names. The port makes no difference: a tunnel has one of its own."""

    def __init__(self, app: ASGIApp, *, names: tuple[str, ...]) -> None:
        self._app = app
        self._names = frozenset(name.lower() for name in names)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            given = Headers(scope=scope).getlist("host")
            if len(given) != 1 or not self._is_ours(given[0]):
                from sayso.workbench.faults import answer

                error = WorkbenchError("SAY-137", given[0][:80] if given else "")
                await answer(Request(scope), error)(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _is_ours(self, given: str) -> bool:
        name = name_of(given)
        return name is not None and (name in self._names or (ANY_NUMBER in self._names and _number(name)))


def name_of(given: str) -> str | None:
    """The name in a Host field (RFC 9110, section 7.2), in lower case; null where it is none.

    ``[::1]:8765`` is ``[::1]``, ``Localhost.:80`` is ``localhost``.
    """
    if given.startswith("["):
        name, bracket, port = given.partition("]")
        name, port = name + bracket, port.removeprefix(":") if port.startswith(":") else port and "x"
    else:
        name, _, port = given.partition(":")
        name = name.removesuffix(".")
    if (port and not (port.isascii() and port.isdecimal())) or not name or not name.isascii():
        return None
    return name.lower()


def cookie_for(base: str, host: str | None) -> str:
    """What a cookie of this server is called: browsers keep one jar for all ports of a machine."""
    port = (host or "").rpartition("]")[2].rpartition(":")[2] if ":" in (host or "").rpartition("]")[2] else ""
    return f"{base}_{port}" if port.isascii() and port.isdecimal() else base


def _number(name: str) -> bool:
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
