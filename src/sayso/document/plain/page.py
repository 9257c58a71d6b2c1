"""A plain-text page taken apart: every line typed, the article's units joined to a text, comments apart."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.document.html.decode import Decoded
from sayso.document.plain.comments import collect_comments
from sayso.document.plain.context import contexts
from sayso.document.plain.emissions import emit
from sayso.document.plain.features import Features, measure_all
from sayso.document.plain.head import Head, read_head
from sayso.document.plain.offsets import PhysicalLine, physical_lines
from sayso.document.plain.units import make_units
from sayso.document.plain.viterbi import best_path
from sayso.document.plain.zones import KIND
from sayso.nouns import Block, Comment, Line, Range

#: A page on which no line looks more like an article than this (log-odds) holds none.
LEAST = -2.0


@dataclass(frozen=True, slots=True)
class PlainPage:
    """``text`` is the article, one paragraph a line; ``blocks`` and ``headings`` are ranges into it; ``lines`` cover
    every byte of the capture."""

    text: str
    blocks: tuple[Block, ...]
    headings: tuple[Range, ...]
    lines: tuple[Line, ...]
    comments: tuple[Comment, ...]
    head: Head


def read_plain(decoded: Decoded, *, latest: date, article_only: bool = False) -> PlainPage:
    """Take a page without markup apart.

    Args:
        decoded: the capture, decoded.
        latest: the page cannot have been published after this day.
        article_only: every line that is not blank is article.

    Returns:
        a page whose ``text`` is empty where no line looks like an article. Linear in the length of the text.
    """
    lines = physical_lines(decoded)
    features = measure_all(make_units(lines))
    around = [None, *features, None]
    emissions = [
        emit(f, around[i], around[i + 2], context)
        for i, (f, context) in enumerate(zip(features, contexts(features), strict=True))
    ]
    states = ["art"] * len(features)
    if not article_only:
        states = best_path(emissions, [f.unit.gap for f in features])
        if not any(s == "art" and e["art"] > LEAST for s, e in zip(states, emissions, strict=True)):
            states = ["foot" if s in {"art", "hdg"} else s for s in states]  # furniture alone: there is no article
    text, blocks, headings = _article(features, states, lines)
    return PlainPage(
        text=text,
        blocks=blocks,
        headings=headings,
        lines=_typed(features, states, emissions, lines),
        comments=tuple(collect_comments(features, states, lines)),
        head=read_head(features, states, latest=latest),
    )


def _article(
    features: Sequence[Features], states: Sequence[str], lines: Sequence[PhysicalLine]
) -> tuple[str, tuple[Block, ...], tuple[Range, ...]]:
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for f, state in zip(features, states, strict=True):
        if state not in {"art", "hdg"}:
            continue
        end = at + len(f.unit.text)
        source = (lines[f.unit.first].source[0], lines[f.unit.last].source[1])
        kind = (
            "heading" if state == "hdg" else "list-item" if f.listed and f.bare[:1] != f.unit.text[:1] else "paragraph"
        )
        blocks.append(Block(start=at, end=end, kind=kind, path=None, source=source))  # type: ignore[arg-type]
        parts.append(f.unit.text)
        at = end + 1
    headings = tuple((b.start, b.end) for b in blocks if b.kind == "heading")
    return "\n".join(parts), tuple(blocks), headings


def _confidence(emission: Mapping[str, float], state: str) -> float:
    """How far the unit's own signs speak for the kind it got against the best other kind, in [0, 1]: a logistic of the
    difference. What the neighbours add is not in it, so a low score marks a line that was decided by its place."""
    kind = KIND[state]
    other = max(score for s, score in emission.items() if KIND[s] != kind)
    own = max(score for s, score in emission.items() if KIND[s] == kind)
    return round(1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, own - other)))), 3)


def _typed(
    features: Sequence[Features],
    states: Sequence[str],
    emissions: Sequence[Mapping[str, float]],
    lines: Sequence[PhysicalLine],
) -> tuple[Line, ...]:
    kinds: list[tuple[str, float]] = [("blank", 1.0)] * len(lines)
    for f, state, emission in zip(features, states, emissions, strict=True):
        kinds[f.unit.first : f.unit.last + 1] = [(KIND[state], _confidence(emission, state))] * (
            f.unit.last - f.unit.first + 1
        )
    return tuple(
        Line(kind=kind, text=line.text, source=line.source, score=score)  # type: ignore[arg-type]
        for line, (kind, score) in zip(lines, kinds, strict=True)
    )
