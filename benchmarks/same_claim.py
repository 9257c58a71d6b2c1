"""Whether two statements say the same, contradict, update or support each other; and the clusters that follow.

    python benchmarks/same_claim.py [--data .data] [--ledger LEDGER] [--limit TOPICS]

Newsroom: all pairs of statements of different pages of a story of which at least one is in a gold cluster. Each story
is judged with the weights fitted on the other eleven. Baselines in the same run: the cosine of TF-IDF vectors and,
where the model is there, of sentence vectors, each at the threshold that suits these very data best. Clusters by
B-cubed over the statements that are in gold clusters; relations between clusters by kind, as the scorer counts them.

ECB+ as a second look, on which nothing was fitted: sentences of different documents of one topic, with the event of the
topic or its twin; a pair is gold where both have a mention of one event that happened. Only what the words and slots
say counts here (average precision, best F1), since a sentence about the same event need not say the same.
"""

from __future__ import annotations

import math
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from unittest import mock

import msgspec
import numpy as np
from lxml import etree

from data import ROOT, corpus, parser
from joining import join_lines
from newsroom_statements import Newsroom, Told, newsroom, pairs
from readings import document, interpret
from results import record, table
from sayso.nouns import Claim, Judgement, Page, Statement
from sayso.nouns.judged import RelationKind
from sayso.origins.clusters import between, clusters
from sayso.origins.matching import Seen, judge, possible
from sayso.origins.matching.features import compared, features
from sayso.origins.matching.model import likelihood
from sayso.origins.statements import page_of, statements_of
from sayso.origins.stories import affinity, signature
from sayso.plugins import DEFAULT_PROFILE, load_reader

sys.path.append(str(ROOT))

Pair = tuple[Told, Told, Seen]
KINDS = ("updates", "contradicts", "supports")
STEPS = [step / 40 for step in range(2, 39)]


