"""The search for comments, from the scan to the records."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable
from typing import Final

import msgspec
from lxml.html import HtmlElement

from sayso.document.html.comments.anatomy import dissect
from sayso.document.html.comments.cells import lines_of
from sayso.document.html.comments.evidence import Context, Verdict, context_of, weigh, worth_a_look
from sayso.document.html.comments.found import FoundComments
from sayso.document.html.comments.groups import (
    Group,
    completed,
    flat_group,
    headed_groups,
    lone_groups,
    named_groups,
    repeated_groups,
)
from sayso.document.html.comments.hints import Role
from sayso.document.html.comments.jsonld import comments_in
from sayso.document.html.comments.meta import is_signature
from sayso.document.html.comments.records import Record, inline_records, records_of
from sayso.document.html.comments.regions import regions_of
from sayso.document.html.comments.scan import Scan, scan
from sayso.document.html.comments.stretches import has_breaks, stretches
from sayso.document.html.comments.threads import parents_of
from sayso.document.html.projection import BLOCKS, UNSHOWN, Paths, squeeze

_STEPS = 64
#: Headings of comments among the same siblings that are followed; a page with more is not written by readers.
_HEADINGS_BESIDE: Final = 12
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def find_comments(root: HtmlElement, *, title: str | None) -> FoundComments:
    """Find the comments of a page.

    Args:
        root: the parsed page; it is not changed.
        title: the article's title, where it is known: comments left on a page of this title belong to this page.

    Returns:
        comments in the order of the page, one element for each, and the regions that are no article text. Comments come
        without a verdict on spam.
    """
    page = scan(root)
    chosen = _choose(page)
    lines = inline_records(page)
    firm = [item for group, _ in chosen if not _is_loose(group) for item in group.items] + [r.item for r in lines]
    bare = stretches(page, frozenset(element for item in firm for element in item), title)
    cut = {node: None for stretch in bare for node in stretch.nodes}
    tails = [node for stretch in bare if stretch.bare for node in stretch.nodes]
    chosen = [(group, verdict) for group, verdict in chosen if not _within(group.items[0][0], cut)]
    nested = frozenset(element for group, _ in chosen for item in group.items for element in item)
    records: list[Record] = []
    for group, verdict in chosen:
        if "no words" not in verdict.reasons:  # else a list of who wrote where, which is a region and no more
            records += records_of(group, verdict.context, page, nested, title)
    records = _without(records, lines) + [record for stretch in bare for record in stretch.records]
    headings = [verdict.context.heading for _, verdict in chosen if verdict.context.heading is not None]
    items = [item for group, _ in chosen for item in group.items] + [record.item for record in lines]
    regions = regions_of(items, headings, page)
    if bare:
        regions = [region for region in regions if not _within(region, cut)]
        kept = frozenset(regions)
        regions += [node for node in cut if not _within(node, kept)]
    return _assemble(root, _in_order(root, records), page, regions, tails)


def _choose(page: Scan) -> list[tuple[Group, Verdict]]:
    """The accepted groups, none overlapping another: the best and the largest first, then the outer."""
    contexts: dict[HtmlElement, Context] = {}
    weighed: list[tuple[Group, Verdict]] = []
    for group in [*named_groups(page), *repeated_groups(page), *lone_groups(page)]:
        first = group.items[0][0]
        context = contexts.get(first) or contexts.setdefault(first, context_of(first, page))
        if not worth_a_look(group, context):
            continue
        verdict = weigh(group, context, page)
        if "no words" in verdict.reasons:
            other = _with_words(group) if group.way == "named" else flat_group(group)
            if other is not None:
                group, verdict = other, weigh(other, context_of(other.items[0][0], page), page)
        if verdict.accepted:
            weighed.append((completed(group, verdict.context.heading), verdict))
    weighed.sort(key=lambda pair: (-pair[1].points - math.log2(len(pair[0].items)), _depth(pair[0].items[0][0])))
    taken = _Taken()
    chosen = [(group, verdict) for group, verdict in weighed if taken.take(group)]
    for group, verdict in _headed(page, taken):
        if verdict.accepted and taken.take(group):
            chosen.append((group, verdict))
    return chosen


def _is_loose(group: Group) -> bool:
    """Whether comments are made of inline elements only, or are one block with breaks: the words may be bare text."""
    if len(group.items) == 1 and group.way == "headed" and has_breaks(group.items[0][0]):
        return True
    return not any(element.tag in BLOCKS for item in group.items for element in item)


def _within(element: HtmlElement, cut: Container[HtmlElement]) -> bool:
    """Whether an element is one of some, or stands inside one."""
    return element in cut or any(above in cut for above in element.iterancestors())


def _with_words(group: Group) -> Group | None:
    """The members that hold words of their own; templates also carry hidden blanks under the same name."""
    items = tuple(item for item in group.items if dissect(item).text)
    return Group(items, group.way, group.signs, group.heading) if items and len(items) < len(group.items) else None


def _headed(page: Scan, taken: _Taken) -> Iterable[tuple[Group, Verdict]]:
    """Groups under headings and in containers of comments in which nothing was found yet."""
    scopes: list[tuple[list[HtmlElement], HtmlElement | None]] = []
    for element, role in page.roles.items():
        if role & (Role.LIST | Role.WIDGET) and role & Role.STEM and not taken.touches(element):
            scopes.append((list(element), None))
    tried: Counter[HtmlElement | None] = Counter()
    for heading, kind in page.headings.items():
        if kind == "form":
            continue
        at: HtmlElement | None = heading
        for _ in range(3):
            if at is None or at.tag in {"body", "html"}:
                break
            following = [e for e in at.itersiblings() if isinstance(e.tag, str) and e.tag not in UNSHOWN]
            if following:
                tried[at.getparent()] += 1
                if tried[at.getparent()] > _HEADINGS_BESIDE:
                    break
                following = _section(following, heading)
                if not any(taken.touches(e) for e in following[:3]):
                    scopes.append((following, heading))
                break
            at = at.getparent()
    for scope, heading in scopes:
        found: list[tuple[Group, Verdict]] = []
        for group in headed_groups(scope, heading):
            context = context_of(group.items[0][0], page)
            verdict = weigh(group, context, page)
            if not verdict.accepted and (signed := _signed(group)) is not None:
                group, verdict = signed, weigh(signed, context, page)
            if verdict.accepted:
                found.append((group, verdict))
        if found:
            yield max(found, key=lambda pair: pair[1].points + 0.5 * (len(pair[0].items) > 1))


def _section(following: list[HtmlElement], heading: HtmlElement) -> list[HtmlElement]:
    """What follows a heading, up to the next heading of the page as high as it or higher."""
    for n, element in enumerate(following):
        if n and element.tag in HEADINGS and heading.tag in HEADINGS and element.tag <= heading.tag:
            alike = sum(other.tag == element.tag for other in following)
            if element.tag < heading.tag or alike == 1:
                return following[:n]
    return following


def _signed(group: Group) -> Group | None:
    """Letters of the same paragraphs as their signatures: the paragraphs that only sign begin or end each letter."""
    signing = tuple(item for item in group.items if is_signature(lines_of(item)))
    if not 1 < len(signing) < len(group.items):
        return None
    return flat_group(Group(signing, group.way, group.signs, group.heading))


class _Taken:
    """The elements of accepted comments, and all that hold them."""

    def __init__(self) -> None:
        self.items: set[HtmlElement] = set()
        self.above: set[HtmlElement] = set()

    def touches(self, element: HtmlElement) -> bool:
        """Whether an element is, holds or stands inside an accepted comment."""
        at: HtmlElement | None = element
        if element in self.above:
            return True
        for _ in range(_STEPS):
            if at is None:
                return False
            if at in self.items:
                return True
            at = at.getparent()
        return False

    def take(self, group: Group) -> bool:
        """Accept a group unless it overlaps what was accepted before."""
        if any(self.touches(element) for item in group.items for element in item):
            return False
        for item in group.items:
            for element in item:
                self.items.add(element)
                at = element.getparent()
                while at is not None and at not in self.above:
                    self.above.add(at)
                    at = at.getparent()
        return True


def _depth(element: HtmlElement) -> int:
    return sum(1 for _ in element.iterancestors())


def _in_order(root: HtmlElement, records: list[Record]) -> list[Record]:
    """The records in the order of the page."""
    if len(records) < 2:
        return records
    by_element: dict[HtmlElement, list[Record]] = {}
    for record in records:
        by_element.setdefault(record.item[0], []).append(record)
    return [record for element in root.iter() for record in by_element.get(element, ())]


def _without(records: list[Record], lines: list[Record]) -> list[Record]:
    """All records, less those that stand in a holder whose lines were read as comments."""
    holders = {record.item[0] for record in lines}
    if not holders:
        return records
    return [*(r for r in records if not any(at in holders for at in r.item[0].iterancestors())), *lines]


def _assemble(
    root: HtmlElement, records: list[Record], page: Scan, regions: list[HtmlElement], tails: list[HtmlElement]
) -> FoundComments:
    parents = parents_of([record.item[0] for record in records])
    paths = Paths(root)
    comments = [
        msgspec.structs.replace(record.comment, parent=parent, path=paths.of(record.words))
        for record, parent in zip(records, parents, strict=True)
    ]
    elements = [record.words for record in records]
    known = {squeeze(comment.text)[:200] for comment in comments}
    for comment, script in comments_in(page.scripts):
        key = squeeze(comment.text)[:200]
        if key not in known:
            known.add(key)
            comments.append(comment)
            elements.append(script)
    return FoundComments(tuple(comments), tuple(elements), tuple(regions), tuple(tails))
