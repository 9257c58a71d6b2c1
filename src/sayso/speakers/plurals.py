"""Whom *they* can mean besides bodies: plural nouns of any kind, and people joined by *and*. Needs a parse."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.nouns.mention import Mention
from sayso.reader.layers import Token
from sayso.speakers.lexicon import people_nouns, speaker_words

_PLURAL = re.compile(r".{2,}(?<![siu])s$")
_AGENTS = re.compile(r"(?:ists|ians|ees|men|people)$")
_MODIFIERS = frozenset({"det", "amod", "nummod", "compound", "nmod:poss"})
#: Words of a phrase before its noun.
_REACH = 6
#: What stands at most between two people joined: *X, 42, and his wife | Y*.
_BETWEEN = 40
_JOINED = re.compile(r"(?:,[^.;:,]*,?)?\s+and\s+(?:[\w'’]+\s+){0,3}")


def plural_phrases(text: str, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """Phrases with a plural common noun that no mention covers, from their determiner or first modifier on."""
    found, at = [], 0
    for number, token in enumerate(tokens):
        if token.upos != "NOUN" or token.deprel == "compound":
            continue
        word = text[token.start : token.end].lower()
        if not _PLURAL.match(word) and word not in speaker_words("irregular_plurals"):
            continue
        while at < len(mentions) and mentions[at].end < token.end:
            at += 1
        if at < len(mentions) and mentions[at].start < token.end:
            continue
        first = number
        for before in range(number - 1, max(-1, number - 1 - _REACH), -1):
            if tokens[before].head == number and tokens[before].deprel in _MODIFIERS:
                first = before
        start = tokens[first].start
        found.append(
            Mention(
                id="", start=start, end=token.end, text=text[start : token.end],
                type="group" if are_people(word) else "other", entity=None, form="nominal",
            )
        )  # fmt: skip
    return found


def are_people(noun: str) -> bool:
    """Whether a plural noun in lower case stands for people: *parents*, *hauliers*, not *difficulties*."""
    if noun in speaker_words("several_people") or _AGENTS.search(noun):
        return True
    return noun.removesuffix("s") in people_nouns() or noun in people_nouns()


def joined(text: str, one: Mention, other: Mention) -> Mention | None:
    """Two people named one after the other and joined by *and*, as one mention."""
    if one.type != "person" or other.type != "person" or other.start - one.end > _BETWEEN:
        return None
    if _JOINED.fullmatch(text, one.end, other.start) is None:
        return None
    return Mention(
        id="", start=one.start, end=other.end, text=text[one.start : other.end], type="group", entity=None,
        form="nominal",
    )  # fmt: skip
