"""The terms of a text by which stories are told apart: names, figures and other words."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from sayso.nouns.folding import fold
from sayso.origins.words import stem, stop_words

_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_LOWER = re.compile(r"\b[^\W\d_A-Z]+\b")
_POSSESSIVE = re.compile(r"['’]s?$")
#: texts of more characters than this are read to here: what a story is about stands at its head
_LONGEST = 40_000


@dataclass(slots=True)
class Terms:
    """How often each term stands in a text, by kind; ``shown`` is how the text first writes a name."""

    names: Counter[str] = field(default_factory=Counter)
    figures: Counter[str] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    shown: dict[str, str] = field(default_factory=dict)


def terms(text: str, language: str = "en") -> Terms:
    """Names, figures and words of a text, as stems.

    A name is a word that is written with a capital wherever the text has it; in scripts without capitals every word
    may be one. Figures are sequences of digits without what groups them, years and ages among them. Function words are
    left out.
    """
    text = text[:_LONGEST]
    lower = {word for word in _LOWER.findall(text) if word.islower()}
    stop = stop_words()
    found = Terms()
    for match in _WORD.finditer(text):
        token = _POSSESSIVE.sub("", match.group())
        if token[:1].isdigit():
            found.figures[re.sub(r"\D", "", token)] += 1
            continue
        folded = fold(token).replace(".", "")
        if len(folded) < 2 or folded in stop:
            continue
        key = stem(folded, language)
        if _named(token) and token.lower() not in lower:
            found.names[key] += 1
            found.shown.setdefault(key, token)
        else:
            found.words[key] += 1
    return found


def _named(token: str) -> bool:
    return token[0].isupper() or token.lower() == token.upper()
