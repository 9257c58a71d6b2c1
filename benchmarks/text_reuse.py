"""Text that pages have from each other, cut, embedded and edited; against MinHash and word 5-grams.

Run:  python benchmarks/text_reuse.py [--data .data] [--limit N]

Three parts. *Newsroom*: all pairs of its 66 articles, gold from the edges *agency* and *copies* (and one *cites* that
copies a paragraph) by what their reasons say. Pairs that have their text from the same third page are true too. *Made
copies*: a quarter of a real article (shootings from SemEval 2018 task 5, one page an incident; PolNeAR) is set into
the middle of another one, with none, 5 and 10 per cent of its words replaced, dropped or doubled, and is looked for
among all articles. *Real pages*: all pairs of the pages on shootings.

Found is a pair that has a fingerprint in common and whose shared text, but for the furniture of its sites, scores at
least one half as a copy; with *rewording* also a pair whose rewording does. The baselines compare sets of word 5-grams:
two pages are a pair from a similarity of .5, the usual threshold, or from the one with the best F1 on these very pairs.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

import numpy as np

from data import SHARED, corpus, half, parser
from results import record, table
from reuse_peers import estimated, grams, jaccard, minhash
from sayso.nouns import Range
from sayso.origins.reuse import copying, fingerprints, furniture, reworded, shared
from sayso.origins.reuse.folding import words_of
from sayso.origins.reuse.furniture import stock
from sayso.origins.reuse.quoted import quoted_before

Pair = tuple[str, str]
KINDS = {
    "whole": r"whole reprint",
    "half": r"^first three",
    "quarter": r"two of six paragraphs|^two paragraphs word for word",
    "embedded": r"embedded|taken word for word|copies a paragraph",
    "reworded": r"reword",
}
SCORE = 0.5
EDITS = (0.0, 0.05, 0.1)
LENGTHS = (15, 20, 25, 40)


def kind_of(edge: Mapping[str, str]) -> str | None:
    """How the text of an edge was taken; null where none was."""
    return next((kind for kind, words in KINDS.items() if re.search(words, edge["why"])), None)


def newsroom() -> tuple[dict[str, str], dict[Pair, str]]:
    """The articles by story and page, and the gold pairs with how the text was taken."""
    folder = SHARED / "data" / "newsroom"
    texts, gold = {}, {}
    for path in sorted(folder.glob("*/*.gold.json")):
        made = json.loads(path.read_text(encoding="utf-8"))
        name = f"{path.parent.name}/{path.name.removesuffix('.gold.json')}"
        if path.name != "story.gold.json":
            texts[name] = made["text"]
            continue
        for edge in made["edges"]:
            if edge["kind"] != "same-utterance" and (kind := kind_of(edge)):
                one, other = sorted(f"{path.parent.name}/{edge[end]}" for end in ("from", "to"))
                gold[one, other] = kind
    return texts, gold


def related(gold: Mapping[Pair, str]) -> set[Pair]:
    """Pairs of pages that have text from the same page, by way of any word-for-word edges."""
    groups: dict[str, set[str]] = {}
    for one, other in (pair for pair, kind in gold.items() if kind != "reworded"):
        joined = groups.get(one, {one}) | groups.get(other, {other})
        groups |= dict.fromkeys(joined, joined)
    return {pair for group in groups.values() for pair in combinations(sorted(group), 2)}


def is_copy(one: str, other: str, ours: Sequence[Range] = (), theirs: Sequence[Range] = ()) -> bool:
    """What sayso says of two texts that it compares, the furniture of their sites left out."""
    reuse = shared("a", one, "b", other, furniture_a=ours, furniture_b=theirs)
    return reuse is not None and copying(reuse).score >= SCORE


class Sites:
    """What the pages of each site repeat."""

    def __init__(self, pages: Iterable[Article]) -> None:
        self._texts: dict[str, list[str]] = defaultdict(list)
        self._known: dict[str, tuple[Range, ...]] = {}
        for page in pages:
            self._texts[page.site].append(page.text)

    def of(self, page: Article) -> tuple[Range, ...]:
        if page.name not in self._known:
            self._known[page.name] = self.in_text(page.text, page.site)
        return self._known[page.name]

    def in_text(self, text: str, site: str) -> tuple[Range, ...]:
        return furniture(text, [other for other in self._texts[site] if other != text])


def best(scores: Mapping[Pair, float], true: set[Pair]) -> float:
    """The threshold with the best F1 on these pairs."""
    ranked = sorted(((s, p in true) for p, s in scores.items() if s > 0), reverse=True)
    right, chosen, top = 0, 1.0, 0.0
    for count, (score, is_true) in enumerate(ranked, 1):
        right += is_true
        if (f1 := 2 * right / (count + len(true))) > top:
            chosen, top = score, f1
    return chosen


def newsroom_rows() -> list[list[object]]:
    """One row a method: recall for each way of taking text, false pairs, precision."""
    texts, gold = newsroom()
    true = {pair for pair, kind in gold.items() if kind != "reworded"}
    also = related(gold)
    prints = {name: set(fingerprints(text)) for name, text in texts.items()}
    bags = {name: grams(text) for name, text in texts.items()}
    hashes = {name: minhash(bag) for name, bag in bags.items()}
    pairs = list(combinations(sorted(texts), 2))
    near = {pair for pair in pairs if prints[pair[0]] & prints[pair[1]]}
    copies = {(a, b) for a, b in near if is_copy(texts[a], texts[b])}
    again = {(a, b) for a, b in pairs if (r := reworded(texts[a], texts[b])) and r.score >= SCORE}
    found: dict[str, set[Pair]] = {
        "sayso": copies,
        "sayso, with rewording": copies | again,
        "sayso, any fingerprint in common": near,
    }
    for name, value in (
        ("MinHash", {(a, b): estimated(hashes[a], hashes[b]) for a, b in pairs}),
        ("word 5-gram Jaccard", {(a, b): jaccard(bags[a], bags[b]) for a, b in pairs}),
    ):
        found[f"{name} ≥ .5"] = {pair for pair, score in value.items() if score >= 0.5}
        threshold = best(value, true)
        found[f"{name}, best threshold here ({threshold:.3f})"] = {p for p, s in value.items() if s >= threshold}
    rows = []
    for method, said in found.items():
        row: list[object] = [method]
        for kind in KINDS:
            of_kind = [pair for pair, other in gold.items() if other == kind]
            row.append(f"{sum(pair in said for pair in of_kind)} of {len(of_kind)}")
        wrong = [pair for pair in said if pair not in gold and pair not in also]
        rows.append([*row, len(wrong), 1 - len(wrong) / len(said) if said else "–"])
    return rows


@dataclass(frozen=True)
class Article:
    """A real article; ``about`` is its incident, or itself; ``site`` the domain that it is from, or its outlet."""

    name: str
    about: str
    site: str
    text: str


def articles(data: Path) -> Iterator[Article]:
    """Pages on shootings, then PolNeAR's articles."""
    where = corpus("claims", data) / "claims" / "gva_incidents" / "articles.jsonl"
    for line in where.read_text(encoding="utf-8").splitlines():
        made = json.loads(line)
        host = (
            re.sub(r"^https?://web\.archive\.org/web/\d+/", "", made["uri"]).split("//")[-1].split("/")[0].split(":")[0]
        )
        yield Article(made["id"], made["incident"], ".".join(host.split(".")[-2:]), made["content"])
    for path in sorted((corpus("polnear", data) / "polnear" / "data").rglob("*.txt")):
        yield Article(path.stem, path.stem, path.stem.split("_")[0], path.read_text(encoding="utf-8"))


