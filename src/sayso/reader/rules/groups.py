"""Verb groups: the cue with its auxiliaries, and whether the word is a verb at all."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.reader.common import cues
from sayso.reader.common.adjuncts import is_adverb
from sayso.reader.common.cues import CueForm, CueVerb
from sayso.reader.common.page import Page
from sayso.reader.common.words import word_class
from sayso.reader.rules.clause import Clause

_NOT_SKIPPED = frozenset(
    [
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
        "together",
        "elsewhere",
    ]
)
_AFTER_VERB = frozenset(
    ["that", "the", "a", "an", '"', "“", "‘", "it", "he", "she", "they", "this", "its", "his", "her", "to", "for", "''"]
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

    @property
    def verb(self) -> CueVerb:
        return self.form.verb


def read_group(clause: Clause, at: int) -> Group | None:
    """The verb group at ``at`` where the word is a form of a cue verb and not plainly a noun or part of a name."""
    page, low = clause.page, clause.low
    lows, words = page.lows, page.words
    forms = cues.verbs().get(lows[at])
    if not forms or (words[at][0].isupper() and at > clause.sentence.first and not words[at].isupper()):
        return None
    form = next((f for f in forms if not f.rest or tuple(lows[at + 1 : at + 1 + len(f.rest)]) == f.rest), None)
    if form is None:
        return None
    aux, be, have, negations = (word_class(n) for n in ("auxiliaries", "be", "have", "negations"))
    first, negated, infinitive, auxiliary = at, False, False, False
    nearest: str | None = None
    i = at
    while i > low:
        word = lows[i - 1]
        if word == "'s" and not (i - 1 > low and lows[i - 2] in word_class("subject_pronouns") | {"that", "there"}):
            break
        if word in aux and not (words[i - 1][0].isupper() and i - 1 > low):
            first = i - 1
            auxiliary = auxiliary or word not in {"not", "never"}
            negated = negated or word in negations
            nearest = nearest or (word if word not in {"not", "never"} else None)
            infinitive = infinitive or word == "to"
            i -= 1
        elif is_adverb(word) and word not in _NOT_SKIPPED:
            i -= 1
        else:
            break
    past = bool({"past", "participle"} & form.names)
    passive = nearest is not None and "participle" in form.names and nearest in be
    if "participle" in form.names and "past" not in form.names and not auxiliary:
        return None
    participle = "ing" in form.names and nearest not in be
    if nearest in have and "participle" not in form.names and "ing" not in form.names:
        return None
    end = at + 1 + len(form.rest)
    if not auxiliary and not past and not participle and _is_noun(page, at, end, low, form):
        return None
    if past and not auxiliary and form.verb.noun and lows[at - 1 if at > low else at] in word_class("determiners"):
        return None
    return Group(form, first, at, end, passive, negated, infinitive, participle, auxiliary)


def _is_noun(page: Page, at: int, end: int, low: int, form: CueForm) -> bool:
    """Whether a base form or third person is rather a noun here."""
    if at == low:
        return True  # an imperative or a headline's noun: no subject, no cue
    lows = page.lows
    before = lows[at - 1]
    quoted = page.quote_of[at - 1] >= 0 and page.quote_of[at - 1] != page.quote_of[at]
    if quoted:
        return False
    if before in word_class("noun_markers") or before in {"'s", "'", "’"}:
        return (
            before not in word_class("plural_subjects") and before not in {"that", "this", "another"}
        ) or form.verb.noun
    if "base" in form.names and "past" not in form.names:
        plural = (
            before.endswith("men")
            or (before.endswith("s") and not before.endswith("ss"))
            or before in word_class("plural_subjects")
        )
        plural = plural or is_adverb(before) or not before[0].isalpha() or _plural_head(page, at, low)
        if not plural:
            return True
    if form.verb.noun and not (before in word_class("subject_pronouns") or before == "who"):
        after = lows[end] if end < len(lows) else "."
        if after in {",", "."} and _is_parenthesis(page, at, low):
            return False
        return not (
            after in _AFTER_VERB or is_adverb(before) or (page.words[end : end + 1] and page.words[end][0].isdigit())
        )
    return False


def _is_parenthesis(page: Page, at: int, low: int) -> bool:
    """*…, coast guard records show.*: a short subject after a comma."""
    comma = next((i for i in range(at - 1, max(low, at - 7), -1) if page.lows[i] == ","), None)
    return comma is not None and comma < at - 1


def _plural_head(page: Page, at: int, low: int) -> bool:
    """A plural noun earlier in the phrase: *people in the camps say*, *those close to Clinton say*."""
    for i in range(at - 2, max(low, at - 14) - 1, -1):
        word = page.lows[i]
        if word in {",", ";", "that"}:
            return False
        if word in word_class("plural_subjects") or (
            word.endswith("s")
            and len(word) > 3
            and not word.endswith("ss")
            and i + 1 < at
            and page.lows[i + 1] in word_class("prepositions")
        ):
            return True
    return False
