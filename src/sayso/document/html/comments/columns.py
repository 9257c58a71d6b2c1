"""Parts of comments that only show when several comments are laid side by side."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from sayso.document.html.comments.anatomy import Anatomy
from sayso.document.html.comments.cells import Line
from sayso.document.html.comments.hints import normal_name
from sayso.document.html.comments.inline import labelled_opening, marked_closing, marked_opening, part_of, tail_closing
from sayso.document.html.comments.meta import APART, name_like
from sayso.document.html.projection import collapse

_OPENING: Final = '“"„«‘'
_CLOSING: Final = '”"“»’'
_BRACKETS: Final = re.compile(r"\s*[(\[](?P<title>[^()\[\]]{8,100})[)\]]\s*\Z")
#: A link of so many words is a title rather than a name.
_TITLE_WORDS: Final = 4
_STOPS: Final = '.!?…)”"»'
_AFTER_PAGE: Final = re.compile(r"\s*[:–—]\s*|\s+-\s+")


def settle(taken: list[Anatomy], *, trusted: bool, widget: bool) -> None:
    """Find authors and pages that only show when comments are laid side by side; ``taken`` is changed in place."""
    if widget:
        pages_from_brackets(taken)
        pages_from_links(taken, least=_TITLE_WORDS)
    name_from_columns(taken, trusted=trusted)
    if widget or _end_in_pages(taken):
        pages_from_links(taken)
        pages_from_openings(taken)


def _end_in_pages(taken: list[Anatomy]) -> bool:
    """Whether comments with names end each in a line that is one link, to pages of several titles."""
    ends = [a.said[-1] for a in taken if a.on is None and a.author and len(a.said) > 1 and _is_link(a.said[-1])]
    titles = {end.text for end in ends if len(end.text.split()) > 2}
    return len(titles) > 1 and 10 * len(ends) >= 6 * len(taken)


def without_quotes(taken: list[Anatomy]) -> None:
    """A widget may set every comment in quotation marks; they are the page's, not the writer's."""
    texts = [anatomy.text for anatomy in taken if anatomy.text]
    if len(texts) < 2 or not all(text[-1] in _CLOSING for text in texts):
        return
    for anatomy in taken:
        if not anatomy.said:
            continue
        first, last = anatomy.said[0], anatomy.said[-1]
        whole = "".join(run.text for run in first.runs)
        begin = len(whole) - len(whole.lstrip().lstrip(_OPENING)) if whole.lstrip()[:1] in _OPENING else 0
        anatomy.said[0] = first = part_of(first, begin, len(whole))
        last = first if len(anatomy.said) == 1 else last
        whole = "".join(run.text for run in last.runs)
        anatomy.said[-1] = part_of(last, 0, len(whole.rstrip()) - 1) if whole.rstrip()[-1:] in _CLOSING else last


def pages_from_links(taken: list[Anatomy], *, least: int = 1) -> None:
    """In a widget, a line that is a link and stands first or last in most comments is the page each was left on.

    A link of fewer words than ``least`` may be a name.
    """
    for last in (False, True):
        lines = [(a, a.said[-1 if last else 0]) for a in taken if a.on is None and len(a.said) > 1]
        linked = [(a, line) for a, line in lines if _is_link(line) and len(line.text.split()) >= least]
        if len(linked) < 2 or 10 * len(linked) < 6 * len(taken):
            continue
        for anatomy, line in linked:
            link = next(run.link for run in line.runs if run.link is not None)
            anatomy.on, anatomy.url = line.text, link.get("href") or anatomy.url
            anatomy.said = anatomy.said[:-1] if last else anatomy.said[1:]
        return


def pages_from_openings(taken: list[Anatomy]) -> None:
    """In a widget, a link before the words and a colon or dash: ``Maja: <a>Crates</a>: so it goes``."""
    found = [(a, opened) for a in taken if a.on is None and a.said and (opened := _opening_page(a.said[0]))]
    if len(found) < 2 or 10 * len(found) < 6 * len(taken):
        return
    for anatomy, (title, url, rest) in found:
        anatomy.on, anatomy.url = title, url or anatomy.url
        anatomy.said[0] = rest


def pages_from_brackets(taken: list[Anatomy]) -> None:
    """In a widget, a page in brackets behind the words of most comments."""
    for read in (page_at_end, _plain_page_at_end):
        found = [(a, page) for a in taken if a.on is None and a.said and (page := read(a.said[-1])) is not None]
        if found and 10 * len(found) >= 6 * len(taken) and (read is page_at_end or len(found) > 1):
            break
    else:
        return
    for anatomy, page in found:
        anatomy.on, anatomy.url = page.title, page.url or anatomy.url
        anatomy.said[-1] = page.rest


@dataclass(frozen=True, slots=True)
class PageAtEnd:
    """A page named in brackets behind the words, and the words without it."""

    title: str
    url: str | None
    text: str
    rest: Line


def page_at_end(line: Line) -> PageAtEnd | None:
    """``“So it goes” (<a>Crates</a>)``: the page in brackets at the end of a line; ``None`` where there is none."""
    runs = [run for run in line.runs if run.text and not run.text.isspace()]
    n = max((n for n, run in enumerate(runs) if run.link is not None), default=0)
    if not n or any(c.isalnum() for run in runs[n + 1 :] for c in run.text):
        return None
    before = runs[n - 1].text.rstrip()
    if not before.endswith(("(", "[")) or len(runs[n].text) < 4:
        return None
    start = sum(len(run.text) for run in line.runs[: line.runs.index(runs[n - 1])]) + len(before) - 1
    rest = part_of(line, 0, start)
    return PageAtEnd(collapse(runs[n].text), runs[n].link.get("href"), rest.text, rest) if rest.text else None  # type: ignore[union-attr]


def _plain_page_at_end(line: Line) -> PageAtEnd | None:
    whole = "".join(run.text for run in line.runs)
    match = _BRACKETS.search(whole)
    if match is None or len(match["title"].split()) < 2:
        return None
    rest = part_of(line, 0, match.start())
    return PageAtEnd(collapse(match["title"]), None, rest.text, rest) if rest.text else None


def _opening_page(line: Line) -> tuple[str, str | None, Line] | None:
    runs = [run for run in line.runs if run.text and not run.text.isspace()]
    if len(runs) < 2 or not runs[0].marked or runs[1].link is not None or len(runs[0].text.split()) < 2:
        return None
    after = _AFTER_PAGE.match(runs[1].text)
    if after is None or not "".join(run.text for run in runs[1:])[after.end() :].strip():
        return None
    start = line.runs.index(runs[1])
    begin = sum(len(run.text) for run in line.runs[:start]) + after.end()
    url = runs[0].link.get("href") if runs[0].link is not None else None
    return collapse(runs[0].text).strip('“”"„«»'), url, part_of(line, begin, sum(len(r.text) for r in line.runs))


def _is_link(line: Line) -> bool:
    return len(line.text) > 6 and all(run.link is not None for run in line.runs if not run.text.isspace())


def name_from_columns(taken: list[Anatomy], *, trusted: bool = False) -> None:
    """Find authors by place: a short first (or last) line of its own in the same element of most comments.

    Args:
        taken: the comments of one group; authors and words are changed in place.
        trusted: whether a heading, a container or buttons already speak of comments, so that names in the line of the
            words may be read, where most comments have one at the same place.
    """
    if 2 * sum(a.author is not None for a in taken) > len(taken):
        return
    _name_from_lines(taken)
    if trusted and 2 * sum(a.author is not None for a in taken) <= len(taken):
        _name_in_words(taken)
    if trusted and not any(a.author for a in taken):
        _name_in_plain_lines(taken)


def _name_in_plain_lines(taken: list[Anatomy]) -> None:
    """Read names that stand first or last as lines between breaks, like the words, where every comment has one."""
    for last in (True, False):
        lines = [anatomy.said[-1 if last else 0] for anatomy in taken if len(anatomy.said) > 1]
        names = [line.text.strip(" :,–—-") for line in lines]
        if not 1 < len(lines) == len(taken) or not all(
            name_like(name) and len(name.split()) < _TITLE_WORDS and name[-1] not in _STOPS for name in names
        ):
            continue
        for anatomy, name in zip(taken, names, strict=True):
            anatomy.author, anatomy.rank = name, APART
            anatomy.said = anatomy.said[:-1] if last else anatomy.said[1:]
        return


def _name_in_words(taken: list[Anatomy]) -> None:
    """Read names at the beginning or the end of the words, in whichever way fits most comments."""
    without = [anatomy for anatomy in taken if anatomy.author is None and anatomy.said]
    for read, at in ((marked_opening, 0), (tail_closing, -1), (marked_closing, -1), (labelled_opening, 0)):
        found = [(anatomy, opening) for anatomy in without if (opening := read(anatomy.said[at])) is not None]
        if not found or 10 * len(found) < 6 * len(without) or len(found) == 1 < len(without):
            continue
        for anatomy, opening in found:
            anatomy.author, anatomy.rank = opening.author, APART
            anatomy.time = anatomy.time or opening.time
            anatomy.said[at] = opening.rest
        return


def _name_from_lines(taken: list[Anatomy]) -> None:
    for last in (False, True):
        owners: Counter[str] = Counter()
        for anatomy in taken:
            if len(anatomy.said) > 1 and _could_name(anatomy.said, last=last):
                owners[_column(anatomy.said[-1 if last else 0])] += 1
        if not owners:
            continue
        column, count = owners.most_common(1)[0]
        if count < 2 or 10 * count < 6 * len(taken):
            continue
        for anatomy in taken:
            if anatomy.author is None and len(anatomy.said) > 1 and _could_name(anatomy.said, last=last):
                line = anatomy.said[-1 if last else 0]
                if _column(line) == column:
                    anatomy.author, anatomy.rank = line.text.strip(" :,–—-"), APART
                    anatomy.said = anatomy.said[:-1] if last else anatomy.said[1:]
        return


def _could_name(said: list[Line], *, last: bool) -> bool:
    line, other = (said[-1], said[-2]) if last else (said[0], said[1])
    text = line.text.strip(" :,–—-")
    return len(text) <= 40 and name_like(text) and (line.owner is not other.owner or _column(line) != _column(other))


def _column(line: Line) -> str:
    run = next((run for run in line.runs if collapse(run.text)), line.runs[0])
    return f"{normal_name(line.owner)}/{normal_name(run.element)}"
