"""Puts claims into words: which notes a claim needs, then its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.claims.glosses import date_notes, mention_notes, source_notes, speaker_note
from sayso.claims.index import Placement
from sayso.claims.notes import Copy, Note
from sayso.claims.wording import LONGEST_LEAD, Worded, stand_alone, word
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.document import Document
from sayso.nouns.measures import Time
from sayso.nouns.mention import Entity, Mention

#: A time expression that was cut in the middle of a word: *Dec* of *Dec.14th*.
_CUT = re.compile(r"\.?\w")


class Phraser:
    """Makes the text of each claim of one document."""

    def __init__(
        self,
        document: Document,
        times: Sequence[Time],
        entities: Sequence[Entity],
        mentions: Sequence[Mention],
        names: Placement,
    ) -> None:
        self._document = document
        self._cast = {entity.id: entity for entity in entities}
        self._names = names
        self._times = Placement.of(times)
        self._time_of = {time.id: time for time in times}
        pronouns = [mention for mention in mentions if mention.form == "pronoun"]
        self._pronouns = Placement.of(pronouns)
        self._pronoun_of = {mention.id: mention for mention in pronouns}

    def own(self, span: Range, *, coming: bool) -> Worded:
        """A statement of the writer's own. ``coming``: it is about what is to come."""
        copy = Copy(self._document.text, [*self._dates([span], coming=coming), *self._resolved([span])])
        return Worded(stand_alone(copy.of(span), attributed=False), "sentence", tuple(copy.edits(span)))

    def attributed(self, attribution: Attribution, outer: Attribution | None, *, parsed: bool, coming: bool) -> Worded:
        """What one attribution says. ``parsed``: the reader's syntax shows a clause with a subject."""
        text, spans = self._document.text, attribution.content.spans
        entity = self._cast.get(attribution.source.entity or "")
        dates = self._dates(spans, coming=coming)
        others = [
            (a, b)
            for a, b, key in self._names.rows(spans)
            if self._cast[key].type == "person" and (entity is None or key != entity.id)
        ]
        by_source = [
            note
            for note in source_notes(text, spans, attribution, entity, others)
            if self._meant(note) in {None, attribution.source.entity}
        ]
        told: set[int | str] = {note.start for note in by_source} | {_bare(note) for note in by_source}
        resolved = [] if attribution.manner == "direct" else self._resolved(spans)
        copy = Copy(text, [*dates, *by_source, *(note for note in resolved if not {note.start, _bare(note)} & told)])
        first = max(0, min([spans[0][0], attribution.cue.start if attribution.cue else spans[0][0]]) - LONGEST_LEAD)
        around = self._dates([(first, spans[-1][1] + LONGEST_LEAD)], coming=coming)
        spoken = Copy(text, [*around, *speaker_note(text, attribution, entity)])
        return word(self._document, attribution, outer, copy, spoken, parsed=parsed)

    def _dates(self, spans: Sequence[Range], *, coming: bool) -> list[Note]:
        """The dates in the spans; where a weekday to come was taken for the last one, none."""
        published = (self._document.published or "")[:10]
        found = [self._time_of[key] for key in self._times.inside(spans)]
        known = [time for time in found if not (coming and time.to is not None and time.to < published)]
        return date_notes(time for time in known if not _CUT.match(self._document.text, time.end))

    def _meant(self, note: Note) -> str | None:
        """Whom the room of speakers takes the pronoun for that a note explains."""
        found = self._pronouns.rows([(note.start, note.end)])
        return self._pronoun_of[found[0][2]].entity if found else None

    def _resolved(self, spans: Sequence[Range]) -> list[Note]:
        text = self._document.text
        inside = " ".join(text[a:b] for a, b in spans)
        mentions = (self._pronoun_of[key] for key in self._pronouns.inside(spans))
        return mention_notes(text, mentions, self._cast, inside)


def _bare(note: Note) -> str:
    return note.text.removesuffix(" speaking").removesuffix("s").removesuffix("’")
