"""What a candidate group is worth: evidence for and against its being comments, added up.

Names, headings, signs and the anatomy of a sample of its members each add or take points. The weights were set by hand,
reading what was missed and what was wrongly taken on the development pages; :data:`ENOUGH` is the line above which a
group is accepted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from lxml.html import HtmlElement

from sayso.document.html.comments.anatomy import Anatomy, dissect
from sayso.document.html.comments.columns import settle
from sayso.document.html.comments.groups import Group
from sayso.document.html.comments.hints import Role, role_of
from sayso.document.html.comments.meta import APART, permalink
from sayso.document.html.comments.scan import Scan, Sign

_NUMBER = re.compile(r"(?<![\d.,])\d{1,4}(?![\d.,])")
ENOUGH: Final = 4.5
#: Members that are looked into, spread over the group.
SAMPLE: Final = 6
#: How far above a group names and headings still speak of it, in steps.
NEAR: Final = 6
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

#: From so many elements and characters on, what has neither date nor button is a section rather than a comment.
_MANY: Final = 5
_LONG: Final = 1200


@dataclass(frozen=True, slots=True)
class Context:
    """What stands around a group: the names above it and the heading before it."""

    above: int
    heading: HtmlElement | None
    kind: str | None
    other_heading: bool
    live: bool


@dataclass(frozen=True, slots=True)
class Verdict:
    """The points of a group and what they were given for."""

    points: float
    reasons: tuple[str, ...]
    context: Context

    @property
    def accepted(self) -> bool:
        return self.points >= ENOUGH


def context_of(element: HtmlElement, scan: Scan) -> Context:
    """Look at what stands above and before an element, within :data:`NEAR` steps."""
    above = Role.NONE
    heading: HtmlElement | None = None
    other = live = False
    at: HtmlElement | None = element
    for step in range(NEAR):
        if at is None or at.tag in {"body", "html"}:
            break
        if heading is None and not other:
            heading, other = _heading_before(at, scan)
        parent = at.getparent()
        if parent is not None:
            role = scan.roles.get(parent, Role.NONE)
            above |= role & ~(Role.LIST | Role.WIDGET | Role.ITEM) if role & Role.WEAK else role
            if step < 3:
                above |= role_of(parent) & Role.AGAINST
            live = live or "LiveBlogPosting" in (parent.get("itemtype") or "")
            if heading is None and not other and parent in scan.headings and parent.tag not in _HEADINGS:
                heading = parent
        at = parent
    kind = scan.headings.get(heading) if heading is not None else None
    return Context(above, heading, kind, other, live)


def _heading_before(element: HtmlElement, scan: Scan) -> tuple[HtmlElement | None, bool]:
    """The heading of comments among the few siblings before an element, and whether another heading comes first."""
    at = element.getprevious()
    for _ in range(4):
        if at is None:
            break
        if isinstance(at.tag, str):
            for n, inside in enumerate(at.iter()):
                if n > 12:
                    break
                if inside in scan.headings and scan.headings[inside] != "form":
                    return inside, False
                if inside.tag in _HEADINGS and inside.tag != element.tag:
                    kind = scan.headings.get(inside)
                    return None, kind is None
        at = at.getprevious()
    return None, False


def worth_a_look(group: Group, context: Context) -> bool:
    """A cheap test before a group is taken apart: something must speak of comments, not only of dates."""
    return (
        group.way != "repeated"
        or bool(group.signs & (Sign.CONTROL | Sign.SAYS | Sign.LEFT_ON | Sign.NAMED))
        or bool(context.above & Role.STEM)
        or context.heading is not None
    )


def weigh(group: Group, context: Context, scan: Scan) -> Verdict:
    """Add up what speaks for and against a group."""
    reasons: dict[str, float] = {}
    sample = (
        [group.items[n * len(group.items) // SAMPLE] for n in range(SAMPLE)]
        if len(group.items) > SAMPLE
        else group.items
    )
    roles = [scan.roles.get(item[0], Role.NONE) for item in sample]
    taken = [dissect(item, _nested(item, group)) for item in sample]
    settle(taken, trusted=trusted(group, context, taken), widget=in_widget(context))
    _weigh_names(group, context, roles, reasons)
    _weigh_words(group, context, taken, reasons)
    _weigh_against(sample, context, taken, scan, reasons)
    return Verdict(sum(reasons.values()), tuple(reasons), context)


def in_widget(context: Context) -> bool:
    """Whether what stands around a group speaks of comments on other pages."""
    return context.kind == "widget" or bool(context.above & Role.WIDGET)


def trusted(group: Group, context: Context, taken: list[Anatomy]) -> bool:
    """Whether something other than the words speaks of comments: a heading, a container, names or buttons."""
    return (
        context.heading is not None
        or bool(context.above & (Role.LIST | Role.WIDGET) and not context.above & Role.WEAK)
        or bool(group.signs & (Sign.CONTROL | Sign.NAMED))
        or _share([a.strong > 0 for a in taken]) >= 0.5
    )


def _nested(item: tuple[HtmlElement, ...], group: Group) -> frozenset[HtmlElement]:
    if len(group.items) > 400:
        return frozenset(
            e for e in item[0].iterdescendants(item[0].tag) if e.attrib.get("class") == item[0].get("class")
        )
    return frozenset(other[0] for other in group.items if other is not item)


def _share(flags: list[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _weigh_names(group: Group, context: Context, roles: list[int], reasons: dict[str, float]) -> None:
    if _share([bool(role & (Role.ITEM | Role.PINGBACK)) and not role & Role.WEAK for role in roles]) >= 0.5:
        reasons["called comments"] = 3.0 if len(group.items) < 3 else 3.5
    elif _share([bool(role & Role.ITEM) for role in roles]) >= 0.5:
        reasons["called reviews or replies"] = 1.0 if len(group.items) > 1 else -2.0
    if context.above & (Role.LIST | Role.WIDGET):
        reasons["in a container of comments"] = 2.5
    elif context.above & Role.WEAK:
        reasons["in a container of reviews or replies"] = 0.5
    elif context.above & Role.ITEM:
        reasons["in an element called a comment"] = 1.0
    if context.heading is not None:
        strong = (
            context.heading.tag in _HEADINGS
            or context.kind == "widget"
            or any(c.isdigit() for c in context.heading.text or "")
        )
        reasons["under a heading of comments"] = 3.0 if strong else 2.5
    elif context.other_heading:
        reasons["under another heading"] = -1.0


def _weigh_words(group: Group, context: Context, taken: list[Anatomy], reasons: dict[str, float]) -> None:
    if group.signs & Sign.CONTROL or _share([a.strong > 0 for a in taken]) >= 0.5:
        reasons["reply buttons"] = 2.5
    if group.signs & Sign.SAYS:
        reasons["somebody says"] = 1.5
    if _share([a.on is not None for a in taken]) >= 0.6:
        reasons["left on another page"] = _worth_of_pages(group, taken)
    if group.signs & Sign.NAMED:
        reasons["cells of comments"] = 2.0
    if counted := context.heading is not None and count_in(context.heading) == len(group.items):
        reasons["as many as the heading says"] = 1.0
    authors = [a.author for a in taken if a.author]
    share = len(authors) / len(taken)
    if share >= 0.6:
        reasons["authors"] = 1.5
        if len(authors) > 1:
            same = len({author.lower() for author in authors}) == 1
            if not same:
                reasons["several authors"] = 0.5
            elif len(authors) > 3:
                reasons["one author only"] = -2.0
    elif share < 0.3 and not (context.above & Role.WIDGET):
        reasons["no authors"] = -1.5
    times = _share([a.time is not None or a.stamp is not None for a in taken])
    if times >= 0.6:
        reasons["times"] = 1.0
    sure = "called comments" in reasons and "in a container of comments" in reasons
    if share < 0.5 and times < 0.5 and not any(a.on for a in taken):
        reasons["neither author nor time"] = -3.0 if len(group.items) < 3 else -1.0
    elif (
        times < 0.5 and authors and "reply buttons" not in reasons and all(a.rank <= APART and not a.on for a in taken)
    ):
        if sure or counted:
            pass
        elif len(group.items) + (context.heading is not None) < 3:
            reasons["one or two with names only set apart"] = -2.5
        elif context.heading is None:
            reasons["names only set apart"] = -1.5
    elif len(group.items) == 1 and group.way == "headed" and not (share and times):
        reasons["alone under a heading, without author and time"] = -2.5


def count_in(heading: HtmlElement) -> int | None:
    """The number in a heading, such as 3 in "Comments (3)"."""
    numbers = _NUMBER.findall(str(heading.text_content())[:160])
    return int(numbers[0]) if len(numbers) == 1 else None


def _worth_of_pages(group: Group, taken: list[Anatomy]) -> float:
    """A list of "name on page" speaks for itself where names differ, pages have titles, and all stand side by side.

    Else it may be "Read also: <a>", or sections as in "posted in News".
    """
    titles = _share([len((a.on or "").split()) > 2 for a in taken]) >= 0.5
    names = {a.author for a in taken if a.author and a.on and len(a.author.split()) < 5}
    beside = len({item[0].getparent() for item in group.items[:SAMPLE]}) == 1
    if not titles or 2 * len(names) < len(taken):
        return 1.0
    return 4.0 if beside and len(names) > 1 and group.signs & Sign.LEFT_ON else 2.5


def _runs_on(item: tuple[HtmlElement, ...]) -> bool:
    """Whether a comment would be many paragraphs: two captions in an article cut it into such pieces."""
    return len(item) >= _MANY and sum(len("".join(map(str, e.itertext()))) for e in item) > _LONG


def _weigh_against(
    sample: tuple[tuple[HtmlElement, ...], ...] | list[tuple[HtmlElement, ...]],
    context: Context,
    taken: list[Anatomy],
    scan: Scan,
    reasons: dict[str, float],
) -> None:
    if _share([bool(a.text) for a in taken]) < 0.5:
        reasons["no words"] = -4.0
    if _share([a.headlines > 0 for a in taken]) >= 0.5:
        reasons["headlines"] = -3.0
    if _share([_is_link(a) for a in taken]) >= 0.5 and not any(a.on for a in taken):
        reasons["words are links"] = -2.5
    if context.heading is None and _share([any(line.heading for line in a.said) for a in taken]) >= 0.5:
        reasons["headings in the words"] = -1.5
    if context.above & Role.AGAINST or any(role_of(item[0]) & Role.AGAINST for item in sample[:2]):
        reasons["named as something else"] = -2.0
    if any(next(item[0].iterancestors("form"), None) is not None for item in sample[:2]) and not reasons.get(
        "reply buttons"
    ):
        reasons["in a form"] = -2.0
    if len(sample) == 1 and any(next(e.iter("textarea", "input"), None) is not None for e in sample[0]):
        reasons["alone, with a form"] = -3.0
    own = [role_of(item[0]) for item in sample]
    if context.heading is None and _share([bool(role & Role.AUTHOR) and not role & Role.STEM for role in own]) >= 0.5:
        reasons["named as authors"] = -1.5
    if _share([bool(role & Role.FORM) for role in own]) >= 0.5:
        reasons["named as forms"] = -3.0
    if context.live:
        reasons["live blog"] = -5.0
    if not any(a.time or a.controls for a in taken) and _share([_runs_on(item) for item in sample]) >= 0.5:
        reasons["sections without a date"] = -3.0
    titles = {title for title in scan.titles if title not in scan.headings}
    if titles and any(title in titles for item in sample[:3] for element in item for title in element.iter("h1")):
        reasons["holds the title"] = -5.0


def _is_link(anatomy: Anatomy) -> bool:
    """Whether all words of a comment are one link to something else, as in lists of other pages."""
    runs = [run for line in anatomy.said for run in line.runs if run.text.strip()]
    return bool(runs) and all(run.link is not None and permalink(run.link) is None for run in runs)
