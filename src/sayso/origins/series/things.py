"""What a figure measures: of what, by which definition, of whom, where and when; and whether two measure one thing."""

from __future__ import annotations

import datetime as dt
import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.nouns.folding import fold
from sayso.nouns.found import FoundFigure
from sayso.origins.series.definitions import Definition, definition
from sayso.origins.series.known import PageWords
from sayso.origins.series.question import Question
from sayso.origins.series.reports import as_of
from sayso.origins.words import head, stem, stems

#: reports of one event stand within so many days: of a toll that is told later, the event has another name
_EVENT_DAYS = 60


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure measures, made comparable.

    ``words`` are the stems of what is counted beside its noun, ``text`` those of the claim; ``names`` and ``countries``
    are of the places that the claim speaks of, ``home`` the country that its page speaks of most.
    """

    definition: Definition | None
    words: frozenset[str]
    text: frozenset[str]
    written: str
    names: frozenset[str]
    countries: frozenset[str]
    home: str | None
    when: tuple[dt.date, dt.date] | None
    page: PageWords

    @classmethod
    def of(cls, figure: FoundFigure, page: PageWords) -> Measured:
        thing = fold(figure.of or "")
        noun = head(thing)
        noun = "" if noun in general() else noun
        rest = frozenset(stems(thing)) - {stem(noun) if noun else ""} - general_stems()
        # what stands for people (*Moscow said*) or for where they are from is no place of the claim
        places = [place for place in figure.places if place.use in ("literal", None)]
        names = {fold(name) for place in places for name in (place.text, place.name) if name}
        dates = as_of(figure)
        return cls(
            definition=definition(noun, rest),
            words=rest,
            text=frozenset(stems(figure.claim.text)),
            written=" ".join(filter(None, (figure.of, figure.claim.text))),
            names=frozenset(names),
            countries=frozenset(place.country for place in places if place.country),
            home=page.countries[0] if page.countries else None,
            when=_dates(dates.from_, dates.to) if dates else None,
            page=page,
        )

    def where(self) -> frozenset[str]:
        """The countries of the claim's places; else the one that the page speaks of most."""
        return self.countries or frozenset(filter(None, (self.home,)))

    def one_with(self, other: Measured, asked: Question | None = None) -> bool:
        """Whether both can be figures of one thing, as far as words, places and times tell.

        Of figures that answer one question it is known that they count the same, and, where it asks for a place, that
        they are of that place.
        """
        if asked is None and not self._counts_as(other):
            return False
        here, there = self.where(), other.where()
        if here and there and not here & there and not (asked and asked.where):
            return False
        event = any(each.definition is not None and each.definition.event for each in (self, other))
        return not event or _near(self.when, other.when)

    def _counts_as(self, other: Measured) -> bool:
        if self.definition is None or self.definition != other.definition:
            return False
        return self.words <= other.words or other.words <= self.words


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
def general() -> frozenset[str]:
    """Nouns that count persons or things without saying which."""
    return frozenset(load("figure_policies.yaml")["general"])


@functools.cache
def general_stems() -> frozenset[str]:
    """Their stems."""
    return frozenset(map(stem, general()))


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
