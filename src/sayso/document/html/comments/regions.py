"""The parts of a page that are no article text because comments, their headings or their form stand there."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Final

from lxml.html import HtmlElement

from sayso.document.html.comments.hints import Role, normal_name
from sayso.document.html.comments.scan import Scan
from sayso.document.html.projection import BLOCKS, UNSHOWN

#: Text beside comments that their container may hold and still be a region, in characters.
SLACK: Final = 300
_WHOLE: Final = frozenset({"html", "body", "main"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "hr", "br"})
#: Most that a container named for comments may hold where no comment in it was recognised, in characters.
_UNREAD: Final = 6000
#: Most that a form may hold, in characters.
_FORM: Final = 1500


def regions_of(
    items: Iterable[tuple[HtmlElement, ...]], headings: Iterable[HtmlElement], scan: Scan
) -> list[HtmlElement]:
    """The outermost subtrees that hold nothing but comments and what belongs to them.

    Args:
        items: the elements of every comment.
        headings: the headings of the groups that were accepted.
        scan: what the page holds.
    """
    found: dict[HtmlElement, None] = {}
    holding = _lineage(title for title in scan.titles if title not in scan.headings)
    members = {element for item in items for element in item}
    parents: dict[HtmlElement, None] = {}
    for element in members:
        if (parent := element.getparent()) is not None:
            parents.setdefault(parent)
    grown: dict[HtmlElement, bool] = {}
    for parent in parents:
        if _inside(parent, found):
            continue
        best = _grow(parent, members, scan, holding, grown)
        if best is not None:
            found[best] = None
        else:
            found.update(dict.fromkeys(child for child in parent if child in members))
    for heading in headings:
        if not _inside(heading, found):
            found[_with_wrapper(heading, holding)] = None
    for element, role in scan.roles.items():
        if (
            not role & (Role.LIST | Role.FORM)
            or role & Role.WEAK
            or element.tag not in BLOCKS - _WHOLE
            or element in holding
        ):
            continue
        if not _inside(element, found) and _shown_length(element, found, _UNREAD) < (
            _UNREAD if role & Role.LIST else _FORM
        ):
            found[element] = None
    for heading, kind in scan.headings.items():
        if (
            kind == "widget"
            and not _inside(heading, found)
            and (listed := _list_after(heading)) is not None
            and listed not in holding
        ):
            found[heading] = found[listed] = None
    for field in scan.forms:
        form = next(field.iterancestors("form"), None)
        if form is not None and not _inside(form, found) and _is_comment_form(form, scan) and form not in holding:
            found[_with_wrapper(form, holding)] = None
    for element, kind in scan.headings.items():
        if kind == "form" and not _inside(element, found):
            found[element] = None
    return _outermost(found)


def _grow(
    at: HtmlElement, members: set[HtmlElement], scan: Scan, holding: set[HtmlElement], grown: dict[HtmlElement, bool]
) -> HtmlElement | None:
    """The highest ancestor that holds comments and little else."""
    best: HtmlElement | None = None
    inside: HtmlElement | None = None
    spare = 0
    while at.tag not in _WHOLE and at not in holding:
        named = bool(scan.roles.get(at, Role.NONE) & Role.STEM)
        spare += _beside(at, inside, members, scan)
        if spare > (SLACK * 5 if named else SLACK):
            break
        best = inside = at
        parent = at.getparent()
        if parent is None or grown.get(parent):
            break
        grown[parent] = True
        at = parent
    return best


def _beside(at: HtmlElement, inside: HtmlElement | None, members: set[HtmlElement], scan: Scan) -> int:
    """How much text, in characters, an element holds that is neither comments nor what belongs to them."""
    length = len((at.text or "").strip())
    alike = {normal_name(child) for child in at if child in members} if scan.cut else frozenset()
    for child in at:
        length += len((child.tail or "").strip())
        if (
            child is inside
            or child in members
            or not isinstance(child.tag, str)
            or child.tag in UNSHOWN
            or child.tag == "form"
            or (alike and normal_name(child) in alike)
        ):
            continue
        role = scan.roles.get(child, Role.NONE)
        if child in scan.headings or (role & Role.STEM and not role & (Role.WEAK | Role.ITEM)):
            continue
        length += _shown_length(child, members, SLACK * 5)
        if length > SLACK * 5:
            break
    return length


def _shown_length(element: HtmlElement, members: Container[HtmlElement], most: int) -> int:
    """The length of the text that a subtree shows outside ``members`` and forms, counted up to ``most``."""
    length = 0
    stack = [element]
    while stack and length <= most:
        at = stack.pop()
        if not isinstance(at.tag, str) or at.tag in UNSHOWN or at.tag == "form" or at in members:
            continue
        length += len((at.text or "").strip())
        for child in at:
            if child.tail:
                length += len(child.tail.strip())
            stack.append(child)
    return length


def _with_wrapper(element: HtmlElement, holding: set[HtmlElement]) -> HtmlElement:
    """The element, or the parent of which it is all."""
    parent = element.getparent()
    while (
        parent is not None
        and len(parent) == 1
        and parent.tag not in _WHOLE
        and parent not in holding
        and not (parent.text or "").strip()
    ):
        if (element.tail or "").strip():
            break
        element, parent = parent, parent.getparent()
    return element


def _list_after(heading: HtmlElement) -> HtmlElement | None:
    """The list that follows the heading of a widget: it may give no more than links to comments."""
    at: HtmlElement | None = heading
    for _ in range(2):
        following = at.getnext() if at is not None else None
        if following is not None:
            return following if following.tag in {"ul", "ol", "dl", "table"} else None
        at = at.getparent() if at is not None else None
    return None


def _is_comment_form(form: HtmlElement, scan: Scan) -> bool:
    at: HtmlElement | None = form
    for _ in range(3):
        if at is None:
            break
        if scan.roles.get(at, Role.NONE) & Role.STEM:
            return True
        previous = at.getprevious()
        if previous is not None and scan.headings.get(previous) in {"form", "thread"}:
            return True
        at = at.getparent()
    return any(inside in scan.headings for inside in form.iter())


def _lineage(elements: Iterable[HtmlElement]) -> set[HtmlElement]:
    """Some elements and all that holds them."""
    found: set[HtmlElement] = set()
    for element in elements:
        at: HtmlElement | None = element
        while at is not None and at not in found:
            found.add(at)
            at = at.getparent()
    return found


def _inside(element: HtmlElement, regions: dict[HtmlElement, None]) -> bool:
    at: HtmlElement | None = element
    for _ in range(64):
        if at is None:
            return False
        if at in regions:
            return True
        at = at.getparent()
    return False


def _outermost(regions: dict[HtmlElement, None]) -> list[HtmlElement]:
    return [region for region in regions if (parent := region.getparent()) is None or not _inside(parent, regions)]
