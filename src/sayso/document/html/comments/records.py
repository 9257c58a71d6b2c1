"""From the elements of comments to their records."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.document.html.comments.anatomy import Anatomy, dissect
from sayso.document.html.comments.cells import Line
from sayso.document.html.comments.evidence import Context
from sayso.document.html.comments.groups import Group
from sayso.document.html.comments.hints import Role, normal_name
from sayso.document.html.comments.meta import APART, name_like
from sayso.document.html.comments.scan import Scan
from sayso.document.html.comments.times import normal_time
from sayso.document.html.projection import collapse
from sayso.nouns import Comment


@dataclass(frozen=True, slots=True)
class Record:
    """One comment before its parent and path are known, with its elements and the element that holds its words."""

    comment: Comment
    item: tuple[HtmlElement, ...]
    words: HtmlElement


def records_of(group: Group, context: Context, scan: Scan, nested: frozenset[HtmlElement], title: str | None) -> list[Record]:
    """The comments of an accepted group; those without words are left out."""
    taken = [dissect(item, nested) for item in group.items]
    _name_from_columns(taken)
    kind = _kind(context, taken, title)
    records = []
    for item, anatomy in zip(group.items, taken, strict=True):
        pingback = anatomy.pingback or bool(scan.roles.get(item[0], Role.NONE) & Role.PINGBACK)
        text = anatomy.text or (anatomy.author if pingback else None)
        if not text:
            continue
        comment = Comment(
            author=anatomy.author,
            text=text,
            on=_page(anatomy, title),
            spam=False,
            score=0.0,
            reasons=(),
            kind="pingback" if pingback else kind,
            time=normal_time(anatomy.stamp, anatomy.time),
            url=anatomy.url,
        )
        records.append(Record(comment, item, _holder(item, anatomy)))
    return records


def _kind(context: Context, taken: list[Anatomy], title: str | None) -> str:
    elsewhere = sum(_page(anatomy, title) is not None for anatomy in taken)
    if 2 * elsewhere > len(taken) or context.kind == "widget" or context.above & Role.WIDGET:
        return "widget"
    return "thread"


def _page(anatomy: Anatomy, title: str | None) -> str | None:
    return anatomy.on


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
