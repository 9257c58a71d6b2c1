"""Cue verbs: from a verb form to a hop, by the words to its left and right."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader.rules import cues
from sayso.reader.rules.contents import (
    content_end,
    ends_with_quote,
    is_clause_start,
    left_content,
    opens_quotation,
    trim,
)
from sayso.reader.rules.cues import CueForm, CueVerb
from sayso.reader.rules.hop import Hop, Span
from sayso.reader.rules.nouns import (
    has_finite,
    is_adverb,
    is_time_word,
    leading_subject,
    phrase_after,
    skip_time,
    subject_before,
    venue_end,
)
from sayso.reader.rules.page import Page, Sentence
from sayso.reader.rules.words import word_class

_COMPLEMENTISERS = frozenset({"that", "whether", "how", "why", "what", "if", "where", "when", "who"})
_THAT = frozenset({"that", "whether"})
_NOUN_BEFORE = frozenset(
    "of for in on by with from about against no some any every each all many several a an the this these those such more most "
    "his her its their our my your recent new first last latest former own public official".split()
)


@dataclass(frozen=True, slots=True)
class Group:
    """The verb group of a cue: words ``[first, end)``, the cue itself ``[head, end)``."""

    form: CueForm
    first: int
    head: int
    end: int
    passive: bool
    negated: bool
    infinitive: bool
    participle: bool  # an -ing form without an auxiliary
    auxiliary: bool
    modal: str | None

    @property
    def verb(self) -> CueVerb:
        return self.form.verb


class Clause:
    """The stretch in which the words of one cue are looked for, and what has been found in it so far."""

    def __init__(self, page: Page, sentence: Sentence, number: int, low: int, high: int, quote: int) -> None:
        self.page, self.sentence, self.number = page, sentence, number
        self.low, self.high, self.quote = low, high, quote
        self.hops: list[Hop] = []

    def floor(self, at: int) -> int:
        """Where the content of the last cue before ``at`` begins: a subject does not reach over it."""
        best = self.low
        for hop in self.hops:
            for first, last in hop.contents:
                if first <= at and first > best and first > hop.cue[0]:
                    best = first if last > at or True else best
            if hop.cue[1] <= at:
                best = max(best, hop.cue[1])
        return best

    def last_source(self, at: int) -> Span | None:
        """The source of the nearest cue before ``at`` outside whose source this is."""
        for hop in reversed(self.hops):
            if hop.cue[0] < at and hop.source is not None:
                return hop.source
        return None


def read_group(page: Page, at: int, low: int, high: int) -> Group | None:
    """The verb group at ``at`` where the word is a form of a cue verb and not plainly a noun."""
    forms = cues.verbs().get(page.lows[at])
    if not forms:
        return None
    lows = page.lows
    form = next((f for f in forms if not f.rest or tuple(lows[at + 1 : at + 1 + len(f.rest)]) == f.rest), None)
    if form is None:
        return None
    end = at + 1 + len(form.rest)
    aux, be, have, negations = (word_class(n) for n in ("auxiliaries", "be", "have", "negations"))
    first, passive, negated, infinitive, auxiliary = at, False, False, False, False
    modal: str | None = None
    nearest: str | None = None
    i = at
    while i > low:
        word = lows[i - 1]
        if word == "'s" and not (i - 1 > low and lows[i - 2] in word_class("subject_pronouns") | {"that", "there"}):
            break
        if word in aux:
            if word == "to" and (auxiliary or i != at and False):
                break
            first = i - 1
            auxiliary = (
                auxiliary
                or word not in negations
                or word in {"didn't", "doesn't", "don't", "won't", "wouldn't", "hasn't", "haven't"}
            )
            negated = negated or word in negations
            nearest = nearest or (word if word not in {"not", "never"} else None)
            infinitive = infinitive or word == "to"
            if word in {
                "would",
                "will",
                "may",
                "might",
                "could",
                "should",
                "must",
                "can",
                "shall",
                "won't",
                "wouldn't",
                "can't",
                "cannot",
                "couldn't",
            }:
                modal = word
            i -= 1
        elif is_adverb(word) and word not in {
            "there",
            "here",
            "both",
            "all",
            "himself",
            "herself",
            "itself",
            "themselves",
            "out",
            "back",
        }:
            i -= 1
        else:
            break
    past = bool({"past", "participle"} & form.names)
    if nearest is not None and "participle" in form.names and nearest in be:
        passive = True
    if "participle" in form.names and "past" not in form.names and not auxiliary:
        return None
    participle = "ing" in form.names and not (nearest in be)
    if "ing" in form.names and nearest in have:
        participle = True
    if not auxiliary and not past and not participle and _is_noun(page, at, end, low, form):
        return None
    return Group(form, first, at, end, passive, negated, infinitive, participle, auxiliary, modal)


def _is_noun(page: Page, at: int, end: int, low: int, form: CueForm) -> bool:
    """Whether a base form or third person is rather a noun here."""
    if at == low:
        return True  # an imperative or a headline's noun: no subject, no cue
    before, lows = page.lows[at - 1], page.lows
    if before in word_class("determiners") and before not in {
        "that",
        "this",
        "these",
        "those",
        "some",
        "many",
        "most",
        "all",
        "both",
        "others",
        "one",
        "few",
        "several",
    }:
        return True
    if before in word_class("prepositions") or before in {"'s", "'", "’"}:
        return True
    if "base" in form.names and not {"past", "participle"} & form.names:
        plural = (before.endswith("s") and not before.endswith("ss")) or before in {
            "people",
            "they",
            "we",
            "i",
            "you",
            "who",
            "men",
            "women",
            "many",
            "some",
            "others",
            "police",
            "media",
            "those",
            "most",
            "and",
            "which",
        }
        if not plural and not is_adverb(before):
            return True
    if form.verb.noun:
        after = lows[end] if end < len(lows) else "."
        return (
            not (
                after
                in {
                    "that",
                    "the",
                    "a",
                    "an",
                    '"',
                    "“",
                    "‘",
                    "it",
                    "he",
                    "she",
                    "they",
                    "this",
                    "its",
                    "his",
                    "to",
                    "for",
                }
                or is_adverb(before)
            )
            or before in _NOUN_BEFORE
        )
    return False


def read_verb(clause: Clause, at: int) -> Hop | None:
    """The hop of the cue verb at ``at``, or None where the words round it show no content or no speech."""
    page = clause.page
    group = read_group(page, at, clause.low, clause.high)
    if group is None:
        return None
    if group.verb.refusal:
        return _refusal(clause, group)
    if group.passive:
        return _passive(clause, group)
    if group.negated and group.verb.base in cues.refusals()[1]:
        return _no_answer(clause, group)
    return _active(clause, group)


# ---------------------------------------------------------------- to the right


@dataclass(slots=True)
class Right:
    """What follows a cue: the content's words, an addressee, and the adjuncts that were stepped over."""

    content: Span | None = None
    addressee: Span | None = None
    around: tuple[Span, ...] = ()
    cue_end: int = 0
    frame: str = ""


