"""Chains made of two attributions of different articles.

PolNeAR marks one layer only, so nothing in it shows a cue inside a content. Two sentences of it make one: the content
of *The ministry said that …* gives way to a whole sentence that is itself attributed, and a sentence is followed by
*…, according to …* of another.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sayso.reader.model.features import GAPS
from training import labels
from training.corpus import IGNORED, Attribution, Doc, Span

#: first words of a sentence that can stand in a subordinate clause
_STOPS = {".", "!", "?"}
_QUOTES = set("\"“”‘’'`")


def whole(doc: Doc, first: int, last: int) -> list[Attribution] | None:
    """The attributions inside ``[first, last)``, or None where one crosses its edges."""
    inside = []
    for attribution in doc.attributions or []:
        spans = [attribution.cue, *attribution.roles["source"], *attribution.roles["content"]]
        touching = [a < last and b > first for a, b in spans]
        if not any(touching):
            continue
        if not all(first <= a and b <= last for a, b in spans):
            return None
        inside.append(attribution)
    return inside


def _moved(attribution: Attribution, by: int, *, nested: bool) -> Attribution:
    def move(span: Span) -> Span:
        return span[0] + by, span[1] + by

    return Attribution(
        cue=move(attribution.cue),
        roles={role: [move(span) for span in spans] for role, spans in attribution.roles.items()},
        nested=nested,
    )


class Composer:
    """Holds the sentences that can be joined."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        self.before: list[tuple[Doc, int, int, Attribution]] = []  # a frame that stands before a clause: [first, last)
        self.behind: list[tuple[Doc, int, int, Attribution]] = []  # … and behind it
        self.clauses: list[tuple[Doc, int, int, list[Attribution]]] = []
        for doc in docs:
            for first, last in doc.sentences:
                # without the stop, which some annotations take in
                inside = whole(doc, first, last - 1)
                if not inside or doc.words[last - 1] not in _STOPS or not 6 < last - first < 45:
                    continue
                if doc.words[first] not in _QUOTES:
                    self.clauses.append((doc, first, last - 1, inside))
                if len(inside) == 1:
                    self._frame(doc, first, last - 1, inside[0])

    def _frame(self, doc: Doc, first: int, last: int, attribution: Attribution) -> None:
        contents = attribution.roles["content"]
        if len(contents) != 1 or not attribution.roles["source"]:
            return
        (a, b), (cue, cue_end) = contents[0], attribution.cue
        if doc.words[a] in _QUOTES or b - a < 5:
            return
        if b == last and cue_end <= a <= cue_end + 6 and all(s[1] <= a for s in attribution.roles["source"]):
            self.before.append((doc, first, a + (doc.words[a] == "that"), attribution))
        elif a == first and b <= cue and b < last and doc.words[b] == ",":
            self.behind.append((doc, b, last, attribution))

    def make(self, rng: random.Random) -> Doc:
        """A new document of one sentence with two layers."""
        doc, first, last, inside = rng.choice(self.clauses)
        if rng.random() < 0.7:
            frame_doc, f_first, f_last, frame = rng.choice(self.before)
            parts = [(frame_doc, f_first, f_last), (doc, first, last)]
            width = f_last - f_first
            begin = width - (frame_doc.words[f_last - 1] == "that")
            end = width + last - first
            outer = _moved(frame, -f_first, nested=False)
            inner = [_moved(a, width - first, nested=True) for a in inside]
            lowered = width
        else:
            frame_doc, f_first, f_last, frame = rng.choice(self.behind)
            parts = [(doc, first, last), (frame_doc, f_first, f_last)]
            begin, end = 0, last - first
            outer = _moved(frame, end - f_first, nested=False)
            inner = [_moved(a, -first, nested=True) for a in inside]
            lowered = -1
        outer.roles["content"] = [(begin, end)]
        return self._joined(parts, [outer, *inner], lowered)

    def _joined(self, parts: list[tuple[Doc, int, int]], attributions: list[Attribution], lowered: int) -> Doc:
        words = [w for doc, a, b in parts for w in doc.words[a:b]]
        features = np.concatenate([doc.features[a:b] for doc, a, b in parts])
        features[0] = features[0] // (GAPS * 2) * GAPS * 2 + 2 * 2
        joint = parts[0][2] - parts[0][1]
        case, rest = features[joint] // (GAPS * 2), features[joint] % 2
        space = features[joint] // 2 % GAPS
        doc, at = parts[1][0], parts[1][1]
        named = doc.names is not None and doc.names[at] != 0
        proper = doc.upos is not None and doc.upos[at] == labels.UPOS.index("PROPN")
        if lowered == joint and case == 2 and not named and not proper:
            case = 1
        features[joint] = (case * GAPS + (1 if lowered == joint else space)) * 2 + rest
        count = len(words)

        def column(name: str) -> np.ndarray | None:  # type: ignore[type-arg]
            arrays = [getattr(doc, name) for doc, _, _ in parts]
            if any(array is None for array in arrays):
                return None
            return np.concatenate([array[a:b] for array, (_, a, b) in zip(arrays, parts, strict=True)])

        return Doc(
            name="composed",
            words=words,
            pieces=[p for doc, a, b in parts for p in doc.pieces[a:b]],
            features=features,
            sentences=[(0, count)],
            sentence_of=np.zeros(count, dtype=np.int64),
            attributions=attributions,
            names=column("names"),
            upos=column("upos"),
        )


def joined(docs: Sequence[Doc]) -> Doc:
    """Several short documents one after the other, as paragraphs of one text."""
    starts = np.cumsum([0, *(len(doc.words) for doc in docs)])
    counts = np.cumsum([0, *(len(doc.sentences) for doc in docs)])

    def column(name: str, missing: float) -> np.ndarray | None:  # type: ignore[type-arg]
        arrays = [getattr(doc, name) for doc in docs]
        if all(array is None for array in arrays):
            return None
        kind = next(array.dtype for array in arrays if array is not None)
        return np.concatenate(
            [
                np.full(len(doc.words), missing, dtype=kind) if x is None else x
                for x, doc in zip(arrays, docs, strict=True)
            ]
        )

    return replace(
        docs[0],
        words=[w for doc in docs for w in doc.words],
        pieces=[p for doc in docs for p in doc.pieces],
        features=np.concatenate([doc.features for doc in docs]),
        sentences=[(int(a + s), int(b + s)) for doc, s in zip(docs, starts, strict=False) for a, b in doc.sentences],
        sentence_of=np.concatenate([doc.sentence_of + c for doc, c in zip(docs, counts, strict=False)]),
        attributions=[
            _moved(a, int(s), nested=a.nested)
            for doc, s in zip(docs, starts, strict=False)
            for a in doc.attributions or []
        ],
        names=column("names", IGNORED),
        upos=column("upos", IGNORED),
    )
