"""Attribution: PolNeAR, development part, read from its text.

Run:  python benchmarks/attribution.py [--profile rules|model] [--data .data] [--limit N] [--errors N]

The scorer is ``shared/scoring/score_polnear.py``, which defines token, exact and overlap F1 and the whole attributions.
It is applied to all attributions of a reading and to those alone that stand in no other (*outer*): PolNeAR marks one
layer. Intervals are from a bootstrap over articles. ``--errors N`` prints N attributions that were not read exactly.
"""

from __future__ import annotations

import json
import random
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from content_recall import MANNERS, Recall, content_recall
from data import corpus
from readings import document, interpret, options, reader_of, report, scorer
from results import table
from sayso.nouns import to_json

ROLES = ("source", "cue", "content")
WHOLE = ("exact tuple", "soft tuple")
SAMPLES = 1000
#: Figures of others on the same data, with the same measures: exact F1 of the roles, exact and soft tuple. Citron:
#: BBC's quotation extractor, retrained on PolNeAR's training part; annotators: pairs of them on training documents.
PEERS = [
    ["MiniLM tagger, 3 epochs", "78.8", "71.6", "62.4", "45.7", "67.1"],
    ["BBC Citron, retrained", "68.5", "56.4", "47.1", "33.5", "51.7"],
    ["annotators against each other", "78.0", "70.6", "70.7", "58.1", "72.4"],
]
#: An attribution in tokens: the set of each role.
Tokens = dict[str, set[int]]
Figures = dict[str, Any]


@dataclass(frozen=True)
class Article:
    """One article: its text, and its attributions in tokens as annotated and as read (all, and the outer ones)."""

    name: str
    text: str
    gold: list[Tokens]
    read: list[Tokens]
    outer: list[Tokens]


def read_articles(part: Path, polnear: ModuleType, given: Any) -> list[Article]:
    reader = reader_of(given)
    articles = []
    for name, (text, annotators) in list(polnear.gold_of(part).items())[: given.limit]:
        tokens = polnear.tokens(text)
        gold = [{role: polnear.touch(tokens, one.get(role, [])) for role in ROLES} for one in annotators[0]]
        reading = json.loads(to_json(interpret(document(text, name), reader)))
        read, outer = (polnear.predicted(reading, text, outer=only) for only in (False, True))
        articles.append(Article(name, text, gold, read, outer))
    return articles


def figure(scores: Figures, key: str) -> float:
    """F1 of ``exact tuple``, ``source exact``, …"""
    role, _, measure = key.partition(" ")
    found = scores[key] if role not in ROLES else scores[role][measure]
    return float(found[2])


def spans(attributions: Sequence[Tokens], role: str, polnear: ModuleType) -> set[tuple[int, int]]:
    """The spans of a role in one article, each once."""
    return {span for one in attributions for span in polnear.runs(one[role])}


def interval(articles: Sequence[Article], role: str, polnear: ModuleType) -> str:
    """95 % of the exact F1 of a role, over articles drawn with replacement."""
    counts = []
    for one in articles:
        gold, read = spans(one.gold, role, polnear), spans(one.outer, role, polnear)
        counts.append((2 * len(gold & read), len(gold) + len(read)))
    draw = random.Random(1)
    values = []
    for _ in range(SAMPLES):
        right, every = map(sum, zip(*draw.choices(counts, k=len(counts)), strict=True))
        values.append(100 * right / every if every else 0.0)
    cuts = statistics.quantiles(values, n=40)
    return between(cuts[0], cuts[-1])


def between(low: float, high: float) -> str:
    return f"{low:.1f} to {high:.1f}"


