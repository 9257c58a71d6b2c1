"""Outlets that a sentence cites where the reader found nobody who says it: *a farming paper*, *by one estimate*."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from sayso.lexicon import load
from sayso.nouns import Page
from sayso.origins.actors.citing import Cited, indefinite_citation, outlets_beside
from sayso.origins.words import stop_words

#: what can stand between the article and the noun
_BETWEEN = r"(?P<between>(?:\s+[a-z-]+){0,3}?)"
_TAIL = r"(?:\s+(?:station|channel|agency|network|site|portal|service)s?)?"


def cited_in(sentence: str, known: Mapping[str, str] | None = None, *, own: Page | None = None) -> tuple[Cited, ...]:
    """Every outlet that a sentence cites, by name behind or before a cue, then those without a name.

    Args:
        sentence: the sentence of a claim that is the writer's own.
        known: the outlets of the ledger, :func:`outlet_key` to name.
        own: the page; it does not cite itself.

    Returns:
        citations in the order of the text; an indefinite one only with an indefinite article or numeral, and of nouns
        that are no outlets by themselves (*report*, *estimate*) only behind *by* or *according to*.
    """
    found = list(outlets_beside(sentence, known or {}, own))
    for match in _phrases().finditer(sentence):
        weak = match["noun"].lower().removesuffix("s") in _words("loose")
        bare = match["noun"].lower() in _words("many_senses") and len(match["phrase"].split()) < 3
        between = match["between"].split()
        if ((weak or bare) and not match["by"]) or not stop_words().isdisjoint(between):
            continue
        cited = indefinite_citation(match["phrase"])
        if cited is not None and not cited.back:
            found.append((match.start("phrase"), cited))
    return tuple(dict.fromkeys(cited for _, cited in sorted(found, key=lambda one: one[0])))


@functools.cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(str(word) for word in load("citations.yaml")[key]["words"])


@functools.cache
def _phrases() -> re.Pattern[str]:
    nouns = "|".join(sorted((re.escape(noun) for noun in _words("kinds")), key=len, reverse=True))
    articles = "|".join(_words("indefinite"))
    by = r"(?P<by>\b(?:by|according to|per|in|quoted by|cited by)\s+)?"
    other = "|".join(_words("not_before"))
    return re.compile(
        rf"{by}(?P<phrase>\b(?i:{articles})\b{_BETWEEN}\s+(?P<noun>(?:{nouns})s?)\b{_TAIL})(?!\s+(?:{other})\b)"
    )