def _complement(clause: Clause, at: int, frames: frozenset[str], *, bare: bool) -> tuple[Span, str] | None:
    """A content that begins exactly at ``at``: a quotation, a clause with that, a bare clause."""
    page, high = clause.page, clause.high
    lows = page.lows
    if at >= high:
        return None
    if (lows[at] == "," and at + 1 < high) or lows[at] == ":":
        number = opens_quotation(page, at + 1, len(page.words)) if at + 1 < len(page.words) else -1
        if number >= 0 and number != clause.quote:
            return (at + 1, content_end(page, at + 1, high)), "quote"
        if lows[at] == ":" and "quote" in frames and at + 1 < high:
            return (at + 1, high), "quote"
        if lows[at] == "," and at + 1 < high and lows[at + 1] == "that" and "clause" in frames:
            return (at + 1, content_end(page, at + 1, high)), "clause"
        return None
    if opens_quotation(page, at, high) >= 0 and page.quote_of[at] != clause.quote and "quote" in frames | {"quote"}:
        return (at, content_end(page, at, high)), "quote"
    if (
        lows[at] in _COMPLEMENTISERS
        and "clause" in frames
        and (lows[at] not in {"when", "if", "where", "who"} or "bare" in frames and lows[at] != "when")
    ):
        return (at, content_end(page, at, high)), "clause"
    if bare and "bare" in frames and is_clause_start(page, at, high):
        return (at, content_end(page, at, high)), "bare"
    return None


