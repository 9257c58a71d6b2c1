"""What the names in a page's markup (classes, ids, data attributes, schema.org types) say about comments.

A name such as ``comment-author`` is split into words; the lexicon ``comment_hints.yaml`` says what each word stands
for. The answer is a set of :class:`Role` flags. Answers are remembered by name, since templates repeat their names.
"""

from __future__ import annotations

import functools
import re
from typing import Final

from lxml.html import HtmlElement

from sayso.document.html.comments.wording import heading_kind
from sayso.lexicon import load


class Role:
    """The parts that a name can give to an element, as bits of one plain number (flags of ``enum`` cost too much here).

    Those from ``STEM`` down speak of comments by name; ``WEAK`` names (*review*, *replies*) also speak of other
    things, ``SURE`` ones are plain names of one comment (*comment*, *comment-123*, *comment-item*)."""

    NONE = 0
    AUTHOR = 1
    TIME = 2
    TEXT = 4
    CONTROL = 8
    META = 16
    AGAINST = 32
    STEM = 64
    ITEM = 128
    LIST = 256
    WIDGET = 512
    FORM = 1024
    CHROME = 2048
    PINGBACK = 4096
    WEAK = 8192
    SURE = 16384


CELLS: Final = Role.AUTHOR | Role.TIME | Role.TEXT | Role.CONTROL | Role.META
#: Elements on which names speak of the whole page or of a button, never of a comment.
_UNNAMED: Final = frozenset(
    {
        "html",
        "body",
        "head",
        "link",
        "meta",
        "input",
        "button",
        "script",
        "style",
        "path",
        "use",
        "img",
        "textarea",
        "select",
        "option",
        "svg",
        "i",
        "a",
        "label",
    }
)
_DATA: Final = ("data-component", "data-testid", "data-test-id", "data-qa", "data-type", "data-role", "data-module")
_ID_DATA: Final = ("data-comment-id", "data-commentid", "data-comment")
_CAMEL = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-zß-öø-ÿ]+|[^\W\d_a-zA-Z]+")


@functools.cache
def _lexicon() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, frozenset[str]], frozenset[str], frozenset[str]]:
    data = load("comment_hints.yaml")
    stems = data["stems"]
    plural = sorted(stems["plural"], key=len, reverse=True)
    singular = sorted(stems["singular"], key=len, reverse=True)
    weak = "|".join(sorted(stems["weak"], key=len, reverse=True))
    stem = re.compile(
        f"(?P<plural>{'|'.join(plural)})|(?P<singular>{'|'.join(singular)})|(?P<weak>(?<![a-z])(?:{weak})(?!e[rd]))"
    )
    vendor = re.compile("|".join(data["vendors"]["words"]))
    roles = {name: frozenset(words) for name, words in data["roles"].items() if isinstance(words, list)}
    return stem, vendor, roles, frozenset(data["against"]["words"]), frozenset(data["kinds"]["pingback"])


def words_of(name: str) -> list[str]:
    """The words of one class or id: split at case changes, digits and punctuation, in lower case."""
    return [word.lower() for word in _CAMEL.findall(name)]


@functools.lru_cache(maxsize=16384)
def _role_of_token(token: str) -> int:
    stem, vendor, roles, against, pingback = _lexicon()
    words = words_of(token)
    lower = "-".join(words)
    if not lower or len(lower) > 60:
        return Role.NONE
    if any(word in pingback for word in words):
        return Role.PINGBACK
    found = stem.search(lower)
    if found is None:
        if vendor.search(lower):
            return Role.STEM | Role.LIST
        return _cell_role(words, roles) | (Role.AGAINST if any(word in against for word in words) else Role.NONE)
    rest = _beside(words, found, stem)
    if rest and (rest[0] in roles["state"] or all(word in roles["state"] for word in rest)):
        return Role.NONE
    role = Role.STEM if found["weak"] is None else Role.STEM | Role.WEAK
    plural = found["plural"] is not None or (found["weak"] is not None and found["weak"].endswith("s"))
    if any(word in roles["widget"] for word in rest):
        return role | Role.WIDGET | Role.LIST
    if any(word in roles["form"] for word in rest):
        return role | Role.FORM
    if any(word in roles["count"] for word in rest):
        return role | Role.CHROME
    cells = _cell_role(rest, roles)
    if cells & CELLS and not (plural and any(word in roles["list"] for word in rest)):
        return role | cells
    if any(word in roles["notice"] for word in rest):
        return role | Role.CHROME
    if plural or any(
        word in {"list", "area", "section", "threads", "stream", "feed", "holder", "all", "module"} for word in rest
    ):
        return role | Role.LIST
    if any(word in roles["elsewhere"] for word in rest):
        return Role.NONE
    return role | Role.ITEM | (Role.SURE if all(word in roles["item"] for word in rest) else Role.NONE)


def _beside(words: list[str], found: re.Match[str], stem: re.Pattern[str]) -> list[str]:
    """The words that stand beside the stem; of a word that merely holds it (*commentlist*), what is left."""
    rest: list[str] = []
    weak = found["weak"] is not None
    for word in words:
        if (match := stem.search(word)) is not None and weak == (match["weak"] is not None):
            rest += [part for part in (word[: match.start()], word[match.end() :]) if len(part) > 1]
        elif word not in found.group():
            rest.append(word)
    return rest


