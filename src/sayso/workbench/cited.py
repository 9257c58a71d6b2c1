"""A series as a table with numbered citations, to be pasted elsewhere: Markdown, HTML, tab-separated."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sayso.nouns.called import file_of
from sayso.workbench.words import key, web

if TYPE_CHECKING:
    from sayso.nouns.series import Report
    from sayso.workbench.figures import Line, Told

HEADINGS: Final = ("Figure", "As of", "On whose say-so", "Status", "Origin", "Source")


@dataclass(frozen=True, slots=True)
class Citation:
    """A page that a table rests on: its number there, and where it is found. ``link`` is only an address of the web."""

    number: int
    text: str
    link: str | None


@dataclass(frozen=True, slots=True)
class Cited:
    """A table: a heading, what the figures are, rows as cells of text, and the citations that the last cells number."""

    title: str
    notes: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    citations: tuple[Citation, ...]


def cited(told: Told) -> Cited:
    """The table of a series, its pages numbered in the order in which they stand in it."""
    series = told.series
    numbers: dict[str, Citation] = {}
    for line in told.lines:
        report = line.report
        if report.document not in numbers:
            numbers[report.document] = _citation(len(numbers) + 1, report)
    counted = f"counted as {series.definition}" if series.definition else ""
    about = ", ".join(filter(None, (series.unit, counted, f"{len(series.reports)} reports")))
    return Cited(
        title=series.thing,
        notes=(about, *_of_view(told)),
        rows=tuple(_cells(line, numbers[line.report.document]) for line in told.lines),
        citations=tuple(numbers.values()),
    )


def _cells(line: Line, citation: Citation) -> tuple[str, ...]:
    report = line.report
    as_of = f"{line.as_of} ({line.by})" if line.by and line.as_of else line.as_of
    figure = line.figure + (f" ({report.stated})" if report.stated else "") + (" derived" if report.derived else "")
    return (figure, as_of, report.chain, report.status, str(line.origin), f"[{citation.number}]")


def _citation(number: int, report: Report) -> Citation:
    link = report.source if web(report.source) else None
    where = report.source if link else file_of(report.source)
    outlet = report.outlet or "no outlet named"
    day = (report.published or "")[:10] or "no date"
    return Citation(number, f"{outlet}, {day}, {where} (capture {key(report.document)})", link)


def _of_view(told: Told) -> Iterator[str]:
    view = told.series.view
    if told.origins:
        names = "; ".join(f"{origin.number} {origin.name}" for origin in told.origins)
        yield f"Origins: {names}"
    if view.low is not None or view.best is not None or view.high is not None:
        yield f"View {view.policy}: " + "; ".join(view.why)


def markdown(tables: Iterable[Cited]) -> str:
    """Tables in GitHub-flavoured Markdown, the citations as a list after each."""
    return "\n".join(_markdown(table) for table in tables)


def _markdown(table: Cited) -> str:
    lines = [f"**{_plain(table.title)}**", ""]
    lines += [f"| {' | '.join(HEADINGS)} |", "|" + " --- |" * len(HEADINGS)]
    lines += ["| " + " | ".join(map(_plain, row)) + " |" for row in table.rows]
    lines += ["", *(f"{_plain(note)}." for note in table.notes), ""]
    lines += [f"[{each.number}] {_plain(each.text)}  " for each in table.citations]
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Text that Markdown takes for nothing else: pages bring their own marks."""
    for mark in ("\\", "|", "*", "_", "`", "<", "[", "~", "&"):
        text = text.replace(mark, f"\\{mark}")
    return " ".join(text.replace(r"\[", "[").split()) if _is_number(text) else " ".join(text.split())


def _is_number(text: str) -> bool:
    """Whether it is the number of a citation: its brackets stay."""
    return text.startswith(r"\[") and text.endswith("]") and text[2:-1].isdecimal()


def page(tables: Iterable[Cited]) -> str:
    """Tables as HTML, one page."""
    parts = ['<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Figures with their sources</title>']
    for table in tables:
        head = "".join(f'<th scope="col">{each}</th>' for each in HEADINGS)
        rows = "\n".join(
            "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in table.rows
        )
        notes = "".join(f"<p>{html.escape(note)}.</p>\n" for note in table.notes)
        parts.append(
            f"<table>\n<caption>{html.escape(table.title)}</caption>\n<tr>{head}</tr>\n{rows}\n</table>\n{notes}"
        )
        parts.append("<ol>\n" + "\n".join(f"<li>{_linked(each)}</li>" for each in table.citations) + "\n</ol>")
    return "\n".join(parts) + "\n</html>\n"


def _linked(citation: Citation) -> str:
    text = html.escape(citation.text)
    return f'<a href="{html.escape(citation.link)}" rel="noreferrer">{text}</a>' if citation.link else text


def tabbed(tables: Iterable[Cited]) -> str:
    """Tables as lines with tabs, as spreadsheets take them from the clipboard; citations stand in the last cell."""
    return "\n".join(_tabbed(table) for table in tables)


def _tabbed(table: Cited) -> str:
    from sayso.export.flat import cell

    sources = {f"[{each.number}]": each.text for each in table.citations}
    rows: list[Sequence[str]] = [(table.title,), HEADINGS]
    rows += [(*row[:-1], f"{row[-1]} {sources[row[-1]]}") for row in table.rows]
    return "".join("\t".join(str(cell(" ".join(text.split()))) for text in row) + "\n" for row in rows)


#: ending -> what writes it, and its media type
WRITERS: Final[dict[str, tuple[Callable[[Iterable[Cited]], str], str]]] = {
    "md": (markdown, "text/markdown; charset=utf-8"),
    "html": (page, "text/html; charset=utf-8"),
    "tsv": (tabbed, "text/tab-separated-values; charset=utf-8"),
}
