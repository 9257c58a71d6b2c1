"""Texts with gold coreference: GUM and LitBank (all mentions in clusters), GAP (one pronoun and two names each)."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sayso.nouns.mention import Mention

#: GUM's genres whose texts may be trained on for weights that are given away.
FREE_GENRES = ("academic", "bio", "court", "interview", "news", "speech", "textbook", "voyage")
_ENTITY = re.compile(r"\((\d+)(-[^()]*)?|(\d+)\)|\)")
_CLOSERS = frozenset(
    [".", ",", ";", ":", "!", "?", ")", "]", "'s", "n't", "'ll", "'d", "'re", "'ve", "'m", "''", "”", "’s", "’"]
)


@dataclass(frozen=True)
class Clusters:
    """A text and its gold mentions: characters ``[start, end)`` and number of the cluster. ``named`` are the clusters
    with a mention whose head is a proper noun, where the corpus tells."""

    name: str
    text: str
    mentions: tuple[tuple[int, int, int], ...]
    named: frozenset[int] = frozenset()

    def cluster_at(self, start: int, end: int) -> int | None:
        """The cluster of the smallest gold mention round a span; failing that, of the largest one inside it."""
        around = [(b - a, c) for a, b, c in self.mentions if a <= start and end <= b]
        if around:
            return min(around)[1]
        inside = [(b - a, c) for a, b, c in self.mentions if start <= a and b <= end and 2 * (b - a) >= end - start]
        return max(inside)[1] if inside else None

    def exactly(self, start: int, end: int) -> int | None:
        """The cluster of the gold mention of exactly this span."""
        return next((c for a, b, c in self.mentions if (a, b) == (start, end)), None)


@dataclass(frozen=True)
class Context:
    """One item of GAP: a pronoun, two names, and which of them it means."""

    name: str
    text: str
    pronoun: tuple[int, int]
    a: tuple[int, int]
    b: tuple[int, int]
    means_a: bool
    means_b: bool

    @property
    def feminine(self) -> bool:
        """Whether the pronoun is one of *she*."""
        return self.text[slice(*self.pronoun)].lower() in {"she", "her", "hers"}


def gap(path: Path) -> list[Context]:
    """A file of GAP (``gap-development.tsv``)."""
    made = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):

            def span(key: str, row: dict[str, str] = row) -> tuple[int, int]:
                start = int(row[f"{key}-offset"])
                return start, start + len(row[key])

            made.append(
                Context(
                    name=row["ID"], text=row["Text"], pronoun=span("Pronoun"), a=span("A"), b=span("B"),
                    means_a=row["A-coref"] == "TRUE", means_b=row["B-coref"] == "TRUE",
                )
            )  # fmt: skip
    return made


def gum_split(folder: Path, part: str) -> list[str]:
    """The document names of one part (``train``, ``dev``, ``test``) as splits.md gives them."""
    text = (folder / "splits.md").read_text(encoding="utf-8")
    section = re.split(rf"(?m)^## {part}\s*$", text)[1].split("\n## ")[0]
    return re.findall(r"\* (\S+)", section)


def gum(folder: Path, names: Sequence[str]) -> Iterator[Clusters]:
    """Documents of GUM from ``dep/NAME.conllu``."""
    for name in names:
        path = folder / "dep" / f"{name}.conllu"
        if path.exists():
            yield _gum_document(name, path.read_text(encoding="utf-8"))


def _gum_document(name: str, conllu: str) -> Clusters:
    text, held, found = "", 0, []
    words: list[_Word] = []
    sentence = 0
    opened: list[tuple[int, int]] = []
    glue = True
    for line in conllu.splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            text, glue = text.rstrip() + "\n", True
        if not line or line.startswith("#"):
            continue
        number, form, _, upos, _, _, head, _, _, misc = line.split("\t")
        if "." in number:
            continue
        first, _, last = number.partition("-")
        if last:
            start = len(text) + (not glue)
            text += ("" if glue else " ") + form
            held, glue = int(last), "SpaceAfter=No" in misc
            at, whole = start, len(text)
            continue
        if int(first) <= held and held:
            start = at
            end = at = min(at + len(form), whole)
            if int(first) == held:
                held = 0
        else:
            held = 0
            start = len(text) + (not glue)
            text += ("" if glue else " ") + form
            end, glue = len(text), "SpaceAfter=No" in misc
        sentence += first == "1"
        words.append(_Word(start, end, sentence, int(first), int(head), upos))
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        for mark in _ENTITY.finditer(entity[1]) if entity else ():
            if mark[1]:
                opened.append((int(mark[1]), start))
                if entity is not None and entity[1][mark.end() : mark.end() + 1] == ")":
                    cluster, begin = opened.pop()
                    found.append((begin, end, cluster))
            elif mark[3]:
                at_open = next(i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == int(mark[3]))
                cluster, begin = opened.pop(at_open)
                found.append((begin, end, cluster))
    named = frozenset(cluster for begin, end, cluster in found if _head(words, begin, end) == "PROPN")
    return Clusters(name=name, text=text, mentions=tuple(sorted(found)), named=named)


class _Word(NamedTuple):
    start: int
    end: int
    sentence: int
    number: int
    head: int
    upos: str


def _head(words: Sequence[_Word], start: int, end: int) -> str | None:
    """The part of speech of the head word of a span."""
    inside = [w for w in words if start <= w.start and w.end <= end]
    numbers = {(w.sentence, w.number) for w in inside}
    return next((w.upos for w in inside if (w.sentence, w.head) not in numbers), None)


def litbank(folder: Path) -> Iterator[Clusters]:
    """The documents of LitBank from ``coref/conll``; spaces before marks are taken out."""
    for path in sorted((folder / "coref" / "conll").glob("*.conll")):
        text, found, opened = "", [], []
        inside = False
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) < 5:
                continue
            word = cells[3]
            glue = not text or word in _CLOSERS or text[-1] in "(“[" or text.endswith("``")
            if word in {'"'}:
                glue, inside = inside or not text, not inside
            start = len(text) + (not glue)
            text += ("" if glue else " ") + word
            column = cells[-1].strip() or cells[-2]
            for mark in column.split("|") if column not in {"_", "-", ""} else ():
                number = int(mark.strip("()"))
                if mark.startswith("("):
                    opened.append((number, start))
                if mark.endswith(")"):
                    at = next(i for i in range(len(opened) - 1, -1, -1) if opened[i][0] == number)
                    found.append((opened.pop(at)[1], len(text), number))
        yield Clusters(name=path.stem, text=text, mentions=tuple(sorted(found)))


def clusters_of_entities(gold: Clusters, mentions: Sequence[Mention]) -> dict[str, int]:
    """Our entities by the gold cluster that most of their names stand in."""
    votes: dict[str, Counter[int]] = {}
    for mention in mentions:
        if mention.form == "name" and mention.entity is not None:
            cluster = gold.cluster_at(mention.start, mention.end)
            if cluster is not None:
                votes.setdefault(mention.entity, Counter())[cluster] += 1
    return {entity: vote.most_common(1)[0][0] for entity, vote in votes.items()}
