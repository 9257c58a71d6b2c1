"""What a figure measures, by which definition, of whom, where and when; and whether two figures measure one thing."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from sayso.lexicon import load
from sayso.nouns import Figure, Statement, When, Where
from sayso.nouns.folding import fold
from sayso.nouns.found import FoundFigure
from sayso.origins.matching import intervals
from sayso.origins.matching.facts import facts
from sayso.origins.matching.measured import Measured
from sayso.origins.matching.tables import never, things, triggers
from sayso.origins.series.known import Known, PageWords
from sayso.origins.series.reports import as_of, claim_key
from sayso.origins.statements import figure_of
from sayso.origins.words import stem, stems

#: reports of one event stand within so many days: of a toll that is told later, the event has another name
_EVENT_DAYS = 31
#: a name in capitals, which may look like a word that says nothing: *IS*, *UN*
_ACRONYM = re.compile(r"(?<!\w)[A-Z]{2,}(?!\w)")
#: from here on :class:`~sayso.origins.matching.intervals.Match` says that both are of one measure
ONE_MEASURE = 0.75


@dataclass(frozen=True, slots=True)
class Thing:
    """What one figure measures, made comparable.

    ``words`` say of whom or of what sort (*British* nationals, *IS* fighters), ``text`` those of the claim,
    ``written`` the claim itself; ``names`` and ``countries`` are of the places that it speaks of, ``home`` the country
    that its page speaks of most, if any.
    """

    figure: FoundFigure
    counted: Measured
    words: frozenset[str]
    text: frozenset[str]
    written: str
    names: frozenset[str]
    countries: frozenset[str]
    home: frozenset[str]
    when: tuple[dt.date, dt.date] | None
    page: PageWords

    @property
    def label(self) -> str | None:
        """The measure by which it is counted (*killed*); null where no word tells."""
        return self.counted.measure.label if self.counted.measure else None

    @property
    def population(self) -> str | None:
        """The group of persons or things that is counted (*fighters*, *members*); null where the noun is in none."""
        return _populations().get(self.counted.thing or "", self.counted.group)

    def apart(self, other: Thing) -> str | None:
        """Why two figures are counted by different definitions, as half a sentence; null where they need not be."""
        populations = frozenset(filter(None, (self.population, other.population)))
        return intervals.apart(self.counted, other.counted) or never().get(populations)

    @property
    def is_claimed(self) -> bool:
        """Whether it is how many there are: not how many there are not, how many more, or how many of those."""
        return self.counted.part in ("claimed", "reference")

    @property
    def is_count(self) -> bool:
        """Whether it is a number of things: those need no unit, and none is converted."""
        return self.figure.kind in ("count", "ratio")

    @property
    def sort(self) -> tuple[object, ...]:
        """Figures of different sorts are of different things, unless their claims were judged together."""
        what = (self.label,) if self.label else (None, self.counted.thing)
        return self.is_count, *what

    @property
    def says_what(self) -> bool:
        """Whether the words tell what is counted."""
        if self.counted.measure is not None:
            return True
        return self.counted.thing is not None and not self.counted.lent and bool(self.figure.of)

    def one_with(self, other: Thing, known: Known, *, judged: bool, asked: bool, placed: bool) -> bool:
        """Whether both are figures of one thing, as far as words, places, times and judgements tell.

        ``judged``: their claims, of two pages, were judged together. Of figures that answer one question (``asked``) it
        is known that they count the same; where it asks for a place (``placed``), that they are of that place.
        """
        if not (self.is_claimed and other.is_claimed) or self.is_count != other.is_count:
            return False
        # what costs least comes first: many figures are held against many
        if not judged and not (
            self._counts_as(other, asked=asked) and self._there_and_then(other, known, placed=placed)
        ):
            return False
        found = intervals.agreement(self.counted, other.counted)
        if found is None or self.apart(other) is not None or not (self.is_count or self._converts(other)):
            return False
        agreement, measure = found
        if judged:
            # claims that were judged may hold several figures: those that agree belong together, and those of a measure
            return measure >= ONE_MEASURE or (measure > 0 and agreement != "disjoint")
        if agreement != "disjoint":
            return True
        if claim_key(self.figure) == claim_key(other.figure):
            return False  # *31,204 votes for one and 30,871 for the other*: a sentence does not contradict itself
        # with no measure named, numbers of one noun that disagree are of one thing only if that was asked for
        # (*IS fighters*, of whom it is said which, are one thing however many there are)
        return asked or self.label is not None or bool(self.words)

    def _converts(self, other: Thing) -> bool:
        ours, theirs = self.figure.unit, other.figure.unit
        return ours == theirs or (ours is not None and theirs is not None and _convertible(ours, theirs))

    def _counts_as(self, other: Thing, *, asked: bool) -> bool:
        return self.label == other.label and (asked or self.alike(other))

    def alike(self, other: Thing) -> bool:
        """Whether two figures of one measure, or of none, are in so many words of the same persons or things."""
        ours, theirs = self.counted, other.counted
        if ours.measure is None and ours.thing != theirs.thing:
            return False  # no measure ties them: *suspects* and *firefighters* are both people
        return (self.words <= other.words or other.words <= self.words) and self.says_what and other.says_what

    def _there_and_then(self, other: Thing, known: Known, *, placed: bool) -> bool:
        if not self.is_event:
            return placed or self._same_country(other)
        if not _near(self.when, other.when):
            return False
        # one page may tell of two events, so times are compared even where pages tell of one
        one = placed or known.one_event(self.figure.document.id, other.figure.document.id)
        return self._same_country(other) if one is None else one

    def _same_country(self, other: Thing) -> bool:
        here, there = self.countries or self.home, other.countries or other.home
        return not (here and there) or bool(here & there)

    @property
    def is_event(self) -> bool:
        """Whether what is counted happened at one time: another event has figures of its own."""
        measure = self.counted.measure
        return measure is not None and measure.of in ("people", "things") and measure.label not in _states()


def things_of(figures: Sequence[FoundFigure], known: Known) -> list[Thing]:
    """What each of some figures measures, in their order; changes alone (*up 5 %*) measure nothing and are left out."""
    by_claim: dict[str, list[FoundFigure]] = {}
    for figure in figures:
        if figure.low is not None or figure.high is not None:
            by_claim.setdefault(claim_key(figure), []).append(figure)
    made: dict[tuple[str, str], Thing] = {}
    for claim, group in by_claim.items():
        inside = sorted(group, key=lambda figure: figure.start)
        measured = facts(_statement(inside)).figures
        for figure, counted in zip(inside, measured, strict=True):
            page = known.pages.get(figure.document.id, PageWords())
            made[claim, figure.id] = _thing(figure, counted, page)
    return [made[key] for figure in figures if (key := (claim_key(figure), figure.id)) in made]


def _thing(figure: FoundFigure, counted: Measured, page: PageWords) -> Thing:
    # what stands for people (*Moscow said*) or for where they are from is no place of the claim
    places = [place for place in figure.places if place.use in ("literal", None)]
    own = set(stems(fold(figure.of or "")))
    dates = as_of(figure)
    return Thing(
        figure=figure,
        counted=counted,
        words=frozenset(word for word in own if tells_which(word) and word != counted.thing)
        | frozenset(_ACRONYM.findall(figure.of or "")),
        text=frozenset(stems(figure.claim.text)),
        written=" ".join(filter(None, (figure.of, figure.claim.text))),
        names=frozenset(fold(name) for place in places for name in (place.text, place.name) if name),
        countries=frozenset(place.country for place in places if place.country),
        home=frozenset(page.countries[:1]),
        when=_dates(dates.from_, dates.to) if dates else None,
        page=page,
    )


def _statement(figures: Sequence[FoundFigure]) -> Statement:
    """The claim of some figures, as far as comparing figures needs it."""
    first = figures[0]
    # the key says which of the claim's figures it has: what is worked out of it is remembered by that
    return Statement(
        document=f"{first.document.id}?{','.join(figure.id for figure in figures)}",
        claim=first.claim.id,
        position=0,
        start=first.claim.start,
        end=first.claim.end,
        content=((first.claim.start, first.claim.end),),
        text=first.claim.text,
        quote=first.claim.text,
        status=first.claim.status,
        polarity="affirmed",
        negation=None,
        chain=(),
        figures=tuple(map(figure_of, figures)),
        times=tuple(When(time=time.id, from_=time.from_, to=time.to, text=time.text) for time in first.times),
        places=tuple(
            Where(
                place=place.id,
                name=place.name or place.text,
                entry=place.gazetteer,
                kind=place.kind,
                country=place.country,
                lat=place.lat,
                lon=place.lon,
                radius_km=place.radius_km,
            )
            for place in first.places
        ),
        parties=(),
        words=stems(first.claim.text),
        context=(),
    )


def wanted(noun: str, words: Iterable[str], text: str, kind: str = "count", unit: str | None = None) -> Measured:
    """What a question asks for, as if a figure of it stood in a claim. ``noun`` and ``words`` are stems."""
    figure = Figure(
        quantity="q1",
        text=text,
        low=1.0,
        high=1.0,
        approximate=False,
        unit=unit,
        kind=kind,
        of=text,
        head=noun,
        words=tuple(words),
    )
    claim = _QUESTION
    (found,) = facts(msgspec.structs.replace(claim, document=f"?{text}", text=text, figures=(figure,))).figures
    return found


_QUESTION = Statement(
    document="?",
    claim="c1",
    position=0,
    start=0,
    end=0,
    content=(),
    text="",
    quote="",
    status="asked",
    polarity="affirmed",
    negation=None,
    chain=(),
    figures=(),
    times=(),
    places=(),
    parties=(),
    words=(),
    context=(),
)


def tells_which(word: str) -> bool:
    """Whether a stem says of whom or of what sort, and not merely that something is counted, or by what measure."""
    group = things().get(word)
    return word not in general_stems() and word not in triggers() and not (group and group[1])


def acronym_in(acronym: str, text: str) -> bool:
    """Whether a text holds an acronym, in capitals, or a name that it stands for: *IS*, *Islamic State*."""
    if re.search(rf"(?<!\w){re.escape(acronym)}(?!\w)", text):
        return True
    names = re.findall(r"(?:\b[A-Z][\w’'-]*(?:\s+(?:of|the|and|for)\b)?\s*){2,}", text)
    return any(acronym in "".join(word[0] for word in name.split() if word[0].isupper()) for name in names)


def named(name: str, among: Iterable[str]) -> bool:
    """Whether a folded name is one of these, or stands within one as whole words: *libya* in *southern libya*."""
    return any(f" {name} " in f" {each} " for each in among)


@functools.cache
def general_stems() -> frozenset[str]:
    """Stems of nouns that count persons or things without saying which."""
    return frozenset(map(stem, load("figure_policies.yaml")["general"]))


@functools.cache
def _populations() -> dict[str, str]:
    groups = load("figure_policies.yaml")["populations"]
    return {stem(word): group for group, words in groups.items() for word in words}


@functools.cache
def _states() -> frozenset[str]:
    return frozenset(load("figure_policies.yaml")["states"])


@functools.lru_cache(maxsize=4096)
def _convertible(unit: str, other: str) -> bool:
    from sayso.measures.quantities.convert import converted  # brings in pint, which few series need

    return converted(1, unit, other) is not None


def _near(a: tuple[dt.date, dt.date] | None, b: tuple[dt.date, dt.date] | None) -> bool:
    if a is None or b is None:
        return True
    gap = max(a[0] - b[1], b[0] - a[1])
    return gap <= dt.timedelta(days=_EVENT_DAYS)


def _dates(first: str | None, last: str | None) -> tuple[dt.date, dt.date] | None:
    try:
        begin, end = (dt.date.fromisoformat(day) for day in (first or last or "", last or first or ""))
    except ValueError:  # open on both sides, or before the years that the calendar has
        return None
    return begin, end