def _right(clause: Clause, group: Group) -> Right:
    page, high, frames = clause.page, clause.high, group.verb.frames
    lows = page.lows
    right = Right(cue_end=group.end)
    at = group.end
    while at < high and is_adverb(lows[at]) and lows[at] not in {"there", "so"}:
        at += 1
    if at < high and lows[at] in group.verb.prepositions:
        begin = at + 1
        stop = _object_end(page, begin, high)
        if stop > begin:
            right.cue_end, right.content, right.frame = at + 1, (begin, stop), "preposition"
            if lows[at] in {"for", "about"} and group.verb.base == "ask":
                right.frame = "object"
            return right
    if "addressee" in frames:
        told = _addressee(page, at, high)
        if told is not None:
            right.addressee, at = told, told[1]
            if at < high and lows[at] == "to" and "to" in frames:
                right.content, right.frame = (at, content_end(page, at, high)), "to"
                return right
            if (
                at < high
                and lows[at] in group.verb.prepositions | {"of", "about"}
                and group.verb.base in {"warn", "inform", "remind", "notify", "tell", "assure"}
            ):
                right.content, right.frame = (at, content_end(page, at, high)), "preposition"
                return right
    if (
        "to" in frames
        and at < high
        and lows[at] == "to"
        and at + 1 < high
        and page.words[at + 1][0].isalpha()
        and lows[at + 1] not in word_class("determiners")
        and page.words[at + 1][0].islower()
    ):
        right.content, right.frame = (at, content_end(page, at, high)), "to"
        return right
    if (
        "to" in frames
        and "addressee" not in frames
        and group.verb.base in {"ask", "order", "expect", "beg"}
        or group.verb.base == "ask"
    ):
        told = _addressee(page, at, high)
        if (
            told is not None
            and told[1] < high
            and lows[told[1]] in {"to", "whether", "if", "about", "for", "why", "how", "what"}
            and told[1] > at
        ):
            right.addressee = told
            right.content, right.frame = (told[1], content_end(page, told[1], high)), "to"
            return right
    if "whole" in frames:
        stop = content_end(page, at, high)
        if stop > at and page.words[at][0].isalnum() or (at < high and page.quote_of[at] != clause.quote):
            right.content, right.frame = (at, stop), "whole"
            return right
    adjunct = (
        skip_time(page, at, high) > at
        or venue_end(page, at, high) > at
        or (at < high and lows[at] in {"to", "with", "on", "at", "in", "during", "via", "by", "of"})
    )
    direct = _complement(clause, at, frames, bare=not adjunct)
    if direct is not None:
        right.content, right.frame = direct
        return right
    around: list[Span] = []
    step = at
    for _ in range(4):
        begin = step
        if step < high and lows[step] == "," and step + 1 < high and skip_time(page, step + 1, high) > step + 1:
            step = skip_time(page, step + 1, high)
        else:
            step = skip_time(page, step, high)
        if step == begin:
            step = venue_end(page, step, high)
        if (
            step == begin
            and step < high
            and lows[step]
            in {"to", "with", "on", "at", "of", "in", "during", "from", "after", "before", "about", "for", "via", "by"}
        ):
            step = _adjunct_end(page, step + 1, high)
        if step == begin:
            break
        around.append((begin, step))
        found = _complement(clause, step, frames, bare=True)
        if found is not None and not (
            found[1] == "bare"
            and lows[begin] in {"of", "about", "for", "to", "after", "before"}
            and venue_end(page, begin, high) == begin
            and skip_time(page, begin, high) == begin
        ):
            right.content, right.frame, right.around = found[0], found[1], tuple(around)
            return right
    right.around = tuple(around)
    if (
        "object" in frames
        and at < high
        and (page.words[at][0].isalnum())
        and lows[at] not in word_class("prepositions")
        and lows[at] not in word_class("coordinators")
    ):
        stop = _object_end(page, at, high)
        if stop > at:
            right.content, right.frame = (at, stop), "object"
    return right


