"""A reading with the decisions on it carried out: what was rejected is gone, what was corrected reads as it should.

Ids of what stays are those of the reading as it was put in, so that a decision means the same before and after another.
What a correction brings in (a speaker whom the reading did not know, somebody who says what was the writer's own) has
ids that the reading did not use.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from sayso.ledger.decisions_kept import Standing
from sayso.ledger.decisions_shown import hull
from sayso.nouns import Attribution, Claim, Content, Correction, Cue, Entity, Hedge, Mention, Quote, Range, Reading
from sayso.nouns.attribution import Source, SourceKind
from sayso.nouns.folding import fold

_NUMBER = re.compile(r"\d+$")
#: what kind of source an entity of a type is when it is named
_KINDS: dict[str, SourceKind] = {"outlet": "outlet", "document": "document", "group": "group"}
#: kinds of sources that go by a name
_BY_NAME = ("named", "outlet", "document")
_QUOTED = "\"“«‘'"


def corrected(reading: Reading, standing: Iterable[Standing]) -> Reading:
    """The reading with the decisions that have an effect carried out, in order; the same one where none has any."""
    effective = [each for each in standing if each.has_effect]
    if not effective:
        return reading
    page = _Page(reading)
    for each in effective:
        assert each.target is not None
        if each.takes_out:
            page.take_out(each.target)
        elif each.correction is not None:
            page.correct(each.target, each.correction)
    return page.reading()


class _Page:
    """The parts of a reading while they are corrected."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.document.text
        self._claims = {claim.id: claim for claim in reading.claims}
        self._said = {said.id: said for said in reading.attributions}
        self._entities = {entity.id: entity for entity in reading.entities}
        self._mentions = list(reading.mentions)
        self._checks = list(reading.checks)

    def reading(self) -> Reading:
        return msgspec.structs.replace(
            self._reading,
            claims=tuple(self._claims.values()),
            attributions=tuple(self._said.values()),
            entities=tuple(self._entities.values()),
            mentions=tuple(self._mentions),
            checks=tuple(self._checks),
        )

    def take_out(self, target: str) -> None:
        claim = self._claims.pop(target, None)
        if claim is not None:
            self._checks = [check for check in self._checks if check.claim != target]
            self._drop(claim.attribution)
        elif target in self._said:
            self._bypass(target)

    def _drop(self, attribution: str | None) -> None:
        """Let an attribution go whose claim is gone, unless it passes on what others say."""
        used = any(attribution in claim.chain for claim in self._claims.values())
        if not used and not any(said.parent == attribution for said in self._said.values()):
            self._said.pop(attribution or "", None)

    def _bypass(self, attribution: str) -> None:
        """Let a hop go: what it passes on is passed on by whoever passes it on itself."""
        parent = self._said.pop(attribution).parent
        for said in list(self._said.values()):
            if said.parent == attribution:
                self._said[said.id] = msgspec.structs.replace(said, parent=parent if parent != said.id else None)
        for claim in list(self._claims.values()):
            if attribution in claim.chain:
                chain = tuple(hop for hop in claim.chain if hop != attribution)
                innermost = next(iter(chain), None)
                self._claims[claim.id] = msgspec.structs.replace(claim, chain=chain, attribution=innermost)

    def correct(self, target: str, correction: Correction) -> None:
        claim = self._claims.get(target)
        if claim is None:
            if target in self._said:
                self._respeak(self._said[target], correction)
            return
        if correction.writer:
            self._claims[target] = msgspec.structs.replace(claim, attribution=None, chain=())
            self._drop(claim.attribution)
        elif claim.attribution in self._said:
            self._respeak(self._said[claim.attribution], correction)
        elif _about_saying(correction):
            made = self._attribution(claim, correction)
            self._said[made.id] = made
            self._respeak(made, correction)
            self._claims[target] = msgspec.structs.replace(claim, attribution=made.id, chain=(made.id,))
        self._reword(target, correction)

    def _attribution(self, claim: Claim, correction: Correction) -> Attribution:
        """Somebody says what was the writer's own."""
        words = self._text[claim.start : claim.end]
        quoted = words[:1] in _QUOTED or self._text[max(0, claim.start - 1) : claim.start] in set(_QUOTED)
        return Attribution(
            id=_next("a", self._said),
            cue=None,
            source=Source(spans=(), text=None, entity=None, kind="unnamed"),
            content=Content(spans=((claim.start, claim.end),), text=words),
            manner="direct" if quoted else "indirect",
            parent=None,
            said=None,
            venue=None,
            addressee=None,
            hedge=Hedge(strength="none", text=None),
            polarity="affirmed",
            score=1.0,
        )

    def _reword(self, target: str, correction: Correction) -> None:
        """What the claim itself has from its content: its range, its measures, its words; and its status."""
        claim = self._claims[target]
        changed: dict[str, Any] = {}
        if correction.content:
            spans = tuple((quote.start, quote.end) for quote in correction.content)
            changed |= self._measured(claim, spans)
        if correction.text is not None and correction.text != claim.text:
            changed |= {"text": correction.text, "form": "sentence", "edits": ()}
        if correction.status is not None:
            changed["status"] = correction.status
        if changed:
            self._claims[target] = msgspec.structs.replace(claim, **changed)

    def _measured(self, claim: Claim, spans: tuple[Range, ...]) -> dict[str, Any]:
        from sayso.claims.index import Placement  # whoever only asks of readings without corrections needs none of it

        reading, (start, end) = self._reading, hull(spans)
        found: dict[str, Any] = {
            "quantities": Placement.of(reading.quantities).inside(spans),
            "times": Placement.of(reading.times).inside(spans),
            "places": Placement.of(reading.places).inside(spans),
        }
        if any(getattr(claim, name) != now for name, now in found.items()):
            # a check was made with other measures than the claim has now
            self._checks = [check for check in self._checks if check.claim != claim.id]
        movement, gone = claim.movement, set(claim.places) - set(found["places"])
        if movement is not None and gone & {movement.from_, movement.to, *movement.via}:
            movement = None
        certainty, words = claim.certainty, " ".join(self._text[a:b] for a, b in spans)
        if certainty is not None and certainty.negation is not None and certainty.negation not in words:
            certainty = msgspec.structs.replace(certainty, negation=None)
        names = Placement.of_names(self._text, list(self._entities.values()))
        return found | {
            "start": start,
            "end": end,
            "entities": names.inside(spans),
            "movement": movement,
            "certainty": certainty,
        }

    def _respeak(self, said: Attribution, correction: Correction) -> None:
        """Who says it, and where the page has that, its cue and what is said."""
        changed: dict[str, Any] = {}
        if correction.cue is not None:
            changed["cue"] = Cue(start=correction.cue.start, end=correction.cue.end, text=correction.cue.text or "")
        if correction.content:
            changed["content"] = Content(spans=_spans(correction.content), text=_words(correction.content))
        if correction.speaker is not None:
            changed["source"] = self._source(said, correction, self._speaker(correction))
        elif correction.source is not None:
            changed["source"] = self._source(said, correction, self._named_in(correction.source))
        self._said[said.id] = msgspec.structs.replace(said, **changed)

    def _speaker(self, correction: Correction) -> Entity:
        """The entity that goes by the name, else a new one."""
        name = correction.speaker or ""
        key, own = fold(name), self._entities.get(correction.entity or "")
        if own is not None and key in _keys(own):
            return own
        by_name = [entity for entity in self._entities.values() if fold(entity.name) == key]
        by_alias = [entity for entity in self._entities.values() if key in _keys(entity)]
        if by_name or len(by_alias) == 1:
            return (by_name or by_alias)[0]
        made = Entity(id=_next("e", self._entities), type=correction.type or self._type(key), name=name)
        self._entities[made.id] = made
        return made

    def _type(self, key: str) -> Any:
        return next((mention.type for mention in self._mentions if fold(mention.text) == key), "other")

    def _named_in(self, source: Sequence[Quote]) -> Entity | None:
        """Whom the mentions within these words are of, the longest one; else who alone goes by these words."""
        inside = [m for m in self._mentions if any(q.start <= m.start and m.end <= q.end for q in source)]
        known = [mention for mention in inside if mention.entity in self._entities]
        best = max(known, key=lambda mention: (mention.end - mention.start, -mention.start), default=None)
        if best is not None:
            return self._entities[best.entity or ""]
        key = fold(_words(source))
        called = [entity for entity in self._entities.values() if key in _keys(entity)]
        return called[0] if len(called) == 1 else None

    def _source(self, said: Attribution, correction: Correction, entity: Entity | None) -> Source:
        spans, text = said.source.spans, said.source.text
        if correction.source is not None:
            spans, text = _spans(correction.source), _words(correction.source) or None
        elif text is not None and entity is not None and self._names_another(said.source, text, entity):
            spans, text = (), None  # these words are somebody else's name
        if entity is not None:
            self._mention(spans, entity)
            named = _KINDS.get(entity.type, "named")
        elif text is None:
            named = "unnamed"
        else:
            named = "named" if text[:1].isupper() else "anonymous"
        same = entity is not None and said.source.entity == entity.id
        return Source(
            spans=spans,
            text=text,
            entity=entity.id if entity else None,
            kind=said.source.kind if same and text == said.source.text else named,
            count=said.source.count if text == said.source.text else None,
        )

    def _names_another(self, source: Source, text: str, entity: Entity) -> bool:
        """Whether the page has somebody else's name there, and not a pronoun or a description."""
        key = fold(text)
        if source.kind not in _BY_NAME or key in _keys(entity):
            return False
        others = {other.id: other for other in self._entities.values() if other.id != entity.id}
        named = [
            m for m in self._mentions if m.form == "name" and any(a <= m.start and m.end <= b for a, b in source.spans)
        ]
        return any(key in _keys(other) for other in others.values()) or any(m.entity in others for m in named)

    def _mention(self, spans: Sequence[Range], entity: Entity) -> None:
        """The words of the source mean this entity."""
        for start, end in spans:
            at = next((n for n, m in enumerate(self._mentions) if (m.start, m.end) == (start, end)), None)
            if at is not None:
                self._mentions[at] = msgspec.structs.replace(self._mentions[at], entity=entity.id, type=entity.type)
                continue
            text = self._text[start:end]
            made = Mention(
                id=_next("m", {mention.id for mention in self._mentions}),
                start=start,
                end=end,
                text=text,
                type=entity.type,
                entity=entity.id,
                form="name" if fold(text) in _keys(entity) else "nominal",
            )
            self._mentions.append(made)


def _about_saying(correction: Correction) -> bool:
    """Whether the correction is about who says it, and not only about what is said."""
    return correction.speaker is not None or correction.source is not None or correction.cue is not None


def _keys(entity: Entity) -> set[str]:
    return {fold(name) for name in (entity.name, *entity.aliases)}


def _spans(quotes: Sequence[Quote]) -> tuple[Range, ...]:
    return tuple((quote.start, quote.end) for quote in quotes)


def _words(quotes: Sequence[Quote]) -> str:
    return " ".join(quote.text or "" for quote in quotes)


def _next(letter: str, idents: Iterable[str]) -> str:
    """An id that is not used yet."""
    numbers = (int(found[0]) for ident in idents if (found := _NUMBER.search(ident)))
    return f"{letter}{max(numbers, default=0) + 1}"
