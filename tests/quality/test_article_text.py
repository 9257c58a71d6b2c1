"""Floors of the text's accuracy on the invented news pages: raise them when it rises, never lower them silently."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from sayso.document.build import build
from sayso.nouns import Capture, Given

#: Mean token F1 over the 66 pages, measured .998, and share of headings found and true, measured 1.0.
TEXT_F1 = 0.996
HEADINGS_F1 = 0.98


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.lower()))


@pytest.mark.shared
def test_text_and_headings_of_the_newsroom(shared_data: Path) -> None:
    scores = []
    hits = found = wanted = 0
    for gold_file in sorted((shared_data / "newsroom").glob("*/*.gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        page = gold_file.with_name(gold_file.name.replace(".gold.json", ".html"))
        if not page.exists():
            continue
        document = build(Capture.of(page.read_bytes(), media_type="text/html", source=page.name), Given()).document
        ours, theirs = words(document.text), words(gold["text"])
        scores.append(2 * sum((ours & theirs).values()) / (sum(ours.values()) + sum(theirs.values())))
        headings = {document.text[start:end] for start, end in document.headings}
        true = {heading["text"] for heading in gold["headings"]}
        hits, found, wanted = hits + len(headings & true), found + len(headings), wanted + len(true)
    assert len(scores) == 66
    assert sum(scores) / len(scores) >= TEXT_F1
    assert 2 * hits / (found + wanted) >= HEADINGS_F1
