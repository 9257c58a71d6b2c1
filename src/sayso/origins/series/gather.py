"""Figures -> series: those that measure one thing together, in one unit, the earliest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sayso.nouns.folding import fold
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Assumed, Report, Series
from sayso.origins.series.definitions import definition
from sayso.origins.series.known import Known, PageWords
from sayso.origins.series.policies import Policy, view
from sayso.origins.series.question import Question
from sayso.origins.series.reports import claim_key, key_of, report
from sayso.origins.series.things import Measured, acronym_in, general_stems, named
from sayso.origins.words import stems

#: series are compared one with another: as many figures as can be without the answer becoming slow
MOST = 2000
#: with so many of a group a figure is compared before it joins
_COMPARED = 8

_TITLE = "“{}” stands in the page's title, not in the claim"


@dataclass(frozen=True, slots=True)
class _Found:
    figure: FoundFigure
    measured: Measured
    assumed: tuple[Assumed, ...] = ()


def gather(
    figures: Iterable[FoundFigure],
    policy: Policy,
    *,
    known: Known | None = None,
    asked: Question | None = None,
    countries: Sequence[str] = (),
) -> tuple[Series, ...]:
    """The series among some figures; those with most reports first.

    With a question only figures that answer it. ``countries`` are the codes of the countries that its place is the name
    of. A figure that stands in two claims is one report.
    """
    known = known or Known()
    found = [_Found(figure, Measured.of(figure, _page(known, figure))) for figure in _once(figures)]
    if asked is not None:
        found = [match for each in found if (match := _answers(each, asked, countries))]
    groups = _together(found, known, asked)
    made = [_series(group, policy, known, asked) for group in groups]
    return tuple(sorted(made, key=lambda series: (-len(series.reports), series.thing, series.reports[0].key)))


def _page(known: Known, figure: FoundFigure) -> PageWords:
    return known.pages.get(figure.document.id, PageWords())


def _once(figures: Iterable[FoundFigure]) -> list[FoundFigure]:
    """Each figure once, in the claim with the longest chain; changes alone (*up 5 %*) measure nothing."""
    best: dict[str, FoundFigure] = {}
    for figure in figures:
        if figure.low is figure.high is None:
            continue
        key = key_of(figure)
        if key not in best and len(best) >= MOST:
            continue
        if key not in best or len(figure.hops) > len(best[key].hops):
            best[key] = figure
    return [best[key] for key in sorted(best)]


def _answers(found: _Found, asked: Question, countries: Sequence[str]) -> _Found | None:
    """The figure with what had to be assumed so that it answers the question; null where it does not."""
    it, title = found.measured, found.figure.document.title or ""
    assumed: list[Assumed] = []
    spelt = {key: word for word in fold(asked.text).split() for key in stems(word)}

    def has(word: str) -> bool:
        if word in it.words or word in it.text:
            return True
        if word in it.page.title:
            assumed.append(Assumed(kind="what", why=_TITLE.format(spelt.get(word, word))))
            return True
        return False

    if asked.head and not _counts(asked, it, has):
        return None
    if not all(has(word) for word in asked.words):
        return None
    for acronym in asked.acronyms:
        if not acronym_in(acronym, it.written):
            if not acronym_in(acronym, title):
                return None
            assumed.append(Assumed(kind="what", why=_TITLE.format(acronym)))
    if asked.where and not _lies(asked.where, countries, it, assumed):
        return None
    return _Found(found.figure, it, tuple(dict.fromkeys(assumed)))


def _counts(asked: Question, it: Measured, has: Callable[[str], bool]) -> bool:
    """Whether what is counted is what was asked for; *boats seized* are boats of which the claim says *seized*."""
    if it.definition is None:
        return asked.head in general_stems() or has(asked.head)
    if it.definition == definition(asked.noun, asked.words):
        return True
    return it.definition.key in asked.words and has(asked.head)


def _lies(where: str, countries: Sequence[str], it: Measured, assumed: list[Assumed]) -> bool:
    name = fold(where)
    if named(name, it.names) or it.countries & set(countries) or named(name, (fold(it.written),)):
        return True
    if it.countries and countries:
        return False  # the claim says that it is elsewhere
    if named(name, it.page.names) or set(countries) & set(it.page.countries):
        assumed.append(Assumed(kind="where", why=f"{where} is named on the page, not in the claim"))
        return True
    return False


def _together(found: list[_Found], known: Known, asked: Question | None) -> list[list[_Found]]:
    """Groups of figures that measure one thing: judged so, or alike in every respect and in units that convert."""
    groups: list[list[_Found]] = []
    homes: dict[str, list[_Found]] = {}
    for each in found:
        claim = claim_key(each.figure)
        cluster = known.clusters.get(claim)
        group = homes.get(cluster) if cluster else None
        if group is None or not _one_unit(group[0].figure, each.figure):
            group = next((g for g in groups if _fits(each, g, asked)), None)
        if group is None:
            if each.measured.definition is None and cluster is None and asked is None:
                continue
            group = []
            groups.append(group)
        group.append(each)
        if cluster:
            homes.setdefault(cluster, group)
    return groups


def _fits(each: _Found, group: list[_Found], asked: Question | None) -> bool:
    alike = all(each.measured.one_with(other.measured, asked) for other in group[:_COMPARED])
    return alike and _one_unit(group[0].figure, each.figure)


def _one_unit(a: FoundFigure, b: FoundFigure) -> bool:
    return _unit(a) == _unit(b) or _converted(b, _unit(a)) is not None


def _unit(figure: FoundFigure) -> str | None:
    # what is counted is a unit of its own where nothing else is: *40 boats*, *forty*
    return figure.unit


def _converted(figure: FoundFigure, unit: str | None) -> FoundFigure | None:
    if unit is None or figure.unit is None:
        return None
    from sayso.measures.quantities.convert import convert  # brings in pint, which few series need

    other = convert(figure, unit)
    return other if isinstance(other, FoundFigure) else None


def _series(group: list[_Found], policy: Policy, known: Known, asked: Question | None) -> Series:
    units = Counter(each.figure.unit for each in group)
    unit = min(units, key=lambda each: (-units[each], each or ""))
    reports = []
    for each in group:
        same = each.figure.unit == unit
        shown = each.figure if same else _converted(each.figure, unit) or each.figure
        reports.append(report(shown, known, was=each.figure, assumed=each.assumed))
    ordered = tuple(sorted(reports, key=_order))
    return Series(
        thing=asked.text if asked else _thing(group),
        definition=_definition(group),
        where=asked.where if asked else None,
        unit=unit,
        reports=ordered,
        view=view(policy, ordered, known),
    )


def _definition(group: list[_Found]) -> str | None:
    words = Counter(each.measured.definition.word for each in group if each.measured.definition)
    return min(words, key=lambda word: (-words[word], word)) if words else None


def _thing(group: list[_Found]) -> str:
    """What most of the figures call what they count, the shortest of equals."""
    names = Counter(each.figure.of for each in group if each.figure.of)
    return min(names, key=lambda name: (-names[name], len(name), name)) if names else "no thing in words"


def _order(made: Report) -> tuple[str, str, str]:
    last = "9999"
    return (made.as_of.from_ if made.as_of and made.as_of.from_ else last, made.published or last, made.key)
