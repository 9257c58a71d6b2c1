"""Regular inflection of English verbs and nouns: enough to write a lexicon in base forms."""

from __future__ import annotations

import re
from typing import NamedTuple

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


class Forms(NamedTuple):
    """The five forms of a verb."""

    base: str
    third: str
    past: str
    participle: str
    ing: str


def plural(noun: str) -> str:
    """The regular plural: *story* - *stories*, *loss* - *losses*. The third person of a verb is made alike."""
    if _CONSONANT_Y.search(noun):
        return noun[:-1] + "ies"
    return noun + ("es" if _SIBILANT.search(noun) else "s")


def verb_forms(base: str) -> Forms:
    """The regular forms; verbs that double a consonant or are irregular belong into the lexicon's own list."""
    if base.endswith("e"):
        ing = base + "ing" if base.endswith(("ee", "oe", "ye")) else base[:-1] + "ing"
        past = base + "d"
    elif _CONSONANT_Y.search(base):
        past, ing = base[:-1] + "ied", base + "ing"
    else:
        past, ing = base + "ed", base + "ing"
    return Forms(base, plural(base), past, past, ing)
