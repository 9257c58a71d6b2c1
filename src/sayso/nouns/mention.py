"""Mentions in the text and the entities they refer to."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun

EntityType = Literal["person", "organization", "place", "group", "outlet", "document", "other"]


class Role(Noun, frozen=True, kw_only=True):
    """An office held: *head* of *Africa Command*."""

    role: str
    of: str | None


class Entity(Noun, frozen=True, kw_only=True):
    """Who or what the mentions of one document refer to."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


class Mention(Noun, frozen=True, kw_only=True):
    """A place in the text that refers to an entity (``entity`` is null where it is not known which)."""

    id: str
    start: int
    end: int
    text: str
    type: EntityType
    entity: str | None
    form: Literal["name", "pronoun", "nominal"]
    score: float | None = None
