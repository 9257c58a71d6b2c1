"""The server around the application: where it listens, who may come in, and how it ends."""

from __future__ import annotations

import contextlib
import ipaddress
import logging
import os
import secrets
import socket
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Final
from urllib.parse import quote

import uvicorn

from sayso.config import Settings as Configured
from sayso.errors import ConfigError, WorkbenchError
from sayso.workbench.app import make_app
from sayso.workbench.safety.gate import PARAMETER
from sayso.workbench.safety.hosts import ANY_NUMBER
from sayso.workbench.settings import LOCAL, Settings

#: a request's line and headers: many filters in an address are some KB
_HEAD_BYTES: Final = 64 * 1024
#: connections at one time; each page loads a handful of files
_CONNECTIONS: Final = 512
#: what is shorter can be guessed
_SHORTEST: Final = 12


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there.

    Raises:
        WorkbenchError: SAY-130: the port is taken, may not be used, or is on another machine.
    """
    try:
        family = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except (OSError, UnicodeError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno and error.errno > 0 else str(error)
        raise WorkbenchError("SAY-130", f"{host}:{port}", f"nothing can listen there ({why.lower()})") from None


def access(
    host: str,
    names: tuple[str, ...],
    token: str | None,
    *,
    ledger: Path,
    configured: Configured,
    reviewer: str = "reviewer",
) -> Settings:
    """Who may come in: on this machine everybody who has a name for it, from elsewhere whoever has the token.

    ``reviewer`` is who decides in a browser that was given no name.

    Raises:
        ConfigError: SAY-001: the token is short enough to be guessed.
    """
    if token is not None and (len(token) < _SHORTEST or not token.isascii() or not token.isprintable()):
        what = f"a token has {_SHORTEST} characters or more, all of them plain ASCII"
        raise ConfigError("SAY-001", "--token", what, "leave it out, and one is made")
    known = (*LOCAL, *names)
    if not _is_local(host):
        token = token or secrets.token_urlsafe(24)
        known = (*known, ANY_NUMBER, host, socket.gethostname(), socket.getfqdn())
    return Settings(
        ledger=ledger,
        hosts=tuple(dict.fromkeys(known)),
        token=token,
        max_upload=configured.upload_bytes,
        max_pages=configured.upload_pages,
        adds_per_hour=configured.adds_per_hour,
        reviewer=reviewer,
        warm=True,
    )


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def address(settings: Settings, listener: socket.socket) -> str:
    """Where a browser on this machine finds it, with the token."""
    bound = ipaddress.ip_address(listener.getsockname()[0].partition("%")[0])
    host = "127.0.0.1" if bound.is_unspecified else str(bound)
    if bound.version == 6:
        host = "[::1]" if bound.is_unspecified else f"[{bound}]"
    token = f"?{PARAMETER}={quote(settings.token, safe='')}" if settings.token else ""
    return f"http://{host}:{listener.getsockname()[1]}/{token}"


class _Server(uvicorn.Server):
    """Says when it is there, and when it is to end: work under way would hold it up."""

    def __init__(self, config: uvicorn.Config, *, ready: Callable[[], None], ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        threading.Thread(target=self._ending, daemon=True).start()  # a signal's handler must not wait for locks
        super().handle_exit(sig, frame)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            self._ready()


def run(settings: Settings, listener: socket.socket, *, told: Callable[[str], None]) -> None:
    """Serve until somebody presses Ctrl-C, and tell the address once."""
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # what fails is told by sayso.workbench, once
    app = make_app(settings)
    config = uvicorn.Config(
        app,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=False,
        ws="none",
        http="h11",
        h11_max_incomplete_event_size=_HEAD_BYTES,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=1,
    )
    server = _Server(config, ready=lambda: told(address(settings, listener)), ending=app.state.jobs.close)
    with contextlib.suppress(KeyboardInterrupt):
        server.run(sockets=[listener])
