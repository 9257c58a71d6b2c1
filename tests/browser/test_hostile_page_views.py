"""A page full of tricks, brought in through the browser: it is text in every view, and nothing of it runs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_page import BRACES, IMAGE, NAME, OUTLET, QUESTION, RUN, SCRIPT, SPEAKER, TITLE, hostile_page
from playwright.sync_api import Browser, Dialog, Page, Route, expect
from standing import PATIENCE
from visiting import Visit

from sayso.ledger import Ledger, make_filters
from sayso.workbench.words import key

#: view -> what of the page it shows, letter by letter
SHOWN = {
    "ledger": TITLE,
    "ledger, asked": IMAGE,
    "pages": TITLE,
    "reading": SCRIPT,
    "capture": SCRIPT,
    "claim": IMAGE,
    "timeline": None,
    "map": None,
    "movements": None,
    "figures": None,
    "figures, asked": None,
    "sources": SPEAKER,
    "source": SPEAKER,
    "origins": None,
    "cluster": IMAGE,
    "compare": TITLE,
    "review": SPEAKER,
    "log": SPEAKER,
    "questions": QUESTION,
    "export": None,
    "job": TITLE,
}
_FRAMES = "capture"
#: what reaches beyond the page, where it scrolls sideways
_WIDER = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('main *')]
  .filter(each => each.getBoundingClientRect().right > innerWidth).map(each => each.outerHTML.slice(0, 120))"""


@pytest.fixture(scope="module")
def brought(browser: Browser, serve: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """View -> address, once the page was added, a speaker corrected and a question saved, all in the browser."""
    path = tmp_path_factory.mktemp("hostile") / "ledger.db"
    Ledger.open(path).close()
    site = serve(path)
    context = browser.new_context()
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    where = {"job": _add(page, site)}
    page.goto(f"{site}/claims?q=Korr")
    page.get_by_text("Save this question").click()
    page.get_by_label("Name", exact=True).fill(QUESTION)
    page.get_by_role("button", name="Save").click()
    with Ledger.open(path) as ledger:
        claims = list(ledger.claims(make_filters(query="nine people died", limit=1)))
        claim = f"{key(claims[0].document.id)}/{claims[0].id}"
    page.goto(f"{site}/review?at={claim}")
    page.get_by_label("Who says it").fill(SPEAKER)
    page.get_by_label("Reason").last.fill(SCRIPT)
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.locator(".note[role=status]")).to_contain_text(SPEAKER)
    context.close()
    with Ledger.open(path) as ledger:
        documents = [key(each.id) for each in ledger.documents(make_filters())]
        found = ledger.claim(claim.replace("/", "#"))[0]
    assert found.cluster
    assert len(documents) == 2
    return where | {
        "ledger": f"{site}/claims",
        "ledger, asked": f"{site}/claims?q=people",
        "pages": f"{site}/documents",
        "reading": f"{site}/documents/{key(found.document.id)}",
        "capture": f"{site}/documents/{key(found.document.id)}?beside=capture",
        "claim": f"{site}/claims/{claim}",
        "timeline": f"{site}/timeline",
        "map": f"{site}/map",
        "movements": f"{site}/movements",
        "figures": f"{site}/figures",
        "figures, asked": f"{site}/figures?q=people",
        "sources": f"{site}/sources",
        "source": f"{site}/claims?by=Dimovska",
        "origins": f"{site}/origins?pages=1",
        "cluster": f"{site}/origins/{found.cluster.name}",
        "compare": f"{site}/compare?a={documents[0]}&b={documents[1]}",
        "review": f"{site}/review?at={claim}",
        "log": f"{site}/review/log",
        "questions": f"{site}/questions",
        "export": f"{site}/export",
    }


def _add(page: Page, site: str) -> str:
    """Adds it as a file, and its words as pasted text besides; the address of the work."""
    page.goto(f"{site}/add")
    page.get_by_label("HTML, text, PDF").set_input_files(
        {"name": NAME, "mimeType": "text/html", "buffer": hostile_page()}
    )
    page.get_by_label("The article, as plain text").fill(
        f"At least nine people had died at Korr, {SPEAKER} said on Tuesday. {IMAGE} {BRACES}\n\nThe ministry denied it."
    )
    page.get_by_label("Headline").fill(TITLE)
    page.get_by_label("Outlet").fill(OUTLET)
    page.get_by_role("button", name="Read and keep").click()
    expect(page.get_by_role("link", name="Go to the ledger")).to_be_visible(timeout=3 * PATIENCE)
    expect(page.get_by_role("main")).to_contain_text("2 stored, 0 refused")
    return page.url


@pytest.mark.parametrize("view", SHOWN)
def test_a_view_shows_text_and_runs_nothing(brought: dict[str, str], visit: Callable[..., Visit], view: str) -> None:
    seen = visit(brought[view], width=390)
    page = seen.page
    dialogs: list[str] = []

    def closed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", closed)
    assert page.url == brought[view], "the page led away"
    text = page.locator("body").inner_text()
    if (shown := SHOWN[view]) is not None:
        assert " ".join(shown.split()) in " ".join(text.split())
    assert "49" not in text.replace("149", ""), "a template was worked out"
    assert page.evaluate("document.documentElement.dataset.ran ?? null") is None
    # what would run on a click, or on the next page
    assert page.locator('a[href^="javascript:" i], a[href^="data:" i], [onclick], [onload], [onerror]').count() == 0
    for width in (390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        wide = page.evaluate(_WIDER)
        assert wide == [], "the page scrolls sideways"
    assert dialogs == []
    if view != _FRAMES:  # a browser names what it keeps a frame from fetching: see below
        assert seen.outside == []
        assert seen.complaints == []


def test_the_capture_is_harmless(brought: dict[str, str], visit: Callable[..., Visit]) -> None:
    seen = visit(brought["capture"])
    page = seen.page
    fetched: list[str] = []

    def kept(route: Route) -> None:
        fetched.append(route.request.url)
        route.abort()

    page.context.route("https://evil.example/**", kept)
    page.reload(wait_until="networkidle")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("bursts above Korr").first).to_be_visible()
    addresses = [each.url for each in page.frames]
    # all over it with the mouse: methods of the frame's elements wait for scripts, which it has none of
    box = page.locator("iframe").bounding_box()
    assert box
    for across, down in ((x, y) for x in (15, 25, 40) for y in range(5, int(box["height"]), 60)):
        page.mouse.click(box["x"] + across, box["y"] + down)
    page.wait_for_load_state("networkidle")
    assert [each.url for each in page.frames] == addresses
    assert frame.locator("html").get_attribute("data-ran") is None
    assert page.locator("html").get_attribute("data-ran") is None
    assert fetched == []
    # all that the browser has to say is what it kept from happening in the frame
    assert seen.complaints
    for said in seen.complaints:
        assert any(word in said for word in ("sandbox", "Content Security Policy", "Not allowed", "Refused")), said


@pytest.mark.parametrize("scheme", ["javascript:", "data:text/html,"])
def test_an_address_that_is_a_script_is_refused(site: str, visit: Callable[..., Visit], scheme: str) -> None:
    page = visit(f"{site}/add").page
    page.get_by_label("One a line").fill(f"{scheme}{RUN}")
    page.get_by_role("button", name="Read and keep").click()
    expect(page.get_by_role("main")).to_contain_text("SAY-")
    assert page.evaluate("document.documentElement.dataset.ran ?? null") is None
