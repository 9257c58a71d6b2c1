"""The words of a QUERY, taken apart. What becomes of them in a store's own language is the dialect's business.

The language is the one that people know from search engines::

    dam collapse            both words, anywhere in the row
    "dam collapse"          the phrase
    collaps*                any word that begins so
    flood OR collapse       one of the two (OR binds tighter than the space)
    -rumour -"it is said"   without

Case and accents make no difference. Punctuation separates words, as in the text. Nothing that can be typed is an
error: what has no letter or digit in it is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.nouns.folding import clean

_TOKEN = re.compile(r"""(?P<minus>-?)(?:["“”](?P<phrase>[^"“”]*)["“”]?|(?P<word>[^\s"“”]+))""")
#: a query is typed; a thousand words are an accident (a file pasted), and the first say enough
MOST_TERMS = 100


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase to be found; ``prefix`` where its last word may go on."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """``wanted``: every group must be met, by any of its terms. ``unwanted``: none of these may occur.

    ``nothing`` is true where something was typed but no letter or digit in it: such a query finds nothing.
    """

    wanted: tuple[tuple[Term, ...], ...] = ()
    unwanted: tuple[Term, ...] = ()
    nothing: bool = False

    @property
    def without(self) -> Query | None:
        """What remains to be asked of rows that have all that is wanted."""
        return Query(unwanted=self.unwanted) if self.unwanted else None


def _searchable(text: str) -> bool:
    return any(c.isalnum() for c in text)


def parse_query(text: str) -> Query | None:
    """Take a query apart; ``None`` where there is none (empty or only white space)."""
    text = clean(text)
    if not text.strip():
        return None
    wanted: list[list[Term]] = []
    unwanted: list[Term] = []
    alternative = False
    for found in list(_TOKEN.finditer(text))[:MOST_TERMS]:
        word = found["word"]
        if word == "OR" and not found["minus"]:
            alternative = bool(wanted)
            continue
        body = found["phrase"] if word is None else word
        if not _searchable(body):
            continue
        term = Term(body.rstrip("*") if word else body, prefix=bool(word) and body.endswith("*"))
        if found["minus"]:
            unwanted.append(term)
        elif alternative:
            wanted[-1].append(term)
        else:
            wanted.append([term])
        alternative = False
    return Query(tuple(map(tuple, wanted)), tuple(unwanted), nothing=not wanted and not unwanted)


def all_words(text: str) -> Query | None:
    """A query for all the words of a name, in any order and place, without any syntax."""
    words = [w for w in clean(text).replace('"', " ").split() if _searchable(w)][:MOST_TERMS]
    if not text.strip():
        return None
    return Query(tuple((Term(w),) for w in words), nothing=not words)
