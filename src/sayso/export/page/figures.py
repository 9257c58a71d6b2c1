"""Figures as tables: each measured thing with every report of it, and where these lie on one scale."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.export.page.values import Bar, Cite, FigureRow, FigureTable
from sayso.ledger.spoken import spoken_interval
from sayso.nouns.amount import extent, number

if TYPE_CHECKING:
    from sayso.nouns.series import AsOf, Report, Series

#: how it is known what days a figure is true of
_BY = {"claim": "", "said": " (said)", "published": " (published)"}
#: hundredths of the scale that a mark takes at least
_THIN = 1.2


def table_of(series: Series, told: Callable[[Report], tuple[str, Cite | None]]) -> FigureTable:
    """The table of a series; ``told`` says on whose say-so a report is and where it stands."""
    ends = [float(end) for report in series.reports for end in (report.low, report.high) if end is not None]
    first, last = min(ends, default=0.0), max(ends, default=0.0)
    if first <= last / 2:
        first = min(first, 0.0)
    view = series.view
    left = {out.report: out.why for out in view.left_out}
    rows = []
    for report in series.reports:
        chain, cite = told(report)
        notes = (
            f"stated as {report.stated}" if report.stated else None,
            "derived, not stated" if report.derived else None,
            report.status if report.status != "asserted" else None,
            left.get(report.key),
        )
        rows.append(
            FigureRow(
                amount=extent(report.low, report.high, report.text, approximate=report.approximate),
                bar=_bar(report, first, last),
                as_of=_as_of(report.as_of),
                chain=chain,
                used=report.key not in left,
                notes=tuple(filter(None, notes)),
                cite=cite,
            )
        )
    about = (series.unit, f"counted as {series.definition}" if series.definition else None, series.where)
    return FigureTable(
        thing=series.thing,
        about=" · ".join(dict.fromkeys(filter(None, about))),
        scale=(number(first), number(last)) if first < last else None,
        rows=tuple(rows),
        why=tuple(view.why),
    )


def _as_of(as_of: AsOf | None) -> str:
    return spoken_interval(as_of.from_, as_of.to) + _BY[as_of.by] if as_of else ""


def _bar(report: Report, first: float, last: float) -> Bar | None:
    if last <= first or (report.low is None and report.high is None):
        return None
    low = first if report.low is None else float(report.low)
    high = last if report.high is None else float(report.high)
    start, end = (100 * (value - first) / (last - first) for value in (low, high))
    width = max(end - start, _THIN)
    return Bar(
        start=round(min(start, 100 - width), 2),
        width=round(width, 2),
        point=report.low == report.high,
        open_=report.low is None or report.high is None,
    )
