"""Certainty: hedges, denials, the status and wording of claims, factuality of predicates, negation.

Run:  python benchmarks/certainty.py [--data .data] [--profile rules]

Five sets. Newsroom and chains are scored by ``shared/scoring``. ``tests/quality/certainty.jsonl`` holds sentences of
our own with the status, certainty and wording that an editor would give their claims, written before the rules. The
half "tune" was in view while they were made. The half "check" was looked at once, when they were done: of 39 claims
found status 39, source's hedge 38, writer's hedge 39, negation 39, wording 36; the code before had 31 statuses and 26
wordings. Two rules were mended afterwards, so that its figures below are not blind any more. UDS (It Happened 2,
Rudinger et al. 2018) gives the factuality of predicates in the development part of UD-EWT, from -3 (certainly did not
happen) to 3. ConanDoyle-neg (*SEM 2012) marks negation cues and their scopes; its development part is used.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from statistics import correlation, fmean

from data import ROOT, SHARED, corpus
from readings import document, interpret, options, reader_of, report, score, write
from results import table
from sayso.nouns import Claim, Reading
from sayso.reader.common.certainty import outlook
from sayso.reader.common.main_clause import by_words, modality
from sayso.reader.layers import Reader

SET = ROOT / "tests" / "quality" / "certainty.jsonl"
PUBLISHED = "2019-05-16"
FIELDS = ("status", "source", "writer", "negated", "wording")
#: What a predicate put so is worth on the scale of UDS: means over one half of the documents, by a hash of their names.
VALUES = {
    "condition": -0.9, "future": -2.1, "hedged": 1.0, "imperative": -0.9, "infinitive": -0.2, "modal": -1.1,
    "negated": 0.3, "past": 2.4, "present": 1.2, "question": 1.1, "would": -0.8,
}  # fmt: skip
_OBLIGED = frozenset({"can", "could", "should", "must", "shall", "may", "might", "need", "ca"})
_REALIZED = frozenset({"was", "were", "had", "has", "have", "did", "been"})
_SUBORDINATE = modality("ties") | {"to", ";", ":", "—", "–", ".", "?", "!"}


# ---------------------------------------------------------------- newsroom and chains


def rooms(reader: Reader) -> Iterator[str]:
    rows: list[list[object]] = []
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((SHARED / "data" / "newsroom").glob("*/*.gold.json")):
            if path.name != "story.gold.json":
                gold = json.loads(path.read_text(encoding="utf-8"))
                name = path.name.removesuffix(".gold.json")
                made = document(
                    gold["text"], f"{path.parent.name}/{name}.html", (gold.get("published") or "")[:10] or None
                )
                write(Path(folder), f"{path.parent.name}__{name}", interpret(made, reader))
        where = str(SHARED / "data" / "newsroom")
        total = score("score_newsroom.py", Path(folder), "--only", "html", "--gold", where)
        rows += [
            ["newsroom, 66 pages", key, *(total[key][part] for part in ("p", "r", "f1"))]
            for key in ("hedged", "denied")
        ]
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted((SHARED / "data" / "chains").glob("*.gold.json")):
            name = path.name.removesuffix(".gold.json")
            text = path.with_name(f"{name}.txt").read_text(encoding="utf-8")
            published = json.loads(path.read_text(encoding="utf-8")).get("published")
            write(Path(folder), name, interpret(document(text, name, published), reader))
        total = score("score_chains.py", Path(folder), "--gold", str(SHARED / "data" / "chains"))["total"]
        rows.append(["chains, 10 documents", "hedged", *(total["hedged"][part] for part in ("P", "R", "F1"))])
        rows.append(["chains, 10 documents", "polarity", "", "", f"{total['polarity']['accuracy']:.3f} right"])
    yield from table(["corpus", "measure", "precision", "recall", "F1"], rows)


# ---------------------------------------------------------------- our own set


def plain(text: str) -> str:
    """For comparison: quotation marks, case and the last stop do not count."""
    return re.sub(r"[“”\"‘’']", "", text).lower().strip(" .")


def claim_of(reading: Reading, cue: str | None) -> Claim | None:
    """The claim of the attribution with that cue; without one, the writer's own."""
    cues = {a.id: a.cue.text.lower() if a.cue else "" for a in reading.attributions}
    for claim in reading.claims:
        if claim.attribution is None:
            if cue is None:
                return claim
        elif cue is not None and cue.lower() in cues[claim.attribution]:
            return claim
    return None


