"""How a reading looks in a terminal: the page, its claims with their chains, its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sayso.nouns import Attribution, Claim, Reading


def speaker(attribution: Attribution, names: Mapping[str, str]) -> str:
    """Who speaks: the entity's name, else the words of the text, else ``unnamed source``."""
    source = attribution.source
    return names.get(source.entity or "", "") or source.text or "unnamed source"


def chain_text(claim: Claim, reading: Reading) -> str:
    """*Rory Stewart ‹stated› ← The Guardian ‹reported› ← The Herald*: from the innermost speaker to the outlet."""
    names = {entity.id: entity.name for entity in reading.entities}
    hops = {attribution.id: attribution for attribution in reading.attributions}
    steps = []
    for hop in claim.chain:
        attribution = hops[hop]
        cue = f" ‹{attribution.cue.text}›" if attribution.cue else ""
        steps.append(speaker(attribution, names) + cue)
    return " ← ".join([*steps, reading.document.outlet or "this page"])


def print_reading(reading: Reading) -> None:
    """Print one reading for people."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = Console(highlight=False, soft_wrap=False)
    document = reading.document
    out.print(Text(document.title or document.source, style="bold"))
    facts = [document.outlet, ", ".join(document.authors) or None, document.published, document.url]
    out.print(Text(" · ".join(fact for fact in facts if fact) or "no outlet, author or date found", style="dim"))
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("claim", ratio=3)
    table.add_column("on whose say-so", ratio=2)
    table.add_column("status")
    for claim in reading.claims:
        table.add_row(Text(claim.text), Text(chain_text(claim, reading)), Text(claim.status))
    if reading.claims:
        out.print(table)
    else:
        out.print("no claims found")
    for comment in reading.comments:
        verdict = f"spam {comment.score:.2f}: {'; '.join(comment.reasons)}" if comment.spam else "comment"
        on = f" on “{comment.on}”" if comment.on else ""
        first = comment.text if len(comment.text) <= 100 else comment.text[:99] + "…"
        out.print(Text(f"[{verdict}] {comment.author or 'nobody'}{on}: {first}", style="dim"))
    out.print()