def _addressee(page: Page, at: int, high: int) -> Span | None:
    """A short noun phrase that is told or asked: up to the content or an adjunct."""
    lows = page.lows
    i = at
    while i < high and i - at < 14:
        low = lows[i]
        if (
            low in {"that", "whether", "to", "about", "if", "how", "why", "what", ":", ",", ";", ".", "?", "!"}
            or page.quote_of[i] != page.quote_of[at]
        ):
            break
        if i > at and (
            low in {"on", "in", "at", "during", "last", "this", "earlier", "late", "early", "after"}
            or is_time_word(low)
            and low != "may"
        ):
            break
        if i > at and low in {"of", "for"} and lows[i - 1] in word_class("object_pronouns"):
            break
        if i > at and low in word_class("subject_pronouns") and low not in {"it", "you", "who"}:
            break
        if i > at and lows[i - 1] in word_class("object_pronouns") | {"reporters", "journalists"}:
            break
        if (
            i > at
            and low in word_class("determiners")
            and lows[i - 1] not in word_class("prepositions") | {"all", "both"}
        ):
            break
        if i > at and low in word_class("finite") and low not in {"'s"}:
            return (at, at + 1) if lows[at] in word_class("object_pronouns") else None
        i += 1
    return (at, i) if i > at else None


def _adjunct_end(page: Page, at: int, high: int) -> int:
    """The end of a prepositional phrase: before that, a mark, or eight words."""
    i = at
    while i < high and i - at < 9:
        low = page.lows[i]
        if (
            low in _THAT
            or not (page.words[i][0].isalnum() or low in {"'s", "'", "’"})
            or page.quote_of[i] != page.quote_of[at]
        ):
            break
        if i > at and (low in {"on", "in", "at", "during"} or low in word_class("weekdays")):
            break
        i += 1
    return i if i < high else at - 1 if i >= high else i


def _object_end(page: Page, at: int, high: int) -> int:
    """The end of an object: before a comma or a participle that opens another clause."""
    lows = page.lows
    i = at
    stop = content_end(page, at, high)
    while i < stop:
        if lows[i] == "," and page.quote_of[i] == page.quote_of[at]:
            nxt = lows[i + 1] if i + 1 < stop else ""
            if nxt in {"who", "which", "and", "or", "including", "especially", "such"}:
                i += 1
                continue
            break
        if lows[i] in {"while", "when", "after", "because", "but"} and i > at and page.quote_of[i] == page.quote_of[at]:
            break
        if (
            lows[i] == "and"
            and i + 1 < stop
            and (lows[i + 1] in cues.verbs() and "past" in cues.verbs()[lows[i + 1]][0].names)
        ):
            break
        i += 1
    return i


# ---------------------------------------------------------------- active verbs


