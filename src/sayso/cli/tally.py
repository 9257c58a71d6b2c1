"""What became of the pages of one ``sayso add``: counted, and told on standard error while it runs."""

from __future__ import annotations

import contextlib
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import click

from sayso.errors import SaysoError

#: a line of progress after so many pages, where standard error is no terminal
EVERY = 100


@dataclass
class Tally:
    """Counts of outcomes; ``codes`` of the refused ones."""

    added: int = 0
    skipped: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    interrupted: bool = False

    @property
    def refused(self) -> int:
        """Pages that could not be read."""
        return self.codes.total()

    @property
    def pages(self) -> int:
        """All pages so far, whatever became of them."""
        return self.added + self.skipped + self.refused

    def count(self, outcome: Any) -> None:
        """Count what became of one page."""
        from sayso.ledger import Added

        if isinstance(outcome, SaysoError):
            self.codes[outcome.code] += 1
        elif isinstance(outcome, Added):
            self.added += 1
        else:
            self.skipped += 1

    def line(self, *, as_json: bool = False) -> str:
        """*added 12, skipped 3, refused 1 (SAY-012: 1)*, or the same as a JSON object."""
        codes = dict(sorted(self.codes.items()))
        if as_json:
            from sayso.nouns import to_json
            from sayso.nouns.found import AddedCounts

            counts = AddedCounts(
                added=self.added,
                skipped=self.skipped,
                refused=self.refused,
                codes=codes,
                interrupted=self.interrupted,
            )
            return to_json(counts).decode("utf-8")
        why = f" ({', '.join(f'{code}: {count}' for code, count in codes.items())})" if codes else ""
        return f"added {self.added}, skipped {self.skipped}, refused {self.refused}{why}"


@contextlib.contextmanager
def telling(tally: Tally) -> Iterator[Callable[[Any], None]]:
    """Gives the function that counts an outcome and tells of it: refusals at once, progress in passing."""
    with _terminal(tally) if sys.stderr.isatty() else _lines(tally) as told:
        yield told


@contextlib.contextmanager
def _lines(tally: Tally) -> Iterator[Callable[[Any], None]]:
    def told(outcome: Any) -> None:
        tally.count(outcome)
        if isinstance(outcome, SaysoError):
            click.echo(str(outcome), err=True)
        if tally.pages % EVERY == 0:
            click.echo(f"{tally.pages} pages: {tally.line()}", err=True)

    yield told


@contextlib.contextmanager
def _terminal(tally: Tally) -> Iterator[Callable[[Any], None]]:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.text import Text

    console = Console(stderr=True, highlight=False)
    # how many pages there will be is not known: folders and archives are read as they are met
    columns = (SpinnerColumn(), TextColumn("{task.completed:.0f} pages: {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(tally.line(), total=None)

        def told(outcome: Any) -> None:
            tally.count(outcome)
            if isinstance(outcome, SaysoError):
                console.print(Text(str(outcome)), soft_wrap=True)
            progress.update(task, advance=1, description=tally.line())

        yield told
