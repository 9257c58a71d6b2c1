"""From the elements of comments to their records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lxml.html import HtmlElement

from sayso.document.html.comments.anatomy import Anatomy, dissect
from sayso.document.html.comments.cells import Line, lines_of
from sayso.document.html.comments.evidence import Context
from sayso.document.html.comments.groups import Group, inline_holders
from sayso.document.html.comments.hints import Role, normal_name
from sayso.document.html.comments.inline import read_opening
from sayso.document.html.comments.meta import APART, name_like
from sayso.document.html.comments.scan import Scan
from sayso.document.html.comments.times import normal_time
from sayso.document.html.projection import collapse
from sayso.nouns import Comment


Kind = Literal["thread", "widget", "pingback"]


@dataclass(frozen=True, slots=True)
class Record:
    """One comment before its parent and path are known, with its elements and the element that holds its words."""

    comment: Comment
    item: tuple[HtmlElement, ...]
    words: HtmlElement


def records_of(group: Group, context: Context, scan: Scan, nested: frozenset[HtmlElement]) -> list[Record]:
    """The comments of an accepted group; those without words are left out."""
    taken = [dissect(item, nested) for item in group.items]
    _name_from_columns(taken)
    kind = _kind(context, taken)
    records = []
    for item, anatomy in zip(group.items, taken, strict=True):
        pingback = anatomy.pingback or bool(scan.roles.get(item[0], Role.NONE) & Role.PINGBACK)
        text = anatomy.text or (anatomy.author if pingback else None)
        if not text:
            continue
        comment = Comment(
            author=anatomy.author,
            text=text,
            on=anatomy.on,
            spam=False,
            score=0.0,
            reasons=(),
            kind="pingback" if pingback else kind,
            time=normal_time(anatomy.stamp, anatomy.time),
            url=anatomy.url,
        )
        records.append(Record(comment, item, _holder(item, anatomy)))
    return records


def inline_records(scan: Scan) -> list[Record]:
    """Comments that are mere lines under a heading; all that follows the heading must be such lines."""
    records: list[Record] = []
    for heading, holder in inline_holders(scan):
        lines = lines_of((holder,))
        at = next((n for n, line in enumerate(lines) if any(_stands_in(run.element, heading) for run in line.runs)), None)
        openings = [read_opening(line) for line in lines[at + 1 :]] if at == 0 else []
        if not openings or any(o is None for o in openings) or (len(openings) < 2 and scan.headings[heading] != "widget"):
            continue
        for opening in openings:
            if opening is None or not (text := collapse("".join(run.text for run in opening.rest.runs))):
                continue
            comment = Comment(
                author=opening.author,
                text=text,
                on=opening.on,
                spam=False,
                score=0.0,
                reasons=(),
                kind="widget" if opening.on or scan.headings[heading] == "widget" else "thread",
                time=normal_time(None, opening.time),
                url=opening.url,
            )
            records.append(Record(comment, (holder,), holder))
    return records


def _stands_in(element: HtmlElement, heading: HtmlElement) -> bool:
    return element is heading or any(at is heading for at in element.iterancestors())


def _kind(context: Context, taken: list[Anatomy]) -> Kind:
    elsewhere = sum(anatomy.on is not None for anatomy in taken)
    if 2 * elsewhere > len(taken) or context.kind == "widget" or context.above & Role.WIDGET:
        return "widget"
    return "thread"


def _holder(item: tuple[HtmlElement, ...], anatomy: Anatomy) -> HtmlElement:
    """The element of the item in which its words stand."""
    if len(item) == 1 or not anatomy.said:
        return item[0]
    at: HtmlElement | None = anatomy.said[0].owner
    while at is not None and at not in item:
        at = at.getparent()
    return item[0] if at is None else at


def _name_from_columns(taken: list[Anatomy]) -> None:
    """Find authors by place: a short first (or last) line of its own in the same element of most comments."""
    if 2 * sum(a.author is not None for a in taken) > len(taken):
        return
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