def edited(words: Sequence[str], rate: float, vocabulary: Sequence[str], dice: random.Random) -> list[str]:
    """The words with a part of them replaced, dropped or followed by another one."""
    made: list[str] = []
    for word in words:
        if dice.random() >= rate:
            made.append(word)
        else:
            made += dice.choice(([], [dice.choice(vocabulary)], [word, dice.choice(vocabulary)]))
    return made


def embedded(source: str, host: str, length: int | None, rate: float, words: Sequence[str], dice: random.Random) -> str:
    """``length`` words (or a quarter) of one text, edited, as a paragraph in the middle of another one."""
    cut = source.split()
    length = length or len(cut) // 4
    start = dice.randrange(max(1, len(cut) - length))
    around = host.split("\n")
    middle = len(around) // 2
    passage = " ".join(edited(cut[start : start + length], rate, words, dice))
    return "\n".join([*around[:middle], passage, *around[middle:]])


class Index:
    """Articles by their fingerprints, and by the baselines."""

    def __init__(self, pages: Sequence[Article], sites: Sites) -> None:
        texts = {page.name: page.text for page in pages}
        self._pages = {page.name: page for page in pages}
        self._sites = sites
        self._by_print: dict[int, list[str]] = defaultdict(list)
        for name, text in texts.items():
            for number in fingerprints(text):
                self._by_print[number].append(name)
        self._bags = {name: grams(text) for name, text in texts.items()}
        self._by_gram: dict[int, list[str]] = defaultdict(list)
        for name, bag in self._bags.items():
            for gram in bag:
                self._by_gram[gram].append(name)
        self._names = list(texts)
        self._hashes = np.stack([minhash(bag) for bag in self._bags.values()])

    def copies(self, text: str, site: str) -> set[str]:
        ours = self._sites.in_text(text, site)
        near = [self._pages[name] for name in {n for mark in fingerprints(text) for n in self._by_print.get(mark, ())}]
        return {page.name for page in near if is_copy(text, page.text, ours, self._sites.of(page))}

    def jaccard(self, text: str, threshold: float) -> set[str]:
        bag = grams(text)
        near = {name for gram in bag for name in self._by_gram.get(gram, ())}
        return {name for name in near if jaccard(bag, self._bags[name]) >= threshold}

    def minhash(self, text: str, threshold: float) -> set[str]:
        alike = (self._hashes == minhash(grams(text))).mean(axis=1)
        return {self._names[at] for at in np.flatnonzero(alike >= threshold)}


