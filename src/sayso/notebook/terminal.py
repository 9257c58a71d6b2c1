"""A reading in a terminal, drawn by rich."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.notebook.facts import facts_of, note_of
from sayso.notebook.marks import BRACKETS, Close, Mark, Open, Role, marks_of, nested
from sayso.notebook.measured import Measures
from sayso.nouns import Reading
from sayso.nouns.chain import Chains
from sayso.printable import printable

#: colours that stand out on a dark and on a light ground; brackets, weight and slant say the same without them
STYLES: dict[Role, str] = {"content": "green", "source": "bold cyan", "cue": "italic magenta"}


def heading(reading: Reading) -> Text:
    """Title, outlet, authors, date and address; and the reader, where it is not the one that was asked for."""
    document = reading.document
    text = Text(printable(document.title or document.source), style="bold")
    known = facts_of(document) or "no outlet, author or date found"
    text.append("\n" + printable(known), style="not bold dim")
    if note := note_of(reading):
        text.append("\n" + printable(note), style="not bold yellow")
    return text


def marked(reading: Reading) -> Text:
    """The text with its marks. Nothing of it can steer the terminal."""
    source = reading.document.text
    text = Text()
    opened: list[Mark] = []
    for step in nested(len(source), marks_of(reading)):
        if isinstance(step, Open):
            opened.append(step.mark)
            if step.first:
                text.append(printable(step.mark.opening), style=_style(opened))
        elif isinstance(step, Close):
            if step.last:
                text.append(printable(step.mark.closing), style=_style(opened))
            opened.pop()
        else:
            lines = source[step.start : step.end].split("\n")
            text.append("\n".join(map(printable, lines)), style=_style(opened))
    return text


def _style(opened: list[Mark]) -> str:
    return STYLES[opened[-1].role] if opened else ""


def legend() -> Text:
    """What the marks mean."""
    text = Text(style="dim")
    for role in ("source", "cue", "content"):
        begin, end = BRACKETS[role]
        text.append(f"{begin}{role}{end}", style=STYLES[role])
        text.append(" ")
    return text.append("with the number of the attribution")


def claims_of(reading: Reading) -> RenderableType:
    """The claims with their chains, one a row; under each what it says of how many, when and where, and its checks."""
    if not reading.claims:
        return Text("no claims found")
    table = Table(box=None, pad_edge=False, show_header=True, header_style="bold", padding=(0, 2, 1, 0))
    table.add_column("claim", ratio=3)
    table.add_column("on whose say-so", ratio=2)
    table.add_column("status")
    chains, measures = Chains(reading), Measures(reading)
    for claim in reading.claims:
        told = Text(printable(claim.text))
        for line in measures.lines(claim):
            told.append("\n" + printable(line), style="dim")
        table.add_row(told, Text(printable(chains.line(claim.chain))), Text(claim.status))
    return table


def renderable(reading: Reading) -> RenderableType:
    """Heading, if there is anything to say in one, marked text and claims."""
    told = reading.document.title or facts_of(reading.document) or note_of(reading)
    above = [heading(reading), Text()] if told else []
    return Group(*above, marked(reading), Text(), legend(), Text(), claims_of(reading))
