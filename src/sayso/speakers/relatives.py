"""Whom a relative pronoun means: *a former inspector, Stojan Velkov, who told …* is about the inspector."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from sayso.nouns.base import Range
from sayso.nouns.mention import Mention
from sayso.reader.layers import Token

#: relative pronouns that can be a source
PRONOUNS = frozenset({"who", "which", "that"})
#: a noun phrase is no longer than this, in words
_LONGEST = 24
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_GAP = re.compile(r"[\s,–—(]*(?:and\s+)?")


def antecedent(text: str, tokens: Sequence[Token], names: Sequence[Mention], at: int) -> Range | None:
    """The noun phrase that the relative pronoun at character ``at`` takes up; null where that is not clear.

    With syntax it is the phrase round the noun that the pronoun's clause hangs on; without, a name that ends right
    before the pronoun.
    """
    place = bisect.bisect_left([token.start for token in tokens], at)
    if place >= len(tokens) or tokens[place].start != at:
        return None
    if tokens[place].deprel is not None and (head := _modified(tokens, place)) is not None:
        return _phrase(text, tokens, head, place)
    before = [name for name in names if name.end <= at and _GAP.fullmatch(text, name.end, at)]
    return (before[-1].start, before[-1].end) if before else None


def _modified(tokens: Sequence[Token], place: int) -> int | None:
    """The noun that the clause of a relative pronoun hangs on."""
    seen = place
    for _ in range(8):
        token = tokens[seen]
        if token.head is None or token.head < 0:
            return None
        if (token.deprel or "").startswith("acl") and token.head < place:
            return token.head if (tokens[token.head].upos or "NOUN") in _NOMINAL else None
        seen = token.head
    return None


def _phrase(text: str, tokens: Sequence[Token], head: int, place: int) -> Range | None:
    """From the first word that hangs on the noun to the last one before the pronoun, without what divides them.

    Where the noun stands in apposition (*a former inspector, Stojan Velkov*) the phrase is that of both.
    """
    if (tokens[head].deprel or "") in {"appos", "flat"} and (above := tokens[head].head) is not None and above >= 0:
        head = above if above < place else head
    first = head
    for word in range(head - 1, max(-1, head - _LONGEST), -1):
        if not _hangs(tokens, word, head):
            break
        first = word
    last = place - 1
    while last > head and (not text[tokens[last].start].isalnum() or tokens[last].upos == "CCONJ"):
        last -= 1
    while first < head and tokens[first].upos in {"ADP", "CCONJ", "SCONJ", "PUNCT"}:
        first += 1
    if last < first or last - first >= _LONGEST:
        return None
    return tokens[first].start, tokens[last].end


def _hangs(tokens: Sequence[Token], word: int, head: int) -> bool:
    for _ in range(_LONGEST):
        above = tokens[word].head
        if above is None or above < 0:
            return False
        if above == head:
            return True
        word = above
    return False
