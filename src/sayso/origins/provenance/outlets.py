"""Which outlet a page has a claim from, by its words, and which outlets are agencies."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from sayso.nouns import Hop, Page
from sayso.nouns.folding import fold
from sayso.origins.actors import Cited, cited_outlet, is_agency, outlet_key, same_outlet
from sayso.origins.provenance.lexicon import copy_of, flat, own_outlet

_WORD = re.compile(r"\w+")
#: so many names of one actor are looked at
NAMES = 8


def key_of(page: Page) -> str | None:
    """The key under which an outlet's pages are one outlet's; null where neither name nor host is known."""
    name = page.outlet or page.host
    return outlet_key(name) if name else None


def telling_word(name: str) -> str:
    """The longest word of an outlet's name, folded: who names the outlet writes it."""
    return max(words_of(name), key=len, default="")


def words_of(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(flat(text))


class Known:
    """Outlets that are known, found by a word of their names: of very many each would be compared with each name."""

    def __init__(self, outlets: Mapping[str, str]) -> None:
        self._by_word: dict[str, dict[str, str]] = {}
        for key, name in outlets.items():
            self._by_word.setdefault(telling_word(name), {})[key] = name

    @classmethod
    def of(cls, pages: Iterable[Page]) -> Known:
        """The outlets of some pages."""
        return cls({key: page.outlet or page.host or "" for page in pages if (key := key_of(page))})

    def near(self, *said: str | None) -> dict[str, str]:
        """Those of which the longest word of the name stands in one of some texts: key to name."""
        words = dict.fromkeys(word for text in said if text for word in words_of(text))
        return {key: name for word in words for key, name in self._by_word.get(word, {}).items()}


def own(text: str | None, page: Page) -> bool:
    """Whether a phrase means the page's own outlet: its name, *this blog*, *we*."""
    if not text:
        return False
    if own_outlet().fullmatch(flat(text)):
        return True
    return any(name and (same_outlet(text, name) or fold(text) == fold(name)) for name in (page.outlet, page.host))


def short(hop: Hop) -> Hop:
    """A hop with no more names than can be gone through quickly."""
    return hop if len(hop.names) <= NAMES else msgspec.structs.replace(hop, names=hop.names[:NAMES])


def cited_by(hop: Hop, quote: str, page: Page, known: Known) -> Cited | None:
    """The outlet that a hop cites, by name or as *a broadcaster*; null where it cites none but its own.

    Beside :func:`sayso.origins.actors.cited_outlet`, *like the agency copy it used* cites an agency.
    """
    near = known.near(hop.text, hop.name, hop.addressee, hop.venue, quote)
    found = cited_outlet(short(hop), quote, near, own=page)
    if found is not None:
        return found
    if hop.text and hop.kind != "named" and copy_of().search(flat(hop.text)):
        words = " ".join(hop.text.split()).strip(" ,")
        return Cited(None, None, "agency", False, False, (), words, f"The page cites “{words}” without saying whose.")
    return None


def is_source(cited: Cited, hop: Hop) -> bool:
    """Whether the outlet itself is the source of a hop, not one that the source was told by or spoke to."""
    said = [hop.text, hop.name, *hop.names] if hop.text or hop.name else [hop.cue, None]
    return any(text and (cited.words == text or cited.words == " ".join(text.split()).strip(" ,")) for text in said)


def credited(page: Page, other: Page) -> str | None:
    """The words by which a page says that it owes its text to another page's outlet; null where it does not."""
    names = [name for name in (other.outlet, other.host) if name]
    for credit in page.credits:
        if any(same_outlet(credit.name, name) for name in names):
            return credit.text
    return None


def agencies(pages: Sequence[Page]) -> frozenset[str]:
    """Keys of the outlets among these that are agencies: by the list, by the name, or by another page's credit."""
    found = {key for page in pages if (key := key_of(page)) and is_agency(page)}
    found |= {
        key
        for page in pages
        if (key := key_of(page)) and any(credited(other, page) for other in pages if other is not page)
    }
    return frozenset(found)