def _active(clause: Clause, group: Group) -> Hop | None:
    page, verb = clause.page, group.verb
    lows = page.lows
    floor = clause.floor(group.first)
    if group.infinitive:
        return _infinitive(clause, group, floor)
    before = lows[group.first - 1] if group.first > clause.low else ""
    inverted = _inverted(clause, group, floor)
    if inverted is not None:
        return inverted
    right = _right(clause, group)
    if (
        group.negated
        and verb.label in {"say", "add", "post", "write", "assert", "report", "find", "show"}
        and right.frame not in {"clause", "quote"}
    ):
        return None
    source: Span | None = None
    left: Span | None = None
    shared = False
    if group.participle:
        source, left, shared = _participle_source(clause, group, floor)
        if not shared and source is None:
            return None
    elif before in {"who", "which", "that"} and group.first - 1 > clause.low:
        source = _antecedent(clause, group.first - 1, floor)
        if source is None or before == "that":
            if before == "that" and source is None:
                return None
    elif before in {"and", "or", "but", "then"} or (before == "," and False):
        source = clause.last_source(group.first) or leading_subject(page, _clause_low(clause, group.first), group.first)
        shared = True
    else:
        source = subject_before(page, floor, group.first)
        if source is not None and _is_bad_subject(page, source, verb):
            return None
        if source is not None:
            left = left_content(page, clause.sentence, floor, source[0])
    if source is None and not shared:
        return None
    content, contents = right.content, []
    if content is not None and left is not None and right.frame in {"quote", "bare"} and not group.participle:
        left_ok = _is_interrupted(page, left, content, group, right)
        if left_ok:
            contents = [left]
    if (
        content is None
        and left is not None
        and "quote" in verb.frames
        and not group.participle
        and _may_follow(clause, left, group)
    ):
        contents = [left]
        rest = _resumed(clause, group, right)
        if rest is not None:
            contents.append(rest)
        right.frame = "left"
    elif content is not None:
        contents.append(content)
    spans = [t for c in contents if (t := trim(page, *c)) is not None]
    if not spans:
        return None
    score = {
        "quote": 0.95,
        "clause": 0.93,
        "left": 0.9,
        "bare": 0.8,
        "to": 0.8,
        "whole": 0.7,
        "preposition": 0.7,
        "object": 0.6,
    }.get(right.frame, 0.5)
    around = [*right.around]
    if right.addressee is not None:
        around.append(right.addressee)
    if right.frame == "left":
        tail_end = contents[1][0] if len(contents) > 1 else _tail_end(page, right.cue_end, clause.high)
        around.append((right.cue_end, tail_end))
    return Hop(
        cue=(group.head, right.cue_end),
        source=source,
        contents=spans,
        pattern=f"verb/{right.frame}",
        score=score if not shared else score - 0.05,
        sentence=clause.number,
        addressee=right.addressee,
        hedge=verb.hedge,
        denied=verb.denied and not group.negated,
        label=verb.label,
        around=around,
    )


def _tail_end(page: Page, at: int, high: int) -> int:
    i = at
    while (
        i < high and page.lows[i] not in {",", ".", ";", ":", "—", "!", "?"} and page.quote_of[i] == page.quote_of[at]
    ):
        i += 1
    return i


def _clause_low(clause: Clause, at: int) -> int:
    """Where the clause of a coordinated verb begins: after the last quotation or strong mark."""
    low = clause.low
    for i in range(at - 1, clause.low, -1):
        if clause.page.lows[i] in {";", ":", "—"}:
            return i + 1
    return low


def _is_bad_subject(page: Page, source: Span, verb: CueVerb) -> bool:
    first, last = source
    word = page.lows[last - 1]
    if last - first == 1 and word in {"it", "there", "this", "that", "which", "what"}:
        return word != "it" or verb.label not in {"say", "find", "add", "report", "announce"}
    return (
        word in word_class("prepositions")
        or word
        in word_class("determiners")
        - {"one", "others", "another", "some", "many", "most", "both", "all", "others", "those"}
        or last - first > 45
    )


def _is_interrupted(page: Page, left: Span, right: Span, group: Group, found: Right) -> bool:
    """Whether words before the source belong to the content too: *"A," he said, "b."*"""
    if ends_with_quote(page, left[1]):
        return True
    quoted_right = page.quote_of[right[0]] >= 0
    return quoted_right and has_finite(page, *left) and page.lows[group.end] == "," and not found.addressee


def _may_follow(clause: Clause, left: Span, group: Group) -> bool:
    """Whether a content before its source is possible: a quotation, or a clause and a verb that can be put last."""
    page = clause.page
    if ends_with_quote(page, left[1]) or page.quote_of[left[1] - 1] >= 0:
        return True
    return (
        "bare" in group.verb.frames
        and (has_finite(page, *left) or left[1] - left[0] <= 6 and left[1] - left[0] >= 2)
        and _tail_is_short(clause, group)
    )


