"""How soon a browser shows each view of the workbench, and how much it loads for it.

    python benchmarks/workbench_paint.py --ledger LARGE.db

``sayso serve`` runs over a ledger of some 100,000 claims, and Debian's Chromium (``make browser``) opens one address of
each view of :mod:`workbench_load`, five times, each time with an empty cache. Milliseconds are from the request to the
first contentful paint, the middle of the five; one visit before them is not counted, so that the ledger's summaries are
at hand. What is loaded is counted as it goes over the wire, compressed, with all that the page's drawings ask for.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
from pathlib import Path

from playwright.sync_api import Browser, Request, sync_playwright

from results import record, table
from workbench_load import served, views

VISITS = 5
#: no sandbox: containers run it as root; software rendering, since there is no screen; nothing asked of its maker
FLAGS = (
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
PAINTED = "performance.getEntriesByName('first-contentful-paint').map(each => each.startTime)"
#: milliseconds until a page and its drawings are there
PATIENCE = 60_000
#: answers that no page is
DATA = ("ledger as JSON", "timeline, drawn", "map, drawn")


def visit(browser: Browser, address: str) -> tuple[float, float, int]:
    """Milliseconds to the first contentful paint, KB over the wire, and requests of one visit with an empty cache."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    try:
        done: list[Request] = []
        context.on("requestfinished", lambda request: done.append(request))
        page = context.new_page()
        answer = page.goto(address, timeout=PATIENCE)
        assert answer is not None
        assert answer.ok, f"{address}: {answer.status}"
        page.wait_for_load_state("networkidle", timeout=PATIENCE)
        sizes = [request.sizes() for request in done]
        loaded = sum(each["responseBodySize"] + each["responseHeadersSize"] for each in sizes)
        return page.evaluate(PAINTED)[0], loaded / 1000, len(sizes)
    finally:
        context.close()


def main() -> None:
    """Run and record."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ledger", type=Path, required=True)
    arguments = parser.parse_args()
    chromium = os.environ.get("SAYSO_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        parser.error("there is no Chromium: install it with make browser")
    addresses = views(arguments.ledger)
    rows = []
    with served(arguments.ledger, addresses) as (_, host), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for name, drawn in addresses.items():
            if name in DATA:
                continue
            visit(browser, host + drawn[0])
            visits = [visit(browser, host + drawn[0]) for _ in range(VISITS)]
            paint = statistics.median(each[0] for each in visits)
            rows.append(
                (name, f"{paint:.0f}", f"{max(each[1] for each in visits):.0f}", max(each[2] for each in visits))
            )
            print(rows[-1], flush=True)
        browser.close()
    head = ("view", "first contentful paint, ms", "KB loaded, compressed", "requests")
    record("The workbench in a browser", "python benchmarks/workbench_paint.py --ledger LARGE.db", table(head, rows))


if __name__ == "__main__":
    main()
