"""A question for a measured thing, taken apart: what is counted, and where."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.nouns.folding import fold
from sayso.origins.words import head, stem, stems

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Question:
    """*IS fighters in Libya*: ``noun`` is what is counted (*fighters*), ``head`` its stem, ``words`` the stems of the
    rest of it, ``acronyms`` its words in capitals, which may look like others (*IS*), ``where`` the place in words.
    """

    text: str
    noun: str
    head: str
    words: tuple[str, ...]
    acronyms: tuple[str, ...]
    where: str | None

    @property
    def names_one_thing(self) -> bool:
        """Whether it says what and where: that is one measured thing, and no search for words."""
        return bool(self.head and self.where)


def question(text: str) -> Question | None:
    """Take a question apart; null where it is written in the language of searches, or holds no word."""
    plain = " ".join(text.replace('"', " ").split())
    if re.search(r"(?:^|\s)-|\*|\bOR\b", text) or not _WORD.search(plain):
        return None
    what, where = _divided(plain)
    acronyms = tuple(word for word in _WORD.findall(what) if len(word) > 1 and word.isupper())
    rest = " ".join(word for word in what.split() if word not in acronyms)
    noun = head(fold(rest)) if rest else ""
    key = stem(noun) if noun else ""
    return Question(plain, noun, key, tuple(s for s in stems(rest) if s != key), acronyms, where)


def _divided(text: str) -> tuple[str, str | None]:
    """What, and where: behind the first preposition of place that a name follows."""
    words = text.split()
    for at in range(1, len(words) - 1):
        if words[at].lower() in _prepositions() and words[at + 1][:1].isupper():
            return " ".join(words[:at]), " ".join(words[at + 1 :])
        article = words[at + 1].lower() == "the" and words[at + 2 : at + 3]
        if words[at].lower() in _prepositions() and article and words[at + 2][:1].isupper():
            return " ".join(words[:at]), " ".join(words[at + 2 :])
    return text, None


@functools.cache
def _prepositions() -> frozenset[str]:
    return frozenset(load("figure_policies.yaml")["where"])