def own_set(reader: Reader) -> dict[str, Counter[str]]:
    """By half: how many sentences, claims found, and fields right."""
    tally: dict[str, Counter[str]] = {}
    for line in SET.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        count = tally.setdefault(row["half"], Counter())
        count["sentences"] += 1
        claim = claim_of(interpret(document(row["text"], row["id"], PUBLISHED), reader), row["cue"])
        if claim is None or claim.certainty is None:
            continue
        source = claim.certainty.source
        count["found"] += 1
        count["status"] += claim.status == row["status"]
        count["source"] += (source.strength if source else None) == row["source"]
        count["writer"] += claim.certainty.writer.strength == row["writer"]
        count["negated"] += (claim.certainty.negation is not None) == row["negated"]
        count["wording"] += plain(claim.text) in map(plain, row["claims"])
    return tally


def sentences(reader: Reader) -> Iterator[str]:
    rows: list[list[object]] = [
        [half, count["sentences"], count["found"], *(count[field] / count["found"] for field in FIELDS)]
        for half, count in own_set(reader).items()
    ]
    header = ["half", "sentences", "claims found", "status", "source's hedge", "writer's hedge", "negation", "wording"]
    yield from ["", "Sentences of our own (shares of the claims found).", "", *table(header, rows)]


# ---------------------------------------------------------------- UDS factuality


def kind_of(words: Sequence[str], lows: Sequence[str], at: int) -> str:
    """How the rules put the predicate at ``at``: by what governs its clause, else by its outlook and its form."""
    first = next((i + 1 for i in range(at - 1, -1, -1) if lows[i] in _SUBORDINATE), 0)
    last = next((i for i in range(at + 1, len(lows)) if lows[i] in _SUBORDINATE), len(lows))
    tie = lows[first - 1] if first else ""
    clause = by_words(words, lows, first, last)
    said = outlook(clause)
    if tie in {"if", "unless", "whether"} or said.condition:
        return "condition"
    group = set(lows[max(first, at - 4) : at])
    if said.negation is not None and said.negation.lower() in lows[first : at + 4]:
        return "negated"
    if group & (modality("future") | {"going"}):
        return "future"
    if group & _OBLIGED:
        return "modal"
    if said.would or said.counterfactual:
        return "would"
    if said.strength != "none":
        return "hedged"
    if tie == "to" and at - first < 3:
        return "infinitive"
    if "please" in group or (at == first and lows[at].isalpha() and lows[at][-2:] not in {"ed", "ng"} and at < 2):
        return "imperative"
    if lows[last : last + 1] == ["?"]:
        return "question"
    if lows[at].endswith("ed") or group & _REALIZED:
        return "past"
    return "present"


