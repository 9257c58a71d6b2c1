"""The words of a question where they stand in a text, marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from sayso.ledger.search import Query, Term
    from sayso.nouns import Range

#: a run of letters, digits and what combines with them: what the full-text index takes for a token
_WORD = re.compile("(?:[^\\W_]|[\u0300-\u036f])+")


def matches(text: str, queries: Iterable[Query | None]) -> list[Range]:
    """Where a text has what a question wants: ranges of code points, in order, none of which overlap."""
    terms = [term for query in queries if query for group in query.wanted for term in group]
    if not terms:
        return []
    words = [(found.start(), found.end(), _plain(found[0])) for found in _WORD.finditer(text)]
    merged: list[Range] = []
    for start, end in sorted(span for term in terms for span in _of(term, words)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def marked(text: str, queries: Iterable[Query | None]) -> Markup:
    """The text as HTML, with what the question wants in ``mark`` elements."""
    made, here = Markup(), 0
    for start, end in matches(text, queries):
        made += escape(text[here:start]) + Markup("<mark>{}</mark>").format(text[start:end])
        here = end
    return made + escape(text[here:])


def _of(term: Term, words: Sequence[tuple[int, int, str]]) -> Iterator[Range]:
    wanted = [_plain(found) for found in _WORD.findall(term.text)]
    if not wanted:
        return
    for first in range(len(words) - len(wanted) + 1):
        here = words[first : first + len(wanted)]
        *before, last = (word for _, _, word in here)
        ends = last.startswith(wanted[-1]) if term.prefix else last == wanted[-1]
        if ends and before == wanted[:-1]:
            yield here[0][0], here[-1][1]


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
