"""The expression round a number: sign, range, unit, bounds, rate and what is counted, from left to right."""

from __future__ import annotations

from dataclasses import replace

from sayso.measures.numbers import whole
from sayso.measures.quantities import excluded
from sayso.measures.quantities.change import Bare, direction_before, part_compared
from sayso.measures.quantities.counted import Noun, noun_after, noun_of, place_after, unit_of
from sayso.measures.quantities.draft import Draft
from sayso.measures.quantities.leads import lead_before, tail_after
from sayso.measures.quantities.lists import listed
from sayso.measures.quantities.number import Number, number_at, ratio_after
from sayso.measures.quantities.syntax import Syntax
from sayso.measures.quantities.units import Unit, per_at, sign_before, unit_at
from sayso.measures.quantities.words import HYPHENS, Words

_DASHES = frozenset("-‐‑–—")
_SINGLE = frozenset("gswhptvak")  # letters that are units only where they are glued to a figure


def expression_at(words: Words, at: int, floor: int, syntax: Syntax) -> tuple[Draft | Bare | None, int]:
    """The quantity or bare change whose number begins at a word, and where to go on; nothing before ``floor`` is taken."""
    number = number_at(words, at)
    if number is None:
        return None, at + 1
    if number.kind == "fraction":
        bare = part_compared(words, number, floor)
        if bare is not None:
            return bare, bare.last
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
    def __init__(self, words: Words, floor: int, syntax: Syntax) -> None:
        self.words, self.floor, self.syntax = words, floor, syntax

    def read(self, number: Number) -> tuple[Draft | None, int]:
        words = self.words
        sign = sign_before(words, number.first, self.floor)
        first = sign[0] if sign else number.first
        currency = sign[1] if sign else None
        negative, first = self._negative(first)
        unit = self._unit(number, currency)
        if number.ambiguous:
            number, unit = self._settled(number, currency)
        draft = self._range(number, first, currency, unit)
        if draft is None:
            low, high = number.low, number.high
            if number.kind == "fraction" and unit is None:
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
        return self._kept(draft, number)

    def _said(self, number: Number) -> str:
        return f"“{self.words.span(number.first, number.last)}” is {_shown(number.low, number.high)}"

    def _negative(self, first: int) -> tuple[bool, int]:
        words = self.words
        before = words.at(first - 1)
        if first - 1 < self.floor:
            return False, first
        if before == "minus" or (before in HYPHENS and words.at(first - 2) == "minus"):
            return True, first - (1 if before == "minus" else 2)
        if before in {"-", "−", "–"} and words.is_glued(first) and not words.is_glued(first - 1):
            return True, first - 1
        if before == "+" and words.is_glued(first) and not words.is_glued(first - 1):
            return False, first - 1
        return False, first

    def _unit(self, number: Number, currency: str | None) -> Unit | None:
        words, at = self.words, number.last
        if currency is not None:
            return None
        if words.at(at) in HYPHENS and words.is_glued(at) and words.is_glued(at + 1):
            at += 1
        unit = unit_at(words, at)
        if unit is None and words.at(at) == "(" and unit_at(words, at + 1) is not None:
            return None
        if unit is None:
            return None
        raw, glued = words.raw(at), words.is_glued(at)
        figure = words.kind[number.last - 1] == "f" or number.scale > 1
        letter = unit.last == at + 1 and len(raw) == 1 and raw.isalpha()
        apart = not glued and (raw.lower() in _SINGLE or (raw in "CFK" and number.value >= 1000))
        if letter and (not figure or apart):
            return None
        if unit.last == at + 1 and len(raw) <= 3 and not figure:
            return None
        if unit.label == "second" and raw.lower() == "second" and number.kind not in {"figure"} and number.value != 1:
            return None  # "the two second halves"
        if unit.label in {"degree"} and (words.is_glued(unit.last) and words.kind[unit.last] in "fw"):
            return None  # coordinates
        if unit.label == "times" and raw.lower() == "time" and number.kind != "one":
            return None
        return self._weighed(unit, at)

    def _weighed(self, unit: Unit, at: int) -> Unit:
        """Pounds of weight told from pounds sterling."""
        words = self.words
        if unit.label != "GBP" or words.at(at) not in {"pound", "pounds"}:
            return unit
        near = set(words.low[max(0, at - 8) : at]) | set(words.low[at + 1 : at + 4])
        weighs = near & {"weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "lbs"}
        hyphen = words.at(at - 1) in HYPHENS and words.at(at) == "pound"
        of = words.at(at + 1) == "of" and words.at(at + 2) not in {
            "aid",
            "debt",
            "public",
            "taxpayers'",
            "money",
            "funding",
        }
        return Unit("pound", "mass", unit.last) if weighs or hyphen or of else unit

    def _settled(self, number: Number, currency: str | None) -> tuple[Number, Unit | None]:
        """*35m people* is millions, *35m high* is metres: a short scale that a unit spells as well."""
        words = self.words
        after = unit_at(words, number.last)
        unit = unit_at(words, number.last - 1)
        if currency is not None:
            return number, None
        if after is not None and after.kind != "duration" and len(words.at(number.last)) > 1:
            return number, after
        scale = words.at(number.last - 1)
        follows = words.at(number.last)
        plural = noun_after(words, number.last, number.last - 1, self.syntax)
        counted = plural is not None and (
            words.low[plural.head].endswith("s") or unit_of(words.low[plural.head]) == "people"
        )
        of = follows == "of" and words.at(number.last + 1) in {"its", "the", "their", "those", "them", "these", "us"}
        if unit is None or scale in {"b"} or (scale != "mm" and (counted or of)):
            return number, None
        plain = replace(number, low=whole(number.low / number.scale), high=whole(number.low / number.scale), scale=1)
        return replace(plain, last=number.last - 1, ambiguous=False), unit

    def _range(self, number: Number, first: int, currency: str | None, unit: Unit | None) -> Draft | None:
        """Two numbers that bound one value. ``low`` of the draft is null where they are something else: a score."""
        words = self.words
        at = unit.last if unit else number.last
        before = words.at(first - 1) if first - 1 >= self.floor else ""
        between = before in {"between", "from"} or (before in {"of", "a"} and words.at(first - 2) == "between")
        joint = words.at(at)
        if number.kind == "fraction" and words.kind[number.first] != "f":
            return None
        dash = joint in _DASHES and words.is_glued(at) == words.is_glued(at + 1)
        if not (dash or joint in {"to", "or", "and", ",", "through", "till"}):
            return None
        if joint == "and" and before != "between":
            return None
        if (
            not dash
            and not between
            and currency is None
            and unit is None
            and excluded.is_year(words, number, counts=False)
        ):
            return None
        second = self._second(at + 1)
        if second is None:
            return None
        other, sign, end = second
        if excluded.is_ordinal(words, other) or excluded.is_clock(words, other) or excluded.is_date(words, other):
            return None
        moved = direction_before(words, first - 1 if before == "from" else first, self.floor) if joint == "to" else None
        if moved is not None and not moved.to_level and (before == "from" or (not between and (unit or currency))):
            return None  # "rose from 3 to 5", "rose by six dollars to 211": two values
        if joint == "," and not self._listed(number, other):
            return None
        last_unit = self._unit(other, currency or sign)
        if other.ambiguous:
            other, last_unit = self._settled(other, currency or sign)
            end = other.last
        if (unit and last_unit and unit.label != last_unit.label) or (
            unit and not last_unit and not dash and before != "between"
        ):
            return None
        if currency and last_unit:
            return None
        if sign and currency != sign and currency is not None:
            return None
        if sign and currency is None and not (between or dash):
            return None
        low, high = number.low, other.high if other.high is not None else other.low
        if other.scale > 1 and number.scale == 1 and low < high and low < 1000 and number.kind != "vague":
            low = whole(low * other.scale)
        elif number.scale > 1 and other.scale == 1 and dash and high < 1000:
            high = whole(high * number.scale)
        years = excluded.is_year(words, number, counts=False) and unit is None and currency is None
        if years and (high < 100 or excluded._yearly(high)):
            return Draft(first, end, None, None, "years", end) if not self._follows(end) else None
        if dash and low >= high and last_unit is None and not currency:
            return Draft(first, end, None, None, "score", end)
        if low >= high:
            return None
        if dash and self._is_score(number, other, last_unit, currency or sign, first, end):
            return Draft(first, end, None, None, "score", end)
        final = last_unit.last if last_unit else end
        begin = first - 1 if before in {"between", "from"} else first
        draft = Draft(begin, final, low, high, "range", end - 1)
        draft.steps.append(f"“{words.span(begin, end)}” is {_shown(low, high)}")
        if last_unit or unit:
            chosen = last_unit or unit
            draft.unit, draft.kind = (chosen.label, chosen.kind) if chosen else (None, None)
        elif currency or sign:
            draft.unit, draft.kind = currency or sign, "money"
        return draft

    def _follows(self, end: int) -> bool:
        found = noun_after(self.words, end, end - 1, self.syntax)
        return found is not None and self.words.low[found.head].endswith("s")

    def _second(self, at: int) -> tuple[Number, str | None, int] | None:
        words = self.words
        for skipped in range(4):
            number = number_at(words, at + skipped)
            if number is not None and number.kind not in {"fraction", "vague people"}:
                sign = sign_before(words, number.first, at) if skipped else None
                between = words.text[words.start[at] : words.start[number.first]] if skipped else ""
                if sign is not None and sign[0] != at:
                    between = words.span(at, sign[0])
                elif sign is not None:
                    between = ""
                if between.strip() and " ".join(between.lower().split()) not in {
                    "about",
                    "around",
                    "some",
                    "nearly",
                    "almost",
                    "more than",
                    "over",
                }:
                    return None
                if number.kind == "one":
                    return None
                return number, sign[1] if sign else None, number.last
        return None

    def _listed(self, number: Number, other: Number) -> bool:
        """*forty, fifty tombs*: neighbouring numbers in words, and nothing between."""
        both = number.kind == other.kind == "words" and number.scale == other.scale
        return (
            both and number.value < other.value <= number.value * 2 and (other.value - number.value) in {1, 5, 10, 100}
        )

    def _is_score(self, one: Number, other: Number, unit: Unit | None, sign: str | None, first: int, end: int) -> bool:
        words = self.words
        if unit is not None or sign is not None or one.value >= 100 or other.value >= 100:
            return False
        known = listed("scores")
        if words.at(end) in known or words.at(first - 1) in known:
            return True
        return noun_after(words, end, end - 1, self.syntax) is None and other.value < 20

    def _measured(self, draft: Draft, unit: Unit | None, currency: str | None, number: Number) -> None:
        if draft.rule != "range":
            if currency:
                draft.unit, draft.kind = currency, "money"
                trail = unit_at(self.words, draft.last)
                if trail is not None and trail.kind == "money" and trail.label in {draft.unit, "USD"}:
                    draft.last = trail.last
                elif self.words.raw(draft.last) in {"US", "U.S."}:
                    draft.last += 1
            elif unit:
                draft.unit, draft.kind = unit.label, unit.kind
            elif number.kind == "fraction":
                draft.unit, draft.kind = "percent", "percentage"
        if draft.unit:
            draft.steps.append(f"unit {draft.unit}, by the table of units")

    def _meant(self, draft: Draft, number: Number) -> None:
        words = self.words
        lead = lead_before(words, draft.first, self.floor)
        if draft.rule == "range" and lead.first == draft.first and words.at(draft.first) in {"between", "from"}:
            lead = lead_before(words, draft.first, self.floor)
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
        if draft.rule == "range":
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
        draft.kind = "rate" if draft.kind != "money" or per[1] in _SPANS else "price"
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
        noun = noun_after(words, draft.last, draft.number, self.syntax)
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

    def _kept(self, draft: Draft, number: Number) -> tuple[Draft | None, int]:
        words = self.words
        counts = draft.kind == "count"
        measured = draft.unit is not None and not counts
        end = draft.last
        if number.kind == "vague people" and draft.unit != "people":
            return None, end
        if draft.rule == "number" and not measured and draft.first == number.first:
            plural = counts and (
                words.low[end - 1].endswith(("s", "men", "people", "children")) or draft.unit == "people"
            )
            if excluded.is_year(words, number, counts=plural) or excluded.is_named(words, number, counts=plural):
                return None, number.last
        if draft.unit is None and self._is_age(draft):
            draft.unit, draft.kind, draft.rule = "year", "age", "age beside a name"
            draft.steps.append("an age: after a name, between commas")
        if number.kind == "one" and not measured:
            draft.weak = draft.weak or "one"
        if number.kind == "fraction" and draft.unit == "percent" and not self._is_part(draft, number):
            return None, number.last
        return draft, max(end, number.last)

    def _is_age(self, draft: Draft) -> bool:
        """*Violeta Andonova, 61, who …*: figures up to 110 between commas after a name."""
        words = self.words
        at = draft.first
        if (
            draft.last != at + 1
            or words.kind[at] != "f"
            or not words.low[at].isdigit()
            or not 0 < int(words.low[at][:4]) <= 110
        ):
            return False
        name = words.raw(at - 2)
        return words.at(at - 1) == "," and words.at(at + 1) in {",", "."} and name[:1].isupper() and not name.isupper()

    def _is_part(self, draft: Draft, number: Number) -> bool:
        """*a third of*, *two thirds*, *half the*: an article and an ordinal without *of* are none."""
        words, nxt = self.words, self.words.at(number.last)
        if words.low[number.first] in {"a", "an"}:
            return nxt == "of"
        if words.low[number.first] == "half":
            return (
                nxt in {"of", "the", "its", "their", "his", "all", "those", "that", "these", "our"}
                and words.at(number.last + 1) not in {"way", "time", "battle", "day", "hour"}
                and words.at(number.first - 1) not in {"first", "second", "other", "a"}
            )
        if words.kind[number.first] == "f":
            return words.kind[number.last - 1] == "f"
        return True


def _shown(low: float | None, high: float | None) -> str:
    if low == high:
        return f"{low:,}"
    return f"{low:,} to {high:,}" if high is not None and low is not None else f"{low:,} and more"


_RULES = {
    "figure": "number",
    "words": "number",
    "one": "number",
    "fraction": "fraction",
    "vague": "vague",
    "vague people": "vague",
}
_BOUND: dict[str | None, str] = {"low": "the least", "high": "the most", None: ""}
#: What makes a sum of money for it a rate and no price.
_SPANS = frozenset(
    {
        "second",
        "minute",
        "hour",
        "day",
        "week",
        "month",
        "quarter",
        "season",
        "year",
        "decade",
        "century",
        "night",
        "shift",
    }
)
