"""What a text has spoken of so far: the times from which later ones may be told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sayso.measures.times import calendar as cal
from sayso.measures.times.scene import Mention


@dataclass(slots=True)
class Spoken:
    """The times last spoken of, under the names that :class:`Scene` gives them.

    ``sentences`` of a mention kept here is the number of its sentence.
    """

    mention: Mention | None = None
    story: Mention | None = None
    thread: Mention | None = None
    quarter: Mention | None = None

    def seen_from(self, sentence: int) -> dict[str, Mention | None]:
        """The mentions by their names, with the number of sentences that lie between."""
        kept = {"mention": self.mention, "story": self.story, "thread": self.thread, "quarter": self.quarter}
        return {name: replace(m, sentences=sentence - m.sentences) if m else None for name, m in kept.items()}

    def add(self, mention: Mention, *, from_page: bool, reported: bool) -> None:
        """Take in a time: whether it was told from the page's day, and whether it is a quarter that is named."""
        self.mention = mention
        if not from_page:
            self.story = mention
        if cal.DAYS[mention.period.unit] < cal.DAYS["year"]:
            self.thread = mention
        if reported:
            self.quarter = mention
