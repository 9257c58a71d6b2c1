"""Numbers written in words and figures; the words are those of lexicon/numbers.yaml."""

from __future__ import annotations

import functools
import re

from sayso.lexicon import load

#: Figures longer than this are no quantities but identifiers, or an attack on whoever multiplies them.
LONGEST_FIGURE = 40


@functools.cache
def values(name: str) -> dict[str, int | float]:
    """The words of one class of lexicon/numbers.yaml with what they stand for."""
    return {str(word): value for word, value in load("numbers.yaml")[name]["values"].items()}


#: Number words that may stand alone, for patterns.
NUMBER_WORDS: tuple[str, ...] = tuple(word for word in (*values("ones"), *values("tens")) if word != "zero")

_GROUPED = re.compile(
    r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$"  # 1,234,567.8 and 12,34,567
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?$"  # 1 234 567,8 and 1'234'567
)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$|\d{1,3}(?:\.\d{3})+,\d{1,2}$")  # 1.234.567 and 1.234,50
_COMMA = re.compile(r"\d+,\d{1,2}$")  # 3,5
_STOPPED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+$")  # 1.250 where a full stop stands between thousands


def whole(value: float) -> int | float:
    """The value as an int where it is one: exact for what is counted, rounded to a millionth for what is measured."""
    if isinstance(value, int):
        return value
    rounded = round(value, 6)
    return int(rounded) if rounded.is_integer() else rounded


def stops_group(language: str | None) -> bool:
    """Whether a full stop stands between thousands in texts of a language."""
    return language is not None and language.split("-")[0] in load("numbers.yaml")["full_stop_groups"]["words"]


def in_figures(text: str, *, grouped_by_stops: bool = False) -> int | float | None:
    """The value of a number in figures, with the separators of any locale; null where it is none.

    *5,000*, *12,34,567*, *885 000*, *1.234.567*, *1'234*, *2.4*, *.5* and *3,5* are read. A single full stop is a
    decimal point, as English has it: *1.234* is a little more than one, but more than a thousand with
    ``grouped_by_stops``. No exponents, and no more than 40 characters.
    """
    text = text.strip()
    if not text or len(text) > LONGEST_FIGURE:
        return None
    if grouped_by_stops and _STOPPED.match(text):
        text = text.replace(".", "")
    elif _DOTTED.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif _GROUPED.match(text):
        fraction = re.search(r"[.,]\d+$", text)
        tail = fraction.group() if fraction and not re.fullmatch(r",\d{3}", fraction.group()) else ""
        text = re.sub(r"\D", "", text.removesuffix(tail)) + tail.replace(",", ".")
    elif _COMMA.match(text):
        text = text.replace(",", ".")
    if not re.fullmatch(r"\d+|\d*\.\d+", text, re.ASCII):
        return None
    return int(text) if text.isdigit() else whole(float(text))


def in_words(text: str) -> int | None:
    """The value of a number in words: *two hundred and five* is 205; null where it is none."""
    words = [w for w in re.split(r"[\s-]+", text.lower()) if w and w != "and"]
    return sum_of_words(words)


def sum_of_words(words: list[str]) -> int | None:
    """The value of number words in order, *and* left out; null where one is no number word, or there is none."""
    ones, tens, scales, dozens = values("ones"), values("tens"), values("scales"), values("dozens")
    if not words:
        return None
    total, current = 0, 0
    for word in words:
        if word in ones or word in tens:
            current += int(ones.get(word, tens.get(word, 0)))
        elif word == "hundred" or word in dozens:
            current = max(1, current) * int(scales.get(word, dozens.get(word, 1)))
        elif word in scales:
            total, current = total + max(1, current) * int(scales[word]), 0
        else:
            return None
    return total + current
