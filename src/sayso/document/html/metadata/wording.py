"""What hangs on to titles and outlets' names: the version of the page, the number of an issue, a slogan.

The words are in ``lexicon/outlet_words.yaml``.
"""

from __future__ import annotations

import re
from functools import cache

from sayso.lexicon import load

#: Between an outlet's name and its slogan.
_SLOGAN = re.compile(r"^([^\s,].{1,58}?)(?:,\s+|\s+[–—-]\s+)(?=[^\W\d_])")
_EDGE = " -–—|:,()"


@cache
def words(group: str) -> frozenset[str]:
    """A class of ``outlet_words.yaml``, case folded."""
    return frozenset(str(word).casefold() for word in load("outlet_words.yaml")[group]["words"])


def _any(group: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words(group), key=len, reverse=True))


@cache
def _version() -> tuple[re.Pattern[str], re.Pattern[str]]:
    own = _any("versions")
    return (
        re.compile(rf"^\s*[(\[]?(?:{own})[)\]]?(?:\s*[:|»]|\s+[-–—])\s+(?=\S)", re.IGNORECASE),
        re.compile(rf"\s*(?:[|«]|\s[-–—]|\s(?=[(\[]))\s*[(\[]?(?:{own})[)\]]?\s*$", re.IGNORECASE),
    )


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"[\s,(|–—-]+(?:{_any('numbers')})\s?\d{{1,5}}\b.*$", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"^\W*(?i:{_any('credits')})\s+(?=[^\W\d_a-z])([^:;.?!()\n]{{2,80}})")


#: ``From Orlepedia, the free encyclopedia``, as a line of its own.
_FROM = re.compile(r"^From ([^\W\d_a-z][^,.:;]{1,40}), (?:the|your|an?) [a-z][^.]{2,80}\.?$")
#: What ends the name behind a credit.
_BEHIND_CREDIT = re.compile(
    r"\s+(?:on|at|for|by|am|le|el|because)\s.*$|\s*[,|–—]\s.*$|\s+(?:https?://|\d).*$", re.IGNORECASE
)


def without_version(title: str) -> str:
    """A page's title without what says that the page is the one to be printed (``Print: Bridge closed``).

    Empty where it says no more than that.
    """
    begins, ends = _version()
    left = ends.sub("", begins.sub("", title, count=1), count=1).strip()
    return "" if left.casefold() in words("versions") else left


def without_number(name: str) -> str | None:
    """A name without the number of an issue behind it (``The Orle Letter #41``); None where there is no such number."""
    plain, cut = _number().subn("", name)
    plain = plain.strip(_EDGE)
    return plain if cut and len(plain) >= 3 else None


def is_number(text: str) -> bool:
    """Whether a text is the number of an issue."""
    return bool(_number().match(f" {text.lstrip(_EDGE)}"))


def tidied(name: str, html: str = "") -> str:
    """An outlet's name without the number of an issue and without a slogan.

    Args:
        name: as the page writes it.
        html: the page's source. A slogan without an article (``Orle Courier - news from the river``) is cut only
            where the shorter name stands elsewhere in it.
    """
    name = without_number(name) or name
    match = _SLOGAN.match(name)
    if match is None:
        return name
    rest = name[match.end() :].split()
    opened = len(rest) > 1 and rest[0].casefold() in words("articles") and rest[1][0].islower()
    named = rest[0].isalpha() and rest[0].islower() and rest[0] not in words("articles")
    if opened or (named and html.count(match[1]) > html.count(name)):
        return match[1]
    return name


def credited(line: str) -> str | None:
    """The outlet that a line of its own names (``Printed from The Orle Courier``), or None."""
    match = _FROM.match(line)
    if match is not None:
        return match[1]
    match = _credit().match(line) if len(line) < 200 else None
    name = _BEHIND_CREDIT.sub("", match[1]).strip(_EDGE) if match is not None else ""
    return name if name and name[0].isupper() and "/" not in name else None
