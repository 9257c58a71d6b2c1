"""The measures of a reading of the development files, over sayso's own words; no torch.

They are the published ones (see ``shared/scoring``), but need neither pages nor offsets.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from sayso.document.verbatim import document_from_text
from sayso.nouns.document import Document
from sayso.reader.common.page import Page
from sayso.reader.layers import Layers
from sayso.reader.model.reader import ModelReader
from training import labels as names

ROLES = ("source", "cue", "content")
#: An attribution in words: the set of each role.
Tokens = dict[str, set[int]]


def f1(right: float, found: float, wanted: float) -> tuple[float, float, float]:
    """Precision, recall and F1 in percent."""
    p, r = (right / found if found else 0.0), (right / wanted if wanted else 0.0)
    return tuple(round(100 * x, 1) for x in (p, r, 2 * p * r / (p + r) if p + r else 0.0))  # type: ignore[return-value]


def words_of(page: Page, ranges: Iterable[tuple[int, int]]) -> set[int]:
    """The words that touch the character ranges."""
    starts, ends = np.asarray(page.starts), np.asarray(page.ends)
    made: set[int] = set()
    for start, end in ranges:
        made.update(range(int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end))))
    return made


def read(page: Page, layers: Layers, *, outer: bool) -> list[Tokens]:
    """The attributions of a reading in words."""
    return [
        {
            "source": words_of(page, a.source.spans),
            "cue": words_of(page, [(a.cue.start, a.cue.end)] if a.cue else []),
            "content": words_of(page, a.content.spans),
        }
        for a in layers.attributions
        if not (outer and a.parent)
    ]


def runs(words: set[int]) -> set[tuple[int, int]]:
    """Stretches of consecutive words."""
    made: list[list[int]] = []
    for word in sorted(words):
        if made and made[-1][1] == word:
            made[-1][1] = word + 1
        else:
            made.append([word, word + 1])
    return {(a, b) for a, b in made}


def jaccard(a: set[int], b: set[int]) -> float:
    """1 where both are empty."""
    return len(a & b) / len(a | b) if a | b else 1.0


def attribution_figures(pairs: Sequence[tuple[list[Tokens], list[Tokens]]]) -> dict[str, Any]:
    """Exact F1 by role and whole attributions, as in ``shared/scoring/score_polnear.py``."""
    count: Counter[tuple[str, str]] = Counter()
    for gold, found in pairs:
        for role in ROLES:
            g = set().union(*(runs(one[role]) for one in gold)) if gold else set()
            p = set().union(*(runs(one[role]) for one in found)) if found else set()
            count[role, "right"] += len(g & p)
            count[role, "found"] += len(p)
            count[role, "wanted"] += len(g)
        free = set(range(len(found)))
        count["all", "found"] += len(found)
        count["all", "wanted"] += len(gold)
        for one in gold:
            best = max(
                free,
                key=lambda i: (len(one["cue"] & found[i]["cue"]), jaccard(one["content"], found[i]["content"])),
                default=None,
            )
            if best is None or not one["cue"] & found[best]["cue"]:
                continue
            free.discard(best)
            other = found[best]
            count["aligned", "right"] += 1
            count["exact tuple", "right"] += all(one[role] == other[role] for role in ROLES)
            count["soft tuple", "right"] += all(
                jaccard(one[role], other[role]) >= 0.5 for role in ("source", "content")
            )
    made: dict[str, Any] = {r: f1(count[r, "right"], count[r, "found"], count[r, "wanted"]) for r in ROLES}
    for name in ("aligned", "exact tuple", "soft tuple"):
        made[name] = f1(count[name, "right"], count["all", "found"], count["all", "wanted"])
    return made


def rows(path: Path, limit: int | None) -> list[dict[str, Any]]:
    """The documents of a JSON-lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line, _ in zip(lines, range(limit or 10**9), strict=False)]


def gold_of(row: dict[str, Any]) -> list[Tokens]:
    """The attributions of a development document that have a cue and a content."""
    made = [{role: {w for a, b in one[role] for w in range(a, b)} for role in ROLES} for one in row["attributions"]]
    return [one for one in made if one["cue"] and one["content"]]


def document(text: str) -> Document:
    """A document that is nothing but its text, of no language: half a tweet seems to be in any."""
    return msgspec.structs.replace(document_from_text(text), language=None)


def measure(reader: ModelReader, folder: Path, limit: int | None) -> dict[str, Any]:
    """All figures that the development files of a folder allow."""
    made: dict[str, Any] = {}
    for name in ("polnear", "own"):
        pairs, outer_pairs = [], []
        for row in rows(folder / f"{name}.dev.jsonl", limit):
            page = Page(row["text"])
            layers = reader.read(document(row["text"]))
            gold = gold_of(row)
            pairs.append((gold, read(page, layers, outer=False)))
            outer_pairs.append((gold, read(page, layers, outer=True)))
        made[name] = attribution_figures(pairs)
        made[f"{name} outer"] = attribution_figures(outer_pairs)
    for name in ("gum", "conllpp", "wnut17", "btc"):
        made[f"names {name}"] = _names(reader, rows(folder / f"{name}.dev.jsonl", limit and limit * 4))
    made["syntax ewt"] = _syntax(reader, rows(folder / "ewt.dev.jsonl", limit and limit * 2))
    return made


def _names(reader: ModelReader, documents: list[dict[str, Any]]) -> dict[str, Any]:
    count: Counter[tuple[str, str]] = Counter()
    for row in documents:
        page = Page(row["text"])
        gold = {(a, b, kind) for a, b, kind in row["names"] if kind != "group"}
        found = set()
        for mention in reader.read(document(row["text"])).mentions:
            kind = "organization" if mention.type == "outlet" else mention.type
            if mention.form == "name" and kind in ("person", "organization", "place"):
                words = words_of(page, [(mention.start, mention.end)])
                found.add((min(words), max(words) + 1, kind))
        for kind in ("person", "organization", "place"):
            g, p = ({one for one in group if one[2] == kind} for group in (gold, found))
            count[kind, "right"] += len(g & p)
            count[kind, "found"] += len(p)
            count[kind, "wanted"] += len(g)
    made: dict[str, Any] = {
        kind: f1(*(count[kind, x] for x in ("right", "found", "wanted")))[2]
        for kind in ("person", "organization", "place")
    }
    made["all"] = f1(*(sum(v for (_, y), v in count.items() if y == x) for x in ("right", "found", "wanted")))
    return made


def _syntax(reader: ModelReader, documents: list[dict[str, Any]]) -> dict[str, float]:
    count: Counter[str] = Counter()
    for row in documents:
        tokens = reader.read(document(row["text"])).tokens
        for token, upos, head, rel in zip(tokens, row["upos"], row["heads"], row["deprels"], strict=True):
            if upos is None or head == -2 or rel is None:
                continue
            count["words"] += 1
            count["upos"] += token.upos == upos
            count["uas"] += token.head == head
            count["las"] += token.head == head and token.deprel == names.deprel(rel)
    return {name: round(100 * count[name] / max(1, count["words"]), 1) for name in ("upos", "uas", "las")}
