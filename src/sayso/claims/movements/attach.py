"""Movements tied to the claims that say them: one claim, one movement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import msgspec

from sayso.claims.certainty import certainty_of
from sayso.claims.clauses import is_clause
from sayso.claims.holding import Holding
from sayso.claims.index import Placement
from sayso.claims.movements.find import find
from sayso.claims.movements.found import Found
from sayso.claims.movements.grounds import Grounds
from sayso.claims.movements.meant import meant
from sayso.claims.movements.named import Names
from sayso.claims.movements.sentence import sentences
from sayso.claims.syntax import Words, reading_of
from sayso.claims.wording import stand_alone
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.claim import Claim, Edit, Movement, Status
from sayso.nouns.document import Document
from sayso.nouns.measures import Place, Quantity, Time
from sayso.nouns.mention import Entity, Mention
from sayso.reader.layers import Token

#: Characters between the beginning of a claim and that of the movement which still make it the claim's main clause.
_LEAD = 12

_Row: TypeAlias = tuple[Found, Movement, Range]


def add_movements(
    document: Document,
    claims: Sequence[Claim],
    attributions: Sequence[Attribution],
    times: Sequence[Time],
    quantities: Sequence[Quantity],
    places: Sequence[Place],
    entities: Sequence[Entity],
    tokens: Sequence[Token] = (),
    mentions: Sequence[Mention] = (),
) -> tuple[tuple[Claim, ...], tuple[Place, ...]]:
    """The claims with their movements, in text order and numbered anew (``c1``, ``c2`` …), and the places.

    Where somebody comes from or goes to a place that has no name (*their homes*, *hospital*), that place joins the
    places of the reading: without gazetteer entry and geometry, behind the others.

    A claim that says several movements, or one in a part that is put otherwise than the whole (*… to unleash a
    migration*), is followed by further claims of the same attribution, each the words of its movement. A movement that
    stands in no claim makes one of the writer's own; headings make none.
    """
    grounds = Grounds(places)
    rows = _movements(document, places, tokens, Names(mentions, entities, quantities), grounds)
    if not rows:
        return tuple(claims), tuple(places)
    places = (*places, *grounds.made)
    by_claim: dict[str | None, list[_Row]] = {}
    holding = Holding(claims)
    for row in rows:
        by_claim.setdefault(_claim_of(row, claims, holding), []).append(row)
    maker = _Maker(document, attributions, times, quantities, places, entities, tokens, grounds.made)
    made: list[Claim] = []
    for claim in claims:
        made += maker.with_movements(claim, by_claim.get(claim.id, []))
    for row in by_claim.get(None, []):
        if not any(a <= row[2][0] < b for a, b in document.headings):
            made.append(maker.own(row))
    made.sort(key=lambda claim: claim.start)  # stable: a claim comes before its further ones
    return tuple(msgspec.structs.replace(claim, id=f"c{number}") for number, claim in enumerate(made, 1)), places


def _movements(
    document: Document, places: Sequence[Place], tokens: Sequence[Token], names: Names, grounds: Grounds
) -> list[_Row]:
    found: list[Found] = []
    rows: list[_Row] = []
    for sentence in sentences(document.text, document.sentences, tokens, places):
        for one in find(sentence):
            movement = Movement(
                who=names.of(sentence, one.who, found),
                from_=grounds.id_of(sentence, one.from_),
                to=grounds.id_of(sentence, one.to),
                via=tuple(place.id for place in one.via),
                by=names.of(sentence, one.by, found),
                direction=one.direction,
            )
            found.append(one)
            rows.append((one, movement, (sentence.spans[one.first][0], sentence.spans[one.last - 1][1])))
    return rows


def _claim_of(row: _Row, claims: Sequence[Claim], holding: Holding) -> str | None:
    """The smallest claim in which the movement's verb stands."""
    found = row[0]
    number = holding.smallest(*found.sentence.spans[found.at])
    return claims[number].id if number is not None else None


