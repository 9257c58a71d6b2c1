"""Where readers see the outlet's name: link to the front page, logo, copyright line; and what its feeds are called."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from sayso.document.html.metadata import nameplate, visible
from sayso.document.html.metadata.candidate import Candidate
from sayso.document.html.projection import UNSHOWN, collapse, is_hidden

#: How many links and elements from the beginning of the body, and from its end, are looked at.
MAX_LINKS, MAX_ELEMENTS, MAX_LAST = 60, 200, 400
#: Scores: a link to ``/`` or one marked as a logo; a link to some front page; a logo that is no link; a copyright line;
#: the title of a feed.
FRONT, FRONT_OF_SOME, LOGO, COPYRIGHT, FEED = 0.45, 0.3, 0.42, 0.45, 0.41
_NOT_NAME = re.compile(
    r"\b(?:logo|home ?(?:page)?|startseite|front page|link to|go to|back to|zur|accueil)\b", re.IGNORECASE
)
_EDGES = " -–—|:,()"
_YEARS = r"(?:\d{4}(?:\s*[-–—/]\s*\d{2,4})?)?"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:by\s+)?{_YEARS}\s*(?:by\s+|,\s*)?"
    r"([^\d|©.,;:()\n]{2,60}?)\s*(?:\d{4}|[|.,;()]|all rights|alle rechte|$)",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"^\s*([^.|©]{3,60})\.\s*all rights reserved", re.IGNORECASE)
_OPEN_COPYRIGHT = re.compile(rf"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*{_YEARS}\s*(?:by)?\s*$", re.IGNORECASE)
_COMPANY = re.compile(
    r"[\s,]+(?:ltd|limited|inc|llc|plc|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|s\.?a\.?s?|s\.?r\.?l|b\.?v|a/?s|oy|ab|pty)\.?$",
    re.IGNORECASE,
)
_FEED_WORDS = re.compile(
    r"[\s(:|»›>–—-]*\b(?:rss|atom|feeds?|xml|comments?|latest|news feed|2\.0|1\.0|0\.9\d?)\b[\s).]*", re.IGNORECASE
)


def shown(root: HtmlElement) -> Iterator[Candidate]:
    """Names at the head and at the foot of a page."""
    yield from _links(root)
    body = root.find("body")
    if body is not None:
        yield from _logos(body)
        yield from _copyright(body)


def feeds(root: HtmlElement) -> Iterator[Candidate]:
    """What the page calls its feeds and its search (``Orle Courier » Feed``)."""
    for element in root.iter("link"):
        kind = element.get("type") or ""
        title = (element.get("title") or "")[:120]
        if title and ("rss" in kind or "atom" in kind or "opensearch" in kind):
            name = _FEED_WORDS.sub(" ", re.split(r"\s*[»|›]\s*|\s+[-–—]\s+", title)[0]).strip(" -–—|:")
            if name:
                yield Candidate(collapse(name), "header", "title of a feed", FEED)
                return


def _links(root: HtmlElement) -> Iterator[Candidate]:
    """Links to the site's front page at the head of the page, and the logo in them."""
    for number, element in enumerate(root.iter("a")):
        if number >= MAX_LINKS:
            return
        target = (element.get("href") or "").strip()
        if not target or not nameplate.FRONT.fullmatch(target):
            continue
        score = FRONT if target == "/" or visible.marked(element, "logo") else FRONT_OF_SOME
        name = _name(element)
        if name:
            yield Candidate(name, "visible", "link to the front page", score)
            if score == FRONT:
                return


def _name(element: HtmlElement) -> str | None:
    """What an element calls itself: its text, its label, its title, its picture's."""
    texts = [
        "".join(element.itertext())[:200],
        element.get("aria-label"),
        element.get("title"),
        *(part.get("alt") or part.get("aria-label") for part in element.iter("img", "svg", "amp-img")),
    ]
    for text in texts:
        name = collapse(_NOT_NAME.sub(" ", text[:200])).strip(_EDGES) if text else ""
        if name:
            return name
    return None


def _logos(body: HtmlElement) -> Iterator[Candidate]:
    """Logos and mastheads that are no links, before the page's headline."""
    for number, element in enumerate(body.iter()):
        if number >= MAX_ELEMENTS or element.tag in ("h1", "main", "article"):
            return
        if not isinstance(element.tag, str) or element.tag in UNSHOWN or is_hidden(element):
            continue
        if element.tag in ("img", "svg", "amp-img"):
            if visible.marked(element, "logo") or "logo" in (element.get("src") or "").casefold():
                name = element.get("alt") or element.get("aria-label")
            else:
                name = None
        elif element.text and element.text.strip() and visible.marked(element, "logo") and element.tag != "a":
            name = element.text
        else:
            continue
        name = collapse(_NOT_NAME.sub(" ", name[:200])).strip(_EDGES) if name else ""
        if name:
            yield Candidate(name, "visible", "logo", LOGO)
            return


def _copyright(body: HtmlElement) -> Iterator[Candidate]:
    """The copyright line at the foot of the page."""
    for number, element in enumerate(_from_the_end(body)):
        if number >= MAX_LAST:
            return
        for text in (element.tail, element.text):
            if not text or len(text) >= 400 or element.tag in ("script", "style"):
                continue
            match = _COPYRIGHT.search(text) or _RIGHTS.search(text)
            name = match[1] if match else None
            if _OPEN_COPYRIGHT.search(text):  # the name is a link
                link = element.getnext() if text is element.tail else element[0] if len(element) else None
                name = link.text if link is not None else None
            name = collapse(_COMPANY.sub("", collapse(name))) if name else ""
            if name:
                yield Candidate(name, "visible", "copyright line", COPYRIGHT)
                return


def _from_the_end(body: HtmlElement) -> Iterator[HtmlElement]:
    """The elements of the page from its last one on, each before its predecessors."""
    node: HtmlElement | None = body
    while node is not None and len(node):
        node = node[-1]
    while node is not None and node is not body:
        if isinstance(node.tag, str):
            yield node
        previous = node.getprevious()
        if previous is None:
            node = node.getparent()
            continue
        node = previous
        while len(node):
            node = node[-1]
