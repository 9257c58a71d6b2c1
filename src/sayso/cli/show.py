"""How a reading looks in a terminal: the page, its claims with their chains, its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.cli.chains import written
from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.nouns import Claim, Reading


def chain_text(claim: Claim, reading: Reading) -> str:
    """The chain of a claim that is in no ledger yet, from its reading."""
    names = {entity.id: entity.name for entity in reading.entities}
    attributions = {attribution.id: attribution for attribution in reading.attributions}
    hops = [attributions[hop] for hop in claim.chain]
    return written(
        ((names.get(hop.source.entity or "") or hop.source.text, hop.cue.text if hop.cue else None) for hop in hops),
        reading.document.outlet,
    )


def print_reading(reading: Reading) -> None:
    """Print one reading for people."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = Console(highlight=False, soft_wrap=False)
    document = reading.document
    out.print(Text(printable(document.title or document.source), style="bold"))
    facts = [document.outlet, ", ".join(document.authors) or None, document.published, document.url]
    out.print(
        Text(printable(" · ".join(fact for fact in facts if fact)) or "no outlet, author or date found", style="dim")
    )
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("claim", ratio=3)
    table.add_column("on whose say-so", ratio=2)
    table.add_column("status")
    for claim in reading.claims:
        table.add_row(Text(printable(claim.text)), Text(printable(chain_text(claim, reading))), Text(claim.status))
    if reading.claims:
        out.print(table)
    else:
        out.print("no claims found")
    for comment in reading.comments:
        verdict = f"spam {comment.score:.2f}: {'; '.join(comment.reasons)}" if comment.spam else "comment"
        on = f" on “{comment.on}”" if comment.on else ""
        first = comment.text if len(comment.text) <= 100 else comment.text[:99] + "…"
        out.print(Text(printable(f"[{verdict}] {comment.author or 'nobody'}{on}: {first}"), style="dim"))
    out.print()
