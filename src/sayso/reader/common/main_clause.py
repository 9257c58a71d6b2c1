"""The main clause of a statement: where its subject, its verb group and its words end.

Two finders give the same value: :func:`by_words` from word lists alone, and :func:`by_syntax` from a dependency tree,
where a reader has one.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.reader.common.finite import ALONE, is_finite
from sayso.reader.common.words import word_class

#: Words behind a verb group that are looked at for *set to*, *no evidence*.
REACH = 6

#: Words by which a main clause has shown its verb.
LONGEST = 80

_WORD = re.compile(r"''|``|\d+(?:[.,:]\d+)*\w*|[^\W_]+(?:[-‐‑'’&][^\W_]+)*|\S")
_CLITIC = re.compile(r"(?<=.)['’](?:s|ve|d|ll|re|m)$", re.IGNORECASE)
_MARKS = frozenset("\"“”‘’'«»`,;:.?!…()[]—–-") | {"''", "``"}
_INVERTED = frozenset({"had", "were", "should"})


@functools.cache
def modality(name: str) -> frozenset[str]:
    """One list of lexicon/modality.yaml."""
    return frozenset(str(word) for word in load("modality.yaml")[name]["words"])


def cut(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, clitics apart, and the same in lower case with straight apostrophes."""
    words: list[str] = []
    for word in _WORD.findall(text):
        clitic = _CLITIC.search(word)
        words += [word[: clitic.start()], word[clitic.start() :]] if clitic else [word]
    return words, [word.lower().replace("’", "'").replace("‘", "'") for word in words]


@dataclass(frozen=True, slots=True)
class MainClause:
    """Word numbers: the clause ``[first, last)``, its verb group ``[verb, after)`` (equal where none was found).

    ``condition``: a conditional clause goes with it. ``rest`` is where the words behind the verb group that still
    belong to it end.
    """

    words: Sequence[str]
    lows: Sequence[str]
    first: int
    verb: int
    after: int
    last: int
    condition: bool

    @property
    def group(self) -> Sequence[str]:
        """The verb group in lower case: *will probably be*."""
        return self.lows[self.verb : self.after]


def by_words(words: Sequence[str], lows: Sequence[str], first: int, last: int) -> MainClause:
    """The main clause of the words ``[first, last)``, a statement with or without its *that*.

    Only the first :data:`LONGEST` words are looked at, so that a text without a stop takes no longer.
    """
    last = min(last, first + LONGEST)
    start = first
    while start < last and (lows[start] in _MARKS or lows[start] in word_class("coordinators")):
        start += 1
    if start < last - 1 and lows[start] == "that" and not is_finite(words, lows, start + 1):
        start += 1
    condition = False
    pending = 0
    if start < last and (_fronts(lows, start) or inverts(lows, start, last)):
        condition = (
            lows[start] in modality("conditions") or lows[start] in _INVERTED or lows[start + 1 : start + 2] == ["if"]
        )
        comma = next((i for i in range(start, last) if lows[i] == ","), None)
        if comma is not None and comma < last - 2:
            start = comma + 1
        else:
            pending = 1  # "if it rained the dam would fill"
    verb = after = _verb(words, lows, start, last, pending)
    known = verb < last
    if not known:
        verb = after = start  # no verb that the lists know: what ties a clause to another ends this one
    while known and after < last and _in_group(words, lows, after, verb):
        after += 1
    if known and after < last and lows[after] not in _MARKS and not _is_main(lows, after):
        after += 1  # the verb itself behind its auxiliaries
    while start < verb < after and (lows[verb - 1] in _adverbs() or lows[verb - 1].endswith("ly")):
        verb -= 1
    end = next((i for i in range(max(after, start + 1), last) if _ends(lows, i)), last)
    if not condition:
        condition = _trails(lows, verb, after, end, last)
    return MainClause(words, lows, start, verb, after, end, condition)


def by_syntax(
    words: Sequence[str],
    lows: Sequence[str],
    heads: Sequence[int | None],
    deprels: Sequence[str | None],
    first: int,
    last: int,
) -> MainClause | None:
    """The main clause by its tree; None where the words ``[first, last)`` have no single head with a subject.

    ``heads`` are word numbers, -1 or the word itself for the root of a sentence. Of more than four times
    :data:`LONGEST` words it is None: no parse of such a stretch is to be trusted.
    """
    if last - first > 4 * LONGEST:
        return None
    tops = [
        i
        for i in range(first, last)
        if deprels[i] not in {None, "punct", "cc", "mark"} and not _within(heads[i], first, last, i)
    ]
    if len(tops) != 1:
        return None
    top = tops[0]
    children = [i for i in range(first, last) if heads[i] == top and i != top]
    relation = {i: (deprels[i] or "").split(":")[0] for i in children}
    if not any(relation[i] in {"nsubj", "csubj", "expl"} for i in children):
        return None
    group = [i for i in children if relation[i] in {"aux", "cop"} or (relation[i] == "advmod" and i < top)]
    verb = min([i for i in group if lows[i] in word_class("auxiliaries")] or [top])
    while verb > first and verb - 1 in group:
        verb -= 1
    clauses = [i for i in children if relation[i] in {"advcl", "ccomp", "parataxis", "acl"} and i > top]
    condition = any(
        relation[i] == "advcl"
        and any(
            heads[j] == i and deprels[j] == "mark" and lows[j] in modality("conditions") for j in range(first, last)
        )
        for i in children
    )
    subjects = [i for i in children if relation[i] in {"nsubj", "csubj", "expl"}]
    fronted = [i for i in children if relation[i] == "advmod" and i < top]
    start = min([_leftmost(heads, i, first, last) for i in subjects] + fronted)
    end = min([_leftmost(heads, i, first, last) for i in clauses] or [last])
    return MainClause(words, lows, min(start, verb), verb, top + 1, max(end, top + 1), condition)


