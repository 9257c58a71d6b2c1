"""Every view in a browser: accessible, inside its frame at both widths, in both themes, and with no complaint."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from addresses import addresses
from visiting import Visit, axe

VIEWS = (
    "ledger", "ledger, asked", "ledger, nothing", "pages", "reading", "reading with spam", "claim", "timeline", "map",
    "movements", "figures", "figures, asked", "sources", "source", "origins", "cluster", "review", "add", "export",
    "questions", "missing",
)  # fmt: skip
#: those that everyone must be able to use without scripts
MAIN = ("ledger, asked", "reading", "claim", "timeline", "map", "figures, asked", "source", "cluster", "review", "add")
#: most bytes that a view may load, as they go over the wire
HEAVIEST = 1_500_000


@pytest.fixture(scope="module")
def where(example_ledger: Path) -> dict[str, str]:
    found = addresses(example_ledger)
    assert set(found) == set(VIEWS)
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_a_view(site: str, where: dict[str, str], visit: Callable[..., Visit], view: str) -> None:
    seen = visit(site + where[view])
    page = seen.page
    for width, scheme in itertools.product((1280, 390), ("light", "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # one of the two that it takes
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, "the page scrolls sideways"
        serious = axe(page)
        assert not serious, f"{width} {scheme}: {json.dumps(serious, indent=1)}"
    # what the browser says of an answer of 404 is no complaint of ours
    assert not [each for each in seen.complaints if view != "missing" or "404" not in each]
    assert not seen.outside
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("view", MAIN)
def test_without_scripts(site: str, where: dict[str, str], visit: Callable[..., Visit], view: str) -> None:
    with_scripts = visit(site + where[view]).page
    without = visit(site + where[view], scripts=False).page
    links = "[...document.querySelectorAll('main a')].map(a => a.getAttribute('href'))"
    said = without.locator("main").inner_text()
    assert len(said.split()) > 20
    # all that can be reached with scripts can be reached without, but what drawings link to
    tables = set(with_scripts.evaluate(f"{links}"))
    shown = set(without.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))"))
    assert len(shown) >= 0.8 * len(tables)


@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_heavy(site: str, where: dict[str, str], visit: Callable[..., Visit], view: str) -> None:
    seen = visit(site + where[view])
    session = seen.page.context.new_cdp_session(seen.page)
    sizes: dict[str, int] = {}
    session.on("Network.loadingFinished", lambda e: sizes.__setitem__(e["requestId"], int(e["encodedDataLength"])))
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    seen.page.reload(wait_until="networkidle")
    assert 0 < sum(sizes.values()) <= HEAVIEST
