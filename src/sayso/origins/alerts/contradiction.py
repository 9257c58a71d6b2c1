"""Claims that cannot both be true, told at the one that weighs less."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from sayso.lexicon import load
from sayso.nouns import Alert, Judgement, Statement
from sayso.nouns.folding import fold
from sayso.origins.alerts.figures import nearest, of_statement
from sayso.origins.alerts.wording import said_by, words_of
from sayso.origins.matching.intervals import Match
from sayso.origins.matching.measured import Measured
from sayso.origins.material import Material
from sayso.origins.order import page_order

#: a contradiction that is less sure is a relation and no alert
_SURE = 0.75
#: alerts of one cluster at most
_MOST = 3


def contradictions(material: Material) -> Iterator[Alert]:
    """The surest contradiction with each page that speaks against the cluster, where the cluster is the weaker side.

    Of two claims that exclude each other one carries the alert: that of whoever has a stake in it, or does not give a
    name, against somebody who has none or whose office it is to establish the facts; the earlier of equals.
    """
    members = set(material.members)
    seen: set[str] = set()
    for judgement in sorted(material.judgements, key=lambda j: (-j.score, j.a, j.b)):
        if judgement.kind != "contradicts" or judgement.score < _SURE or len(seen) >= _MOST:
            continue
        own, other = (judgement.a, judgement.b) if judgement.a in members else (judgement.b, judgement.a)
        if other in members or own not in members:
            continue
        against = material.statements[other]
        if against.document in seen or not _holds(judgement, material) or not _carries(own, other, material):
            continue
        seen.add(against.document)
        yield _alert(material.statements[own], against, judgement, material)


def _holds(judgement: Judgement, material: Material) -> bool:
    """Not where figures agree, nor where they are counted otherwise: registered and estimated may both be right."""
    a, b = material.statements[judgement.a], material.statements[judgement.b]
    if {a.status, b.status} & {"asked", "hypothetical"}:
        return False
    matches = _matches(a, b, material)
    if matches and a.polarity == b.polarity and all(agreed.agreement != "disjoint" for agreed in matches):
        return False
    return not any(agreed.agreement == "disjoint" and _other_way(agreed.a, agreed.b) for agreed in matches)


def _matches(a: Statement, b: Statement, material: Material) -> list[Match]:
    """Each figure of one held against the nearest of the other."""
    page = material.pages[b.document]
    found = (nearest(b, page, one.figure) for one in of_statement(a, material.pages[a.document]))
    return [pair[1] for pair in found if pair is not None]


def _clash(a: Statement, b: Statement, material: Material) -> bool:
    """Whether they exclude each other by what they say: one number or another, so or not so."""
    return a.polarity != b.polarity or any(agreed.agreement == "disjoint" for agreed in _matches(a, b, material))


def _other_way(one: Measured, other: Measured) -> bool:
    if one.basis and other.basis and one.basis != other.basis:
        return True
    return one.measure is not None and other.measure is not None and one.measure.label != other.measure.label


def _carries(own: str, other: str, material: Material) -> bool:
    ours, theirs = material.statements[own], material.statements[other]
    weight = standing(ours), standing(theirs)
    return weight[0] < weight[1] or (weight[0] == weight[1] and _place(ours, material) < _place(theirs, material))


def _place(statement: Statement, material: Material) -> tuple[str, str, int]:
    return (*page_order(material.pages[statement.document]), statement.position)


def standing(statement: Statement) -> int:
    """How much weight the innermost speaker has: 1 who has a stake or no name, 2 who has none, 3 by office.

    Whoever knows the matter by trade, but gives no name, weighs as much as one who has no stake.
    """
    if not statement.chain:
        return 2
    hop = statement.chain[0]
    words = fold(" ".join((hop.text or "", hop.name or "", *hop.roles)))
    by_office = _words("offices").search(words) is not None
    if hop.kind in ("anonymous", "unnamed"):
        return 2 if by_office else 1
    if _words("parties").search(words):
        return 1
    return 3 if by_office else 2


@functools.cache
def _words(name: str) -> re.Pattern[str]:
    return _pattern(load("alerts.yaml")[name]["words"])


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})\b")


def _alert(own: Statement, against: Statement, judgement: Judgement, material: Material) -> Alert:
    here, there = material.pages[own.document], material.pages[against.document]
    return Alert(
        kind="contradiction",
        why=f"{said_by(own, here)}: {words_of(own)}. {said_by(against, there)}: {words_of(against)}. "
        f"{'Both cannot be true' if _clash(own, against, material) else 'They speak against each other'}.",
        pages=tuple(dict.fromkeys((here.source, there.source))),
        score=judgement.score,
    )
