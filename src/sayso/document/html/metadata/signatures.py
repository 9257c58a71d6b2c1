"""Signatures and credits behind the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.document.html.metadata import byline_line, matter, names, phrases, visible, wording
from sayso.document.html.metadata.listed import Listed
from sayso.document.html.metadata.page import Page
from sayso.document.html.metadata.visible import Line

#: A longer line, in characters, is text.
MAX_LINE = 140
#: Scores: how often such a byline was right on the pages it was measured on.
CREDIT, SIGNED, ABOUT = 0.7, 0.72, 0.7
_CREDIT = re.compile(
    r"^\W*\(?\s*((?:Reporting|Writing|Additional reporting|Compiled|Reported)\b[^;)]*?\bby\b)\s*([^;)]{3,120}?)"
    r"(?=[;)]|\.\s+\w+(?: \w+)? by\b|\.?\s*$)",
    re.IGNORECASE,
)
_DASHED = re.compile(r"^\s*(?:[—–]|--?)\s*([^\W\d_][^—–\d]{3,60})$")
_ABOUT = re.compile(
    r"^(\S+(?: \S+){1,3}?) (?:is|ist|est|es|è|é) (?:an?|the|our|eine?|une?|una?|um|uma)\b(.{0,80})", re.IGNORECASE
)


def _quoted(line: Line) -> bool:
    """Whether a line stands in a quotation, whose end names the one that is quoted."""
    element = line.pieces[0].element
    return (
        element.tag in ("blockquote", "cite", "q") or next(element.iterancestors("blockquote", "q"), None) is not None
    )


def find(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """Signatures and credits behind the text.

    Args:
        page: the page.
        agencies: names that its text credits in datelines, case folded.
    """
    for line in byline_line.merged(matter.own(page.around.tail, behind_text=True)):
        text = line.text
        if len(text) > MAX_LINE or wording.credited(text) or visible.marked(line.pieces[0].element, "thread", levels=3):
            continue
        credit = _CREDIT.match(text)
        if credit is not None:
            found = names.names_from_line(credit[2], agencies)
            yield Listed(tuple(found), "visible", "credit behind the text", CREDIT)
            return
        for found, how, score in byline_line.of_line(line, 0.0, agencies, aside="thread"):
            sure = all(names.person_like(name) or names.signs_bare(name, agencies) for name in found)
            if (
                sure
                or (how == "byline" and byline_line.POSTED.match(text) and len(found) == 1 and found[0].islower())
                or (how == "byline" and any(visible.marked(piece.element, "author") for piece in line.pieces))
            ):
                desk = any(names.signs_bare(name, agencies) for name in found)
                yield Listed(
                    tuple(found), "visible", f"{how} behind the text", max(score - 0.05, SIGNED if desk else 0.0)
                )
                return
        about = _ABOUT.match(text)
        if about and names.person_like(about[1]) and phrases.holds_role(about[2]):
            yield Listed((about[1],), "visible", "about the author behind the text", ABOUT)
            return
        signed = byline_line.BRACKETED.match(text) or _DASHED.match(text)
        text = signed[1] if signed else text
        found = names.names_from_line(text, agencies)
        if line.pieces[0].element.tag == "a" or not found or not byline_line.is_whole(found, text):
            continue
        if _DASHED.match(line.text):
            if line.distance == 1 and all(names.person_like(name) for name in found) and not _quoted(line):
                yield Listed(tuple(found), "visible", "signature behind the text", SIGNED)
                return
            continue
        if any(names.signs_bare(name, agencies) for name in found) and all(
            names.person_like(name) or names.signs_bare(name, agencies) for name in found
        ):
            yield Listed(tuple(found), "visible", "signature behind the text", SIGNED)
            return
