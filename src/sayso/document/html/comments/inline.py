"""Comments that begin or end with their author on one line: ``<b>Maja</b> on <i>Crates</i>: so it goes``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sayso.document.html.comments.cells import Line, Run
from sayso.document.html.comments.hints import Role
from sayso.document.html.comments.meta import name_like
from sayso.document.html.comments.wording import by_begin, find_date, glue, left_on_end, says
from sayso.document.html.projection import collapse

_UNMARKED = re.compile(r"\s*(?P<author>[^:!?()\[\]]{2,40}?)\s*[(\[](?P<time>[^()\[\]]{4,40})[)\]]\s*[:–—-]\s*")
_SIGNATURE = re.compile(r"[\s“”\"»«]*[–—~-]*\s*")
_LABEL = re.compile(
    r"\s*(?P<author>[^\s:!?“\"«](?:[^:!?“\"«\n]|(?<=\d):(?=\d\d)){0,70}?)\s*(?:[:：](?:\s+|(?=[^\s/\d]))|\s[–—|]\s(?=\S))"
)
_ANGLES = re.compile(r"\s*[<‹](?P<author>[^<>‹›]{2,40})[>›]\s*:?\s*(?=\S)")
_TAIL = re.compile(r"(?:\A|(?<=[\s.!?…”\"'):]))(?:[–—~]|--?)\s*(?P<author>[^–—\n]{1,70}?)\s*\Z")
_ENDED = re.compile(r"[.!?…:)(”\"»]\s*\Z")
_AFTER_NAME = re.compile(r"[\s,;:·|•–—-]*")
#: Longest unmarked name before a mere "on" or "in", in words.
_FEW_WORDS: Final = 3
_BREAK: Final = re.compile(r"\s*[)\]]?\s*(?:[:：|]|[–—]|-\s)\s*[“\"„«]?|\s*[)\]]\s*")


@dataclass(frozen=True, slots=True)
class Opening:
    """The beginning of such a line, and the ``rest``: the comment's words."""

    author: str
    time: str | None
    on: str | None
    url: str | None
    rest: Line


def read_opening(line: Line) -> Opening | None:
    """Read the author, and the page or time where they follow, at the beginning of a line; ``None`` without an author.

    The author must be set apart (bold, a link, a cell of its own) and followed by a colon or dash, by a verb of saying,
    or by the page or the time and then a colon or dash.
    """
    runs = [run for run in line.runs if run.text and not run.text.isspace()]
    if runs and not runs[0].marked and (plain := _UNMARKED.match(runs[0].text)) and find_date(plain["time"]):
        return _opening(plain["author"], plain["time"], None, None, line, runs, plain.end())
    if len(runs) > 2 and not runs[0].marked and runs[1].link is not None and (plainly := _plain_left_on(line, runs)):
        return plainly
    if len(runs) < 2 or not (runs[0].marked or runs[0].roles & Role.AUTHOR):
        return None
    name, after = collapse(runs[0].text), runs[1:]
    on = url = time = None
    if name.endswith(":"):
        return _opening(name.rstrip(": "), None, None, None, line, after, 0)
    lead = after[0].text
    if len(after) > 2 and after[1].marked and left_on_end().match(collapse(f"X {lead}")) and len(collapse(lead)) < 30:
        on, url = (
            collapse(after[1].text).strip('“”"„«»'),
            after[1].link.get("href") if after[1].link is not None else None,
        )
        after = after[2:]
        lead = after[0].text
    elif (date := find_date(lead[:60])) is not None and date.start() < 6:
        time = date[0]
        return _opening(name, time, None, None, line, after, date.end() + _skip(lead[date.end() :]))
    found = _BREAK.match(lead)
    if found is not None and found.end():
        return _opening(name, time, on, url, line, after, found.end())
    if (said := re.match(r"\s*[^:.!?]{2,30}:\s*", lead)) is not None and says(f"X {collapse(said[0])}"):
        return _opening(name, time, on, url, line, after, said.end())
    return None


def _plain_left_on(line: Line, runs: list[Run]) -> Opening | None:
    """``Maja commented on <a>Crates</a>: so it goes``, or a colon for the verb; nothing but the page is set apart."""
    link = runs[1].link
    lead = left_on_end().match(collapse(runs[0].text))
    after = _BREAK.match(runs[2].text)
    if link is None or lead is None or after is None or not after.end():
        return None
    if not lead["word"] and not (runs[0].text.rstrip().endswith(":") and runs[2].text.lstrip().startswith(":")):
        return None
    author = collapse(lead["author"])
    if " " not in (lead["word"] or "") and len(author.split()) > _FEW_WORDS:
        return None
    return _opening(author, None, collapse(runs[1].text), link.get("href"), line, runs[2:], after.end())


def _skip(text: str) -> int:
    found = _BREAK.match(text)
    return found.end() if found is not None else 0


def _opening(
    name: str, time: str | None, on: str | None, url: str | None, line: Line, after: list[Run], cut: int
) -> Opening | None:
    name = says(f"{name}:") or name
    if not name_like(name) or not after:
        return None
    first = after[0]
    kept = [Run(first.text[cut:], first.element, first.roles, first.marked, first.link, first.time), *after[1:]]
    return Opening(name, time, on, url, Line(line.owner, kept))


