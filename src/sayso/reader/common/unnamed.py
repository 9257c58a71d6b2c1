"""*Who asked not to be named*: says why a name is missing, and claims nothing."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.reader.common.hop import Hop
from sayso.reader.common.page import Page

#: the wish stands at the beginning of the content, within so many words
_WITHIN = 7


def without_wishes(page: Page, hops: list[Hop]) -> list[Hop]:
    """The hops that are statements: those whose content is only the wish to go without a name are left out."""
    return [hop for hop in hops if not _is_wish(page, hop)]


def _is_wish(page: Page, hop: Hop) -> bool:
    if not hop.contents:
        return False
    first, last = hop.contents[0]
    opening = " ".join(page.lows[first : min(last, first + _WITHIN)])
    return any(phrase in opening for phrase in _phrases())


@functools.cache
def _phrases() -> tuple[str, ...]:
    return tuple(str(phrase) for phrase in load("cues.yaml")["unnamed"]["phrases"])
