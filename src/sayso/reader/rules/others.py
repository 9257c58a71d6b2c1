"""Cues that are no verbs: *according to*, *reportedly*, *statements by X that …*, speakers before a colon."""

from __future__ import annotations

from sayso.reader.common import cues
from sayso.reader.common.adjuncts import is_adverb
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.complements import object_end
from sayso.reader.rules.contents import content_end, opens_quotation, trim
from sayso.reader.rules.nouns import phrase_after
from sayso.reader.rules.subjects import subject_before


def read_phrase(clause: Clause, at: int) -> Hop | None:
    """*According to SOURCE, CONTENT* and *CONTENT, according to SOURCE*."""
    page = clause.page
    lows = page.lows
    rows = cues.phrases().get(lows[at])
    if not rows:
        return None
    words = next((row for row in rows if tuple(lows[at : at + len(row)]) == row), None)
    if words is None:
        return None
    end = at + len(words)
    source = phrase_after(page, end, clause.high)
    if source is None:
        return None
    after = source[1]
    contents = _phrase_contents(clause, at, after)
    spans = [t for c in contents if (t := trim(page, *c)) is not None]
    if not spans:
        return None
    return Hop(
        cue=(at, end),
        source=source,
        contents=spans,
        pattern="phrase",
        score=0.9,
        sentence=clause.number,
        label="according to",
    )


def _phrase_contents(clause: Clause, at: int, after: int) -> list[Span]:
    page, low, high = clause.page, clause.low, clause.high
    lows = page.lows
    first = low
    # the phrase opens the sentence or a clause: the content follows
    lead = at
    while lead > low and (
        lows[lead - 1] in word_class("coordinators") or lows[lead - 1] in {"that", "while", "however", "meanwhile"}
    ):
        lead -= 1
    opens = lead == low or (lead < at and lows[at - 1] != ",") or lows[at - 1] in {";", "—"}
    if opens:
        begin = after
        while begin < high and lows[begin] in {",", ":"}:
            begin += 1
        return [(begin, high)] if begin < high else []
    # inside: what stands before is content; what follows after a comma is its second half
    for hop in clause.hops:
        if hop.pattern == "phrase" and hop.source is not None and hop.source[1] <= at:
            first = max(first, hop.source[1])
    if lows[first] in {"but", "and"} and first + 1 < at:
        first += 1
    quoted = page.quote_of[first]
    if quoted >= 0 and page.quote_words[quoted][0] < first and quoted != clause.quote:
        first = page.quote_words[quoted][0]
    contents: list[Span] = [(first, at)]
    if (
        lows[at - 1] == ","
        and after + 1 < high
        and lows[after] == ","
        and page.words[after + 1][0].isalnum()
        and lows[after + 1]
        not in {"who", "which", "and", "but", "while", "as", "adding", "with", "a", "an", "the", "where"}
    ):
        contents.append((after + 1, high))
    return contents


def read_hearsay(clause: Clause, at: int) -> Hop | None:
    """*He is reportedly in hospital*: the clause is the content, nobody the source."""
    page = clause.page
    if page.lows[at] not in cues.hearsay() or at + 1 >= clause.high:
        return None
    subject = subject_before(page, clause.floor(at), at)
    span = trim(page, at + 1, content_end(page, at + 1, clause.high))
    if span is None or span[1] - span[0] < 2:
        return None
    return Hop(
        cue=(at, at + 1),
        source=None,
        contents=[span],
        pattern="hearsay",
        score=0.6,
        sentence=clause.number,
        subject=subject,
        hedge="strong",
        label="hearsay",
    )


def read_noun(clause: Clause, at: int) -> Hop | None:
    """*statements by X that CONTENT*, *X's claim that CONTENT*, *speculations that CONTENT*."""
    page = clause.page
    lows, high = page.lows, clause.high
    noun = cues.nouns().get(lows[at])
    if noun is None:
        return None
    that = at + 1
    source: Span | None = None
    if that < high and lows[that] in cues.noun_prepositions().get(noun.base, ()):
        return _noun_of(clause, at, noun)
    if that < high and lows[that] in {"by", "of", "from"}:
        source = phrase_after(page, that + 1, min(high, that + 16))
        if source is not None:
            that = source[1]
    if that >= high or lows[that] != "that" or that + 2 >= high:
        return None
    if any(content[0] == that for hop in clause.hops for content in hop.contents):
        return None  # "said in a statement that": the verb has it
    if lows[that + 1] in word_class("finite") and lows[that + 1] not in {"have"}:
        return None  # "a statement that was read": a relative clause
    if source is None:
        source = _possessor(page, clause.floor(at), at)
    if source is None and noun.base not in cues.unsourced_nouns():
        return None
    span = trim(page, that, content_end(page, that, high))
    return _noun_hop(clause, (at, at + 1), source, span, noun) if span is not None else None


