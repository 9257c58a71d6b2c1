"""Word classes and heads for the words of a text, where the reader knows them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.measures.quantities.words import Words
from sayso.reader.layers import Token


class Syntax:
    """Looks up the reader's tokens by a word of the text. Without syntax every answer is empty."""

    def __init__(self, words: Words, tokens: Sequence[Token]) -> None:
        self._tokens = tokens if any(token.upos for token in tokens) else ()
        self._of_word: dict[int, int] = {}  # a word of ours -> the reader's token that holds it
        self._last_word: dict[int, int] = {}  # a token -> the last of our words in it
        word = 0
        for index, token in enumerate(self._tokens):
            while word < len(words) and words.start[word] < token.end:
                if words.start[word] >= token.start:
                    self._of_word[word] = index
                    self._last_word[index] = word
                word += 1

    def __bool__(self) -> bool:
        return bool(self._tokens)

    def _token(self, word: int) -> Token | None:
        index = self._of_word.get(word)
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
        return self._last_word.get(token.head)

    def subject(self, verb: int, most: int) -> tuple[int, int] | None:
        """The subject of a verb: its first word and the one after its last; null without one among the ``most`` words
        before the verb. A pronoun is none."""
        for at in range(verb - 1, max(-1, verb - most), -1):
            if self.relation(at).startswith("nsubj") and self.head(at) == verb and self.upos(at) in {"NOUN", "PROPN"}:
                first = at
                while first > 0 and self._within(first - 1, at):
                    first -= 1
                return first, at + 1
        return None

    def _within(self, word: int, noun: int) -> bool:
        """Whether a word is a modifier of a noun, or of one of its modifiers."""
        at: int | None = word
        for _ in range(3):
            if at is None or self.relation(at) in {"det", "punct", "case", "cc", "nmod:poss", "nummod"}:
                return False
            at = self.head(at)
            if at == noun:
                return True
        return False
