"""*Sources*, *reports*, *newspapers*: a plural with one voice behind it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from sayso.lexicon import load
from sayso.nouns import Alert, Hop, Statement
from sayso.nouns.folding import fold
from sayso.origins.alerts.ties import Ties
from sayso.origins.alerts.wording import called, quoted
from sayso.origins.material import Material
from sayso.origins.provenance.wording import speaker


def plural_sources(material: Material, ties: Ties) -> Iterator[Alert]:
    """One alert at most: a page speaks of several sources, and all that it goes back to is one person's word."""
    for key in material.members:
        statement = material.statements[key]
        hop = next((hop for hop in statement.chain if _several(hop)), None)
        if hop is None:
            continue
        ends = ties.ends(statement.document)
        said = [material.statements[other] for other in material.members if material.statements[other].document in ends]
        if len(ends) == 1 and said and (voice := _one_voice(said)) is not None:
            yield _alert(statement, hop, said[0], voice, material)
            return


def _several(hop: Hop) -> bool:
    return (
        hop.kind not in ("named", "outlet") and hop.count is None and _words().search(fold(hop.text or "")) is not None
    )


@functools.cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('alerts.yaml')['plural_sources']['words'])})\b")


def _one_voice(said: list[Statement]) -> Hop | None:
    """The single person who says it on the page that all goes back to."""
    voices = [one.chain[0] for one in said if one.chain]
    if not voices or len(voices) < len(said):
        return None
    first = voices[0]
    alone = first.kind in ("anonymous", "role", "named") and (first.count == 1 or first.kind == "named")
    return first if alone and all(fold(hop.text or "") == fold(first.text or "") for hop in voices) else None


def _alert(statement: Statement, hop: Hop, first: Statement, voice: Hop, material: Material) -> Alert:
    here, there = material.pages[statement.document], material.pages[first.document]
    return Alert(
        kind="plural-sources",
        why=(
            f"{called(here)} speaks of {quoted(hop.text or '')}; all that it goes back to is one voice, "
            f"{quoted(speaker(voice))}, in {called(there)}."
        ),
        pages=(here.source, there.source),
        score=0.8,
    )
