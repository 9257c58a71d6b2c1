"""docs/tutorial-workbench.md, walked: each step does what the text says, and the workbench shows what it quotes.

With ``SAYSO_PICTURES=docs/images`` the pictures are made anew.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from visiting import Visit
from walking import Walk, drag, pictures, sections

DOCS = Path(__file__).resolve().parents[2] / "docs"
TEXT = (DOCS / "tutorial-workbench.md").read_text(encoding="utf-8")
#: bytes of a picture, and pictures
_HEAVIEST = 150_000
_MOST = 8


def test_the_tutorial_is_walked(own_site: str, visit: Callable[..., Visit], tmp_path: Path) -> None:
    told = sections(TEXT)
    seen = visit(f"{own_site}/", width=1000)
    page = seen.page
    views = page.get_by_role("navigation", name="Views")
    walk = Walk.of(page)

    walk.look()
    walk.picture("workbench-ledger.png")
    walk.check(told["1. Open it"], otherwise=frozenset({"examples/", "demo/ledger.db"}))

    walk.choose("link", "Figures", views)
    walk.fill("How many of what, and where", "maize exports")
    walk.choose("button", "Show")
    walk.picture("workbench-figures.png", ".series", 720)
    walk.check(told["2. Find who disagrees about a figure"])

    walk.choose("link", "Where it comes from")
    walk.picture("workbench-origins.png", "#alerts", 720)
    walk.choose("link", "the claim")
    walk.choose("link", "Beside the capture")
    expect(page.frame_locator("iframe").first.get_by_text("exactly 11.25 million tonnes")).to_be_visible()
    walk.picture("workbench-capture.png", ".reading", 560)
    walk.fill("Search all claims", '"11.25" Stoppani')
    walk.choose("button", "Search")
    walk.check(told["3. See where the number came from"])

    claim = "That is 23 fewer than the 84 prosecutors say were found in the warehouse."
    walk.choose("link", "Sources", views)
    walk.fill("Name or role", "prosecutors")
    walk.choose("button", "Show")
    walk.choose("link", "84 prosecutors")
    walk.choose("link", claim)
    walk.choose("link", "Review it")
    walk.fill("You are", "Ana Prat")
    walk.choose("button", "Keep")
    expect(page.get_by_role("heading", name=claim)).to_be_visible()
    drag(page, "prosecutors", ".passage .source")
    source = page.get_by_label("Source, in the words of the page")
    expect(source).to_have_value("prosecutors")
    walk.fill("Who says it", "prosecutors")
    walk.picture("workbench-review.png", ".at-hand", 790, 672)
    walk.choose("button", "Keep the correction")
    walk.choose("button", "Undo u")
    expect(page.get_by_label("Who says it")).to_have_value("84 prosecutors")
    walk.chosen[-1] = "Undo"
    walk.check(told["4. Put a wrong speaker right"])
    drag(page, "prosecutors", ".passage .source")
    page.get_by_label("Who says it").fill("prosecutors")
    page.get_by_role("button", name="Keep the correction").click()
    walk.texts.clear()

    walk.choose("link", "Ledger", views)
    page.get_by_role("searchbox").fill("prosecutors OR maize")
    walk.written.append("prosecutors OR maize")
    walk.choose("button", "Ask")
    page.get_by_text("Export these").click()
    walk.chosen.append("Export these")
    walk.choose("link", "What each format leaves out")
    walk.picture("workbench-export.png")
    table = _downloaded(walk, "Download .csv", "Table of claims (CSV)").read_text(encoding="utf-8")
    assert "prosecutors ‹say›" in table
    assert "84 prosecutors ‹say›" not in table
    story = _downloaded(walk, "Download .html", "Page for publication (HTML)")
    here = page.url
    page.goto(story.rename(tmp_path / "story.html").as_uri())
    walk.look()
    walk.picture("workbench-story.png")
    walk.check(told["5. Hand it on"], otherwise=frozenset({"chain"}))

    page.goto(here)
    walk.choose("link", "Add", views)
    walk.check(told["Then"])
    assert seen.complaints == []
    assert seen.outside == []


def _downloaded(walk: Walk, name: str, what: str) -> Path:
    with walk.page.expect_download() as download:
        walk.choose("link", f"{name} ({what})")
    walk.chosen[-1] = name
    return Path(download.value.path())


def test_its_pictures_are_there_and_light() -> None:
    named = pictures(TEXT)
    assert 1 <= len(named) <= _MOST
    for picture in named:
        assert (DOCS / picture).read_bytes().startswith(b"\x89PNG")
        assert (DOCS / picture).stat().st_size <= _HEAVIEST, picture
    kept = {path.name for path in (DOCS / "images").glob("workbench-*.png")}
    assert kept == {Path(each).name for each in named}, "a picture that the page does not show"


@pytest.mark.parametrize("target", ["setup", "serve"])
def test_its_commands_exist(target: str) -> None:
    makefile = (DOCS.parent / "Makefile").read_text(encoding="utf-8")
    assert f"make {target}\n" in TEXT
    assert f"\n{target}:" in makefile
