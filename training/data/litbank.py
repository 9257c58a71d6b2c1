"""LitBank: proper names in novels. Only mentions marked PROP; places are FAC, GPE and LOC."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sayso.reader.common.page import Page
from training.data.bio import written
from training.data.conllu import LONGEST
from training.data.groups import group_words
from training.data.naming import proper, with_groups
from training.data.record import Name, Record, Tally, touched

_TYPES = {"PER": "person", "ORG": "organization", "FAC": "place", "GPE": "place", "LOC": "place"}
#: Characters ``[start, end)`` in the file's text, and the type.
Marked = tuple[int, int, str]


def documents(nlp: Path, split: str, tally: Tally) -> Iterator[Record]:
    """Passages of the novels under ``nlp``/litbank; every tenth novel by name is dev.

    The corpus knows no groups: capitalised words that name one are added.
    """
    words = group_words(nlp / "kb")
    root = nlp / "litbank" / "coref" / "brat"
    for number, path in enumerate(sorted(root.glob("*.txt"))):
        if (number % 10 == 9) == (split == "dev"):
            text = path.read_bytes().decode("utf-8")
            marks = marked(path.with_suffix(".ann").read_text("utf-8"))
            yield from passages(path.stem.removesuffix("_brat"), text, marks, words, tally)


def marked(ann: str) -> list[Marked]:
    """The proper names of a brat file."""
    found = []
    for line in ann.splitlines():
        match = re.match(r"T\d+\tPROP_([A-Z]+) (\d+) (\d+)\t", line)
        if match and match.group(1) in _TYPES:
            found.append((int(match.group(2)), int(match.group(3)), _TYPES[match.group(1)]))
    return found


def passages(name: str, text: str, marks: list[Marked], groups: frozenset[str], tally: Tally) -> Iterator[Record]:
    """Groups of lines (a sentence each, tokens apart) with the spacing of running text."""
    group: list[tuple[int, int]] = []
    for number, line in enumerate([*re.finditer(r"[^\n]+", text), None]):
        tokens = [] if line is None else [m.span() for m in re.compile(r"\S+").finditer(text, *line.span())]
        if group and (line is None or len(group) + len(tokens) > LONGEST):
            yield _record(f"{name}-{number}", text, group, marks, groups, tally)
            group = []
        group += tokens


def _record(
    name: str, text: str, group: list[tuple[int, int]], marks: list[Marked], groups: frozenset[str], tally: Tally
) -> Record:
    fresh, places = written([text[a:b] for a, b in group])
    page = Page(fresh)
    names: list[Name] = []
    for start, end, kind in marks:
        inside = [n for n, (a, b) in enumerate(group) if a < end and start < b]
        if inside:
            where = touched(page, places[inside[0]][0], places[inside[-1]][1])
            words = proper(page, where, kind, trim=True)
            if words:
                names.append((*words, kind))
    kept = with_groups(page, names, groups)
    tally.add("words", len(page.words))
    tally.add("names", len(kept))
    return Record(name, page, names=kept)
