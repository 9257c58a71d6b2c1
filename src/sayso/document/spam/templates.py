"""How much of a comment is a spam program's template, misspellings and all.

The templates (``lexicon/spam_templates.txt``) are spintax: ``{one|another} word``. All word trigrams that any of their
expansions can hold make the index; a comment's score is the share of its words that stand in such a trigram. Programs
also mangle the spelling to escape filters, so a word that no template has counts as the template word from which
it differs by one letter (deletion neighbourhoods, as in SymSpell).
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import load

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)*")
_DOUBLED = re.compile(r"(.)\1+")
#: Longest comment compared, in words; templates are shorter.
LONGEST = 400
#: Shorter words differ by one letter from too many others.
SHORTEST_MANGLED = 4


def words(text: str) -> list[str]:
    """Lower-case words, apostrophes dropped."""
    return [w.replace("'", "").replace("’", "") for w in _WORD.findall(text.lower())]


@dataclass(frozen=True, slots=True)
class TemplateMatch:
    """``share`` of the words in template trigrams, in [0, 1]; ``mangled`` words among them; ``sample`` of them."""

    share: float
    mangled: int
    sample: str


@dataclass(frozen=True, slots=True)
class _Index:
    trigrams: frozenset[tuple[str, str, str]]
    vocabulary: frozenset[str]
    near: dict[str, str]


def _slots(template: str) -> list[list[list[str]]]:
    """A template as a row of slots, each a list of alternatives, each a list of words. Nesting is laid flat."""
    while True:
        inner = re.sub(
            r"(?<=[{|])([^{}|]*)\{([^{}]*)\}([^{}|]*)(?=[|}])",
            lambda m: "|".join(f"{m[1]}{part}{m[3]}" for part in m[2].split("|")),
            template,
        )
        if inner == template:
            break
        template = inner
    row: list[list[list[str]]] = []
    for part in re.findall(r"\{[^{}]*\}|[^{}]+", template):
        choices = part[1:-1].split("|") if part.startswith("{") else [part]
        row.append([words(choice) for choice in choices])
    return row


def _trigrams(template: str) -> set[tuple[str, str, str]]:
    found: set[tuple[str, str, str]] = set()
    contexts: set[tuple[str, ...]] = {()}
    for slot in _slots(template):
        following: set[tuple[str, ...]] = set()
        for context in contexts:
            for alternative in slot:
                last = context
                for word in alternative:
                    if len(last) == 2:
                        found.add((last[0], last[1], word))
                    last = (*last, word)[-2:]
                following.add(last)
        contexts = following
    return found


def _deletions(word: str) -> set[str]:
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


@functools.cache
def _index() -> _Index:
    text = "\n".join(load("spam_templates.txt"))
    trigrams: set[tuple[str, str, str]] = set()
    for template in re.split(r"\|\n(?![^{]*\})", text):
        trigrams |= _trigrams(template)
    vocabulary = frozenset(word for trigram in trigrams for word in trigram)
    near: dict[str, str] = {}
    for word in sorted(vocabulary, key=len):
        if len(word) >= SHORTEST_MANGLED:
            for form in _deletions(word):
                near.setdefault(form, word)
        near.setdefault(word, word)
    return _Index(frozenset(trigrams), vocabulary, near)


def _unmangle(word: str, index: _Index) -> str:
    """The template word that a word may be a misspelling of: one letter more, fewer or other, or letters doubled."""
    single = _DOUBLED.sub(r"\1", word)
    if single in index.vocabulary:
        return single
    if len(word) >= SHORTEST_MANGLED:
        for form in (word, *_deletions(word)):
            if form in index.near:
                return index.near[form]
    return word


def match_templates(text: str) -> TemplateMatch:
    """Compare a comment with the templates; the first call reads the lexicon (some tens of milliseconds)."""
    index = _index()
    raw = words(text)[:LONGEST]
    if len(raw) < 3:
        return TemplateMatch(0.0, 0, "")
    read = [w if w in index.vocabulary else _unmangle(w, index) for w in raw]
    covered = [False] * len(raw)
    for i in range(len(read) - 2):
        if (read[i], read[i + 1], read[i + 2]) in index.trigrams:
            covered[i : i + 3] = [True] * 3
    best: tuple[int, int] = (0, 0)
    start = None
    for i, is_in in enumerate([*covered, False]):
        if is_in and start is None:
            start = i
        elif not is_in and start is not None:
            best = max(best, (i - start, -start))
            start = None
    length, at = best[0], -best[1]
    mangled = sum(c and r != w for c, r, w in zip(covered, read, raw, strict=True))
    return TemplateMatch(sum(covered) / len(raw), mangled, " ".join(raw[at : at + min(length, 8)]))
