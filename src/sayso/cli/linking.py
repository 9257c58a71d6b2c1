"""Comparing pages with the others of the ledger, after they were stored and before anything is asked of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sayso.errors import SaysoError

if TYPE_CHECKING:
    from sayso.ledger import Ledger

#: with so many pages waiting it takes long enough to be told of
MANY = 5
#: a line of progress after so many pages
EVERY = 100
#: another program writes all the time, or nobody may write here: a question is answered all the same
_ANSWERED: tuple[str, ...] = ("SAY-063", "SAY-065")


class Linking:
    """Links what waits to be linked. A fault there costs no page: it is told once, and the pages stay stored.

    ``asking``: it is done for a question, which is answered from what was linked before where the ledger cannot be
    written to.
    """

    def __init__(self, ledger: Ledger, *, asking: bool = False) -> None:
        self._ledger = ledger
        self._asking = asking
        self._failed = self._told = False

    def catch_up(self, *, settled: bool = True) -> None:
        """Link everything that has come since the last time; the clusters wait where ``settled`` is false.

        Raises:
            LedgerError: the ledger fails.
        """
        waiting = self._ledger.unlinked()
        if self._failed or not (waiting or (settled and not self._ledger.is_settled())):
            return
        if waiting and not self._told and (fault := self._ledger.model_fault()):
            self._told = True
            click.echo(str(fault), err=True)
        if waiting >= MANY:
            click.echo(f"comparing {waiting} pages with the others", err=True)
        done = 0
        try:
            for done, _ in enumerate(self._ledger.link(settled=settled), start=1):
                if done % EVERY == 0:
                    click.echo(f"compared {done} of {waiting} pages", err=True)
        except SaysoError as error:
            if not self._asking or error.code not in _ANSWERED:
                raise
            left = waiting - done
            click.echo(f"{error} (until then, {left} page{'' if left == 1 else 's'} left out)", err=True)
        except Exception as error:
            if click.get_current_context().find_root().params.get("debug"):
                raise
            self._failed = True
            why = f"the pages are stored, but comparing them failed ({type(error).__name__}: {error})"
            click.echo(str(SaysoError("SAY-114", "ledger", why)), err=True)
