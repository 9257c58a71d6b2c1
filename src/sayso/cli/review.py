"""``sayso review``: the queue of claims that wait for a reviewer, and what reviewers decided."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from sayso.cli.filters import ledger_option, open_ledger
from sayso.cli.reviewer import reviewer
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.ledger import Filters, Ledger
    from sayso.nouns import Conflict, Decision, Noun, QueueItem

N = TypeVar("N", bound="Noun")

#: as many rows as people read
_ROWS = 30
_VIEWS = ("listed", "decided", "log", "conflicts", "training")


@click.command()
@click.argument("query", metavar="[QUERY]...", nargs=-1)
@click.option("--by", metavar="NAME", help="Who decides (else your name on this machine).")
@click.option("--list", "listed", is_flag=True, help="List what waits, and why, and end.")
@click.option("--decisions", "decided", is_flag=True, help="List the decisions that nobody has undone.")
@click.option("--log", is_flag=True, help="List all that was ever decided, and undone.")
@click.option("--conflicts", is_flag=True, help="List what reviewers decided differently.")
@click.option(
    "--training",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="Write what was decided as training data.",
)
@click.option("--about", metavar="WORDS", help="What the claims are about: words of them, or of names in them.")
@click.option("--outlet", metavar="NAME", help="Which outlet carries them.")
@click.option("--place", metavar="NAME", help="Which place they name.")
@click.option("--published", metavar="FROM..TO", help="When the page was published.")
@click.option("--status", metavar="STATUS", multiple=True, help="asserted, hedged, denied and so on.")
@click.option("--limit", type=int, metavar="N", help=f"At most so many (lists show {_ROWS}); 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Lists as one JSON object a line.")
@ledger_option
def review(
    query: tuple[str, ...],
    by: str | None,
    listed: bool,
    decided: bool,
    log: bool,
    conflicts: bool,
    training: Path | None,
    about: str | None,
    outlet: str | None,
    place: str | None,
    published: str | None,
    status: tuple[str, ...],
    limit: int | None,
    as_json: bool,
    ledger: Path | None,
) -> None:
    """Go through the claims that most need a reviewer, and accept, reject or correct them.

    Shows one claim after the other, what matters most first, and asks for a line: a accept, r reject, c correct, s
    skip, u undo, j same as another claim, x apart from it, g go to a claim, Enter go on, ? help, q quit. A word behind
    a, r, s or u is kept as the reason. It reads lines, so it can be fed from a file. What is decided holds at once,
    also when pages are read again, until it is undone; nothing is ever deleted.

    QUERY and the filters choose among the claims.
    """
    if sum((listed, decided, log, conflicts, training is not None)) > 1:
        raise click.UsageError("choose one of --list, --decisions, --log, --conflicts and --training")
    from sayso.ledger import make_filters

    shown = limit if limit is not None else _ROWS if listed and not as_json else 0
    filters = make_filters(
        query=" ".join(query) or None,
        about=about,
        outlet=outlet,
        place=place,
        published=published,
        status=status,
        limit=shown,
    )
    with open_ledger(ledger, create=False) as store:
        if training is not None:
            _train(store, training)
        elif conflicts:
            _emit(store.conflicts(), as_json=as_json, nothing="nobody decided differently", line=_conflict)
        elif log or decided:
            found = store.decision_log() if log else store.decisions()
            _emit(found, as_json=as_json, nothing="nothing was decided", line=_decision)
        else:
            _queue(store, filters, by=reviewer(by), listed=listed, as_json=as_json)


def _queue(store: Ledger, filters: Filters, *, by: str, listed: bool, as_json: bool) -> None:
    from sayso.cli.linking import Linking

    Linking(store, asking=True).catch_up()
    if listed or as_json:
        _emit(store.queue(filters, by), as_json=as_json, nothing="nothing waits for a reviewer", line=_item)
        return
    from sayso.cli.reviewing import Session

    Session(store, filters, by).run(sys.stdin)
    Linking(store).catch_up()


def _emit(rows: Iterable[N], *, as_json: bool, nothing: str, line: Callable[[N], str]) -> None:
    from sayso.nouns import to_json

    empty = True
    for row in rows:
        empty = False
        if as_json:
            sys.stdout.write(to_json(row).decode("utf-8") + "\n")
        else:
            for each in line(row).split("\n"):
                click.echo(printable(each))
    if empty:
        click.echo(nothing, err=True)


def _item(item: QueueItem) -> str:
    from sayso.cli.chains import claim_name
    from sayso.export.words import chain_line

    claim = item.claim
    return (
        f"{item.weight:>4}  {claim_name(claim)}  {claim.text}\n      {chain_line(claim)}\n      {'; '.join(item.why)}"
    )


def _decision(decision: Decision) -> str:
    from sayso.cli.decided import decision_line

    return decision_line(decision)


def _conflict(conflict: Conflict) -> str:
    from sayso.cli.chains import short_id
    from sayso.cli.decided import decision_line

    head = f"{short_id(conflict.document)}#{conflict.target}  {conflict.text}\n"
    head += f"  they differ in {', '.join(conflict.differ)}"
    lines = [
        f"  {decision_line(each, named=False)}{' (holds)' if each.number == conflict.holds else ''}"
        for each in conflict.decisions
    ]
    return "\n".join([head, *lines])


def _train(store: Ledger, path: Path) -> None:
    from sayso.export.training import write_training

    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            written = write_training(store, out)
        part.replace(path)
    except OSError as error:
        raise click.FileError(str(path), error.strerror or str(error)) from error
    click.echo(f"{written.passages} passages with {written.attributions} attributions", err=True)
    for why, count in sorted(written.left_out.items()):
        click.echo(f"{count} left out: {why}", err=True)
