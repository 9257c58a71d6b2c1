"""The words that stand before, between and behind the names of a byline, and what they part it into.

They are in ``lexicon/byline.yaml``; each class is a pattern, built when it is first needed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from sayso.lexicon import load

#: The longest stretch that is looked at.
MAX_TEXT = 600

#: Addresses and handles; what stands in brackets; marks at the ends of names; a word.
URL = re.compile(r"(?:https?:)?//\S+|\S+@\S+\.\S+|\(?@[\w.]{2,}\)?")
PAREN = re.compile(r"\s*[(\[{][^)\]}]{0,80}[)\]}]\s*")
EDGE = " \t\n,;:.|·•–—-/\\\"'“”„»«*_<>#=+~"
WORD = re.compile(r"[\w’'*.-]+")


@cache
def words(group: str) -> frozenset[str]:
    """A class of ``byline.yaml``, case folded."""
    return frozenset(str(word).casefold() for word in load("byline.yaml")[group]["words"])


@cache
def _prefix() -> re.Pattern[str]:
    longest_first = sorted(words("prefixes"), key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in longest_first)
    also = r"(?:\s*(?:&|,|/|\bund|\band|\bet|\by)\s*\w+(?=\s*[:：]))?"  # "Text und Fotos: Anna Meier"
    return re.compile(rf"^\W*(?:{alternatives}){also}(?:\s*[:：/|]\s*|\s+|$)", re.IGNORECASE)


@cache
def joiner() -> re.Pattern[str]:
    """What joins two names within a stretch (``and``, ``with``)."""
    between = sorted(words("joiners") | words("companions"), key=len, reverse=True)
    alternatives = "|".join(re.escape(word) for word in between)
    return re.compile(rf"\s+(?:{alternatives})\s+", re.IGNORECASE)


@cache
def companion() -> re.Pattern[str]:
    """What joins a further name after a comma (``Roads desk, with Halvard``), in small letters, since names are not."""
    between = sorted(words("companions") | {word for word in words("joiners") if len(word) > 1}, key=len, reverse=True)
    return re.compile(rf"^\s*(?:{'|'.join(re.escape(word) for word in between)})\s+(?=[^\W\d_])")


@cache
def ender() -> re.Pattern[str]:
    """What ends the names of a stretch: a word such as ``on``, or a digit."""
    alternatives = "|".join(re.escape(word) for word in sorted(words("enders"), key=len, reverse=True))
    return re.compile(rf"(?:^|\s)(?:{alternatives})(?=\s|:|,|$)|(?:^|\s)\d", re.IGNORECASE)


def joined_by(text: str) -> int:
    """How many characters of a text's beginning join it to the names before it (``and Ben Roth``)."""
    match = _opening_joiner().match(text)
    return match.end() if match else 0


def ends_joining(text: str) -> bool:
    """Whether a text ends in what joins it to the names behind it (``Anna Meier,``)."""
    return bool(_closing_joiner().search(text))


@cache
def _opening_joiner() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words("joiners"), key=len, reverse=True))
    return re.compile(rf"^\s*(?:[,&+/]|(?:{alternatives})(?!\w))\s*", re.IGNORECASE)


@cache
def _closing_joiner() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(words("joiners"), key=len, reverse=True))
    return re.compile(rf"(?:[,&+/]|(?<!\w)(?:{alternatives}))\s*$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def without_prefix(text: str) -> tuple[str, bool]:
    """The text behind ``By`` and its like, and whether there was any."""
    match = _prefix().match(text)
    if match is None or is_collective(text):
        return text, False
    rest = text[match.end() :]
    again = _prefix().match(rest)  # "Text: Von Anna Meier"
    return (rest[again.end() :] if again else rest), True


def without_address(text: str) -> str:
    """A stretch without addresses, handles and what stands in brackets."""
    return PAREN.sub(" ", URL.sub(" ", text[:MAX_TEXT]))


def holds_role(text: str) -> bool:
    """Whether a stretch holds the name of a writer's office (``reporter``)."""
    return any(word in words("roles") for word in WORD.findall(text.casefold()))


def begins_joining(text: str) -> bool:
    """Whether a line goes on with the names of the line before it: ``and Ben Roth``."""
    return bool(companion().match(text))


def is_collective(name: str) -> bool:
    """``From our wire services and staff`` is one author."""
    tokens = name.casefold().strip(EDGE).split()
    if not 2 < len(tokens) <= 6 or tokens[0] != "from":
        return False
    return tokens[-1] in words("collectives") | words("desk")
