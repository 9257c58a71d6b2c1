"""Entities of one document and the attributions linked to them."""

from __future__ import annotations

import msgspec

from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Noun
from sayso.nouns.document import Document
from sayso.nouns.mention import Entity, Mention
from sayso.reader.layers import Layers
from sayso.speakers.entities import Cast
from sayso.speakers.sources import link_sources


class Speakers(Noun, frozen=True, kw_only=True):
    """What the room gives: entities in order of first mention, all mentions, attributions with their entity."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


def resolve(document: Document, layers: Layers) -> Speakers:
    """Link names, pronouns and sources of one document to entities.

    A link that the text does not settle is left null: a pronoun without a fitting speaker before it keeps no entity.
    """
    cast = Cast(document.text, layers)
    linked = link_sources(cast, layers)
    final = cast.numbering()
    attributions = tuple(
        msgspec.structs.replace(a, source=msgspec.structs.replace(a.source, entity=final[a.source.entity]))
        if a.source.entity is not None
        else a
        for a in linked
    )
    mentions = tuple(
        msgspec.structs.replace(mention, entity=final.get(cast.entity_of_mention.get(mention.id, "")))
        for mention in layers.mentions
    )
    return Speakers(entities=cast.entities(), mentions=mentions, attributions=attributions)
