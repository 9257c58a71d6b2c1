"""A reading as a fragment of HTML for notebooks: no scripts, nothing loaded, every stranger's word escaped.

Where the style sheet is taken out (an untrusted notebook, a mail), elements and brackets still tell the parts apart.
"""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from sayso.notebook.facts import facts_of, note_of
from sayso.notebook.marks import BRACKETS, Close, Mark, Open, Role, marks_of, nested
from sayso.nouns import Reading
from sayso.nouns.chain import Chains
from sayso.printable import printable

#: what each part is where there is no style sheet: bold, slanted, underlined
ELEMENTS: dict[Role, str] = {"content": "u", "source": "b", "cue": "i"}


@cache
def _style_sheet() -> str:
    return (files("sayso.notebook") / "page.css").read_text(encoding="utf-8")


def _text(written: str) -> str:
    """A stranger's words: one line, nothing that hides or reverses text, escaped."""
    return escape(printable(written), quote=True)


def _opening(mark: Mark, chain: str, *, first: bool) -> str:
    tag = f'<{ELEMENTS[mark.role]} class="sayso-{mark.role}" title="{_text(chain)}">'
    return tag + (f"<span>{_text(mark.opening)}</span>" if first else "")


def _closing(mark: Mark, *, last: bool) -> str:
    return (f"<span>{_text(mark.closing)}</span>" if last else "") + f"</{ELEMENTS[mark.role]}>"


def marked(reading: Reading) -> str:
    """The text with its marks; each carries its chain, which a browser shows under the pointer."""
    chains = Chains(reading)
    lines = {a.id: chains.line(chains.outwards(a.id)) for a in reading.attributions}
    source = reading.document.text
    parts = []
    for step in nested(len(source), marks_of(reading)):
        if isinstance(step, Open):
            parts.append(_opening(step.mark, lines[step.mark.attribution], first=step.first))
        elif isinstance(step, Close):
            parts.append(_closing(step.mark, last=step.last))
        else:
            parts.append("<br>".join(map(_text, source[step.start : step.end].split("\n"))))
    return "".join(parts)


def _heading(reading: Reading) -> str:
    title = reading.document.title
    rows = [f"<b>{_text(title)}</b>"] if title else []
    rows += [f"<small>{_text(line)}</small>" for line in (facts_of(reading.document), note_of(reading)) if line]
    return f"<p>{'<br>'.join(rows)}</p>" if rows else ""


def _claims(reading: Reading) -> str:
    if not reading.claims:
        return "<p>no claims found</p>"
    chains = Chains(reading)
    rows = "".join(
        f'<tr><td dir="auto">{_text(claim.text)}</td><td dir="auto">{_text(chains.line(claim.chain))}</td>'
        f"<td>{_text(claim.status)}</td></tr>"
        for claim in reading.claims
    )
    return (
        '<table><thead><tr><th scope="col">claim</th><th scope="col">on whose say-so</th>'
        f'<th scope="col">status</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _legend() -> str:
    shown = " ".join(
        f'<{ELEMENTS[role]} class="sayso-{role}">{BRACKETS[role][0]}{role}{BRACKETS[role][1]}</{ELEMENTS[role]}>'
        for role in ("source", "cue", "content")
    )
    return f"<p><small>{shown} with the number of the attribution; point at one to see its chain</small></p>"


def fragment(reading: Reading) -> str:
    """Heading, marked text and claims as one element that brings its own style."""
    return (
        f'<div class="sayso-reading"><style>{_style_sheet()}</style>{_heading(reading)}'
        f'<div class="sayso-text" tabindex="0" role="region" aria-label="text with its marks">{marked(reading)}</div>'
        f"{_legend()}{_claims(reading)}</div>"
    )
