"""From what a reviewer asks for to the correction that is kept: complete, checked, with its words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn

import msgspec

from sayso.errors import LedgerError
from sayso.ledger.decisions_correct import corrected
from sayso.ledger.decisions_kept import Kept, Standing
from sayso.nouns import Claim, Correction, Decision, Quote, Reading
from sayso.nouns.folding import clean

#: a name that is longer is none; and a claim
_LONGEST_NAME, _LONGEST_TEXT = 300, 5_000
#: edits that bring words of the speaker into the claim
_OF_SPEAKER = ("supplied", "glossed", "joined")


def made(raw: Reading, current: Reading, target: str, wanted: Correction, before: Correction | None) -> Correction:
    """The correction that is kept. ``before`` is the one that stands, which goes on standing where nothing else does.

    Raises:
        LedgerError: SAY-142.
    """
    name = f"{raw.document.source}#{target}"
    checked = _checked(raw, current, target, wanted, name)
    whole = _over(before, checked)
    claim = next((each for each in raw.claims if each.id == target), None)
    if claim is None or checked.text is not None or (checked.content is None and whole.text is not None):
        return whole  # the claim has its words already
    if checked.content is None and checked.speaker is None and checked.source is None:
        return whole
    return msgspec.structs.replace(whole, text=_worded(raw, claim, whole))


def _refuse(name: str, what: str) -> NoReturn:
    raise LedgerError("SAY-142", name, what)


def _checked(raw: Reading, current: Reading, target: str, wanted: Correction, name: str) -> Correction:
    """The correction as it was asked for, with the words of its ranges, and the speaker by name."""
    if wanted == Correction(type=wanted.type):
        _refuse(name, "nothing is corrected")
    is_claim = any(claim.id == target for claim in raw.claims)
    if not is_claim and (wanted.writer or wanted.status is not None or wanted.text is not None):
        _refuse(name, "an attribution without a claim has neither status nor wording, and is somebody's")
    if wanted.writer and (wanted.speaker is not None or wanted.entity or wanted.source or wanted.cue):
        _refuse(name, "it is either the writer who says it or somebody else")
    text = raw.document.text
    speaker, entity = _speaker(current, wanted, name)
    if wanted.content is not None and not wanted.content:
        _refuse(name, "a content has words")
    worded = None
    if wanted.text is not None:
        worded = " ".join(clean(wanted.text).split())
        if not worded or len(worded) > _LONGEST_TEXT:
            _refuse(name, "a claim has words, and not too many")
    known = {each.id for each in raw.entities}
    return msgspec.structs.replace(
        wanted,
        speaker=speaker,
        # an id that a correction brought in may be another one tomorrow: the name is not
        entity=entity if entity in known else None,
        source=_quotes(text, wanted.source, name) if wanted.source is not None else None,
        cue=_quotes(text, (wanted.cue,), name)[0] if wanted.cue is not None else None,
        content=_quotes(text, wanted.content, name) if wanted.content is not None else None,
        text=worded,
    )


def _speaker(current: Reading, wanted: Correction, name: str) -> tuple[str | None, str | None]:
    if wanted.entity is not None:
        entity = next((each for each in current.entities if each.id == wanted.entity), None)
        if entity is None:
            _refuse(name, f"the page has no {wanted.entity}")
        return entity.name, entity.id
    if wanted.speaker is None:
        return None, None
    speaker = " ".join(clean(wanted.speaker).split())
    if not any(char.isalnum() for char in speaker) or len(speaker) > _LONGEST_NAME:
        _refuse(name, "a speaker has a name, and no long one")
    return speaker, None


def _quotes(text: str, quotes: Iterable[Quote], name: str) -> tuple[Quote, ...]:
    found: list[Quote] = []
    for quote in sorted(quotes, key=lambda each: (each.start, each.end)):
        if not 0 <= quote.start < quote.end <= len(text):
            _refuse(name, f"[{quote.start}, {quote.end}) is no range of its text of {len(text)} code points")
        words = text[quote.start : quote.end]
        if not words.strip():
            _refuse(name, f"no words stand at [{quote.start}, {quote.end})")
        if quote.text is not None and quote.text != words:
            _refuse(name, f"other words stand at [{quote.start}, {quote.end}): “{words[:60]}”")
        if found and quote.start < found[-1].end:
            _refuse(name, f"[{quote.start}, {quote.end}) overlaps the range before it")
        found.append(Quote(start=quote.start, end=quote.end, text=words))
    return tuple(found)


def _over(before: Correction | None, wanted: Correction) -> Correction:
    """What is asked for now in place of what stood; the rest stands."""
    if before is None:
        return wanted
    said = wanted.speaker is not None or wanted.source is not None or wanted.cue is not None
    kept = before
    if wanted.writer:
        kept = msgspec.structs.replace(before, speaker=None, entity=None, type=None, source=None, cue=None)
    elif said:
        kept = msgspec.structs.replace(before, writer=False)
    if wanted.speaker is not None:
        kept = msgspec.structs.replace(kept, entity=None, type=None)
        if wanted.source is None and before.speaker != wanted.speaker:
            kept = msgspec.structs.replace(kept, source=None)  # where the page named another one
    given = {name: value for name in wanted.__struct_fields__ if (value := getattr(wanted, name)) not in (None, False)}
    return msgspec.structs.replace(kept, **given)


def _worded(raw: Reading, claim: Claim, whole: Correction) -> str | None:
    """The claim in words by its new content or speaker; null where it keeps the words that the reader gave it."""
    kept = Kept(decision=Decision(document=raw.document.id, target=claim.id, verdict="correct"))
    wanted = msgspec.structs.replace(whole, text=None)
    reading = corrected(raw, [Standing(0, kept, claim.id, wanted, None, True)])
    now = next(each for each in reading.claims if each.id == claim.id)
    if whole.content is None and not any(edit.kind in _OF_SPEAKER for edit in claim.edits):
        return None
    if whole.content is None and (claim.attribution is None or now.attribution is None):
        return None
    from sayso.claims.index import Placement
    from sayso.claims.phrase import Phraser

    names = Placement.of_names(reading.document.text, reading.entities)
    phraser = Phraser(reading.document, reading.times, reading.entities, reading.mentions, names)
    coming = now.status in ("planned", "hypothetical")
    said = next((each for each in reading.attributions if each.id == now.attribution), None)
    if said is None:
        return phraser.own((now.start, now.end), coming=coming).text
    outer = next((each for each in reading.attributions if each.id == said.parent), None)
    return phraser.attributed(said, outer, parsed=False, coming=coming).text
