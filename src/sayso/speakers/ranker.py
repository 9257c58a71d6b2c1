"""Which figure a pronoun points to: features that hold or do not, a weight for each, and *nobody* among the choices.

The model is a log-linear ranker over the figures mentioned so far and nobody (mention ranking as in Denis and Baldridge
2008, with salience and grammatical place as in Lappin and Leass 1994, and the agreement of quotation and speaker).
Weights: ``lexicon/speaker_weights.toml``, fitted by ``training/speakers.py``.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.speakers.figures import Figure
from sayso.speakers.lexicon import Number
from sayso.speakers.scene import Spot

#: Nobody in particular, or somebody whom the text has not mentioned.
NOBODY = -1


@dataclass(frozen=True, slots=True)
class Anaphor:
    """A pronoun with what stands round it. ``sex`` is -1, 0 or 1; ``source`` whether it is the source of something;
    ``quoted`` whether it stands in a quotation with a speaker, ``speakers`` the figures (by ``id()``) in whose words it
    stands: those of quotations, and those of reported speech."""

    word: str
    number: Number
    sex: int
    spot: Spot
    source: bool = False
    quoting: frozenset[int] = frozenset()
    reporting: frozenset[int] = frozenset()
    last_speaker: int = 0
    last_chain: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure as it stands when the pronoun comes; ``ahead`` where it is only named after it in the same sentence."""

    figure: Figure
    spot: Spot
    ahead: bool = False


def _near(sentences: int) -> str:
    return str(sentences) if sentences < 3 else "3" if sentences < 6 else "6"


def _sex(anaphor: Anaphor, figure: Figure) -> str:
    if not anaphor.sex or not figure.sex:
        return "none"
    match = figure.sex * anaphor.sex
    if match > 0:
        # an earlier pronoun speaks for a figure no more than its name does: it may have been linked wrongly
        return "fits+" if match > 0.9 else "fits~+"
    return f"{figure.told}-" if match < -0.9 else "name~-"


def features(anaphor: Anaphor, candidates: Sequence[Candidate]) -> list[list[str]]:
    """The features of each candidate in turn, and last those of nobody."""
    made = []
    agree = [_sex(anaphor, c.figure)[-1:] != "-" for c in candidates]
    top = max((c.figure.count for c, fits in zip(candidates, agree, strict=True) if fits), default=0)
    rank = 0
    for candidate, fits in zip(candidates, agree, strict=True):
        made.append(_features(anaphor, candidate, rank, top=fits and candidate.figure.count == top))
        rank += fits and not candidate.ahead
    fitting = sum(fits and not c.ahead for c, fits in zip(candidates, agree, strict=True))
    spot = anaphor.spot
    quoted = "q" if spot.quote >= 0 else ""
    made.append([
        f"nobody:{anaphor.word}", f"nobody{quoted}:fit{min(fitting, 3)}", f"nobody:source{anaphor.source:d}",
        f"nobody:{spot.slot}:opens{spot.opens:d}", f"nobody:early{spot.sentence < 2:d}",
    ])  # fmt: skip
    return made


def _features(anaphor: Anaphor, candidate: Candidate, rank: int, *, top: bool) -> list[str]:
    figure, at, spot = candidate.figure, candidate.spot, anaphor.spot
    away = max(0, spot.sentence - at.sentence)
    near, close, this = _near(away), min(away, 2), id(figure)
    shadow = "" if figure.member is not None else "?"
    found = [
        f"type:{figure.type}{shadow}",
        f"type:{figure.type}:words{min(len(figure.text.split()), 2)}",
        f"plural{figure.plural:d}",
    ]
    if anaphor.sex:
        found.append(f"sex:{_sex(anaphor, figure)}")
    if anaphor.source:
        found.append(f"source:{figure.type}{shadow}")
    if candidate.ahead:
        found += [f"ahead:{spot.slot}:{at.slot}", f"ahead:opens{spot.opens:d}", f"ahead:known{figure.count > 1:d}"]
        return [*found, f"ahead:clauses{min(at.clause - spot.clause, 3)}"]
    found += [
        f"near{near}",
        f"near{near}:{figure.form}{shadow}",
        f"rank{min(rank, 4)}",
        f"rank{min(rank, 4)}:near{close}",
        f"slot:{at.slot}",
        f"slots{close}:{at.slot}>{spot.slot}",
        f"opens{at.opens and at.slot == 'subj':d}:{close}",
        f"count{min(figure.count, 6) if figure.count < 10 else 10}",
        f"chain{this == anaphor.last_chain:d}:near{near}",
        f"joined{at.joined:d}",
        f"quote{at.quote >= 0:d}>{spot.quote >= 0:d}:{'same' if at.quote == spot.quote else 'other'}",
        f"block{at.block == spot.block:d}:{close}",
    ]
    if top:
        found += ["top", f"top:{close}"]
    if figure.first == 0:
        found.append("lead")
    if away == 0:
        gap = min(spot.clause - at.clause, 2)
        found += [f"clauses{gap}:{at.slot}>{spot.slot}", f"words{min(_log2(spot.token - at.token), 5)}"]
        if anaphor.word.endswith("self"):
            found.append(f"self:clauses{gap}:{at.slot}")
    if this in anaphor.quoting:
        found.append("own:quoted")
    if this in anaphor.reporting:
        found += ["own:reported", f"own:reported:{spot.slot}"]
    if this == anaphor.last_speaker:
        found += [f"spoke:source{anaphor.source:d}", f"spoke:source{anaphor.source:d}:near{close}"]
    return found


def _log2(number: int) -> int:
    return max(number, 1).bit_length() - 1


@functools.cache
def _weights() -> dict[str, dict[str, float]]:
    data = load("speaker_weights.toml")
    return {
        number: {name: float(weight) for name, weight in data[number].items()} for number in ("one", "many", "thing")
    }


@functools.cache
def _choice() -> dict[str, float]:
    return {name: float(value) for name, value in load("speaker_weights.toml")["choice"].items()}


def probabilities(anaphor: Anaphor, candidates: Sequence[Candidate]) -> list[float]:
    """How likely each candidate is, and last nobody; they add up to one."""
    weights = _weights()[anaphor.number].get
    scores = [sum(weights(name, 0.0) for name in found) for found in features(anaphor, candidates)]
    high = max(scores)
    powers = [math.exp(score - high) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def choose(anaphor: Anaphor, candidates: Sequence[Candidate]) -> tuple[int, float]:
    """Index of the likeliest candidate and its probability; :data:`NOBODY` where nobody is likelier than the lexicon's
    bound, where every candidate is weak, or where the two best are as good as each other."""
    found = probabilities(anaphor, candidates)
    bounds = _choice()
    first, *others = sorted(range(len(candidates)), key=found.__getitem__, reverse=True)
    second = found[others[0]] if others else 0.0
    if found[-1] > bounds["nobody"] or found[first] < bounds["least"] or found[first] - second < bounds["margin"]:
        return NOBODY, found[-1]
    return first, found[first]