def lines_of(articles: Sequence[Article], polnear: ModuleType, profile: str) -> Iterator[str]:
    every = [(one.gold, one.read) for one in articles]
    outer = [(one.gold, one.outer) for one in articles]
    keys = [*(f"{role} exact" for role in ROLES), *WHOLE]
    scores = {"all": polnear.score(every), "outer": polnear.score(outer)}
    rows: list[list[object]] = [
        [f"**sayso, {profile}**, {which}", *(figure(s, key) for key in keys)] for which, s in scores.items()
    ]
    own = [interval(articles, role, polnear) for role in ROLES]
    rows.append(["95 % interval, outer", *own, "", between(*scores["outer"]["soft tuple 95%"])])
    counts = scores["outer"]["counts"]
    yield f"{counts['articles']} articles, {counts['gold']} attributions; exact F1, and whole attributions."
    yield ""
    rows += [list(peer) for peer in PEERS]
    yield from table(["system", *ROLES, *WHOLE], [[cell(value) for value in row] for row in rows])
    yield ""
    yield "The parts, of the outer attributions:"
    yield ""
    parts = scores["outer"]
    measured = [[role, *parts[role]["exact"], parts[role]["token"][2], parts[role]["overlap"][2]] for role in ROLES]
    header = ["role", "exact precision", "recall", "F1", "token F1", "overlap F1"]
    yield from table(header, [[cell(value) for value in row] for row in measured])
    yield ""
    yield f"Attributions paired by their cues: F1 {parts['aligned'][2]}."
    yield ""
    yield from recall_lines(content_recall([(one.text, one.gold, one.outer) for one in articles], polnear.tokens))


def recall_lines(recall: dict[str, Recall]) -> Iterator[str]:
    """How many contents were read to the token, by manner."""
    rows = [[manner, r.exact_share, r.gold, r.gold - r.exact, r.one_off] for manner, r in recall.items()]
    header = ["contents", "read exactly, %", "annotated", "missed", "of these one token off"]
    yield from table(header, [[cell(value) for value in row] for row in rows])
    missed = sum(recall[manner].gold - recall[manner].exact for manner in MANNERS)
    yield ""
    yield f"Contents missed: {missed}, of these {sum(recall[m].one_off for m in MANNERS)} by one token."


def nearest(gold: Tokens, read: Sequence[Tokens]) -> Tokens | None:
    """The attribution read with the same cue, in part at least; of several the one with the content most alike."""
    same = [one for one in read if gold["cue"] & one["cue"]]
    return max(same, key=lambda one: len(gold["content"] & one["content"]), default=None)


def errors(articles: Sequence[Article], polnear: ModuleType, number: int) -> Iterator[str]:
    """A sample of the attributions that were missed or read otherwise: each role as annotated and as read."""
    pairs = [(one, gold, nearest(gold, one.outer)) for one in articles for gold in one.gold]
    wrong = [pair for pair in pairs if pair[1] != pair[2]]
    for one, gold, read in random.Random(1).sample(wrong, min(number, len(wrong))):
        tokens = polnear.tokens(one.text)

        def words(ids: set[int], text: str = one.text, tokens: Sequence[tuple[int, int]] = tokens) -> str:
            return " … ".join(text[tokens[a][0] : tokens[b][1]] for a, b in sorted(polnear.runs(ids))) or "–"

        yield f"{one.name}{'' if read else ': missed'}"
        for role in ROLES:
            yield f"  {role}: {words(gold[role])}"
            if read and read[role] != gold[role]:
                yield f"  {' ' * len(role)}  read as: {words(read[role])}"


def cell(value: object) -> str:
    return f"{value:.1f}" if isinstance(value, float) else str(value)


def main() -> None:
    parser = options(__doc__)
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print so many attributions not read exactly"
    )
    given = parser.parse_args()
    polnear = scorer("score_polnear.py")
    part = corpus("polnear", given.data) / "polnear" / "data" / "dev"
    articles = read_articles(part, polnear, given)
    report("Attribution, PolNeAR", "attribution.py", given, list(lines_of(articles, polnear, given.profile)))
    print("\n".join(errors(articles, polnear, given.errors)))


if __name__ == "__main__":
    main()
