"""Candidate groups: sets of elements that may be the comments of one thread or widget.

There are three ways to one. *Named*: elements whose class, id or schema.org type calls each of them a comment.
*Repeated*: elements of the same name that hold a sign (date, reply button, "says", a page it was left on) at the same
place inside. *Headed*: repeated siblings under a heading or in a container that speaks of comments. What a group is
worth is decided in :mod:`~sayso.document.html.comments.evidence`.

All three are linear in the number of elements: an ancestor is looked at only up to a fixed number of steps.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Final, Literal

from lxml.html import HtmlElement

from sayso.document.html.comments.hints import Role, normal_name
from sayso.document.html.comments.scan import Scan, Sign
from sayso.document.html.projection import UNSHOWN

Elements = tuple[HtmlElement, ...]

#: How far above a sign the comment that holds it may begin, in steps.
REACH: Final = 8
_HOLDERS: Final = frozenset(
    {"ul", "ol", "dl", "table", "tbody", "section", "div", "aside", "article", "td", "main", "blockquote"}
)
#: More buttons than these are a thread, whose comments repeat.
_FEW_BUTTONS: Final = 4
#: Replies to replies are followed up to this depth.
_DEEPEST: Final = 32
_HEADING_TAGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates of one kind, in the order of the page. An item of several siblings has all of them in its tuple."""

    items: tuple[Elements, ...]
    way: Literal["named", "repeated", "headed"]
    signs: int = Sign.NONE
    heading: HtmlElement | None = None


def named_groups(scan: Scan) -> list[Group]:
    """Elements that are called comments, by their tag; of nested ones the outer, unless it only wraps several."""
    items = {
        e for e, role in scan.roles.items() if role & (Role.ITEM | Role.PINGBACK) and not role & (Role.LIST | Role.FORM)
    }
    if not items:
        return []
    outer = {item: _above(item, items) for item in items}
    inner: dict[HtmlElement, list[HtmlElement]] = defaultdict(list)
    for item in scan.roles:
        if item in items and (above := outer[item]) is not None:
            inner[above].append(item)
    own: Counter[HtmlElement] = Counter()
    held: dict[HtmlElement, int] = {}
    for element, sign in scan.signs.items():
        holder = element if element in items else _above(element, items)
        if holder is not None:
            own[holder] += 1
        while holder is not None:
            held[holder] = held.get(holder, Sign.NONE) | sign
            above = outer[holder]
            holder = above if above is not None and normal_name(holder) != normal_name(above) else None
    signed = Counter((outer[item], item.tag) for item in items if own[item])
    kept: dict[HtmlElement, None] = {}
    wrappers: set[HtmlElement] = set()
    for item, role in scan.roles.items():
        if item not in items:
            continue
        above = outer[item]
        if _wraps(item, role, inner[item], own, scan):
            wrappers.add(item)
            continue
        name = normal_name(item)
        apart = above is None or above in wrappers or name == normal_name(above)
        reply = own[item] > 0 and signed[above, item.tag] > 1  # of another name, beside others with signs of their own
        if not (apart or reply) and above is not None and above not in kept:
            top = outer[above]
            apart = top is not None and name == normal_name(top)
        if apart or reply:
            kept[item] = None
    by_tag: dict[str, list[Elements]] = defaultdict(list)
    for item in kept:
        if _speaks(item):
            by_tag[str(item.tag)].append((item,))
    return [
        Group(tuple(found), "named", _common([held.get(item[0], Sign.NONE) for item in found]))
        for found in by_tag.values()
    ]


def _speaks(item: HtmlElement) -> bool:
    """Whether an element holds any word."""
    return any(len(text) > 1 and not text.isspace() for text in item.itertext())


def _wraps(item: HtmlElement, role: int, inside: list[HtmlElement], own: Counter[HtmlElement], scan: Scan) -> bool:
    """Whether an element named like a comment only wraps comments: surer ones, or several while it has no signs."""
    if not role & Role.SURE and any(scan.roles[other] & Role.SURE for other in inside):
        return True
    if len(inside) < 2 or own[item]:
        return False
    return len({other.tag for other in inside}) == 1 and normal_name(inside[0]) == normal_name(inside[-1])


def repeated_groups(scan: Scan) -> list[Group]:
    """Elements of the same name with their first sign at the same place, at every level up to :data:`REACH`."""
    first: set[HtmlElement] = set()
    signs: dict[HtmlElement, int] = {}
    keys: dict[tuple[str, str], list[HtmlElement]] = defaultdict(list)
    for element, sign in scan.signs.items():
        path = ""
        at: HtmlElement | None = element
        for _ in range(REACH):
            if at is None or at.tag in {"body", "html"}:
                break
            signs[at] = signs.get(at, Sign.NONE) | sign
            name = normal_name(at)
            if at not in first:
                first.add(at)
                keys[name, path].append(at)
            path = f"{name}/{path}"
            at = at.getparent()
    groups: list[Group] = []
    for members in keys.values():
        if len(members) < 2:
            continue
        groups += [
            Group(tuple((m,) for m in some), "repeated", _common([signs[m] for m in some]))
            for some in _apart(members)
            if len(some) > 1
        ]
    return groups


