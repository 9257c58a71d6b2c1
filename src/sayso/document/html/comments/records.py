"""From the elements of comments to their records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, Literal

from lxml.html import HtmlElement

from sayso.document.html.comments.anatomy import Anatomy, all_controls, dissect
from sayso.document.html.comments.cells import Line, lines_of
from sayso.document.html.comments.columns import page_at_end, pages_from_links, settle, without_quotes
from sayso.document.html.comments.evidence import Context, in_widget, trusted
from sayso.document.html.comments.groups import Group, inline_holders
from sayso.document.html.comments.hints import Role
from sayso.document.html.comments.inline import Opening, labelled_opening, read_opening, tail_closing
from sayso.document.html.comments.meta import APART, read_meta
from sayso.document.html.comments.scan import Scan
from sayso.document.html.comments.times import normal_time
from sayso.document.html.projection import collapse
from sayso.nouns import Comment

#: Most comments of one thread that are recorded; the others are still no article text.
MOST: Final = 20_000
#: Text before the heading that the holder of such lines may have, in characters.
_BEFORE: Final = 150

Kind = Literal["thread", "widget", "pingback"]


@dataclass(frozen=True, slots=True)
class Record:
    """One comment before its parent and path are known, with its elements and the element that holds its words."""

    comment: Comment
    item: tuple[HtmlElement, ...]
    words: HtmlElement


def records_of(
    group: Group, context: Context, scan: Scan, nested: frozenset[HtmlElement], title: str | None
) -> list[Record]:
    """The comments of an accepted group; those without words are left out.

    Of more than :data:`MOST` only the first are taken. Where every comment names this page (its ``title``) as the one
    it was left on, they are its thread.
    """
    items = group.items[:MOST]
    taken = [dissect(item, nested) for item in items]
    settle(taken, trusted=trusted(group, context, taken), widget=in_widget(context))
    if title and all(anatomy.on is None or collapse(anatomy.on) == collapse(title) for anatomy in taken):
        for anatomy in taken:
            anatomy.on = None
    kind = _kind(context, taken)
    if kind == "widget":
        pages_from_links(taken)
        without_quotes(taken)
    signed = 10 * sum(_signed(anatomy) for anatomy in taken) >= 6 * len(taken)
    records = []
    for item, anatomy in zip(items, taken, strict=True):
        if signed and not _signed(anatomy) and not anatomy.pingback:
            continue  # a notice or a blank form among the comments
        pingback = anatomy.pingback or bool(scan.roles.get(item[0], Role.NONE) & Role.PINGBACK)
        text = anatomy.text or (anatomy.author if pingback else None)
        if text:
            comment = comment_of(anatomy, text, "pingback" if pingback else kind)
            records.append(Record(comment, item, _holder(item, anatomy)))
    return records


def comment_of(anatomy: Anatomy, text: str, kind: Kind) -> Comment:
    """The record of a comment that was taken apart; its parent and path are not known yet."""
    return Comment(
        author=anatomy.author,
        text=text,
        on=anatomy.on,
        spam=False,
        score=0.0,
        reasons=(),
        kind=kind,
        time=normal_time(anatomy.stamp, anatomy.time),
        url=anatomy.url,
    )


def inline_records(scan: Scan) -> list[Record]:
    """Comments that are mere lines under a heading; all that follows the heading must be such lines."""
    records: list[Record] = []
    for heading, holder in inline_holders(scan):
        lines = lines_of((holder,))
        at = next(
            (n for n, line in enumerate(lines) if any(_stands_in(run.element, heading) for run in line.runs)), None
        )
        if at is None or sum(len(line.text) for line in lines[:at]) > _BEFORE:
            continue
        if any(title in scan.titles for title in holder.iter("h1")):
            continue
        openings = _openings([line for line in lines[at + 1 :] if not all_controls(line)])
        if len(openings) < (1 if scan.headings[heading] == "widget" else 2):
            continue
        for opening, words in openings:
            text = "\n".join(filter(None, (collapse("".join(run.text for run in line.runs)) for line in words)))
            if not text:
                continue
            page = page_at_end(words[0]) if opening.on is None and len(words) == 1 else None
            if page is not None:
                text, opening = page.text, replace(opening, on=page.title, url=page.url)
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


def _openings(lines: list[Line]) -> list[tuple[Opening, list[Line]]]:
    """The comments that lines make: each with its author, or each begun by a line that names the author."""
    for read in (read_opening, tail_closing, labelled_opening):
        found = [read(line) for line in lines]
        if found and all(found):
            return [(opening, [opening.rest]) for opening in found if opening is not None]
    comments: list[tuple[Opening, list[Line]]] = []
    for line in lines:
        meta = read_meta(line)
        if meta is not None and meta.author and (meta.time or meta.rank > APART or line.runs[0].marked):
            comments.append((Opening(meta.author, meta.time, meta.on, meta.url, line), []))
        elif not comments:
            return []
        else:
            comments[-1][1].append(line)
    return comments if all(words for _, words in comments) else []


def _stands_in(element: HtmlElement, heading: HtmlElement) -> bool:
    return element is heading or any(at is heading for at in element.iterancestors())


def _kind(context: Context, taken: list[Anatomy]) -> Kind:
    elsewhere = sum(anatomy.on is not None for anatomy in taken)
    if 2 * elsewhere > len(taken) or in_widget(context):
        return "widget"
    return "thread"


def _signed(anatomy: Anatomy) -> bool:
    return bool(anatomy.author or anatomy.time or anatomy.stamp or anatomy.on)


def _holder(item: tuple[HtmlElement, ...], anatomy: Anatomy) -> HtmlElement:
    """The element of the item in which its words stand."""
    if len(item) == 1 or not anatomy.said:
        return item[0]
    at: HtmlElement | None = anatomy.said[0].owner
    while at is not None and at not in item:
        at = at.getparent()
    return item[0] if at is None else at
