"""Which element shows the headline: the one whose words are the title that the page's head states."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from sayso.document.html.metadata import nameplate, wording

#: A heading longer than this is a paragraph in disguise.
MAX_CHARACTERS = 400
_MAX_HEADINGS = 200
_WORD = re.compile(r"\w+")
_PART = re.compile(r"\s+[|–—·•»«>-]+\s+")
_GOES_ON = re.compile(r"\s*[:–—-]\s*\w")
#: A title of more words than these is not just the outlet's name.
_TELLING = 3
#: From this likeness on a heading is the headline.
ALIKE = 0.55
#: Sizes of ``font`` above the normal 3.
_LARGE = re.compile(r"[4-7]|\+[1-4]")


@lru_cache(maxsize=256)
def words(text: str) -> frozenset[str]:
    """The words of a title, case folded."""
    return frozenset(_WORD.findall(text[: MAX_CHARACTERS * 2].casefold()))


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Dice's coefficient of two sets of words, in [0, 1]."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def find(root: HtmlElement, titles: Sequence[str], html: str = "") -> HtmlElement | None:
    """The element that shows the headline.

    Args:
        root: the page.
        titles: what head and linked data call the page, the most trusted first; a title may carry the outlet's name.
        html: the text that the page was parsed from.

    Returns:
        the heading most like one of the titles; where headings are unlike all of them, another short element with a
        title's very words, or one that goes on behind them (``Letter from Vidin: a town that listens``); else the first
        ``h1``; where the page is called by the site's name alone, the heading with the text behind it; on pages
        without headings or title, the first line in large letters; ``None`` where there is nothing of the kind.
    """
    nameplates = nameplate.headings(root, html, titles)
    named = {words(nameplate.name_of(element)) for element in nameplates}
    wanted = [
        own
        for title in titles
        if (own := words(title)) not in named and words(wording.without_number(title) or title) not in named
    ]
    if nameplates and not wanted:
        return nameplate.leading(root, nameplates)
    best, rank = _alike(root, wanted, frozenset(nameplates))
    if nameplates and (best is None or rank < ALIKE or len(words("".join(best.itertext()))) < 2):
        best, rank = _alike(root, wanted, frozenset())
    if best is not None and rank >= ALIKE:
        return best
    first = next((element for element in islice(root.iter("h1"), _MAX_HEADINGS) if _short_text(element)), None)
    plain = _plain(root, wanted, _openings(titles))
    if plain is not None and first is not None and nameplate.in_head(plain):
        plain = None  # the site's name, by which the page is called too
    if plain is not None or first is not None:
        return plain if plain is not None else first
    telling = any(len(title) > _TELLING for title in wanted)
    if best is None and not telling:
        large = _large(root)
        return nameplate.leading(root, ()) if large is None and not wanted else large
    return None


def _alike(
    root: HtmlElement, wanted: list[frozenset[str]], skipped: frozenset[HtmlElement]
) -> tuple[HtmlElement | None, float]:
    """The heading most like a title, and how like it is."""
    best: HtmlElement | None = None
    best_rank = 0.0
    for element in islice(root.iter("h1", "h2", "h3", "h4"), _MAX_HEADINGS):
        text = _short_text(element) if element not in skipped else None
        if not text:
            continue
        own = words(text)
        rank = max((_match(own, title) for title in wanted), default=0.0)
        rank += {"h1": 0.1, "h2": 0.03}.get(element.tag, 0.0)
        if rank > best_rank + 1e-9:
            best, best_rank = element, rank
    return best, best_rank


def _match(own: frozenset[str], title: frozenset[str]) -> float:
    """How far a heading is the title: alike, or the title less an outlet's name of few words."""
    if not own or not title:
        return 0.0
    inside = len(own & title) / len(own)
    return max(
        likeness(own, title),
        0.5 * inside + 0.5 * min(1.0, len(own & title) / (0.6 * len(title))) if inside > 0.8 else 0.0,
    )


def _openings(titles: Sequence[str]) -> tuple[str, ...]:
    """Titles and their parts, case folded, that are long enough to be known again as the beginning of a headline."""
    parts = (part.casefold().strip() for title in titles for part in _PART.split(title[:MAX_CHARACTERS]))
    return tuple(part for part in parts if len(part.split()) >= 3)


def _large(root: HtmlElement) -> HtmlElement | None:
    """The first short text in letters larger than those around it, as pages before style sheets set headlines."""
    for number, element in enumerate(root.iter("font", "big")):
        if number >= _MAX_HEADINGS:
            break
        if element.tag == "font" and not _LARGE.fullmatch((element.get("size") or "").strip()):
            continue
        text = _short_text(element)
        if text and len(text) >= 15 and len(words(text)) >= 3:
            return element
    return None


def _plain(root: HtmlElement, wanted: list[frozenset[str]], openings: tuple[str, ...]) -> HtmlElement | None:
    """A short element that is no heading but holds exactly the words of a title, or all but the outlet's."""
    found: HtmlElement | None = None
    found_rank = 0.8
    for number, element in enumerate(root.iter("b", "strong", "font", "span", "div", "p", "td", "a")):
        if number >= 3_000:
            break
        if not (element.text and len(element.text.strip()) > 15) and len(element) != 1:
            continue
        text = _short_text(element)
        if not text or len(text) < 15:
            continue
        own = words(text)
        if len(own) < 3:
            continue
        rank = max((_match(own, title) for title in wanted), default=0.0)
        if element.tag in ("b", "strong", "font") and any(
            text.casefold().startswith(opening) and _GOES_ON.match(text, len(opening)) for opening in openings
        ):
            rank = max(rank, 0.85)
        if element.tag == "a":
            rank -= 0.05  # links to the page from its own lists say the same words
        if rank > found_rank + 1e-9:
            found, found_rank = element, rank
    return found


def _short_text(element: HtmlElement) -> str | None:
    """The element's text where it is short; what is long is not read to its end."""
    parts: list[str] = []
    size = 0
    for part in element.itertext():
        parts.append(part)
        size += len(part)
        if size > MAX_CHARACTERS * 2:
            return None
    text = " ".join("".join(parts).split())
    return text if 0 < len(text) <= MAX_CHARACTERS else None
