"""What a reviewer decides about what was read: accepted, rejected, corrected, or left for another time."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.attribution import SourceKind
from sayso.nouns.base import Noun
from sayso.nouns.claim import Status
from sayso.nouns.found import FoundClaim
from sayso.nouns.mention import EntityType

DECISION_SCHEMA: Literal["sayso/decision/1"] = "sayso/decision/1"
QUEUE_SCHEMA: Literal["sayso/queue/1"] = "sayso/queue/1"
CONFLICT_SCHEMA: Literal["sayso/conflict/1"] = "sayso/conflict/1"

Ruling = Literal["accept", "reject", "correct", "skip"]


class Quote(Noun, frozen=True, kw_only=True):
    """A half-open range of code points of ``document.text``, and the words that stand there.

    Who asks for a correction may leave ``text`` null: it is filled in. Where it is given it must be what stands there.
    """

    start: int
    end: int
    text: str | None = None


class Correction(Noun, frozen=True, kw_only=True):
    """What stands in place of what was read; null leaves a part as it is.

    ``entity`` is the id of an entity of the reading that speaks, ``speaker`` the name of one, of the page or not.
    ``writer``: nobody says it but the writer of the page. ``source``, ``cue`` and ``content`` are where the page names
    the speaker, says that something is said, and has what is said; a ``source`` without any is a speaker whom the page
    does not name there. ``type`` is what a new speaker is. ``text`` is the claim as a sentence that stands alone: made
    of the content where it is null and the content or the speaker is another one.
    """

    speaker: str | None = None
    entity: str | None = None
    type: EntityType | None = None
    writer: bool = False
    source: tuple[Quote, ...] | None = None
    cue: Quote | None = None
    content: tuple[Quote, ...] | None = None
    status: Status | None = None
    text: str | None = None


class Shown(Noun, frozen=True, kw_only=True):
    """How a claim, or an attribution without one, reads: what is said, who says it, and where the page has that.

    ``text`` and ``status`` are the claim's; of an attribution the words of its content, and null. ``speaker`` is the
    entity's name, else the words of the page; null where it is the writer, and where nobody is named.
    """

    text: str
    start: int
    end: int
    status: Status | None
    attribution: str | None
    speaker: str | None
    kind: SourceKind | None
    source: tuple[Quote, ...]
    cue: Quote | None
    content: tuple[Quote, ...]


class Decision(Noun, frozen=True, kw_only=True):
    """A reviewer's decision, as the event that it is.

    ``target`` is the id of a claim within the current reading (``c1``), or of an attribution that no claim is of
    (``a1``). ``correction`` is all that stands in place of what was read, with what earlier corrections that held put
    there; who accepts a corrected claim accepts the correction, which is then given here too. ``before`` is how the
    target read when it was decided, ``after`` how it reads since (null where it was rejected).

    ``number`` is the event's; ``undoes`` numbers the decision that this one takes back. ``unapplied`` says why a
    decision does not show in the current reading, though it is kept: its claim, or words of its correction, are not
    there any more. ``holds`` is false where a later decision on the same target does in its stead.
    """

    document: str
    target: str
    verdict: Ruling
    correction: Correction | None = None
    why: str | None = None
    by: str = ""
    at: str = ""
    number: int = 0
    undoes: int | None = None
    before: Shown | None = None
    after: Shown | None = None
    unapplied: str | None = None
    holds: bool = True
    schema: Literal["sayso/decision/1"] = DECISION_SCHEMA

    @property
    def key(self) -> str:
        """``document#target``."""
        return f"{self.document}#{self.target}"


class QueueItem(Noun, frozen=True, kw_only=True):
    """A claim that waits for a reviewer. ``why`` says in words what puts it where it is, the weightiest first.

    ``weight`` is what these weigh together; ``at`` is its place in the queue, to go on after. ``decisions`` are those
    of other reviewers that stand.
    """

    claim: FoundClaim
    why: tuple[str, ...]
    weight: int
    at: str
    decisions: tuple[Decision, ...] = ()
    schema: Literal["sayso/queue/1"] = QUEUE_SCHEMA


class Conflict(Noun, frozen=True, kw_only=True):
    """Reviewers decided differently on one target. ``holds`` is the number of the decision that does: the latest.

    ``decisions`` are the last one of each reviewer, in order; ``differ`` names in words what they differ in.
    """

    document: str
    target: str
    text: str
    holds: int
    decisions: tuple[Decision, ...]
    differ: tuple[str, ...] = ()
    schema: Literal["sayso/conflict/1"] = CONFLICT_SCHEMA
