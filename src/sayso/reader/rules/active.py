"""Active cue verbs: subject, content to the right or the left, shared subjects."""

from __future__ import annotations

from sayso.reader.common import cues
from sayso.reader.common.adjuncts import is_adverb
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.complements import Right, right_of
from sayso.reader.rules.contents import content_end, ends_with_quote, left_content, opens_quotation, trim
from sayso.reader.rules.groups import Group
from sayso.reader.rules.nouns import has_finite
from sayso.reader.rules.subjects import leading_subject, subject_before

#: How sure each construction is: the share of its cues that were marked in 200 training articles of PolNeAR too, whose
#: guidelines are not quite ours, rounded.
SCORES = {
    "left": 0.95, "quote": 0.9, "clause": 0.8, "bare": 0.7, "whole": 0.7, "to": 0.65, "preposition": 0.65,
    "object": 0.6, "paragraph": 0.6,
}  # fmt: skip
_PLAIN = frozenset(["say", "add", "continue", "post", "write", "assert", "report", "find"])
_SHARED_AFTER = frozenset(
    ["", ",", "and", "while", "before", "after", "by", "in", "—", "without", "when", "or", "then", "but"]
)
_NEVER_RESUMED = frozenset(
    [
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
        "before",
        "despite",
        "until",
        "just",
        "if",
        "in",
        "citing",
    ]
)


def read_active(clause: Clause, group: Group) -> Hop | None:
    """*SOURCE cue CONTENT*, *CONTENT, SOURCE cue*, *"A," SOURCE cue, "b"*, *…, cue-ing CONTENT*, *… and cue …*."""
    page, verb = clause.page, group.verb
    relative = clause.relative_before(group.first)
    floor = clause.floor(group.first, relative)
    right = right_of(clause, group)
    if group.negated and verb.label in _PLAIN and right.frame not in {"clause", "quote"}:
        return None
    source, left, shared = _source(clause, group, floor, relative)
    if source is None or _is_performative(page, clause, group, source):
        return None
    if left is not None and right.content is None and not shared:
        left = _round_it(clause, left, source)
    as_clause = left is None and not shared and _after_as(page, clause, source)
    content, contents = right.content, []
    if content is not None:
        content = _within_relative(page, content, source, right)
        if (
            left is not None
            and right.frame in {"quote", "bare"}
            and not group.participle
            and _interrupts(page, left, content, group, right)
        ):
            contents.append(left)
        contents.append(content)
    elif as_clause:
        contents = _main_clause(clause, source, group)
        right.frame = "left"
    elif left is not None and "quote" in verb.frames and not group.participle:
        rest = _resumed(clause, group, left)
        cut_in = rest is not None and "bare" in verb.frames and left[1] - left[0] <= 3  # "Now, she said, …"
        if not cut_in and not _may_follow(clause, left, group):
            return None
        contents.append(left)
        if rest is not None:
            contents.append(rest)
        right.frame = "left"
    spans = [t for c in contents if (t := trim(page, *c)) is not None]
    if not spans:
        return None
    around = [*right.around]
    if right.addressee is not None:
        around.append(right.addressee)
    if right.frame == "left":
        around.append((right.cue_end, tail_end(page, right.cue_end, clause.high)))
    return Hop(
        cue=(group.head, right.cue_end),
        source=source,
        contents=spans,
        pattern=f"verb/{right.frame}",
        score=SCORES.get(right.frame, 0.5) - (0.05 if shared else 0),
        sentence=clause.number,
        addressee=right.addressee,
        hedge=verb.hedge,
        denied=verb.denied and not group.negated,
        label=verb.label,
        around=around,
        start=group.first,
    )


def _is_performative(page: Page, clause: Clause, group: Group, source: Span) -> bool:
    """*I thank*, *we cannot say*: the speaker's own saying inside a quotation is the speaking itself."""
    if clause.quote < 0 or page.lows[source[1] - 1] not in {"i", "we"} or source[1] - source[0] > 1:
        return False
    return group.negated or (
        "base" in group.form.names and group.verb.label not in {"believe", "expect", "feel", "know"}
    )


def tail_end(page: Page, at: int, high: int) -> int:
    """Where the words of the cue clause end after the cue: at the next mark."""
    i = at
    while (
        i < high
        and page.lows[i] not in {",", ".", ";", ":", "—", "!", "?", "…"}
        and page.quote_of[i] == page.quote_of[at - 1]
    ):
        i += 1
    return i


