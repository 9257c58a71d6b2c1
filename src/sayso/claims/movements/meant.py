"""How a movement is meant by the words around its verb: done, planned, hedged, supposed or denied."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.claims.movements.found import Found
from sayso.claims.movements.frames import verb_list, words
from sayso.claims.movements.sentence import QUOTES, Sentence
from sayso.nouns.claim import Status
from sayso.reader.common.main_clause import modality
from sayso.reader.common.words import word_class

#: Words before a verb that are looked at.
_REACH = 8


def meant(found: Found, start: int = 0) -> Status:
    """The status that the movement's own words give it; ``start`` is the first word that may count."""
    sentence = found.sentence
    if found.who is not None and sentence.lows[found.who.first] in words("nobody") and not found.frame.noun:
        return "denied"
    verbs = list(_verbs(found, start))
    for number, at in enumerate(verbs):
        group = _group(sentence, at, start)
        lows = [sentence.lows[i] for i in group]
        if _negated(sentence, group):
            return "denied"
        if _after_preventing(sentence, at, start):
            return "denied"
        if set(lows) & {"if", "unless"} or _conditional(sentence, at):
            return "hypothetical"
        if set(lows) & modality("future"):
            return "planned"
        if set(lows) & words("possible"):
            return "hedged"
        if set(lows) & words("supposed"):
            # "would have gone" supposes, "said it would go" is the future of the past
            return "planned" if "would" in lows and "have" not in lows and number == 0 else "hypothetical"
        if _is_planned(sentence, at, group):
            above = [i for other in verbs[number + 1 :] for i in _group(sentence, other, start)]
            supposed = {sentence.lows[i] for i in above} & (words("possible") | words("supposed"))
            return "hypothetical" if supposed else "planned"
    return "asserted"


def _verbs(found: Found, start: int) -> Iterator[int]:
    """The movement's verb, or for a noun the verb before it, and the verbs above."""
    sentence, at = found.sentence, found.at
    seen = 0
    if sentence.tags[at] not in {"VERB", "AUX"}:
        before = next((i for i in range(at - 1, max(start, at - 9) - 1, -1) if sentence.tags[i] == "VERB"), None)
        if before is None:
            return
        at = before
    yield at
    while seen < 5:
        head, rel = sentence.heads[at], sentence.rels[at].split(":")[0]
        if head is None or head < start or head >= at or rel in {"ccomp", "parataxis"}:
            return
        at, seen = head, seen + 1
        if sentence.tags[at] in {"VERB", "AUX"}:
            yield at


def _group(sentence: Sentence, at: int, start: int) -> list[int]:
    """The auxiliaries, adverbs and particles before a verb."""
    i = at - 1
    while i >= max(start, at - _REACH) and (
        (sentence.tags[i] in {"AUX", "ADV", "PART"} and sentence.words[i] != "IS")
        or sentence.lows[i] in QUOTES | {"to", "not"}
    ):
        i -= 1
    return list(range(i + 1, at))


def _negated(sentence: Sentence, group: list[int]) -> bool:
    return any(
        (sentence.lows[i] in modality("negations") or sentence.lows[i] == "n't")
        and not (i + 1 < len(sentence) and sentence.lows[i + 1] in words("not_all"))
        for i in group
    )


def _conditional(sentence: Sentence, at: int) -> bool:
    """Whether *if* marks the verb's clause."""
    return any(sentence.lows[i] in modality("conditions") for i in sentence.children(at, "mark"))


def _after_preventing(sentence: Sentence, at: int, start: int) -> bool:
    """*Stopped the crews from leaving*, *failed to reach*."""
    i = at - 1
    while i >= start and sentence.tags[i] in {"ADV", "AUX"}:
        i -= 1
    if i < start or sentence.lows[i] not in {"from", "to"}:
        return False
    infinitive = sentence.lows[i] == "to"
    for j in range(i - 1, max(start, i - 7) - 1, -1):
        if sentence.lows[j] in verb_list("preventing"):
            return not infinitive or j == i - 1
        if sentence.tags[j] in {"VERB", "AUX", "PUNCT"}:
            return False
    return False


def _is_planned(sentence: Sentence, at: int, group: list[int]) -> bool:
    """An infinitive of purpose or plan, or a gerund behind a verb of planning; not one behind a verb of doing."""
    first = group[0] if group else at
    before = first - 1
    while before >= 0 and sentence.lows[before] in QUOTES:
        before -= 1
    lows = [sentence.lows[i] for i in group]
    if "to" in lows:
        # "is to leave" is a plan; "had to leave", "used to leave", "is believed to have left" are none
        last_to = len(lows) - 1 - lows[::-1].index("to")
        behind = lows[last_to + 1 :]
        ahead = sentence.lows[group[last_to] - 1] if group[last_to] else ""
        return not {"have", "be", "been"} & set(behind) and ahead not in words("happened")
    if sentence.lows[at].endswith("ing"):
        low = sentence.lows[before] if before >= 0 else ""
        if low in {"of", "for", "on", "about", "against"} and before:
            return sentence.lows[before - 1] in verb_list("planning") and sentence.tags[before - 1] in {"VERB", "NOUN"}
        return low in verb_list("planning") and not (set(lows) & word_class("be"))
    return False