def made_rows(chosen: Sequence[Article], sites: Sites, copies: int) -> list[list[object]]:
    """Quarters of articles set into others: how many are found, and how many others beside."""
    index = Index(chosen, sites)
    words = sorted({word for article in chosen for word in article.text.split() if word.isalpha()})
    methods: dict[str, Callable[[str, str], set[str]]] = {
        "sayso": index.copies,
        "MinHash ≥ .5": lambda text, _: index.minhash(text, 0.5),
        "MinHash ≥ .05": lambda text, _: index.minhash(text, 0.05),
        "word 5-gram Jaccard ≥ .5": lambda text, _: index.jaccard(text, 0.5),
        "word 5-gram Jaccard ≥ .05": lambda text, _: index.jaccard(text, 0.05),
    }
    counts: dict[str, Counter[object]] = {method: Counter() for method in methods}
    for rate in EDITS:
        dice = random.Random(11)
        for _ in range(copies):
            source, host = dice.sample(chosen, 2)
            text = embedded(source.text, host.text, None, rate, words, dice)
            for method, find in methods.items():
                said = find(text, host.site) - {host.name}
                counts[method][rate] += source.name in said
                counts[method][half(source.about), rate] += source.name in said
                counts[method]["false"] += len(said - {source.name})
            counts["sayso"]["of", half(source.about), rate] += 1
    rows = [[method, *(counts[method][rate] / copies for rate in EDITS), counts[method]["false"]] for method in methods]
    for name in ("one half", "other half"):
        of_half = [counts["sayso"][name, rate] / max(1, counts["sayso"]["of", name, rate]) for rate in EDITS]
        rows.insert(1, [f"sayso, {name}", *of_half, "–"])
    return rows


def length_rows(chosen: Sequence[Article], copies: int) -> list[list[object]]:
    """Short passages of real articles set into others: recall by their length and the edits."""
    words = sorted({word for article in chosen for word in article.text.split() if word.isalpha()})
    rows: list[list[object]] = []
    for length in LENGTHS:
        row: list[object] = [length]
        for rate in EDITS:
            dice, near, found = random.Random(5), 0, 0
            for _ in range(copies):
                source, host = dice.sample(chosen, 2)
                text = embedded(source.text, host.text, length, rate, words, dice)
                common = bool(set(fingerprints(text)) & set(fingerprints(source.text)))
                near += common
                found += common and shared("a", text, "b", source.text) is not None
            row.append(f"{near / copies:.2f} / {found / copies:.2f}")
        rows.append(row)
    return rows


