"""Tokens of a treebank joined to running text, with the characters of each token.

Corpora that come as tokens were cut from text which is not there any more. A reader of text must get text again, and
what it finds must be told in tokens.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

Range = tuple[int, int]

#: What the Penn Treebank writes for the characters of the text. Its quotation marks tell their direction; the text gets
#: straight ones.
WRITTEN = {
    "``": '"', "''": '"', "`": "'", "'''": "'\"",
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip
_NO_SPACE_BEFORE = re.compile(
    r"(?:[,.;:?!%)\]}”]|\.\.\.|n['’]t|['’](?:s|re|ve|ll|d|m|['\"])?|'''|-R.B-)$", re.IGNORECASE
)
_NO_SPACE_AFTER = re.compile(r"(?:[(\[{“‘`$£€#]|-L.B-)$")


def join(tokens: Sequence[str]) -> tuple[str, list[Range]]:
    """Text, and the range of characters of each token in it.

    A double mark whose direction the token does not tell opens and closes by turns. A full stop behind an abbreviation
    that has its own is the same character twice: it gets the empty range behind it.
    """
    text, ranges, glued = "", [], True
    is_open = False
    for token in tokens:
        written = WRITTEN.get(token, token)
        if written == "." and text.endswith("."):
            ranges.append((len(text), len(text)))
            continue
        if token == '"':
            is_open = not is_open
            before, after = not is_open, is_open
        else:
            before = bool(_NO_SPACE_BEFORE.match(token))
            after = bool(_NO_SPACE_AFTER.search(token))
        if not (glued or before):
            text += " "
        ranges.append((len(text), len(text) + len(written)))
        text += written
        glued = after
    return text, ranges


def join_lines(lines: Iterable[Sequence[str]], separator: str = "\n") -> tuple[str, list[list[Range]]]:
    """Several lines of tokens as one text, each a paragraph of its own."""
    text, ranges = "", []
    for tokens in lines:
        joined, own = join(tokens)
        text += separator if text else ""
        ranges.append([(start + len(text), end + len(text)) for start, end in own])
        text += joined
    return text, ranges


def touched(ranges: Sequence[Range], start: int, end: int) -> Range | None:
    """The tokens ``[first, last)`` that a range of characters touches, or None."""
    hit = [i for i, (a, b) in enumerate(ranges) if a < end and b > start]
    return (hit[0], hit[-1] + 1) if hit else None
