"""``sayso rate``: how reliable somebody holds a source to be."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli.filters import ledger_option, open_ledger
from sayso.cli.reviewer import reviewer
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.nouns.found import Graded

#: the letters of lexicon/admiralty.yaml, which help must not load
LETTERS = ("A", "B", "C", "D", "E", "F")


@click.command()
@click.argument("source")
@click.argument("grade", type=click.Choice(LETTERS, case_sensitive=False), required=False, metavar="[A|B|C|D|E|F]")
@click.option("--why", metavar="TEXT", help="On what it rests, a sentence.")
@click.option("--by", metavar="NAME", help="Who grades (else your name on this machine).")
@click.option("--undo", is_flag=True, help="Take the last grade back.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object (schema sayso/graded/1).")
@ledger_option
def rate(
    source: str, grade: str | None, why: str | None, by: str | None, undo: bool, as_json: bool, ledger: Path | None
) -> None:
    """Give a source a grade of reliability on the Admiralty scale, take it back, or show its grades.

    SOURCE is the name of a speaker or an outlet; quote it. GRADE: A completely reliable, B usually, C fairly, D not
    usually reliable, E unreliable, F cannot be judged. Without GRADE the grades so far are shown.

    The grade is yours: sayso never works one out of a source's claims, and it says nothing of whether a claim is true.
    Every grade is kept with who gave it, when and why, and can be taken back.
    """
    if undo and grade:
        raise click.UsageError("choose one of GRADE and --undo")
    if why and not (grade or undo):
        raise click.UsageError("--why goes with GRADE or --undo")
    from sayso.nouns import Review, to_json

    with open_ledger(ledger, create=False) as store:
        known = store.graded(source)
        if grade or undo:
            last = known.grade
            if undo and last is None:
                raise click.UsageError(f"{known.source} has no grade to take back")
            store.review(
                Review(
                    about="source",
                    a=known.source,
                    b=None,
                    kind=grade or (last.grade if last else ""),
                    why=why,
                    by=reviewer(by),
                    at="",
                    undoes=last.number if undo and last else None,
                )
            )
            known = store.graded(known.source)
    if as_json:
        sys.stdout.write(to_json(known).decode("utf-8") + "\n")
    else:
        _print(known)


def _print(known: Graded) -> None:
    from sayso.cli.records import grade_lines

    click.echo(printable(known.source))
    for line in grade_lines(known.grades):
        click.echo(printable(line))
