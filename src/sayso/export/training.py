"""What reviewers decided, as training data: JSON lines as ``python -m training.data`` writes them.

A line is a passage of whole sentences of one page, over sayso's own words, with its attributions as ranges of words.
To a trainer all that is not marked is nobody's say-so; so a passage goes out only where every attribution in it has
been decided on. What was rejected leaves a passage without its marks, which teaches as much as one with them. The roles
are those of the corpora: source, cue, content, venue, addressee, time. A speaker who was corrected by name alone
teaches nothing here: the marks are the page's.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, BinaryIO

from sayso.nouns import Attribution, Decision, Range, Reading, Shown

if TYPE_CHECKING:
    from sayso.ledger.store import Store
    from sayso.reader.common.page import Page


@dataclass(slots=True)
class Written:
    """How many passages went out with how many attributions, and how many passages were left out, by the reason."""

    passages: int = 0
    attributions: int = 0
    left_out: dict[str, int] = field(default_factory=dict)

    def leave_out(self, why: str) -> None:
        """Count a passage more that does not go out."""
        self.left_out[why] = self.left_out.get(why, 0) + 1


UNDECIDED = "nobody has decided on all of its attributions"
NO_CUE = "an attribution in it has no cue"


def write_training(ledger: Store, out: BinaryIO) -> Written:
    """Write a line for each passage that reviewers are done with, in the order of the pages."""
    written = Written()
    of: defaultdict[str, list[Decision]] = defaultdict(list)
    for decision in ledger.decisions():
        if decision.holds and decision.unapplied is None and decision.verdict != "skip":
            of[decision.document].append(decision)
    for document, decided in sorted(of.items()):
        for line in lines_of(ledger.reading(document), decided, written):
            out.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n")
    return written


def lines_of(reading: Reading, decided: Iterable[Decision], written: Written) -> Iterator[dict[str, Any]]:
    """The passages of one page: ``reading`` is the current one, ``decided`` the decisions that show in it."""
    from sayso.reader.common.page import Page

    text = reading.document.text
    said = {each.id: each for each in reading.attributions}
    seen, regions = _decided(reading, decided)
    sentences = [(sentence.start, sentence.end) for sentence in Page(text).sentences]
    for start, end in _passages(sentences, regions, [_hull(each) for each in said.values()]):
        inside = [each for each in said.values() if _meets(_hull(each), (start, end))]
        if any(each.id not in seen for each in inside):
            written.leave_out(UNDECIDED)
            continue
        if any(each.cue is None for each in inside):
            written.leave_out(NO_CUE)
            continue
        page = Page(text[start:end])
        written.passages += 1
        written.attributions += len(inside)
        name = f"{reading.document.id.removeprefix('sha256:')[:16]}-{start}"
        yield _line(name, page, [_link(page, each, start, said, reading) for each in inside])


def _decided(reading: Reading, decided: Iterable[Decision]) -> tuple[set[str], list[Range]]:
    """The attributions that somebody decided on, and where all that was decided stands."""
    text = reading.document.text
    claims = {claim.id: claim for claim in reading.claims}
    seen: set[str] = set()
    regions: list[Range] = []
    for decision in decided:
        claim = claims.get(decision.target)
        ident = claim.attribution if claim else decision.target
        found = next((each for each in reading.attributions if each.id == ident), None)
        if found is not None:
            seen.add(found.id)
            regions.append(_hull(found))
        # where words were that are marked no more, or otherwise
        regions += [region for side in (decision.before, decision.after) if side and (region := _region(text, side))]
        if claim is not None and found is None:
            regions.append((claim.start, claim.end))
    return seen, regions


def _region(text: str, side: Shown) -> Range | None:
    parts = [*side.source, *side.content, *([side.cue] if side.cue else [])]
    if not parts or any(text[part.start : part.end] != part.text for part in parts):
        return None  # the page's text is another one since
    return min(part.start for part in parts), max(part.end for part in parts)


def _hull(said: Attribution) -> Range:
    spans = [*said.source.spans, *said.content.spans, *([(said.cue.start, said.cue.end)] if said.cue else [])]
    return (min(a for a, _ in spans), max(b for _, b in spans)) if spans else (0, 0)


def _meets(a: Range, b: Range) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _passages(sentences: list[Range], regions: Iterable[Range], others: Iterable[Range]) -> list[Range]:
    """Whole sentences around each region, with all of every attribution that begins or ends in them."""
    spans = [span for span in others if span[0] < span[1]]
    made: list[Range] = []
    for region in sorted(regions):
        start, end = region
        while True:
            touched = [sentence for sentence in sentences if _meets(sentence, (start, end))]
            touched += [span for span in spans if _meets(span, (start, end))]
            wider = min([start, *(a for a, _ in touched)]), max([end, *(b for _, b in touched)])
            if wider == (start, end):
                break
            start, end = wider
        if made and start < made[-1][1]:
            made[-1] = (min(made[-1][0], start), max(made[-1][1], end))
        else:
            made.append((start, end))
    return made


def _link(page: Page, each: Attribution, start: int, said: dict[str, Attribution], reading: Reading) -> dict[str, Any]:
    parts: dict[str, list[Range]] = {
        "source": list(each.source.spans),
        "cue": [(each.cue.start, each.cue.end)] if each.cue else [],
        "content": list(each.content.spans),
        "venue": _near(page.text, each.venue, each, start),
        "addressee": _near(page.text, each.addressee, each, start),
        "time": [(t.start, t.end) for t in reading.times if each.said and t.id == each.said.time],
    }
    words = {
        role: _words(page, [(a - start, b - start) for a, b in spans if start <= a and b <= start + len(page.text)])
        for role, spans in parts.items()
    }
    return {"id": each.id, **words, "parent": each.parent if each.parent in said else None}


def _near(text: str, words: str | None, each: Attribution, start: int) -> list[Range]:
    """Where words of an attribution stand that are kept without their range: nearest to the cue."""
    if not words or each.cue is None:
        return []
    cue = each.cue.start - start
    places = [at for at in (text.rfind(words, 0, max(0, cue)), text.find(words, max(0, cue))) if at >= 0]
    nearest = min(places, key=lambda at: abs(at - cue), default=None)
    return [(start + nearest, start + nearest + len(words))] if nearest is not None else []


def _words(page: Page, spans: Iterable[Range]) -> list[list[int]]:
    """The words ``[first, last)`` that ranges of characters touch, in order; those without a word between are one."""
    made: list[list[int]] = []
    for start, end in sorted(spans):
        first, last = bisect_right(page.ends, start), bisect_left(page.starts, end)
        if first >= last:
            continue
        if made and first <= made[-1][1]:
            made[-1][1] = max(made[-1][1], last)
        else:
            made.append([first, last])
    return made


def _line(name: str, page: Page, attributions: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": name,
        "text": page.text,
        "words": [list(word) for word in zip(page.starts, page.ends, strict=True)],
        "sentences": [[sentence.first, sentence.last] for sentence in page.sentences],
        "upos": None,
        "heads": None,
        "deprels": None,
        "names": None,
        "fact": None,
        "attributions": attributions,
        "layers": True,
    }