def _apart(members: list[HtmlElement]) -> list[list[HtmlElement]]:
    """Members apart by the part of the page in which they stand side by side: teasers may be built like comments.

    Replies stand inside the part of what they answer; members without any beside them are taken together.
    """
    by_parent: dict[HtmlElement | None, list[HtmlElement]] = defaultdict(list)
    for member in members:
        by_parent[member.getparent()].append(member)
    if len(by_parent) == 1:
        return [members]
    among = set(members)
    several = {parent for parent, some in by_parent.items() if len(some) > 1 and parent is not None}
    parts: dict[HtmlElement | None, list[HtmlElement]] = defaultdict(list)
    for parent, some in by_parent.items():
        part = parent if parent in several else None
        at = parent
        for _ in range(_DEEPEST):
            outer = at if at in among else _above(at, among) if at is not None else None
            if outer is None:
                break
            at = outer.getparent()
            part = at if at in several else part
        parts[part] += some
    return list(parts.values())


def completed(group: Group, heading: HtmlElement | None) -> Group:
    """A group with those of its siblings that hold no sign: comments without a date among others that have one.

    Items of a list belong together; elements of other names only where they follow the heading of the comments.
    """
    members = {item[0] for item in group.items}
    if group.way != "repeated" or any(len(item) > 1 for item in group.items):
        return group
    found: dict[HtmlElement, None] = {}
    for parent in dict.fromkeys(member.getparent() for member in members):
        if parent is None:
            continue
        name = normal_name(next(child for child in parent if child in members))
        open_ = parent.tag in {"ul", "ol"}
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            if heading is not None and (child is heading or (not open_ and heading in child.iterdescendants())):
                open_ = True
            elif child in members or (open_ and normal_name(child) == name and _speaks(child)):
                found[child] = None
            elif child.tag in _HEADING_TAGS and child not in members:
                open_ = False
    if len(found) == len(members):
        return group
    return Group(tuple((element,) for element in found), group.way, group.signs, group.heading)


def lone_groups(scan: Scan) -> list[Group]:
    """A single element that holds a date, a button of comments and little more; a thread may have one comment."""
    found: list[Group] = []
    buttons = [element for element, sign in scan.signs.items() if sign & Sign.CONTROL]
    if not 0 < len(buttons) <= _FEW_BUTTONS:
        return []
    times = {element for element, sign in scan.signs.items() if sign & Sign.TIME}
    for button in buttons:
        at = button.getparent()
        for _ in range(4):
            if at is None or at.tag in {"body", "html", "main", "form"}:
                break
            if any(inside in times for inside in itertools.islice(at.iter(), 40)):
                if at.tag in _HOLDERS | {"li"}:
                    found.append(Group(((at,),), "repeated", Sign.CONTROL | Sign.TIME))
                break
            at = at.getparent()
    return found


def _common(signs: list[int]) -> int:
    """The signs that at least half of some elements hold."""
    common = Sign.NONE
    for sign in Sign.ALL:
        if 2 * sum(bool(one & sign) for one in signs) >= len(signs):
            common |= sign
    return common


def flat_group(group: Group) -> Group | None:
    """Comments made of several siblings, begun or ended by the members of ``group`` (author and date alone)."""
    by_parent: dict[HtmlElement, set[HtmlElement]] = defaultdict(set)
    for item in group.items:
        if (parent := item[0].getparent()) is not None:
            by_parent[parent].add(item[0])
    runs: list[Elements] = []
    for parent, heads in by_parent.items():
        if len(heads) > 1 or len(group.items) == 1:
            runs += _runs(parent, heads)
    return Group(tuple(runs), group.way, group.signs, group.heading) if runs else None


