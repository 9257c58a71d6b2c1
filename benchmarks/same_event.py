"""Pages about the same event put together, against what is known of their events.

Run:  python benchmarks/same_event.py [--data .data] [--fit]

Three sets: news of shootings by their incident (SemEval 2018 task 5; incidents with two pages or more), the two events
of each topic of ECB+ (one text each, no dates or titles), and the newsroom stories. Each is split in halves by a hash
of its incident, topic or story: what has to be chosen is chosen on one half, the check half is only measured. B-cubed
and pairwise figures (Bagga and Baldwin 1998). Baselines in the same run: the cosine of TF-IDF over whole texts (counted
on the set itself) and over titles, clustered in the same way, each with the threshold that is best on the fit half.

``--fit`` fits the weights on the fit halves and writes ``lexicon/story_weights.toml``.
"""

from __future__ import annotations

import collections
import itertools
import json
import math
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from data import ROOT, SHARED, corpus, half, parser
from results import record, table
from sayso.lexicon import load
from sayso.nouns import Page
from sayso.origins.stories import Signature, score, signature
from sayso.origins.stories.affinity import features
from sayso.origins.stories.clusters import average_link, candidates
from sayso.origins.stories.terms import terms

FIT = "one half"
WEIGHTS = ROOT / "src" / "sayso" / "lexicon" / "story_weights.toml"
NAMES = ("names", "figures", "words", "title", "shared", "gap", "near", "undated")
#: what must not speak against one event: that texts have something in common
FOR = ("names", "figures", "words", "title", "shared", "near")
Pairs = dict[tuple[int, int], float]


@dataclass(frozen=True)
class Item:
    """One page, the event that it tells of, and the half that it falls in."""

    page: Page
    text: str
    event: str
    fit: bool


def page(document: str, title: str | None, published: str | None) -> Page:
    return Page(
        document=document,
        source=document,
        url=None,
        host=None,
        outlet=None,
        title=title,
        published=published,
        first=published,
        last=published,
        language="en",
    )


def incidents(data: Path) -> list[Item]:
    file = corpus("claims", data) / "claims" / "gva_incidents" / "articles.jsonl"
    rows = [json.loads(line) for line in file.open(encoding="utf-8")]
    count = collections.Counter(row["incident"] for row in rows)
    return [
        Item(
            page(row["id"], row["title"], (row["dct"] or "")[:10] or None),
            row["content"],
            row["incident"],
            half(row["incident"]) == FIT,
        )
        for row in rows
        if count[row["incident"]] > 1
    ]


def ecb(data: Path) -> list[Item]:
    folder = corpus("claims", data) / "claims" / "ecbplus" / "ECB+"
    found = []
    for file in sorted(folder.glob("*/*.xml")):
        sentences: dict[str, list[str]] = collections.defaultdict(list)
        for token in ET.parse(file).getroot().iter("token"):
            sentences[token.get("sentence") or ""].append(token.text or "")
        topic = file.parent.name
        event = topic + ("+" if "plus" in file.stem else "")
        text = "\n".join(" ".join(words) for words in sentences.values())
        found.append(Item(page(file.stem, None, None), text, event, half(topic) == FIT))
    return found


def newsroom(_: Path) -> list[Item]:
    found = []
    for file in sorted((SHARED / "data" / "newsroom").glob("*/*.gold.json")):
        gold = json.loads(file.read_text(encoding="utf-8"))
        if "text" not in gold:
            continue
        story, name = file.parent.name, file.name.split(".")[0]
        published = gold["published"][:10] if gold["published"] else None
        found.append(
            Item(page(f"{story}/{name}", gold["title"], published), gold["text"], story, int(story[:2]) % 2 == 1)
        )
    return found


SETS: dict[str, Callable[[Path], list[Item]]] = {"incidents": incidents, "ECB+": ecb, "newsroom": newsroom}


def own(signatures: Sequence[Signature]) -> Pairs:
    """Our own scores of the pairs that are worth comparing."""
    return {pair: score(signatures[pair[0]], signatures[pair[1]]) for pair in candidates(signatures)}


def cosines(texts: Iterable[str], least: float = 0.02) -> Pairs:
    """The cosine of TF-IDF of all pairs of texts, from ``least``."""
    counts = []
    for text in texts:
        found = terms(text)
        counts.append(found.names + found.figures + found.words)
    held = collections.Counter(term for count in counts for term in count)
    place = {term: i for i, term in enumerate(held)}
    rows = np.zeros((len(counts), len(place)), dtype=np.float32)
    for i, count in enumerate(counts):
        for term, number in count.items():
            rows[i, place[term]] = (1 + math.log(number)) * math.log((1 + len(counts)) / held[term])
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    values = np.triu(rows @ rows.T, 1)
    return {(int(i), int(j)): float(values[i, j]) for i, j in zip(*np.nonzero(values >= least), strict=True)}


def figures(groups: Iterable[Sequence[int]], events: Sequence[str]) -> tuple[float, ...]:
    """B-cubed precision, recall and F1, pairwise precision, recall and F1."""
    size = collections.Counter(events)
    precision = recall = together = right = 0.0
    for group in groups:
        inside = collections.Counter(events[i] for i in group)
        precision += sum(n * n for n in inside.values()) / len(group)
        recall += sum(n * n / size[event] for event, n in inside.items())
        together += math.comb(len(group), 2)
        right += sum(math.comb(n, 2) for n in inside.values())
    true = sum(math.comb(n, 2) for n in size.values())
    b = precision / len(events), recall / len(events)
    p = right / together if together else 1.0, right / true if true else 1.0
    return (*b, f1(*b), *p, f1(*p))


