"""Lines that say who wrote a comment, when, and under which page.

A line is read as such when nothing is left of it once the parts that are known are taken out: the author's cell, a
date, the link to another page and the word before it, buttons and counts, and small words between them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from sayso.document.html.comments.cells import Line, Run
from sayso.document.html.comments.hints import Role
from sayso.document.html.comments.wording import (
    by_begin,
    find_date,
    glue,
    heading_kind,
    is_control,
    is_introduction,
    is_strong_control,
    left_on_end,
    says,
)
from sayso.document.html.projection import collapse

#: How surely a name is the author's: only set apart, beside a date, in words or a cell that say so.
APART: Final = 1
BESIDE: Final = 2
SAID: Final = 3
_LONGEST_LINE: Final = 260
_LONGEST_NAME: Final = 60
#: A link of more words is the title of a page, in words.
_LONGEST_LINKED: Final = 4
_ARTICLES: Final = frozenset({"the", "le", "el", "il"})
_EDGES: Final = " \t,;|·•–—-/:@#()[]{}»«>→*~"
_SENTENCE_END = re.compile(r"[.!?…][\"”’»]*\Z")
_SENTENCE = re.compile(r"[.!?…][\"”’»]*(?:\s|\Z)")
_NUMBERED = re.compile(r"^(?:#|nr\.?|no\.?|№)?\s*\d{1,5}\s*[.:)|-]?\s+(?=\D)|^#\d+\b\s*", re.IGNORECASE)
_PERMALINK = re.compile(r"#(?:comment|c|kom|reply|post|dsq|msg|note|bb_message|kommentar)?[-_]?\w*\d", re.IGNORECASE)


@dataclass(slots=True)
class Meta:
    """What one line says. ``rank`` is how surely ``author`` is the author."""

    author: str | None = None
    rank: int = 0
    time: str | None = None
    stamp: str | None = None
    on: str | None = None
    url: str | None = None


def name_like(text: str) -> bool:
    """Whether a text could be the name of a commenter (names of shops, addresses and nicknames included)."""
    if not 1 < len(text) <= _LONGEST_NAME and not (len(text) == 1 and text.isalnum()):
        return False
    words = text.split()
    if len(words) > 7 or not any(c.isalnum() for c in text) or _is_glue(text):
        return False
    if (
        len(words) >= 3
        and _SENTENCE_END.search(text)
        and words[-1].lower() not in {"jr.", "sr."}
        and len(words[-1]) > 2
    ):
        return False
    return not (len(words) > 4 and sum(w[0].islower() for w in words) > len(words) - 2)


def read_meta(line: Line, *, strict: bool = False) -> Meta | None:
    """Read a line; ``None`` where it is prose.

    Args:
        line: the line.
        strict: whether the line stands in a cell named as text, where only a cell or element that says so counts.
    """
    text = line.text
    if len(text) > _LONGEST_LINE:
        return None
    meta = Meta()
    authors: list[str] = []
    rest: list[Run] = []
    badges: list[str] = []
    for run in line.runs:
        words = collapse(run.text)
        if not words:
            rest.append(run)
        elif run.time is not None or (
            run.roles & Role.TIME and not run.roles & Role.AUTHOR and any(c.isdigit() for c in words)
        ):
            meta.time = f"{meta.time} {words}" if meta.time else words
            meta.stamp = meta.stamp or _stamp(run)
        elif run.element is not line.owner and not run.roles & Role.AUTHOR and _is_date(words):
            words = words.strip(_EDGES)
            meta.time = f"{meta.time} {words}" if meta.time else words
            meta.stamp = meta.stamp or _stamp(run)
        elif run.roles & Role.AUTHOR and not run.roles & (Role.TIME | Role.CONTROL) and find_date(words) is None:
            authors.append(words)
        elif is_control(words) or (run.roles & (Role.CONTROL | Role.FORM) and run.link is not None):
            badges += [words] if words.isalpha() else []
        else:
            rest.append(run)
        if meta.url is None and run.link is not None:
            meta.url = permalink(run.link)
    before = _take_page(line, rest, authors, meta)
    left = before if before is not None else collapse(" ".join(run.text for run in rest))
    said = _take_author(left, authors, meta, strict=strict, alone=len(rest) <= 1)
    if said:
        if meta.on is not None and meta.author is None and badges and not is_strong_control(badges[0]):
            meta.author, meta.rank = badges[0], BESIDE  # "admin on <a>Crates</a>"
        return meta
    if not strict and not meta.time and not meta.on and (name := _signature(line)) is not None:
        return Meta(author=name, rank=APART, url=meta.url)
    marked = [run for run in line.runs if collapse(run.text) and not is_control(collapse(run.text))]
    if (
        not strict
        and marked
        and all(run.marked for run in marked)
        and name_like(_strip(text))
        and heading_kind(text) is None
        and not meta.time
        and not meta.on
        and not (len(text.split()) > _LONGEST_LINKED and all(run.link is not None for run in marked))
    ):
        return Meta(author=_strip(text), rank=APART, url=meta.url)
    return None


def _is_date(words: str) -> bool:
    """Whether a run is nothing but a date, a clock time or an age."""
    found = find_date(words)
    return found is not None and len(words) - (found.end() - found.start()) < 3


def _signature(line: Line) -> str | None:
    """The name in a line that signs a letter: ``— Anna Berg, Podhora``, or a marked name and a place after a comma."""
    text = line.text
    if text[:1] in {"—", "–", "~"} and len(text) <= _LONGEST_NAME and name_like(_strip(text)):
        return _strip(text)
    runs = [run for run in line.runs if run.text and not run.text.isspace()]
    if len(runs) == 2 and runs[0].marked and runs[1].text.lstrip().startswith(","):
        name, place = collapse(runs[0].text).rstrip(" ,"), _strip(runs[1].text)
        if name_like(name) and place[:1].isupper() and len(place.split()) < 4 and not _SENTENCE_END.search(place):
            return name
    return None


def is_signature(lines: list[Line]) -> bool:
    """Whether lines say who wrote something, and nothing else."""
    return bool(lines) and all(len(line.text) <= 2 * _LONGEST_NAME and read_meta(line) is not None for line in lines)


def _take_page(line: Line, rest: list[Run], authors: list[str], meta: Meta) -> str | None:
    """Take "on <a>Title</a>" out of a line; returns what stands before it, or ``None`` without such a link."""
    for n, run in enumerate(rest):
        link = run.link
        if link is None or (n and rest[n - 1].link is link):
            continue
        before = collapse(" ".join([*authors, *(r.text for r in rest[:n])]))
        title = collapse("".join(r.text for r in rest if r.link is link))
        found = left_on_end().match(before) if before and len(title) > 3 else None
        behind = collapse(" ".join(r.text for r in rest[n:] if r.link is not link))
        after = _strip(behind)
        if (
            found is None
            or is_introduction(before)  # "Posted by: <a>Maja</a>"
            or (after and find_date(after) is None and (len(after) > 30 or behind.startswith(":")))
            or (find_date(title) is not None and len(title) < 30)
        ):
            continue
        meta.on = title
        meta.url = link.get("href") or meta.url
        authors.clear()
        if (date := find_date(after)) is not None and meta.time is None:
            meta.time = date[0]
        return found["author"] or ""
    return None


def _take_author(left: str, authors: list[str], meta: Meta, *, strict: bool, alone: bool) -> bool:
    """Find the author in what is left of a line; returns whether the line is accounted for."""
    left = _strip(left)
    if meta.time is None and (date := find_date(left)) is not None:
        head, tail = _strip(left[: date.start()]), _strip(left[date.end() :])
        if strict and (head or tail):
            return False
        if head and tail and not (_is_glue(tail) or _is_glue(head) or is_control(tail)):
            both = by_begin().match(head + " ")
            if both is None and len(f"{head}{tail}") > _LONGEST_NAME:
                return False
        meta.time = date[0]
        bare = left[date.end() :].lstrip()
        left = (
            head
            if not tail or _is_glue(tail) or is_control(tail)
            else tail
            if _is_glue(head) or not head
            else f"{head} {tail}"
        )
        if bare and tail == left and not authors and not name_like(_strip(left)):
            return False
    rank = BESIDE if meta.time else 0
    if (said := says(f"{left}:" if meta.time and len(left) < _LONGEST_NAME else left)) is not None:
        left, rank = said, SAID
    elif (by := by_begin().match(left)) is not None and by.end() < len(left):
        left, rank = left[by.end() :], SAID
    elif left and authors and says(f"X {left}") is not None:
        left = ""
    left = _strip(_NUMBERED.sub("", left))
    if authors:
        left = _unglue(left)
        if len(left) > 40 or (len(left) > 12 and _SENTENCE_END.search(left)):
            return False
        name = _clean(" ".join(dict.fromkeys(authors)))
        if name and name_like(name):
            meta.author, meta.rank = name, SAID
        return bool(meta.author) or bool(meta.time)
    if strict and rank != SAID and left:
        return False
    left = _clean(left)
    if meta.on is not None:
        rank = SAID
    if not left or (is_control(left) and meta.on is None):
        return bool(meta.time or meta.on)
    if rank and name_like(left) and (rank == SAID or not _SENTENCE_END.search(left) or len(left) < 24):
        meta.author, meta.rank = left, rank
        return True
    if meta.on is not None and len(left) < 2 * _LONGEST_NAME and not _SENTENCE.search(left):
        meta.author, meta.rank = left, SAID  # the title of a page that links here
        return True
    meta.on, meta.time = None, None
    return False


def _clean(name: str) -> str:
    """A name without the words that introduce or follow it."""
    name = _strip(name).replace(" ,", ",")
    if (by := by_begin().match(name)) is not None and by.end() < len(name):
        name = name[by.end() :]
    if (said := says(name)) is not None:
        name = said
    return _unglue(_strip(name))


def _strip(text: str) -> str:
    text = text.strip(_EDGES + '"“”„')
    if text.count("(") > text.count(")"):
        text += ")"
    return text


def _is_glue(text: str) -> bool:
    words = [word for word in re.split(r"[\W\d]+", text.lower()) if word]
    return all(word in glue() for word in words) and (bool(words) or not any(c.isdigit() for c in text))


def _unglue(text: str) -> str:
    words = text.split()
    while words and words[-1].lower().strip(_EDGES) in glue() and (words[-1].islower() or len(words[-1]) > 2):
        words.pop()
    while len(words) > 1 and words[0].lower().strip(_EDGES) in glue() and words[0].islower():
        if words[0] in _ARTICLES and words[1] not in glue():
            break  # "the bus driver"
        words.pop(0)
    return _strip(" ".join(words))


def _stamp(run: Run) -> str | None:
    """The machine-readable time of a run's element."""
    element: HtmlElement | None = run.time if run.time is not None else run.element
    if element is None:
        return None
    for name in ("datetime", "content", "data-time", "data-timestamp", "title"):
        if value := element.get(name):
            return str(value)
    return None


def permalink(link: HtmlElement) -> str | None:
    """The address of a comment, where a link points at one."""
    href = link.get("href")
    return href if href and _PERMALINK.search(href) and not href.startswith("javascript:") else None
