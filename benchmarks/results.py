"""Writes the sections of RESULTS.md: each benchmark replaces its own, so that every figure was printed by a command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

RESULTS = Path(__file__).with_name("RESULTS.md")
HEAD = (
    "# Results\n\nEach section was written by the command that it names. "
    "Figures are of development data unless it says otherwise.\n"
)


def table(header: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """A Markdown table; floats with three decimals."""

    def cell(value: object) -> str:
        return f"{value:.3f}" if isinstance(value, float) else str(value)

    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return lines + ["| " + " | ".join(map(cell, row)) + " |" for row in rows]


def record(section: str, command: str, lines: Sequence[str], *, path: Path = RESULTS) -> str:
    """Print a section and write it into RESULTS.md in place of the earlier one of the same name."""
    body = f"## {section}\n\n`{command}`\n\n" + "\n".join(lines) + "\n"
    print(body)
    text = path.read_text(encoding="utf-8") if path.exists() else HEAD
    parts = re.split(r"(?m)^(?=## )", text)
    kept = [p.rstrip("\n") + "\n" for p in parts[1:] if not p.startswith(f"## {section}\n")]
    ordered = sorted([*kept, body], key=lambda p: p.split("\n", 1)[0].lower())
    path.write_text(parts[0].rstrip("\n") + "\n\n" + "\n".join(ordered), encoding="utf-8")
    return body
