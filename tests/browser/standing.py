"""Pages made for one island, served to the browser from memory under the workbench's own policy."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route
from visiting import Visit

from sayso.workbench.safety.headers import POLICY
from sayso.workbench.templating import STATIC, built

# a secure context, so that the clipboard can be used
ORIGIN: Final = "http://localhost:9"
_TYPES: Final = {".js": "text/javascript", ".css": "text/css", ".json": "application/json"}
#: milliseconds: the map is drawn in software
PATIENCE: Final = 60_000


def document(body: str) -> str:
    """A page of the workbench, with its style and its script, around ``body``."""
    styles = "".join(f'<link rel="stylesheet" href="/static/css/{name}.css">' for name in ("tokens", "base"))
    script = f'<script type="module" src="{built("page.js")}"></script>'
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Island</title>{styles}{script}</head>'
        f"<body><main><h1>Island</h1>{body}</main></body></html>"
    )


@contextmanager
def standing(browser: Browser, body: str, answers: dict[str, Any] | None = None, before: str = "") -> Iterator[Visit]:
    """A browser at a page of that body; ``answers`` are what addresses answer: JSON, or (media type, text)."""
    given = {"/": ("text/html; charset=utf-8", document(body)), **(answers or {})}

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        headers = {"Content-Security-Policy": POLICY}
        file = STATIC / path.removeprefix("/static/")
        if path in given:
            what = given[path]
            media, text = what if isinstance(what, tuple) else ("application/json", json.dumps(what))
            route.fulfill(body=text, content_type=media, headers={**headers, "Content-Type": media})
        elif path.startswith("/static/") and file.is_file():
            route.fulfill(body=file.read_bytes(), headers={**headers, "Content-Type": _TYPES[file.suffix]})
        else:
            route.fulfill(status=404, body="")

    context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    visit = Visit(page)
    page.on("console", lambda said: visit.complaints.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "request",
        lambda sent: None if sent.url.startswith((ORIGIN, "data:", "blob:")) else visit.outside.append(sent.url),
    )
    context.route("**/*", answer)
    if before:
        page.add_init_script(before)
    page.goto(f"{ORIGIN}/")
    try:
        yield visit
    finally:
        context.close()


def settle(page: Page, state: str = "ready") -> None:
    """Waits until every island of the page is in that state."""
    page.wait_for_selector(f'[data-island]:not([data-state="{state}"])', state="detached", timeout=PATIENCE)
