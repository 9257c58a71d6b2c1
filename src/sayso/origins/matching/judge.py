"""How one statement stands to another: rules where the slots decide, the model where they do not."""

from __future__ import annotations

from sayso.nouns import Judgement, Page, Statement
from sayso.nouns.folding import fold
from sayso.origins.matching.answer import Answer
from sayso.origins.matching.conflict import Ruling, comparable, correction, precise, ruling, turned
from sayso.origins.matching.facts import facts
from sayso.origins.matching.features import NAMED, RARE, Compared, compared, features
from sayso.origins.matching.intervals import Match
from sayso.origins.matching.latest import latest
from sayso.origins.matching.measured import Measured
from sayso.origins.matching.model import likelihood, reasons
from sayso.origins.matching.say import agreed, amount, quoted, shared, unit, who
from sayso.origins.matching.seen import Seen
from sayso.origins.matching.slots import historic, negative
from sayso.origins.wording import capital
from sayso.origins.words import stems

#: from here on two statements are the same; below the other bound they are unrelated, between them unsure
SAME, UNRELATED = 0.4, 0.2
#: words that two statements have, of the one with less, for the same text
VERBATIM = 0.95
#: pages that tell of one event
EVENT = 0.3
#: shared words, by weight, without which a claim says nothing by itself
TELLING = 30.0
#: what two statements must share, by weight, if their pages do not tell of one event; pages that are far apart
SPECIFIC, FAR = 30.0, 0.1
#: words that two statements must share for a clause with *not* to be of the other; and for somebody to deny it
ALIKE, DENIED = 0.7, 0.4
#: words that two statements must share for a sum that is supposed to be the one that is told
MUCH = 0.5
#: how much of the shorter one lies in shared text, for the two to be one text
COPIED = 0.5
#: what two claims must be the same by, if one of them has a *not* that the other lacks, or both stand on one page
PLAIN = 0.7
#: from here on the slots leave no doubt
CLEAR = 0.9
#: what the verifier must be sure of
SURE = 0.95


def judge(a: Statement, page_a: Page, b: Statement, page_b: Page, seen: Seen) -> Judgement:
    """Judge a pair of statements; ``why`` is the deciding reason.

    Of *updates* and *supports* the judgement's ``a`` is the statement that replaces or supports. What is asked is
    compared by its text alone, and so is what is supposed, but with what is supposed elsewhere.
    """
    pair = compared(a, page_a, b, page_b, seen)
    values = features(pair)
    answer = _decided(pair) or _modelled(pair, likelihood(values))
    one, other = (a, b) if answer.first else (b, a)
    return Judgement(
        a=one.key,
        b=other.key,
        kind=answer.kind,
        score=round(answer.score, 3),
        why=answer.why,
        by=answer.by,
        reasons=reasons(values, _told(pair)) if answer.kind != "unrelated" else (),
    )


def worth_verifying(a: Statement, b: Statement, seen: Seen, judgement: Judgement) -> float:
    """How much it would help to ask the verifier about a pair; 0 where the slots have decided or nothing is shared."""
    if judgement.by == "rule" and judgement.kind not in {"unsure", "unrelated"}:
        return 0.0
    if a.status in {"asked", "hypothetical"} or b.status in {"asked", "hypothetical"}:
        return 0.0
    close = seen.cosine if seen.cosine is not None else min(1.0, len(set(a.words) & set(b.words)) / 6)
    doubt = 1.0 - abs(judgement.score - 0.5) * 2 if judgement.kind != "unrelated" else 0.2
    worth = seen.affinity * (close + doubt) / 2
    return worth if seen.affinity >= EVENT and close >= 0.4 else 0.0


def doubtful(judgement: Judgement) -> bool:
    """Whether the slots leave a pair open, so that it is worth a closer look."""
    return judgement.by == "model" and (judgement.kind == "unsure" or judgement.score < CLEAR)


def _decided(pair: Compared) -> Answer | None:
    """What the slots decide."""
    if _verbatim(pair):
        if pair.nested:
            return Answer("same", 0.99, f"Both are made of the same words of the page, {quoted(pair.a)}.")
        both = "The page twice has" if pair.one_page else "Both pages have"
        return Answer("same", 0.99, f"{both} {quoted(pair.a)} in the same words.")
    moods = {pair.a.status, pair.b.status}
    if "asked" in moods or ("hypothetical" in moods and len(moods) > 1 and not _one_sum(pair)):
        return Answer("unrelated", 0.9, "What is asked or supposed is no claim to compare.")
    if _both_correct(pair):
        return Answer("same", 0.9, f"{quoted(pair.a)} and {quoted(pair.b)} correct the same number to the same.")
    if pair.seen.affinity < EVENT:
        return None
    taken_back = correction(pair)
    if taken_back is not None:
        return _ruled(taken_back)
    return _denial(pair) or _ruled(turned(pair)) or _clash(pair) or latest(pair)