class Words:
    """Cosine of TF-IDF vectors of stems, the frequencies from these very statements."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        known = list(statements)
        spread = Counter(word for s in known for word in set(s.words))
        self._rarity = {word: math.log(len(known) / count) for word, count in spread.items()}

    def __call__(self, a: Statement, b: Statement) -> float:
        top = sum(self._rarity[w] ** 2 for w in set(a.words) & set(b.words))
        sizes = [sum(self._rarity[w] ** 2 for w in set(s.words)) for s in (a, b)]
        return top / math.sqrt(sizes[0] * sizes[1]) if all(sizes) else 0.0


def f1(hit: int, found: int, gold: int) -> tuple[float, float, float]:
    precision, recall = hit / found if found else 0.0, hit / gold if gold else 0.0
    return precision, recall, 2 * hit / (found + gold) if found + gold else 0.0


def b_cubed(told: Sequence[Told], groups: Sequence[Sequence[str]]) -> tuple[float, float, float]:
    """Precision, recall, F1 over the statements of gold clusters (Bagga & Baldwin 1998); of a statement in two gold
    clusters either will do."""
    mine = {t.statement.key: t for t in told if t.clusters}
    home = {key: [k for k in group if k in mine] for group in groups for key in group}
    size = Counter(c for t in mine.values() for c in t.clusters)
    right, whole = [], []
    for key, one in mine.items():
        shared = [sum(c in mine[k].clusters for k in home[key]) for c in one.clusters]
        best = max(range(len(shared)), key=shared.__getitem__)
        right.append(shared[best] / len(home[key]))
        whole.append(shared[best] / size[sorted(one.clusters)[0]] if len(one.clusters) == 1 else 1.0)
    precision, recall = float(np.mean(right)), float(np.mean(whole))
    return precision, recall, 2 * precision * recall / (precision + recall)


def best_threshold(scores: Sequence[float], gold: Sequence[bool]) -> float:
    values, truth = np.array(scores), np.array(gold)

    def at(step: float) -> float:
        return f1(int((truth & (values >= step)).sum()), int((values >= step).sum()), int(truth.sum()))[2]

    return max(STEPS, key=at)


def as_same(pair: Pair, score: float, threshold: float) -> Judgement:
    """What a baseline makes of a pair: the same from a threshold on."""
    a, b, _ = pair
    kind: RelationKind = "same" if score >= threshold else "unrelated"
    return Judgement(
        a=a.statement.key, b=b.statement.key, kind=kind, score=0.9, why="text similarity alone", by="model"
    )


def judged(room: Newsroom, found: Mapping[str, list[Pair]]) -> dict[str, list[Judgement]]:
    """The judgements of each story, by the weights of the others."""
    from training.match import examples  # which imports this folder in its turn

    learnt = examples(room)
    made = {}
    for story, own in found.items():
        weights = learnt.weights(without=story)

        def chance(values: Mapping[str, float], weights: Mapping[str, float] = weights) -> float:
            return 1 / (1 + math.exp(-sum(weights.get(n, 0.0) * v for n, v in values.items())))

        with mock.patch.object(sys.modules["sayso.origins.matching.judge"], "likelihood", chance):
            made[story] = [judge(a.statement, a.page, b.statement, b.page, s) for a, b, s in own]
    return made


def evaluated(room: Newsroom, found: Mapping[str, list[Pair]], made: Mapping[str, list[Judgement]]) -> list[float]:
    """P, R, F1 of pairs; B-cubed P, R, F1; P, R, F1 of relations between clusters."""
    by_key = {t.statement.key: t for t in room.told}
    hit = given = 0
    gold = sum(bool(a.clusters & b.clusters) for own in found.values() for a, b, _ in own)
    all_groups: list[tuple[str, ...]] = []
    ties: set[tuple[str, str, str, str]] = set()
    loose = 0
    for story, judgements in made.items():
        for judgement in judgements:
            a, b = by_key[judgement.a], by_key[judgement.b]
            if judgement.kind == "same" and (a.clusters or b.clusters):
                given += 1
                hit += bool(a.clusters & b.clusters)
        groups = clusters([t.statement.key for t in room.told if t.story == story], judgements)
        all_groups += groups
        for tie in between(groups, judgements):
            named = [(story, tie.kind, *sorted((x, y))) for x in by_key[tie.a].clusters for y in by_key[tie.b].clusters]
            right = [name for name in named if name in _gold(room)]
            ties |= set(right[:1] or named[:1])  # type: ignore[arg-type]
            loose += not named
    right_ties = len(ties & _gold(room))
    return [
        *f1(hit, given, gold),
        *b_cubed(room.told, all_groups),
        *f1(right_ties, len(ties) + loose, len(_gold(room))),
    ]


def _gold(room: Newsroom) -> set[tuple[str, str, str, str]]:
    return {(story, kind, *sorted((a, b))) for story, kind, a, b in room.relations}  # type: ignore[misc]


def newsroom_rows(room: Newsroom) -> list[list[object]]:
    """One row a system."""
    found: dict[str, list[Pair]] = {}
    for story, told in room.stories().items():
        found[story] = list(pairs(told, room.texts))
    everything = [pair for own in found.values() for pair in own]
    asked = [pair for pair in everything if pair[0].clusters or pair[1].clusters]
    gold = [bool(a.clusters & b.clusters) for a, b, _ in asked]
    words = Words(t.statement for t in room.told)
    systems: dict[str, Callable[[Pair], float]] = {
        "text similarity alone (TF-IDF)": lambda pair: words(pair[0].statement, pair[1].statement)
    }
    if everything[0][2].cosine is not None:
        systems["sentence vectors alone"] = lambda pair: pair[2].cosine or 0.0
    rows = []
    for name, score in systems.items():
        least = best_threshold([score(pair) for pair in asked], gold)
        made = {story: [as_same(pair, score(pair), least) for pair in own] for story, own in found.items()}
        rows.append([f"{name}, ≥ {least:.2f}", *evaluated(room, found, made)])
    near = {
        story: [pair for pair in own if possible(pair[0].statement, pair[1].statement, pair[2].affinity)]
        for story, own in found.items()
    }
    made = judged(room, near)
    rows.append(["sayso, by the weights of the other stories", *evaluated(room, found, made)])
    bare = {
        s: [msgspec.structs.replace(j, kind="unsure") if j.by == "model" else j for j in js] for s, js in made.items()
    }
    rows.append(["sayso, rules alone", *evaluated(room, found, bare)])
    return rows


# ---------------------------------------------------------------- ECB+
def ecb(data: Path, topics: int) -> dict[str, list[tuple[Statement, Page, frozenset[str]]]]:
    """The sentences of the corpus that were fully annotated, by topic: statement, page, events that happened."""
    folder = data / "claims" / "ecbplus"
    reader = load_reader(DEFAULT_PROFILE)
    found: dict[str, list[tuple[Statement, Page, frozenset[str]]]] = defaultdict(list)
    names = sorted((folder / "ECB+").glob("[0-9]*"), key=lambda f: int(f.name))[:topics]
    for topic in names:
        for file in sorted(topic.glob("*.xml"))[:_DOCUMENTS]:
            root = etree.parse(file).getroot()
            lines, events = _lines(root, skip="plus" in file.name)
            text, ranges = join_lines(lines)
            reading = interpret(msgspec.structs.replace(document(text, file.name), id=file.name), reader)
            page = page_of(reading)
            claims = [_claim(n, own, text, reading.claims) for n, own in enumerate(ranges) if events[n]]
            kept = [claim for claim in claims if claim is not None]
            made = statements_of(msgspec.structs.replace(reading, claims=tuple(c for _, c in kept)))
            found[topic.name] += [(s, page, events[n]) for (n, _), s in zip(kept, made, strict=True)]
    return found


#: documents of a topic, at most
_DOCUMENTS = 16


def _lines(root: etree._Element, *, skip: bool) -> tuple[list[list[str]], list[frozenset[str]]]:
    """Tokens by sentence, and the events of each; the first sentence of the later documents is an address."""
    sentence, words = {}, defaultdict(list)
    for token in root.iter("token"):
        sentence[token.get("t_id")] = int(token.get("sentence", "0"))
        words[int(token.get("sentence", "0"))].append(token.text or "")
    anchors, happened = {}, set()
    for mention in root.iterfind("Markables/*"):
        tokens = [anchor.get("t_id") for anchor in mention.iter("token_anchor")]
        if tokens:
            anchors[mention.get("m_id")] = sentence[tokens[0]]
            if mention.tag == "ACTION_OCCURRENCE":
                happened.add(mention.get("m_id"))
    events: dict[int, set[str]] = defaultdict(set)
    for chain in root.iter("CROSS_DOC_COREF"):
        for source in chain.iter("source"):
            if source.get("m_id") in happened:
                events[anchors[source.get("m_id")]].add(chain.get("note") or "")
    kept = [n for n in sorted(words) if not (skip and n == 0)]
    return [words[n] for n in kept], [frozenset(events[n]) for n in kept]


def _claim(
    number: int, ranges: Sequence[tuple[int, int]], text: str, claims: Sequence[Claim]
) -> tuple[int, Claim] | None:
    """A sentence as a claim, with all that the claims read in it have."""
    start, end = ranges[0][0], ranges[-1][1]
    inside = [c for c in claims if c.start < end and start < c.end]
    if not inside:
        return None
    first = inside[0]

    def every(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(item for c in inside for item in getattr(c, name)))

    return number, msgspec.structs.replace(
        first,
        id=f"c{number}",
        text=text[start:end],
        start=start,
        end=end,
        quantities=every("quantities"),
        times=every("times"),
        places=every("places"),
        entities=every("entities"),
    )


def ecb_rows(found: Mapping[str, list[tuple[Statement, Page, frozenset[str]]]]) -> list[list[object]]:
    words = Words(s for told in found.values() for s, _, _ in told)
    ours, theirs, gold = [], [], []
    for told in found.values():
        signs = {page.document: signature(page, [s for s, p, _ in told if p is page]) for _, page, _ in told}
        for (a, page_a, events_a), (b, page_b, events_b) in combinations(told, 2):
            if a.document == b.document:
                continue
            near = affinity(signs[a.document], signs[b.document])[0]
            ours.append(likelihood(features(compared(a, page_a, b, page_b, Seen(affinity=near)))))
            theirs.append(words(a, b))
            gold.append(bool(events_a & events_b))
    rows = []
    for name, scores in (("text similarity alone (TF-IDF)", theirs), ("sayso", ours)):
        least = best_threshold(scores, gold)
        picked = [g for s, g in zip(scores, gold, strict=True) if s >= least]
        rows.append([name, average_precision(scores, gold), *f1(sum(picked), len(picked), sum(gold))])
    rows.append([f"pairs: {len(gold)}, of one event: {sum(gold)}", "", "", "", ""])
    return rows


def average_precision(scores: Sequence[float], gold: Sequence[bool]) -> float:
    order = np.argsort(-np.array(scores), kind="stable")
    truth = np.array(gold)[order]
    return float((np.cumsum(truth) / np.arange(1, len(truth) + 1))[truth].mean())


def main() -> None:
    options = parser(__doc__)
    options.add_argument("--ledger", type=Path, help="take the newsroom's readings from this ledger (not recorded)")
    options.add_argument("--only", choices=("newsroom", "ecb"), help="one of the two (not recorded)")
    given = options.parse_args()
    lines: list[str] = []
    if given.only != "ecb":
        head = ["newsroom", "pairs P", "R", "F1", "B³ P", "R", "F1", "relations P", "R", "F1"]
        lines += [*table(head, newsroom_rows(newsroom(given.ledger))), ""]
    if given.only != "newsroom":
        rows = ecb_rows(ecb(corpus("claims", given.data), given.limit or 12))
        lines += table(["ECB+, sentences of one event", "average precision", "P", "R", "F1"], rows)
    if given.ledger or given.only or given.limit:
        print("\n".join(lines))
        return
    record("The same claim", "python benchmarks/same_claim.py", lines)


if __name__ == "__main__":
    main()
