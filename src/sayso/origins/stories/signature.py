"""What a page is about, in as little as two pages can be compared by."""

from __future__ import annotations

import math
from collections import Counter, OrderedDict
from collections.abc import Hashable, Sequence

from sayso.nouns import Page, Statement
from sayso.nouns.base import Noun
from sayso.origins.stories.rarity import rarity
from sayso.origins.stories.terms import Terms, terms

#: how many terms of each kind are kept: those that tell most
_NAMES, _FIGURES, _WORDS, _TITLE = 48, 24, 32, 16


class Signature(Noun, frozen=True, kw_only=True):
    """The telling terms of a page, each with how often it stands there, and when the page was published.

    Terms are stems, in the order of how much they tell; ``shown`` is how the page writes its ``names``, one for one.
    ``first``/``last`` bound the day of publication (ISO 8601), null where the page has no date.
    """

    document: str
    first: str | None
    last: str | None
    names: tuple[tuple[str, int], ...]
    figures: tuple[tuple[str, int], ...]
    words: tuple[tuple[str, int], ...]
    title: tuple[tuple[str, int], ...]
    shown: tuple[str, ...]


def signature(page: Page, statements: Sequence[Statement] = (), *, text: str | None = None) -> Signature:
    """The signature of a page from its title and text; without the text, from the words of its statements.

    About a millisecond for an article of 500 words. It does not depend on which other pages are known.
    """
    # what it is made of names it: a document does not change, but may be read anew
    ranges = tuple((one.start, one.quote) for one in statements) if text is None else hash(text)
    key = (page.document, page.title, page.first, page.last, page.language, ranges)
    known = _made.get(key)
    if known is None:
        known = _made[key] = _signature(page, _quoted(statements) if text is None else text)
        if len(_made) > _KEPT:
            _made.popitem(last=False)
    return known


#: the latest signatures: one page is held against many
_made: OrderedDict[Hashable, Signature] = OrderedDict()
_KEPT = 2048


def _signature(page: Page, text: str) -> Signature:
    language = (page.language or "en").split("-")[0].lower()
    body = terms(text, language)
    headline = terms(page.title or "", language)
    title = headline.names + headline.figures + headline.words
    # a headline may write every word with a capital: what the text has in lower case is no name
    names = Counter({key: count for key, count in headline.names.items() if key not in body.words}) + body.names
    kept = _telling(names, _NAMES)
    return Signature(
        document=page.document,
        first=_day(page.first),
        last=_day(page.last),
        names=kept,
        figures=_telling(body.figures + headline.figures, _FIGURES),
        words=_telling(body.words, _WORDS),
        title=_telling(title, _TITLE),
        shown=tuple(_shown(key, body, headline) for key, _ in kept),
    )


def _quoted(statements: Sequence[Statement]) -> str:
    """The words of the page that its statements hold, each once, in text order."""
    end, parts = 0, []
    for one in sorted(statements, key=lambda s: (s.start, -s.end)):
        if one.end > end:
            parts.append(one.quote[max(0, end - one.start) :])
            end = one.end
    return "\n".join(parts)


def _telling(counts: Counter[str], most: int) -> tuple[tuple[str, int], ...]:
    ranked = sorted(counts.items(), key=lambda item: (-(1 + math.log(item[1])) * rarity(item[0]), item[0]))
    return tuple(ranked[:most])


def _shown(key: str, *found: Terms) -> str:
    return next((one.shown[key] for one in found if key in one.shown), key)


def _day(moment: str | None) -> str | None:
    return moment[:10] if moment else None
