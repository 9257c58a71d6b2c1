"""Bylines that readers see around the headline; :mod:`.signatures` has those behind the text.

A byline begins with ``By`` or one of its like, stands in an element that is marked as an author's, or is nothing but
names beside a date. The words are in ``lexicon/byline.yaml``, the marks in ``lexicon/element_marks.yaml``.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from sayso.document.html.metadata import byline_line, dates, matter, phrases, visible, wording
from sayso.document.html.metadata.listed import Listed
from sayso.document.html.metadata.page import Page
from sayso.document.html.metadata.visible import Line

#: Bylines farther from the headline, in lines, are of other pages.
FARTHEST = 14
#: A paragraph that is a name is a byline beside a short paragraph with a date, at most so far from the headline.
NEAREST, SHORT = 4, 50
#: The score of a name whose block stands beside the date's: how often it was right on the pages it was measured on. A
#: byline loses a hundredth with each line from the headline, and a tenth before it and behind the first paragraph.
BELOW_DATE = 0.74


def find(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """The bylines around a page's headline.

    Args:
        page: the page.
        agencies: names that its text credits in datelines, case folded.
    """
    dated = _dated_lines(page)
    best: dict[str, Listed] = {}
    roles = {line.distance for line in page.around.after if len(line.text) < 60 and phrases.holds_role(line.text)}
    first_long = next((line.distance for line in page.around.after if len(line.text) >= visible.LONG), 99)
    for line in byline_line.merged((*matter.own(page.around.after[:FARTHEST], behind_text=False), *page.around.before)):
        if len(line.text) > byline_line.MAX_LINE or wording.credited(line.text):
            continue
        near = 0.0
        if line.distance in dated:
            near = byline_line.BESIDE_DATE
        elif len(line.text) <= 80 and any(_together(line, other, roles) for other in dated.values()):
            near = BELOW_DATE
        for found, how, score in byline_line.of_line(line, near, agencies):
            score -= 0.01 * abs(line.distance) + (0.1 if line.distance > first_long or line.distance < 0 else 0.0)
            listed = Listed(tuple(found), "visible", f"{how}, line {line.distance:+d} of the headline", score)
            known = best.get(how)
            if known is None or listed.score > known.score:
                best[how] = listed
            elif how == "byline" and abs(known.score - listed.score) < 0.025 and not known.keys & listed.keys:
                best[how] = replace(known, names=known.names + listed.names)
    yield from best.values()


def _dated_lines(page: Page) -> dict[int, Line]:
    """The lines that state a date, by their distance."""
    return {
        line.distance: line
        for line in (*page.around.after[:FARTHEST], *page.around.before)
        if len(line.text) < 160 and dates.find(line.text, page.habit)
    }


def _together(line: Line, dated: Line, roles: Container[int]) -> bool:
    """Whether two lines are neighbours in one element, or a line's block stands beside the date's.

    A line with the author's office may stand between; ``roles`` are the distances of such lines.
    """
    between = range(line.distance + 1, dated.distance) or range(dated.distance + 1, line.distance)
    if len(between) > 1 or not all(distance in roles for distance in between):
        return False
    element, other = line.pieces[0].element, dated.pieces[0].element
    if element is other or (element.getparent() is other.getparent() and element.tag not in ("p", "figure")):
        return True
    block, beside = visible.block(element), visible.block(other)
    if block.getparent() is not beside.getparent() or block.tag != beside.tag:
        return False
    return block.tag == "div" or (block.tag == "p" and 0 < line.distance <= NEAREST and len(dated.text) < SHORT)
