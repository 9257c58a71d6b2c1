"""What one visible line says of authors: names told, marked, beside a date, or an agency by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sayso.document.html.metadata import dates, names, phrases, visible
from sayso.document.html.metadata.visible import Line, Piece

#: Lines longer than this, in characters, are text.
MAX_LINE = 200
#: Scores: how often such a byline was right on the pages it was measured on.
TOLD, TOLD_OTHER, MARKED, BESIDE_DATE, AGENCY = 0.92, 0.8, 0.72, 0.75, 0.74

_CLOCK = re.compile(
    r"^\W*(?:(?:at|um|à|a las|alle|kl\.?|om)\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?"
    r"(?:\s*(?:Uhr|Z|GMT|UTC|[ap]\.?m\.?))?(?=\W|$)",
    re.IGNORECASE,
)
_CHUNK = re.compile(r"\s*[·•|]\s*|\s+[–—]\s+|\s{3,}")
POSTED = re.compile(r"^\W*(?:thread )?(?:posted|submitted|started|uploaded|written) by\b", re.IGNORECASE)
BRACKETED = re.compile(r"^\W*\(([^()]{2,60})\)\W*$")


def merged(lines: Iterable[Line]) -> Iterator[Line]:
    """The lines; one that is nothing but ``By`` is put together with the next, ``and Ben Roth`` with the one before."""
    waiting: Line | None = None
    for line in lines:
        if waiting is not None:
            opened = not phrases.without_prefix(waiting.text)[0].strip(" :")
            if opened or (phrases.begins_joining(line.text) and len(line.text) < MAX_LINE):
                line = Line(waiting.pieces + line.pieces, line.distance)
            else:
                yield waiting
            waiting = None
        if phrases.without_prefix(line.text)[1] and len(line.text) < MAX_LINE:
            waiting = line
        else:
            yield line
    if waiting is not None:
        yield waiting


def of_line(
    line: Line, near_date: float, agencies: frozenset[str], *, aside: str = "aside"
) -> Iterator[tuple[list[str], str, float]]:
    """What a line says of authors: (names, how it says so, score)."""
    posted = bool(POSTED.match(line.text))  # a user's name need not look like one
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
        if (
            near_date == BESIDE_DATE
            and piece.element.tag != "a"
            and text.strip(" ,").casefold() in phrases.words("desk")
        ):
            desk = desk or text.strip(" ,")  # "Newsroom, 22 August 2024"
        rest, prefixed = phrases.without_prefix(text)
        bare_rest = rest.strip(" :,&")
        joined = phrases.joined_by(rest) if told and not prefixed else 0
        if joined:  # "and Ben Roth", or "and" alone before the next element
            bare_rest = rest[joined:].strip(" :,&")
        if prefixed or joined or waiting:
            waiting = not bare_rest or bare_rest.casefold() in phrases.words("joiners")
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
                waiting = phrases.ends_joining(bare_rest)
            continue
        marked = visible.marked(piece.element, "author")
        found = names.names_from_line(text, agencies) if marked or near_date else []
        if not found:
            continue
        if marked:
            if _plausible(found, marked=True):
                marked_names.extend(name for name in found if name not in marked_names)
        elif near_date and piece.element.tag not in ("h2", "h3", "h4") and is_whole(names.split(text), text):
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
    match = BRACKETED.match(text) or _source().match(text)
    name = match[1].strip() if match is not None else ""
    return (
        name if name and names.kind(name, datelines=agencies) == "agency" and names.signs_bare(name, agencies) else None
    )


@cache
def _source() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(phrases.words("sources"), key=len, reverse=True))
    return re.compile(rf"^\W*(?:{alternatives})\s*:\s*([^\d:;]{{2,60}}?)\W*$", re.IGNORECASE)


def is_whole(found: list[str], text: str) -> bool:
    """Whether the names, and the four characters or so that join them, are all that the stretch says."""
    return sum(len(name) + 4 for name in found) - 4 >= 0.75 * len(phrases.without_address(text).strip())


def _plausible(found: list[str], *, marked: bool, alone: bool = True) -> bool:
    """Whether what follows ``By`` is a list of names: marked as such, or all of it like names.

    One word may be a user's name where it stands ``alone``; behind other names it is a place or a section.
    """
    if marked:
        return all(len(name.split()) <= 6 and name.casefold() not in phrases.words("not_names") for name in found)
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
    return text.lstrip().startswith("©") or bool(first and first[1] in phrases.words("photo"))
