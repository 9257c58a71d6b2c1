"""From attributions and measures to claims.

One claim for each attribution in whose content no other attribution says the whole: the innermost hop, with the chain
outwards. A sentence of the writer's own is a claim when it holds a quantity, a time or a name of the cast and stands in
no content; headings are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from sayso.claims.certainty import certainty_of
from sayso.claims.index import Placement
from sayso.claims.own import own_statements
from sayso.claims.phrase import Phraser
from sayso.claims.status import expects, status_of
from sayso.claims.syntax import Words, clause_is_parsed, reading_of
from sayso.claims.wording import joined
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.claim import Claim
from sayso.nouns.document import Document
from sayso.nouns.measures import Place, Quantity, Time
from sayso.nouns.mention import Entity, Mention
from sayso.reader.layers import Token

#: A content that another attribution fills to this share is no claim of its own: the inner hop makes it.
FILLED = 0.8


def make_claims(
    document: Document,
    attributions: Sequence[Attribution],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    places: Sequence[Place],
    entities: Sequence[Entity],
    tokens: Sequence[Token] = (),
    mentions: Sequence[Mention] = (),
) -> tuple[Claim, ...]:
    """Claims in text order, ids ``c1``, ``c2`` …; every range lies in ``document.text``.

    ``tokens`` are the reader's; their syntax and factuality are used where a reader gives them. ``mentions`` are those
    of the room of speakers; pronouns among them that were resolved are explained in the claims.
    """
    words = Words(tokens)
    by_id = {a.id: a for a in attributions}
    children: dict[str, list[Attribution]] = {}
    for inner in attributions:
        if inner.parent is not None:
            children.setdefault(inner.parent, []).append(inner)
    names = Placement.of_names(document.text, entities)
    placed = [Placement.of(items) for items in (times, quantities, places)]
    rows: list[tuple[Range, Attribution | None]] = [
        ((a.content.spans[0][0], a.content.spans[-1][1]), a)
        for a in attributions
        if a.act == "say" and a.content.spans and not _said_by_another(a, children.get(a.id, ()))
    ]
    rows += [(span, None) for span in own_statements(document, attributions, times, quantities, names)]
    rows.sort(key=lambda row: (row[0], row[1].id if row[1] else ""))
    phraser = Phraser(document, times, entities, mentions, names)
    made = []
    for number, ((start, end), attribution) in enumerate(rows, 1):
        spans = attribution.content.spans if attribution else ((start, end),)
        body = joined(document, spans)
        clause, said, factuality = reading_of(document.text, body, spans, words)
        chain = _chain(attribution, by_id) if attribution else ()
        outer_hops = [by_id[key] for key in chain[1:]]
        status = status_of(body, clause, said, attribution, outer_hops)
        coming = status in {"planned", "hypothetical"} or said.planned or expects(attribution)
        if attribution is None:
            worded = phraser.own((start, end), coming=coming)
        else:
            outer, parsed = by_id.get(attribution.parent or ""), clause_is_parsed(document.text, spans, words)
            worded = phraser.attributed(attribution, outer, parsed=parsed, coming=coming)
        made.append(
            Claim(
                id=f"c{number}",
                text=worded.text,
                start=start,
                end=end,
                attribution=attribution.id if attribution else None,
                chain=chain,
                status=status,
                times=placed[0].inside(spans),
                quantities=placed[1].inside(spans),
                places=placed[2].inside(spans),
                entities=names.inside(spans),
                certainty=certainty_of(said, attribution, outer_hops, factuality),
                form=worded.form,
                edits=worded.edits,
            )
        )
    return tuple(made)


def _said_by_another(outer: Attribution, children: Sequence[Attribution]) -> bool:
    """Whether one inner hop, with its source and cue, is all that the outer one says."""
    total = sum(b - a for a, b in outer.content.spans)
    for inner in children:
        if inner.act != "say" or not inner.cue:
            continue
        # the inner hop's own words: its content, cue and source
        ranges = [*inner.content.spans, *inner.source.spans, (inner.cue.start, inner.cue.end)]
        first = min(a for a, _ in ranges)
        last = max(b for _, b in ranges)
        covered = sum(max(0, min(b, last) - max(a, first)) for a, b in outer.content.spans)
        if covered >= FILLED * total:
            return True
    return False


def _chain(attribution: Attribution, by_id: dict[str, Attribution]) -> tuple[str, ...]:
    """From the innermost speaker outwards; a loop, which no reader should make, ends the chain."""
    chain = [attribution.id]
    parent = attribution.parent
    while parent is not None and parent in by_id and parent not in chain:
        chain.append(parent)
        parent = by_id[parent].parent
    return tuple(chain)
