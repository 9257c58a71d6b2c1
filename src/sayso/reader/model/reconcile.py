"""What the rules know about the cues that the net found: polarity, circumstances, sources left out, and chains."""

from __future__ import annotations

import bisect
from collections.abc import Sequence

from sayso.reader.common.figures import announcing, has_figure
from sayso.reader.common.hop import Hop, Span, overlaps
from sayso.reader.common.nesting import parents
from sayso.reader.common.page import Page

#: what only the layout of a page shows: unquoted paragraphs after *The envoy said:*
_BY_LAYOUT = frozenset({"verb/paragraph"})


def with_rules(page: Page, hops: Sequence[Hop], by_rule: Sequence[Hop]) -> list[Hop]:
    """The net's hops (in text order, changed in place), completed from the rules' hops of the same cues."""
    cues = [hop.cue for hop in hops]
    laid_out = [
        hop
        for hop in by_rule
        if (hop.pattern in _BY_LAYOUT or _gives_figure(page, hop)) and not overlaps(hop.cue, cues)
    ]
    if laid_out:
        hops = sorted((*hops, *laid_out), key=lambda hop: hop.cue)
    pairs = _pairs(hops, by_rule)
    for hop, other in pairs:
        hop.hedge, hop.denied, hop.refusal, hop.label = other.hedge, other.denied, other.refusal, other.label
        hop.subject, hop.start = other.subject, other.start
        hop.addressee = hop.addressee or other.addressee
        hop.around = other.around or hop.around
        if hop.source is None and other.source is not None and _lends(page, other.source, [hop.cue, *hop.contents]):
            hop.source = other.source
    _adopt_chains(hops, by_rule, pairs)
    return list(hops)


def _gives_figure(page: Page, hop: Hop) -> bool:
    """*It put the loss at 4 million*, *she corrected the number of wells: 40*: nothing else has these forms."""
    if hop.source is None or len(hop.contents) != 1:
        return False
    words = page.lows[slice(*hop.contents[0])]
    if hop.label == "put":
        return any(low == "at" and has_figure(words[i + 1 :]) for i, low in enumerate(words))
    colon = words.index(":") if ":" in words else 0
    return not announcing().isdisjoint(words[:colon]) and has_figure(words[colon + 1 : colon + 4])


def _lends(page: Page, source: Span, taken: Sequence[Span]) -> bool:
    """Whether a source of the rules may stand: *a few months earlier by experts* is more than the agent."""
    return not overlaps(source, taken) and "by" not in page.lows[slice(*source)]


def _pairs(hops: Sequence[Hop], by_rule: Sequence[Hop]) -> list[tuple[Hop, Hop]]:
    """Hops whose cues share a word."""
    firsts = [hop.cue[0] for hop in by_rule]
    made = []
    for hop in hops:
        at = bisect.bisect_right(firsts, hop.cue[1] - 1)
        other = next((o for o in reversed(by_rule[max(0, at - 3) : at]) if overlaps(o.cue, [hop.cue])), None)
        if other is not None:
            made.append((hop, other))
    return made


def _adopt_chains(hops: Sequence[Hop], by_rule: Sequence[Hop], pairs: Sequence[tuple[Hop, Hop]]) -> None:
    """*He told a panel that …, according to the Post*: where the rules see one hop in another and the net sees two side
    by side, the rules' chain holds, and the outer content is theirs."""
    of_rule = {id(other): hop for hop, other in pairs}
    above = parents(list(hops))
    number = {id(hop): at for at, hop in enumerate(hops)}
    for other, up in zip(by_rule, parents(list(by_rule)), strict=True):
        inner = of_rule.get(id(other))
        outer = of_rule.get(id(by_rule[up])) if up >= 0 else None
        if inner is None or outer is None or inner is outer:
            continue
        if above[number[id(inner)]] >= 0 or above[number[id(outer)]] == number[id(inner)]:
            continue
        inner.inside = outer
        if not overlaps(inner.cue, outer.contents):
            outer.contents = list(by_rule[up].contents)
