"""What a time may be reckoned from: the page's date, the time last spoken of, and which way the text looks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sayso.measures.times.calendar import Period


@dataclass(frozen=True, slots=True)
class Mention:
    """A time that the text spoke of before: what it was, under which id, and how many sentences ago."""

    period: Period
    id: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The anchors of one expression.

    ``narrative`` is the probability that the text tells history, its own times following one another, rather than news
    reckoned from the day of the page; ``past`` the probability that the clause looks back. ``day_first`` tells how the
    page writes dates in figures, where it does.
    """

    speech: dt.date | None
    label: str
    mention: Mention | None
    narrative: float
    past: float
    tense: str | None
    day_first: bool | None = None

    @property
    def told(self) -> bool:
        """Whether the text is taken for a narrative."""
        return self.narrative > 0.5  # the likelier of two
