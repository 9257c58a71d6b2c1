"""Pinned floors of status, certainty and wording on sentences of our own.

The floors stand a little below what ``benchmarks/certainty.py`` prints for the reader by rules.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

from plain_documents import document
from sayso.document.extracted import Extracted
from sayso.nouns import Claim, Reading
from sayso.pipeline import interpret
from sayso.reader.rules import RulesReader

SET = Path(__file__).with_name("certainty.jsonl")
#: Shares of the claims found, of the half that the rules were not written with in view (see benchmarks/certainty.py).
FLOORS = {"found": 0.95, "status": 0.90, "source": 0.90, "writer": 0.90, "negated": 0.90, "wording": 0.85}


def claim_of(reading: Reading, cue: str | None) -> Claim | None:
    cues = {a.id: a.cue.text.lower() if a.cue else "" for a in reading.attributions}
    for claim in reading.claims:
        known = cues.get(claim.attribution or "")
        if (known is None) == (cue is None) and (cue or "").lower() in (known or ""):
            return claim
    return None


def plain(text: str) -> str:
    return re.sub(r"[“”\"‘’']", "", text).lower().strip(" .")


def test_sentences_of_our_own() -> None:
    right: Counter[str] = Counter()
    rows = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if row["half"] == "check"]
    for row in rows:
        extracted = Extracted(document=document(row["text"], "2019-05-16"), comments=())
        claim = claim_of(interpret(extracted, RulesReader()), row["cue"])
        if claim is None or claim.certainty is None:
            continue
        source = claim.certainty.source
        right["found"] += 1
        right["status"] += claim.status == row["status"]
        right["source"] += (source.strength if source else None) == row["source"]
        right["writer"] += claim.certainty.writer.strength == row["writer"]
        right["negated"] += (claim.certainty.negation is not None) == row["negated"]
        right["wording"] += plain(claim.text) in map(plain, row["claims"])
    assert right["found"] / len(rows) >= FLOORS["found"]
    shares = {key: right[key] / right["found"] for key in FLOORS if key != "found"}
    assert {key: share for key, share in shares.items() if share < FLOORS[key]} == {}