def _runs(parent: HtmlElement, heads: set[HtmlElement]) -> list[Elements]:
    children = [child for child in parent if isinstance(child.tag, str) and child.tag not in UNSHOWN]
    at = [n for n, child in enumerate(children) if child in heads]
    names = Counter(normal_name(child) for child in children)
    if not at:
        return []
    if len(at) > 1:
        step = Counter(b - a for a, b in itertools.pairwise(at)).most_common(1)[0][0]
        if step < 2:
            return []
    else:
        step = len(children) - at[0]
    before = at[0] - 1
    ends = at[-1] == len(children) - 1 or children[at[-1] + 1].tag in {*_HEADING_TAGS, "form"}
    if not ends and len(at) > 1 and at[0] + 1 < len(children):
        ends = normal_name(children[at[-1] + 1]) != normal_name(children[at[0] + 1])
    if ends and len(at) > 1 and before >= 0 and names[normal_name(children[before])] >= len(at):
        starts = [0 if n == 0 else at[n - 1] + 1 for n in range(len(at))]
        starts[0] = max(0, at[0] - step + 1)
        return [tuple(children[start : end + 1]) for start, end in zip(starts, at, strict=True)]
    stops = [*at[1:], min(len(children), at[-1] + max(step, 2))]
    runs = []
    for start, stop in zip(at, stops, strict=True):
        run = children[start:stop]
        for n, child in enumerate(run[1:], 1):
            if child.tag in {"form", "h1", "h2"} and normal_name(child) != normal_name(children[at[0]]):
                run = run[:n]
                break
        runs.append(tuple(run))
    return runs


def headed_groups(scope: list[HtmlElement], heading: HtmlElement | None, depth: int = 0) -> list[Group]:
    """Repeated siblings among the elements of ``scope``, and inside the first holder among them.

    Args:
        scope: the elements that follow a heading, or a container that speaks of comments.
        heading: the heading.
        depth: how many holders were entered.
    """
    shown = [e for e in scope if isinstance(e.tag, str) and e.tag not in UNSHOWN and e.tag not in {"form", "br", "hr"}]
    if not shown or depth > REACH:
        return []
    groups: list[Group] = []
    if heading is not None and (titled := _titled(shown, heading)) is not None:
        groups.append(titled)
    names = Counter(normal_name(e) for e in shown if e.tag not in _HEADING_TAGS)
    repeated = [name for name, count in names.most_common(3) if count > 1]
    if len(repeated) > 1:
        head = normal_name(next(e for e in shown if normal_name(e) in repeated))
        heads = Group(tuple((e,) for e in shown if normal_name(e) == head), "headed", Sign.NONE, heading)
        if (flat := flat_group(heads)) is not None:
            groups.append(flat)
    if repeated:
        groups.append(Group(tuple((e,) for e in shown if normal_name(e) == repeated[0]), "headed", Sign.NONE, heading))
    elif heading is not None and not depth and shown[0].tag == "p":
        groups.append(Group(((shown[0],),), "headed", Sign.NONE, heading))
    holders = [e for e in shown if e.tag in _HOLDERS and len(e)]
    first = shown[0].tag in _HOLDERS and bool(len(shown[0]))
    if first and normal_name(shown[0]) not in repeated[:1]:
        if heading is not None and heading is not shown[0]:
            groups.append(Group(((shown[0],),), "headed", Sign.NONE, heading))
        groups += headed_groups(list(shown[0]), heading, depth + 1)
    elif len(holders) == 1 and not repeated:
        groups += headed_groups(list(holders[0]), heading, depth + 1)
    return groups


def _titled(shown: list[HtmlElement], heading: HtmlElement) -> Group | None:
    """Comments each under a heading of its own that is no more than a name and a date."""
    names = Counter(normal_name(e) for e in shown if e.tag in _HEADING_TAGS)
    if not names or heading in shown:
        return None
    name, count = names.most_common(1)[0]
    if count < 2 or normal_name(shown[0]) != name or (heading.tag in _HEADING_TAGS and name[:2] < str(heading.tag)):
        return None
    heads = tuple((e,) for e in shown if normal_name(e) == name)
    if any(len(str(e.text_content()).split()) > 8 for (e,) in heads):
        return None
    return flat_group(Group(heads, "headed", Sign.NONE, heading))


def inline_holders(scan: Scan) -> list[tuple[HtmlElement, HtmlElement]]:
    """Headings of comments and the elements that may hold comments as mere lines after them."""
    found: dict[HtmlElement, HtmlElement] = {}
    for heading, kind in scan.headings.items():
        parent = heading.getparent()
        if parent is not None and parent.tag in {"p", "font", "center"} and _all_of(heading, parent):
            parent = parent.getparent()
        if kind == "form" or parent is None or parent in found or parent.tag not in _HOLDERS | {"p", "font"}:
            continue
        if any(child.tag in {"br", "hr"} for child in parent):
            found[parent] = heading
    return [(heading, holder) for holder, heading in found.items()]


def _all_of(element: HtmlElement, parent: HtmlElement) -> bool:
    """Whether an element is all that its parent holds."""
    return len(parent) == 1 and not (parent.text or "").strip() and not (element.tail or "").strip()


def _above(element: HtmlElement, among: set[HtmlElement]) -> HtmlElement | None:
    """The nearest ancestor in ``among``, within twice :data:`REACH` steps."""
    at = element.getparent()
    for _ in range(2 * REACH):
        if at is None or at in among:
            return at
        at = at.getparent()
    return None
