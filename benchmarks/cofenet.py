"""Attribution under CofeNet's protocol: PolNeAR's validation items, one sentence each, flat labels on tokens.

Run:  python benchmarks/cofenet.py [--profile rules|model] [--data .data] [--limit N]

Protocol (cofe-ai/CofeNet, exe/eval/evaluation.py): an item is one sentence as tokens with BIO labels of source, cue and
content. *exact*: same first and last token; *begin*: same first token; *Jaccard*: the mean, over all gold spans and
the predicted spans that touch none, of the best overlap divided by the common extent. Each item is read as a document
of its own, as there; its tokens are joined to text, and the hops without a parent are mapped back to tokens.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from data import corpus
from joining import Range, join, touched
from readings import document, options, reader_of, report
from results import table
from sayso.nouns.attribution import Attribution
from sayso.reader.layers import Reader

ROLES = ("source", "cue", "content")
Spans = dict[str, list[Range]]
#: Published on the test items; the last was measured on these.
PEERS = [
    ["CofeNet, BERT-base (test items, published)", "83.2", "75.3", "72.9"],
    ["BERT-base with labels alone (test items, published)", "81.1", "74.0", "68.9"],
    ["MiniLM tagger, 3 epochs", "76.0", "70.1", "60.2"],
]


def items(path: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Tokens and labels of each item."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        yield item["tokens"], item["labels"]


def labelled(labels: Sequence[str]) -> Spans:
    """The spans of BIO labels; an I that continues nothing of its role is ignored, as in the protocol."""
    found: Spans = {role: [] for role in ROLES}
    role, first = "", 0
    for i, label in enumerate([*labels, "O"]):
        if role and label == f"I-{role}":
            continue
        if role:
            found[role].append((first, i))
        role, first = (label[2:], i) if label.startswith("B-") else ("", i)
    return found


def predicted(attributions: Sequence[Attribution], ranges: Sequence[Range]) -> Spans:
    """The spans in tokens of the hops that stand in no other, each once."""
    found: dict[str, set[Range]] = {role: set() for role in ROLES}
    for one in attributions:
        if one.parent is None:
            cue = [(one.cue.start, one.cue.end)] if one.cue else []
            for role, spans in (("source", one.source.spans), ("cue", cue), ("content", one.content.spans)):
                found[role].update(hit for span in spans if (hit := touched(ranges, *span)))
    return {role: sorted(spans) for role, spans in found.items()}


def closeness(a: Range, b: Range) -> float:
    """Overlap of two spans divided by their common extent, 0 to 1."""
    return max(0.0, (min(a[1], b[1]) - max(a[0], b[0])) / (max(a[1], b[1]) - min(a[0], b[0])))


def f1(right: int, read: int, gold: int) -> float:
    """F1 in per cent."""
    return round(200 * right / (read + gold), 1) if read + gold else 0.0


def score(pairs: Sequence[tuple[Spans, Spans]], role: str) -> tuple[float, float, float, int]:
    """Exact F1, begin F1 and Jaccard of one role in per cent, and the number of gold spans; pairs are gold, read."""
    exact = begin = n_read = n_gold = b_read = b_gold = 0
    close: list[float] = []
    for gold, read in ((g[role], r[role]) for g, r in pairs):
        n_gold, n_read = n_gold + len(gold), n_read + len(read)
        exact += len(set(gold) & set(read))
        starts = [{first for first, _ in spans} for spans in (gold, read)]
        begin += len(starts[0] & starts[1])
        b_gold, b_read = b_gold + len(gold), b_read + len(read)
        close += [max((closeness(g, r) for r in read), default=0.0) for g in gold]
        close += [0.0 for r in read if not any(closeness(r, g) for g in gold)]
    jaccard = round(100 * sum(close) / len(close), 1) if close else 0.0
    return f1(exact, n_read, n_gold), f1(begin, b_read, b_gold), jaccard, n_gold


def read_items(reader: Reader, path: Path, limit: int | None) -> list[tuple[Spans, Spans]]:
    """Gold and read spans of each item."""
    pairs = []
    for number, (tokens, labels) in enumerate(islice(items(path), limit)):
        text, ranges = join(tokens)
        layers = reader.read(document(text, f"item {number}"))
        pairs.append((labelled(labels), predicted(layers.attributions, ranges)))
    return pairs


def main() -> None:
    given = options(__doc__).parse_args()
    path = corpus("polnear", given.data) / "polnear_cofenet" / "valid.txt"
    pairs = read_items(reader_of(given), path, given.limit)
    scores = {role: score(pairs, role) for role in ROLES}
    ours = [[f"**sayso, {given.profile}**", *(scores[role][0] for role in ROLES)]]
    lines = [f"{len(pairs)} items; exact F1.", "", *table(["system", *ROLES], [[*map(cell, r)] for r in ours + PEERS])]
    rows = [[role, *map(cell, scores[role])] for role in ROLES]
    lines += ["", *table(["role", "exact F1", "begin F1", "Jaccard", "spans"], rows)]
    report("Attribution under CofeNet's protocol", "cofenet.py", given, lines)


def cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)


if __name__ == "__main__":
    main()
