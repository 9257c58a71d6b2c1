"""Text of a page -> its tree, parsed once and shared by everything in this room.

libxml2 keeps the order of the source (it does not foster-parent), which :mod:`sayso.document.html.locate` relies
on. Nesting is bounded: past :data:`MAX_DEPTH` a page is refused, because libxml2 silently drops what lies deeper than
its own limit (2,048 with ``huge_tree``) and an article must not lose its end without a word.
"""

from __future__ import annotations

import logging

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HTMLParser, document_fromstring

from sayso.errors import DocumentError

#: Levels of nesting. Real pages stay under 100; libxml2 drops content below 2,048.
MAX_DEPTH = 1_000
#: Elements of one page; the largest real page measured has about 30,000.
MAX_ELEMENTS = 2_000_000

#: Characters above which libxml2's "no content" means that it ran out of memory, which it does not always say.
_HUGE = 5_000_000

# trafilatura and htmldate report each page that they discard; here that is an outcome, not a message.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def parse(text: str, source: str = "-") -> HtmlElement:
    """Parse a page.

    Args:
        text: the decoded page, with neither NUL nor lone surrogates (see :func:`sayso.document.html.decode.decode`).
        source: what the page is called in errors.

    Raises:
        DocumentError: SAY-012, there is no element in it; SAY-018, it is nested too deeply or has too many elements.
        MemoryError: there is not enough of it (:mod:`sayso.document.worker` turns this into SAY-014).
    """
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    # lxml.html chooses the class of each element in Python, by its name; one class for all costs nothing
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment))
    try:
        root = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        if any(entry.type == etree.ErrorTypes.ERR_NO_MEMORY for entry in parser.error_log) or len(text) > _HUGE:
            raise MemoryError from error
        raise DocumentError("SAY-012", source, "the page has no content") from error
    if _depth(root) > MAX_DEPTH:
        raise DocumentError("SAY-018", source, f"the page nests elements more than {MAX_DEPTH} deep")
    _defuse_spans(root)
    return root


def _defuse_spans(root: HtmlElement) -> None:
    """Forget spans of more than 99 cells: trafilatura lays out every cell that a table says it has."""
    for cell in root.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            if len(cell.get(name, "")) > 2:
                del cell.attrib[name]


def _depth(root: HtmlElement) -> int:
    """The greatest depth of an element, found without recursion."""
    deepest = depth = count = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            count += 1
            if depth > deepest:
                deepest = depth
                if deepest > MAX_DEPTH:
                    return deepest
        else:
            depth -= 1
    return deepest if count <= MAX_ELEMENTS else MAX_DEPTH + 1
