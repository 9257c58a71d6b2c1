"""Entities of one document and the attributions linked to them."""

from __future__ import annotations

import msgspec

from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Noun
from sayso.nouns.document import Document
from sayso.nouns.mention import Entity, Mention
from sayso.reader.layers import Layers
from sayso.speakers.entities import Cast
from sayso.speakers.ranker import choose
from sayso.speakers.walk import Chooser, Walk


class Speakers(Noun, frozen=True, kw_only=True):
    """What the room gives: entities in order of first mention, all mentions, attributions with their entity."""

    entities: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]


def resolve(document: Document, layers: Layers, chooser: Chooser = choose) -> Speakers:
    """Link names, pronouns and sources of one document to entities.

    A link that the text does not settle is left null: a pronoun that fits nobody keeps no entity. Descriptions of
    people who play no part (*a passer-by* who neither speaks nor is called again) are left out of the mentions.
    """
    cast = Cast(document.text, layers)
    walk = Walk(cast, layers, chooser)
    walk.run()
    final = cast.numbering()
    attributions = tuple(
        msgspec.structs.replace(a, source=msgspec.structs.replace(a.source, entity=final[a.source.entity]))
        if a.source.entity is not None
        else a
        for a in walk.attributions
    )
    mentions = tuple(
        msgspec.structs.replace(mention, entity=final.get(cast.entity_of_mention.get(mention.id, "")))
        for mention in layers.mentions
        if mention.form != "nominal" or mention.id in cast.entity_of_mention
    )
    return Speakers(entities=cast.entities(), mentions=mentions, attributions=attributions)
