"""Each island alone, under the workbench's policy: it draws, it answers to keys, and hostile data stays text."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from standing import settle, standing
from visiting import axe

HOSTILE = "<img src=x onerror=alert(1)>"
TWIN = (
    '<table id="twin"><caption>The same</caption><tbody>'
    '<tr data-id="a"><td><a href="/a">first</a></td></tr><tr data-id="b"><td>second</td></tr></tbody></table>'
)


def _feature(ident: str, kind: str, coordinates: list[Any], **properties: Any) -> dict[str, Any]:
    geometry = {"type": "Point" if kind == "place" else "LineString", "coordinates": coordinates}
    return {"type": "Feature", "id": ident, "geometry": geometry, "properties": {"kind": kind, **properties}}


MAP = {
    "type": "FeatureCollection",
    "features": [
        _feature("a", "place", [21.4, 42.0], title="Skopje", href="/claims?place=Skopje", radius_km=30, claims=4),
        _feature("b", "place", [4.3, 50.8], title=HOSTILE, href="javascript:alert(1)"),
        _feature("c", "movement", [[21.4, 42.0], [4.3, 50.8]], title="there", status="planned", origins_low=3),
    ],
}
SPEC = {
    "description": "Reports",
    "data": {"name": "rows"},
    "params": [{"name": "hint", "value": None}],
    "width": "container",
    "height": 120,
    "mark": {"type": "bar", "color": "series-2"},
    "encoding": {
        "x": {"field": "dead", "type": "quantitative"},
        "y": {"field": "who", "type": "nominal"},
        "href": {"field": "href"},
        "tooltip": [{"field": "who", "title": "says"}],
        "opacity": {"condition": {"test": "hint === null || datum.id === hint", "value": 1}, "value": 0.3},
    },
}
ROWS = [
    {"id": "a", "who": HOSTILE, "dead": 12, "href": "javascript:document.title='run'"},
    {"id": "b", "who": "Mayor", "dead": 14, "href": "https://elsewhere.example/"},
]
_PART = {key: part for key, part in SPEC.items() if key not in ("data", "params")}
COMPOSED = {"data": {"name": "rows"}, "params": SPEC["params"], "vconcat": [_PART, {**_PART, "mark": "point"}]}
NETWORK = {
    "nodes": [
        {"id": "a", "label": "Tidewire", "kind": "page", "href": "/a"},
        {"id": "b", "label": HOSTILE, "kind": "person", "href": "javascript:alert(1)"},
        {"id": "c", "label": "a reader", "kind": "unnamed"},
    ],
    "edges": [
        {"source": "b", "target": "a", "label": "quoted by"},
        {"source": "c", "target": "a", "certain": False},
        {"source": "a", "target": "left out"},
    ],
}


def _island(name: str, more: str = "") -> str:
    return f'<div class="island" data-island="{name}" data-label="What is said" data-src="/data" {more}></div>{TWIN}'


@pytest.mark.parametrize(
    ("name", "more", "answers", "drawn"),
    [
        ("map", "", {"/data": MAP}, ".map-canvas canvas"),
        ("map", "", {"/data": {"type": "FeatureCollection", "features": []}}, ".map-canvas canvas"),
        ("chart", 'data-spec="/spec"', {"/data": ROWS, "/spec": SPEC}, ".chart-drawing svg path"),
        ("chart", 'data-spec="/spec"', {"/data": {"rows": ROWS}, "/spec": COMPOSED}, ".chart-drawing svg path"),
        ("network", "", {"/data": NETWORK}, ".network-canvas canvas"),
        ("network", 'data-layout="force"', {"/data": NETWORK}, ".network-canvas canvas"),
    ],
)
def test_it_draws_without_offending_the_policy(
    browser: Browser, name: str, more: str, answers: dict[str, Any], drawn: str
) -> None:
    with standing(browser, _island(name, more), answers) as visit:
        settle(visit.page)
        assert visit.page.locator(drawn).count()
        expect(visit.page.get_by_role("group", name="What is said")).to_have_count(1)
        assert visit.complaints == []
        assert visit.outside == []
        assert axe(visit.page) == []


@pytest.mark.parametrize("name", ["map", "chart", "network"])
def test_what_fails_says_so_and_leaves_the_table(browser: Browser, name: str) -> None:
    with standing(browser, _island(name, 'data-spec="/spec" data-twin="#twin"'), {"/spec": SPEC}) as visit:
        settle(visit.page, "failed")
        note = visit.page.locator("[data-island] [role=status]")
        expect(note).to_contain_text("could not be shown (the server answered 404). The table shows the same.")
        expect(visit.page.get_by_text("second")).to_be_visible()


def test_no_webgl_is_told_in_words(browser: Browser) -> None:
    none = "HTMLCanvasElement.prototype.getContext = () => null"
    with standing(browser, _island("map"), {"/data": MAP}, before=none) as visit:
        settle(visit.page, "failed")
        expect(visit.page.locator("[data-island]")).to_contain_text("no WebGL")


@pytest.mark.parametrize(
    ("name", "answer", "panel"), [("map", MAP, ".map-panel"), ("network", NETWORK, ".network-panel")]
)
def test_keys_go_through_what_is_drawn(browser: Browser, name: str, answer: Any, panel: str) -> None:
    with standing(browser, _island(name), {"/data": answer}) as visit:
        page = visit.page
        settle(page)
        page.get_by_role("button", name="Next").focus()
        page.keyboard.press("Enter")
        expect(page.locator(panel).get_by_role("link")).to_have_attribute(
            "href", f"{page.url.rstrip('/')}{_first(answer)}"
        )
        expect(page.locator('tr[data-id="a"]')).to_have_attribute("aria-current", "true")
        page.get_by_role("button", name="In the table").click()
        expect(page.locator('tr[data-id="a"]')).to_be_focused()
        page.get_by_role("button", name="Next").focus()
        page.keyboard.press("Enter")
        # a title of markup is text, and an address of script is no link
        expect(page.locator(panel)).to_contain_text(HOSTILE)
        expect(page.locator(panel).get_by_role("link")).to_have_count(0)
        expect(page.locator('tr[aria-current="true"]')).to_have_attribute("data-id", "b")
        page.keyboard.press("Escape")
        if name == "map":
            expect(page.locator(panel)).to_be_hidden()
        assert visit.complaints == []


def _first(answer: Any) -> str:
    first = answer["features"][0]["properties"] if "features" in answer else answer["nodes"][0]
    return str(first["href"])


def test_a_chart_says_what_its_marks_are_and_follows_no_strange_link(browser: Browser) -> None:
    with standing(browser, _island("chart", 'data-spec="/spec"'), {"/data": ROWS, "/spec": SPEC}) as visit:
        page = visit.page
        settle(page)
        marks = page.locator(".mark-rect.role-mark path")
        expect(marks).to_have_count(2)
        for index, row in enumerate(ROWS):
            marks.nth(index).hover()
            expect(page.locator(".chart-tip")).to_have_text(f"says: {row['who']}")
            marks.nth(index).click()
            expect(page.locator('tr[aria-current="true"]')).to_have_attribute("data-id", str(row["id"]))
        assert page.title() == "Island"
        assert page.context.pages == [page]
        assert visit.outside == []


def test_a_chart_marks_the_row_that_is_pointed_at(browser: Browser) -> None:
    with standing(browser, _island("chart", 'data-spec="/spec"'), {"/data": ROWS, "/spec": SPEC}) as visit:
        settle(visit.page)
        visit.page.locator('tr[data-id="a"]').hover()
        faint = visit.page.locator('.mark-rect.role-mark path[opacity="0.3"]')
        expect(faint).to_have_count(1)
        visit.page.get_by_role("heading").hover()
        expect(faint).to_have_count(0)
