"""The workbench in a real browser: Debian's Chromium, driven by Playwright, against a server on this machine."""

from __future__ import annotations

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, sync_playwright
from visiting import Visit

from sayso.workbench.app import make_app
from sayso.workbench.settings import Settings
from sayso.workbench.templating import STATIC

#: no sandbox: tests run as root in containers; software rendering, since there is no screen; nothing asked of its maker
_FLAGS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
#: seconds for a server to come up, or a page to settle, on a busy machine
PATIENCE = 60


def chromium() -> str | None:
    """Where Chromium is: ``SAYSO_CHROMIUM``, else on the path."""
    return os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All in one worker: one browser and one server serve them."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one file of tests: as long as Playwright is there, nothing else of asyncio runs in this thread."""
    where = chromium()
    if where is None:
        pytest.skip("there is no Chromium: install it with make browser")
    if not (STATIC / "built" / "manifest.json").exists():
        pytest.skip("the islands are not built: make setup builds them")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=where, args=list(_FLAGS))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """``serve(LEDGER)`` starts a workbench over a ledger; its address."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(ledger: Path) -> str:
        listening = socket.socket()
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
        app = make_app(Settings(ledger=ledger))
        server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        running.append((server, thread))
        until = time.monotonic() + PATIENCE
        while not server.started and time.monotonic() < until:
            time.sleep(0.02)
        assert server.started
        return f"http://127.0.0.1:{port}"

    yield start
    for server, thread in running:
        server.should_exit = True
        thread.join(PATIENCE)


@pytest.fixture(scope="session")
def site(serve: Callable[[Path], str], example_ledger: Path) -> str:
    """The workbench over the example pages, to look at."""
    return serve(example_ledger)


@pytest.fixture
def own_site(serve: Callable[[Path], str], example_ledger: Path, tmp_path: Path) -> str:
    """The workbench over a copy of them, to change."""
    return serve(Path(shutil.copy(example_ledger, tmp_path / "own.db")))


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """``visit(ADDRESS, width=, dark=, scripts=)`` opens a page and waits until it is quiet."""
    contexts: list[BrowserContext] = []

    def open_page(address: str, *, width: int = 1280, dark: bool = False, scripts: bool = True) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE * 1000)
        contexts.append(context)
        seen = Visit(context.new_page())
        home = address.split("/", 3)[2]

        def heard(message: Any) -> None:
            if message.type in ("error", "warning"):
                seen.complaints.append(message.text)

        def asked(request: Any) -> None:
            if request.url.startswith("http") and request.url.split("/", 3)[2] != home:
                seen.outside.append(request.url)

        seen.page.on("console", heard)
        seen.page.on("pageerror", lambda error: seen.complaints.append(str(error)))
        seen.page.on("request", asked)
        seen.page.goto(address, wait_until="networkidle" if scripts else "load")
        return seen

    yield open_page
    for context in contexts:
        context.close()
