"""Answers as they go out: JSON lines, CSV, or a table for people."""

from __future__ import annotations

import itertools
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import click

from sayso.export.flat import write_csv
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.cli.filters import Asked
    from sayso.nouns import Noun

R = TypeVar("R", bound="Noun")

#: rows of a table that are laid out together; an answer of any length needs no more memory than these
BATCH = 500
#: columns of a terminal in which nine columns of a table can be read
ROOMY = 140
#: columns of a terminal below which the columns of a table stand under each other
NARROW = 72


class Column(NamedTuple, Generic[R]):
    """A column of a table for people. ``ratio`` is its share of the width where it may wrap; None where it may not."""

    heading: str
    text: Callable[[R], str]
    ratio: int | None = None
    number: bool = False


def roomy() -> bool:
    """Whether a table of many columns has room: in a pipe it always has."""
    return not sys.stdout.isatty() or shutil.get_terminal_size().columns >= ROOMY


def emit(
    rows: Iterable[R],
    asked: Asked,
    *,
    nothing: str,
    columns: Sequence[Column[R]],
    flat: Callable[[R], dict[str, Any]],
) -> int:
    """Print an answer in the form that was asked for; the number of rows printed.

    ``nothing`` is what standard error says of an empty answer. ``flat`` gives the cells of CSV by their stable names.
    """
    found = iter(rows)
    shown = itertools.islice(found, asked.shown) if asked.shown else found
    printed = {"json": _json, "csv": _csv}[asked.form](shown, flat) if asked.form != "table" else table(shown, columns)
    if not printed:
        click.echo(nothing, err=True)
    elif asked.form == "table" and next(found, None) is not None:
        click.echo(f"{printed} shown, there are more: --limit N shows more, --limit 0 all", err=True)
    return printed


def _json(rows: Iterator[R], _flat: Callable[[R], dict[str, Any]]) -> int:
    from sayso.nouns import to_json

    count = 0
    for row in rows:
        sys.stdout.write(to_json(row).decode("utf-8") + "\n")
        count += 1
    return count


def _csv(rows: Iterator[R], flat: Callable[[R], dict[str, Any]]) -> int:
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")  # the line ends are the writer's, on every platform
    return write_csv(map(flat, rows), sys.stdout)


def table(rows: Iterator[R], columns: Sequence[Column[R]]) -> int:
    """Print a table for people; the number of its rows."""
    lay_out = _plain_table
    if sys.stdout.isatty():
        lay_out = _rich_table if shutil.get_terminal_size().columns >= NARROW else _stacked
    count = 0
    while batch := list(itertools.islice(rows, BATCH)):
        lay_out([[printable(column.text(row)) for column in columns] for row in batch], columns, heading=not count)
        count += len(batch)
    return count


def _rich_table(cells: list[list[str]], columns: Sequence[Column[R]], *, heading: bool) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold", show_header=heading, expand=True)
    for column in columns:
        table.add_column(
            column.heading,
            ratio=column.ratio,
            no_wrap=column.ratio is None,
            justify="right" if column.number else "left",
            overflow="fold",
        )
    for line in cells:
        table.add_row(*(Text(cell) for cell in line))
    Console(highlight=False).print(table)


def _stacked(cells: list[list[str]], columns: Sequence[Column[R]], *, heading: bool) -> None:
    """A line for each cell, with its heading; an empty one between the rows."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    del heading  # each row has its own
    out = Console(highlight=False)
    for line in cells:
        table = Table.grid(padding=(0, 2, 0, 0))
        table.add_column(style="dim")
        table.add_column(overflow="fold")
        for column, cell in zip(columns, line, strict=True):
            if cell:
                table.add_row(column.heading, Text(cell))
        out.print(table)
        out.print()


def _plain_table(cells: list[list[str]], columns: Sequence[Column[R]], *, heading: bool) -> None:
    from rich.cells import cell_len

    lines = [[column.heading for column in columns], *cells] if heading else cells
    widths = [max(cell_len(line[i]) for line in lines) for i in range(len(columns))]
    for line in lines:
        padded = []
        for cell, width, column in zip(line, widths, columns, strict=True):
            space = " " * (width - cell_len(cell))
            padded.append(space + cell if column.number else cell + space)
        sys.stdout.write("  ".join(padded).rstrip() + "\n")
