"""Two figures of one thing that cannot both hold: is the one a new state of the other, or do they contradict?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import facts
from sayso.origins.matching.features import NAMED, Compared
from sayso.origins.matching.intervals import Match, fitting, shared_measure
from sayso.origins.matching.measured import Measured
from sayso.origins.matching.say import amount, day, measure, number, unit, who
from sayso.origins.matching.slots import same_speaker, speaker
from sayso.origins.matching.tables import becomes, marks
from sayso.origins.order import before
from sayso.origins.wording import capital
from sayso.origins.words import stems

#: how many words two statements share that count the same noun
ALIKE = 0.55


#: reports of one thing that differ by more than this factor are of two things
_FAR = 50.0


@dataclass(frozen=True, slots=True)
class Ruling:
    """What follows from a conflict: ``first`` says whether statement ``a`` is the one that replaces the other."""

    kind: Literal["updates", "contradicts"]
    first: bool
    score: float
    why: str


def comparable(pair: Compared, found: Match) -> bool:
    """Whether two figures that differ are surely of one thing.

    The words name one measure; or, of counts, both leave it out and say much the same of the same noun. A number whose
    noun is left out stands for the first figure of the other statement, if that noun fits.
    """
    for one, other, whole in ((found.a, found.b, pair.b), (found.b, found.a, pair.a)):
        if one.lent and other != next((f for f in facts(whole).figures if f.part == "claimed"), None):
            return False
    if not fitting(found.a, found.b) or _far(found) or found.a.mean != found.b.mean:
        return False
    if found.a.vague or found.b.vague:
        return False
    if found.measure >= NAMED:
        return True
    unnamed = found.a.measure is None and found.b.measure is None
    counts = found.a.figure.kind == found.b.figure.kind == "count" and not found.a.lent and not found.b.lent
    return unnamed and counts and pair.words.least >= ALIKE


def _far(found: Match) -> bool:
    """Whether the numbers are so far apart that they hardly count one thing."""
    sizes = sorted(max(abs(bound) for bound in side.named) for side in (found.a, found.b))
    return sizes[1] > _FAR * max(sizes[0], 1e-9)


def turned(pair: Compared) -> Ruling | None:
    """As many as were missing are later rescued: what was true then is replaced."""
    if not pair.nested:
        for found in pair.matches:
            for first, new, old in ((True, found.a, found.b), (False, found.b, found.a)):
                if found.agreement != "equal" or not found.claimed or (_label(old), _label(new)) not in becomes():
                    continue
                pages = (pair.page_a, pair.page_b) if first else (pair.page_b, pair.page_a)
                if before(pages[1], pages[0]):
                    people = f"{amount(new)}{unit(new) or unit(old)}"
                    say = f"{people}, {_say(old)} {day(pages[1])}, {_say(new)} {day(pages[0])}."
                    return Ruling("updates", first, 0.8, capital(say))
    return None


def _label(figure: Measured) -> str | None:
    return figure.measure.label if figure.measure else None


def _say(figure: Measured) -> str:
    return figure.measure.say if figure.measure else ""


def ruling(pair: Compared, found: Match) -> Ruling | None:
    """Decide by the order of the pages, by whether the measure adds up, by who speaks and by words that correct.

    An open bound that leaves room for the other value is no contradiction: *at least nine* and *14* only follow one
    another.
    """
    a_later = before(pair.page_b, pair.page_a)
    if a_later is None:
        a_later = _revision(pair, found)
    if a_later is None:
        return _contradiction(pair, found)
    later, earlier = (pair.a, pair.b) if a_later else (pair.b, pair.a)
    new, old = (found.a, found.b) if a_later else (found.b, found.a)
    new_page, old_page = (pair.page_a, pair.page_b) if a_later else (pair.page_b, pair.page_a)
    reason = _replaces(found, new, later, new_page, old, earlier, old_page)
    if reason is not None:
        value = f"{amount(new)}{unit(new) or unit(old)}{measure(found)}"
        given, earlier_day = day(new_page), day(old_page)
        when = (f", given {given},", f", given {earlier_day}") if given != earlier_day else ("", "")
        text = f"{value}{when[0]} replaces {amount(old)}{when[1]}: {reason}."
        return Ruling("updates", a_later, 0.9, capital(text))
    return _contradiction(pair, found)


def _revision(pair: Compared, found: Match) -> bool | None:
    """Of two figures of one time, or of one page: whether the first is the one that revises; null where that is not
    told of just one."""
    ours, theirs = corrects(found.a, pair.a, pair.page_a), corrects(found.b, pair.b, pair.page_b)
    return ours if ours != theirs else None


def _replaces(
    found: Match, new: Measured, later: Statement, new_page: Page, old: Measured, earlier: Statement, old_page: Page
) -> str | None:
    """Why a later figure takes the place of an earlier one, as the end of a sentence; null where it does not."""
    if corrects(new, later, new_page) and not _anothers(earlier, later):
        return "the later one revises the figure"
    if same_speaker(later, earlier):
        return f"{who(later, new_page)} gives both"
    kind = shared_measure(found)
    if kind is not None and kind.varies:
        return "such a count changes from day to day, and the later one is newer"
    rises = (new.named or (0.0,))[-1] > (old.named or (0.0,))[-1]
    if rises and _adds_up(found):
        return "such a count only grows, and the later one is higher"
    if not later.chain and not earlier.chain and before(old_page, new_page):
        return "both are the pages' own, and it is the later one"
    return None


def _anothers(earlier: Statement, later: Statement) -> bool:
    """Whether a figure is that of a person or party who does not give the later one: that one is not corrected."""
    hop = speaker(earlier)
    named = hop is not None and hop.type == "person" and hop.kind in {"named", "role"}
    return named and not same_speaker(earlier, later)


def correction(pair: Compared) -> Ruling | None:
    """*five, not six* against six."""
    for first, one, other in ((True, pair.a, pair.b), (False, pair.b, pair.a)):
        refused = [f for f in facts(one).figures if f.part == "negated"]
        given = [f for f in facts(one).figures if f.part != "negated"]
        for wrong in refused:
            for figure in facts(other).figures:
                if figure.part == "negated" or figure.named != wrong.named or not given:
                    continue
                if wrong.group is not None and figure.group is not None and wrong.group != figure.group:
                    continue
                why = f"“{one.text.rstrip('. ')}” takes back the {amount(figure)}{unit(figure)} that the other gives."
                return Ruling("updates", first, 0.95, why)
    return None


def precise(found: Match) -> Ruling:
    """*exactly 11.25 million* against *10.5 to 12 million*: a point that the range does not warrant."""
    point, span = (found.a, found.b) if found.a.exact else (found.b, found.a)
    why = f"{amount(point)}{unit(point)} is given as exact, the other gives {amount(span)}{unit(span)}{measure(found)}."
    return Ruling("contradicts", True, 0.75, capital(why))


def corrects(figure: Measured, statement: Statement, page: Page) -> bool:
    """Whether a statement says that a figure is revised, or the title of its page does that gives the figure."""
    if marks("revising") & set(statement.words):
        return True
    title = page.title or ""
    given = any(number(bound) in title for bound in figure.named)
    return given and bool(marks("revising") & set(stems(title, page.language)))


def _contradiction(pair: Compared, found: Match) -> Ruling | None:
    """A contradiction, unless the words leave room: a bound that is open, a count that grows and is nobody's."""
    silent = not pair.a.chain or not pair.b.chain
    if found.agreement != "disjoint" or (_adds_up(found) and silent and not _dated(pair)):
        return None
    if pair.one_page and (pair.speaker or not (pair.a.chain or pair.b.chain)):
        return None  # nobody disputes in one breath what they say: the figures are of two things
    ours = f"{amount(found.a)}{unit(found.a) or unit(found.b)}{measure(found)} {_by(pair.a, pair.page_a)}"
    theirs = f"{amount(found.b)}{unit(found.b)} {_by(pair.b, pair.page_b)}"
    text = f"{ours}, {theirs}: both cannot be true of the same thing and time."
    return Ruling("contradicts", True, 0.85, capital(text))


def _by(statement: Statement, page: Page) -> str:
    """On whose word: *according to the mayor*, or *in The Post* where the page says it itself."""
    return f"according to {who(statement, page)}" if statement.chain else f"in {who(statement, page)}"


def _adds_up(found: Match) -> bool:
    """Whether two figures are sums that only grow in time; a rate is none."""
    a, b, kind = found.a, found.b, shared_measure(found)
    rates = a.daily or b.daily or "/" in f"{a.figure.unit}{b.figure.unit}"
    return kind is not None and kind.grows and not rates


def _dated(pair: Compared) -> bool:
    """Whether it is known which page came first."""
    return before(pair.page_a, pair.page_b) is not None
