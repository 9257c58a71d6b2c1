"""The main clause of a content: by the reader's syntax where it gives any, else by word lists."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.nouns.base import Range
from sayso.reader.common.certainty import Outlook, outlook
from sayso.reader.common.main_clause import MainClause, by_syntax, by_words, cut
from sayso.reader.layers import Token


class Words:
    """The reader's tokens, found by their place in logarithmic time."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self._starts = [token.start for token in tokens]
        self.parsed = any(token.head is not None for token in tokens[:50])

    def within(self, span: Range) -> tuple[int, int]:
        """Numbers of the tokens that begin within ``span``."""
        return bisect.bisect_left(self._starts, span[0]), bisect.bisect_left(self._starts, span[1])


def reading_of(text: str, body: str, spans: Sequence[Range], words: Words) -> tuple[MainClause, Outlook, float | None]:
    """The main clause, how it is put, and what the reader thinks of whether it happened.

    ``text`` is the document's, ``body`` the words of the spans joined.
    """
    parsed = _parsed(text, spans, words)
    if parsed is not None:
        clause, rows = parsed
        head = rows[clause.after - 1] if clause.after > clause.verb else None
        return clause, outlook(clause), head.factuality if head is not None else None
    forms, lows = cut(body)
    clause = by_words(forms, lows, 0, len(forms))
    return clause, outlook(clause), None


def clause_is_parsed(text: str, spans: Sequence[Range], words: Words) -> bool:
    """Whether the reader's syntax shows that the spans are a clause with a subject of its own."""
    return _parsed(text, spans, words) is not None


def _parsed(text: str, spans: Sequence[Range], words: Words) -> tuple[MainClause, Sequence[Token]] | None:
    if not words.parsed or len(spans) != 1:
        return None
    first, last = words.within(spans[0])
    rows = words.tokens[first:last]
    forms = [text[t.start : t.end] for t in rows]
    lows = [form.lower().replace("’", "'").replace("‘", "'") for form in forms]
    heads = [t.head - first if t.head is not None and t.head >= 0 else None for t in rows]
    clause = by_syntax(forms, lows, heads, [t.deprel for t in rows], 0, len(rows))
    return (clause, rows) if clause is not None else None
