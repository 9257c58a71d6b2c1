"""Claims that cannot both be true, told at the one that weighs less."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from sayso.nouns import Alert, Judgement, Statement
from sayso.nouns.folding import fold
from sayso.origins.alerts.clash import LENT, exclude, matches
from sayso.origins.alerts.sides import Sides
from sayso.origins.alerts.stale import corrected, dated
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import said_by, words_of
from sayso.origins.matching.intervals import Match
from sayso.origins.material import Material
from sayso.origins.words import stem

#: a contradiction that is less sure is a relation and no alert
_SURE = 0.8
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
    sides, superseded = Sides(material), _superseded(material)
    first_hand = _first_hand(material)
    for judgement in sorted(material.judgements, key=lambda j: (-j.score, j.a, j.b)):
        if judgement.kind != "contradicts" or judgement.score < _SURE or len(seen) >= _MOST:
            continue
        own, other = (judgement.a, judgement.b) if judgement.a in members else (judgement.b, judgement.a)
        if other in members or own not in members:
            continue
        if _passed_on(material.statements[other]) and material.homes.get(other) in first_hand:
            continue  # an outlet that passes on what another page has from the speaker is no side of its own
        ours, theirs = material.statements[own], material.statements[other]
        if theirs.document in seen or not sides.weaker(ours, theirs) or not holds(ours, theirs, judgement, material):
            continue
        if not ties.one_side(ours, theirs) and not _replaced(theirs, superseded):
            seen.add(theirs.document)
            yield _alert(ours, theirs, judgement, material)


def _passed_on(statement: Statement) -> bool:
    return bool(statement.chain) and statement.chain[0].kind == "outlet"


def _first_hand(material: Material) -> frozenset[str]:
    """The claims on the other side that some page has from the speaker."""
    ends = {key for j in material.judgements if j.kind == "contradicts" for key in (j.a, j.b)}
    theirs = (key for key in ends if key in material.homes and not _passed_on(material.statements[key]))
    return frozenset(material.homes[key] for key in theirs)


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


def _superseded(material: Material) -> list[Statement]:
    """Statements outside the cluster that its own replace, that replace its own, or that are of another year."""
    updates = (j for j in material.judgements if j.kind == "updates")
    keys = {key for j in updates for key in (j.a, j.b)}
    keys |= {key for key, one in material.statements.items() if dated(one, material.pages[one.document]) is not None}
    return [material.statements[key] for key in sorted(keys - set(material.members))]


def _replaced(theirs: Statement, superseded: list[Statement]) -> bool:
    """Whether the other figure is one that was replaced, or replaces the cluster's."""
    return any(one.key == theirs.key or any(map(_says, matches(one, theirs))) for one in superseded)


def _says(agreed: Match) -> bool:
    return agreed.agreement != "disjoint" and agreed.measure >= LENT


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
