"""Walking through the workbench as a page of the documentation tells it, and holding the page to what is seen."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Locator, Page
from standing import settle

_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_ITALIC = re.compile(r"(?<!\*)\*([^*\n]+(?:\n[^*\n]+)*)\*(?!\*)")
_CODE = re.compile(r"`([^`\n]+)`")
_PICTURE = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
#: what day it is in pictures, so that they stay the same
_DAY = "2026-01-05"
_REDATE = """([today, day]) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replaceAll(today, day);
}"""


@dataclass
class Section:
    """One section of a page: what it has the reader choose and write, and what it says can be seen."""

    title: str
    choose: list[str]
    write: list[str]
    see: list[str]


def sections(text: str) -> dict[str, Section]:
    """The sections of a Markdown page by title: what is chosen stands in bold, what is seen in italics."""
    parts = _SECTION.split(text)[1:]
    found = {}
    for title, body in zip(parts[::2], parts[1::2], strict=True):
        body = _PICTURE.sub("", body)
        rest = _BOLD.sub("", body)
        found[title] = Section(
            title,
            [_flat(each) for each in _BOLD.findall(body)],
            _CODE.findall(rest),
            [_flat(each) for each in _ITALIC.findall(_CODE.sub("", rest))],
        )
    return found


def pictures(text: str) -> list[str]:
    """The pictures that a Markdown page shows, as it names them."""
    return _PICTURE.findall(text)


def _flat(text: str) -> str:
    return " ".join(text.split())


@dataclass
class Walk:
    """A reader with the page in hand: notes what was chosen, written and seen since the last section."""

    page: Page
    pictures: Path | None = None
    chosen: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, page: Page) -> Walk:
        """``SAYSO_PICTURES`` names the folder that pictures are made in; without it none is made."""
        folder = os.environ.get("SAYSO_PICTURES")
        return cls(page, Path(folder) if folder else None)

    def choose(self, role: str, name: str, within: Locator | None = None) -> None:
        """Chooses what is called so; goes along where it leads."""
        found = (within or self.page).get_by_role(role, name=name, exact=True)  # type: ignore[arg-type] # a role
        found.first.click()
        self.chosen.append(name)
        self.look()

    def fill(self, label: str, words: str) -> None:
        """Writes into the field with that label."""
        self.page.get_by_label(label, exact=True).click()
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)
        self.written.append(words)
        self.texts.append(label)

    def look(self) -> None:
        """Takes in what the page says."""
        self.page.wait_for_load_state("networkidle")
        settle(self.page)
        fields = self.page.locator("input:not([type=hidden]), textarea")
        values = [fields.nth(index).input_value() for index in range(fields.count())]
        self.texts.append(_flat(" ".join([self.page.locator("body").inner_text(), *values])))

    def picture(self, name: str, top: str = "body", height: int = 620, width: int = 1000) -> None:
        """Makes a picture of the screen with that element at its top, where pictures are made; ``width`` of it."""
        if self.pictures is None:
            return
        self.page.set_viewport_size({"width": 1000, "height": height})
        self.page.locator(top).first.evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 16)")
        self.page.evaluate(_REDATE, [datetime.now(UTC).date().isoformat(), _DAY])
        box = {"x": 0, "y": 0, "width": width, "height": height}
        self.page.screenshot(path=self.pictures / name, animations="disabled", clip=box)  # type: ignore[arg-type] # a rectangle

    def check(self, told: Section, *, otherwise: frozenset[str] = frozenset()) -> None:
        """The section says what was done, in its order, and quotes what was seen; then the next one begins.

        ``otherwise`` are code spans that are not written into a field.
        """
        assert told.choose == self.chosen, told.title
        assert [each for each in told.write if each not in otherwise] == self.written, told.title
        # in any case: headings may be shown in capitals
        everything = " ".join(self.texts).casefold()
        missing = [each for each in told.see if each.casefold() not in everything]
        assert not missing, f"{told.title}: the workbench does not show {missing}"
        self.chosen, self.written, self.texts = [], [], []
        self.look()


def drag(page: Page, words: str, within: str) -> None:
    """Selects those words with the mouse, as a reader does. They stand in one line of ``within``."""
    script = """([words, within]) => {
      const walker = document.createTreeWalker(document.querySelector(within), NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        walker.currentNode.parentElement.scrollIntoView({ block: 'center' });
        const box = range.getBoundingClientRect();
        return [box.left, box.right, box.top + box.height / 2];
      }
    }"""
    left, right, middle = page.evaluate(script, [words, within])
    page.mouse.move(left + 1, middle)
    page.mouse.down()
    page.mouse.move((left + right) / 2, middle)
    page.mouse.move(right, middle)
    page.mouse.up()