def _cell_role(words: list[str], roles: dict[str, frozenset[str]]) -> int:
    role = Role.NONE
    for word in words:
        if word in roles["time"]:
            role |= Role.TIME
        elif word in roles["author"]:
            role |= Role.AUTHOR
        elif word in roles["control"]:
            role |= Role.CONTROL
        elif word in roles["text"]:
            role |= Role.TEXT
        elif word in roles["meta"]:
            role |= Role.META
    if role & Role.TEXT and role & Role.AUTHOR and words[-1] in roles["text"] and words[-1] not in roles["author"]:
        role &= ~Role.AUTHOR  # "user-post-text": the last word names the cell
    return role


@functools.lru_cache(maxsize=16384)
def _role_of_names(names: str) -> int:
    """All roles of a class attribute. Where one class names the whole comment, others are its states."""
    role = Role.NONE
    tokens = names.split()
    whole = False
    for token in tokens[:24]:
        one = _role_of_token(token)
        whole = whole or (bool(one & Role.ITEM) and token.lower().strip("-_") in _whole_names())
        role |= one
    if whole and not role & Role.TEXT:
        role &= ~(CELLS | Role.LIST | Role.FORM | Role.CHROME)
    elif role & Role.ITEM and role & (CELLS | Role.LIST):
        role &= ~Role.ITEM
    return role


@functools.cache
def _whole_names() -> frozenset[str]:
    return frozenset(load("comment_hints.yaml")["stems"]["singular"])


_DIGITS = re.compile(r"\d+")
_ITEM_ID = re.compile(
    r"(?i)^(?:(?:li-|div-|single-|user-?)?(?:comment|kommentar|komment|commentaire|comentario|komentarz|reactie)[-_]?\d+|c\d{12,}|dsq-comment-\d+|post-comment-\d+)$"
)


def role_of(element: HtmlElement) -> int:
    """The roles that the element's names and schema.org properties give it."""
    attributes = element.attrib
    tag = element.tag
    role = _role_of_token(tag) if "-" in tag else Role.NONE  # a custom element names itself
    if not attributes or tag in _UNNAMED:
        return role
    get = attributes.get
    if names := get("class"):
        role |= _role_of_names(names)
    if name := get("id"):
        if _ITEM_ID.match(name):
            role |= Role.STEM if role & (CELLS | Role.LIST) else Role.STEM | Role.ITEM | Role.SURE
        else:
            by_id = _role_of_token(_DIGITS.sub("", name)) if len(name) < 60 else Role.NONE
            role |= by_id & ~(Role.ITEM | Role.AGAINST) if role & (Role.STEM | CELLS) else by_id & ~Role.AGAINST
    if len(attributes) > 1 or "itemprop" in attributes or not (names or name):
        role |= _role_of_properties(element, role)
    return role


def _role_of_properties(element: HtmlElement, role: int) -> int:
    get = element.attrib.get
    kind = get("itemtype")
    if kind and (name := kind.rstrip("/").rsplit("/", 1)[-1]) in {"Comment", "UserComments", "Review"}:
        role |= Role.STEM | Role.ITEM | Role.SURE
        role &= ~(CELLS | Role.LIST | Role.WEAK)
        if name == "Review":
            role |= Role.WEAK
    if prop := get("itemprop"):
        role |= _PROPERTIES.get(prop, Role.NONE)
    if (label := get("aria-label")) and len(label) < 40 and heading_kind(label) in {"thread", "widget"}:
        role |= Role.STEM | (Role.WIDGET | Role.LIST if heading_kind(label) == "widget" else Role.LIST)
    if get("role") == "comment":
        role |= Role.STEM | Role.ITEM | Role.SURE
    elif element.tag == "amp-list" and "comment" in (get("src") or ""):
        role |= Role.STEM | Role.LIST
    for attribute in _DATA:
        if (value := get(attribute)) and len(value) < 60:
            role |= _role_of_token(value) & (Role.STEM | Role.ITEM | Role.LIST | Role.WIDGET | Role.FORM)
    if not role & Role.STEM and any(get(attribute) is not None for attribute in _ID_DATA) and element.tag != "a":
        role |= Role.STEM | Role.ITEM
    return role


_PROPERTIES: Final = {
    "commentText": Role.STEM | Role.TEXT,
    "reviewBody": Role.TEXT,
    "commentTime": Role.STEM | Role.TIME,
    "creator": Role.AUTHOR,
}


def normal_name(element: HtmlElement) -> str:
    """The element's tag and its first telling class, without numbers: what siblings of one template share."""
    names = element.get("class")
    if not names:
        return str(element.tag)
    return f"{element.tag}.{_normal_classes(names)}"


@functools.lru_cache(maxsize=16384)
def _normal_classes(names: str) -> str:
    states = _states()
    kept = [token for token in (_DIGITS.sub("", name).strip("-_") for name in names.split()) if token]
    return next((token for token in kept if token.lower() not in states), "")


@functools.cache
def _states() -> frozenset[str]:
    """Class names of layout and state, which siblings of one template need not share."""
    return frozenset(load("comment_hints.yaml")["passing"]["words"])
