"""A reading: everything one reader found in one document."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Noun
from sayso.nouns.claim import Claim
from sayso.nouns.comment import Comment
from sayso.nouns.document import Document
from sayso.nouns.measures import Check, Place, Quantity, Time
from sayso.nouns.mention import Entity, Mention

READING_SCHEMA: Literal["sayso/reading/1"] = "sayso/reading/1"


class ReaderInfo(Noun, frozen=True, kw_only=True):
    """Which reader made a reading: a profile and its version, so that a newer one can be told from it.

    Where that is not the reader that was asked for, ``instead_of`` names the one that was, and ``why`` says in one line
    (with its code) why it could not read the document.
    """

    profile: str
    version: str
    instead_of: str | None = None
    why: str | None = None


class Reading(Noun, frozen=True, kw_only=True):
    """What ``sayso read --json`` prints, one a line."""

    schema: Literal["sayso/reading/1"] = READING_SCHEMA
    document: Document
    comments: tuple[Comment, ...] = ()
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    checks: tuple[Check, ...] = ()
    reader: ReaderInfo | None = None