def _source(clause: Clause, group: Group, floor: int, relative: int | None) -> tuple[Span | None, Span | None, bool]:
    """Source, what stands before it as a possible content, and whether the source is shared with another verb."""
    page = clause.page
    before = page.lows[group.first - 1] if group.first > clause.low else ""
    if group.participle:
        return _participle_source(clause, group, floor)
    if before in {"who", "which", "that"} and group.first - 1 > clause.low:
        return antecedent(clause, group.first - 1, floor), None, False
    if before in {"and", "or", "but", "then"}:
        found = clause.last_source(group.first) or leading_subject(page, _clause_low(clause, group.first), group.first)
        return found, None, True
    # a relative clause between commas is left out of the source: "X, who teaches at the school, said"
    source = subject_before(page, floor, group.first if relative is None else relative)
    if source is None or _is_bad_subject(page, source, group):
        return None, None, False
    return source, left_content(page, clause.sentence, floor, source[0]), False


def _clause_low(clause: Clause, at: int) -> int:
    """Where the clause of a coordinated verb begins: after the last strong mark."""
    for i in range(at - 1, clause.low, -1):
        if clause.page.lows[i] in {";", ":", "—"}:
            return i + 1
    return clause.low


def _is_bad_subject(page: Page, source: Span, group: Group) -> bool:
    first, last = source
    word, verb = page.lows[last - 1], group.verb
    if last - first == 1 and word in {"it", "there", "this", "that", "which", "what"}:
        return word != "it" or verb.label in {"continue", "feel", "believe", "call", "know"}
    if (
        verb.noun
        and not group.auxiliary
        and "past" not in group.form.names
        and has_finite(page, first, last)
        and not any(page.lows[i] in word_class("relatives") for i in range(first, last))
    ):
        return True
    allowed = {"one", "others", "another", "some", "many", "most", "both", "all", "other", "those", "few", "several"}
    return word in word_class("prepositions") or word in word_class("determiners") - allowed or last - first > 45


def _round_it(clause: Clause, left: Span, source: Span) -> Span:
    """*A asked B to stop, X told the court*: what X told begins with A, and what A asked ends before X."""
    page = clause.page
    for hop in clause.hops:
        first, last = hop.contents[0]
        inner = hop.source
        if (
            first == left[0]
            and len(hop.contents) == 1
            and last > source[0]
            and page.lows[source[0] - 1] == ","
            and inner is not None
            and clause.low <= inner[0] < hop.cue[0]
            and page.quote_of[first] == clause.quote == page.quote_of[source[0] - 1]
            and (cut := trim(page, first, source[0] - 1)) is not None
        ):
            hop.contents[0] = cut
            return inner[0], left[1]
    return left


def _after_as(page: Page, clause: Clause, source: Span) -> bool:
    """*…, as the Harbour Post reported*."""
    return source[0] - 2 > clause.low and page.lows[source[0] - 1] == "as" and page.lows[source[0] - 2] == ","


def _within_relative(page: Page, content: Span, source: Span, right: Right) -> Span:
    """*the dam, which engineers say was built in haste, had lost …*: the content ends with the relative clause."""
    if right.frame != "bare" or source[0] < 1 or page.lows[source[0] - 1] not in {"which", "who", "that", "whom"}:
        return content
    quote = page.quote_of[content[0]]
    comma = next((i for i in range(*content) if page.lows[i] == "," and page.quote_of[i] == quote), content[1])
    return (content[0], comma) if comma > content[0] else content


def _main_clause(clause: Clause, source: Span, group: Group) -> list[Span]:
    """The clause that *as X said* stands in: what is before it, and what follows its comma."""
    floor = clause.floor(source[0] - 1)
    contents: list[Span] = [(floor, source[0] - 2)]
    return contents if contents[0][1] - contents[0][0] >= 2 else []


def _interrupts(page: Page, left: Span, right: Span, group: Group, found: Right) -> bool:
    """Whether words before the source belong to the content too: *"A," he said, "b."*"""
    if ends_with_quote(page, left[1]):
        return True
    return (
        page.quote_of[right[0]] >= 0
        and page.lows[group.end] == ","
        and found.addressee is None
        and left[1] - left[0] > 1
    )


