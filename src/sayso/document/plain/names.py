"""Does a string look like the name a commenter signs with, like an address, like the title of a page?"""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load

_ADDRESS = re.compile(
    r"(?:https?://\S+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|info|biz|ru|cn|de|fr|uk|io|co|shop|site|online|store|xyz|top|club|example|test|"
    r"[a-z]{2,6})(?:/\S*)?)",
    re.IGNORECASE,
)
_TITLE_END = re.compile(r"[.;,:]$")
_NAME = re.compile(r"[\w@#'’.,&()\[\]!?*$/+\- ]{1,60}")


@functools.cache
def words_of(entry: str) -> frozenset[str]:
    """The words of an entry of ``lexicon/plain_lines.yaml`` that is a list of words."""
    return frozenset(map(str, load("plain_lines.yaml")[entry]["words"]))


def is_address(text: str) -> bool:
    """A web address or a bare domain and nothing else."""
    return bool(_ADDRESS.fullmatch(text.strip(" ,:-–—|")))


def name_score(text: str) -> float:
    """How much a string looks like a commenter's name, in [-3, 3]: addresses, handles, capitalised words."""
    text = text.strip(" ,:|-–—·•")
    if not text:
        return -3.0
    if is_address(text):
        return 3.0
    words = text.split()
    if len(text) > 48 or len(words) > 6 or not _NAME.fullmatch(text) or not any(c.isalpha() for c in text):
        return -3.0
    if words[0].lower() in words_of("no_name_begins") and len(words) > 1:
        return -1.5
    if len(words) == 1:
        if words[0].isdigit():
            return -2.0
        return 1.5 if any(c in "_.0123456789@" for c in words[0].rstrip(".")) else 1.0 if words[0][0].isupper() else 0.6
    # "Prof. em. H. Stroud", "Lt. (ret.) F.": abbreviations are no lower-case words
    solid = [
        w
        for w in words
        if w.lower().strip(".,()") not in words_of("name_particles")
        and not (len(w) <= 6 and w.strip("()").endswith("."))
    ]
    capital = sum(w[0].isupper() or not w[0].isalpha() for w in solid)
    ends = text[-1] in ".!" and len(words[-1].rstrip(".!")) > 3 and not text.endswith("r.")
    if capital == len(solid):
        return (2.0 if len(words) <= 4 else 0.5) - (2.5 if ends else 0.0)
    if len(words) <= 3 and capital >= 1:
        return 0.5 - (2.5 if ends else 0.0)
    return -0.5 if len(words) <= 3 and not ends else -2.0


def title_score(text: str) -> float:
    """How much a string looks like the title of a page, in [-2, 2]."""
    text = text.strip()
    words = text.split()
    if not words or len(words) > 30 or len(text) > 220:
        return -2.0
    if _TITLE_END.search(text) and not text.endswith(("...", "etc.")):
        return -1.5
    if text[0].islower():
        return -1.0
    return 2.0 if len(words) >= 4 else 1.0 if len(words) >= 3 else 0.0 if len(words) == 2 else -0.5
