"""Runs of short turns after the article: the evidence for a thread that needs neither a known heading nor a known form.

Whatever its layout, a thread is a line pattern that comes again and again (a name with a time, a name with a colon, a
name alone) below the greater part of the prose, with nothing but furniture behind it; its turns are signed by different
people of whom the article says nothing; they are short, and someone says "I", asks, addresses another, or advertises.
Interviews and chats begin above most of their prose, and their speakers return; lists of persons have no such voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.document.plain.features import Features
from sayso.document.spam.judge import score_signs
from sayso.document.spam.signs import find_signs

#: Share of the page's prose that stands above the first turn.
ABOVE = 0.5
#: A turn is at most so many units long.
LONGEST_TURN = 4
#: Runs of more turns are judged by their first ones.
MOST_JUDGED = 12
#: The most that a run of turns says for its being a thread (log-odds).
STRONGEST = 3.0
#: "raul_iza", "old river", "Mekdes A.", "cargo-leads.biz"
_HANDLE = re.compile(r"(?=.*[a-z])[^\sA-Z]{3,}|\S*[_\d]\S*|.* [A-Z]\.|[A-Z]\. \S+|.*[-.]\w+\.\w{2,}")
#: a date, or the age that reporters give of those they ask
_NO_SIGNATURE = re.compile(r"^\d|[,(] ?\d{1,2}\)?$")
#: the hour alone stands in programmes and timetables
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}")
#: From this probability of spam a turn is an advertisement.
_SPAM = 0.5
_BULLETS = "*•-–—> "
#: Below lines of these kinds prose is none of the article's.
_BEYOND = frozenset({"widget_heading", "related_heading", "comment_form", "author_box", "footer"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn begins at unit ``at`` with a line of the form ``form``, signed ``name``."""

    at: int
    form: str
    name: str


@dataclass(frozen=True, slots=True)
class Run:
    """Units ``[first, end)`` are turns, with ``strength`` > 0 (log-odds) for their being a thread; ``head`` is the unit
    above that may be its heading; ``last``: the turns are signed below their text."""

    first: int
    end: int
    strength: float
    head: int | None
    last: bool = False


def _turn(features: Sequence[Features], at: int) -> Turn | None:
    f = features[at]
    below = features[at + 1] if at + 1 < len(features) else None
    sign = f.signed or f.loosely
    if f.byline and "byline" in f.hits:
        return None
    if sign and not f.prose and not f.hits and not _CLOCK.fullmatch(sign[1]):
        return Turn(at, "signed", sign[0])
    if f.says and f.says[0] and not f.prose and below is not None:
        return Turn(at, "signed", f.says[0])
    if f.inline and len(f.inline.body.split()) >= 3 and not f.hits and not _NO_SIGNATURE.search(f.inline.author):
        return Turn(at, "inline", f.inline.author.lstrip(_BULLETS))
    short = f.words <= 4 and not f.stops and not f.hits and not f.menu and not f.menu_word and not f.date
    if short and f.name >= 0.5 and below is not None:
        if below.date:
            return Turn(at, "signed", f.bare)
        if below.words >= 4 and (below.stops or below.informal) and not below.hits:
            return Turn(at, "name", f.bare)
    return None


def find_run(features: Sequence[Features]) -> Run | None:
    """The last run of turns of the page, if it looks like a thread; linear in the length of the text."""
    total = sum(f.words for f in features if f.prose)
    above, start = 0, None
    for i, f in enumerate(features):
        if above >= ABOVE * total > 0:
            start = i
            break
        above += f.words if f.prose else 0
    if start is None:
        return None
    turns: list[Turn] = []
    elsewhere = False
    for i in range(start, len(features)):
        if features[i].hits & {"widget_heading", "comment_heading"}:
            elsewhere = "widget_heading" in features[i].hits
        turn = _turn(features, i)
        if turn and not elsewhere:
            turns.append(turn)
    best: Run | None = None
    for form in ("signed", "inline", "name"):
        chain: list[Turn] = []
        for turn in (t for t in turns if t.form == form):
            if chain and turn.at - chain[-1].at > LONGEST_TURN + 1:
                best = _better(best, _judged(features, chain))
                chain = []
            chain.append(turn)
        best = _better(best, _judged(features, chain))
    return best


def _better(a: Run | None, b: Run | None) -> Run | None:
    return b if a is None or (b is not None and b.strength > a.strength) else a


def _judged(features: Sequence[Features], chain: Sequence[Turn]) -> Run | None:
    """The chain as a run, with what speaks for and against its being a thread; ``None`` where too little does."""
    if len(chain) < 2:
        return None
    period = max(b.at - a.at for a, b in pairwise(chain))
    first, end = chain[0].at, min(len(features), chain[-1].at + max(period, 1 if chain[0].form == "inline" else 2))
    last = chain[0].form != "inline" and _signed_below(features, chain)
    if last:
        first, end = first - 1, chain[-1].at + 1
    for f in features[end:]:
        if f.hits & _BEYOND:
            break
        if f.prose and not f.hits:
            return None  # the article goes on
    prose = " ".join(f.unit.text for f in features[:first] if f.prose)
    names = [t.name for t in chain]
    known = sum(_last_word(n) in prose for n in names)
    voices = handles = adverts = 0
    judged = chain[:MOST_JUDGED]
    for turn, after in zip(judged, (*(t.at for t in chain[1:]), end), strict=False):
        own = features[turn.at - last : after - last]
        inline = own[0].inline if turn.form == "inline" else None
        body = " ".join([inline.body if inline else "", *(f.unit.text for f in (own[:-1] if last else own[1:]))])
        voices += any(f.informal or f.unit.text[-1] in "?!" for f in own)
        handles += bool(_HANDLE.fullmatch(turn.name))
        adverts += score_signs(find_signs(turn.name, body, topic=prose[:2000])) >= _SPAM
    head = first - 1 if first and features[first - 1].words <= 7 and not features[first - 1].stops else None
    strength = {"signed": 2.0, "inline": -0.5, "name": -1.0}[chain[0].form]
    strength += 0.5 * (min(len(chain), 4) - 2) + (0.5 if head is not None else 0.0)
    strength += 2.0 * min(adverts, 1) + 1.5 * voices / len(judged) + 1.5 * handles / len(judged)
    strength -= 2.0 * known / len(chain) + 3.0 * (1 - len(set(names)) / len(chain))
    if strength <= 0:
        return None
    return Run(first, end, min(STRONGEST, strength), head, last)


def _signed_below(features: Sequence[Features], chain: Sequence[Turn]) -> bool:
    """Do most lines with a name begin with a dash, or stand right below a text with a blank line behind?"""
    at = chain[0].at
    if at > 1 and "comment_heading" in features[at - 2].hits and features[at - 1].words > features[at].words:
        return True  # the heading, a text, and only then a name
    below = 0
    for turn in chain:
        f = features[turn.at]
        after = features[turn.at + 1] if turn.at + 1 < len(features) else None
        parted = f.unit.gap == 0 and (after is None or after.unit.gap > 0)
        below += f.unit.text[0] in "—–~-" or parted
    return at > 0 and below > 0.6 * len(chain)


def _last_word(name: str) -> str:
    words = [w for w in name.split() if len(w.strip(".")) > 2]
    return words[-1] if words else name
