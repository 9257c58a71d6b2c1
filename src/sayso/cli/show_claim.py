"""One claim, shown where it stands: its chain, its sentence in the page, and the bytes of the stored capture."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from sayso.cli.chains import chain_line, claim_name
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.cli.filters import Form
    from sayso.ledger import Ledger
    from sayso.nouns import Document, Range
    from sayso.nouns.found import FoundClaim

#: bytes shown: more than a long paragraph has, so that a claim over half a page does not fill the screen
MOST_BYTES = 2000


def show_claim(ledger: Ledger, name: str, form: Form) -> None:
    """Print a claim with all that is needed to check it.

    Raises:
        LedgerError: SAY-068, SAY-069: the name does not lead to one claim.
    """
    from sayso.document.html.locate import resolve
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
    out.print(_in_context(document, (claim.start, claim.end)))
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
    described = (page.title, page.outlet, page.published, page.url or page.source)
    return [*facts, " · ".join(each for each in described if each)]


def sentences_around(document: Document, span: Range) -> Range:
    """The sentences that a span touches; its paragraph where the document's sentences do not hold it."""
    start, end = span
    touched = [s for s in document.sentences if s[0] < end and start < s[1]]
    if touched and touched[0][0] <= start and end <= touched[-1][1]:
        return touched[0][0], touched[-1][1]
    first = document.text.rfind("\n", 0, start) + 1
    last = document.text.find("\n", end)
    return first, last if last >= 0 else len(document.text)


def _in_context(document: Document, span: Range) -> object:
    from rich.text import Text

    first, last = sentences_around(document, span)
    before, inside, after = (printable(document.text[a:b]) for a, b in ((first, span[0]), span, (span[1], last)))
    # the marks make the span plain where there is no colour, in a file and in a pipe
    return Text.assemble(before, ("⟦", "dim"), (inside, "bold reverse"), ("⟧", "dim"), after)


def _charset(body: bytes, declared: str | None) -> str:
    from sayso.document.html.decode import decode

    return decode(body, declared).codec
