"""PolNeAR: attributions in American political news, one layer deep, with silver names and parts of speech.

Gold is the annotator whose code comes first in the alphabet. The silver files are the output of CoreNLP that came
with the corpus.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.reader.common.page import Page
from training.data.groups import group_words, is_group
from training.data.naming import with_groups
from training.data.penn import universal
from training.data.record import Link, Name, Record, Tally, joined, touched

_TYPES = {"PERSON": "person", "ORGANIZATION": "organization", "LOCATION": "place"}
_ROLE = re.compile(r"(Source|Cue|Content)\d*$")


@dataclass(frozen=True, slots=True)
class Silver:
    """A token of the silver file: characters ``[start, end)``, Penn tag, type of name or ``O``, number of sentence."""

    start: int
    end: int
    tag: str
    entity: str
    sentence: int


def documents(root: Path, split: str, tally: Tally) -> Iterator[Record]:
    """The annotated documents of ``split`` under ``root`` (polnear/data), in order of their names."""
    words = group_words(root.parents[1] / "nlp" / "kb")
    annotated: dict[str, Path] = {}
    for path in sorted((root / split / "attributions").glob("*.ann")):
        annotated.setdefault(path.stem.rpartition("_")[0], path)
    for name in sorted(annotated):
        text = (root / split / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        page = Page(text)
        links = tuple(links_of(page, annotated[name].read_bytes().decode("utf-8"), tally))
        if not links:
            continue
        tally.add("words", len(page.words))
        tally.add("attributions", len(links))
        path = root / split / "silver" / f"{name}.tsv"
        if not path.is_file():
            tally.add("documents without silver")
            yield Record(name, page, attributions=links)
            continue
        silver = read_silver(path.read_bytes().decode("utf-8"))
        names = with_groups(page, silver_names(page, silver, words), words)
        tally.add("names", len(names))
        yield Record(name, page, upos=silver_upos(page, silver), names=names, attributions=links)


def links_of(page: Page, ann: str, tally: Tally) -> Iterator[Link]:
    """The attributions of a brat file, snapped to words; those without a cue or content are counted and left out."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for line in ann.splitlines():
        cells = line.split("\t")
        if re.fullmatch(r"T\d+", cells[0]) and len(cells) > 1:
            offsets = cells[1].split(" ", 1)[1]
            pairs = (piece.split() for piece in offsets.split(";"))
            spans[cells[0]] = [(int(a), int(b)) for a, b in pairs]
        elif re.fullmatch(r"E\d+", cells[0]) and len(cells) > 1:
            roles: dict[str, list[tuple[int, int]]] = {"Source": [], "Cue": [], "Content": []}
            for part in cells[1].split():
                key, value = part.split(":")
                if (match := _ROLE.match(key)) and value in spans:
                    roles[match.group(1)] += spans[value]
            cue, content = joined(page, roles["Cue"]), joined(page, roles["Content"])
            if cue and content:
                yield Link(cells[0], source=joined(page, roles["Source"]), cue=cue, content=content)
            else:
                tally.add("attributions without cue or content")


def read_silver(tsv: str) -> list[Silver]:
    """The tokens of a silver file: word, start, end, Penn tag, entity; an empty line ends a sentence."""
    tokens, sentence = [], 0
    for line in tsv.splitlines():
        cells = line.split("\t")
        if len(cells) < 5:
            sentence += 1
            continue
        tokens.append(Silver(int(cells[1]), int(cells[2]), cells[3], cells[4], sentence))
    return tokens


def silver_names(page: Page, silver: list[Silver], words: frozenset[str]) -> tuple[Name, ...]:
    """Runs of tokens with one type; of the type MISC only those that name a group."""
    names: list[Name] = []
    i = 0
    while i < len(silver):
        j = i + 1
        token = silver[i]
        while j < len(silver) and (silver[j].entity, silver[j].sentence) == (token.entity, token.sentence):
            j += 1
        kind = _TYPES.get(token.entity)
        if token.entity == "MISC" and all(is_group(page.text[t.start : t.end], words) for t in silver[i:j]):
            kind = "group"
        where = touched(page, token.start, silver[j - 1].end)
        if kind and where and (not names or names[-1][1] <= where[0]):
            names.append((*where, kind))
        i = j
    return tuple(names)


def silver_upos(page: Page, silver: list[Silver]) -> list[str | None]:
    """A universal tag per word; a word that holds several tokens (``don't``) takes the first that is decided."""
    upos: list[str | None] = [None] * len(page.words)
    seen = [False] * len(page.words)
    for n, token in enumerate(silver):
        where = touched(page, token.start, token.end)
        before = silver[n - 1].tag if n else ""
        after = silver[n + 1].tag if n + 1 < len(silver) else ""
        tag = universal(page.text[token.start : token.end], token.tag, before, after)
        for word in range(*where) if where else ():
            if not seen[word]:
                upos[word] = tag
                seen[word] = True
    return upos
