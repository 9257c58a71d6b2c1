"""Every view without a mouse: the content is reached, the focus is seen, keys lead on and can be changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from addresses import addresses
from focusing import focused, tab_through
from playwright.sync_api import Page, expect
from visiting import Visit

#: what is walked from end to end; long lists are asked for little
WALKED = {
    "ledger": "/claims?q=gate",
    "ledger, asked": "/claims?by=Stojan+Velkov",
    "pages": "/documents?q=maize",
    "timeline": "/timeline?q=gate",
    "map": "/map?q=gate",
    "movements": "/movements",
    "figures": "/figures?q=maize+exports",
    "sources": "/sources?q=Velkov",
    "origins": "/origins?q=maize",
    "review": "/review?q=maize",
    "add": "/add",
    "export": "/export",
}
#: those whose address is found by what they show
FOUND = ("reading", "claim", "source", "cluster")


@pytest.fixture(scope="module")
def where(example_ledger: Path) -> dict[str, str]:
    found = addresses(example_ledger)
    return WALKED | {name: found[name] for name in FOUND}


@pytest.mark.parametrize("view", [*WALKED, *FOUND])
def test_a_view_from_end_to_end(site: str, where: dict[str, str], visit: Callable[..., Visit], view: str) -> None:
    page = visit(site + where[view]).page
    stops = tab_through(page)
    assert "Skip" in stops[0].words
    places = [each.place for each in stops[1:]]
    assert places == sorted(places, key=["header", "main", "footer"].index), "the order of the page is left"
    assert set(places) == {"header", "main", "footer"}
    unseen = [each.element for each in stops if not each.seen]
    assert not unseen, "the focus is where nothing is seen"
    unmarked = [each.element for each in stops if each.outline < 2]
    assert not unmarked, "the focus has no outline"
    nameless = [each.element for each in stops if not each.words]
    assert not nameless, "what has the focus has no name"


@pytest.mark.parametrize("view", [*WALKED, *FOUND])
def test_the_menu_can_be_skipped_and_the_search_found(
    site: str, where: dict[str, str], visit: Callable[..., Visit], view: str
) -> None:
    page = visit(site + where[view]).page
    page.keyboard.press("/")
    search = focused(page)
    assert 'type="search"' in search.element
    assert search.seen
    page.locator(".skip").focus()
    assert focused(page).seen
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert focused(page).place == "main"


def test_the_keys_are_told(site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{site}/sources").page
    help_ = page.get_by_role("dialog", name="Keys")
    page.keyboard.press("?")
    expect(help_).to_be_visible()
    told = help_.locator("dt").all_inner_texts()
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    for keys in told:
        pressed = keys.split()
        if len(pressed) < 2:
            continue
        name = page.locator(f'a[data-go="{pressed[1]}"]').inner_text()
        with page.expect_navigation(wait_until="load"):
            for key in pressed:
                page.keyboard.press(key)
        expect(page.get_by_role("navigation", name="Views").locator("[aria-current]")).to_have_text(name)
    assert len(told) >= 10


def test_single_keys_are_switched_off_and_on(site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{site}/figures").page
    opener = page.get_by_role("button", name="Keys")
    help_ = page.get_by_role("dialog", name="Keys")
    switch = help_.get_by_label("Use single keys")

    def change() -> None:
        opener.focus()
        page.keyboard.press("Enter")
        switch.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Escape")
        expect(help_).to_be_hidden()
        expect(opener).to_be_focused()

    change()
    page.reload()
    for key in ("?", "/", "g", "m"):
        page.keyboard.press(key)
    assert focused(page).body
    expect(help_).to_be_hidden()
    change()
    page.keyboard.press("g")
    page.keyboard.press("m")
    expect(page).to_have_url(re.compile("/map$"))


def _at_hand(page: Page) -> str:
    form = page.locator("#correct")
    return "#".join(form.locator(f"input[name={name}]").input_value() for name in ("document", "claim"))


def _note(page: Page) -> str:
    return page.locator(".note[role=status]").inner_text()


def _ready(page: Page) -> None:
    page.wait_for_selector('[data-island="review-keys"]:not([data-state="ready"])', state="detached")


def _press(page: Page, key: str) -> None:
    """Presses a key that leads to another page, and waits for it."""
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(key)
    _ready(page)


def _decided(page: Page) -> list[str]:
    """Verdicts that stand, the latest first."""
    origin = page.url.split("/review")[0]
    log = page.request.get(f"{origin}/review/log.json").json()
    undone = {each["undoes"] for each in log}
    return [each["verdict"] for each in log if not each["undoes"] and each["number"] not in undone]


def test_the_queue_is_worked_with_keys_alone(own_site: str, visit: Callable[..., Visit]) -> None:
    seen = visit(f"{own_site}/review")
    page = seen.page
    _ready(page)
    first = _at_hand(page)
    _press(page, "a")
    assert "accepted" in _note(page)
    second = _at_hand(page)
    assert second != first
    _press(page, "u")
    assert _at_hand(page) == first
    assert _decided(page) == []
    _press(page, "s")
    assert "left for later" in _note(page)
    _press(page, "r")
    assert "rejected" in _note(page)
    assert _decided(page) == ["reject", "skip"]
    third = _at_hand(page)
    _press(page, "n")
    assert _at_hand(page) != third
    page.keyboard.press("c")
    expect(page.get_by_label("Who says it")).to_be_focused()
    page.keyboard.type("Ondine Falk-Marais")
    _press(page, "Enter")
    assert "Ondine Falk-Marais" in _note(page)
    expect(page.locator(".at-hand")).to_contain_text("Ondine Falk-Marais")
    assert _decided(page) == ["correct", "reject", "skip"]
    _press(page, "u")
    expect(page.locator(".at-hand")).not_to_contain_text("Ondine Falk-Marais")
    assert _decided(page) == ["reject", "skip"]
    assert seen.complaints == []


def test_claims_are_joined_and_split_with_keys(own_site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{own_site}/review?q=inspection").page
    _ready(page)
    claim = _at_hand(page)
    origins = page.locator(".at-hand a.origins")
    together = origins.inner_text()
    _press(page, "x")
    assert _at_hand(page) == claim
    assert "do not say the same" in _note(page)
    assert origins.inner_text() != together
    _press(page, "u")
    assert _at_hand(page) == claim
    assert "taken back" in _note(page)
    assert origins.inner_text() == together
    _press(page, "j")
    assert "joined by" in _note(page)


def test_keys_of_the_queue_are_changed_and_remembered(own_site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{own_site}/review").page
    _ready(page)
    first = _at_hand(page)
    accept = page.get_by_role("button", name="Accept")
    page.locator("details.keys > summary").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Accept", exact=True).focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("y")
    page.keyboard.press("Tab")
    expect(accept.locator("kbd")).to_have_text("y")
    page.reload()
    _ready(page)
    expect(accept.locator("kbd")).to_have_text("y")
    page.keyboard.press("a")
    assert _at_hand(page) == first
    _press(page, "y")
    assert _at_hand(page) != first
    assert _decided(page) == ["accept"]


def test_keys_of_the_queue_are_switched_off(own_site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{own_site}/review").page
    _ready(page)
    page.locator("details.keys > summary").press("Enter")
    page.locator("details.keys").get_by_role("checkbox").press("Space")
    page.reload()
    _ready(page)
    first = _at_hand(page)
    for key in "arsn":
        page.keyboard.press(key)
    page.get_by_role("button", name="Accept").focus()
    assert _at_hand(page) == first
    assert _decided(page) == []
    # the buttons themselves still do what they say
    _press(page, "Enter")
    assert _decided(page) == ["accept"]
