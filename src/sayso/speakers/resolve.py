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
    attributions = link_sources(cast, layers)
    mentions = tuple(
        msgspec.structs.replace(mention, entity=cast.entity_of_mention.get(mention.id)) for mention in layers.mentions
    )
    return Speakers(entities=cast.entities(), mentions=mentions, attributions=attributions)
