"""Finding what was decided on in another reading of its page: by the words of the page and where they stand.

Ids change when a page is read again, and claims are worded otherwise; what the page says does not. Where the rules that
make the text out of the page have changed, the words stand elsewhere: they are looked for nearest to where they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from sayso.ledger.decisions_shown import hull, shown
from sayso.nouns import Correction, Quote, Range, Reading, Shown


@dataclass(frozen=True, slots=True)
class Found:
    """Where a target is: its id in this reading, and by how many code points the page's words have moved."""

    target: str
    shift: int


def find(reading: Reading, target: str, sides: Sequence[Shown]) -> Found | None:
    """The claim or attribution that reads as one of the ``sides``; ``None`` where there is none.

    The one with the same range of words, of several the one with the same cue and id; else the one that covers most of
    these words, if it covers half of them.
    """
    for side in sides:
        words = [relocated(reading.document.text, quote, 0) for quote in side.content]
        there = [quote for quote in words if quote is not None]
        if not there:
            continue
        span = hull((quote.start, quote.end) for quote in there)
        shift = there[0].start - side.content[words.index(there[0])].start
        found = _best(reading, target, side, span, shift)
        if found is not None:
            return Found(found, shift)
    return None


def _best(reading: Reading, target: str, side: Shown, span: Range, shift: int) -> str | None:
    cue = (side.cue.start + shift, side.cue.end + shift) if side.cue else None
    cues = {said.id: (said.cue.start, said.cue.end) for said in reading.attributions if said.cue}
    if side.status is not None:
        things = [(claim.id, claim.attribution, (claim.start, claim.end)) for claim in reading.claims]
    else:
        things = [(said.id, said.id, hull(said.content.spans)) for said in reading.attributions]
    ranked = []
    for position, (ident, attribution, its) in enumerate(things):
        common = max(0, min(its[1], span[1]) - max(its[0], span[0]))
        if 2 * common < max(its[1] - its[0], span[1] - span[0], 1):
            continue
        theirs = cues.get(attribution or "")
        if side.status is None and cue is not None and not _meet(theirs, cue):
            continue  # an attribution is the words that say that it is said
        ranked.append((its != span, theirs != cue, ident != target, -common, position, ident))
    return min(ranked)[-1] if ranked else None


def _meet(a: Range | None, b: Range) -> bool:
    return a is not None and a[0] < b[1] and b[0] < a[1]


def relocated(text: str, quote: Quote, shift: int) -> Quote | None:
    """A quotation where it stands in ``text``: where it is looked for, else nearest to that; ``None``: nowhere."""
    words, start = quote.text or "", max(0, quote.start + shift)
    if not words:
        return None
    if not text.startswith(words, start):
        around = [at for at in (text.rfind(words, 0, start + len(words)), text.find(words, start)) if at >= 0]
        if not around:
            return None
        start = min(around, key=lambda at: (abs(at - start), at))
    return Quote(start=start, end=start + len(words), text=words)


def moved(reading: Reading, correction: Correction, read: Shown, found: Found) -> Correction | None:
    """A correction with its words where this reading's page has them; ``None`` where it lacks some.

    ``read`` is how the target read when it was decided. A wording of the claim is left out where it was made of words
    that this reading has not as the content.
    """

    def all_of(parts: Iterable[Quote]) -> tuple[Quote, ...] | None:
        there = [relocated(reading.document.text, quote, found.shift) for quote in parts]
        return None if None in there else tuple(quote for quote in there if quote is not None)

    source = all_of(correction.source or ())
    cue = all_of((correction.cue,) if correction.cue else ())
    content = all_of(correction.content or ())
    if source is None or cue is None or content is None:
        return None
    text = correction.text
    if text is not None and correction.content is None:
        now = shown(reading, found.target)
        if now is None or [quote.text for quote in now.content] != [quote.text for quote in read.content]:
            text = None
    return msgspec.structs.replace(
        correction,
        source=source if correction.source is not None else None,
        cue=cue[0] if cue else None,
        content=content if correction.content is not None else None,
        text=text,
    )
