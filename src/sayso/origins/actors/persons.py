"""Two names of persons: can they be one person's?

Staged, after the record-linkage habit of comparing parts by meaning and not whole strings: titles are cut, particles
do not count, given names must not conflict, middle initials and generations veto, a surname alone says little.
"""

from __future__ import annotations

from rapidfuzz.distance import OSA

from sayso.origins.actors.person_names import PersonName, parse_person
from sayso.origins.actors.spelling import WORTH, Likeness, likeness
from sayso.origins.actors.verdict import Compared, told_of
from sayso.origins.actors.words import class_of


def compare_persons(a: str, b: str, *, affinity: float = 0.0, others: tuple[str, ...] = ()) -> Compared:
    """Whether two names can be one person's.

    Args:
        a: a name, with or without titles.
        b: another one.
        affinity: how sure it is that both stand in texts on one event.
        others: other names that occur in those texts: with two bearers of a surname it does not tell which is meant.
    """
    one, two = parse_person(a), parse_person(b)
    shown = f"“{one.text}” and “{two.text}”"
    if not one.parts or not two.parts:
        return Compared(0.4, f"{shown} hold no name that can be compared.")
    if one.generation and two.generation and one.generation != two.generation:
        return Compared(0.02, f"{shown} are of different generations.")
    result = _compare(one, two, affinity, others, shown)
    if one.generation != two.generation and min(len(one.parts), len(two.parts)) > 1:
        most = 0.5 + 0.27 * affinity
        if result.score > most:
            return Compared(round(most, 3), f"Only one of {shown} says of which generation it is.")
    return result


def _compare(one: PersonName, two: PersonName, affinity: float, others: tuple[str, ...], shown: str) -> Compared:
    if "".join(one.parts).replace("-", "") == "".join(two.parts).replace("-", "") and len(one.parts) != len(two.parts):
        return Compared(0.95, f"{shown} are the same name, parted in two ways.")
    short, long = (one, two) if len(one.parts) <= len(two.parts) else (two, one)
    if len(short.parts) == 1:
        return _single(short, long, affinity, others, shown)
    pairs = align(short.parts, long.parts)
    return _full(short, long, pairs, affinity, shown)


def align(a: tuple[str, ...], b: tuple[str, ...]) -> list[tuple[int, int, Likeness]]:
    """The best way to lay two names side by side, in order (longest common subsequence with weights)."""
    best: list[list[tuple[float, list[tuple[int, int, Likeness]]]]] = [
        [(0.0, []) for _ in range(len(b) + 1)] for _ in range(len(a) + 1)
    ]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            choice = max(best[i + 1][j], best[i][j + 1], key=lambda found: found[0])
            like = likeness(a[i], b[j])
            if like is not None and (score := WORTH[like] + best[i + 1][j + 1][0]) >= choice[0]:
                choice = (score, [(i, j, like), *best[i + 1][j + 1][1]])
            best[i][j] = choice
    return best[0][0][1]


def _full(
    short: PersonName, long: PersonName, pairs: list[tuple[int, int, Likeness]], affinity: float, shown: str
) -> Compared:
    """Both names have a given name and a surname."""
    last = (len(short.parts) - 1, len(long.parts) - 1)
    ends = {(i, j): like for i, j, like in pairs}
    given, family = ends.get((0, 0)), ends.get(last)
    all_matched = len(pairs) == len(short.parts)
    if sorted(short.parts) == sorted(long.parts) and not all_matched:
        return Compared(0.88, f"{shown} are the same names in another order.")
    loose_short = [p for n, p in enumerate(short.parts) if n not in {i for i, _, _ in pairs} | short.optional]
    loose_long = [p for n, p in enumerate(long.parts) if n not in {j for _, j, _ in pairs} | long.optional]
    worst = min((like for _, _, like in pairs), key=lambda like: WORTH[like], default=None)
    if given and family:
        veto = _veto(short, long, loose_short, loose_long, ends)
        if veto is not None:
            return Compared(veto, f"{shown} have different middle names.")
        return _agreed(short, long, worst, bool(loose_short or loose_long), affinity, shown)
    polite = not class_of("courtesies").isdisjoint(short.titles)
    if all_matched and polite and not given:
        return Compared(round(0.5 + 0.4 * affinity, 3), f"“{short.text}” is the surname of “{long.text}”.")
    if all_matched and (given or len(short.parts) > 2 or family) and worst not in ("nickname", "initial"):
        return Compared(0.86 if affinity >= 0.3 else 0.76, f"All of the one name stands in the other: {shown}.")
    if short.optional or long.optional:
        return Compared(0.4, f"{shown} share a surname, and it is open whether one gives a given name.")
    if family and not given and _begins(short.parts[0], long.parts[0]):
        return _agreed(short, long, "nickname", bool(loose_short or loose_long), affinity, shown)
    if family and not given:
        if len(short.parts[0]) == 1 or len(long.parts[0]) == 1:
            return Compared(0.04, f"{shown} have one surname and different initials.")
        if short.parts[0][0] == long.parts[0][0] and min(len(short.parts[0]), len(long.parts[0])) <= _SHORT_FORM:
            return Compared(0.4, f"{shown} have one surname, and one given name can be short for the other.")
        return Compared(0.04, f"{shown} have one surname and different given names.")
    if given:
        if given == "equal" and _one_letter(short.parts[-1], long.parts[-1]):
            return Compared(round(0.5 + 0.35 * affinity, 3), f"{shown} differ in one letter of the surname.")
        return Compared(0.03, f"{shown} have one given name and different surnames.")
    if pairs:
        return Compared(0.05, f"{shown} share a name and differ in the others.")
    return Compared(0.01, f"{shown} have no name in common.")