def _tail_is_short(clause: Clause, group: Group) -> bool:
    """Nothing but adjuncts between the cue and the next mark."""
    page = clause.page
    end = _tail_end(page, group.end, clause.high)
    return end - group.end <= 14


def _resumed(clause: Clause, group: Group, right: Right) -> Span | None:
    """The second half of an interrupted content: *"A," he said, "b"*, *The move, he said, would hurt*."""
    page, high = clause.page, clause.high
    at = _tail_end(page, group.end, high)
    if at >= high or page.lows[at] not in {",", ":", "—"}:
        return None
    at += 1
    if at >= high:
        return None
    if opens_quotation(page, at, high) >= 0:
        return at, content_end(page, at, high)
    low = page.lows[at]
    if low in {
        "adding",
        "and",
        "who",
        "which",
        "as",
        "while",
        "but",
        "when",
        "whose",
        "where",
        "after",
        "because",
        "though",
        "although",
        "or",
        "including",
        "with",
        "a",
        "an",
    }:
        return None
    if low.endswith("ing") or low in cues.phrases():
        return None
    if at < high and page.words[at][0].isalnum() and high - at > 2:
        return at, content_end(page, at, high)
    return None


def _inverted(clause: Clause, group: Group, floor: int) -> Hop | None:
    """*"CONTENT," said SOURCE*: the source follows the verb."""
    page, verb = clause.page, group.verb
    lows = page.lows
    if "quote" not in verb.frames or group.auxiliary or group.participle or group.first <= clause.low:
        return None
    left = left_content(page, clause.sentence, floor, group.first)
    if left is None:
        return None
    quoted = ends_with_quote(page, left[1])
    if group.end >= clause.high:
        return None
    nxt = lows[group.end]
    starts_phrase = (
        page.words[group.end][0].isupper()
        or nxt in word_class("determiners")
        or nxt in {"he", "she"}
        or nxt in word_class("possessives")
    )
    if not starts_phrase and not (
        quoted
        and page.words[group.end][0].isalpha()
        and nxt not in word_class("prepositions")
        and not is_adverb(nxt)
        and nxt not in word_class("object_pronouns")
    ):
        return None
    if not quoted:
        if not has_finite(page, *left) or verb.base not in {
            "say",
            "report",
            "write",
            "add",
            "explain",
            "note",
            "warn",
            "announce",
            "argue",
            "reckon",
        }:
            return None
        tail = _tail_end(page, group.end, clause.high)
        if has_finite(page, group.end, tail):
            return None
        segment = subject_before(page, floor, group.first)
        if segment is not None and segment[0] < group.first - 1 and not has_finite(page, *left):
            return None
        if _appositive_comma(page, left):
            return None
    source = phrase_after(page, group.end, clause.high)
    if source is None:
        return None
    contents = [left]
    after = source[1]
    if after < clause.high and lows[after] in {",", ":", "—"} and opens_quotation(page, after + 1, clause.high) >= 0:
        contents.append((after + 1, content_end(page, after + 1, clause.high)))
    spans = [t for c in contents if (t := trim(page, *c)) is not None]
    if not spans:
        return None
    return Hop(
        cue=(group.head, group.end),
        source=source,
        contents=spans,
        pattern="verb/inverted",
        score=0.93 if quoted else 0.75,
        sentence=clause.number,
        hedge=verb.hedge,
        denied=verb.denied,
        label=verb.label,
        around=[(source[1], _tail_end(page, source[1], clause.high))],
    )


def _appositive_comma(page: Page, left: Span) -> bool:
    """Whether the last segment before the verb is an appositive: *X, the mayor, said the town …* is no inversion."""
    for i in range(left[1] - 1, max(left[0], left[1] - 12), -1):
        if page.lows[i] == ",":
            return not has_finite(page, i + 1, left[1])
    return False


