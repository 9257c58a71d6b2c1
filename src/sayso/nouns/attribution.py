"""An attribution: a source, a cue and a content, and the attribution it stands in."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.base import Noun, Range

SourceKind = Literal["named", "role", "anonymous", "group", "document", "outlet", "unnamed"]
Manner = Literal["direct", "indirect", "mixed"]


class Cue(Noun, frozen=True, kw_only=True):
    """The word or words that say that something is said: *stated*, *according to*."""

    start: int
    end: int
    text: str


class Source(Noun, frozen=True, kw_only=True):
    """Who says it, as the text puts it. ``spans`` is empty and ``text`` null where the text names nobody."""

    spans: tuple[Range, ...]
    text: str | None
    entity: str | None
    kind: SourceKind
    count: int | None = None


class Content(Noun, frozen=True, kw_only=True):
    """What is said; several spans where the cue or the source interrupts it."""

    spans: tuple[Range, ...]
    text: str


class Said(Noun, frozen=True, kw_only=True):
    """When it was said: an interval of days, and the time expression that says so."""

    from_: str | None = msgspec.field(name="from")
    to: str | None
    time: str | None


class Hedge(Noun, frozen=True, kw_only=True):
    """How far the words weaken the claim, and which words do."""

    strength: Literal["none", "weak", "strong"]
    text: str | None


class Attribution(Noun, frozen=True, kw_only=True):
    """One hop of a chain. ``parent`` is the attribution in whose content this one stands."""

    id: str
    cue: Cue | None
    source: Source
    content: Content
    manner: Manner
    parent: str | None
    said: Said | None
    venue: str | None
    addressee: str | None
    hedge: Hedge
    polarity: Literal["affirmed", "denied"]
    score: float
    act: Literal["say", "refusal"] = "say"
