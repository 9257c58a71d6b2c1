"""What people come for, from end to end: with the mouse, and by forms alone where there are no scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from standing import PATIENCE
from visiting import Visit

from sayso.ledger import Ledger

_DROP = """(field, files) => {
  const held = new DataTransfer();
  for (const [name, text] of files) held.items.add(new File([text], name, { type: 'text/html' }));
  field.files = held.files;
  field.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true }));
}"""


@pytest.fixture
def empty_site(serve: Callable[[Path], str], tmp_path: Path) -> str:
    """A workbench over a ledger that holds nothing yet."""
    path = tmp_path / "empty.db"
    Ledger.open(path).close()
    return serve(path)


def test_pages_are_dropped_and_followed(empty_site: str, visit: Callable[..., Visit], examples: Path) -> None:
    page = visit(f"{empty_site}/claims").page
    page.get_by_role("main").get_by_role("link", name="Add pages").click()
    files = sorted((examples / "12-grain-forecast").glob("0[12]*.html"))
    field = page.locator("input[type=file]")
    field.evaluate(_DROP, [[each.name, each.read_text(encoding="utf-8")] for each in files])
    page.get_by_role("button", name="Read and keep").click()
    # told over server-sent events: nothing asks anew before it is over
    expect(page.locator("[data-job='all']")).to_contain_text("2 stored, 0 refused", timeout=3 * PATIENCE)
    expect(page.get_by_role("link", name="Go to the ledger")).to_be_visible(timeout=PATIENCE)
    page.get_by_role("link", name="Go to the ledger").click()
    expect(page.get_by_role("main")).to_contain_text("on 2 pages")


def test_work_is_stopped(empty_site: str, visit: Callable[..., Visit], examples: Path) -> None:
    page = visit(f"{empty_site}/add").page
    page.locator("input[type=file]").set_input_files(sorted(examples.rglob("*.html")))
    page.get_by_role("button", name="Read and keep").click()
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Stopped reading", timeout=3 * PATIENCE)
    expect(page.get_by_role("main")).to_contain_text("was not read")


def test_a_question_is_kept_and_colours_stay(own_site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{own_site}/claims?q=inspection").page
    switch = page.locator("[data-theme-switch]")
    switch.click()
    switch.click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_text("Save this question").click()
    page.get_by_label("Name", exact=True).fill("Who inspected what")
    page.get_by_role("button", name="Save").click()
    page.goto(f"{own_site}/claims")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.get_by_role("link", name="Who inspected what").click()
    expect(page.get_by_role("searchbox").last).to_have_value("inspection")


def test_the_same_by_forms_alone(own_site: str, visit: Callable[..., Visit]) -> None:
    page = visit(f"{own_site}/figures?q=maize+exports", scripts=False).page
    page.get_by_role("link", name="Where it comes from").first.click()
    page.get_by_role("link", name="the claim", exact=True).first.click()
    page.get_by_role("link", name="Show it in the page").click()
    expect(page.get_by_role("main")).to_contain_text("exactly 11.25 million tonnes")
    page.goto(f"{own_site}/claims?q=%2223+fewer%22")
    page.locator(".claim .text a").first.click()
    page.get_by_role("link", name="Review it").click()
    page.get_by_label("Source, in the words of the page").fill("prosecutors")
    page.get_by_label("Who says it").fill("prosecutors")
    page.get_by_role("button", name="Keep the correction").click()
    expect(page.locator(".note[role=status]")).to_contain_text("84 prosecutors → prosecutors")
    exported = page.request.get(f"{own_site}/export/csv?q=prosecutors").text()
    assert "prosecutors ‹say›" in exported, exported
    assert "84 prosecutors ‹say›" not in exported
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label("Who says it")).to_have_value("84 prosecutors")
    assert "84 prosecutors ‹say›" in page.request.get(f"{own_site}/export/csv?q=prosecutors").text()
