"""The chain of say-so of a claim, hop by hop, from who said it first outwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.ledger.spoken import spoken_interval

if TYPE_CHECKING:
    from sayso.nouns import Attribution, Claim, Reading


@dataclass(frozen=True, slots=True)
class Hop:
    """One hop. ``who`` is null where nobody is named; ``words`` are those of the page where they are others.

    ``facts`` are pairs of a label and what is known: when, where, to whom, how sure.
    """

    attribution: Attribution
    who: str | None
    words: str | None
    roles: str
    facts: tuple[tuple[str, str], ...]


def hops_of(reading: Reading, claim: Claim) -> tuple[Hop, ...]:
    """The hops of a claim's chain."""
    attributions = {each.id: each for each in reading.attributions}
    entities = {each.id: each for each in reading.entities}
    made = []
    for ident in claim.chain:
        if (attribution := attributions.get(ident)) is None:
            continue
        source = attribution.source
        entity = entities.get(source.entity or "")
        who = entity.name if entity else source.text
        made.append(
            Hop(
                attribution=attribution,
                who=who,
                words=source.text if who and source.text and source.text.casefold() != who.casefold() else None,
                roles=", ".join(f"{role.role} of {role.of}" if role.of else role.role for role in entity.roles)
                if entity
                else "",
                facts=tuple(_facts(attribution, reading)),
            )
        )
    return tuple(made)


def _facts(attribution: Attribution, reading: Reading) -> Iterator[tuple[str, str]]:
    said = attribution.said
    if said and (when := spoken_interval(said.from_, said.to)):
        words = next((time.text for time in reading.times if time.id == said.time), None)
        yield "when", f"{when} (“{words}”)" if words and words != when else when
    if attribution.venue:
        yield "where", attribution.venue
    if attribution.addressee:
        yield "to", attribution.addressee
    yield (
        "manner",
        {"direct": "in these words", "indirect": "in other words", "mixed": "partly in these words"}[
            attribution.manner
        ],
    )
    if attribution.hedge.strength != "none":
        yield "hedge", f"{attribution.hedge.strength}: “{attribution.hedge.text or ''}”"
    if attribution.polarity == "denied":
        yield "denied", "whoever speaks denies it"
    if attribution.act == "refusal":
        yield "refused", "whoever speaks declines to say it"
    if attribution.source.count:
        yield "how many", str(attribution.source.count)
    yield "score", f"{attribution.score:.2f}"
