"""What the ranker of pronouns looks at: features of a pronoun and a figure that hold or do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.speakers.figures import Figure
from sayso.speakers.lexicon import Number
from sayso.speakers.scene import Spot
from sayso.speakers.trees import Trees


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
    trees: Trees | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure as it stands when the pronoun comes; ``ahead`` where it is only named after it in the same sentence,
    ``later`` where it is named there again."""

    figure: Figure
    spot: Spot
    ahead: bool = False
    later: Spot | None = None


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
    fit = [c.figure for c, fits in zip(candidates, agree, strict=True) if fits]
    top, most = max((f.count for f in fit), default=0), max((f.named for f in fit), default=0)
    rank = 0
    for candidate, fits in zip(candidates, agree, strict=True):
        made.append(_features(anaphor, candidate, rank, top=fits and candidate.figure.count == top))
        if fits and anaphor.trees is not None and candidate.figure.named == most > 1:
            made[-1].append("most named")
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
    if anaphor.trees is not None:
        found += _parsed(anaphor, candidate, anaphor.trees)
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
        if anaphor.source:  # "… ," said Klein. He also said …
            found.append(f"goes on:opens{spot.opens:d}:{close}")
    if this == anaphor.last_chain and at.quote >= 0 > spot.quote:
        found.append("chain:quoted")
    return found


def _parsed(anaphor: Anaphor, candidate: Candidate, trees: Trees) -> list[str]:
    """What the dependencies say of all places that the figure stood in here and in the sentence before."""
    spot, found = anaphor.spot, set[str]()
    own = "self" if anaphor.word.endswith("self") else ""
    spots = [candidate.spot] if candidate.ahead else candidate.figure.spots
    agents = {at: f"{min(level, 2)}:{via}" for level, (at, via) in reversed(list(enumerate(trees.agents(spot.head))))}
    for number, at in enumerate(reversed(spots)):
        away = spot.sentence - at.sentence
        if away > 2 or at.head == spot.head:
            continue
        last = "" if number == 0 else "+"
        if away > 0:
            found.add(f"stood{away}{last}:{at.slot}{at.depth}")
            if number == 0:
                found.add(f"stood{away}:{at.slot}{at.depth}>{spot.slot}{spot.depth}")
            continue
        bond = trees.bond(spot.head, at.head)
        if bond:
            found.add(f"bond:{bond}{own}")
        if at.head in agents:
            found.add(f"agent{agents[at.head]}:{spot.slot}{'+' * bool(bond)}")
        path, side = trees.path(spot.head, at.head), "ahead:" if candidate.ahead else ""
        found.add(f"{side}path{last}:{path}")
        found.add(f"{side}path{last}:{path}:{at.slot}>{spot.slot}")
    figure = candidate.figure
    if candidate.later is not None:
        later = candidate.later
        path = trees.path(spot.head, later.head)
        found.add(f"later:{path}:{later.slot}>{spot.slot}")
        found.add(f"later:{later.slot}:{trees.bond(spot.head, later.head)}")
        if later.head in agents:
            found.add(f"later:agent{agents[later.head]}:{spot.slot}")
    if figure.text.split()[0].lower() in {"a", "an"}:
        found.add(f"new{min(figure.count, 2)}:{min(spot.sentence - candidate.spot.sentence, 2)}")
    found.add(f"named{min(_log2(figure.named), 4)}")
    return sorted(found)


def _log2(number: int) -> int:
    return max(number, 1).bit_length() - 1
