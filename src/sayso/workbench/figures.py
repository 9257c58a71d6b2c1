"""Series as their page shows them: reports in an order, origins by number, and rows for the chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sayso.nouns.amount import days, extent
from sayso.nouns.called import file_of
from sayso.workbench.words import key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.nouns.series import Report, Series

#: how reports can be put in order
ORDERS: Final = {"time": "by time", "origin": "by origin", "size": "by size"}
#: how the time that a figure is true of is known
BY: Final = {"claim": "", "said": "said then", "published": "page of then"}
#: symbols of origins, beside their colour: Vega's names
SHAPES: Final = ("circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "triangle-left", "stroke")
#: colours of ``tokens.css`` for origins
_COLOURS: Final = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A report with all that its row says: the figure and its day in words, its origin's number, its place in the view.

    ``left`` is why the view leaves it out; null where it rests on it.
    """

    report: Report
    number: int
    figure: str
    as_of: str
    by: str
    origin: int
    left: str | None

    @property
    def id(self) -> str:
        """What tells the row apart on the page."""
        document, _, ident = self.report.key.rpartition("#")
        return f"{key(document)}-{ident}"

    @property
    def colour(self) -> int:
        return (self.origin - 1) % _COLOURS + 1

    @property
    def shape(self) -> str:
        return SHAPES[(self.origin - 1) % len(SHAPES)]


@dataclass(frozen=True, slots=True)
class Told:
    """A series with its lines in order, its origins in the order of their numbers, and the rows of its chart."""

    series: Series
    lines: tuple[Line, ...]
    origins: tuple[Named, ...]
    chart: dict[str, Any]
    left: tuple[tuple[str, tuple[Line, ...]], ...]
    assumed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """An origin: its number, what it is called, how many reports, and whether only a speaker's name says so."""

    number: int
    name: str
    reports: int
    linked: bool
    colour: int
    shape: str


def told(series: Series, order: str = "time", *, drawn: int = 200) -> Told:
    """A series ready to be shown; ``drawn`` is how many reports its chart holds."""
    numbers: dict[str, int] = {}
    for report in series.reports:
        numbers.setdefault(origin_of(report), len(numbers) + 1)
    why = {out.report: out.why for out in series.view.left_out}
    ordered = sorted_by(series.reports, order, numbers)
    lines = tuple(
        Line(
            report=report,
            number=place,
            figure=figure(report),
            as_of=days(report.as_of.from_, report.as_of.to) if report.as_of else "",
            by=BY[report.as_of.by] if report.as_of else "",
            origin=numbers[origin_of(report)],
            left=why.get(report.key),
        )
        for place, report in enumerate(ordered, start=1)
    )
    reasons: dict[str, list[Line]] = {}
    for line in lines:
        if line.left is not None:
            reasons.setdefault(line.left, []).append(line)
    return Told(
        series=series,
        lines=lines,
        origins=_origins(lines),
        chart=chart(series, lines[:drawn]),
        left=tuple((reason, tuple(those)) for reason, those in reasons.items()),
        assumed=tuple(sorted({note.why for report in series.reports for note in report.assumed})),
    )


def origin_of(report: Report) -> str:
    """What a report goes back to: its origin; until pages are linked whoever is said to have said it."""
    return report.origin or report.speaker or report.outlet or report.source


def sorted_by(reports: Iterable[Report], order: str, numbers: dict[str, int]) -> list[Report]:
    """Reports come in the order of time."""
    if order == "origin":
        return sorted(reports, key=lambda report: numbers[origin_of(report)])
    if order == "size":
        return sorted(reports, key=_size)
    return list(reports)


def _size(report: Report) -> tuple[bool, float, float]:
    ends = [float(end) for end in (report.low, report.high) if end is not None]
    return not ends, min(ends, default=0.0), max(ends, default=0.0)


def _origins(lines: Iterable[Line]) -> tuple[Named, ...]:
    groups: dict[int, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.origin, []).append(line)
    return tuple(
        Named(
            number=origin,
            name=origin_of(those[0].report),
            reports=len(those),
            linked=those[0].report.origin is not None,
            colour=those[0].colour,
            shape=those[0].shape,
        )
        for origin, those in sorted(groups.items())
    )


def figure(report: Report) -> str:
    """``about 5,000–7,000``, ``40 or more``; the words of the page where neither end is known."""
    return extent(report.low, report.high, report.text, approximate=report.approximate)


def who(report: Report) -> str:
    """Who says it, and where."""
    where = report.outlet or file_of(report.source)
    return f"{report.speaker}, {where}" if report.speaker else where


def chart(series: Series, lines: Iterable[Line]) -> dict[str, Any]:
    """The datasets of ``static/specs/figures.json``.

    ``rows``: one a report whose figure has an end, numbers in the unit of the series; ``low`` and ``high`` are equal
    for a point, ``end`` is where the arrow of an open end stops. ``view``: what the policy makes of them, at most one.
    ``ends``: what the axis must reach.
    """
    drawn = [line for line in lines if line.report.low is not None or line.report.high is not None]
    values = [float(end) for line in drawn for end in (line.report.low, line.report.high) if end is not None]
    least, most = min(values, default=0.0), max(values, default=0.0)
    room = (most - least or abs(most) or 1.0) * 0.12
    view = series.view
    made = [float(end) for end in (view.low, view.best, view.high) if end is not None]
    band = {"low": min(made), "high": max(made), "best": view.best, "policy": view.policy} if made else None
    ends = [*values, 0.0] if 0 <= least <= most / 2 else values
    if any(line.report.high is None for line in drawn):
        ends = [*ends, most + room]
    return {
        "rows": [_row(line, room) for line in drawn],
        "view": [band] if band else [],
        "ends": [{"x": end} for end in (min(ends, default=0.0), max(ends, default=1.0))],
    }


def _row(line: Line, room: float) -> dict[str, Any]:
    report = line.report
    low, high = report.low, report.high
    first = high if low is None else low
    last = low if high is None else high
    assert first is not None
    assert last is not None
    notes = (
        report.status if report.status != "asserted" else "",
        "derived" if report.derived else "",
        "not in the view" if line.left else "",
    )
    said = " · ".join(filter(None, (f"{line.origin}  {report.speaker or report.outlet or who(report)}", line.as_of)))
    marks = ", ".join(filter(None, notes))
    return {
        "id": line.id,
        "row": line.number,
        "low": first,
        "high": last,
        "end": last + room if high is None else first - room if low is None else None,
        "arrow": "triangle-right" if high is None else "triangle-left" if low is None else None,
        "figure": line.figure,
        "said": said + (f" ({marks})" if marks else ""),
        "colour": line.colour,
        "shape": line.shape,
        "sure": report.status == "asserted" and not report.derived,
        "used": line.left is None,
        "chain": report.chain,
        "as_of": " ".join(filter(None, (line.as_of, line.by))),
        "status": report.status,
        "origin": origin_of(report),
        "why": line.left,
        "href": f"/claims/{key(report.document)}/{report.claim.rpartition('#')[2]}",
    }
