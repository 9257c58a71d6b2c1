"""Which reports a later one replaces, and which are the latest of their origin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sayso.nouns.amount import number
from sayso.nouns.folding import fold
from sayso.nouns.series import Report


def replaced(reports: Sequence[Report], updates: Mapping[str, str]) -> dict[str, str]:
    """Reports that a later report replaces, each with the reason.

    ``updates`` are those that were judged to be, by key. Every other report of their cluster that gives the same number
    is replaced with them. Where nobody has judged, a speaker's later figure replaces his or her earlier one.
    """
    left = {r.key: updates[r.key] for r in reports if r.key in updates}
    stale: dict[str, list[Report]] = {}
    for each in reports:
        if each.key in left and each.cluster:
            stale.setdefault(each.cluster, []).append(each)
    for each in reports:
        same = next((old for old in stale.get(each.cluster or "", ()) if _agree(old, each)), None)
        if same is not None and each.key not in left:
            left[each.key] = f"it says the same as a report that was replaced: {left[same.key]}"
    latest = _latest([r for r in reports if r.key not in left and r.speaker], lambda r: fold(r.speaker or ""))
    return left | latest


def _agree(a: Report, b: Report) -> bool:
    return (a.low is not None and a.low == b.low) or (a.high is not None and a.high == b.high)


def latest_of_origins(reports: Sequence[Report]) -> tuple[dict[str, str], str]:
    """Reports that are not the latest of their origin, each with the reason; and how origins are told apart."""
    if all(r.origin for r in reports):
        how = "origins are those that sayso origins shows"
    elif any(r.origin for r in reports):
        how = "origins are those that sayso origins shows; where it shows none, whoever is said to have said it"
    else:
        how = "claims are not linked across pages yet: whoever is said to have said it stands for the origin"
    return _latest(list(reports), origin_of, all_of=True), how


def origin_of(report: Report) -> str:
    """What stands for a report's origin: the origin, else the speaker, else the outlet, else the page."""
    return report.origin or fold(report.speaker or report.outlet or "") or report.document


def _latest(reports: list[Report], key: Callable[[Report], str], *, all_of: bool = False) -> dict[str, str]:
    left: dict[str, str] = {}
    newest: dict[str, Report] = {}
    for each in sorted(reports, key=_moment):
        who = key(each)
        if (older := newest.get(who)) is not None:
            if not all_of and (_moment(older)[:2] == _moment(each)[:2] or _same(older, each)):
                # one day tells nothing of which came first, and saying it again replaces nothing
                newest[who] = each
                continue
            left[older.key] = _reason(older, each)
        newest[who] = each
    return left


def _same(a: Report, b: Report) -> bool:
    return (a.low, a.high) == (b.low, b.high)


def _reason(older: Report, newer: Report) -> str:
    who = newer.origin or newer.speaker or newer.outlet or "the same page"
    day = (newer.as_of.to if newer.as_of else None) or newer.published
    if _same(older, newer):
        return f"a later report of the same origin gives the same ({who}" + (f", {day[:10]})" if day else ")")
    when = f", {day[:10]})" if day else ")"
    return f"a later report of the same origin gives {_range(newer)} ({who}{when}"


def _range(report: Report) -> str:
    if report.low is None or report.high is None:
        end = report.high if report.low is None else report.low
        return f"{number(end) if end is not None else '?'} or {'more' if report.high is None else 'less'}"
    if report.low == report.high:
        return number(report.low)
    return f"{number(report.low)}–{number(report.high)}"


def _moment(report: Report) -> tuple[str, str, str]:
    first = report.as_of.to or report.as_of.from_ or "" if report.as_of else ""
    return first, (report.published or "")[:10], report.key
