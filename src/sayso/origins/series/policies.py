"""Policies: named, documented views over the same reports. What they are is data; here it is carried out."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.errors import ConfigError
from sayso.lexicon import load
from sayso.nouns.amount import number
from sayso.nouns.folding import fold
from sayso.nouns.series import LeftOut, Report, View
from sayso.origins.series.known import Known
from sayso.origins.series.superseded import latest_of_origins, replaced

DEFAULT = "all"


@dataclass(frozen=True, slots=True)
class Policy:
    """One policy of ``lexicon/figure_policies.yaml``: its name and meaning, and the rules that it is made of."""

    name: str
    label: str
    meaning: str
    source: str
    per: Literal["report", "origin"]
    take: Literal["nothing", "lowest", "low-best-high", "min-max"]
    superseded: Literal["keep", "leave-out"]
    vague: str | None
    unreliable: tuple[str, ...]


@functools.cache
def policies() -> dict[str, Policy]:
    """All policies by name, in the order of the file."""
    return {
        name: Policy(
            name=name,
            label=row["label"],
            meaning=row["meaning"],
            source=row["source"],
            per=row["per"],
            take=row["take"],
            superseded=row["superseded"],
            vague=row["vague"],
            unreliable=tuple(row["unreliable"]),
        )
        for name, row in load("figure_policies.yaml")["policies"].items()
    }


def policy_named(name: str) -> Policy:
    """One policy.

    Raises:
        ConfigError: SAY-001, there is none of that name.
    """
    known = policies()
    if name not in known:
        raise ConfigError("SAY-001", "options", f"--policy: {name!r} is none of: {', '.join(known)}")
    return known[name]


def view(policy: Policy, reports: Sequence[Report], known: Known, updates: Mapping[str, str]) -> View:
    """What a policy makes of the reports of one series. ``updates``: those that are replaced, by key, and why."""
    left = _no_reports(reports) if policy.take != "nothing" or policy.per == "origin" else {}
    if policy.superseded == "leave-out":
        left |= replaced([r for r in reports if r.key not in left], updates)
    if policy.unreliable:
        left |= _unreliable(reports, policy, known)
    why: list[str] = []
    if policy.per == "origin":
        older, how = latest_of_origins([r for r in reports if r.key not in left])
        left |= older
        why.append(how)
    rests = [r for r in reports if r.key not in left]
    low, best, high, told, unused = _TAKEN[policy.take](rests, policy, known)
    left |= unused
    return View(
        policy=policy.name,
        low=low,
        best=best,
        high=high,
        rests_on=tuple(r.key for r in reports if r.key not in left),
        left_out=tuple(LeftOut(report=r.key, why=left[r.key]) for r in reports if r.key in left),
        why=(*why, *told),
    )


def _no_reports(reports: Sequence[Report]) -> dict[str, str]:
    """Figures that tell of no number that was, with the reason."""
    statuses: dict[str, str] = load("figure_policies.yaml")["statuses"]
    left = {r.key: statuses[r.status] for r in reports if r.status in statuses}
    left |= {r.key: "it follows from another figure and is not stated" for r in reports if r.derived}
    left |= {r.key: each.why for r in reports for each in r.assumed if each.kind == "what"}
    told = [r for r in reports if r.key not in left]
    if any(r.status in ("asserted", "hedged") for r in told):
        ahead = "it speaks of what is to come, other reports of what is"
        left |= {r.key: ahead for r in told if r.status == "planned"}
    return left


def _unreliable(reports: Sequence[Report], policy: Policy, known: Known) -> dict[str, str]:
    left = {}
    for each in reports:
        if (grade := grade_of(each, known)) in policy.unreliable:
            left[each.key] = f"{each.speaker or each.outlet} is graded {grade}, unreliable"
    return left


def grade_of(report: Report, known: Known) -> str | None:
    """The grade of who is behind a report: the innermost speaker; the outlet where nobody else is named."""
    who = report.speaker or report.outlet
    return known.grades.get(fold(who)) if who else None


_Made = tuple[float | None, float | None, float | None, list[str], dict[str, str]]


def _nothing(rests: Sequence[Report], policy: Policy, known: Known) -> _Made:
    del policy, known
    return None, None, None, [f"{_reports(len(rests))}; no number is made of them"], {}


def _lowest(rests: Sequence[Report], policy: Policy, known: Known) -> _Made:
    del known
    lows = {r.key: _low(r, policy) for r in rests}
    unused = {key: "it gives no lower bound" for key, low in lows.items() if low is None}
    chosen = min((r for r in rests if lows[r.key] is not None), key=lambda r: lows[r.key] or 0.0, default=None)
    if chosen is None:
        return None, None, None, ["no report gives a lower bound"], unused
    least = lows[chosen.key]
    assert least is not None
    return None, least, None, [f"{number(least)} is the lowest number that any report allows ({_who(chosen)})"], unused


def _low_best_high(rests: Sequence[Report], policy: Policy, known: Known) -> _Made:
    low, _, high, told, unused = _min_max(rests, policy, known)
    stated = [r for r in rests if _some(r, policy) is not None]
    if not stated:
        return None, None, None, told, unused
    grades = {r.key: grade_of(r, known) or "F" for r in stated}
    top = min(grades.values())
    chosen = min((r for r in stated if grades[r.key] == top), key=lambda r: _some(r, policy) or 0.0)
    best = _some(chosen, policy)
    assert best is not None
    if top == "F":
        reason = "no source of it is graded, so the lower figure is taken"
    elif sum(grade == top for grade in grades.values()) > 1:
        reason = f"of the sources graded {top}, the most reliable here, it is the lower figure"
    else:
        reason = f"its source is graded {top}, the most reliable here"
    return low, best, high, [*told, f"best is {number(best)} ({_who(chosen)}): {reason}"], unused


def _min_max(rests: Sequence[Report], policy: Policy, known: Known) -> _Made:
    del known
    lows = {r.key: end for r in rests if (end := _some(r, policy)) is not None}
    highs = {r.key: r.high if r.high is not None else lows[r.key] for r in rests if r.key in lows}
    stated = [r for r in rests if r.key in lows]
    if not stated:
        return None, None, None, ["no report gives a number"], {}
    # of equals the first: reports come in the order of time
    least, most = min(stated, key=lambda r: lows[r.key]), max(stated, key=lambda r: highs[r.key])
    told = [
        f"the lowest is {number(lows[least.key])} ({_who(least)})",
        f"the highest is {number(highs[most.key])} ({_who(most)})",
    ]
    if opened := sum(r.high is None for r in stated):
        told.append(f"{_reports(opened)} say{'s' if opened == 1 else ''} “at least” or the like: it may be more")
    return lows[least.key], None, highs[most.key], told, {}


_TAKEN: dict[str, Callable[[Sequence[Report], Policy, Known], _Made]] = {
    "nothing": _nothing,
    "lowest": _lowest,
    "low-best-high": _low_best_high,
    "min-max": _min_max,
}


def _low(report: Report, policy: Policy) -> float | None:
    """The lower bound; that of a vague word by the policy's own convention."""
    if policy.vague:
        for words, least in _vague(policy.vague):
            if words in f" {fold(report.text)} ":
                return least
    return report.low


def _some(report: Report, policy: Policy) -> float | None:
    """The lower bound, or the upper one where that is all that is said."""
    low = _low(report, policy)
    return report.high if low is None else low


@functools.cache
def _vague(convention: str) -> tuple[tuple[str, float], ...]:
    """Vague words and what they are at least by a convention, the longest first."""
    rows = load("vague.yaml")["conventions"][convention]["rows"]
    made = [(f" {row['words']} ", float(row["low"])) for row in rows if row.get("alone", True) is True]
    return tuple(sorted(made, key=lambda row: -len(row[0])))


def _who(report: Report) -> str:
    """*Goran Ristevski, in The Corvane Herald*: who says it and where."""
    where = report.outlet or report.source
    return f"{report.speaker}, in {where}" if report.speaker else where


def _reports(count: int) -> str:
    return "1 report" if count == 1 else f"{count} reports"
