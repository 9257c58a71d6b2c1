"""Where the focus is, as a sighted reader without a mouse sees it."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

_FOCUSED = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const inside = box.right > 0 && box.bottom > 0 && box.left < innerWidth && box.top < innerHeight;
  const hidden = style.visibility === 'hidden' || !at.checkVisibility();
  return {
    place: ['dialog', 'header', 'main', 'footer'].find(each => at.closest(each)) ?? '',
    words: (at.getAttribute('aria-label') ?? at.labels?.[0]?.textContent ?? at.textContent).trim().slice(0, 60),
    element: at.outerHTML.slice(0, 160),
    seen: inside && box.width > 1 && box.height > 1 && !hidden,
    outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    body: at === document.body,
  };
}"""


@dataclass(frozen=True)
class Focused:
    """The element that has the focus: in which part of the page, its words, whether it and its outline are seen."""

    place: str
    words: str
    element: str
    seen: bool
    outline: float
    body: bool


def focused(page: Page) -> Focused:
    return Focused(**page.evaluate(_FOCUSED))


def tab_through(page: Page, most: int = 400) -> list[Focused]:
    """Every stop of the tabulator from the page's beginning to its end."""
    stops: list[Focused] = []
    for _ in range(most):
        page.keyboard.press("Tab")
        now = focused(page)
        if now.body:
            return stops
        stops.append(now)
    raise AssertionError(f"the end of the page is not reached; last at {stops[-1].element}")
