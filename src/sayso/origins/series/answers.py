"""Whether a figure answers a question for a measured thing, and what has to be assumed for that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sayso.nouns.folding import fold
from sayso.nouns.series import Assumed
from sayso.origins.matching.tables import things
from sayso.origins.series.question import Question
from sayso.origins.series.things import Thing, acronym_in, general_stems, named
from sayso.origins.words import stems

_TITLE = "“{}” stands in the page's title, not in the claim"


class Answering:
    """One figure held against a question: what of it the claim says, and what only the page does."""

    def __init__(self, thing: Thing, asked: Question, countries: Sequence[str]) -> None:
        self._thing, self._asked, self._countries = thing, asked, frozenset(countries)
        self._spelt = {key: word for word in fold(asked.text).split() for key in stems(word)}
        #: what had to be assumed
        self.assumed: list[Assumed] = []
        #: whether it is of whom and of where it was asked for
        self.near = self._of_whom() and self._there()
        #: whether it counts what was asked for, by that definition
        self.answers = self.near and self._counts()

    def _counts(self) -> bool:
        ours, asked = self._thing.counted, self._asked.counted
        if asked.measure is not None and (ours.measure is None or ours.measure.label != asked.measure.label):
            return False
        if not self._thing.is_claimed or not self._is_such_a_number():
            return False
        return self._is_of(self._asked.noun) if self._asked.noun else True

    def _is_such_a_number(self) -> bool:
        """A count for a count; what has a unit where that is asked for, or where it is a number of the very noun."""
        ours, asked = self._thing.figure, self._asked.counted.figure
        counts = ("count", "ratio")
        if asked.kind not in counts:
            return ours.kind not in counts
        return ours.kind in counts or self._asked.noun in stems(ours.of or "")

    def _is_of(self, noun: str) -> bool:
        ours = self._thing.counted
        if noun in general_stems():
            return ours.group in (None, "people", "fighters", "workers") or ours.lent
        if ours.figure.kind not in ("count", "ratio"):
            return self._says(noun)
        if ours.thing == noun and not ours.lent:
            return True
        group, general = things().get(noun, (None, False))
        if group is not None and group == ours.group and (general or noun == ours.thing):
            return True
        # the number stands without its noun, or with one that may mean any: the noun is elsewhere
        return (ours.thing is None or ours.lent or ours.general) and self._says(noun)

    def _says(self, word: str, kind: Literal["what", "about"] = "what") -> bool:
        it = self._thing
        if word in it.words or word in it.text:
            return True
        return word in it.page.title and self._assume(kind, _TITLE.format(self._spelt.get(word, word)))

    def _of_whom(self) -> bool:
        title = self._thing.figure.document.title or ""
        for acronym in self._asked.acronyms:
            if acronym_in(acronym, self._thing.written):
                continue
            if not acronym_in(acronym, title):
                return False
            self._assume("what", _TITLE.format(acronym))
        return all(map(self._says, self._asked.words)) and all(self._says(w, "about") for w in self._asked.about)

    def _there(self) -> bool:
        where, it = self._asked.where, self._thing
        if where is None:
            return True
        name = fold(where)
        if named(name, it.names) or it.countries & self._countries or named(name, (fold(it.written),)):
            return True
        if it.countries and self._countries:
            return False  # the claim says that it is elsewhere
        if named(name, it.page.names) or self._countries & set(it.page.countries):
            return self._assume("where", f"{where} is named on the page, not in the claim")
        return False

    def _assume(self, kind: Literal["what", "about", "where"], why: str) -> bool:
        made = Assumed(kind=kind, why=why)
        if made not in self.assumed:
            self.assumed.append(made)
        return True
