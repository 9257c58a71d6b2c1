"""Floors of quality: never lowered without a word about it. The figures of record are in benchmarks/RESULTS.md."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.document.html.comments import find_comments
from sayso.document.html.decode import decode
from sayso.document.html.parse import parse
from sayso.document.html.projection import text_of
from sayso.errors import DocumentError


def _flat(text: str) -> str:
    return " ".join(text.split())


def _same(a: str, b: str) -> bool:
    """The newsroom's measure: token F1 of at least .7."""
    left, right = Counter(a.lower().split()), Counter(b.lower().split())
    return 2 * sum((left & right).values()) >= 0.7 * (sum(left.values()) + sum(right.values()))


@pytest.mark.shared
def test_newsroom(shared_data: Path) -> None:
    gold = found = hits = authors = pages = 0
    for file in sorted((shared_data / "newsroom").glob("*/*.html")):
        wanted = json.loads(file.with_suffix(".gold.json").read_text(encoding="utf-8"))
        root = parse(decode(file.read_bytes(), None, file.name).text, file.name)
        comments = find_comments(root, title=wanted["title"])
        gold += len(wanted["comments"])
        found += len(comments.comments)
        left = list(comments.comments)
        for want in wanted["comments"]:
            match = next((c for c in left if _same(c.text, want["text"])), None)
            if match is not None:
                left.remove(match)
                hits += 1
                authors += match.author == want["author"]
                pages += (match.on or wanted["title"]) == want["on"]
        rest = _flat(text_of(root, skip=frozenset(comments.regions), tails=comments.tails))
        assert all(
            _flat(paragraph) in rest
            for paragraph in wanted["text"].split("\n")
            if _flat(paragraph) in _flat(text_of(root))
        )
        assert not any(_flat(c["text"]) in rest for c in wanted["comments"])
    assert hits / gold >= 0.98
    assert hits / found >= 0.98
    assert authors / hits >= 0.98
    assert pages / hits >= 0.98


@pytest.mark.shared
@pytest.mark.slow
def test_trafilatura_eval(corpus: Callable[[str], Path]) -> None:
    root = corpus("pages") / "ingest/trafilatura-eval/tests"
    there = captured = leaked = article = taken = 0
    for n, gold in enumerate(json.loads((root / "evaldata.json").read_text(encoding="utf-8")).values()):
        segments = [_flat(s) for s in gold.get("comments") or () if _flat(s)]
        if not segments and n % 8:
            continue  # pages without comments: a sample shows false alarms
        file = next(f for f in (root / "cache" / gold["file"], root / "eval" / gold["file"]) if f.exists())
        try:
            page = parse(decode(file.read_bytes(), None, file.name).text, file.name)
        except DocumentError:
            continue
        found = find_comments(page, title=None)
        shown = _flat(str(page.text_content()))
        rest = _flat(text_of(page, skip=frozenset(found.regions), tails=found.tails))
        comments = "\n".join(f"{_flat(c.author or '')}\n{_flat(c.text)}" for c in found.comments)
        for segment in segments:
            there += segment in shown
            captured += segment in shown and segment in comments
            leaked += segment in shown and segment in rest
        for segment in (_flat(s) for s in gold["with"]):
            article += segment in shown
            taken += segment in comments and segment not in rest
    assert there > 200
    assert captured / there >= 0.93
    assert leaked / there <= 0.05
    assert taken / article <= 0.005