def _participle_source(clause: Clause, group: Group, floor: int) -> tuple[Span | None, Span | None, bool]:
    """The source of *…, warning that*: that of the cue before, or the subject of the sentence."""
    page = clause.page
    lows = page.lows
    before = lows[group.first - 1] if group.first > clause.low else ""
    if before in {
        "",
        ",",
        "and",
        "while",
        "before",
        "after",
        "by",
        "in",
        "—",
        "without",
        "when",
        "or",
        "then",
        "of",
        "for",
        "from",
    } or is_adverb(before):
        if before in {"of", "for", "from"}:
            return leading_subject(page, clause.low, group.first), None, True
        shared = clause.last_source(group.first)
        if shared is not None:
            return shared, None, True
        if group.first - clause.low <= 1:
            # "Speaking …, he": the subject comes after the comma
            comma = next((i for i in range(group.end, clause.high) if lows[i] == ","), None)
            if comma is not None:
                return leading_subject(page, comma + 1, clause.high), None, True
            return None, None, False
        return leading_subject(page, clause.low, group.first), None, True
    source = subject_before(page, floor, group.first)
    if source is not None and (page.words[source[0]][0].isupper() or lows[source[0]] in word_class("determiners")):
        return source, None, False
    return None, None, False


def _antecedent(clause: Clause, relative: int, floor: int) -> Span | None:
    """The phrase that *who* points back to."""
    page = clause.page
    end = relative
    while end > floor and page.lows[end - 1] == ",":
        end -= 1
    if end <= floor:
        return None
    source = subject_before(page, floor, end)
    if source is None:
        return None
    # keep the phrase itself: what stands before its verb belongs to the main clause
    first = source[0]
    for i in range(source[1] - 1, source[0] - 1, -1):
        low = page.lows[i]
        if i < source[1] - 1 and (
            low in word_class("finite")
            or (low in cues.verbs() and "past" in cues.verbs()[low][0].names)
            or (low.endswith("ed") and page.words[i].islower())
        ):
            first = i + 1
            break
        if low in {"with", "by", "to", "from", "for", "against", "like", "including"} and i < source[1] - 1:
            first = i + 1
            break
    return (first, source[1]) if first < source[1] else None


def _infinitive(clause: Clause, group: Group, floor: int) -> Hop | None:
    """*went on to say that*, *used the speech to accuse*: only with a plain content; other infinitives are plans."""
    page = clause.page
    right = _right(clause, group)
    if right.content is None or right.frame not in {"clause", "quote"}:
        return None
    to = group.first
    source = clause.last_source(to) if clause.last_source(to) else leading_subject(page, floor, to)
    if source is None:
        return None
    spans = trim(page, *right.content)
    if spans is None or page.lows[max(to - 1, 0)] in {"declined", "refused", "want", "wants", "wanted", "like"}:
        return None
    return Hop(
        cue=(group.head, right.cue_end),
        source=source,
        contents=[spans],
        pattern="verb/infinitive",
        score=0.5,
        sentence=clause.number,
        addressee=right.addressee,
        hedge=group.verb.hedge,
        denied=group.verb.denied,
        label=group.verb.label,
        around=list(right.around),
    )


# ---------------------------------------------------------------- passives and refusals


