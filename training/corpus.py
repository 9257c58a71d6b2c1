"""Training documents as arrays: pieces, features and the labels of every layer that a document has."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from sayso.reader.common.page import Page
from sayso.reader.model.features import sentence_numbers, word_features
from sayso.reader.model.pieces import word_pieces
from training import labels

Ints = npt.NDArray[np.int64]
Span = tuple[int, int]
#: a label that is not trained on
IGNORED = -100


@dataclass(slots=True)
class Attribution:
    """Word ranges of one attribution; ``nested`` where another one holds its cue."""

    cue: Span
    roles: dict[str, list[Span]]
    nested: bool = False


@dataclass(slots=True)
class Doc:
    """One document. A layer that is None is not known."""

    name: str
    words: list[str]
    pieces: list[list[int]]
    features: Ints
    sentences: list[Span]
    sentence_of: Ints
    attributions: list[Attribution] | None = None
    layered: bool = False
    names: Ints | None = None
    upos: Ints | None = None
    heads: Ints | None = None
    deprels: Ints | None = None
    factuality: npt.NDArray[np.float32] | None = None


def load(path: Path, tokenizer: Tokenizer) -> Iterator[Doc]:
    """The documents of a JSON-lines file of ``python -m training.data``."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            page = Page(row["text"])
            if [list(span) for span in zip(page.starts, page.ends, strict=True)] != row["words"]:
                raise ValueError(f"{path}: {row['id']}: the words differ from those of the data; prepare it anew")
            if page.words:
                yield _doc(row, page, tokenizer)


def _doc(row: dict, page: Page, tokenizer: Tokenizer) -> Doc:  # type: ignore[type-arg]
    doc = Doc(
        name=row["id"],
        words=page.words,
        pieces=word_pieces(tokenizer, page.words),
        features=word_features(page),
        sentences=[(s.first, s.last) for s in page.sentences],
        sentence_of=sentence_numbers([(s.first, s.last) for s in page.sentences]),
        layered=bool(row.get("layers")),
    )
    if row.get("attributions") is not None:
        doc.attributions = _attributions(row["attributions"])
    if row.get("names") is not None:
        doc.names = np.zeros(len(page.words), dtype=np.int64)
        for first, last, kind in row["names"]:
            doc.names[first] = labels.NAMES.index(f"B-{kind}")
            doc.names[first + 1 : last] = labels.NAMES.index(f"I-{kind}")
    if row.get("upos") is not None:
        doc.upos = _numbers(row["upos"], labels.UPOS)
    if row.get("heads") is not None:
        doc.heads = np.asarray(row["heads"], dtype=np.int64)
        doc.deprels = _numbers([d and labels.deprel(d) for d in row["deprels"]], labels.DEPRELS)
    if row.get("fact") is not None:
        doc.factuality = np.asarray([np.nan if f is None else f for f in row["fact"]], dtype=np.float32)
    return doc


def _numbers(values: list[str | None], known: tuple[str, ...]) -> Ints:
    index = {label: number for number, label in enumerate(known)}
    return np.asarray([IGNORED if v is None else index.get(v, IGNORED) for v in values], dtype=np.int64)


def _attributions(rows: list[dict]) -> list[Attribution]:  # type: ignore[type-arg]
    made = []
    for row in rows:
        if not row["cue"]:
            continue
        cue = (row["cue"][0][0], row["cue"][-1][1])
        roles = {
            role: [(a, b) for a, b in row.get(role) or []]
            for role in ("source", "content", "venue", "addressee", "time")
        }
        made.append(Attribution(cue=cue, roles=roles, nested=row.get("parent") is not None))
    return made


def cue_labels(doc: Doc, *, outer: bool) -> Ints:
    """[words] labels of cues: those that stand in no content (``outer``), or all.

    Where only one layer is marked, what stands inside a content is not known to be no cue.
    """
    made = np.zeros(len(doc.words), dtype=np.int64)
    assert doc.attributions is not None
    if not outer and not doc.layered:
        for attribution in doc.attributions:
            for first, last in attribution.roles["content"]:
                if not any(first <= other.cue[0] < last for other in doc.attributions):
                    made[first:last] = IGNORED
    for attribution in sorted(doc.attributions, key=lambda a: a.cue[0] - a.cue[1]):
        if outer and attribution.nested:
            continue
        first, last = attribution.cue
        made[first:last] = 2
        made[first] = 1
    return made


def role_labels(attribution: Attribution, begin: int, end: int) -> Ints | None:
    """[end - begin] labels of the words for one cue, None where a role reaches out of the window."""
    made = np.zeros(end - begin, dtype=np.int64)
    for role in ("content", "source"):
        for first, last in attribution.roles[role]:
            if first < begin or last > end:
                return None
            made[first - begin : last - begin] = labels.ROLES.index(f"I-{role}")
            if last - first == 1:
                made[first - begin] = labels.ROLES.index(f"S-{role}")
            else:
                made[first - begin] = labels.ROLES.index(f"B-{role}")
                made[last - 1 - begin] = labels.ROLES.index(f"E-{role}")
    return _mended(made)


def _mended(made: Ints) -> Ints:
    """The same ranges in the scheme again, where a source overwrote part of a content."""
    kind = [("" if label == 0 else labels.ROLES[label][2:]) for label in made]
    starts = [labels.ROLES[label][0] in "BS" for label in made]
    out = np.zeros_like(made)
    at = 0
    while at < len(kind):
        end = at + 1
        while kind[at] and end < len(kind) and kind[end] == kind[at] and not starts[end]:
            end += 1
        if kind[at]:
            if end - at == 1:
                out[at] = labels.ROLES.index(f"S-{kind[at]}")
            else:
                out[at:end] = labels.ROLES.index(f"I-{kind[at]}")
                out[at] = labels.ROLES.index(f"B-{kind[at]}")
                out[end - 1] = labels.ROLES.index(f"E-{kind[at]}")
        at = end
    return out


def circumstance_labels(attribution: Attribution, begin: int, end: int) -> Ints:
    """[end - begin] labels of venue, addressee and time."""
    made = np.zeros(end - begin, dtype=np.int64)
    for role in ("venue", "addressee", "time"):
        for first, last in attribution.roles[role]:
            a, b = max(first, begin) - begin, min(last, end) - begin
            if a < b:
                made[a:b] = labels.CIRCUMSTANCES.index(f"I-{role}")
                made[a] = labels.CIRCUMSTANCES.index(f"B-{role}")
    return made