def _begins(a: str, b: str) -> bool:
    """*Josh* of *Joshua*."""
    low, high = sorted((a, b), key=len)
    return len(low) > _SHORT_FORM - 1 and len(high) > len(low) + 1 and high.startswith(low)


#: given names of so few letters are often short forms: *Mo*, *Kit*
_SHORT_FORM = 3


def _one_letter(a: str, b: str) -> bool:
    """*Rait*, *Raite*: a slip, where the given name is the same."""
    return min(len(a), len(b)) > 3 and a[0] == b[0] and int(OSA.distance(a, b, score_cutoff=1)) <= 1


def _veto(
    short: PersonName,
    long: PersonName,
    loose_short: list[str],
    loose_long: list[str],
    ends: dict[tuple[int, int], Likeness],
) -> float | None:
    """The score that middle names allow at most where they conflict, else null."""
    if not short.middles or not long.middles:
        return None
    if loose_short and loose_long:
        return 0.03 if any(len(word) == 1 for word in (*loose_short, *loose_long)) else 0.15
    if not loose_short and not loose_long:
        return None
    # the one gives one middle name, the other two or more: George W. and George H. W.
    loose = loose_short or loose_long
    initials = any(len(word) == 1 for word in (*short.middles, *long.middles))
    first = (1, 1) in ends
    if initials and not first:
        return 0.03
    return None if first or (not initials and len(loose) == 1 and len(short.parts) > 3) else 0.3


def _agreed(
    short: PersonName, long: PersonName, worst: Likeness | None, partial: bool, affinity: float, shown: str
) -> Compared:
    """Given name and surname agree, nothing conflicts."""
    common = short.parts[-1] in class_of("common_surnames")
    sure = 0.97 if not common else 0.86
    if worst == "equal":
        what = "are the same name" if not partial else "differ only in a middle name that one leaves out"
        score = sure if not partial else sure - 0.03
    elif worst in ("spelling", "form", "far spelling"):
        what, score = "are spellings of one name", sure - 0.07
    elif worst == "slip":
        what, score = "differ in one letter", sure - 0.2
    elif worst == "initial":
        alone = len(short.parts) == 2 and len(short.parts[0]) == 1
        what, score = "agree in surname and initial", 0.5 if common else 0.7 if alone else 0.8
    else:
        what, score = "agree in surname, and one gives a short form of the other's given name", 0.76
        score = score if not common else 0.5
    score += (0.98 - score) * 0.7 * affinity
    return Compared(
        round(score, 3), told_of(short.text, long.text, what) if short.text == long.text else f"{shown} {what}."
    )


def _single(short: PersonName, long: PersonName, affinity: float, others: tuple[str, ...], shown: str) -> Compared:
    """One gives a single name."""
    word = short.parts[0]
    common = word in class_of("common_surnames")
    found = [(n, like) for n, part in enumerate(long.parts) if (like := likeness(word, part)) and like != "initial"]
    found = [(n, like) for n, like in found if like != "nickname" or n == 0]
    if not found:
        halves = [part for part in long.parts if "-" in part and word in part.split("-")]
        if not halves:
            return Compared(0.15 if len(long.parts) > 1 else 0.08, f"{shown} have no name in common.")
        found = [(len(long.parts) - 1, "slip")]
    at, like = max(found, key=lambda pair: (WORTH[pair[1]], pair[0]))
    if len(long.parts) == 1:
        score = (0.82 if not common else 0.4) - (0.0 if like == "equal" else 0.04)
        if short.generation and short.generation == long.generation:
            score = 0.88  # Abdullah II
        score += (0.97 - score) * 0.8 * affinity
        what = "are one name" if like == "equal" else "are spellings of one name"
        return Compared(
            round(score, 3), told_of(short.text, long.text, what) if short.text == long.text else f"{shown} {what}."
        )
    rivals = _rivals(word, long, others)
    if rivals:
        return Compared(0.35, f"“{short.text}” may be {long.text} or {rivals[0]}.")
    if at == 0:
        score = 0.28 + 0.35 * affinity
        return Compared(round(score, 3), f"“{short.text}” is only the given name of “{long.text}”.")
    score = (0.5 if not common else 0.33) - (0.0 if like == "equal" else 0.05)
    score += (0.95 - score) * 0.9 * affinity * (1.0 if not common else 0.92)
    return Compared(round(score, 3), f"“{short.text}” is the surname of “{long.text}”.")


def _rivals(word: str, long: PersonName, others: tuple[str, ...]) -> list[str]:
    """Other bearers of the surname in the story, who are surely not the one named in full."""
    found = []
    for other in others:
        name = parse_person(other)
        if len(name.parts) > 1 and any(likeness(word, p) in ("equal", "spelling") for p in name.parts[1:]):
            pairs = {(i, j) for i, j, _ in align(name.parts, long.parts)}
            if (0, 0) not in pairs and len(pairs) < min(len(name.parts), len(long.parts)):
                found.append(name.text)
    return sorted(found)
