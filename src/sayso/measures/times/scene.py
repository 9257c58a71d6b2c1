"""What a time may be reckoned from: the page's date, the time last spoken of, and which way the text looks."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from sayso.measures.times.calendar import Period


@dataclass(frozen=True, slots=True)
class Mention:
    """A time that the text spoke of before: what it was, under which id, and how many sentences ago.

    ``frames`` is false of a bound (*since 2019*), within which nothing need have happened, and of what is itself told
    from elsewhere.
    """

    period: Period
    id: str
    sentences: int
    frames: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """The anchors of one expression.

    ``story`` is the last time spoken of that was not told from the page's own day; ``thread`` the last one told by the
    month or closer, where a narrative goes on; ``quarter`` the quarter that a report of business is about.
    ``narrative`` is the probability that the text tells history, its own times following one another, rather than news
    reckoned from the day of the page; ``past`` the probability that the clause looks back, ``tense`` the word that says
    so. ``day_first`` tells how the page writes dates in figures, where it does.
    """

    speech: dt.date | None
    label: str
    mention: Mention | None
    story: Mention | None
    thread: Mention | None
    quarter: Mention | None
    narrative: float
    past: float
    tense: str | None
    day_first: bool | None = None

    @property
    def told(self) -> bool:
        """Whether the text is taken for a narrative."""
        return self.narrative > 0.5  # the likelier of two
