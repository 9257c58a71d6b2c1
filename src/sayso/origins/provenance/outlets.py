"""Which outlet a page or a phrase belongs to, and whether it is an agency."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable

from sayso.lexicon import load
from sayso.nouns import Hop, Page
from sayso.nouns.folding import fold
from sayso.origins.provenance.lexicon import copy_of, flat, outlet_names, own_outlet, unnamed_outlets

_DATELINE = re.compile(r"\(([^)]{2,40})\)\s*[–—-]")


def key_of(page: Page) -> str | None:
    """The key under which an outlet's pages are one outlet's."""
    return fold(page.outlet) if page.outlet else page.host


def names(text: str | None, page: Page) -> bool:
    """Whether a phrase names the outlet of a page: *The Harbour Post*, *Corvane* (News Agency), *the Echo*."""
    if not text or not page.outlet:
        return False
    said, outlet = flat(text), fold(page.outlet)
    if _within(outlet, said):
        return True
    words = outlet.split()
    own = [word for word in words if not _is_common(word)]
    if own and len(words) > 1 and said in (" ".join(own), own[0]) and len(own[0]) > 3:
        return True
    # the last word of the name, with a capital, after the: the Echo
    last = re.escape(page.outlet.split()[-1])
    return re.fullmatch(rf"(?:in |to |by )?[Tt]he {last}", text.strip()) is not None


def _within(part: str, whole: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", whole) is not None


@functools.cache
def _common() -> frozenset[str]:
    return frozenset(load("sources.yaml")["outlet_words"]["words"]) | {"agency", "and", "of", "the", "&"}


def _is_common(word: str) -> bool:
    return word in _common()


def own(text: str | None, page: Page) -> bool:
    """Whether a phrase means the page's own outlet: its name, *this blog*, *we*."""
    return bool(text) and (names(text, page) or own_outlet().fullmatch(flat(text)) is not None)


def unnamed_kinds(text: str | None) -> frozenset[str]:
    """The kinds of outlet that a phrase without a name can mean: *a broadcaster*; none where it means no outlet."""
    said = flat(text)
    return frozenset(kind for kind, words in unnamed_outlets() if words.search(said))


def kinds_of(page: Page) -> frozenset[str]:
    """What kinds of outlet a page's can be, by its name; none where that does not tell."""
    name = flat(page.outlet)
    return frozenset(kind for kind, words in outlet_names() if words.search(name))


def fits(text: str | None, page: Page) -> bool:
    """Whether a phrase for an outlet without a name can mean the outlet of a page."""
    asked, known = unnamed_kinds(text), kinds_of(page)
    return bool(asked) and ("any" in asked or not known or bool(asked & known) or asked == {"online"})


def credited(page: Page, other: Page) -> str | None:
    """The words by which a page says that it owes its text to another page's outlet; null where it does not."""
    for credit in page.credits:
        if names(credit.name, other) or (other.outlet and fold(credit.name) == fold(other.outlet)):
            return credit.text
    return None


def agencies(pages: Iterable[Page]) -> frozenset[str]:
    """Keys of the outlets among these that are agencies.

    By the list of agencies, by the name, by a credit to itself (*CITY (Name) –* stands on agencies' own pages), or by
    another page's credit.
    """
    found, others = set(), list(pages)
    wanted = {fold(credit.name) for page in others for credit in page.credits}
    for page in others:
        key = key_of(page)
        if key is None or key in found:
            continue
        told = key in _listed() or "agency" in kinds_of(page)
        if told or any(names(name, page) or name == key for name in wanted):
            found.add(key)
    return frozenset(found)


@functools.cache
def _listed() -> frozenset[str]:
    rows = [row for row in load("outlets.csv") if row["kind"] == "agency"]
    return frozenset(fold(name) for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)


def is_outlet(hop: Hop, pages: Iterable[Page]) -> bool:
    """Whether a hop is an outlet: by its kind, or because a page of that outlet is known."""
    if hop.kind == "outlet" or hop.type == "outlet" or any(names(hop.text, page) for page in pages):
        return True
    if hop.kind in ("named", "role"):
        return False
    # "the agency" may be any body; "agency copy" is an outlet's
    return bool(unnamed_kinds(hop.text) - {"agency"}) or copy_of().search(flat(hop.text)) is not None
