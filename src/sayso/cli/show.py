"""How a reading looks in a terminal: the page, its claims with their chains, its comments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.printable import printable

if TYPE_CHECKING:
    from sayso.nouns import Reading


def print_reading(reading: Reading) -> None:
    """Print one reading for people."""
    from rich.console import Console
    from rich.text import Text

    from sayso.notebook.terminal import claims_of, heading

    out = Console(highlight=False, soft_wrap=False)
    out.print(heading(reading))
    out.print(claims_of(reading))
    for comment in reading.comments:
        verdict = f"spam {comment.score:.2f}: {'; '.join(comment.reasons)}" if comment.spam else "comment"
        on = f" on “{comment.on}”" if comment.on else ""
        first = comment.text if len(comment.text) <= 100 else comment.text[:99] + "…"
        out.print(Text(printable(f"[{verdict}] {comment.author or 'nobody'}{on}: {first}"), style="dim"))
    out.print()
