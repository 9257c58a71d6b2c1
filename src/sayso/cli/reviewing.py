"""A reviewer's session in the terminal: one claim after the other, one line an answer."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO, get_args

import click

from sayso.cli.chains import claim_name
from sayso.cli.context import in_context
from sayso.cli.decided import decision_line
from sayso.errors import SaysoError
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.ledger import Filters, Ledger
    from sayso.nouns import Correction, Decision, Quote, Reading
    from sayso.nouns.decision import Ruling
    from sayso.nouns.found import FoundClaim

HELP = """\
a [WHY]        accept it as it is shown
r [WHY]        reject it: nobody says so
s [WHY]        skip it
c PART VALUE   correct it; PART is one of
                 speaker NAME    who says it (c speaker Ann Bell; by the id of the page: c speaker e3)
                 writer          nobody says it but the writer
                 source WORDS    the words of the page that name the source
                 cue WORDS       the words that say that it is said
                 content WORDS   the words that are said; several stretches with | between
                 status STATUS   asserted, hedged, denied, planned, hypothetical or asked
                 text SENTENCE   the claim as a sentence that stands alone
j NAME [WHY]   the claim NAME (b1fa71ec#c1) says the same
x NAME [WHY]   it does not, whatever it looks like
g NAME         go to the claim NAME
u [WHY]        undo your last decision
Enter          go on and leave it
q              quit"""
_KEYS: dict[str, Ruling] = {"a": "accept", "r": "reject", "s": "skip"}
_ENTITY = re.compile(r"e\d+")
_PROMPT = "a accept · r reject · c correct · s skip · u undo · j same · x apart · g go · ? help · q quit > "


class Session:
    """One reviewer at one queue."""

    def __init__(self, ledger: Ledger, filters: Filters, by: str) -> None:
        self._ledger, self._filters, self._by = ledger, filters, by
        self._after: str | None = None
        self._claim: FoundClaim | None = None
        self._reading: Reading | None = None
        self._asked = 0

    def run(self, lines: TextIO) -> None:
        """Ask until the queue, the answers or the patience ends."""
        self._go_on()
        while self._claim is not None:
            click.echo(_PROMPT if lines.isatty() else "", nl=False, err=True)
            line = lines.readline()
            if not line or line.strip() == "q":
                return
            try:
                self._answer(line.strip())
            except SaysoError as error:
                click.echo(str(error), err=True)
        click.echo("nothing waits for a reviewer", err=True)

    def _answer(self, line: str) -> None:
        key, _, rest = line.partition(" ")
        rest = rest.strip()
        does: dict[str, Callable[[str], None]] = {
            "": lambda _: self._go_on(),
            "c": self._correct,
            "j": lambda words: self._relate("same", words),
            "x": lambda words: self._relate("different", words),
            "g": self._go_to,
            "u": self._undo,
        }
        if key in _KEYS:
            self._decide(_KEYS[key], why=rest or None)
            self._go_on()
        elif key in does:
            does[key](rest)
        else:
            click.echo(HELP, err=True)

    def _go_on(self) -> None:
        """To the next claim that waits."""
        from dataclasses import replace

        if self._filters.limit and self._asked >= self._filters.limit:
            self._claim = None
            return
        item = next(iter(self._ledger.queue(replace(self._filters, limit=1), self._by, self._after)), None)
        self._claim = None
        if item is not None:
            self._asked += 1
            self._after = item.at
            self._show(item.claim, item.why, item.decisions)

    def _go_to(self, name: str) -> None:
        found, _ = self._ledger.claim(name)
        others = [d for d in self._ledger.decisions(found.document.id) if d.target == found.id and d.verdict != "skip"]
        self._show(found, (), tuple(others))

    def _show(self, claim: FoundClaim, why: tuple[str, ...], decisions: tuple[Decision, ...]) -> None:
        import sys

        from rich.console import Console
        from rich.text import Text

        from sayso.export.words import chain_line
        from sayso.notebook.explain import around

        self._claim, self._reading = claim, self._ledger.reading(claim.document.id)
        document = self._reading.document
        said = next((each for each in self._reading.attributions if each.id == claim.attribution), None)
        spans = said.content.spans if said else ((claim.start, claim.end),)
        out = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
        out.print()
        out.print(Text(printable(claim.text), style="bold"))
        out.print(Text(printable(chain_line(claim))))
        page = " · ".join(each for each in (document.title, document.outlet, document.published) if each)
        out.print(Text(printable(f"{claim_name(claim)}, {claim.status} · {page}"), style="dim"))
        if why:
            out.print(Text(printable("why: " + "; ".join(why)), style="dim"))
        for decision in decisions:
            out.print(Text(printable(decision_line(decision, named=False)), style="dim"))
        out.print(in_context(document.text, around(document, spans), spans))

    def _decide(self, verdict: Ruling, *, why: str | None = None, correction: Correction | None = None) -> None:
        from sayso.nouns import Decision

        assert self._claim is not None
        wanted = Decision(
            document=self._claim.document.id,
            target=self._claim.id,
            verdict=verdict,
            correction=correction,
            why=why,
            by=self._by,
        )
        click.echo(printable(decision_line(self._ledger.decide(wanted))))

    def _correct(self, rest: str) -> None:
        """Correct one part, and show the claim as it reads since."""
        assert self._claim is not None
        wanted = self._wanted(*rest.partition(" ")[::2])
        if wanted is None:
            click.echo(HELP, err=True)
            return
        self._decide("correct", correction=wanted)
        self._go_to(f"{self._claim.document.id}#{self._claim.id}")

    def _wanted(self, part: str, value: str) -> Correction | None:
        from sayso.nouns import Correction
        from sayso.nouns.claim import Status

        value = value.strip()
        if part == "writer":
            return Correction(writer=True)
        if not value:
            return None
        if part == "speaker":
            return Correction(entity=value) if _ENTITY.fullmatch(value) else Correction(speaker=value)
        if part == "text":
            return Correction(text=value)
        status: Status | None = next((each for each in get_args(Status) if each == value), None)
        if part == "status":
            return Correction(status=status) if status else None
        if part not in ("source", "cue", "content"):
            return None
        quotes = tuple(self._quote(words.strip()) for words in value.split("|"))
        if part == "cue":
            return Correction(cue=quotes[0])
        return Correction(source=quotes) if part == "source" else Correction(content=quotes)

    def _quote(self, words: str) -> Quote:
        """Where words of the page stand, nearest to the claim.

        Raises:
            LedgerError: SAY-142, nowhere.
        """
        from sayso.errors import LedgerError
        from sayso.ledger.quoting import nearest

        assert self._reading is not None
        assert self._claim is not None
        found = nearest(self._reading.document.text, words, self._claim.start)
        if found is None:
            raise LedgerError("SAY-142", claim_name(self._claim), f"the page has no “{words}”")
        return found

    def _relate(self, kind: str, rest: str) -> None:
        from sayso.nouns import Review

        assert self._claim is not None
        name, _, why = rest.partition(" ")
        if not name:
            click.echo(HELP, err=True)
            return
        own = f"{self._claim.document.id}#{self._claim.id}"
        made = Review(about="statements", a=own, b=name, kind=kind, why=why.strip() or None, by=self._by, at="")
        kept = self._ledger.review(made)
        click.echo(printable(f"{kept.number}  {kind} {claim_name(self._claim)} {name}  {kept.by}"))

    def _undo(self, why: str) -> None:
        """Take the reviewer's last decision back, and show its claim."""
        from sayso.nouns import Decision

        own = [decision for decision in self._ledger.decisions() if decision.by == self._by]
        if not own:
            click.echo("you decided nothing that could be undone", err=True)
            return
        last = own[-1]
        wanted = Decision(
            document=last.document,
            target=last.target,
            verdict=last.verdict,
            why=why or None,
            by=self._by,
            undoes=last.number,
        )
        undone = self._ledger.decide(wanted)
        click.echo(printable(decision_line(undone)))
        if self._reading is not None and any(
            c.id == undone.target for c in self._ledger.reading(undone.document).claims
        ):
            self._go_to(f"{undone.document}#{undone.target}")
