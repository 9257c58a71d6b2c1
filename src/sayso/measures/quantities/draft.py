"""A quantity in the making: what the modules of this room hand on to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from sayso.nouns.measures import Change


@dataclass(slots=True)
class Draft:
    """A quantity between the words ``first`` and ``last`` (left out). ``noun`` is what is counted, without
    its place.

    ``weak`` says why the quantity is no figure that a reader would write down (*one* as an article, *the two towns*).
    """

    first: int
    last: int
    low: int | float | None
    high: int | float | None
    rule: str
    number: int  # the last word of the number itself
    unit: str | None = None
    kind: str | None = None
    of: str | None = None
    noun: str | None = None
    approximate: bool = False
    change: Change | None = None
    weak: str | None = None
    derived: bool = False
    base: Draft | None = None
    steps: list[str] = field(default_factory=list)

    @property
    def is_range(self) -> bool:
        """Whether the text states both ends."""
        return self.rule in {"range", "falling range"}


def shown(low: float | None, high: float | None) -> str:
    """Two bounds in words, for the derivation."""
    if low == high:
        return f"{low:,}"
    return f"{low:,} to {high:,}" if high is not None and low is not None else f"{low:,} and more"
