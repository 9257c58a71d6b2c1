"""From hops to the layer of attributions: kinds, manner, hedges, venue and addressee, parents."""

from __future__ import annotations

from sayso.nouns.attribution import Attribution, Content, Cue, Hedge, Manner, Source
from sayso.nouns.base import Range
from sayso.reader.common.circumstances import addressee_of, venue_of
from sayso.reader.common.hedges import content_hedge, denies
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.kinds import source_kind
from sayso.reader.common.page import Page
from sayso.reader.common.venues import belongs, told_venue


def attributions_of(page: Page, hops: list[Hop], above: list[int]) -> tuple[Attribution, ...]:
    """The attributions of the hops, in their order.

    ``above[i]`` is the number of the hop that hop ``i`` stands in, or -1.
    """
    made = []
    for number, hop in enumerate(hops):
        cue = page.span(*hop.cue)
        spans = sorted(page.span(*span) for span in hop.contents)
        kind, count = source_kind(page, hop)
        source_spans: tuple[Range, ...] = (page.span(*hop.source),) if hop.source else ()
        strength, text = content_hedge(page, hop)
        made.append(
            Attribution(
                id=f"a{number + 1}",
                cue=Cue(start=cue[0], end=cue[1], text=page.text[slice(*cue)]),
                source=Source(
                    spans=source_spans,
                    text=page.text[slice(*source_spans[0])] if source_spans else None,
                    entity=None,
                    kind=kind,
                    count=count,
                ),
                content=Content(spans=tuple(spans), text=" ".join(page.text[a:b] for a, b in spans)),
                manner=_manner(page, hop),
                parent=f"a{above[number] + 1}" if above[number] >= 0 else None,
                said=None,
                venue=venue_of(page, hop) or _words(page, hop.venue) or _told_after(page, hops, number),
                addressee=addressee_of(page, hop),
                hedge=Hedge(strength=strength, text=text),
                polarity="denied" if denies(page, hop) else "affirmed",
                score=hop.score,
                act="refusal" if hop.refusal else "say",
            )
        )
    return tuple(made)


def _told_after(page: Page, hops: list[Hop], number: int) -> str | None:
    """The venue that the next sentence gives to the last thing said before it."""
    hop = hops[number]
    told = told_venue(page, hop.sentence + 1)
    if told is None or hop.source is None:
        return None
    later = hops[number + 1 : number + 8]
    if any(other.sentence == hop.sentence and belongs(told[0], _text(page, other)) for other in later):
        return None
    return told[1] if belongs(told[0], _text(page, hop)) else None


def _text(page: Page, hop: Hop) -> str | None:
    return _words(page, hop.source)


def _words(page: Page, span: Span | None) -> str | None:
    return page.text[slice(*page.span(*span))] if span else None


def _manner(page: Page, hop: Hop) -> Manner:
    """direct: all words of the content stand in quotation marks of its own; mixed: some do; indirect: none."""
    if hop.pattern == "verb/paragraph":
        return "direct"
    outer = page.quote_of[hop.cue[0]]
    quoted = plain = 0
    for first, last in hop.contents:
        for i in range(first, last):
            if not page.words[i][0].isalnum():
                continue
            if page.quote_of[i] >= 0 and page.quote_of[i] != outer:
                quoted += 1
            else:
                plain += 1
    if not quoted:
        return "indirect"
    return "direct" if not plain else "mixed"
