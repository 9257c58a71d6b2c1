"""Bylines that readers see: lines around the headline and behind the text that name authors.

A byline begins with ``By`` or one of its like, stands in an element that is marked as an author's, or is nothing but
names beside a date. The words are in ``lexicon/byline.yaml``, the marks in ``lexicon/element_marks.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import cache

from sayso.document.html.metadata import dates, matter, names, visible, wording
from sayso.document.html.metadata.listed import Listed
from sayso.document.html.metadata.page import Page
from sayso.document.html.metadata.visible import Line, Piece

#: Bylines farther from the headline, in lines, are of other pages.
FARTHEST = 14
#: A paragraph that is a name is a byline beside a short paragraph with a date, at most so far from the headline.
NEAREST, SHORT = 4, 50
#: Lines longer than this, in characters, are text.
MAX_LINE, MAX_TAIL_LINE = 200, 140
#: Scores: how often such a byline was right on the pages it was measured on. A byline loses a hundredth with each line
#: from the headline, and a tenth before it and behind the first paragraph.
TOLD, TOLD_OTHER, MARKED, BESIDE_DATE, BELOW_DATE, CREDIT, SIGNED, ABOUT, AGENCY = (
    0.92,
    0.8,
    0.72,
    0.75,
    0.74,
    0.7,
    0.72,
    0.7,
    0.74,
)

_CLOCK = re.compile(
    r"^\W*(?:(?:at|um|à|a las|alle|kl\.?|om)\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?"
    r"(?:\s*(?:Uhr|Z|GMT|UTC|[ap]\.?m\.?))?(?=\W|$)",
    re.IGNORECASE,
)
_CHUNK = re.compile(r"\s*[·•|]\s*|\s+[–—]\s+|\s{3,}")
_CREDIT = re.compile(
    r"^\W*\(?\s*((?:Reporting|Writing|Additional reporting|Compiled|Reported)\b[^;)]*?\bby\b)\s*([^;)]{3,120}?)"
    r"(?=[;)]|\.\s+\w+(?: \w+)? by\b|\.?\s*$)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"^\W*(?:thread )?(?:posted|submitted|started|uploaded|written) by\b", re.IGNORECASE)
_SIGNED = re.compile(r"^\W*\(([^()]{2,60})\)\W*$")
_DASHED = re.compile(r"^\s*(?:[—–]|--?)\s*([^\W\d_][^—–\d]{3,60})$")
_ABOUT = re.compile(
    r"^(\S+(?: \S+){1,3}?) (?:is|ist|est|es|è|é) (?:an?|the|our|eine?|une?|una?|um|uma)\b(.{0,80})", re.IGNORECASE
)


def find(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """The bylines of a page.

    Args:
        page: the page.
        agencies: names that its text credits in datelines, case folded.
    """
    yield from _around(page, agencies)
    yield from _tail(page, agencies)


def _around(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """Bylines around the headline."""
    dated = _dated_lines(page)
    best: dict[str, Listed] = {}
    roles = {line.distance for line in page.around.after if len(line.text) < 60 and names.holds_role(line.text)}
    first_long = next((line.distance for line in page.around.after if len(line.text) >= visible.LONG), 99)
    for line in _merged((*matter.own(page.around.after[:FARTHEST], behind_text=False), *page.around.before)):
        if len(line.text) > MAX_LINE or wording.credited(line.text):
            continue
        near = 0.0
        if line.distance in dated:
            near = BESIDE_DATE
        elif len(line.text) <= 80 and any(_together(line, other, roles) for other in dated.values()):
            near = BELOW_DATE
        for found, how, score in _of_line(line, near, agencies):
            score -= 0.01 * abs(line.distance) + (0.1 if line.distance > first_long or line.distance < 0 else 0.0)
            listed = Listed(tuple(found), "visible", f"{how}, line {line.distance:+d} of the headline", score)
            known = best.get(how)
            if known is None or listed.score > known.score:
                best[how] = listed
            elif how == "byline" and abs(known.score - listed.score) < 0.025 and not known.keys & listed.keys:
                best[how] = replace(known, names=known.names + listed.names)
    yield from best.values()


def _merged(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; one that is nothing but ``By`` is put together with the next, ``and Ben Roth`` with the one before."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None:
            opened = not names.without_prefix(waiting.text)[0].strip(" :")
            if opened or (names.begins_joining(line.text) and len(line.text) < MAX_LINE):
                line = Line(waiting.pieces + line.pieces, line.distance)
            else:
                yield waiting
            waiting = None
        if names.without_prefix(line.text)[1] and len(line.text) < MAX_LINE:
            waiting = line
        else:
            yield line
    if waiting is not None:
        yield waiting


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


def _of_line(
    line: Line, near_date: float, agencies: frozenset[str], *, aside: str = "aside"
) -> Iterator[tuple[list[str], str, float]]:
    """What a line says of authors: (names, how it says so, score)."""
    posted = bool(_POSTED.match(line.text))  # a user's name need not look like one
    waiting = False  # "By" stood alone, or a name with "and" behind it
    credited = ""  # an agency by itself
    desk = ""  # one word that is a desk's
    bare: list[str] = []
    told: list[str] = []
    marked_names: list[str] = []
    for text, piece in _chunks(line):
        if visible.marked(piece.element, aside):
            waiting = False
            continue
        agency = _agency_alone(text, agencies)
        if agency:
            credited = credited or agency
            continue
        if _is_photo(text):
            break
        if near_date == BESIDE_DATE and piece.element.tag != "a" and text.strip(" ,").casefold() in names.words("desk"):
            desk = desk or text.strip(" ,")  # "Newsroom, 22 August 2024"
        rest, prefixed = names.without_prefix(text)
        bare_rest = rest.strip(" :,&")
        joined = names.joined_by(rest) if told and not prefixed else 0
        if joined:  # "and Ben Roth", or "and" alone before the next element
            bare_rest = rest[joined:].strip(" :,&")
        if prefixed or joined or waiting:
            waiting = not bare_rest or bare_rest.casefold() in names.words("joiners")
            if waiting:
                continue
            found = names.names_from_line(bare_rest, agencies)
            if found and _plausible(
                found,
                marked=(not prefixed and not told)
                or (posted and not told and len(found) == 1)
                or visible.marked(piece.element, "author"),
                alone=not told,
            ):
                told.extend(name for name in found if name not in told)
                waiting = names.ends_joining(bare_rest)
            continue
        marked = visible.marked(piece.element, "author")
        found = names.names_from_line(text, agencies) if marked or near_date else []
        if not found:
            continue
        if marked:
            if _plausible(found, marked=True):
                marked_names.extend(name for name in found if name not in marked_names)
        elif near_date and piece.element.tag not in ("h2", "h3", "h4") and _whole(names.split(text), text):
            linked = piece.element.tag == "a"
            if all(
                (names.person_like(name) and (name.isascii() or name[0].isupper()))
                or (names.signs_bare(name, agencies) and not linked)
                or (len(found) > 1 and names.kind(name, datelines=agencies) != "person" and not linked)
                for name in found
            ):
                bare.extend(found)
    if desk and not (told or marked_names or bare):
        bare.append(desk)
    if credited and not (told or marked_names or bare):
        yield [credited], "agency by itself", AGENCY
    if told:
        yield told, "byline", TOLD if all(names.person_like(name) for name in told) else TOLD_OTHER
    if marked_names:
        yield marked_names, "marked element", MARKED
    if bare and len(bare) <= 5:
        yield bare, "name beside the date", near_date


def _agency_alone(text: str, agencies: frozenset[str]) -> str | None:
    """The agency that a stretch names and nothing else: ``(AP)``, ``Source: AP``."""
    match = _SIGNED.match(text) or _source().match(text)
    name = match[1].strip() if match is not None else ""
    return (
        name if name and names.kind(name, datelines=agencies) == "agency" and names.signs_bare(name, agencies) else None
    )


@cache
def _source() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(names.words("sources"), key=len, reverse=True))
    return re.compile(rf"^\W*(?:{alternatives})\s*:\s*([^\d:;]{{2,60}}?)\W*$", re.IGNORECASE)


def _whole(found: list[str], text: str) -> bool:
    """Whether the names, and the four characters or so that join them, are all that the stretch says."""
    return sum(len(name) + 4 for name in found) - 4 >= 0.75 * len(names.without_address(text).strip())


def _plausible(found: list[str], *, marked: bool, alone: bool = True) -> bool:
    """Whether what follows ``By`` is a list of names: marked as such, or all of it like names.

    One word may be a user's name where it stands ``alone``; behind other names it is a place or a section.
    """
    if marked:
        return all(len(name.split()) <= 6 and name.casefold() not in names.words("not_names") for name in found)
    return all(
        names.person_like(name)
        or names.kind(name) != "person"
        or (alone and len(name.split()) == 1 and name[0].isupper())
        for name in found
    )


def _chunks(line: Line) -> Iterator[tuple[str, Piece]]:
    """The stretches of a line between marks and dates."""
    for piece in line.pieces:
        text = piece.text
        cut = text
        spans = {(stamp.start, stamp.end) for stamp in dates.find(text)}  # two readings of a date have one span
        for start, end in sorted(spans, reverse=True):
            cut = cut[:start] + " | " + cut[end:]
        for chunk in _CHUNK.split(cut):
            chunk = _CLOCK.sub("", chunk).strip()
            if chunk.strip(" :;.-–"):
                yield chunk, piece


def _is_photo(text: str) -> bool:
    """Whether a stretch credits a picture."""
    first = re.match(r"\W*(\w+)", text.casefold())
    return text.lstrip().startswith("©") or bool(first and first[1] in names.words("photo"))


def _quoted(line: Line) -> bool:
    """Whether a line stands in a quotation, whose end names the one that is quoted."""
    element = line.pieces[0].element
    return (
        element.tag in ("blockquote", "cite", "q") or next(element.iterancestors("blockquote", "q"), None) is not None
    )


def _tail(page: Page, agencies: frozenset[str]) -> Iterator[Listed]:
    """Signatures and credits behind the text."""
    for line in _merged(matter.own(page.around.tail, behind_text=True)):
        text = line.text
        if (
            len(text) > MAX_TAIL_LINE
            or wording.credited(text)
            or visible.marked(line.pieces[0].element, "thread", levels=3)
        ):
            continue
        credit = _CREDIT.match(text)
        if credit is not None:
            found = names.names_from_line(credit[2], agencies)
            yield Listed(tuple(found), "visible", "credit behind the text", CREDIT)
            return
        for found, how, score in _of_line(line, 0.0, agencies, aside="thread"):
            sure = all(names.person_like(name) or names.signs_bare(name, agencies) for name in found)
            if (
                sure
                or (how == "byline" and _POSTED.match(text) and len(found) == 1 and found[0].islower())
                or (how == "byline" and any(visible.marked(piece.element, "author") for piece in line.pieces))
            ):
                desk = any(names.signs_bare(name, agencies) for name in found)
                yield Listed(
                    tuple(found), "visible", f"{how} behind the text", max(score - 0.05, SIGNED if desk else 0.0)
                )
                return
        about = _ABOUT.match(text)
        if about and names.person_like(about[1]) and names.holds_role(about[2]):
            yield Listed((about[1],), "visible", "about the author behind the text", ABOUT)
            return
        signed = _SIGNED.match(text) or _DASHED.match(text)
        text = signed[1] if signed else text
        found = names.names_from_line(text, agencies)
        if line.pieces[0].element.tag == "a" or not found or not _whole(found, text):
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
