"""Impersonal passives and refusals: *is believed to*, *was told that*, *is quoted as saying*; *declined to say*."""

from __future__ import annotations

from sayso.reader.common import cues
from sayso.reader.common.adjuncts import is_adverb
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.words import word_class
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.complements import object_end
from sayso.reader.rules.contents import content_end, trim
from sayso.reader.rules.groups import Group
from sayso.reader.rules.nouns import phrase_after
from sayso.reader.rules.subjects import leading_subject, subject_before


def read_passive(clause: Clause, group: Group) -> Hop | None:
    """A passive with a content; the source is that of *by*, else nobody."""
    page, verb = clause.page, group.verb
    lows, at, high = page.lows, group.end, clause.high
    strengths = cues.passives()
    word = lows[group.head]
    if word not in strengths or group.infinitive or group.negated:
        return None
    while at < high and is_adverb(lows[at]):
        at += 1
    subject = subject_before(page, clause.floor(group.first, clause.relative_before(group.first)), group.first)
    impersonal = subject is not None and subject[1] - subject[0] == 1 and lows[subject[0]] == "it"
    source: Span | None = None
    if at < high and lows[at] == "by":
        source = phrase_after(page, at + 1, high)
        if source is not None:
            at = source[1] + (source[1] < high and lows[source[1]] == ",")
    if word == "quoted":
        return _quoted(clause, group, at, subject)
    told = "addressee" in verb.frames or verb.base == "ask"
    content: Span | None = None
    if at < high and lows[at] in {"that", "whether", "how", "why"} and (impersonal or told):
        content = (at, content_end(page, at, high))
    elif (
        at + 1 < high
        and lows[at] == "to"
        and page.words[at + 1][0].islower()
        and lows[at + 1] not in word_class("determiners")
    ):
        content = (
            at,
            object_end(page, at, high) if word in cues.participles("impersonal") else content_end(page, at, high),
        )
    elif at < high and lows[at] in {"of", "for", "as", "about"} and word in cues.participles("with_of"):
        content = (at, object_end(page, at, high))
    elif source is not None and subject is not None and not impersonal and "object" in verb.frames:
        content = subject
    span = trim(page, *content) if content is not None else None
    if span is None:
        return None
    cue_first = group.head
    if word in cues.participles("impersonal") and source is None:
        cue_first = max((i for i in range(group.first, group.head) if lows[i] in word_class("be")), default=group.head)
    return Hop(
        cue=(cue_first, group.end), source=source, contents=[span], pattern="verb/passive", score=0.6,
        sentence=clause.number, subject=None if impersonal else subject,
        addressee=subject if subject is not None and not impersonal and word in cues.participles("told") else None,
        hedge=strengths[word] if source is None else verb.hedge, denied=verb.denied, label=verb.label,
    )  # fmt: skip


def _quoted(clause: Clause, group: Group, at: int, subject: Span | None) -> Hop | None:
    """*One trader is quoted as saying that …*: the trader speaks."""
    page, high = clause.page, clause.high
    saying = next(
        (i for i in range(at, min(high, at + 12)) if page.lows[i] == "as" and page.lows[i + 1 : i + 2] == ["saying"]),
        None,
    )
    if saying is None or subject is None:
        return None
    begin = saying + 2
    span = trim(page, begin, content_end(page, begin, high)) if begin < high else None
    if span is None:
        return None
    return Hop(
        cue=(saying + 1, saying + 2), source=subject, contents=[span], pattern="verb/quoted", score=0.85,
        sentence=clause.number, label="say",
    )  # fmt: skip


def read_refusal(clause: Clause, group: Group) -> Hop | None:
    """*declined to comment on the claim*: marked where the text says on what."""
    page, lows, high, at = clause.page, clause.page.lows, clause.high, group.end
    if group.infinitive or not (at + 1 < high and lows[at] == "to" and lows[at + 1] in cues.refusals()[0]):
        return None
    before = lows[group.first - 1] if group.first > clause.low else ""
    shared = before in {"and", ",", "but"} or group.participle
    source = clause.last_source(group.first) if shared else None
    if source is None:
        relative = clause.relative_before(group.first)
        source = None if shared else subject_before(page, clause.floor(group.first, relative), group.first)
        source = source or leading_subject(page, clause.low, group.first)
    return _refused(clause, group.head, at + 2, source) if source is not None else None


def read_no_answer(clause: Clause, group: Group) -> Hop | None:
    """*did not respond to a request*, *would not comment on the claim*."""
    page = clause.page
    if page.lows[group.first - 1] in {"and", "but"} and group.first > clause.low:
        source = clause.last_source(group.first)
    else:
        source = subject_before(page, clause.floor(group.first, clause.relative_before(group.first)), group.first)
    return _refused(clause, group.first, group.end, source) if source is not None else None


def _refused(clause: Clause, first: int, end: int, source: Span) -> Hop | None:
    page, lows, high = clause.page, clause.page.lows, clause.high
    begin = end + 1 if end < high and lows[end] in {"on", "to", "about"} else end
    span = trim(page, begin, object_end(page, begin, high)) if begin < high else None
    if span is None or lows[span[0]] in {"and", "but", "when", "while", "as", "after", "until"}:
        return None
    return Hop(
        cue=(first, begin), source=source, contents=[span], pattern="refusal", score=0.5,
        sentence=clause.number, refusal=True, label="refusal", start=first,
    )  # fmt: skip
