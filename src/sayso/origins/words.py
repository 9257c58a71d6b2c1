"""Words made comparable across pages: stems of content words, and the noun that a figure counts."""

from __future__ import annotations

import functools
import re
from typing import Any

from sayso.lexicon import load
from sayso.nouns.folding import fold

#: letters and digits, with what joins them within a word
_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
#: languages whose stemmer is used when a page is in them; for any other words stand as they are
_LANGUAGES = {
    "en": "english",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "it": "italian",
    "pt": "portuguese",
    "nl": "dutch",
    "sv": "swedish",
    "da": "danish",
    "no": "norwegian",
    "fi": "finnish",
    "ru": "russian",
    "ro": "romanian",
    "hu": "hungarian",
    "tr": "turkish",
}
#: grammar's word classes that carry no content
_FUNCTION = ("determiners", "subject_pronouns", "object_pronouns", "possessives", "prepositions", "subordinators")
_MORE = ("coordinators", "auxiliaries", "relatives")


@functools.cache
def stop_words() -> frozenset[str]:
    """English words that say nothing of what a claim is about."""
    grammar = load("grammar.yaml")
    words = {w for name in (*_FUNCTION, *_MORE) for w in grammar[name]["words"]}
    return frozenset(words | set(load("function_words.yaml")["en"]))


@functools.lru_cache(maxsize=100_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of a folded word, by the Snowball algorithm of its language (Porter 2001)."""
    name = _LANGUAGES.get(language)
    return str(_stemmer(name).stemWord(word)) if name else word


@functools.cache
def _stemmer(name: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(name)


#: titles and claims are asked for again and again, whole pages are not
_SHORT = 400


def stems(text: str, language: str | None = "en") -> tuple[str, ...]:
    """Stems of the content words of a text, in order, each once; case and accents do not count, numbers are left out.

    A hyphenated word is its parts: *night-time* is *night* and *time*.
    """
    return _remembered(text, language) if len(text) <= _SHORT else _stems(text, language)


def _stems(text: str, language: str | None) -> tuple[str, ...]:
    code = (language or "en").split("-")[0].lower()
    stop = stop_words() if code == "en" else frozenset(load("function_words.yaml").get(code, ()))
    found: dict[str, None] = {}
    for match in _WORD.finditer(fold(text)):
        for part in match.group().split("-"):
            word = _POSSESSIVE.sub("", part).replace(".", "")
            if len(word) > 1 and word not in stop:
                found[stem(word, code)] = None
    return tuple(found)


_remembered = functools.lru_cache(maxsize=8192)(_stems)


@functools.cache
def _after_noun() -> frozenset[str]:
    grammar = load("grammar.yaml")
    return frozenset(w for name in ("prepositions", "relatives", "subordinators") for w in grammar[name]["words"])


def head(thing: str) -> str:
    """The noun of a folded noun phrase: *fighters* of *is fighters in libya*. Good enough to put like beside like."""
    words = thing.split()
    ends = (i for i, word in enumerate(words) if i and word in _after_noun())
    return words[next(ends, len(words)) - 1] if words else ""
