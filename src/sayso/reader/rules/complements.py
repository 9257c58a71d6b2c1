"""What follows a cue verb: its content, its addressee, and the adjuncts between."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader.common import cues
from sayso.reader.common.adjuncts import is_adverb, is_time_word, skip_time, venue_end
from sayso.reader.common.hop import Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.contents import content_end, is_clause_start, opens_quotation
from sayso.reader.rules.groups import Group
from sayso.reader.rules.nouns import has_finite

_COMPLEMENTISERS = frozenset(["that", "whether", "how", "why", "what", "if", "where", "who"])
_ADJUNCTS = frozenset(
    [
        "to",
        "with",
        "on",
        "at",
        "of",
        "in",
        "during",
        "from",
        "after",
        "before",
        "about",
        "for",
        "via",
        "by",
        "through",
        "last",
    ]
)
_NOT_BARE = frozenset(["of", "about", "for", "to", "after", "before", "from"])
_PREPOSED = frozenset(["warn", "inform", "remind", "notify", "tell", "assure"])
_ASKED = frozenset(["to", "whether", "if", "about", "for", "why", "how", "what", "not", "who", "where"])
_OBJECT_ON = frozenset(["who", "which", "and", "or", "including", "especially", "such"])


@dataclass(slots=True)
class Right:
    """What follows a cue. ``frame`` names the construction; ``cue_end`` moves on where a preposition joins the cue."""

    cue_end: int
    content: Span | None = None
    addressee: Span | None = None
    around: tuple[Span, ...] = ()
    frame: str = ""


def right_of(clause: Clause, group: Group) -> Right:
    """Read the words after the cue; ``content`` is None where none follows."""
    page, high, verb = clause.page, clause.high, group.verb
    lows = page.lows
    right = Right(group.end)
    at = group.end
    while (
        at < high
        and is_adverb(lows[at])
        and lows[at]
        not in {"hardly", "nearly", "roughly", "exactly", "there", "so", "both", "all", "only", "even", "long"}
    ):
        at += 1
    if _prepositional(clause, group, at, right) or _told(clause, group, at, right):
        return right
    if right.addressee is not None:
        at = right.addressee[1]
    if "to" in verb.frames and _infinitive_at(page, at, high):
        right.content, right.frame = (at, content_end(page, at, high)), "to"
        return right
    if "whole" in verb.frames and right.addressee is None:
        stop = object_end(page, at, high)
        required = verb.required
        if (
            stop > at
            and (page.words[at][0].isalnum() or page.quote_of[at] != clause.quote)
            and lows[at] not in _ADJUNCTS
        ):
            if not required or any(lows[i] in required for i in range(at, stop)):
                right.content, right.frame = (at, stop), "whole"
            return right
    adjunct = at < high and (lows[at] in _ADJUNCTS or skip_time(page, at, high) > at or venue_end(page, at, high) > at)
    direct = complement(clause, at, verb, bare=not adjunct)
    if direct is not None:
        right.content, right.frame = direct
        return right
    _stepped(clause, group, at, right)
    if right.content is None and "object" in verb.frames and at < high and page.words[at][0].isalnum():
        begin = right.around[-1][1] if right.around and verb.label == "announce" else at
        if (
            begin < high
            and lows[begin] not in word_class("prepositions")
            and lows[begin] not in word_class("coordinators")
        ):
            stop = object_end(page, begin, high)
            if stop > begin and page.words[begin][0].isalnum():
                right.content, right.frame = (begin, stop), "object"
    return right


def complement(clause: Clause, at: int, verb: cues.CueVerb, *, bare: bool) -> tuple[Span, str] | None:
    """A content that begins exactly at ``at``: a quotation, a clause with that, a bare clause."""
    page, high, frames = clause.page, clause.high, verb.frames
    lows = page.lows
    if at >= high:
        return None
    if lows[at] in {",", ":", "—"}:
        number = opens_quotation(page, at + 1, len(page.words))
        if number >= 0 and number != clause.quote:
            return (at + 1, content_end(page, at + 1, max(high, at + 2))), "quote"
        if lows[at] == ":" and "quote" in frames and at + 1 < high:
            return (at + 1, high), "quote"
        if lows[at] == ":" and "quote" in frames and (paragraph := _next_paragraph(clause)) is not None:
            return paragraph, "paragraph"
        if lows[at] == "," and at + 1 < high and lows[at + 1] == "that" and "clause" in frames:
            return (at + 1, content_end(page, at + 1, high)), "clause"
        return None
    if opens_quotation(page, at, high) >= 0 and page.quote_of[at] != clause.quote:
        return (at, content_end(page, at, high)), "quote"
    if lows[at] in _COMPLEMENTISERS and "clause" in frames:
        if lows[at] in {"where", "who"} and "bare" not in frames:
            return None
        if lows[at] == "that" and high - at < 5 and not has_finite(page, at + 1, high):
            return None  # "demonstrates that commitment"
        return (at, content_end(page, at, high)), "clause"
    if (
        bare
        and "bare" in frames
        and lows[at] not in _ADJUNCTS
        and (
            is_clause_start(page, at, high, strict=verb.label == "find")
            or (verb.strong and _strong_start(page, at, high))
        )
    ):
        return (at, content_end(page, at, high)), "bare"
    return None


def _next_paragraph(clause: Clause) -> Span | None:
    """The paragraph after one that ends with *X said:*, which it introduces."""
    sentences, number = clause.page.sentences, clause.number
    if clause.quote >= 0 or number + 1 >= len(sentences) or sentences[number].last != clause.high:
        return None
    block = sentences[number + 1].block
    if block != sentences[number].block + 1:
        return None
    last = number + 1
    while last + 1 < len(sentences) and sentences[last + 1].block == block:
        last += 1
    return sentences[number + 1].first, sentences[last].last


def _strong_start(page: Page, at: int, high: int) -> bool:
    """After *says* any three words that are no adjunct are a content."""
    low = page.lows[at]
    if any(word[0].isdigit() for word in page.lows[at : at + 2]):
        return True
    return (
        high - at > 2
        and page.words[at][0].isalnum()
        and low not in word_class("prepositions")
        and low not in word_class("coordinators")
        and low not in {"so", "when", "while", "where", "after"}
    )


def _prepositional(clause: Clause, group: Group, at: int, right: Right) -> bool:
    """*warned of higher prices*, *called on both sides to stop*."""
    page, high, verb = clause.page, clause.high, group.verb
    lows = page.lows
    step = skip_time(page, at, high) if at < high and verb.label == "speak of" else at
    if not (step < high and lows[step] in verb.prepositions):
        return False
    begin = step + 1
    if verb.base == "call" and lows[at] in {"on", "upon"}:
        told = _addressee(page, begin, high)
        if told is None or told[1] >= high or lows[told[1]] not in {"to", "for", "not"}:
            return False
        right.addressee, right.cue_end = told, begin
        right.content, right.frame = (told[1], content_end(page, told[1], high)), "to"
        return True
    stop = object_end(page, begin, high)
    if stop <= begin or (skip_time(page, begin, high) >= stop):
        return False
    right.cue_end, right.content, right.frame = begin if step == at else group.end, (begin, stop), "preposition"
    return True


def _told(clause: Clause, group: Group, at: int, right: Right) -> bool:
    """*told the panel that*, *urged both sides to stop*, *asked whether*: True where the content was found."""
    page, high, verb = clause.page, clause.high, group.verb
    lows = page.lows
    told = _addressee(page, at, high) if "addressee" in verb.frames or verb.base == "ask" else None
    if told is None:
        return False
    if verb.label == "ask" or ("to" in verb.frames and verb.label == "propose"):
        if told[1] < high and lows[told[1]] in _ASKED:
            right.addressee = told
            right.content, right.frame = (told[1], content_end(page, told[1], high)), "to"
            return True
        if "addressee" not in verb.frames or verb.label == "propose":
            return False
    right.addressee = told
    after = told[1]
    if (
        after < high
        and "to" in verb.frames
        and (lows[after] == "to" or (lows[after] == "not" and lows[after + 1 : after + 2] == ["to"]))
    ):
        right.content, right.frame = (after, content_end(page, after, high)), "to"
        return True
    if after < high and lows[after] in verb.prepositions | {"of", "about"} and verb.base in _PREPOSED:
        right.content, right.frame = (after, object_end(page, after, high)), "preposition"
        return True
    return False


def _infinitive_at(page: Page, at: int, high: int) -> bool:
    lows = page.lows
    if at < high and lows[at] == "not":
        at += 1
    return (
        at + 1 < high
        and lows[at] == "to"
        and page.words[at + 1][0].islower()
        and lows[at + 1] not in word_class("determiners")
    )


def _stepped(clause: Clause, group: Group, at: int, right: Right) -> None:
    """Step over adjuncts (*on Monday*, *in a statement*, *to reporters*) to a content behind them."""
    page, high, verb = clause.page, clause.high, group.verb
    lows = page.lows
    around: list[Span] = []
    step = at
    for _ in range(4):
        begin = step
        step = skip_time(page, step, high)
        if step == begin:
            step = venue_end(page, step, high)
        timed = step > begin
        if not timed and step < high and lows[step] in _ADJUNCTS:
            step = _adjunct_end(page, step + 1, high)
        if step == begin:
            break
        around.append((begin, step))
        found = complement(clause, step, verb, bare=timed or lows[begin] not in _NOT_BARE)
        if found is not None:
            right.content, right.frame = found
            break
    right.around = tuple(around)


def _addressee(page: Page, at: int, high: int) -> Span | None:
    """A short noun phrase that is told or asked: up to the content or an adjunct."""
    lows = page.lows
    objects, subjects = word_class("object_pronouns"), word_class("subject_pronouns")
    stops = {
        "that",
        "whether",
        "to",
        "about",
        "if",
        "how",
        "why",
        "what",
        "not",
        ":",
        ",",
        ";",
        ".",
        "?",
        "!",
        "’",
        "—",
    }
    adjuncts = {"on", "in", "at", "during", "last", "this", "earlier", "late", "early", "after", "by", "before"}
    i = at
    while i < high and i - at < 14:
        low = lows[i]
        if low in stops or page.quote_of[i] != page.quote_of[at]:
            break
        if i > at:
            before = lows[i - 1]
            timed = is_time_word(low) and before not in word_class("determiners")  # "a morning news conference"
            if low in adjuncts or timed or low in subjects - {"it", "you", "who", "one"}:
                break
            if before in objects | {"reporters", "journalists", "investigators", "supporters"} and low not in {
                "and",
                "from",
            }:
                break
            if low in word_class("determiners") and before not in word_class("prepositions") | {"all", "both", "and"}:
                break
            if low in word_class("finite") and low != "'s" and page.words[i].islower():
                return (at, at + 1) if lows[at] in objects else None
        i += 1
    return (at, i) if i > at and lows[at] not in word_class("prepositions") else None


def _adjunct_end(page: Page, at: int, high: int) -> int:
    """The end of a prepositional phrase, at most eight words; its beginning where it runs to the end of the clause."""
    i = at
    while i < high and i - at < 9:
        low = page.lows[i]
        if low in {"that", "whether"} or not (page.words[i][0].isalnum() or low in {"'s", "'", "’"}):
            break
        named = i > at + 1 and page.words[i - 1][0].isupper() and page.words[i].islower()
        if named and low in word_class("determiners") | word_class("subject_pronouns"):
            break
        if page.quote_of[i] != page.quote_of[at] or (
            i > at and (low in {"on", "in", "at", "during"} or low in word_class("weekdays"))
        ):
            break
        i += 1
    return i if i < high else at - 1


def object_end(page: Page, at: int, high: int) -> int:
    """The end of an object: before a comma or a word that opens another clause."""
    lows = page.lows
    table = cues.verbs()
    i, stop = at, content_end(page, at, high)
    while i < stop:
        if page.quote_of[i] == page.quote_of[at]:
            nxt = lows[i + 1] if i + 1 < stop else ""
            if lows[i] == "," and not (nxt in _OBJECT_ON or nxt[:1].isdigit() or nxt in {"some", "about"}):
                break
            if (
                lows[i] in {"while", "when", "after", "because", "but", "as"}
                and i > at
                and not (lows[i] == "as" and i - at < 12)
            ):
                break
            if lows[i] == "and" and nxt in table and "past" in table[nxt][0].names:
                break
            if (
                i > at
                and lows[i] in {"in", "on", "at"}
                and venue_end(page, i, stop) > i + 1
                and lows[i + 1] in {"a", "an"}
            ):
                break
        i += 1
    return i
