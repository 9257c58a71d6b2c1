"""*Radio Kesh, quoting the agency Orla, said …*: the cited source says the same, one hop further in."""

from __future__ import annotations

from sayso.reader.common import cues
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.contents import trim
from sayso.reader.rules.nouns import phrase_after
from sayso.reader.rules.subjects import subject_before


def cited_at(page: Page, at: int, low: int, high: int) -> Span | None:
    """The source cited between commas by the participle at ``at``; None where the words are not so."""
    if page.lows[at] not in cues.citing() or at - 1 <= low or page.lows[at - 1] != ",":
        return None
    cited = phrase_after(page, at + 1, high)
    if cited is None or cited[1] >= high or page.lows[cited[1]] != ",":
        return None
    return cited


def add_carried(clause: Clause) -> None:
    """*Newsweek shed light on statements by officials that …*: a hop of Newsweek's round the officials'."""
    page = clause.page
    for hop in list(clause.hops):
        if hop.pattern != "noun" or hop.source is None or hop.source[0] < hop.cue[0]:
            continue
        noun = hop.cue[0]
        while noun > clause.low and (
            page.lows[noun - 1] in word_class("determiners") or page.lows[noun - 1] == "recent"
        ):
            noun -= 1
        cue = next(((noun - n, noun) for n in (3, 1) if tuple(page.lows[noun - n : noun]) in cues.carriers()), None)
        if cue is None or cue[0] <= clause.low or any(h.cue == cue for h in clause.hops):
            continue
        source = subject_before(page, clause.floor(cue[0]), cue[0])
        if source is None:
            continue
        outer = Hop(
            cue=cue,
            source=source,
            contents=[(noun, hop.contents[-1][1])],
            pattern="carried",
            score=hop.score,
            sentence=clause.number,
            label="report",
        )
        hop.inside = outer
        clause.hops.append(outer)


def add_cited(clause: Clause) -> None:
    """Put a hop for each cited source into the hop of the one who cites; both have the same content."""
    page = clause.page
    for at in range(clause.low + 1, clause.high):
        cited = cited_at(page, at, clause.low, clause.high)
        if cited is None or page.quote_of[at] != clause.quote:
            continue
        for hop in clause.hops:
            source = hop.source
            if source is None or not (source[0] < at and (source[1] == at - 1 or source[1] > at)):
                continue
            hop.source = (source[0], at - 1)
            first, last = hop.contents[0]
            if first <= at < last and (rest := trim(page, cited[1] + 1, last)) is not None:
                hop.contents[0] = rest
            clause.hops.append(
                Hop(
                    cue=(at, at + 1),
                    source=cited,
                    contents=list(hop.contents),
                    pattern="cited",
                    score=hop.score - 0.1,
                    sentence=clause.number,
                    inside=hop,
                    label="say",
                )
            )
            break
