"""Who a pronoun can point to: the figures of a document while it is read from its beginning to its end."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from typing import Literal

from sayso.lexicon import load
from sayso.nouns.mention import EntityType
from sayso.speakers.entities import Member
from sayso.speakers.lexicon import Number
from sayso.speakers.scene import Spot

Evidence = Literal["name", "words", "pronoun"]
Form = Literal["name", "pronoun", "nominal"]

#: Places of earlier mentions that are remembered.
_KEPT = 4
_ONE = frozenset({"person", "other"})
_MANY = frozenset({"group", "organization", "outlet", "other", "place"})
_THING = frozenset({"organization", "outlet", "document", "place", "other", "group"})


@dataclass(slots=True)
class Figure:
    """Somebody or something that was mentioned. ``member`` is null for a description that has not spoken (yet).

    ``first`` is the sentence, ``token`` the word of its first mention. ``sex`` lies between -1 (he) and 1 (she), and is
    0 where nothing tells; ``told`` is what says so: a given name, words of the text, or an earlier pronoun. Both live
    as long as the reading of one document and are never part of it.
    """

    member: Member | None
    type: EntityType
    plural: bool
    text: str
    spot: Spot
    form: Form
    first: int
    token: int
    sex: float = 0.0
    told: Evidence = "name"
    named: int = 1  # how often the whole document gives its name
    count: int = 1
    spots: list[Spot] = field(default_factory=list)  # of its last mentions, the last one last

    def takes(self, number: Number) -> bool:
        """Whether a pronoun of that number can point here at all."""
        if number == "one":
            return self.type in _ONE and not self.plural
        if number == "many":
            return self.type in _MANY and (self.plural or self.member is not None or self.type != "other")
        return self.type in _THING and not self.plural and self.member is not None

    def seen(self, spot: Spot, form: Form) -> None:
        """Note another mention."""
        self.spot, self.form = spot, form
        self.spots = [*self.spots[1 - _KEPT :], spot]
        self.count += 1


@functools.cache
def _shares() -> dict[str, float]:
    return {row["name"]: int(row["share"]) / 50 - 1 for row in load("given_names.csv")}


@functools.cache
def _told_by_words() -> dict[str, float]:
    data = load("names.yaml")
    tables = (data["courtesy"], data["gendered_nouns"], load("speaker_words.yaml")["of_one_sex"]["words"])
    return {str(word): sign for sex, sign in (("m", -1.0), ("f", 1.0)) for table in tables for word in table[sex]}


def sex_of_name(name: str) -> float:
    """What a given name suggests: -1 (he) … 1 (she), 0 where it says nothing or there is none."""
    words = name.replace("-", " ").lower().split()
    return _shares().get(words[0], 0.0) if words else 0.0


def sex_of_word(word: str) -> float:
    """What a courtesy title or a noun says: *Mr* -1, *spokeswoman* 1, *mayor* 0."""
    return _told_by_words().get(word.lower().rstrip("."), 0.0)