def f1(p: float, r: float) -> float:
    return 2 * p * r / (p + r) if p + r else 0.0


def part(items: Sequence[Item], scores: Pairs, fit: bool, least: float) -> tuple[float, ...]:
    """Figures of one half alone."""
    kept = [i for i, one in enumerate(items) if one.fit == fit]
    at = {i: n for n, i in enumerate(kept)}
    inside = {(at[a], at[b]): value for (a, b), value in scores.items() if a in at and b in at}
    return figures(average_link(len(kept), inside, least), [items[i].event for i in kept])


def chosen(items: Sequence[Item], scores: Pairs) -> float:
    """The threshold with the best B-cubed F1 on the fit half."""
    steps = [0.02 * i for i in range(2, 45)]
    return max(steps, key=lambda least: part(items, scores, True, least)[2])


def compared(name: str, items: Sequence[Item]) -> list[tuple[object, ...]]:
    """The rows of one set."""
    rows: list[tuple[object, ...]] = []
    least = load("story_weights.toml")["clusters"]["least"]
    signatures = [signature(one.page, text=one.text) for one in items]
    methods: dict[str, tuple[Pairs, float | None]] = {
        "sayso": (own(signatures), least),
    }
    methods["TF-IDF, whole text"] = cosines(f"{one.page.title or ''}\n{one.text}" for one in items), None
    if any(one.page.title for one in items):
        methods["TF-IDF, title"] = cosines(one.page.title or "" for one in items), None
    for method, (scores, threshold) in methods.items():
        used = chosen(items, scores) if threshold is None else threshold
        rows.extend(
            (name, method, half_name, f"{used:.2f}", *part(items, scores, fit, used))
            for half_name, fit in (("fit", True), ("check", False))
        )
    return rows


Matrix = npt.NDArray[np.float64]


def examples(items: Sequence[Item], weight: float) -> tuple[Matrix, Matrix, Matrix]:
    """Features, truth and weights of the pairs of the fit half that are worth comparing."""
    signatures = [signature(one.page, text=one.text) for one in items]
    rows, truth = [], []
    for a, b in candidates(signatures):
        if items[a].fit and items[b].fit:
            found = features(signatures[a], signatures[b])
            rows.append([found.get(name, 0.0) for name in NAMES])
            truth.append(float(items[a].event == items[b].event))
    return np.array(rows), np.array(truth), np.full(len(rows), weight / sum(truth))


def logistic(x: Matrix, y: Matrix, weight: Matrix, prior: float = 1e-3) -> dict[str, float]:
    """Weights of maximum likelihood by Newton's steps; one that has the wrong sign is left out, and fitted again."""
    names = list(NAMES)
    while True:
        columns = np.column_stack([x[:, [NAMES.index(name) for name in names]], np.ones(len(x))])
        beta = np.zeros(columns.shape[1])
        for _ in range(60):
            p = 1 / (1 + np.exp(-columns @ beta))
            slope = columns.T @ (weight * (p - y)) + prior * beta
            curve = (columns * (weight * p * (1 - p))[:, None]).T @ columns + prior * np.eye(len(beta))
            beta -= np.linalg.solve(curve, slope)
        wrong = [name for name, value in zip(names, beta, strict=False) if name in FOR and value < 0]
        if not wrong:
            return {**dict(zip(names, beta.tolist(), strict=False)), "bias": float(beta[-1])}
        names = [name for name in names if name != min(wrong, key=lambda n: beta[names.index(n)])]


def fit(sets: dict[str, list[Item]]) -> None:
    """Fit on the fit halves, every set with the same weight, and write the file."""
    parts = [examples(items, 1000.0 * share) for items, share in zip(sets.values(), SHARES, strict=True)]
    x, y, weight = (np.concatenate(arrays) for arrays in zip(*parts, strict=True))
    weights = logistic(x, y, weight)
    head = "".join(line for line in WEIGHTS.read_text(encoding="utf-8").splitlines(True) if line.startswith("#"))
    lines = [f"{name} = {round(weights[name], 2)}" for name in ("bias", *NAMES) if name in weights]
    least = load("story_weights.toml")["clusters"]["least"]
    body = "[affinity]\n" + "\n".join(lines) + f"\n\n[clusters]\nleast = {least}\n"
    WEIGHTS.write_text(head + body, encoding="utf-8")
    print(body)


#: what the sets count in fitting, in the order of SETS
SHARES = (1.0, 0.5, 0.5)


def main(argv: Sequence[str] | None = None) -> None:
    made = parser(__doc__)
    made.add_argument("--fit", action="store_true", help="fit the weights and write them")
    given = made.parse_args(argv)
    sets = {name: read(given.data) for name, read in SETS.items()}
    if given.fit:
        fit(sets)
        load.cache_clear()
    rows = list(itertools.chain.from_iterable(compared(name, items) for name, items in sets.items()))
    header = ("set", "method", "half", "least", "B³ P", "B³ R", "B³ F1", "pair P", "pair R", "pair F1")
    counts = (f"{name}: {len(items)} pages, {len({i.event for i in items})} events" for name, items in sets.items())
    lines = [*table(header, rows), "", "; ".join(counts) + "."]
    if given.fit or given.limit is not None:
        print("\n".join(lines))
        return
    record("Pages of the same event", "python benchmarks/same_event.py", lines)


if __name__ == "__main__":
    main()