def judgements(folder: Path) -> dict[tuple[str, int, str], float]:
    """(sentence of UD, number of the word from 0, lemma) to the mean judgement."""
    ids = json.loads(gzip.decompress((folder / "ud_ids.json.gz").read_bytes()))
    rows: dict[tuple[str, int, str], list[float]] = {}
    with (folder / "it-happened" / "it-happened_eng_ud1.2_07092017.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["Split"] != "dev" or row["Happened"].lower() not in {"true", "false", "yes", "no"}:
                continue
            if row["Confidence"] in {"", "nan", "na"}:
                continue
            sign = 1 if row["Happened"].lower() in {"true", "yes"} else -1
            sentence = ids.get(f"ewt-dev-{row['Sentence.ID'].split()[-1]}", {}).get("sentence_id", "")
            place = (sentence, int(row["Pred.Token"]) - 1, row["Pred.Lemma"].lower())
            rows.setdefault(place, []).append(sign * float(row["Confidence"]) * 0.75)
    return {place: fmean(values) for place, values in rows.items()}


def treebank(path: Path) -> dict[str, list[tuple[str, str]]]:
    """The words and lemmas of each sentence by its id."""
    made = {}
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        key = re.search(r"# sent_id = (\S+)", block)
        if key is not None:
            made[key[1]] = [(row[1], row[2].lower()) for row in rows if row[0].isdigit()]
    return made


def uds(data: Path, reader: Reader, limit: int | None) -> Iterator[str]:
    known = sorted(judgements(data / "nlp" / "uds_factuality").items())[:limit]
    trees = treebank(data / "nlp" / "ewt" / "en_ewt-ud-dev.conllu")
    gold: list[float] = []
    systems: dict[str, list[float]] = {"all 3.0": [], "rules over the clause": [], f"reader, {reader.profile}": []}
    for number, places in groupby(known, key=lambda item: item[0][0]):
        if hashlib.sha256(number.rsplit("-", 1)[0].encode()).digest()[0] % 2 == 0:
            continue  # the half that VALUES are of
        tree = trees.get(number, [])
        words = [word for word, _ in tree]
        lows = [word.lower().replace("’", "'") for word in words]
        text = " ".join(words)
        tokens = {token.start: token for token in reader.read(document(text, "ewt")).tokens}
        for (_, at, lemma), judged in places:
            if at >= len(words) or tree[at][1] != lemma:
                continue  # the treebank was cut otherwise since
            token = tokens.get(len(" ".join(words[:at])) + (at > 0))
            given = getattr(token, "factuality", None)
            by_rules = VALUES[kind_of(words, lows, at)]
            gold.append(judged)
            systems["all 3.0"].append(3.0)
            systems["rules over the clause"].append(by_rules)
            if given is not None:
                systems[f"reader, {reader.profile}"].append(given)
    rows: list[list[object]] = []
    for name, values in systems.items():
        if len(values) != len(gold):
            continue
        wrong = fmean(abs(a - b) for a, b in zip(values, gold, strict=True))
        same = fmean((a > 0) == (b > 0) for a, b in zip(values, gold, strict=True))
        r = correlation(values, gold) if len(set(values)) > 1 else float("nan")
        rows.append([name, wrong, "–" if r != r else f"{r:.3f}", same])
    rows.append(["Rudinger et al. 2018, best, on the test part", "0.960", "0.768", "–"])
    yield from [
        "",
        f"UDS factuality, EWT development part, {len(gold)} predicates of the half that nothing was fitted to.",
        "",
    ]
    yield from table(["system", "mean absolute error", "Pearson r", "polarity right"], rows)


# ---------------------------------------------------------------- negation


def negated_sentences(path: Path) -> Iterator[list[list[str]]]:
    for key, rows in groupby(path.read_text(encoding="utf-8").splitlines(), key=lambda line: bool(line.strip())):
        if key:
            yield [row.split("\t") for row in rows]


def cues(lows: Sequence[str]) -> Iterator[int]:
    """Words that negate, by the lexicon."""
    for at, low in enumerate(lows):
        listed = low in modality("negations") or low in modality("no_subjects") or low in {"without", "n't", "nor"}
        if listed and not (low == "no" and lows[at + 1 : at + 2] and lows[at + 1] in modality("no_idioms")):
            yield at


def scope(words: Sequence[str], lows: Sequence[str], at: int) -> set[int]:
    """The clause that the word at ``at`` negates, without that word."""
    bounds = modality("ties") | {";", ":", ".", "?", "!", "but", "''", "``", '"'}
    first = next((i + 1 for i in range(at - 1, -1, -1) if lows[i] in bounds), 0)
    last = next((i for i in range(at + 1, len(lows)) if lows[i] in bounds), len(lows))
    return {i for i in range(first, last) if i != at and words[i][0].isalnum()}


def f1(hits: int, found: int, wanted: int) -> list[float]:
    p, r = hits / max(found, 1), hits / max(wanted, 1)
    return [p, r, 2 * p * r / max(p + r, 1e-9)]


def negation(data: Path, limit: int | None) -> Iterator[str]:
    hits = found = wanted = affixes = 0
    inside = given = gold = 0
    blocks: Iterable[list[list[str]]] = negated_sentences(data / "nlp" / "sherlock_neg" / "sherlock_dev.txt")
    for rows in list(blocks)[:limit]:
        words = [row[3] for row in rows]
        lows = [word.lower() for word in words]
        marked: dict[int, set[int]] = {}
        if rows[0][7] != "***":
            for column in range(7, len(rows[0]), 3):
                at = [i for i, row in enumerate(rows) if row[column] != "_"]
                if not at:
                    continue
                affixes += any(rows[i][column].lower() != lows[i] for i in at)
                marked[at[-1]] = {i for i, row in enumerate(rows) if row[column + 1] != "_" and words[i][0].isalnum()}
        ours = set(cues(lows))
        hits, found, wanted = hits + len(ours & set(marked)), found + len(ours), wanted + len(marked)
        for at in ours & set(marked):
            span = scope(words, lows, at)
            inside, given, gold = inside + len(span & marked[at]), given + len(span), gold + len(marked[at])
    yield from [
        "",
        f"Negation, ConanDoyle-neg development part: {wanted} cues, of which {affixes} are parts of words.",
        "",
    ]
    lines = [["cue", *f1(hits, found, wanted)], ["words in the scope of cues found", *f1(inside, given, gold)]]
    yield from table(["measure", "precision", "recall", "F1"], lines)


def main() -> None:
    given = options(__doc__).parse_args()
    reader = reader_of(given)
    data = corpus("language", given.data)
    lines = [*rooms(reader), *sentences(reader), *uds(data, reader, given.limit), *negation(data, given.limit)]
    report("Certainty", "certainty.py", given, lines)


if __name__ == "__main__":
    main()
