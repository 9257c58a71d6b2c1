"""The expression round a number: sign, range, unit, bounds, rate and what is counted, from left to right."""

from __future__ import annotations

from sayso.measures.numbers import whole
from sayso.measures.quantities import excluded
from sayso.measures.quantities.after import settled, unit_after
from sayso.measures.quantities.change import Bare, part_compared
from sayso.measures.quantities.counted import Noun, noun_after, noun_of, place_after, unit_of
from sayso.measures.quantities.draft import Draft, shown
from sayso.measures.quantities.kept import fraction_in_figures, is_name, kept
from sayso.measures.quantities.leads import lead_before, tail_after
from sayso.measures.quantities.lists import directed, listed
from sayso.measures.quantities.number import Number, number_at, ratio_after
from sayso.measures.quantities.ranges import range_at
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.units import Unit, per_at, sign_before, unit_at
from sayso.measures.quantities.words import HYPHENS, Words

#: Kinds of value that are said of the subject of a verb.
_TOLD_OF = frozenset({"money", "price", "rate", "percentage", "points", "mass", "volume", "power", "energy"})


def expression_at(words: Words, at: int, floor: int, syntax: Syntax) -> tuple[Draft | Bare | None, int]:
    """The quantity or bare change whose number begins at a word, and where to go on.

    Nothing before the word ``floor`` is taken: it belongs to another quantity.
    """
    number = number_at(words, at)
    if number is None:
        return None, at + 1
    if number.kind == "fraction":
        bare = part_compared(words, number, floor)
        if bare is not None:
            return bare, bare.last
        ordinal = words.low[number.first] in {"a", "an"} and words.low[number.last - 1] not in {"half", "quarter"}
        if ordinal and words.at(number.last) != "of":
            return None, number.last  # "a fourth person"
    if number.kind == "one" and words.at(number.first - 1) in listed("no_one") and unit_at(words, number.last) is None:
        return None, number.last
    ratio = ratio_after(words, number)
    if ratio is not None:
        number = ratio
    beyond = excluded.inside_token(words, number)
    if beyond:
        sign = sign_before(words, number.first, floor)
        if sign is None or beyond != number.last:
            return None, max(beyond, number.last)
    if excluded.is_ordinal(words, number) or excluded.is_clock(words, number) or excluded.is_date(words, number):
        return None, number.last
    return _Reader(words, floor, syntax).read(number)


