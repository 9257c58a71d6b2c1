"""What every page's script does, and what fills forms: settings, keys, copying, long work, selected text."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from standing import settle, standing

EMOJI = "On Tuesday 😀 she said: قتل twelve."
# the accent is a letter of its own
PARAGRAPH = "Cafe\u0301 owners denied it."
SECOND = len(EMOJI) + 1
READING = (
    '<form id="f">'
    '<fieldset data-span="source"><legend>Source</legend><input type="radio" name="part" data-span-pick checked>'
    "<input data-start><input data-end><output data-quote></output></fieldset>"
    '<fieldset data-span="content"><legend>Content</legend><input type="radio" name="part" data-span-pick>'
    "<input data-start><input data-end><output data-quote></output></fieldset></form>"
    '<article data-island="annotate" data-form="#f">'
    f'<p data-start="0">{EMOJI.replace("she", "<mark>she<sup data-aside>1</sup></mark>")}</p>'
    f'<p data-start="{SECOND}">{PARAGRAPH}</p></article>'
)


def _drag(page: Page, words: str) -> None:
    """Selects those words with the mouse, as a reader does."""
    script = """words => {
      for (const article of document.querySelectorAll('article')) {
        const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const at = walker.currentNode.data.indexOf(words);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + words.length);
          const box = range.getBoundingClientRect();
          return [box.left, box.right, box.top + box.height / 2];
        }
      }
    }"""
    left, right, middle = page.evaluate(script, words)
    page.mouse.move(left + 1, middle)
    page.mouse.down()
    page.mouse.move((left + right) / 2, middle)
    # readers hesitate
    page.wait_for_timeout(200)
    page.mouse.move(right, middle)
    page.mouse.up()


def _filled(field: Locator) -> tuple[int, int, str]:
    return (
        int(field.locator("[data-start]").input_value()),
        int(field.locator("[data-end]").input_value()),
        field.locator("[data-quote]").inner_text(),
    )


@pytest.mark.parametrize(
    ("words", "text", "offset"),
    [("Tuesday", EMOJI, 0), ("twelve", EMOJI, 0), ("owners denied", PARAGRAPH, SECOND)],
)
def test_selected_words_become_code_points(browser: Browser, words: str, text: str, offset: int) -> None:
    with standing(browser, READING) as visit:
        settle(visit.page)
        _drag(visit.page, words)
        source = visit.page.locator('[data-span="source"]')
        expect(source.locator("[data-quote]")).to_have_text(words)
        start, end, _ = _filled(source)
        assert text[start - offset : end - offset] == words
        assert visit.complaints == []


def test_the_span_that_is_picked_is_filled(browser: Browser) -> None:
    with standing(browser, READING) as visit:
        settle(visit.page)
        _drag(visit.page, "Tuesday")
        expect(visit.page.locator('[data-span="source"] [data-quote]')).to_have_text("Tuesday")
        visit.page.locator('[data-span="content"] [data-span-pick]').check()
        _drag(visit.page, "twelve")
        expect(visit.page.locator('[data-span="content"] [data-quote]')).to_have_text("twelve")
        assert _filled(visit.page.locator('[data-span="source"]'))[2] == "Tuesday"
        expect(visit.page.locator(".r6o-annotation")).to_have_count(2)


def test_colours_are_switched_and_kept(browser: Browser) -> None:
    with standing(browser, '<button type="button" data-theme-switch hidden>Dark</button>') as visit:
        switch = visit.page.get_by_role("button")
        root = visit.page.locator("html")
        expect(switch).to_have_text("Auto")
        switch.click()
        expect(root).to_have_attribute("data-theme", "light")
        switch.click()
        expect(root).to_have_attribute("data-theme", "dark")
        visit.page.reload()
        expect(root).to_have_attribute("data-theme", "dark")
        expect(switch).to_have_text("Dark")
        assert {"name": "theme", "value": "dark"}.items() <= visit.page.context.cookies()[0].items()


def test_text_and_tables_are_copied(browser: Browser) -> None:
    body = (
        '<button data-copy="twelve dead">one</button><button data-copy-from="#t">two</button>'
        '<table id="t"><tr><td>12</td><td>Mayor</td></tr></table>'
    )
    with standing(browser, body) as visit:
        page = visit.page
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name="one").click()
        expect(page.get_by_role("status")).to_have_text("Copied")
        assert page.evaluate("navigator.clipboard.readText()") == "twelve dead"
        page.get_by_role("button", name="two").click()
        expect(page.get_by_role("button", name="two")).to_have_attribute("data-copied", "true")
        read = "navigator.clipboard.read().then(([each]) => each.getType('text/html')).then(blob => blob.text())"
        assert "<td>Mayor</td>" in page.evaluate(read)


def test_folds_stay_as_they_were_left(browser: Browser) -> None:
    with standing(browser, '<details data-keep="why"><summary>Why</summary>because</details>') as visit:
        visit.page.get_by_text("Why").click()
        visit.page.reload()
        expect(visit.page.get_by_text("because")).to_be_visible()


KEYS = (
    '<label><input type="checkbox" data-keys-switch checked>Keys</label><input type="search" aria-label="Search">'
    '<a data-go="m" href="#map">Map</a><dialog id="keys-help"><p>Help</p></dialog>'
    '<form data-keys-settings><label>Accept <input name="accept" value="a"></label></form>'
    '<div data-island="review-keys"><button type="button" data-action="accept" data-key="a" data-copy="accepted">'
    "Accept <kbd>a</kbd></button></div>"
)


def test_keys_of_every_page_and_of_the_queue(browser: Browser) -> None:
    with standing(browser, KEYS) as visit:
        page = visit.page
        settle(page)
        button = page.get_by_role("button", name="Accept")
        page.keyboard.press("a")
        expect(button).to_be_focused()
        page.keyboard.press("g")
        page.keyboard.press("m")
        expect(page).to_have_url("http://localhost:9/#map")
        page.keyboard.press("/")
        expect(page.get_by_label("Search")).to_be_focused()
        # what is written is no key
        page.keyboard.type("a?")
        expect(page.get_by_label("Search")).to_have_value("a?")
        expect(page.get_by_text("Help")).to_be_hidden()


def test_keys_are_changed_and_switched_off(browser: Browser) -> None:
    with standing(browser, KEYS) as visit:
        page = visit.page
        settle(page)
        page.get_by_label("Accept", exact=True).fill("y")
        page.get_by_label("Keys").focus()
        button = page.locator("button")
        expect(button.locator("kbd")).to_have_text("y")
        page.keyboard.press("a")
        expect(page.get_by_label("Keys")).to_be_focused()
        page.keyboard.press("y")
        expect(button).to_be_focused()
        page.get_by_label("Keys").uncheck()
        page.keyboard.press("y")
        page.keyboard.press("?")
        expect(page.get_by_label("Keys")).to_be_focused()
        expect(page.get_by_text("Help")).to_be_hidden()


def test_long_work_is_followed(browser: Browser) -> None:
    lines = [
        ("update", '{"id": "1", "state": "read", "line": "<b>a page</b>", "href": "/documents/1", "title": "Open"}'),
        ("update", '{"id": "all", "state": "running", "line": "1 of 2", "done": 1, "total": 2}'),
        ("done", "2 pages were read"),
    ]
    told = "".join(f"event: {event}\ndata: {data}\n\n" for event, data in lines)
    answers: dict[str, Any] = {"/events": ("text/event-stream", told)}
    with standing(browser, '<div data-island="jobs" data-src="/events"><ul></ul></div>', answers) as visit:
        page = visit.page
        expect(page.get_by_role("status")).to_have_text("2 pages were read")
        expect(page.locator('[data-job="1"]')).to_contain_text("<b>a page</b>")
        expect(page.get_by_role("link", name="Open")).to_have_attribute("href", "http://localhost:9/documents/1")
        expect(page.get_by_role("progressbar")).to_have_attribute("value", "1")
        assert visit.complaints == []