def read_closing(line: Line) -> Opening | None:
    """Read the author at the end of a line: the words, then a name set apart, then "on" and the page, or a date."""
    runs = [run for run in line.runs if run.text and not run.text.isspace()]
    if len(runs) < 3 or runs[0].marked:
        return None
    on = url = time = None
    if runs[-1].link is not None and left_on_end().match(collapse(f"X {runs[-2].text}")) is not None:
        on, url = collapse(runs[-1].text), runs[-1].link.get("href")
        name, kept = runs[-3], runs[:-3]
    elif (date := find_date(collapse(runs[-1].text))) is not None and len(collapse(runs[-1].text)) < len(date[0]) + 8:
        time = date[0]
        name, kept = runs[-2], runs[:-2]
    else:
        return None
    author = _SIGNATURE.sub("", collapse(name.text), count=1).strip(" ,")
    if not kept or not (name.marked or name.element is not kept[-1].element) or not name_like(author):
        return None
    last = kept[-1]
    cut = Run(re.sub(r"\s*[–—~-]+\s*\Z", "", last.text), last.element, last.roles, last.marked, last.link, last.time)
    return Opening(author, time, on, url, Line(line.owner, [*kept[:-1], cut]))


def part_of(line: Line, start: int, end: int) -> Line:
    """The line's runs between two positions in its text as it stands in the page."""
    kept: list[Run] = []
    at = 0
    for run in line.runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if text:
            kept.append(Run(text, run.element, run.roles, run.marked, run.link, run.time))
    return Line(line.owner, kept)


def marked_opening(line: Line) -> Opening | None:
    """``<b>Maja</b> so it goes``: a name set apart at the beginning, and a date after it where there is one."""
    first = next((n for n, run in enumerate(line.runs) if run.text and not run.text.isspace()), None)
    if first is None or not (line.runs[first].marked or line.runs[first].roles & Role.AUTHOR):
        return None
    whole = "".join(run.text for run in line.runs)
    end = sum(len(run.text) for run in line.runs[: first + 1])
    return _read(whole[:end], whole, end, line)


def labelled_opening(line: Line) -> Opening | None:
    """``Maja: so it goes``, ``Maja (12 June): so it goes`` or ``Maja writes: so it goes``, without any mark."""
    whole = "".join(run.text for run in line.runs)
    found = _ANGLES.match(whole) or _LABEL.match(whole)
    return _read(found["author"], whole, found.end(), line) if found is not None else None


def _read(name: str, whole: str, end: int, line: Line) -> Opening | None:
    """An opening of a name, with a date inside or behind it."""
    name, time = _parted(name)
    if time is None and (date := find_date(collapse(whole[end : end + 70]))) is not None and date.start() < 4:
        exact = find_date(whole[end : end + 70])
        if exact is not None:
            time, end = exact[0], end + exact.end()
            end += _skip(whole[end:])
    end += len(match[0]) if (match := _AFTER_NAME.match(whole, end)) is not None else 0
    if not name_like(name) or not any(c.isalpha() for c in name) or not whole[end:].strip():
        return None
    return Opening(name, time, None, None, part_of(line, end, len(whole)))


def marked_closing(line: Line) -> Opening | None:
    """``So it goes. <b>Maja</b>``: a name in an element of its own after the end of a sentence."""
    runs = [run for run in line.runs if run.text and not run.text.isspace()]
    if len(runs) < 2 or runs[-1].element is runs[-2].element or runs[-1].element is line.owner:
        return None
    if _ENDED.search(runs[-2].text) is None:
        return None
    name, time = _parted(runs[-1].text)
    start = sum(len(run.text) for run in line.runs[: line.runs.index(runs[-1])])
    return Opening(name, time, None, None, part_of(line, 0, start)) if name_like(name) else None


def tail_closing(line: Line) -> Opening | None:
    """``So it goes. — Maja, 12 June``: a name behind a dash at the end."""
    whole = "".join(run.text for run in line.runs)
    found = _TAIL.search(whole)
    if found is None or found.start() == 0:
        return None
    name, time = _parted(found["author"])
    if not name_like(name):
        return None
    return Opening(name, time, None, None, part_of(line, 0, found.start()))


def _parted(name: str) -> tuple[str, str | None]:
    """A name and the date that stands with it; the words that introduce either are taken off."""
    name = collapse(name)
    date = find_date(name)
    if date is not None:
        name = name[: date.start()] + name[date.end() :]
    name = re.sub(r"[(\[]\s*[)\]]", "", name).strip(" ,;:·|•–—-()[]")
    if (said := says(f"{name}:")) is not None:
        name = said
    elif (by := by_begin().match(name)) is not None and by.end() < len(name):
        name = name[by.end() :]
    words = name.split()
    while len(words) > 1 and words[-1] in glue():
        words.pop()
    return " ".join(words).strip(" ,"), date[0] if date is not None else None
