"""``sayso judge``: a reviewer's word on how claims or speakers stand to each other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from sayso.cli.filters import ledger_option, open_ledger
from sayso.cli.linking import Linking
from sayso.cli.reviewer import reviewer
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.nouns import Review

#: what can be said of two claims; of two actors, the first two
RELATIONS = ("same", "different", "contradicts", "updates", "supports")
_USAGE = f"""\
write one of:
  sayso judge {"|".join(RELATIONS)} A B
  sayso judge actors same|different A B
  sayso judge undo NUMBER
  sayso judge --list"""


@click.command()
@click.argument("words", metavar="[VERDICT A B]...", nargs=-1)
@click.option("--by", metavar="NAME", help="Who decides (else your name on this machine).")
@click.option("--why", metavar="TEXT", help="On what it rests, a sentence.")
@click.option("--list", "listed", is_flag=True, help="List the judgements that hold, with their numbers.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a judgement.")
@ledger_option
def judge(
    words: tuple[str, ...], by: str | None, why: str | None, listed: bool, as_json: bool, ledger: Path | None
) -> None:
    """Decide how claims or speakers stand to each other, or undo that.

    sayso judge same|different|contradicts|updates|supports A B: how two claims stand to each other. Those that are the
    same are put in one cluster, those that are different never are. A updates or supports B.

    sayso judge actors same|different A B: whether two speakers are one.

    sayso judge undo NUMBER: the judgement of this number no longer holds.

    A and B are DOCUMENT#c1: the document goes by the first digits of its id, or by the file or address that it was read
    from; for speakers, name a claim of theirs or their own id (DOCUMENT#e3). A judgement holds from then on, also when
    pages are read again or added, until it is undone; nothing is ever deleted.
    """
    if listed:
        if words:
            raise click.UsageError(_USAGE)
        with open_ledger(ledger, create=False) as store:
            _print(list(store.reviews()), as_json=as_json, nothing="nothing was judged")
        return
    wanted = _wanted(words, why, reviewer(by))
    with open_ledger(ledger, create=False) as store:
        kept = store.review(wanted)
        Linking(store).catch_up()
        _print([kept], as_json=as_json)


def _wanted(words: tuple[str, ...], why: str | None, by: str) -> Review:
    from sayso.nouns import Review

    about: Literal["statements", "actors"] = "statements"
    verdicts: tuple[str, ...] = RELATIONS
    if words[:1] == ("actors",):
        about, words, verdicts = "actors", words[1:], RELATIONS[:2]
    if about == "statements" and len(words) == 2 and words[0] == "undo" and words[1].isdecimal():
        number = int(words[1])
        return Review(about=about, a="", b=None, kind="undo", why=why, by=by, at="", undoes=number)
    if len(words) != 3 or words[0] not in verdicts:
        raise click.UsageError(_USAGE)
    verdict, a, b = words
    return Review(about=about, a=a, b=b, kind=verdict, why=why, by=by, at="")


def _print(reviews: list[Review], *, as_json: bool, nothing: str = "") -> None:
    from sayso.nouns import to_json
    from sayso.nouns.judged import Judged

    for review in reviews:
        if as_json:
            judged = Judged(**{name: getattr(review, name) for name in review.__struct_fields__})
            sys.stdout.write(to_json(judged).decode("utf-8") + "\n")
            continue
        ends = " ".join(_short(end) for end in (review.a, review.b) if end)
        verb = f"undoes {review.undoes}: {review.kind}" if review.undoes is not None else review.kind
        about = "" if review.about == "statements" else f"{review.about} "
        line = f"{review.number}  {about}{verb} {ends}  {review.by}, {review.at[:10]}"
        click.echo(printable(line + (f": {review.why}" if review.why else "")))
    if not reviews and nothing:
        click.echo(nothing, err=True)


def _short(key: str) -> str:
    from sayso.cli.chains import short_id

    document, mark, ident = key.rpartition("#")
    return f"{short_id(document)}{mark}{ident}" if mark else key
