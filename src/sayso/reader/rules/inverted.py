"""Inversion: *"CONTENT," said SOURCE*."""

from __future__ import annotations

from sayso.reader.common.adjuncts import is_adverb
from sayso.reader.common.hop import Hop, Span
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.active import tail_end
from sayso.reader.rules.clause import Clause
from sayso.reader.rules.contents import content_end, ends_with_quote, left_content, opens_quotation, trim
from sayso.reader.rules.groups import Group
from sayso.reader.rules.nouns import has_finite, phrase_after

#: Verbs that may stand before their subject after a content without quotation marks.
_UNQUOTED = frozenset(["say", "report", "write", "add", "explain", "note", "warn", "announce", "argue", "reckon"])


def read_inverted(clause: Clause, group: Group) -> Hop | None:
    """The hop where the source follows the verb, or None where this is no inversion."""
    page, verb = clause.page, group.verb
    if (
        "quote" not in verb.frames
        or group.auxiliary
        or group.participle
        or group.first <= clause.low
        or group.end >= clause.high
    ):
        return None
    left = left_content(page, clause.sentence, clause.floor(group.first), group.first)
    if left is None:
        return None
    quoted = ends_with_quote(page, left[1])
    if not _begins_source(page, group.end, quoted=quoted):
        return None
    if not quoted and not _is_unquoted_inversion(clause, group, left):
        return None
    source = phrase_after(page, group.end, clause.high, relatives=True)
    if source is None:
        return None
    contents: list[Span] = [left]
    after = source[1]
    if (
        after < clause.high
        and page.lows[after] in {",", ":", "—"}
        and opens_quotation(page, after + 1, clause.high) >= 0
    ):
        contents.append((after + 1, content_end(page, after + 1, clause.high)))
    spans = [t for c in contents if (t := trim(page, *c)) is not None]
    if not spans:
        return None
    return Hop(
        cue=(group.head, group.end), source=source, contents=spans, pattern="verb/inverted",
        score=0.95 if quoted else 0.75,
        sentence=clause.number, hedge=verb.hedge, denied=verb.denied, label=verb.label,
        around=[(after, tail_end(page, after, clause.high))],
    )  # fmt: skip


def _begins_source(page: Page, at: int, *, quoted: bool) -> bool:
    low = page.lows[at]
    if page.words[at][0].isupper() or low in word_class("determiners") or low in {"he", "she"}:
        return True
    return (
        quoted
        and page.words[at][0].isalpha()
        and low not in word_class("prepositions")
        and not is_adverb(low)
        and low not in word_class("object_pronouns")
    )


def _is_unquoted_inversion(clause: Clause, group: Group, left: Span) -> bool:
    """*The road is closed, said the mayor.*: a clause before, a noun phrase and nothing else behind."""
    page = clause.page
    if group.verb.base not in _UNQUOTED or not has_finite(page, *left):
        return False
    if has_finite(page, group.end, tail_end(page, group.end, clause.high)):
        return False
    for i in range(left[1] - 1, max(left[0], left[1] - 12), -1):
        if page.lows[i] == ",":
            # a short last segment without a verb is an appositive: "X, the mayor, said …"
            return has_finite(page, i + 1, left[1])
    return True
