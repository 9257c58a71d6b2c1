"""How much it tells that two statements have a figure in common: *312* tells much, *nine* little."""

from __future__ import annotations

from sayso.measures.numbers import in_words
from sayso.nouns import Figure, Statement
from sayso.origins.provenance.lexicon import flat, numbered

#: by significant digits: how sure a figure in common is no chance, where both tell of one thing
_BY_DIGITS = (0.0, 0.35, 0.6, 0.9, 0.97)


def specificity(figure: Figure) -> float:
    """0 to 1. A range counts by both of its ends; a number of one digit, or a round one, tells little."""
    open_ = 1.0
    for value in _ends(figure):
        if value in (0, 1):
            continue  # none and one are everywhere
        open_ *= 1 - _BY_DIGITS[min(_digits(value), len(_BY_DIGITS) - 1)]
    return 1 - open_


def _digits(value: float) -> int:
    """Significant digits, without zeros at the end: one for 40 and for 2,000,000."""
    written = f"{abs(value):.10g}".replace(".", "").strip("0")
    return len(written) if "e" not in written else 2


def common_figures(a: Statement, b: Statement) -> tuple[Figure, ...]:
    """Figures of ``a`` that have a bound in common with one of ``b``: *nine* and *at least nine*."""
    theirs = {end for figure in b.figures if _tells(figure) for end in _ends(figure)}
    return tuple(figure for figure in a.figures if _tells(figure) and not theirs.isdisjoint(_ends(figure)))


def _tells(figure: Figure) -> bool:
    """Whether a figure is part of what is claimed: an age names somebody, and what was worked out nobody gave."""
    if figure.derived or figure.kind in ("age", "duration") or is_name(figure):
        return False
    # several, dozens: no number that two pages could have in common
    words = flat(figure.text).replace("-", " ").split()
    return any(word[0].isdigit() or in_words(word) is not None for word in words) or "€$£".find(figure.text[:1]) >= 0


def is_name(figure: Figure) -> bool:
    """Whether a number names something and counts nothing: *the 500 block*."""
    return numbered().search(flat(figure.text)) is not None


def _ends(figure: Figure) -> set[float]:
    return {value for value in (figure.low, figure.high) if value is not None}


def shared_specificity(a: Statement, b: Statement) -> tuple[float, str]:
    """How much the figures in common tell, 0 to 1, and the one that tells most, as ``a`` writes it."""
    found = sorted(common_figures(a, b), key=lambda f: (-specificity(f), f.text))
    open_ = 1.0
    for figure in found:
        open_ *= 1 - specificity(figure)
    return 1 - open_, _within(found[0]) if found else ""


def _within(figure: Figure) -> str:
    """A figure as it stands within a sentence: *at least nine*, also where a page begins a sentence with it."""
    first, _, rest = figure.text.partition(" ")
    if first.istitle() and not (figure.kind == "money" and rest[:1].isdigit()):
        return figure.text[:1].lower() + figure.text[1:]
    return figure.text


def wording(a: Statement, b: Statement) -> float:
    """What part of the stems of the shorter of two statements the other has, 0 to 1."""
    one, two = set(a.words), set(b.words)
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0
