"""The head of a page, where the site's name stands: the name itself, and headings that are nothing but it.

Many sites set their own name in an ``h1``, and call every page by it. Such a heading is told from a headline by where
it stands (in an element marked as the page's head), by what follows it (no text before the next heading) and by being
said elsewhere on the page too, or being the link to the front page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from sayso.document.html.metadata import names, phrases, visible, wording
from sayso.document.html.projection import UNSHOWN, collapse, is_hidden

#: A link to the site's front page.
FRONT = re.compile(r"(?:\./|/?(?:index\.\w{2,5})?|https?://[^/]+/?)")
HEADINGS = ("h1", "h2", "h3", "h4")
#: Elements looked at from the beginning of the body, and in search of the text behind a heading.
MAX_ELEMENTS, MAX_NODES = 200, 6_000
#: A head with more text than this, in characters, holds an article.
MAX_HEAD = 600
#: A name of more words than these is a slogan.
MAX_WORDS = 7
#: How often a site's name stands in the body of a page at least: in the heading, and elsewhere.
SAID = 2
#: A heading with so much text behind it, in characters, heads a text; one with this share of the longest is as good.
TEXT, SHARE = 200, 0.3
_NOT_TOLD = frozenset(
    {"nav", "ul", "ol", "button", "form", "label", "select", "time", "noscript", "aside", "a", *UNSHOWN}
)
_NAME = re.compile(r"[^\W\d_a-z][^\d:;.!?…|/]{2,58}")


def shown(body: HtmlElement, heading: HtmlElement | None) -> Iterator[str]:
    """The first name in the head of a page, as it is written, that is no link and stands before the headline."""
    for number, element in enumerate(body.iter()):
        if number >= MAX_ELEMENTS or element is heading or element.tag in ("main", "article"):
            return
        if not isinstance(element.tag, str) or element.tag in _NOT_TOLD or not element.text:
            continue
        name = wording.tidied(collapse(element.text[:200]).strip(" -–—|,()"))
        if not _is_name(name) or not in_head(element):
            continue
        if is_hidden(element) or any(above.tag in _NOT_TOLD for above in element.iterancestors()):
            continue
        yield name
        return


def _is_name(text: str) -> bool:
    """Whether a stretch is written like a name: a capital first, few words, none of them alone a label."""
    own = text.split()
    return (
        bool(_NAME.fullmatch(text))
        and len(own) <= MAX_WORDS
        and (len(own) > 1 or text.casefold() not in phrases.words("not_names"))
        and sum(word[0].isupper() for word in own) * 2 >= len(own)
    )


def in_head(element: HtmlElement) -> bool:
    """Whether an element stands in the head of the page, and not in that of an article."""
    node: HtmlElement | None = element
    found = False
    for _ in range(5):
        if node is None or node.tag in ("body", "html"):
            break
        if node.tag in ("article", "main") or visible.marked(node, "headed", levels=1):
            return False
        found = found or node.tag == "header" or node.get("role") == "banner" or visible.marked(node, "head", levels=1)
        node = node.getparent()
    return found


def headings(root: HtmlElement, html: str, titles: Sequence[str] = ()) -> tuple[HtmlElement, ...]:
    """The headings that are nothing but the site's name, those before the first that heads a text.

    Args:
        root: the page.
        html: the text that it was parsed from.
        titles: what head and linked data call the page.
    """
    letters = {wording.without_number(title) for title in titles}
    found: list[HtmlElement] = []
    body = max(0, html.find("<body"))
    for element in root.iter(*HEADINGS):
        text = name_of(element)
        pictured = bool(text) and not any(part.strip() for part in element.itertext())
        if not (pictured or _is_name(text)):
            break
        if not (in_head(element) or _front(element) or text in letters):
            break
        if not pictured and not (_front(element) or visible.marked(element, "logo") or html.count(text, body) >= SAID):
            break
        if _holds_text(element):
            break
        found.append(element)
    return tuple(found)


def name_of(element: HtmlElement) -> str:
    """What a heading says, or what its picture is labelled."""
    text = collapse("".join(element.itertext())[:200])
    return text or next((part.get("alt", "")[:200] for part in element.iter("img") if part.get("alt")), "")


def _front(element: HtmlElement) -> bool:
    """Whether an element is nothing but a link to the front page."""
    links = list(element.iter("a"))
    above = element.getparent()
    if above is not None and above.tag == "a":
        links = [above]
    return len(links) == 1 and bool(
        links[0].get("href")
        and FRONT.fullmatch(links[0].get("href", "").strip())
        and collapse("".join(links[0].itertext())[:200]) == collapse("".join(element.itertext())[:200])
    )


def _holds_text(element: HtmlElement) -> bool:
    """Whether a line of text, or one that dates or signs it, follows a heading before the next."""
    for number, line in enumerate(visible.lines_behind(element)):
        if number >= 12:
            return False
        first = line.pieces[0].element
        if first.tag in HEADINGS or any(above.tag in HEADINGS for above in first.iterancestors()):
            return False
        if len(line.text) >= visible.LONG or _signs(line.text):
            return True
    return True


def _signs(text: str) -> bool:
    """Whether a line is a byline."""
    rest, prefixed = phrases.without_prefix(text)
    return prefixed and any(names.person_like(name) for name in names.names_from_line(rest))


def leading(root: HtmlElement, skipped: tuple[HtmlElement, ...]) -> HtmlElement | None:
    """The heading with a text behind it: of the highest rank, the first with nearly as much as any."""
    sizes: list[tuple[HtmlElement, int]] = []
    for number, element in enumerate(root.iter()):
        if number >= MAX_NODES:
            break
        if not isinstance(element.tag, str) or element.tag in UNSHOWN:
            continue
        if element.tag in HEADINGS:
            sizes.append((element, 0))
        elif sizes and element.tag != "a":
            size = len(collapse((element.text or "")[:2_000])) + len(collapse((element.tail or "")[:2_000]))
            sizes[-1] = (sizes[-1][0], sizes[-1][1] + size)
    own = [
        (heading, size)
        for heading, size in sizes
        if heading not in skipped and size >= TEXT and not visible.inside(heading, "aside")
    ]
    if not own:
        return None
    rank = min(heading.tag for heading, _ in own)
    own = [(heading, size) for heading, size in own if heading.tag == rank]
    most = max(size for _, size in own)
    return next(heading for heading, size in own if size >= SHARE * most)