def _noun_hop(clause: Clause, cue: Span, source: Span | None, content: Span, noun: cues.CueNoun) -> Hop:
    return Hop(
        cue=cue,
        source=source,
        contents=[content],
        pattern="noun",
        score=0.5 if source else 0.4,
        sentence=clause.number,
        hedge=noun.hedge,
        denied=noun.denied,
        label="noun",
    )


def _noun_of(clause: Clause, at: int, noun: cues.CueNoun) -> Hop | None:
    """*rumours of a second shock*: the preposition belongs to the cue."""
    page = clause.page
    span = trim(page, at + 2, object_end(page, at + 2, clause.high)) if at + 2 < clause.high else None
    if span is None:
        return None
    return _noun_hop(clause, (at, at + 2), _possessor(page, clause.floor(at), at), span, noun)


def read_adjective(clause: Clause, at: int) -> Hop | None:
    """*Officials are worried about cholera*."""
    page = clause.page
    lows, link = page.lows, at + 1
    if link + 1 >= clause.high or lows[link] not in cues.adjectives().get(lows[at], ()):
        return None
    be = at
    while be > clause.low and is_adverb(lows[be - 1]):
        be -= 1
    if be <= clause.low or lows[be - 1] not in word_class("be") or lows[be] in {"not", "never"}:
        return None
    first = be - 1
    while first > clause.low and (lows[first - 1] in word_class("auxiliaries") or is_adverb(lows[first - 1])):
        first -= 1
    source = subject_before(page, clause.floor(first, clause.relative_before(first)), first)
    begin = link if lows[link] == "that" else link + 1
    span = trim(
        page,
        begin,
        content_end(page, begin, clause.high) if lows[link] == "that" else object_end(page, begin, clause.high),
    )
    if source is None or span is None or lows[source[1] - 1] in {"it", "there", "that", "which"}:
        return None
    return Hop(
        cue=(at, begin),
        source=source,
        contents=[span],
        pattern="adjective",
        score=0.4,
        sentence=clause.number,
        label="adjective",
    )


def _possessor(page: Page, floor: int, at: int) -> Span | None:
    lows = page.lows
    for i in range(at - 1, max(floor, at - 4) - 1, -1):
        if lows[i] in word_class("possessives"):
            return i, i + 1
        if lows[i] in {"'s", "'", "’"} and i > floor:
            first = i
            while first > floor and (page.words[first - 1][0].isupper() or lows[first - 1] in {"the", "of"}):
                first -= 1
            return (first, i) if first < i else (i - 1, i)
    return None


def read_label(page: Page, number: int) -> Hop | None:
    """*NAME: words* at the head of a paragraph, as transcripts have it."""
    sentence = page.sentences[number]
    first, last = sentence.first, sentence.last
    if number and page.sentences[number - 1].block == sentence.block:
        return None
    colon = next((i for i in range(first + 1, min(last - 1, first + 6)) if page.lows[i] == ":"), None)
    if colon is None or page.ends[colon - 1] != page.starts[colon]:
        return None
    if not all(
        (page.words[i].isupper() and page.words[i].isalpha())
        or page.lows[i] in {".", "-"}
        or page.words[i].endswith(".")
        for i in range(first, colon)
    ):
        return None
    if any(page.lows[i].lower() in word_class("finite") for i in range(first, colon)):
        return None  # a headline: "FIX IS IN: …"
    end = sentence.last
    for following in page.sentences[number + 1 :]:
        if following.block != sentence.block:
            break
        end = following.last
    return (
        Hop(
            cue=(colon, colon + 1),
            source=(first, colon),
            contents=[(colon + 1, end)],
            pattern="label",
            score=0.7,
            sentence=number,
            label="label",
        )
        if end > colon + 1 and opens_quotation(page, colon + 1, end) < 0
        else None
    )
