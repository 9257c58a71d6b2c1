"""Judgements in sentences that a reporter could print: with the figures, words and names in them."""

from __future__ import annotations

import re

from sayso.nouns import Page, Statement
from sayso.origins.matching.facts import GLOSS
from sayso.origins.matching.features import Compared
from sayso.origins.matching.intervals import Match, shared_measure
from sayso.origins.matching.measured import Measured
from sayso.origins.wording import capital, in_its_words, listed
from sayso.origins.wording import day as day_in_words
from sayso.origins.words import stems

#: so many shared words are told
_TOLD = 4
#: a name is longer than *they*
_PRONOUN = 4


def quoted(statement: Statement) -> str:
    """The claim in the words of the page, in quotation marks."""
    return in_its_words(statement)


def number(value: float) -> str:
    """*1,130*; *1.8 million*; *61.4*."""
    if abs(value) >= 1_000_000:
        return f"{value / 1_000_000:,.6g} million"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.6g}"


def amount(figure: Measured) -> str:
    """A figure with its bounds: *at least 9*, *1,200 to 1,500*, *about 60*."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        value = number(low) if low == high else f"{number(low)} to {number(high)}"
        return f"about {value}" if figure.figure.approximate else value
    return f"at least {number(low)}" if low is not None else f"at most {number(high or 0.0)}"


def unit(figure: Measured) -> str:
    """What is counted or the unit, after the number: *tonnes a hectare*, *EUR a day*; nothing where it is not said."""
    word = figure.figure.unit or figure.figure.of or ""
    if figure.lent or not word:
        return ""
    first, *rest = word.split("/")
    one = set(figure.named) == {1.0} or first.isupper() or first in _UNCHANGED
    return " " + " a ".join((first if one else _plural(first), *rest))


_UNCHANGED = frozenset({"people", "percent", "km", "kg", "sheep", "magnitude"})


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    if noun.endswith("s"):
        return noun
    return noun + ("es" if noun.endswith(("x", "ch", "sh")) else "s")


def measure(found: Match) -> str:
    """What both measure, in brackets, where the words tell."""
    kind = shared_measure(found)
    return f" ({kind.say})" if kind else ""


def day(page: Page) -> str:
    """*on 12 March 2024*, or *on a page without date*."""
    written = day_in_words(page.first[:10]) if page.first else None
    return f"on {written}" if written else "on a page without date"


def who(statement: Statement, page: Page) -> str:
    """The innermost speaker, else the page's outlet."""
    for hop in statement.chain[:1]:
        name = hop.name or (hop.text if hop.kind in {"role", "group", "document", "named", "anonymous"} else None)
        if name and len(name) > _PRONOUN:
            return name.strip(" ,")
    return page.outlet or "the page"


def agreed(found: Match) -> str:
    """Why figures make two statements one."""
    if found.sum is not None:
        first = f"{found.sum}{measure(found)}"
    elif found.agreement == "equal" and found.a.named == found.b.named:
        first = f"Both give {amount(found.a)}{unit(found.a) or unit(found.b)}{measure(found)}"
    else:
        first = (
            f"{amount(found.a)}{unit(found.a)} and {amount(found.b)}{unit(found.b)} can be one value{measure(found)}"
        )
    return capital(first)


def shared(pair: Compared) -> str:
    """The words that both have, as the first of them writes them, the rarest first; and the time."""
    if pair.words.least >= 0.99 and pair.words.both >= 0.95:
        return "Both say this in the same words"
    written: dict[str, str] = {}
    for match in _WORD.finditer(GLOSS.sub(" ", pair.a.text)):
        for word in stems(match.group()):
            written.setdefault(word, match.group())
    words = [written[word] for word in pair.words.shared if word in written][:_TOLD]
    when = ", and name the same time" if pair.time else ""
    if not words:
        return f"{quoted(pair.a)} and {quoted(pair.b)} agree{when}"
    return f"Both have the words {_listed(words)}{when}"


def _listed(words: list[str]) -> str:
    """*“a”, “b” and “c”*."""
    return listed([f"“{word}”" for word in dict.fromkeys(words)])


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