class _Reader:
    """What stands round the numbers of one text; nothing before the word ``floor`` belongs to them."""

    def __init__(self, words: Words, floor: int, syntax: Syntax) -> None:
        self.words, self.floor, self.syntax = words, floor, syntax

    def read(self, number: Number) -> tuple[Draft | None, int]:
        """The quantity of a number, null where it is none, and the word to go on from."""
        words = self.words
        sign = sign_before(words, number.first, self.floor)
        first = sign[0] if sign else number.first
        currency = sign[1] if sign else None
        negative, first = self._negative(first)
        unit = unit_after(words, number, currency)
        if number.ambiguous:
            number, unit = settled(words, self.syntax, number, currency)
        draft = range_at(words, self.syntax, self.floor, number, first, currency, unit, negative=negative)
        if draft is None:
            low, high = number.low, number.high
            if number.kind == "fraction" and unit is None and not fraction_in_figures(self.words, number):
                low = high = whole(round(number.value * 100, 6))
            if negative and high is not None:
                low, high = -high, -low
            end = unit.last if unit else number.last
            draft = Draft(first, end, low, high, _RULES[number.kind], number.last - 1, steps=[self._said(number)])
            draft.approximate = number.kind.startswith("vague")
        elif draft.low is None:
            return None, draft.last
        self._measured(draft, unit, currency, number)
        self._meant(draft, number)
        if draft.unit is None:
            self._counted(draft, number)
        elif draft.rule == "fraction" and words.at(draft.last) != "of":
            self._shared(draft)
        elif draft.kind not in {"age"}:
            self._rated(draft)
        if draft.of is None and draft.unit is not None and draft.kind != "count":
            self._dimension_of(draft)
        if draft.of is None and draft.kind in _TOLD_OF and self.syntax:
            self._told_of(draft)
        return kept(words, draft, number)

    def _dimension_of(self, draft: Draft) -> None:
        """*an average cost of $20 per barrel*, *at a depth of 40 km*: the noun before *of*, with one word before it."""
        words, at = self.words, draft.first - 2
        if words.at(draft.first - 1) != "of" or words.at(at) not in listed("dimensions"):
            return
        before = at - 1
        known = words.at(before) in listed("determiners") or words.kind[before] != "w" or before < 0
        draft.of = words.span(at if known else before, at + 1)
        draft.steps.append(f"“{draft.of} of” before it")

    def _told_of(self, draft: Draft) -> None:
        """*its oil production jumped to 885,000 barrels*: what is measured is the subject of the verb of change or of
        being."""
        verb = next((at for at in range(draft.first - 1, max(-1, draft.first - 9), -1) if self._tells(at)), None)
        if verb is None:
            return
        subject = self.syntax.subject(verb, 25)
        if subject is not None and self.words.kind[subject[1] - 1] == "w":
            draft.of = self.words.span(*subject)
            draft.steps.append(f"said of “{draft.of}”")

    def _tells(self, at: int) -> bool:
        word = self.words.low[at]
        return word in listed("tells") or (word in directed("moved") and word not in listed("transitive"))

    def _said(self, number: Number) -> str:
        said = self.words.span(number.first, number.last)
        value = shown(number.low, number.high)
        return f"{said}, in figures" if said in {value, value.replace(",", "")} else f"“{said}” is {value}"

    def _negative(self, first: int) -> tuple[bool, int]:
        words = self.words
        before = words.at(first - 1)
        if first - 1 < self.floor:
            return False, first
        if before == "minus" or (before in HYPHENS and words.at(first - 2) == "minus"):
            return True, first - (1 if before == "minus" else 2)
        figure = words.kind[first] in "fs" and words.at(first - 2) not in {"", "\n"}
        if before in {"-", "−", "–"} and figure and words.is_glued(first) and not words.is_glued(first - 1):
            return True, first - 1
        if before == "+" and words.is_glued(first) and not words.is_glued(first - 1):
            return False, first - 1
        return False, first

    def _measured(self, draft: Draft, unit: Unit | None, currency: str | None, number: Number) -> None:
        if not draft.is_range:
            if currency:
                draft.unit, draft.kind = currency, "money"
                trail = unit_at(self.words, draft.last)
                if trail is not None and trail.kind == "money" and trail.label in {draft.unit, "USD"}:
                    draft.last = trail.last
                elif self.words.raw(draft.last) in {"US", "U.S."}:
                    draft.last += 1
                self._hundredths(draft, draft.last)
            elif unit:
                draft.unit, draft.kind = unit.label, unit.kind
                if unit.kind == "money":
                    self._hundredths(draft, unit.last)
            elif number.kind == "fraction" and not fraction_in_figures(self.words, number):
                draft.unit, draft.kind = "percent", "percentage"
        if draft.unit:
            draft.steps.append(f"unit {draft.unit}, by the table of units")

    def _hundredths(self, draft: Draft, at: int) -> None:
        """*thirteen dollars forty-five cents* is one sum."""
        words = self.words
        number = number_at(words, at + 1 if words.at(at) == "and" else at)
        unit = unit_at(words, number.last) if number is not None else None
        if number is None or unit is None or unit.label not in {"cent", "pence"} or number.value >= 100:
            return
        if draft.low is not None and draft.unit not in {"cent", "pence"}:
            draft.low = draft.high = whole(draft.low + number.value / 100)
            draft.last, draft.number = unit.last, number.last - 1

    def _meant(self, draft: Draft, number: Number) -> None:
        words = self.words
        lead = lead_before(words, draft.first, self.floor, self.syntax)
        if number.kind in {"one"} and lead.words and lead.words[-1] in {"the", "all", "its", "another"}:
            lead.definite = True
        bound = lead.bound
        draft.approximate |= lead.about
        draft.first = lead.first
        if lead.definite and lead.bound is None and not lead.about and number.kind == "words" and number.value <= 2:
            draft.weak = "definite"
        if lead.words:
            said = " ".join(lead.words)
            if bound or lead.about:
                draft.steps.append(f"“{said}”: {_BOUND[bound]}" if bound else f"“{said}”: approximate")
        tail = tail_after(words, draft.last)
        if (
            draft.unit == "year"
            and draft.kind == "duration"
            and any(phrase.endswith(" age of") for phrase in lead.words)
        ):
            draft.kind = "age"
        elif draft.unit is None and any(
            phrase.endswith(" age of") or phrase in listed("aged") for phrase in lead.words
        ):
            draft.unit, draft.kind = "year", "age"
        if tail is not None:
            end, name, said = tail
            draft.last, draft.number = end, end - 1
            if name == "about":
                draft.approximate = True
            else:
                bound = name
            draft.steps.append(f"“{said}”: {_BOUND[bound] if name != 'about' and bound else 'approximate'}")
            if draft.unit is None:
                unit = unit_at(words, end)
                if unit:
                    draft.unit, draft.kind, draft.last = unit.label, unit.kind, unit.last
        if draft.is_range:
            return
        if bound == "low":
            draft.high = None
        elif bound == "high":
            draft.low = None if number.kind != "vague" else draft.low
            if number.kind == "vague" and draft.high is None:
                draft.high = number.low

    def _rated(self, draft: Draft) -> None:
        words = self.words
        of = noun_of(words, draft.last, self.syntax)
        per = per_at(words, draft.last)
        if of is not None and per is None:
            per = per_at(words, of.last)
            draft.of = words.span(of.first - self._determiner(of), of.last)
            if per is not None or draft.kind in {"percentage", "mass", "volume", "length", "area"}:
                draft.last = of.last if per is not None or draft.kind != "percentage" else draft.last
        if per is None:
            draft.noun = None
            return
        draft.last = per[0]
        draft.kind = "rate" if draft.kind != "money" or per[1] in listed("wage_periods") else "price"
        draft.unit = f"{draft.unit}/{per[1]}"
        draft.steps.append(f"rate: for each {per[1]}")

    def _shared(self, draft: Draft) -> None:
        """*one in five women*, *half the crew*: what the part is a part of."""
        words = self.words
        first = draft.last + (
            1 if words.at(draft.last) in {"the", "its", "their", "his", "her", "our", "all", "those"} else 0
        )
        noun = noun_after(words, first, draft.number, self.syntax)
        if noun is not None:
            draft.of = words.span(noun.first, noun.last)

    def _determiner(self, noun: Noun) -> int:
        return 1 if self.words.at(noun.first - 1) not in {"of", "all"} else 0

    def _counted(self, draft: Draft, number: Number) -> None:
        words = self.words
        if words.at(draft.last) in HYPHENS and words.at(draft.last + 1) == "strong":
            draft.unit, draft.kind, draft.last = "people", "count", draft.last + 2  # "a 2,500-strong force"
            return
        noun = noun_after(words, draft.last, draft.number, self.syntax)
        if noun is not None and is_name(words, noun, number):
            draft.weak = "a name follows"
            return
        tied = None if noun else noun_of(words, draft.last, self.syntax)
        found = noun or tied
        if found is None:
            return
        head = words.span(found.first, found.last)
        draft.noun = head
        draft.of = head + place_after(words, found.last)
        draft.unit, draft.kind = unit_of(words.raw(found.head)), "count"
        if draft.unit == "people" and head.lower() in {"people", "persons"} and draft.of == head:
            draft.of = None
        draft.last = found.last
        draft.steps.append(f"counts “{head}”")
        further = noun_of(words, found.last, self.syntax)
        if further is not None and place_after(words, found.last) == "" and noun is not None:
            draft.of = words.span(found.first, further.last)
        per = per_at(words, found.last) or (per_at(words, further.last) if further else None)
        if per is not None and words.at(found.last) != "each":
            draft.unit, draft.kind, draft.last = f"{draft.unit}/{per[1]}", "rate", per[0]
            draft.steps.append(f"rate: for each {per[1]}")


_RULES = {
    "figure": "number",
    "words": "number",
    "one": "number",
    "fraction": "fraction",
    "vague": "vague",
    "vague people": "vague",
}
_BOUND: dict[str | None, str] = {"low": "the least", "high": "the most", None: ""}
