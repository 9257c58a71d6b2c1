"""Pronouns: whom *he*, *she* and *they* mean, end to end, on GUM's news and on GAP's development part.

Run:  python benchmarks/speakers.py [--data .data] [--limit N] [--profile NAME]

End to end: the names, the entities and the links are the system's own. GUM: third-person personal and possessive
pronouns whose gold cluster has a mention headed by a proper noun; right when the entity linked is the gold one (most
of its names stand in that cluster). GAP: a pronoun means A where it has the same entity as the name at A; F1 over the
pairs as published, by the sex of the pronoun, and the ratio of the two. The peers run on the same names: the nearest
fitting name, and the subject of the sentence or of the one before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from coreference import Clusters, Context, clusters_of_entities, gap, gum, gum_split
from data import corpus
from readings import document, options, reader_of, report
from results import table
from sayso.nouns.document import Document
from sayso.nouns.mention import Mention
from sayso.reader.layers import Layers, Reader
from sayso.speakers import Speakers, resolve
from sayso.speakers.features import Anaphor, Candidate
from sayso.speakers.ranker import choose
from sayso.speakers.walk import Chooser

SHOWN = {"he", "she", "they"}
GROUPS = {
    "he": "he",
    "him": "he",
    "his": "he",
    "she": "she",
    "her": "she",
    "they": "they",
    "them": "they",
    "their": "they",
}


def nearest(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
    """Peer: the figure mentioned last that *he* or *she* fits."""
    for number, candidate in enumerate(candidates):
        if candidate.figure.sex * anaphor.sex >= 0:
            return number, 1.0
    return -1, 1.0


def subject(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
    """Peer: the fitting figure mentioned last as a subject in this sentence or the one before, else the nearest."""
    for number, candidate in enumerate(candidates):
        near = anaphor.spot.sentence - candidate.spot.sentence < 2
        if candidate.figure.sex * anaphor.sex >= 0 and candidate.spot.slot == "subj" and near and not candidate.ahead:
            return number, 1.0
    return nearest(anaphor, candidates)


SYSTEMS: dict[str, Chooser] = {"**sayso**": choose, "nearest fitting name": nearest, "last fitting subject": subject}


class Readings:
    """What a reader gives for each text; read once for all systems."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self._kept: dict[str, tuple[Document, Layers]] = {}

    def resolved(self, text: str, chooser: Chooser, extra: Sequence[tuple[int, int]] = ()) -> Speakers:
        """The entities and links of one text; ``extra`` are names given where the reader found none."""
        if text not in self._kept:
            made = document(text, "text")
            self._kept[text] = made, self.reader.read(made)
        made, layers = self._kept[text]
        return resolve(made, _with_names(layers, text, extra), chooser)


def _with_names(layers: Layers, text: str, extra: Sequence[tuple[int, int]]) -> Layers:
    missing = [
        (start, end)
        for start, end in extra
        if not any(m.form == "name" and m.start < end and start < m.end for m in layers.mentions)
    ]
    given = [
        Mention(id=f"x{n}", start=a, end=b, text=text[a:b], type="person", entity=None, form="name")
        for n, (a, b) in enumerate(missing)
    ]
    return msgspec.structs.replace(layers, mentions=tuple(sorted((*layers.mentions, *given), key=lambda m: m.start)))


@dataclass
class Count:
    """Right, wrongly linked and all."""

    right: int = 0
    linked: int = 0
    total: int = 0

    def add(self, *, right: bool, linked: bool) -> None:
        self.right += right
        self.linked += linked
        self.total += 1


def gum_counts(documents: Sequence[Clusters], readings: Readings, chooser: Chooser) -> dict[str, Count]:
    counts = {group: Count() for group in (*sorted(SHOWN), "all")}
    for gold in documents:
        found = readings.resolved(gold.text, chooser)
        ours = clusters_of_entities(gold, found.mentions)
        by_span = {(m.start, m.end): m for m in found.mentions if m.form == "pronoun"}
        for start, end, cluster in gold.mentions:
            group = GROUPS.get(gold.text[start:end].lower())
            if group is None or cluster not in gold.named:
                continue
            mention = by_span.get((start, end))
            entity = mention.entity if mention is not None else None
            right = entity is not None and ours.get(entity) == cluster
            for key in (group, "all"):
                counts[key].add(right=right, linked=entity is not None)
    return counts