def _passive(clause: Clause, group: Group) -> Hop | None:
    page, verb = clause.page, group.verb
    lows, at, high = page.lows, group.end, clause.high
    strengths = cues.passives()
    word = lows[group.head]
    if word not in strengths or group.infinitive:
        return None
    while at < high and is_adverb(lows[at]):
        at += 1
    floor = clause.floor(group.first)
    subject = subject_before(page, floor, group.first)
    impersonal = subject is not None and subject[1] - subject[0] == 1 and lows[subject[0]] == "it"
    source: Span | None = None
    content: Span | None = None
    addressee: Span | None = None
    cue_first = group.head
    hedge = strengths[word]
    if at < high and lows[at] == "by":
        source = phrase_after(page, at + 1, high)
        if source is not None:
            at = source[1]
            while at < high and lows[at] == "," and at + 1 < high and lows[at + 1] in {"that", "to", "as", "of"}:
                at += 1
    if (
        at < high
        and lows[at] in {"that", "whether", "how", "why"}
        and (impersonal or "addressee" in verb.frames or verb.base == "ask")
    ):
        content = (at, content_end(page, at, high))
    elif (
        at < high
        and lows[at] == "to"
        and page.words[at + 1 : at + 2]
        and page.words[at + 1][0].islower()
        and lows[at + 1] not in word_class("determiners")
    ):
        content = (at, content_end(page, at, high))
    elif (
        at < high
        and lows[at] in {"of", "for", "as", "about"}
        and "whole"
        in verb.frames
        | ({"whole"} if word in {"told", "warned", "asked", "informed", "suspected", "described", "known"} else set())
    ):
        content = (at, content_end(page, at, high))
    elif word == "quoted" and at + 1 < high and lows[at] == "as" and lows[at + 1] == "saying":
        content = (at + 2, content_end(page, at + 2, high))
    elif source is not None and subject is not None and not impersonal and verb.frames & {"object"}:
        content = subject
    elif at < high and lows[at] == "," and word in {"said", "reported", "told"}:
        return None
    if content is None:
        return None
    if (
        not impersonal
        and subject is not None
        and word in {"told", "asked", "urged", "warned", "informed", "advised", "encouraged"}
    ):
        addressee = subject
    if (
        word
        in {
            "believed",
            "thought",
            "said",
            "rumored",
            "rumoured",
            "alleged",
            "reported",
            "expected",
            "estimated",
            "feared",
            "understood",
            "presumed",
            "reputed",
        }
        and addressee is None
    ):
        be = group.first
        while be < group.head and is_adverb(lows[be]):
            be += 1
        last_be = max((i for i in range(group.first, group.head) if lows[i] in word_class("be")), default=be)
        cue_first = last_be
        if group.negated:
            return None
    span = trim(page, *content)
    if span is None:
        return None
    if source is not None:
        hedge = verb.hedge
    return Hop(
        cue=(cue_first, group.end),
        source=source,
        contents=[span],
        pattern="verb/passive",
        score=0.7,
        sentence=clause.number,
        subject=None if impersonal else subject,
        addressee=addressee,
        hedge=hedge,
        denied=verb.denied,
        label=verb.label,
    )


def _refusal(clause: Clause, group: Group) -> Hop | None:
    """*declined to comment on the claim*."""
    page = clause.page
    lows, high = page.lows, clause.high
    at = group.end
    if group.infinitive or group.participle and page.lows[group.first - 1] != ",":
        return None
    if not (at + 1 < high and lows[at] == "to" and lows[at + 1] in cues.refusals()[0]):
        return None
    source = (
        clause.last_source(group.first)
        if lows[group.first - 1] in {"and", ",", "but"}
        else subject_before(page, clause.floor(group.first), group.first)
    )
    if source is None:
        source = leading_subject(page, clause.low, group.first)
    if source is None:
        return None
    return _refused(clause, group.head, at + 2, source)


def _no_answer(clause: Clause, group: Group) -> Hop | None:
    """*did not respond to a request*, *would not comment on the claim*."""
    page = clause.page
    source = (
        clause.last_source(group.first)
        if page.lows[group.first - 1] in {"and", "but"}
        else subject_before(page, clause.floor(group.first), group.first)
    )
    if source is None:
        return None
    return _refused(clause, group.first, group.end, source)


def _refused(clause: Clause, first: int, end: int, source: Span) -> Hop | None:
    page = clause.page
    lows, high = page.lows, clause.high
    if end < high and lows[end] in {"on", "to", "about", "whether", "if", "how", "why", "what"}:
        begin = end + 1 if lows[end] in {"on", "to", "about"} else end
        cue_end = begin
    else:
        begin = cue_end = end
    span = trim(page, begin, _object_end(page, begin, high)) if begin < high else None
    if span is None or lows[span[0]] in {"and", "but", "when", "while", "as", "after"}:
        return None
    return Hop(
        cue=(first, cue_end),
        source=source,
        contents=[span],
        pattern="refusal",
        score=0.7,
        sentence=clause.number,
        refusal=True,
        label="refusal",
    )
