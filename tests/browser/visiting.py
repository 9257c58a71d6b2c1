"""A page in a browser, what its browser complained of, and what axe-core says of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

AXE = Path(__file__).resolve().parents[2] / "islands" / "node_modules" / "axe-core" / "axe.min.js"


@dataclass
class Visit:
    """A page, and what its browser complained of."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)


def axe(page: Page) -> list[dict[str, Any]]:
    """What axe-core finds serious or critical: rule, help and the elements."""
    # in a world of its own, where the page's policy does not bind it
    session = page.context.new_cdp_session(page)
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": "axe"})["executionContextId"]
    session.send("Runtime.evaluate", {"contextId": world, "expression": AXE.read_text(encoding="utf-8")})
    run = (
        "axe.run(document, {resultTypes: ['violations']}).then(r => JSON.stringify(r.violations"
        ".filter(v => ['serious', 'critical'].includes(v.impact))"
        ".map(v => ({rule: v.id, help: v.help, nodes: v.nodes.map(n => n.html.slice(0, 200))}))))"
    )
    told = session.send(
        "Runtime.evaluate", {"contextId": world, "expression": run, "awaitPromise": True, "returnByValue": True}
    )
    found: list[dict[str, Any]] = json.loads(told["result"]["value"])
    return found
