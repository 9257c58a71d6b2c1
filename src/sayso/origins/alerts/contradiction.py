"""Claims that cannot both be true, told at the one that weighs less."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterator

from sayso.lexicon import load
from sayso.nouns import Alert, Hop, Judgement, Statement
from sayso.nouns.folding import fold
from sayso.origins.alerts.clash import LENT, exclude, matches
from sayso.origins.alerts.stale import corrected, dated
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import said_by, words_of
from sayso.origins.matching.intervals import Match
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.order import in_order
from sayso.origins.words import stem

#: a contradiction that is less sure is a relation and no alert
_SURE = 0.75
#: alerts of one cluster at most
_MOST = 3
#: forecasts further apart than this are two
_WEEK = 7
_CAPITAL = re.compile(r"\b[A-Z]\w+")


def contradictions(material: Material, ties: Ties) -> Iterator[Alert]:
    """The surest contradiction with each page that speaks against the cluster, where the cluster is the weaker side.

    Of two claims that exclude each other one carries the alert: that of whoever has a stake in it, or does not give a
    name, against somebody who has none or whose office it is to establish the facts; the earlier of equals. A later
    value, a figure of another year and what one speaker says twice contradict nothing.
    """
    members = set(material.members)
    seen: set[str] = set()
    for judgement in sorted(material.judgements, key=lambda j: (-j.score, j.a, j.b)):
        if judgement.kind != "contradicts" or judgement.score < _SURE or len(seen) >= _MOST:
            continue
        own, other = (judgement.a, judgement.b) if judgement.a in members else (judgement.b, judgement.a)
        if other in members or own not in members:
            continue
        ours, theirs = material.statements[own], material.statements[other]
        if theirs.document in seen or not _carries(ours, theirs, material) or _forecasts(ours, theirs, material):
            continue
        if (
            holds(ours, theirs, judgement, material)
            and not ties.one_side(ours, theirs)
            and not _replaced(theirs, material)
        ):
            seen.add(theirs.document)
            yield _alert(ours, theirs, judgement, material)


def holds(a: Statement, b: Statement, judgement: Judgement, material: Material) -> bool:
    """Whether a contradiction that was judged is one that a reader must be told of.

    Figures must exclude each other; without figures, what is only planned, asked or supposed contradicts nothing.
    """
    if {a.status, b.status} & {"asked", "hypothetical"} or _forecasts(a, b, material):
        return False
    if corrected(a) or corrected(b):
        return False
    if a.polarity == b.polarity and matches(a, b):
        return exclude(a, material.pages[a.document], b, material.pages[b.document])
    if "planned" in (a.status, b.status):
        return False
    return judgement.by != "rule" or _one_thing(a, b)


def _one_thing(a: Statement, b: Statement) -> bool:
    """Whether two claims without figures, of which a rule says that they exclude each other, speak of one thing.

    What somebody denies must share a name and another word with what it is to deny; a *not* alone denies nothing that
    somebody else has said.
    """
    if "denied" in (a.polarity, b.polarity):
        both = set(a.words) & set(b.words)
        named = _names(a) & _names(b)
        return bool(both & named) and bool(both - named)
    return (a.negation is None) == (b.negation is None) or bool(_days(a) and _days(b))


def _names(statement: Statement) -> set[str]:
    """Stems of the words that it writes with a capital; the first word may be any."""
    return {stem(fold(word)) for word in _CAPITAL.findall(statement.text[1:])}


def _days(statement: Statement) -> bool:
    return any(when.from_ is not None for when in statement.times)


def _forecasts(a: Statement, b: Statement, material: Material) -> bool:
    """Whether they are forecasts of different weeks: the later one is a new one."""
    if "planned" not in (a.status, b.status):
        return False
    days = [material.pages[one.document].first for one in (a, b)]
    if days[0] is None or days[1] is None:
        return True
    first, last = (dt.date.fromisoformat(day[:10]) for day in sorted(day for day in days if day))
    return (last - first).days > _WEEK


def _replaced(theirs: Statement, material: Material) -> bool:
    """Whether the other figure is one that the cluster's replaces, or that replaces it, or is of another year."""
    tied = [
        material.statements[key]
        for judgement in material.judgements
        if judgement.kind == "updates"
        for key in (judgement.a, judgement.b)
    ]
    old = [one for one in material.statements.values() if dated(one, material.pages[one.document]) is not None]
    return any(
        one.key == theirs.key or any(_says(agreed) for agreed in matches(one, theirs))
        for one in (*tied, *old)
        if one.key not in material.members
    )


def _says(agreed: Match) -> bool:
    return agreed.agreement != "disjoint" and agreed.measure >= LENT


def _carries(ours: Statement, theirs: Statement, material: Material) -> bool:
    weight = standing(ours, material), standing(theirs, material)
    if weight[0] != weight[1]:
        return weight[0] < weight[1]
    members = set(material.members)
    ends = {key for j in material.judgements if j.kind == "contradicts" for key in (j.a, j.b)}
    first = in_order((material.statements[key] for key in members | ends), material.pages)[0]
    return first.key in members


def standing(statement: Statement, material: Material) -> int:
    """How much weight the innermost speaker has: 1 who has a stake or no name, 2 who has none, 3 by office.

    Whoever knows the matter by trade, but gives no name, weighs as much as one who has no stake.
    """
    if not statement.chain:
        return 2
    hop = statement.chain[0]
    words = fold(" ".join(_called(statement.document, hop, material)))
    by_office = _words("offices").search(words) is not None
    if hop.kind in ("anonymous", "unnamed"):
        return 2 if by_office else 1
    if _words("parties").search(words):
        return 1
    return 3 if by_office else 2


def _called(document: str, hop: Hop, material: Material) -> Iterator[str]:
    """What this and the other pages call a speaker, with offices."""
    actor = material.actors.get(actor_key(document, hop))
    for one in material.statements.values():
        for other in one.chain:
            known = actor and material.actors.get(actor_key(one.document, other)) == actor
            if other is hop or known or (hop.name and other.name and fold(hop.name) == fold(other.name)):
                yield from (other.text or "", other.name or "", *other.roles)


@functools.cache
def _words(name: str) -> re.Pattern[str]:
    words = sorted(load("alerts.yaml")[name]["words"], key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})s?\b")


def _alert(own: Statement, against: Statement, judgement: Judgement, material: Material) -> Alert:
    here, there = material.pages[own.document], material.pages[against.document]
    exclusive = own.polarity != against.polarity or any(m.agreement == "disjoint" for m in matches(own, against))
    return Alert(
        kind="contradiction",
        why=f"{said_by(own, here)}: {words_of(own)}. {said_by(against, there)}: {words_of(against)}. "
        f"{'Both cannot be true' if exclusive else 'They speak against each other'}.",
        pages=tuple(dict.fromkeys((here.source, there.source))),
        score=judgement.score,
    )
