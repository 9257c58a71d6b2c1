"""Labels of a form, shown beside what was filled in: ``Name: Maja``, ``Date: 12 June``, ``Message: so it goes``."""

from __future__ import annotations

import functools
import re

from sayso.document.html.comments.cells import Line, Run
from sayso.document.html.comments.hints import Role
from sayso.document.html.comments.inline import part_of
from sayso.lexicon import load

_ROLES = {"author": Role.AUTHOR, "time": Role.TIME, "text": Role.TEXT}


@functools.cache
def _label() -> re.Pattern[str]:
    data = load("comment_wording.yaml")["labels"]
    return re.compile(
        r"\s*(?:" + "|".join(f"(?P<{name}>{'|'.join(data[name])})" for name in _ROLES) + r")\s*[:：]\s*", re.IGNORECASE
    )


def without_labels(lines: list[Line]) -> list[Line]:
    """Take labels off, and let what they name play its part; a single label is no form, and is left."""
    found = [(n, match) for n, line in enumerate(lines) if (match := _match(line)) is not None]
    if len({match.lastgroup for _, match in found}) < 2:
        return lines
    result: list[Line] = []
    labels = dict(found)
    role = 0
    for n, line in enumerate(lines):
        match = labels.get(n)
        if match is not None:
            role = _ROLES[str(match.lastgroup)]
            line = part_of(line, match.end(), sum(len(run.text) for run in line.runs))
            if not any(run.text.strip() for run in line.runs):
                continue
        result.append(Line(line.owner, [_with(run, role) for run in line.runs]) if role else line)
        role = role if role == Role.TEXT else 0
    return result


def _match(line: Line) -> re.Match[str] | None:
    return _label().match("".join(run.text for run in line.runs)) if ":" in line.text[:30] else None


def _with(run: Run, role: int) -> Run:
    return Run(run.text, run.element, role, run.marked, run.link, run.time)