def real_rows(pages: Sequence[Article], sites: Sites) -> list[list[object]]:
    """Pairs of real pages that are found, on the same incident and on different ones."""
    by_print: dict[int, list[int]] = defaultdict(list)
    for number, page in enumerate(pages):
        for mark in fingerprints(page.text):
            by_print[mark].append(number)
    near = {pair for marked in by_print.values() for pair in combinations(marked, 2)}
    incidents = Counter(page.about for page in pages)
    same = sum(count * (count - 1) // 2 for count in incidents.values())
    totals = {True: same, False: len(pages) * (len(pages) - 1) // 2 - same}
    counts: Counter[tuple[bool, str]] = Counter()
    for a, b in near:
        kind = pages[a].about == pages[b].about
        counts[kind, "near"] += 1
        counts[kind, "copy"] += is_copy(pages[a].text, pages[b].text)
        counts[kind, "site"] += is_copy(pages[a].text, pages[b].text, sites.of(pages[a]), sites.of(pages[b]))
    return [
        [name, totals[kind], *(counts[kind, what] for what in ("near", "copy", "site"))]
        for kind, name in ((True, "same incident"), (False, "different incidents"))
    ]


def milliseconds(work: Callable[[str, str], object], texts: Sequence[str]) -> float:
    """CPU time of one call, in milliseconds, with nothing remembered from an earlier one."""
    total = 0.0
    for pair in pairwise(texts):
        words_of.cache_clear()
        quoted_before.cache_clear()
        stock.cache_clear()
        fingerprints.cache_clear()
        started = time.process_time()
        work(*pair)
        total += time.process_time() - started
    return 1000 * total / (len(texts) - 1)


def of_words(texts: Iterable[str], length: int) -> Iterator[str]:
    """Texts of so many words, made of real ones."""
    held: list[str] = []
    for text in texts:
        held += text.split(" ")
        while len(held) >= length:
            yield " ".join(held[:length])
            held = held[length:]


def main() -> None:
    asked = parser(__doc__)
    options = asked.parse_args()
    everything = list(articles(options.data))
    pages = [a for a in everything if a.name != a.about and len(a.text.split()) >= 60][: options.limit]
    seen: set[str] = set()
    chosen = []
    for article in everything:
        if 150 <= len(article.text.split()) <= 800 and article.about not in seen:
            seen.add(article.about)
            chosen.append(article)
    chosen = random.Random(3).sample(chosen, min(len(chosen), options.limit or 1000))
    sites = Sites(everything)
    copies = min(300, len(chosen))
    thousand = list(of_words((article.text for article in chosen), 1000))[:60]
    names = ("method", *KINDS, "false pairs", "precision")
    speed = [
        ["fingerprints of a page", milliseconds(lambda one, _: fingerprints(one), thousand)],
        ["text shared by two pages", milliseconds(lambda one, other: shared("a", one, "b", other), thousand)],
        ["... where one is the other", milliseconds(lambda one, _: shared("a", one, "b", one + " end"), thousand)],
        ["rewording of two pages", milliseconds(reworded, thousand)],
    ]
    lines = [
        "Newsroom, all 2,145 pairs of its 66 articles:",
        "",
        *table(names, newsroom_rows()),
        "",
        f"A quarter of an article set into another one, {copies} for each rate of edits, looked for among "
        f"{len(chosen)} real articles (*others*: articles found beside source and host, of all three rates together):",
        "",
        *table(
            ("method", *(f"recall, {rate:.0%} edited" for rate in EDITS), "others"), made_rows(chosen, sites, copies)
        ),
        "",
        f"Recall by the length of the passage in words ({copies} each): a fingerprint in common / a passage found:",
        "",
        *table(("words", *(f"{rate:.0%} edited" for rate in EDITS)), length_rows(chosen, copies)),
        "",
        f"All pairs of {len(pages)} real pages on shootings, with what stands around their articles:",
        "",
        *table(
            ("pages on", "pairs", "a fingerprint in common", "found, furniture kept", "found"), real_rows(pages, sites)
        ),
        "",
        "CPU time in milliseconds, for pages of 1,000 words:",
        "",
        *table(("step", "ms"), speed),
    ]
    record("Text reuse", "python benchmarks/text_reuse.py", lines)


if __name__ == "__main__":
    main()