class _Maker:
    """Makes the claims of one document."""

    def __init__(
        self,
        document: Document,
        attributions: Sequence[Attribution],
        times: Sequence[Time],
        quantities: Sequence[Quantity],
        places: Sequence[Place],
        entities: Sequence[Entity],
        tokens: Sequence[Token],
        unnamed: Sequence[Place],
    ) -> None:
        self._unnamed = {place.id for place in unnamed}
        self._document = document
        self._by_id = {a.id: a for a in attributions}
        self._placed = [Placement.of(items) for items in (times, quantities, places)]
        self._names = Placement.of_names(document.text, entities)
        self._words = Words(tokens)

    def with_movements(self, claim: Claim, rows: list[_Row]) -> list[Claim]:
        """The claim with its main movement, and a further claim for each of the others."""
        if not rows:
            return [claim]
        status = [_status(claim, row) for row in rows]
        leads = [row[2][0] - claim.start <= _LEAD for row in rows]
        main = max(
            range(len(rows)), key=lambda i: (leads[i] or status[i] == claim.status, leads[i], rows[i][0].filled, -i)
        )
        made = [claim]
        for number, row in enumerate(rows):
            if number == main and (leads[number] or status[number] == claim.status):
                more = [key for key in (row[1].from_, row[1].to) if key in self._unnamed and key not in claim.places]
                made[0] = msgspec.structs.replace(
                    claim, movement=row[1], status=status[number], places=(*claim.places, *more)
                )
            else:
                made.append(self._further(claim, row, status[number]))
        return made

    def own(self, row: _Row) -> Claim:
        """A claim of the writer's own: the words of the movement."""
        return self._claim(row, None, (), meant(row[0]))

    def _further(self, claim: Claim, row: _Row, status: Status) -> Claim:
        return self._claim(row, claim.attribution, claim.chain, status)

    def _claim(self, row: _Row, key: str | None, chain: tuple[str, ...], status: Status) -> Claim:
        span = row[2]
        body = self._document.text[slice(*span)]
        attribution = self._by_id.get(key) if key is not None else None
        _, said, factuality = reading_of(self._document.text, body, (span,), self._words)
        outer = [self._by_id[hop] for hop in chain[1:]]
        lead, edits = _mover(row)
        return Claim(
            id="",
            text=stand_alone(f"{lead}{body}", attributed=attribution is not None),
            start=span[0],
            end=span[1],
            attribution=key,
            chain=chain,
            status=status,
            times=self._placed[0].inside((span,)),
            quantities=self._placed[1].inside((span,)),
            places=self._placed[2].inside((span,)),
            entities=self._names.inside((span,)),
            movement=row[1],
            form="sentence" if is_clause(body) else "fragment",
            edits=edits,
            certainty=certainty_of(said, attribution, outer, factuality),
        )


def _mover(row: _Row) -> tuple[str, tuple[Edit, ...]]:
    """Who moves, in brackets before words in which that is not said, as an edit."""
    found, movement, span = row
    phrase = found.who
    if found.frame.noun or phrase is None or movement.who is None or phrase.first >= found.first:
        return "", ()
    start, end = found.sentence.spans[phrase.first][0], found.sentence.spans[phrase.last - 1][1]
    if span[0] <= start:
        return "", ()
    now = f"[{movement.who}]"
    return f"{now} ", (Edit(kind="supplied", was=None, now=now, span=(start, end)),)


def _status(claim: Claim, row: _Row) -> Status:
    """The status of the claim, where it leaves the movement open by that of the movement's own words."""
    found = row[0]
    first = next((i for i, span in enumerate(found.sentence.spans) if span[0] >= claim.start), 0)
    own = meant(found, min(first, found.at))
    if claim.status == "asserted" or (claim.status in {"hedged", "planned"} and own == "denied"):
        return own
    return claim.status
