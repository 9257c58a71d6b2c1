"""The parts of a page that stand around and between an article's paragraphs, known by how pages name them.

Names alone do not decide: a container that holds a good part of the article is none, however it is called. What is
known here is read by :mod:`sayso.document.html.article`; the words themselves are in ``lexicon/page_furniture.yaml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from lxml.html import HtmlElement

from sayso.document.html.projection import TextBlock
from sayso.lexicon import load

_NAMED = ("class", "id", "itemprop", "role", "data-component", "data-testid", "data-module")
#: A note says what was wrong, so it has at least so many characters.
_NOTE = 50
#: Characters that a label, a request, a credit and the line about an author have at most.
_LABEL = 40
_REQUEST = 300
_CREDIT = 200
_BIO = 400
_QUOTES = re.compile(r"[“”«»„\"]")
_NAME = re.compile(r"[^\W\d_a-z]\S+(?: [^\W\d_a-z]\S*){1,3} ")
_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_CUT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class _Lists:
    names: re.Pattern[str]
    leads: re.Pattern[str]
    tags: frozenset[str]
    notes: tuple[str, ...]
    openings: tuple[str, ...]
    labels: frozenset[str]
    requests: re.Pattern[str]
    credits: re.Pattern[str]
    bios: re.Pattern[str]
    professions: re.Pattern[str]


@cache
def _lists() -> _Lists:
    lexicon = load("page_furniture.yaml")
    return _Lists(
        _any_of(name for group in lexicon["names"].values() for name in group),
        _any_of(lexicon["leads"]),
        frozenset(lexicon["tags"]),
        tuple(lexicon["notes"]),
        tuple(lexicon["openings"]),
        frozenset(lexicon["labels"]),
        _words(lexicon["requests"]),
        _words(lexicon["credits"]),
        _words(lexicon["bios"]),
        _words(lexicon["professions"]),
    )


def _any_of(names: Iterable[str]) -> re.Pattern[str]:
    pattern = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{pattern})(?![a-z0-9])")


def _words(phrases: Iterable[str]) -> re.Pattern[str]:
    pattern = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def _parts(value: str) -> str:
    # each class on its own: "." keeps "post author" from matching the two classes "post" and "author". A class with a
    # colon says how something looks in some state ("print:hidden"), not what it is
    words = (word for word in value.split() if ":" not in word)
    return " . ".join(_CUT.sub(" ", _HUMPS.sub(" ", word).lower()).strip() for word in words)


@lru_cache(maxsize=20_000)
def _names_furniture(value: str) -> bool:
    return _lists().names.search(_parts(value)) is not None


def is_furniture(element: HtmlElement) -> bool:
    """Whether an element is named, or is by its tag, furniture."""
    if element.tag in _lists().tags:
        return True
    attributes = element.attrib
    return any(name in attributes and _names_furniture(attributes[name]) for name in _NAMED)


def is_lead(element: HtmlElement) -> bool:
    """Whether an element, or the one it stands in, is named as a lead is."""
    around = (element, element.getparent())
    values = (one.get(name, "") for one in around if one is not None for name in _NAMED)
    return any(value and _lists().leads.search(_parts(value)) is not None for value in values)


def is_note(text: str) -> bool:
    """Whether a block is a correction or an editor's note, which belongs to the article wherever it stands."""
    return len(text) >= _NOTE and text[:60].lstrip("[(*•–— ").lower().startswith(_lists().notes)


def opens_as_furniture(text: str) -> bool:
    """Whether a block says itself that it is a pointer elsewhere, a credit or a request."""
    return text[:40].lstrip("[(*•–—>» ").lower().startswith(_lists().openings)


def is_label(text: str) -> bool:
    """Whether a block is a label such as "Read also" and nothing else."""
    return len(text) < _LABEL and text.strip(" :>»›→…-–—|•▸").casefold() in _lists().labels


def requests_something(text: str) -> bool:
    """Whether a short block asks the reader for something, in nobody's quoted words."""
    return len(text) < _REQUEST and not _QUOTES.search(text) and _lists().requests.search(text) is not None


def is_credit(text: str) -> bool:
    """Whether a short block says who made a picture."""
    return len(text) < _CREDIT and not _QUOTES.search(text) and _lists().credits.search(text) is not None


def is_bio(text: str, authors: Iterable[str] = ()) -> bool:
    """Whether a block is the line about an author: a name, what the author does, and what the author is.

    Args:
        text: the block.
        authors: the page's bylines; the line about one of them need not name a profession.
    """
    if len(text) > _BIO or _QUOTES.search(text):
        return False
    opening = text.lstrip("[(*•–— ")
    for author in authors:
        if author and opening.casefold().startswith(author.casefold()):
            return _lists().bios.match(opening[len(author) :].lstrip(" ,")) is not None
    name = _NAME.match(opening)
    if name is None:
        return False
    rest = opening[name.end() :]
    return _lists().bios.match(rest) is not None and _lists().professions.search(rest[:120]) is not None


def link_share(block: TextBlock) -> float:
    """The share of a block's characters that stand in links: inside its element, or because that is in one."""
    element = block.element
    if any(above.tag == "a" for above in element.iterancestors()):
        return 1.0
    linked = sum(len("".join(a.itertext()).strip()) for a in element.iter("a"))
    return min(1.0, linked / max(1, len(block.text)))