def f1(pairs: Sequence[tuple[bool, bool]]) -> float:
    """F1 of (gold, found) pairs."""
    both = sum(gold and found for gold, found in pairs)
    total = sum(gold for gold, _ in pairs) + sum(found for _, found in pairs)
    return 200 * both / total if total else 0.0


def gap_answers(
    items: Sequence[Context], readings: Readings, chooser: Chooser, *, given: bool
) -> list[tuple[bool, bool]]:
    """For each item whether the pronoun means A, and whether it means B."""
    answers = []
    for item in items:
        found = readings.resolved(item.text, chooser, (item.a, item.b) if given else ())
        meant = next((m.entity for m in found.mentions if m.form == "pronoun" and m.start == item.pronoun[0]), None)
        a, b = (meant is not None and meant in _entities_at(found, span) for span in (item.a, item.b))
        answers.append((a, b))
    return answers


def gap_row(items: Sequence[Context], answers: Sequence[tuple[bool, bool]]) -> list[str]:
    """Accuracy over A, B and neither; F1 of masculine, feminine and all pronouns, and their ratio."""
    gold = [(item.means_a, item.means_b) for item in items]
    right = sum(g == s for g, s in zip(gold, answers, strict=True))
    pairs: dict[bool, list[tuple[bool, bool]]] = {False: [], True: []}
    for item, g, s in zip(items, gold, answers, strict=True):
        pairs[item.feminine] += zip(g, s, strict=True)
    men, women, every = f1(pairs[False]), f1(pairs[True]), f1(pairs[False] + pairs[True])
    ratio = f"{women / men:.2f}" if men else "–"
    return [f"{right / max(len(items), 1):.3f}", f"{men:.1f}", f"{women:.1f}", f"{every:.1f}", ratio]


def _entities_at(found: Speakers, span: tuple[int, int]) -> set[str | None]:
    return {m.entity for m in found.mentions if m.form == "name" and m.start < span[1] and span[0] < m.end} - {None}


def gum_lines(data: Path, readings: Readings, limit: int | None) -> Iterator[str]:
    names = [n for part in ("train", "dev") for n in gum_split(data / "gum", part) if "_news_" in n]
    documents = list(gum(data / "gum", names))[:limit]
    yield (
        f"GUM news, {len(documents)} documents of its train and dev parts (no weight was fitted on them): "
        "share of pronouns linked to the gold entity."
    )
    yield ""
    rows = []
    for name, chooser in SYSTEMS.items():
        counts = gum_counts(documents, readings, chooser)
        cells = [f"{c.right / c.total:.3f} of {c.total}" if c.total else "–" for c in counts.values()]
        rows.append([name, *cells, f"{counts['all'].right / max(counts['all'].linked, 1):.3f}"])
    yield from table(["system", *counts, "right of those linked"], rows)


def gap_lines(data: Path, readings: Readings, limit: int | None) -> Iterator[str]:
    items = gap(data / "gap" / "gap-development.tsv")[:limit]
    yield (
        f"GAP, development part ({len(items)} items): accuracy over A, B, neither; F1 as published. The weights for "
        "parsed texts were fitted on none of it, those for texts without a parse (profile rules) on its even half."
    )
    yield ""
    rows = []
    for name, chooser in SYSTEMS.items():
        answers = gap_answers(items, readings, chooser, given=False)
        rows.append([name, "own", *gap_row(items, answers)])
        if chooser is choose:
            rows.append([f"{name}, odd half", "own", *gap_row(items[1::2], answers[1::2])])
            answers = gap_answers(items, readings, chooser, given=True)
            rows.append([name, "A and B given", *gap_row(items, answers)])
            rows.append([f"{name}, odd half", "A and B given", *gap_row(items[1::2], answers[1::2])])
    yield from table(["system", "names", "accuracy", "F1 he", "F1 she", "F1", "she / he"], rows)


def main() -> None:
    given = options(__doc__).parse_args()
    data, readings = corpus("language", given.data) / "nlp", Readings(reader_of(given))
    lines = [*gum_lines(data, readings, given.limit), "", *gap_lines(data, readings, given.limit)]
    report("Pronoun speakers", "speakers.py", given, lines)


if __name__ == "__main__":
    main()
