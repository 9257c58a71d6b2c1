"""One claim, shown where it stands: its chain, its sentence in the page, and the bytes of the stored capture."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sayso.cli.chains import claim_name
from sayso.cli.context import in_context
from sayso.export.words import chain_line
from sayso.nouns.amount import MARKS
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.cli.filters import Form
    from sayso.ledger import Ledger
    from sayso.nouns.found import FoundClaim

#: bytes shown: more than a long paragraph has, so that a claim over half a page does not fill the screen
MOST_BYTES = 2000


def show_claim(ledger: Ledger, name: str, form: Form) -> None:
    """Print a claim with all that is needed to check it.

    Raises:
        LedgerError: SAY-068, SAY-069: the name does not lead to one claim.
    """
    from sayso.document.html.locate import resolve
    from sayso.notebook.explain import around
    from sayso.nouns import to_json

    claim, reading = ledger.claim(name)
    if form == "json":
        sys.stdout.write(to_json(claim).decode("utf-8") + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    out = Console(highlight=False, soft_wrap=not sys.stdout.isatty())
    document = reading.document
    out.print(Text(printable(claim.text), style="bold"))
    out.print(Text(printable(chain_line(claim))))
    for line in _facts(claim):
        out.print(Text(printable(line), style="dim"))
    out.print()
    span_of_claim = (claim.start, claim.end)
    out.print(in_context(document.text, around(document, [span_of_claim]), [span_of_claim]))
    out.print()
    capture = ledger.capture(document.capture.sha256)
    span = resolve(document, capture, claim.start, claim.end) if claim.start < claim.end else None
    if span is None:
        out.print(Text(f"no way back to the bytes of {capture.media_type} {capture.sha256}", style="dim"))
        return
    begin, end = span
    out.print(Text(f"bytes {begin} to {end} of capture {capture.sha256}", style="dim"))
    body = capture.body[begin : min(end, begin + MOST_BYTES)].decode(_charset(capture.body, capture.charset), "replace")
    out.print(Text(printable(body) + (" …" if end - begin > MOST_BYTES else "")))


def _facts(claim: FoundClaim) -> list[str]:
    page = claim.document
    facts = [f"{claim_name(claim)}, {claim.status}"]
    for hop in claim.hops:
        if hop.said or hop.venue:
            when = " to ".join(dict.fromkeys(d for d in (hop.said.from_, hop.said.to) if d)) if hop.said else ""
            facts.append(
                f"{hop.speaker or hop.source or 'unnamed source'}: " + ", ".join(filter(None, (when, hop.venue)))
            )
    facts += [f"{MARKS[check.verdict]} {check.kind}, {check.verdict}: {check.why}" for check in claim.checks]
    described = (page.title, page.outlet, page.published, page.url or page.source)
    return [*facts, " · ".join(each for each in described if each)]


def _charset(body: bytes, declared: str | None) -> str:
    from sayso.document.html.decode import decode

    return decode(body, declared).codec
