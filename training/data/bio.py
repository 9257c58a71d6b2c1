"""Files with a token and a BIO tag a line, and texts put together again from such tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.reader.common.page import Page
from training.data.naming import bare
from training.data.record import Name, touched

#: No space before these, and none behind those.
_CLOSING = re.compile(r"[.,;:!?%)\]}’”]|\.\.\.|'s|'S|’s|n't|n’t|'(?:re|ve|ll|d|m)|''")
_OPENING = frozenset(["(", "[", "{", "$", "£", "“", "‘", "``", "@", "#"])
_CLITICS = frozenset(["s", "t", "re", "ve", "ll", "d", "m"])


@dataclass(slots=True)
class Tagged:
    """A sentence or tweet: its tokens and a tag each."""

    id: str
    forms: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)


def read_iob2(lines: Iterable[str]) -> Iterator[Tagged]:
    """Sentences of Universal NER: number, form and tag in tab-separated columns, ids in comments."""
    now = Tagged("")
    for line in [*lines, ""]:
        cells = line.rstrip("\r\n").split("\t")
        if line.startswith("# sent_id"):
            now.id = line.partition("=")[2].strip()
        elif len(cells) >= 3:
            now.forms.append(cells[1])
            now.tags.append(cells[2])
        elif not line.strip():
            if now.forms:
                yield now
            now = Tagged("")


def read_columns(lines: Iterable[str], name: str) -> Iterator[Tagged]:
    """Sentences of a CoNLL file: the form in the first column and the tag in the last; an empty line ends one.

    ``-DOCSTART-`` lines stand as sentences of their own, with no tokens.
    """
    number = 0
    now = Tagged(f"{name}-{number}")
    for line in [*lines, ""]:
        cells = line.split()
        if cells and cells[0] == "-DOCSTART-":
            yield Tagged("-DOCSTART-")
        elif len(cells) >= 2:
            now.forms.append(cells[0])
            now.tags.append(cells[-1])
        elif now.forms and not cells:
            yield now
            number += 1
            now = Tagged(f"{name}-{number}")


def spans(tags: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Spans ``[first, last)`` with their type; a stray ``I-`` begins one."""
    first, kind = 0, ""
    for n, tag in enumerate([*tags, "O"]):
        mark, _, now = tag.partition("-")
        if kind and (mark != "I" or now != kind):
            yield first, n, kind
            kind = ""
        if mark in ("B", "I") and not kind:
            first, kind = n, now


def written(forms: Sequence[str], *, spaced: bool = False) -> tuple[str, list[tuple[int, int]]]:
    """The tokens as running text, and the characters of each; ``spaced`` keeps a space between any two.

    The spacing that the corpus lost is guessed: none before closing punctuation and clitics, none behind opening
    marks; a straight quotation mark opens and closes in turn.
    """
    text, places, glue, quoted = "", [], True, {'"': False, "'": False}
    for n, form in enumerate(forms):
        closing = bool(_CLOSING.fullmatch(form))
        before = forms[n - 1] if n else ""
        if before in ("’", "'") and form in _CLITICS:
            glue, quoted["'"] = True, False
        if form == "'" and not quoted[form] and before.endswith("s"):
            closing = True
        elif form in quoted:
            closing = quoted[form]
            quoted[form] = not quoted[form]
        if text and (spaced or not (glue or closing)):
            text += " "
        places.append((len(text), len(text) + len(form)))
        text += form
        glue = form in _OPENING or (form in quoted and not closing)
    return text, places


def names_of(
    page: Page, places: Sequence[tuple[int, int]], tags: Sequence[str], types: Mapping[str, str]
) -> list[Name]:
    """The tagged spans of the types in ``types`` as names over the words of ``page``."""
    names: list[Name] = []
    for a, b, kind in spans(tags):
        words = bare(page, touched(page, places[a][0], places[b - 1][1]))
        while words and words[0] < words[1] and page.words[words[0]] in ("@", "#"):
            words = (words[0] + 1, words[1])
        while words and words[0] < words[1] and page.words[words[1] - 1] == ".":
            words = (words[0], words[1] - 1)
        if words and words[0] < words[1] and kind in types and (not names or names[-1][1] <= words[0]):
            names.append((*words, types[kind]))
    return names
