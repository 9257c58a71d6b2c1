"""What a heading is: heading elements, bold lines and lines set apart, but not an interview's questions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from sayso.document.html.projection import TextBlock, squeeze

HEADING_LENGTH = 120
#: A line that is set apart by its class alone has at most so many characters.
QUIET_LENGTH = 80
_NO_HEADING = re.compile(r"[.!…:;,]['\"’”»)\]]*$")
_ASKS = re.compile(r"[?؟？]['\"’”»)\]]*$|^(?:Q|F|P|D)(?:uestion)?\s?[:.]\s")
#: A time of day or a length; what shows one is a control or a line of dates.
_TIME = re.compile(r"\d:\d\d|\b(?:19|20)\d\d$")
_DATE = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?,? (?:[^\W\d_]+\.? )?(?:19|20)\d\d$")
_BOLD = frozenset({"b", "strong"})
_LINES = frozenset({"p", "div", "section", "span"})
_MEDIA = ("img", "picture", "video", "iframe", "figure", "amp-img")


def is_heading(block: TextBlock) -> bool:
    """A heading element, or a short paragraph all in bold that does not end as a sentence does."""
    if len(block.text) > HEADING_LENGTH:
        return False
    if block.kind == "heading":
        return True
    return is_bold(block) and not _NO_HEADING.search(block.text) and not _TIME.search(block.text)


def is_dated(block: TextBlock) -> bool:
    """Whether a short block ends in a date, as the lines under a title do."""
    return len(block.text) < HEADING_LENGTH and _DATE.search(block.text) is not None


def is_bold(block: TextBlock) -> bool:
    """Whether a block is a paragraph all in bold."""
    if block.kind != "paragraph" or block.element.tag not in ("p", "div"):
        return False
    outermost = (b for b in block.element.iter(*_BOLD) if not any(above.tag in _BOLD for above in b.iterancestors()))
    return sum(len(squeeze("".join(b.itertext()))) for b in outermost) == len(squeeze(block.text))


def is_interview(blocks: Iterable[TextBlock]) -> bool:
    """Whether the bold paragraphs of an article are the questions of an interview: two or more ask, and most do."""
    bold = [block for block in blocks if is_bold(block)]
    asking = sum(_ASKS.search(block.text) is not None for block in bold)
    return asking >= 2 and 2 * asking >= len(bold)


def is_set_apart(block: TextBlock, following: TextBlock) -> bool:
    """Whether a line of no heading element looks like one: short, no sentence, its class other than its neighbours'.

    Args:
        block: a line between paragraphs.
        following: the paragraph after it; both stand in the same element.
    """
    element, text = block.element, block.text
    if block.kind != "paragraph" or element.tag not in _LINES or not 2 < len(text) <= QUIET_LENGTH:
        return False
    if (
        _NO_HEADING.search(text)
        or _TIME.search(text)
        or not (text[0].isupper() or text[0] in "\"'“‘«„")
        or " " not in text
    ):
        return False
    if len(squeeze("".join(element.itertext()))) != len(squeeze(text)):  # more than this line stands in the element
        return False
    if (element.tag, element.get("class")) == (following.element.tag, following.element.get("class")):
        return False
    if (
        element.getparent() is not following.element.getparent()
        or next(element.iter("a", "time", *_MEDIA), None) is not None
    ):
        return False
    before = element.getprevious()
    return before is None or not shows_media(before) or bool("".join(before.itertext()).strip())


def shows_media(element: HtmlElement) -> bool:
    """Whether an element is, or holds, a picture, a film or a frame."""
    return next(element.iter(*_MEDIA), None) is not None
