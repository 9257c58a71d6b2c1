"""The named features of a pair of statements, all of them in [-1, 1] or thereabouts."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import facts
from sayso.origins.matching.intervals import Match, differences, match, told
from sayso.origins.matching.measured import Measured
from sayso.origins.matching.overlap import Overlap, overlap
from sayso.origins.matching.seen import Seen
from sayso.origins.matching.slots import opposed, same_party, same_place, same_speaker, same_time

#: how surely the words must name one measure
NAMED = 0.75
#: a number that tells so much is hardly given twice by accident
RARE = 0.9
#: a run of words that weighs so much is as good as any
_RUN = 60.0
#: a claim whose words weigh less says little by itself
_LIGHT = 40.0


@dataclass(frozen=True, slots=True)
class Compared:
    """All that comparing two statements found: matches of figures best first, words, slots, and the features."""

    a: Statement
    b: Statement
    page_a: Page
    page_b: Page
    seen: Seen
    words: Overlap
    matches: tuple[Match, ...]
    time: bool | None
    place: bool | None
    party: bool | None
    speaker: bool | None
    opposed: bool

    @property
    def one_page(self) -> bool:
        """Whether both stand on one page."""
        return self.a.document == self.b.document

    @property
    def nested(self) -> bool:
        """Whether the one stands within the other, on one page."""
        one, other = self.a, self.b
        return self.one_page and one.start < other.end and other.start < one.end

    def best(self) -> Match | None:
        """The match of figures that agree and tell most; null where none agree."""
        agreeing = [m for m in self.matches if m.agreement in {"equal", "near"} and not (m.a.vague or m.b.vague)]
        return max(agreeing, key=_telling, default=None)

    def conflict(self) -> Match | None:
        """The figures of one thing that exclude each other; null where any of the same measure agree."""
        agreed = [m for m in self.matches if m.agreement in {"equal", "near"} and m.claimed]
        taken = {id(x) for m in agreed for x in (m.a, m.b)}
        against = [
            m
            for m in self.matches
            if m.agreement in {"disjoint", "open"}
            and m.claimed
            and not {id(m.a), id(m.b)} & taken
            and not any(_one_measure(m, other) for other in agreed)
        ]
        return max(against, key=lambda m: (m.measure, m.rarity), default=None)


def _one_measure(found: Match, agreed: Match) -> bool:
    """Whether figures that agree are of the measure and the unit of those that exclude each other."""
    pairs = ((found.a, agreed.a), (found.b, agreed.b))
    return any(x.figure.unit == y.figure.unit and (x.measure == y.measure or y.measure is None) for x, y in pairs)


def _telling(found: Match) -> tuple[float, float, float]:
    rarity = found.rarity if found.claimed else found.rarity / 2
    return (rarity * (0.5 + found.measure), 1.0 if found.agreement == "equal" else 0.0, found.rarity)


def compared(a: Statement, page_a: Page, b: Statement, page_b: Page, seen: Seen) -> Compared:
    """Compare two statements slot by slot."""
    ours, theirs = facts(a).figures, facts(b).figures
    matches = tuple(m for x in ours for y in theirs if (m := match(x, y)) is not None)
    matches += tuple(differences(ours, theirs))
    return Compared(
        a,
        b,
        page_a,
        page_b,
        seen,
        overlap(a, page_a, b, page_b),
        matches,
        same_time(a, b),
        same_place(a, b),
        same_party(a, b),
        same_speaker(a, b),
        opposed(a, b),
    )


def features(pair: Compared) -> dict[str, float]:
    """Name to value; a feature that does not apply is 0."""
    words, seen = pair.words, pair.seen
    best, conflict = pair.best(), pair.conflict()
    found = {
        "bias": 1.0,
        "words": words.least,
        "words both": words.both,
        "words context": words.context - words.least,
        "words light": max(0.0, 1.0 - words.shorter / _LIGHT),
        "run": min(1.0, words.run / _RUN),
        **_agreement(best, pair),
        "figure inside": max((m.rarity for m in pair.matches if m.agreement == "inside"), default=0.0),
        "figure conflict": (0.5 + conflict.measure / 2) if conflict else 0.0,
        "figure alone": _alone(pair),
        "time": _signed(pair.time),
        "place": _signed(pair.place),
        "places": min(1.0, max(0, len(facts(pair.a).places & facts(pair.b).places) - 1) / 3),
        "party": _signed(pair.party),
        "speaker": _signed(pair.speaker),
        "opposed": 1.0 if pair.opposed else 0.0,
        "refusing": 1.0 if facts(pair.a).refusing != facts(pair.b).refusing else 0.0,
        "copied": seen.copied,
        "affinity": seen.affinity,
        "status": 1.0 if _mood(pair.a) != _mood(pair.b) else 0.0,
    }
    if seen.cosine is not None:
        found["vectors"], found["cosine"] = 1.0, seen.cosine
    if seen.verdict is not None:
        found["verdict same"] = seen.verdict.same
        found["verdict contradicted"] = seen.verdict.contradicted
    return found


def _agreement(best: Match | None, pair: Compared) -> dict[str, float]:
    """What figures that agree tell: the more the rarer the number is and the more of what it counts is said."""
    if best is None:
        return {}
    equal = best.agreement == "equal"
    lent = best.a.lent or best.b.lent
    return {
        "figure equal": best.rarity if equal else 0.0,
        "figure near": 0.0 if equal else best.rarity,
        "figure named": 1.0 if best.measure >= NAMED else 0.0,
        "figure other": 1.0 if best.measure == 0.0 else 0.0,
        "figure thing": 1.0 if not lent and best.a.thing == best.b.thing else 0.0,
        "figure lent": best.rarity if lent and equal else 0.0,
        "figure rare": 1.0 if equal and best.claimed and best.rarity >= RARE and not pair.conflict() else 0.0,
        "figure speaker": best.rarity if pair.speaker else 0.0,
        "figure part": 0.0 if best.claimed else 1.0,
    }


def _mood(statement: Statement) -> str:
    return "told" if statement.status in {"asserted", "hedged", "denied", "planned"} else statement.status


def _signed(answer: bool | None) -> float:
    return 0.0 if answer is None else 1.0 if answer else -1.0


def _alone(pair: Compared) -> float:
    """How much the figures tell that only one of the statements gives, where no figure of theirs agrees."""
    if pair.best() is not None:
        return 0.0
    rest = [_most(facts(s).figures) for s in (pair.a, pair.b)]
    return max(rest) if min(rest) == 0.0 else min(rest)


def _most(figures: tuple[Measured, ...]) -> float:
    return max((told(figure) for figure in figures), default=0.0)
