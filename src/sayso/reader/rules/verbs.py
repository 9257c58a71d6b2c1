"""Cue verbs: which construction a verb form stands in."""

from __future__ import annotations

from sayso.reader.common import cues
from sayso.reader.common.hop import Hop
from sayso.reader.rules.active import read_active, read_infinitive
from sayso.reader.rules.citing import cited_at
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.groups import Group, read_group
from sayso.reader.rules.inverted import read_inverted
from sayso.reader.rules.passive import read_no_answer, read_passive, read_refusal
from sayso.reader.rules.quoting import read_quoting


def read_verb(clause: Clause, at: int) -> tuple[Hop, ...]:
    """The hops of the cue verb at ``at``; none where the words round it show no content or no speech."""
    if cited_at(clause.page, at, clause.low, clause.high) is not None:
        return ()  # see citing.py
    group = read_group(clause, at)
    if group is None or _asks_to_be_unnamed(clause, group):
        return ()
    both = read_quoting(clause, group)
    if both is not None:
        return both
    hop = _read(clause, group)
    return (hop,) if hop is not None else ()


def _read(clause: Clause, group: Group) -> Hop | None:
    if group.verb.refusal:
        return read_refusal(clause, group)
    if group.passive:
        return read_passive(clause, group)
    if group.negated and (group.verb.base in cues.refusals()[1] or _will_not_say(clause, group)):
        return read_no_answer(clause, group)
    if group.infinitive:
        return read_infinitive(clause, group)
    return read_inverted(clause, group) or read_active(clause, group)


def _will_not_say(clause: Clause, group: Group) -> bool:
    """*would not say whether*."""
    following = clause.page.lows[group.end : group.end + 1]
    return group.verb.base in cues.refusals()[0] and following[:1] in (
        ["whether"],
        ["how"],
        ["why"],
        ["who"],
        ["when"],
        ["where"],
        ["if"],
    )


def _asks_to_be_unnamed(clause: Clause, group: Group) -> bool:
    """*who asked not to be named*: a condition of speaking, not a statement."""
    if group.verb.base not in {"ask", "request", "insist"}:
        return False
    following = clause.page.lows[group.end : group.end + 9]
    return any(
        word in {"named", "identified", "anonymity", "anonymous", "unnamed", "name"} for word in following
    ) and any(word in {"not", "for", "remain", "on", "withheld", "out", "that"} for word in following)