def _one_sum(pair: Compared) -> bool:
    """Whether both give one telling number in much the same words: what *would cost* so much *costs* as much."""
    best = pair.best()
    return best is not None and best.agreement == "equal" and best.rarity >= RARE and pair.words.both >= MUCH


def _denial(pair: Compared) -> Answer | None:
    """What one denies and the other says: somebody's denial of a claim, or the same clause with *not*."""
    if not pair.opposed or pair.nested or pair.best() is not None or pair.words.weight < TELLING / 2:
        return None
    one, other = (pair.a, pair.b) if negative(pair.a) else (pair.b, pair.a)
    denied = one.polarity == "denied"
    if pair.words.least < (DENIED if denied else ALIKE) or (not denied and pair.words.both < DENIED):
        return None
    if not set(pair.words.shared) - _names(pair):
        return None
    return Answer("contradicts", 0.8, f"{quoted(one)}, {_how(one)}, is what the other says: {quoted(other)}.")


def _names(pair: Compared) -> set[str]:
    """Stems of the names of those who speak or are spoken of."""
    sides = (pair.a, pair.b)
    names = [party.name for side in sides for party in side.parties]
    names += [name for side in sides for hop in side.chain for name in hop.names]
    return {word for name in names for word in stems(name)}


def _how(statement: Statement) -> str:
    name = next((hop.name or hop.text for hop in statement.chain if hop.polarity == "denied"), None)
    if statement.polarity == "denied":
        return f"denied by {name.strip(' ,')}" if name else "denied"
    return "told as not so"


def _clash(pair: Compared) -> Answer | None:
    """Figures of one thing that exclude each other."""
    if pair.opposed or pair.nested or historic(pair.a, pair.page_a) != historic(pair.b, pair.page_b):
        return None
    pinned = next((m for m in pair.matches if m.agreement == "inside" and (m.a.exact or m.b.exact)), None)
    if pinned is not None and pinned.measure >= NAMED:
        return _ruled(precise(pinned))
    found = pair.conflict()
    if found is None or not comparable(pair, found):
        return None
    return _ruled(ruling(pair, found))


def _ruled(found: Ruling | None) -> Answer | None:
    return Answer(found.kind, found.score, found.why, first=found.first) if found else None


def _verbatim(pair: Compared) -> bool:
    """The same words and numbers, in pages that tell of one event or share the text, or so long that it tells."""
    if pair.opposed or pair.words.both < VERBATIM:
        return False
    if {f.named for f in facts(pair.a).figures} != {f.named for f in facts(pair.b).figures}:
        return False
    return pair.seen.affinity >= EVENT or pair.seen.copied >= COPIED or pair.words.weight >= 3 * TELLING


def _modelled(pair: Compared, chance: float) -> Answer:
    """What the model says, with the slots as a veto."""
    best = pair.best()
    if pair.opposed and chance >= UNRELATED and not _beside(pair, best):
        return Answer("unsure", 0.5, f"{quoted(pair.a)} and {quoted(pair.b)}: one is told as not so.", "model")
    if _refuted(pair, best, chance):
        why = f"{quoted(pair.a)} and {quoted(pair.b)} cannot both be true, by the verifier."
        return Answer("contradicts", SURE, why, "model")
    if not _one_event(pair, best):
        return Answer("unrelated", 1 - chance, "Nothing says that they tell of one event.", "model")
    if chance >= SAME and not _elsewhere(pair) and not _of_others(pair, best, chance):
        why = f"{agreed(best)}." if best and (best.rarity >= 0.2 or best.measure >= NAMED) else f"{shared(pair)}."
        return Answer("same", chance, why, "model")
    within = (m for m in pair.matches if m.agreement == "inside" and m.rarity >= 0.3)
    inside = next((m for m in within if not (m.a.vague or m.b.vague)), None)
    if inside is not None and pair.words.least >= 0.15 and pair.speaker is not True:
        point, span = (inside.a, inside.b) if len(inside.a.named) == 1 else (inside.b, inside.a)
        lies = "lies within" if _within(point, span) else "is about the end of"
        why = f"{amount(point)}{unit(point)} {lies} {amount(span)}{unit(span)}."
        return Answer("supports", 0.6, capital(why), first=point is inside.a)
    if chance >= UNRELATED:
        return Answer("unsure", chance, f"{quoted(pair.a)} may be the same as {quoted(pair.b)}.", "model")
    return Answer("unrelated", 1 - chance, "They speak of different things.", "model")


