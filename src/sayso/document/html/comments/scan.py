"""One pass over a page that gathers everything from which comments are recognised later.

Nothing is decided here. The pass costs a few microseconds an element; what follows looks only at what was gathered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml.html import HtmlElement

from sayso.document.html.comments.hints import Role, role_of
from sayso.document.html.comments.wording import (
    LONGEST_CELL,
    LONGEST_HEADING,
    find_date,
    heading_kind,
    is_posted_by,
    is_strong_control,
    left_on_end,
    says,
)
from sayso.document.html.projection import RAW, UNSHOWN


class Sign:
    """What an element holds that comments have, as bits of one plain number."""

    NONE = 0
    TIME = 1
    CONTROL = 2
    SAYS = 4
    LEFT_ON = 8
    NAMED = 16
    ALL = (1, 2, 4, 8, 16)


@dataclass
class Scan:
    """What the pass found. ``signs`` maps elements to what stands directly in them, in the order of the page.

    ``cut`` says that the page has more than :data:`MOST_ELEMENTS`, and that the others were not looked at."""

    roles: dict[HtmlElement, int] = field(default_factory=dict)
    signs: dict[HtmlElement, int] = field(default_factory=dict)
    headings: dict[HtmlElement, str] = field(default_factory=dict)
    titles: list[HtmlElement] = field(default_factory=list)
    forms: list[HtmlElement] = field(default_factory=list)
    scripts: list[HtmlElement] = field(default_factory=list)
    cut: bool = False

    def sign(self, element: HtmlElement, sign: int) -> None:
        self.signs[element] = self.signs.get(element, Sign.NONE) | sign


#: Elements of a page that are looked at; a page with more is not written by readers.
MOST_ELEMENTS: Final = 150_000
#: Elements whose subtrees are passed over; buttons are kept, since "Reply" is often one.
_CLOSED: Final = (UNSHOWN | {"figure"}) - {"button", "input", "textarea", "head", "title"}
#: Anchors and pictures that a heading may hold beside its text.
_FEW: Final = 4
_NO_HEADINGS: Final = frozenset({"a", "button", "label"})
#: A heading that does not begin with a count is never longer than this, in characters.
_LONGEST_PLAIN: Final = 75
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HEADED: Final = _HEADINGS | {"legend", "dt", "caption", "summary", "strong", "b"}


def scan(root: HtmlElement) -> Scan:
    """Gather names, signs, headings, forms and scripts of a page in one pass."""
    found = Scan()
    for element in _shown(root, found):
        tag = element.tag
        if element.attrib and (role := role_of(element)) & (Role.STEM | Role.PINGBACK):
            found.roles[element] = role
            if role & (Role.AUTHOR | Role.TIME | Role.TEXT) and not role & (Role.LIST | Role.FORM | Role.CHROME):
                found.sign(element, Sign.NAMED)
        if tag == "time":
            found.sign(element, Sign.TIME)
        elif tag == "h1":
            found.titles.append(element)
        elif tag == "textarea":
            found.forms.append(element)
        elif tag == "a":
            _read_link(element, found)
        if (text := element.text) and not text.isspace():
            _read(element, text, found, whole=not element.tail or element.tail.isspace() or tag in _HEADED)
        if (text := element.tail) and not text.isspace() and (parent := element.getparent()) is not None:
            _read(parent, text, found, whole=parent.tag in _HEADINGS and _is_all(text, parent))
    return found


def _is_all(text: str, element: HtmlElement) -> bool:
    """Whether a text is all that an element shows: beside it are only anchors and pictures."""
    return len(element) <= _FEW and "".join(element.itertext()).strip() == text.strip()


def _shown(root: HtmlElement, found: Scan) -> Iterator[HtmlElement]:
    """The elements of the body that show text, in order."""
    closed: set[HtmlElement] = set()
    body = root.find("body") if root.tag == "html" else root
    for n, element in enumerate((root if body is None else body).iter("*")):
        if n > MOST_ELEMENTS:
            found.cut = True
            return
        tag = element.tag
        if closed and element.getparent() in closed:
            closed.add(element)
            continue
        if tag in _CLOSED:
            if len(element):
                closed.add(element)
            if tag == "script":
                found.scripts.append(element)
            if tag in RAW:
                continue
        else:
            yield element


def _read(element: HtmlElement, text: str, found: Scan, *, whole: bool) -> None:
    """Look at one run of text that stands directly in ``element``."""
    if len(text) > 2 * LONGEST_HEADING:
        return
    text = " ".join(text.split())
    length = len(text)
    if length <= LONGEST_CELL:
        if length <= 40 and is_strong_control(text):
            found.sign(element, Sign.CONTROL)
            return
        if find_date(text) is not None:
            found.sign(element, Sign.TIME)
        if is_posted_by(text):
            found.sign(element, Sign.SAYS)
        if (text[-1] in ":…." or length < 30) and says(f"X {text}" if length < 20 else text):
            found.sign(element, Sign.SAYS)
    if length > (LONGEST_HEADING if text[0].isdigit() else _LONGEST_PLAIN) or element.tag in _NO_HEADINGS:
        return  # only "4 thoughts on …" goes on with a title
    if (kind := heading_kind(text)) is None:
        return
    if whole or kind != "thread" or any(c.isdigit() for c in text):
        found.headings.setdefault(element, kind)


def _read_link(element: HtmlElement, found: Scan) -> None:
    """A link that closes a line such as "Maja on <a>Crates</a>" says where a comment was left."""
    words_follow = bool(element.tail) and len(element.tail.strip()) > 1
    if words_follow and not element.tail.lstrip().startswith(":"):
        return
    previous = element.getprevious()
    parent = element.getparent()
    before = previous.tail if previous is not None else parent.text if parent is not None else None
    if before is None or not before.strip() or len(before) > LONGEST_CELL or parent is None:
        return
    match = left_on_end().match(" ".join(before.split()))
    if words_follow and (match is None or " " not in (match["word"] or "")):
        return  # "Maja commented on <a>Crates</a>: so it goes", but not "More on <a>crates</a>: they float"
    if match is not None and match["word"] and (previous is not None or len(before.split()) > 1):
        found.sign(parent, Sign.LEFT_ON)
