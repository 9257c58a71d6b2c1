"""Figures -> series: those that measure one thing together, in one unit, the earliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Assumed, Report, Series
from sayso.origins.matching import intervals
from sayso.origins.matching.say import amount
from sayso.origins.series.answers import Answering
from sayso.origins.series.groups import COMPARED, Found, Ties, together
from sayso.origins.series.known import Known
from sayso.origins.series.policies import Policy, view
from sayso.origins.series.question import Question
from sayso.origins.series.reports import claim_key, key_of, report
from sayso.origins.series.things import ONE_MEASURE, things_of

#: series are compared one with another: as many figures as can be without the answer becoming slow
MOST = 1000
#: sentences about near things that are printed with a series
_APART = 8

_TOLD_BY_ANOTHER = "what is counted is told by a claim that was judged together with it"


@dataclass(frozen=True, slots=True)
class _Reported:
    """A series without a view: its reports, and those that a later one replaces, with the reason."""

    thing: str
    definition: str | None
    where: str | None
    unit: str | None
    reports: tuple[Report, ...]
    updates: Mapping[str, str]
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The series of one question, those with most reports first: gathered once, and then seen by any policy.

    ``known`` is what policies go by: the grades of sources.
    """

    series: tuple[_Reported, ...]
    known: Known

    def seen(self, policy: Policy) -> tuple[Series, ...]:
        """The series with what a policy makes of each."""
        return tuple(
            Series(
                thing=each.thing,
                definition=each.definition,
                where=each.where,
                unit=each.unit,
                reports=each.reports,
                view=view(policy, each.reports, self.known, each.updates),
                apart=each.apart,
            )
            for each in self.series
        )


def gather(
    figures: Iterable[FoundFigure],
    policy: Policy,
    *,
    known: Known | None = None,
    asked: Question | None = None,
    countries: Sequence[str] = (),
) -> tuple[Series, ...]:
    """The series among some figures, seen by a policy: see :func:`gathered`."""
    return gathered(figures, known=known, asked=asked, countries=countries).seen(policy)


def gathered(
    figures: Iterable[FoundFigure],
    *,
    known: Known | None = None,
    asked: Question | None = None,
    countries: Sequence[str] = (),
) -> Gathered:
    """The series among some figures; those with most reports first.

    With a question only figures that answer it. ``countries`` are the codes of the countries that its place is the name
    of. A figure that stands in two claims is one report.
    """
    known = known or Known()
    every = [Found(thing) for thing in things_of(_once(figures), known)]
    found, others = every, every
    if asked is not None:
        held = [(each, Answering(each.thing, asked, countries)) for each in every]
        found = [Found(each.thing, tuple(answer.assumed)) for each, answer in held if answer.answers]
        others = [each for each, answer in held if answer.near]
        found += _judged_with(found, others, known)
    groups = together(found, known, asked)
    apart = _Apart(others, known)
    made = [_series(group, known, asked, apart.of(group)) for group in groups]
    made.sort(key=lambda series: (-len(series.reports), series.thing, series.reports[0].key))
    return Gathered(tuple(made), Known(grades=known.grades))


def _once(figures: Iterable[FoundFigure]) -> list[FoundFigure]:
    """Each figure once, in the claim with the longest chain."""
    best: dict[str, FoundFigure] = {}
    for figure in figures:
        key = key_of(figure)
        if key not in best and len(best) >= MOST:
            continue
        if key not in best or len(figure.hops) > len(best[key].hops):
            best[key] = figure
    return [best[key] for key in sorted(best)]


def _judged_with(found: list[Found], others: list[Found], known: Known) -> list[Found]:
    """Figures that do not say what they count, of claims that were judged together with one that does: *350 men*."""
    answering = {key_of(each.figure) for each in found}
    ties = Ties(found, known)
    made = []
    for other in others:
        if key_of(other.figure) in answering or not other.thing.counted.general | other.thing.counted.lent:
            continue
        judged = (found[at] for at in ties.judged(claim_key(other.figure))[:COMPARED])
        if any(other.thing.one_with(each.thing, known, judged=True, asked=True, placed=True) for each in judged):
            made.append(Found(other.thing, (Assumed(kind="about", why=_TOLD_BY_ANOTHER),)))
    return made