def _refuted(pair: Compared, best: Match | None, chance: float) -> bool:
    """Whether the verifier is sure of a contradiction, and the two have enough in common to contradict each other."""
    verdict = pair.seen.verdict
    if verdict is None or best is not None or pair.nested or chance >= SAME:
        return False
    near = pair.seen.affinity >= EVENT and pair.words.least >= DENIED and pair.words.weight >= TELLING / 2
    return near and verdict.contradicted >= SURE


def _of_others(pair: Compared, best: Match | None, chance: float) -> bool:
    """Whether claims that share no figure and no text tell of another thing: of other persons, as not so, in another
    sentence of one page."""
    if best is not None or pair.seen.copied >= COPIED:
        return False
    if pair.one_page and not pair.nested and chance < PLAIN:
        return True  # a writer who says a thing again says it so that one sees it
    ours, theirs = (_persons(side) for side in (pair.a, pair.b))
    if ours and theirs and not ours & theirs:
        return True
    return facts(pair.a).refusing != facts(pair.b).refusing and chance < PLAIN


def _persons(statement: Statement) -> set[str]:
    """Last names of the persons that a statement speaks of."""
    return {
        fold(party.name).split()[-1] for party in statement.parties if party.type == "person" and party.name.strip()
    }


def _elsewhere(pair: Compared) -> bool:
    """Whether both describe a place by a distance, and not by the same one."""
    sides = [any(f.part == "place" for f in facts(side).figures) for side in (pair.a, pair.b)]
    agreeing = (m for m in pair.matches if m.a.part == "place" and m.agreement in {"equal", "near"})
    return all(sides) and next(agreeing, None) is None


def _within(point: Measured, span: Measured) -> bool:
    bounds = span.named
    return bool(point.named and bounds) and bounds[0] <= point.named[0] <= bounds[-1]


def _both_correct(pair: Compared) -> bool:
    """*five, not six* on both pages."""
    refused, given = (
        [{f.named for f in facts(side).figures if (f.part == "negated") is negated} for side in (pair.a, pair.b)]
        for negated in (True, False)
    )
    return bool(refused[0] & refused[1] and given[0] & given[1]) and pair.seen.affinity >= FAR


def _beside(pair: Compared, best: Match | None) -> bool:
    """Whether *not* is said of something else: the figures agree that the claims are about."""
    return best is not None and best.measure >= NAMED and pair.a.polarity == pair.b.polarity


def _one_event(pair: Compared, best: Match | None) -> bool:
    """Whether two pages tell of one event, or two statements have so much in common that they do."""
    if pair.seen.affinity >= EVENT or pair.seen.copied >= COPIED:
        return True
    rarity = best.rarity * (0.5 + best.measure / 2) if best else 0.0
    speaker = SPECIFIC / 3 if pair.speaker else 0.0
    needed = SPECIFIC if pair.seen.affinity >= FAR else 1.6 * SPECIFIC
    return pair.words.weight + TELLING * rarity + speaker >= needed


def _told(pair: Compared) -> dict[str, str]:
    """Reasons in words, by feature."""
    said = {}
    best, conflict = pair.best(), pair.conflict()
    if best:
        said["figure equal"] = said["figure near"] = f"{agreed(best)}."
    if conflict:
        said["figure conflict"] = f"{amount(conflict.a)} is not {amount(conflict.b)}."
    if pair.words.shared:
        said["words"] = f"They share the words {', '.join(pair.words.shared[:5])}."
    if pair.words.length >= 4:
        said["run"] = f"{pair.words.length} words stand in both in the same order."
    if pair.time is not None:
        said["time"] = "Both name the same time." if pair.time else "They name different times."
    if pair.speaker is not None:
        name = who(pair.a, pair.page_a)
        said["speaker"] = f"{name} says both." if pair.speaker else "Different speakers say them."
    if pair.seen.cosine is not None:
        said["cosine"] = f"Their sentence vectors have a cosine of {pair.seen.cosine:.2f}."
    if pair.opposed:
        said["opposed"] = "One is told as so, the other as not so."
    return said
