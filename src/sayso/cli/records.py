"""A source with its grades and its record, for people, and as JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from sayso.cli.chains import day, short_id
from sayso.cli.sources import record_line
from sayso.cli.tables import Column, emit, roomy, table
from sayso.export.flat_overviews import flat_entry
from sayso.nouns import Noun
from sayso.nouns.amount import several
from sayso.nouns.found import SourceRecord
from sayso.nouns.source import Entry, Grade
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.cli.filters import Asked

#: sources that people are shown with their records: each takes half a screen
_SHOWN = 20
_NOTHING = "no sources match"


class Row(Noun, frozen=True, kw_only=True):
    """One entry of a record: a line of CSV."""

    record: SourceRecord
    entry: Entry


def show_records(found: Iterator[SourceRecord], asked: Asked) -> None:
    """Print sources with their records in the form that was asked for."""
    if asked.form == "json":
        emit(found, asked, nothing=_NOTHING, columns=(), flat=lambda _: {})
        return
    if asked.form == "csv":
        rows = (Row(record=each, entry=entry) for each in islice(found, asked.shown or None) for entry in each.entries)
        emit(
            rows,
            asked._replace(limit=0),
            nothing="nothing is on record",
            columns=(),
            flat=lambda row: flat_entry(row.record.source, row.entry),
        )
        return
    shown = asked.shown if asked.limit is not None else _SHOWN
    count = 0
    for each in islice(found, shown or None):
        _print(each)
        count += 1
    if not count:
        click.echo(_NOTHING, err=True)
    elif next(found, None) is not None:
        click.echo(f"{count} shown, there are more: --limit N shows more, --limit 0 all", err=True)


def _print(told: SourceRecord) -> None:
    source = told.source
    described = (
        source.kind,
        *source.roles[:3],
        several(source.claims, "claim") + f" on {several(source.documents, 'page')}",
    )
    lines = [" · ".join((source.speaker or "unnamed source", *described))]
    if source.names:
        lines.append(f"also called {', '.join(source.names)}")
    if source.outlets:
        lines.append(f"carried by {', '.join(source.outlets)}")
    lines += grade_lines(told.grades)
    if source.record is None:
        why = "nobody is named" if source.kind == "unnamed" else "its pages are not linked"
        lines.append(f"record: not known, {why}")
    else:
        lines.append(f"record: {record_line(source.record) or 'nothing contradicts or replaces its claims'}")
    for line in lines:
        click.echo(printable(line))
    if told.entries:
        click.echo()
        table(iter(told.entries), _COLUMNS if roomy() else _COMPACT)
    click.echo()


def grade_lines(grades: Iterable[Grade]) -> list[str]:
    """The grade that holds, and those before it."""
    given = list(grades)
    now = next((grade for grade in reversed(given) if not grade.undone), None)
    lines = [] if given else ["not graded"]
    for grade in reversed(given):
        state = "grade" if grade is now else "  taken back" if grade.undone else "  before"
        why = f": {grade.why}" if grade.why else ""
        lines.append(f"{state} {grade.grade} ({label(grade.grade)}), by {grade.by}, {day(grade.at)}{why}")
    return lines


def label(letter: str) -> str:
    """What a grade is called: *usually reliable*."""
    from sayso.lexicon import load

    return str(load("admiralty.yaml")["reliability"][letter]["label"])


def _claim(key: str) -> str:
    document, _, claim = key.rpartition("#")
    return f"{short_id(document)}#{claim}"


def _what(entry: Entry) -> str:
    return {
        "contradicted": "contradicts itself" if entry.itself else "contradicted",
        "updated": "updated itself" if entry.itself else "updated",
        "corrected": "corrected itself" if entry.itself else "corrected",
    }[entry.kind]


def _other(entry: Entry) -> str:
    carrier = entry.other_outlet or entry.other_source
    return f"{entry.other_speaker}, in {carrier}" if entry.other_speaker else carrier


_COLUMNS: tuple[Column[Entry], ...] = (
    Column("record", _what),
    Column("its claim", lambda e: _claim(e.claim)),
    Column("published", lambda e: day(e.published)),
    Column("says", lambda e: e.text, ratio=3),
    Column("the other", lambda e: _claim(e.other)),
    Column("by", _other, ratio=2),
    Column("why", lambda e: e.why, ratio=4),
)
_COMPACT: tuple[Column[Entry], ...] = (
    Column("record", _what),
    Column("its claim", lambda e: _claim(e.claim)),
    Column("the other", lambda e: _claim(e.other)),
    Column("why", lambda e: e.why, ratio=4),
)