def _may_follow(clause: Clause, left: Span, group: Group) -> bool:
    """Whether a content before its source is possible: a quotation, or a clause and a verb that can be put last."""
    page = clause.page
    if ends_with_quote(page, left[1]) or page.quote_of[left[1] - 1] != clause.quote:
        return True
    if "bare" not in group.verb.frames and group.verb.label not in {"find", "report"}:
        return False
    return left[1] - left[0] >= 2 and tail_end(page, group.end, clause.high) - group.end <= 14


def _resumed(clause: Clause, group: Group, left: Span) -> Span | None:
    """The second half of an interrupted content: *"A," he said, "b"*; *The move, he said, would hurt*."""
    page, high = clause.page, clause.high
    at = tail_end(page, group.end, high)
    if at >= high or page.lows[at] not in {",", ":", "—"}:
        return None
    at += 1
    if at >= high:
        return None
    if opens_quotation(page, at, high) >= 0:
        return at, content_end(page, at, high)
    low = page.lows[at]
    if low in _NEVER_RESUMED or low.endswith("ing") or low in cues.phrases():
        return None
    interrupted = left[1] - left[0] <= 7 and not has_finite(page, *left)
    return (at, content_end(page, at, high)) if interrupted and page.words[at][0].isalnum() and high - at > 2 else None


def _participle_source(clause: Clause, group: Group, floor: int) -> tuple[Span | None, Span | None, bool]:
    """The source of *…, warning that*: that of the cue before, or the subject of the sentence."""
    page, lows = clause.page, clause.page.lows
    before = lows[group.first - 1] if group.first > clause.low else ""
    if before in {"of", "for", "from"} or (group.verb.noun and before in word_class("determiners")):
        return None, None, False
    if before in _SHARED_AFTER or is_adverb(before):
        shared = clause.last_source(group.first)
        if shared is not None:
            return shared, None, True
        if group.first - clause.low <= 1:
            # "Speaking …, he": the subject comes after the comma
            comma = next((i for i in range(group.end, clause.high) if lows[i] == ","), None)
            return (
                (leading_subject(page, comma + 1, clause.high), None, True)
                if comma is not None
                else (None, None, False)
            )
        return leading_subject(page, clause.low, group.first), None, True
    source = subject_before(page, floor, group.first)
    if (
        source is not None
        and not has_finite(page, *source)
        and (page.words[source[0]][0].isupper() or lows[source[0]] in word_class("determiners"))
    ):
        return source, None, False
    return None, None, False


def antecedent(clause: Clause, relative: int, floor: int) -> Span | None:
    """The phrase that *who* points back to: without the main clause's verb and without *with*, *by* and the like."""
    page = clause.page
    end = relative
    while end > floor and page.lows[end - 1] == ",":
        end -= 1
    source = subject_before(page, floor, end) if end > floor else None
    if source is None:
        return None
    first = source[0]
    for i in range(source[1] - 1, source[0] - 1, -1):
        low = page.lows[i]
        if i < source[1] - 1 and page.words[i].islower() and (has_finite(page, i, i + 1) or low.endswith("ed")):
            first = i + 1
            break
        if low in {"with", "by", "to", "from", "for", "against", "like", "including", "of"} and i < source[1] - 1:
            first = i + 1
            break
    return (first, source[1]) if first < source[1] else None


def read_infinitive(clause: Clause, group: Group) -> Hop | None:
    """*went on to say that*: only with a plain content; other infinitives are plans."""
    page = clause.page
    right = right_of(clause, group)
    to = group.first
    if right.content is None or right.frame not in {"clause", "quote"}:
        return None
    if to > clause.low and page.lows[to - 1] not in {
        "on",
        "twitter",
        "statement",
        "continued",
        "out",
        "like",
        "back",
        "seemed",
    }:
        return None
    source = clause.last_source(to) or leading_subject(page, clause.floor(to), to)
    spans = trim(page, *right.content)
    if source is None or spans is None:
        return None
    return Hop(
        cue=(group.head, right.cue_end), source=source, contents=[spans], pattern="verb/infinitive", score=0.5,
        sentence=clause.number, addressee=right.addressee, hedge=group.verb.hedge, denied=group.verb.denied,
        label=group.verb.label, around=list(right.around),
    )  # fmt: skip
