"""The series of a measured thing: its reports as a table with bars, and what the policy makes of them."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import click

from sayso.cli.chains import day, short_id
from sayso.cli.tables import Column, emit, roomy, table
from sayso.export.flat import flat_report
from sayso.nouns import Noun
from sayso.nouns.amount import days, extent, number, several
from sayso.nouns.series import Report, Series
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.cli.filters import Asked

#: columns that a bar takes, in a wide and in a narrow terminal
_WIDE, _NARROW = 20, 12
#: how the time that a figure is true of is known, in a word
_BY = {"claim": "", "said": " (said)", "published": " (page)"}


class Row(Noun, frozen=True, kw_only=True):
    """A report in its series: a line of CSV."""

    series: Series
    report: Report


def show_series(found: Iterable[Series], asked: Asked, *, by_origin: bool = False) -> int:
    """Print series in the form that was asked for; how many."""
    series = list(found)
    if asked.form == "json":
        return emit(series, asked, nothing="no series match", columns=(), flat=lambda _: {})
    if asked.form == "csv":
        rows = [Row(series=each, report=report) for each in series for report in _ordered(each, by_origin)]
        emit(
            rows,
            asked._replace(limit=0),
            nothing="no series match",
            columns=(),
            flat=lambda row: flat_report(row.series, row.report),
        )
        return len(series)
    for each in series[: asked.shown or None]:
        _print(each, by_origin)
    if not series:
        click.echo("no series match", err=True)
    return len(series)


def _print(series: Series, by_origin: bool) -> None:
    about = (series.unit, f"counted as {series.definition}" if series.definition else None)
    described = (several(len(series.reports), "report"), *about)
    click.echo(printable(" · ".join((series.thing, *(each for each in described if each)))))
    click.echo()
    origins = _origins(series, by_origin)
    table(iter(_ordered(series, by_origin)), _columns(series, origins))
    click.echo()
    for line in (*_legend(series, origins), *_view_lines(series)):
        click.echo(printable(line))
    click.echo()


def _ordered(series: Series, by_origin: bool) -> list[Report]:
    if not by_origin:
        return list(series.reports)
    groups: dict[str, list[Report]] = {}
    for report in series.reports:
        groups.setdefault(_origin(report), []).append(report)
    return [report for group in groups.values() for report in group]


def _origin(report: Report) -> str:
    return report.origin or report.speaker or report.outlet or report.source


def _origins(series: Series, by_origin: bool) -> dict[str, str]:
    """The number of each origin, in the order of the reports: what it is called is long, and stands below the table."""
    named = (_origin(report) for report in series.reports if by_origin or report.origin)
    return {origin: str(number) for number, origin in enumerate(dict.fromkeys(named), start=1)}


def _legend(series: Series, origins: dict[str, str]) -> list[str]:
    known = {report.origin for report in series.reports}
    lines = []
    for origin, number_of in origins.items():
        count = sum(_origin(report) == origin for report in series.reports)
        how = "" if origin in known else ", by who is said to have said it"
        lines.append(f"origin {number_of}: {origin} ({several(count, 'report')}{how})")
    return lines


def _columns(series: Series, origins: dict[str, str]) -> tuple[Column[Report], ...]:
    used = set(series.view.rests_on)
    wide = roomy()
    every: dict[str, Column[Report]] = {
        "id": Column("id", lambda r: f"{short_id(r.document)}#{r.key.rpartition('#')[2]}"),
        "as of": Column("as of", _as_of),
        "published": Column("published", lambda r: day(r.published)),
        "status": Column("status", lambda r: r.status),
        "view": Column("view", lambda r: "●" if r.key in used else "–"),
        "figure": Column("figure", _figure),
        "bar": Column(*_bar(series, _WIDE if wide else _NARROW)),
        "origin": Column("origin", lambda r: origins.get(_origin(r), "")),
        "chain": Column("on whose say-so", lambda r: r.chain, ratio=3),
    }
    names = ["id", "as of", "published", "status", "view", "figure", "bar", "origin", "chain"]
    if not wide:
        names = ["as of", "view", "figure", "bar", "origin", "chain"]
    if not series.view.left_out:
        names.remove("view")
    if not origins:
        names.remove("origin")
    return tuple(every[name] for name in names)


def _as_of(report: Report) -> str:
    if report.as_of is None:
        return ""
    return days(report.as_of.from_, report.as_of.to) + _BY[report.as_of.by]


def _figure(report: Report) -> str:
    some = extent(report.low, report.high, report.text, approximate=report.approximate)
    notes = (f"({report.stated})" if report.stated else "", "derived" if report.derived else "")
    return " ".join(filter(None, (some, *notes)))


def _bar(series: Series, width: int) -> tuple[str, Callable[[Report], str]]:
    """The heading with both ends of the scale, and the bar of a report on it."""
    ends = [float(end) for report in series.reports for end in (report.low, report.high) if end is not None]
    first, last = min(ends, default=0.0), max(ends, default=0.0)
    if first <= last / 2:
        first = min(first, 0.0)
    span = last - first

    def bar(report: Report) -> str:
        if not span:
            return ""
        low = report.high if report.low is None else report.low
        high = report.low if report.high is None else report.high
        if low is None or high is None:
            return ""
        thin = span / width
        begin = min(float(low) - first, span - thin)
        return _drawn(begin, max(float(high) - first, begin + thin), span, width)

    left, right = number(first), number(last)
    return (f"{left}{' ' * max(1, width - len(left) - len(right))}{right}" if span else "", bar)


def _drawn(begin: float, end: float, size: float, width: int) -> str:
    from rich.bar import Bar

    console = _console()
    return "".join(part.text for part in console.render(Bar(size, begin, end, width=width))).rstrip("\n")


@functools.cache
def _console() -> Any:
    from rich.console import Console

    return Console(width=_WIDE, color_system=None, legacy_windows=False)


def _view_lines(series: Series) -> list[str]:
    from sayso.origins.series import policies

    view = series.view
    policy = policies()[view.policy]
    numbers = {"low": view.low, "best": view.best, "high": view.high}
    made = " · ".join(f"{name} {number(value)}" for name, value in numbers.items() if value is not None)
    lines = [f"view {view.policy} ({policy.label})" + (f": {made}" if made else "")]
    lines += [f"  {why}" for why in view.why]
    assumed = {note.why for report in series.reports for note in report.assumed}
    reasons: dict[str, list[str]] = {}
    for out in view.left_out:
        reasons.setdefault(out.why, []).append(_name(series, out.report))
    lines += [f"  left out {', '.join(names)}: {why}" for why, names in reasons.items()]
    lines += [f"  assumed: {note}" for note in sorted(assumed)]
    lines += [f"  apart: {note}" for note in series.apart]
    return lines


def _name(series: Series, key: str) -> str:
    report = next(each for each in series.reports if each.key == key)
    return f"{short_id(report.document)}#{key.rpartition('#')[2]} ({_figure(report)})"