def _converted(figure: FoundFigure, unit: str | None) -> FoundFigure | None:
    if unit is None or figure.unit is None:
        return None
    from sayso.measures.quantities.convert import convert  # brings in pint, which few series need

    other = convert(figure, unit)
    return other if isinstance(other, FoundFigure) else None


def _series(group: list[Found], known: Known, asked: Question | None, apart: tuple[str, ...]) -> _Reported:
    units = Counter(each.figure.unit for each in group if each.figure.unit)
    unit = min(units, key=lambda each: (-units[each], each)) if units else None
    reports = []
    for each in group:
        same = each.figure.unit == unit or each.figure.kind == "count"
        shown = each.figure if same else _converted(each.figure, unit) or each.figure
        reports.append(report(shown, known, was=each.figure, assumed=each.assumed))
    ordered = tuple(sorted(reports, key=_order))
    labels = Counter(label for each in group if (label := each.thing.label or each.thing.population))
    return _Reported(
        thing=asked.text if asked else _name(group),
        definition=min(labels, key=lambda label: (-labels[label], label)) if labels else None,
        where=asked.where if asked else None,
        unit=unit,
        reports=ordered,
        updates=_updates(group, known),
        apart=apart,
    )


def _updates(group: list[Found], known: Known) -> dict[str, str]:
    """Figures that a later claim of the series replaces, by key, with the reason.

    A claim that was judged to be replaced may hold other figures too: only those count that measure the same as one of
    the later claim, or that are the claim's only one here.
    """
    by_claim: dict[str, list[Found]] = {}
    for each in group:
        by_claim.setdefault(claim_key(each.figure), []).append(each)
    found: dict[str, str] = {}
    for claim, figures in by_claim.items():
        if (newer := known.updates.get(claim)) is None:
            continue
        for each in figures:
            least = 0.0 if len(figures) == 1 else ONE_MEASURE
            held = (
                intervals.agreement(each.thing.counted, later.thing.counted) for later in by_claim.get(newer[0], ())
            )
            if any(one is not None and one[1] > 0 and one[1] >= least for one in held):
                found[key_of(each.figure)] = newer[1]
    return found


def _name(group: list[Found]) -> str:
    """What most of the figures call what they count, the shortest of equals."""
    names = Counter(each.figure.of for each in group if each.figure.of)
    if names:
        return min(names, key=lambda name: (-names[name], len(name), name))
    return next((each.figure.unit for each in group if each.figure.unit), "what is not said")


class _Apart:
    """What was kept out of series because it is counted by another definition, in sentences."""

    def __init__(self, others: list[Found], known: Known) -> None:
        self._neighbours = known.neighbours()
        self._on_page: dict[str, list[Found]] = {}
        for other in others:
            self._on_page.setdefault(other.figure.document.id, []).append(other)

    def of(self, group: list[Found]) -> tuple[str, ...]:
        """Of the figures on the pages of a series and on pages of the same event."""
        pages = dict.fromkeys(each.figure.document.id for each in group)
        near = dict.fromkeys(page for own in pages for page in (own, *self._neighbours.get(own, ())))
        inside = {key_of(each.figure) for each in group}
        told: dict[str, None] = {}
        for other in (other for page in near for other in self._on_page.get(page, ())):
            if len(told) >= _APART:
                break
            if key_of(other.figure) not in inside and (said := _kept_out(group, other)):
                told[said] = None
        return tuple(sorted(told))


def _kept_out(group: list[Found], other: Found) -> str | None:
    why = next(filter(None, (each.thing.apart(other.thing) for each in group[:COMPARED])), None)
    if why is None:
        return None
    counted = other.thing.counted
    said = f" ({counted.measure.say})" if counted.measure else f" ({counted.basis})" if counted.basis else ""
    unit = other.figure.of or other.figure.unit or ""
    return f"{amount(counted)} {unit}".strip() + f"{said}: {why}"


def _order(made: Report) -> tuple[str, str, str]:
    last = "9999"
    return (made.as_of.from_ if made.as_of and made.as_of.from_ else last, made.published or last, made.key)