def _within(head: int | None, first: int, last: int, at: int) -> bool:
    return head is not None and first <= head < last and head != at


def _leftmost(heads: Sequence[int | None], top: int, first: int, last: int) -> int:
    """The first word of the subtree below ``top``, by its unbroken chain of heads to the left."""
    found = top
    for i in range(top - 1, first - 1, -1):
        at: int | None = i
        for _ in range(20):
            at = heads[at] if at is not None and first <= at < last else None
            if at is None or at == top:
                break
        if at == top:
            found = i
    return found


def _fronts(lows: Sequence[str], at: int) -> bool:
    """*As many as forty* opens no clause; *as the rain stopped* does."""
    return lows[at] in modality("fronts") and lows[at + 1 : at + 2] not in (
        ["many"],
        ["much"],
        ["few"],
        ["of"],
        ["little"],
    )


def inverts(lows: Sequence[str], at: int, last: int) -> bool:
    """*Had the alarm worked, nobody would have died*: an inverted condition, not a question."""
    if lows[at] not in _INVERTED or "," not in lows[at:last]:
        return False
    return any(low in {"would", "could", "might", "'d", "will"} for low in lows[at:last]) and lows[last - 1] != "?"


@functools.cache
def _adverbs() -> frozenset[str]:
    hedges = load("hedges.yaml")
    rows = (str(word) for name in ("strong", "weak", "hearsay") for word in hedges[name]["words"])
    return (frozenset(rows) | word_class("adverbs")) - {"may", "might", "could", "both", "all", "so", "there", "here"}


def _verb(words: Sequence[str], lows: Sequence[str], start: int, last: int, pending: int) -> int:
    """Where the main verb group begins; ``last`` where none was found."""
    at = start
    while at < last:
        low = lows[at]
        if _is_verb(words, lows, start, at, last):
            group = at = _behind_participle(words, lows, start, at, last)
            while at < last and (at == group or _in_group(words, lows, at, group)):
                at += 1
            if not pending:
                return group
            pending -= 1
        elif low in modality("ties") and at > start and not (low == "as" or lows[at - 1] in modality("ties")):
            # "the valve that would have closed was missing": the next verb belongs to "that"
            pending += low not in {"before", "after", "since", "until"}
            at += 1
        else:
            at += 1
    return last


def _is_verb(words: Sequence[str], lows: Sequence[str], start: int, at: int, last: int) -> bool:
    low = lows[at]
    if low in {"'d", "'ll", "'re", "'m"}:
        return True
    return is_finite(words[start:last], lows[start:last], at - start)


def _behind_participle(words: Sequence[str], lows: Sequence[str], start: int, at: int, last: int) -> int:
    """The auxiliary behind what may be a participle: *the report published on Monday may be wrong*."""
    if not lows[at].endswith("ed") or at == start or lows[at - 1] in ALONE:
        return at
    for i in range(at + 1, last):
        low = lows[i]
        if low in modality("ties") or low in word_class("coordinators") or low in {",", ";", ":"}:
            return at
        if low in word_class("auxiliaries") and is_finite(words[start:last], lows[start:last], i - start):
            return i
    return at


def _in_group(words: Sequence[str], lows: Sequence[str], at: int, verb: int) -> bool:
    """Whether the word at ``at`` goes on the verb group that begins at ``verb``."""
    low = lows[at]
    if low in _MARKS or low in modality("ties"):
        return False
    if at == verb:
        return at < len(lows) and low not in _MARKS
    if lows[at - 1] == "not" and low == "to":
        return False
    return low in word_class("auxiliaries") or low in _adverbs() or low.endswith("ly") or low == "not"


def _is_main(lows: Sequence[str], after: int) -> bool:
    """Whether the group holds its main verb already: *fell on*, not *had been*."""
    last = lows[after - 1]
    aux = word_class("auxiliaries")
    return not (last in aux or last in _adverbs() or last.endswith("ly"))


def _ends(lows: Sequence[str], at: int) -> bool:
    """Whether the main clause ends before this word: a conjunction or a full mark."""
    return lows[at] in {";", ":", "—", "–", ".", "?", "!"} or (lows[at] in modality("ties") and lows[at] != "as")


def _trails(lows: Sequence[str], verb: int, after: int, end: int, last: int) -> bool:
    """Whether a condition follows: *will walk out unless*; not *asked if*, nor *if only by three votes*."""
    if end >= last or lows[end] not in modality("conditions") or lows[end + 1 : end + 2] == ["only"]:
        return False
    return any(low in modality("conditioned") for low in lows[verb:after]) or lows[end] == "unless"
