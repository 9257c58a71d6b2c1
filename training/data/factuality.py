"""UDS It Happened (White et al. 2016, Rudinger et al. 2018): did what a predicate says happen?

Every judgement is yes or no with a confidence of 0 to 4; the factuality of a predicate is the mean over annotators of
``±3 * confidence / 4``.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from training.data.conllu import Sentence
from training.data.record import Tally

#: By UD sentence id: (position of the predicate from 1 in UD 1.2, lemma, factuality).
Judged = dict[str, list[tuple[int, str, float]]]
_YES = {"true": 1.0, "yes": 1.0, "false": -1.0, "no": -1.0}


def read(root: Path) -> Judged:
    """The judgements under ``root`` (nlp/uds_factuality)."""
    with gzip.open(root / "ud_ids.json.gz", "rt", encoding="utf-8") as file:
        ids: dict[str, dict[str, str]] = json.load(file)
    with (root / "it-happened" / "it-happened_eng_ud1.2_07092017.tsv").open(encoding="utf-8", newline="") as file:
        return judged(list(csv.DictReader(file, delimiter="\t")), {k: v["sentence_id"] for k, v in ids.items()})


def judged(rows: list[dict[str, str]], ids: Mapping[str, str]) -> Judged:
    """Means over the judgements that were kept, by sentence; ``ids`` maps ``ewt-train-1`` to sentence ids."""
    votes: dict[tuple[str, int, str], list[float]] = defaultdict(list)
    for row in rows:
        match = re.fullmatch(r"en-ud-(train|dev|test)\.conllu (\d+)", row["Sentence.ID"])
        sign = _YES.get(row["Happened"].lower())
        good = all(row[key].lower() == "true" for key in ("Keep", "Is.Predicate", "Is.Understandable"))
        if match is None or sign is None or not good:
            continue
        sentence = ids.get(f"ewt-{match.group(1)}-{match.group(2)}")
        if sentence is not None:
            key = (sentence, int(row["Pred.Token"]), row["Pred.Lemma"])
            votes[key].append(sign * 3.0 * float(row["Confidence"]) / 4.0)
    out: Judged = defaultdict(list)
    for (sentence, position, lemma), values in sorted(votes.items()):
        out[sentence].append((position, lemma, sum(values) / len(values)))
    return dict(out)


def placed(sentence: Sentence, judgements: list[tuple[int, str, float]], tally: Tally) -> dict[int, float]:
    """Factuality by index of the token in the sentence, from 0.

    Sentences were cut anew since UD 1.2, so the predicate is the nearest token with its lemma or form, at most six
    places away; a predicate not found is counted and left out.
    """
    found: dict[int, float] = {}
    for position, lemma, value in judgements:
        near = [
            (abs(n - (position - 1)), n)
            for n, token in enumerate(sentence.tokens)
            if lemma.lower() in (token.lemma.lower(), token.form.lower()) and abs(n - (position - 1)) <= 6
        ]
        if near:
            found[min(near)[1]] = value
            tally.add("factualities")
            tally.add("factualities moved", int(min(near)[0] > 0))
        else:
            tally.add("factualities lost")
    return found
