"""All hops of a page: each sentence once, and the inside of each quotation as a world of its own."""

from __future__ import annotations

import bisect

from sayso.reader.common import cues
from sayso.reader.common.hop import Hop
from sayso.reader.common.page import Page
from sayso.reader.rules.citing import add_carried, add_cited
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.contents import trim
from sayso.reader.rules.others import read_adjective, read_hearsay, read_label, read_noun, read_phrase
from sayso.reader.rules.sources import repair_sources
from sayso.reader.rules.verbs import read_verb


def find_hops(page: Page) -> list[Hop]:
    """Hops in text order of their cues; contents of neighbouring cues no longer run into each other."""
    verbs, prefixes, nouns = cues.verbs(), cues.phrases(), cues.nouns()
    others = cues.hearsay() | cues.adjectives().keys()
    lows = page.lows
    hops: list[Hop] = []
    for number, sentence in enumerate(page.sentences):
        worlds: dict[int, Clause] = {}
        label = read_label(page, number)
        if label is not None:
            hops.append(label)
        for at in range(sentence.first, sentence.last):
            low = lows[at]
            if not (low in verbs or low in prefixes or low in nouns or low in others):
                continue
            quote = page.quote_of[at]
            clause = worlds.get(quote)
            if clause is None:
                first, last = sentence.body, sentence.last
                if quote >= 0:
                    begin, end = page.quote_words[quote]
                    first, last = max(first, begin + 1), min(last, end - 1 if end - begin > 1 else end)
                clause = worlds[quote] = Clause(page, sentence, number, first, last, quote)
            if not clause.low <= at < clause.high:
                continue
            if clause.hops and clause.hops[-1].cue[1] > at:
                continue
            clause.hops += _read(clause, at, low)
        for clause in worlds.values():
            add_cited(clause)
            add_carried(clause)
            _clip(page, clause.hops)
            hops += clause.hops
    hops = repair_sources(page, hops)
    hops.sort(key=lambda hop: hop.cue)
    return _continue_quotations(page, hops)


def _read(clause: Clause, at: int, low: str) -> tuple[Hop, ...]:
    """The hops of the cue at ``at``: phrases first, then verbs, then nouns."""
    hop = read_phrase(clause, at) if low in cues.phrases() else None
    if hop is None and low in cues.hearsay():
        hop = read_hearsay(clause, at)
    if hop is None and low in cues.adjectives():
        hop = read_adjective(clause, at)
    if hop is not None:
        return (hop,)
    found = read_verb(clause, at) if low in cues.verbs() else ()
    if not found and low in cues.nouns():
        hop = read_noun(clause, at)
        found = (hop,) if hop is not None else ()
    return found


def _clip(page: Page, hops: list[Hop]) -> None:
    """End a content before ", and Y said": the next cue's own subject begins another statement."""
    lows = page.lows
    for index, hop in enumerate(hops):
        for later in hops[index + 1 :]:
            if later.source is None or later.pattern in {"phrase", "noun", "hearsay"}:
                continue
            begin = later.source[0] if later.source[0] > hop.cue[1] else max(later.start, 0) or later.cue[0]
            first, last = hop.contents[-1]
            if not first < begin < last or (later.source == hop.source and begin == later.source[0]):
                continue
            before = begin - 1
            if (
                (
                    lows[before] in {"and", "but", "while", "whereas", "though", "although", "or"}
                    and (
                        (before > first and (lows[before - 1] == "," or later.source == hop.source))
                        or lows[before] in {"but", "while", "whereas"}
                    )
                )
                or lows[before] == ";"
                or (later.source == hop.source and lows[before] == ",")
            ):
                cut = before
            else:
                continue
            span = trim(page, first, cut)
            if span is not None:
                hop.contents[-1] = span
                break


def _continue_quotations(page: Page, hops: list[Hop]) -> list[Hop]:
    """Quotations that stand as sentences of their own go on with what the last speaker of the paragraph said.

    *"A," she said. "B."* is one attribution with two spans. A paragraph that is one quotation, after a paragraph that
    ends with an open quotation or with a colon, goes on likewise.
    """
    covered = [False] * len(page.quotations)
    last_of_sentence: dict[int, Hop] = {}
    for hop in hops:
        _finish_quotation(page, hop)
        own = page.quote_of[hop.cue[0]]
        for first, last in hop.contents:
            for i in range(first, last):
                if page.quote_of[i] >= 0 and page.quote_of[i] != own:
                    covered[page.quote_of[i]] = True
        if page.quote_of[hop.cue[0]] < 0:
            last_of_sentence[hop.sentence] = hop
    by_start = {page.quote_words[q][0]: q for q in range(len(page.quotations))}
    speaker: tuple[Hop, int] | None = None  # the hop and the block it was last heard in
    open_before = False
    for number, sentence in enumerate(page.sentences):
        if number in last_of_sentence:
            speaker = (last_of_sentence[number], sentence.block)
            open_before = _open_at_end(page, sentence.last)
            continue
        quote = by_start.get(sentence.first, -1)
        if quote < 0:
            inside = page.quote_of[sentence.first]
            if inside < 0 or page.quote_words[inside][0] >= sentence.first:
                speaker = None
            continue
        if covered[quote]:
            continue
        begin, end = page.quote_words[quote]
        if speaker is None or not (speaker[1] == sentence.block or open_before) or not _whole_sentences(page, end):
            continue
        hop = speaker[0]
        if not _is_quoting(page, hop):
            continue
        hop.contents.append((begin, end))
        if hop.inside is not None:
            hop.inside.contents.append((begin, end))
        covered[quote] = True
        speaker = (hop, sentence.block)
        open_before = page.quotations[quote].open
    return hops


def _finish_quotation(page: Page, hop: Hop) -> None:
    """A content that ends inside a quotation, at the end of a sentence, reaches to the closing mark."""
    first, last = hop.contents[-1]
    quote = page.quote_of[last - 1]
    if quote < 0 or quote == page.quote_of[hop.cue[0]]:
        return
    begin, end = page.quote_words[quote]
    if begin >= first and end > last and page.sentences[hop.sentence].last < end:
        hop.contents[-1] = (first, end)


def _open_at_end(page: Page, end: int) -> bool:
    quote = page.quote_of[end - 1]
    return quote >= 0 and page.quotations[quote].open


def _whole_sentences(page: Page, end: int) -> bool:
    """Whether a quotation ends where a sentence does."""
    number = bisect.bisect_left(page.sentences, end, key=lambda sentence: sentence.last)
    return number < len(page.sentences) and page.sentences[number].last == end


def _is_quoting(page: Page, hop: Hop) -> bool:
    _first, last = hop.contents[-1]
    return page.quote_of[last - 1] >= 0 and page.quote_of[hop.cue[0]] < 0
