"""Word classes and heads for the words of a text, where the reader knows them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.quantities.words import Words
from sayso.reader.layers import Token


class Syntax:
    """Looks up the reader's tokens by a word of the text. Without syntax every answer is empty."""

    def __init__(self, words: Words, tokens: Sequence[Token]) -> None:
        self._tokens = tokens if any(token.upos for token in tokens) else ()
        self._by_start = {token.start: index for index, token in enumerate(self._tokens)}
        self._words = words
        self._word_at = {start: index for index, start in enumerate(words.start)} if self._tokens else {}

    def __bool__(self) -> bool:
        return bool(self._tokens)

    def _token(self, word: int) -> Token | None:
        if not 0 <= word < len(self._words):
            return None
        index = self._by_start.get(self._words.start[word])
        return None if index is None else self._tokens[index]

    def upos(self, word: int) -> str:
        """The universal part of speech; empty where it is not known."""
        token = self._token(word)
        return (token.upos or "") if token else ""

    def relation(self, word: int) -> str:
        """The relation to the head; empty where it is not known."""
        token = self._token(word)
        return (token.deprel or "") if token else ""

    def head(self, word: int) -> int | None:
        """The word that a word depends on; null at the root and where it is not known."""
        token = self._token(word)
        if token is None or token.head is None or token.head < 0:
            return None
        return self._word_at.get(self._tokens[token.head].start)
