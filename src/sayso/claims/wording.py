"""A claim's words as a sentence that stands alone, as far as rules can."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.claims.clauses import is_clause, lacks_subject
from sayso.claims.notes import Copy
from sayso.claims.rebuild import Part, rebuild
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.claim import Edit
from sayso.nouns.document import Document
from sayso.reader.common.cues import verbs
from sayso.reader.common.finite import is_finite
from sayso.reader.common.main_clause import cut, modality
from sayso.reader.common.stance import stance

# "That is too much" begins with another word
_LEAD = re.compile(r"^(?:that|and that|but that)\s+")
_WHOLE_QUOTE = re.compile(r"^[\"“«‘'](?P<inner>[^\"“”«»]*?)[,.]?[\"”»’']?[,.]?$", re.DOTALL)
_DOUBLED_QUOTE = re.compile(r"^(?:''|``)(?P<inner>.*?)[,.]?''[,.]?$", re.DOTALL)
_SINGLE_QUOTE = re.compile(r"^‘(?P<inner>.*?)[,.]?’[,.]?$", re.DOTALL)
_AND_THAT = re.compile(r"(,? (?:and|but)) that (?=[\w“\"‘])")
#: A relative pronoun with little between it and the verb behind.
_RELATIVE = re.compile(r"\b(?:who|which|that)(?:\s+\w+){0,3}\s*$")
#: Cues whose that-clause may have a bare verb: *recommended that the gallery be closed*.
_MANDATIVE = frozenset(
    {"demand", "recommend", "urge", "request", "propose", "insist", "suggest", "order", "ask", "advise"}
)
#: Stretches longer than this hold more than a content and its cue clause.
LONGEST_LEAD = 300


@dataclass(frozen=True, slots=True)
class Worded:
    """A claim's text, whether it is a sentence, what was done, and whether the cue clause is part of it."""

    text: str
    form: Literal["sentence", "fragment"]
    edits: tuple[Edit, ...]


def stand_alone(body: str, *, attributed: bool = True) -> str:
    """Without the leading *that* and the marks round a whole quotation, with a capital and a final stop."""
    text = " ".join(body.split())
    if attributed:
        text = _LEAD.sub("", text)
        if text[:1].isalnum():
            text = _AND_THAT.sub(_without_that, text)
        text = _unquoted(text) or text
    text = re.sub(r",([”\"’'»]+)$", r"\1", _balanced(text.strip(" ,;:—–-")))
    for index, char in enumerate(text):
        if char.isalnum():
            text = text[:index] + char.upper() + text[index + 1 :]
            break
    if text and text[-1] not in ".!?…" and not (text[-1] in "\"”’'»" and len(text) > 1 and text[-2] in ".!?…"):
        text += "."
    return text


def _unquoted(text: str) -> str | None:
    """The inside of what is one quotation from end to end; None for anything else."""
    whole = _WHOLE_QUOTE.match(text)
    if whole and whole["inner"] and text[0] in '"“«' and text.count('"') in (0, 1, 2):
        return whole["inner"]
    doubled = _DOUBLED_QUOTE.match(text)
    if doubled and doubled["inner"] and "''" not in doubled["inner"]:
        return doubled["inner"]
    single = _SINGLE_QUOTE.match(text)
    # "‘A’ and ‘B’" is not one quotation; an apostrophe inside a word is no mark
    return single["inner"] if single and single["inner"] and "‘" not in single["inner"] else None


def _balanced(text: str) -> str:
    """With the closing mark that a cut at the end of a content left out."""
    if text.count("''") == 1:
        return text.replace("''", "") if text.startswith("''") else text + "''"
    for opening, closing in ("“”", "«»"):
        if text.count(opening) == text.count(closing) + 1 and text.rfind(opening) > text.rfind(closing):
            return text + closing
    return text


def _without_that(match: re.Match[str]) -> str:
    """The *that* of a second content dropped like that of the first; *and that is all* keeps it."""
    forms, lows = cut(match.string[match.end() :])
    return match[0] if is_finite(["that", *forms], ["that", *lows], 1) else match[1] + " "


def joined(document: Document, spans: Sequence[Range], copy: Copy | None = None) -> str:
    """The words of a content: an interrupted quotation is one again, *“A,” he said. “B.”* is *A. B.*"""
    parts = [copy.of((a, b)) if copy else document.text[a:b] for a, b in spans]
    inner = [_unquoted(part) for part in parts]
    if len(parts) == 1 or None in inner:
        return " ".join(parts)
    made = str(inner[0])
    for number, part in enumerate(inner[1:], 1):
        text = str(part)
        comma = text[:1].islower() and parts[number - 1].rstrip("\"”’'»").endswith(",")
        made += (", " if comma else " " if text[:1].islower() or made[-1:] in ".!?…" else ". ") + text
    return made


def word(
    document: Document, attribution: Attribution, parent: Attribution | None, copy: Copy, spoken: Copy, *, parsed: bool
) -> Worded:
    """The sentence of an attribution's claim.

    A content that is a clause of its own is enough. One that is not (*Qatar of moving them*, *to have left*) is rebuilt
    where a rule fits, else given with source and cue; what can be neither is a fragment.

    Args:
        document: where it stands.
        attribution: the innermost hop.
        parent: the one outside it.
        copy: the document's words with the notes for the content.
        spoken: the same with the notes for the content and its cue clause.
        parsed: the reader's syntax shows a clause with a subject.
    """
    spans = attribution.content.spans
    body = joined(document, spans)
    if parsed or is_clause(body) or _is_that_clause(body, attribution) or _is_utterance(body, attribution):
        edits = [*_dropped(body, spans), *(edit for span in spans for edit in copy.edits(span))]
        return Worded(stand_alone(joined(document, spans, copy)), "sentence", tuple(edits))
    if attribution.cue is not None:
        start = _clause_start(document, attribution.cue.start, parent)
        rebuilt = rebuild(document.text, attribution, start)
        if rebuilt is not None:
            return Worded(_render(rebuilt.parts, copy), "sentence", (*rebuilt.edits, *_glossed(rebuilt.parts, copy)))
        parts = _with_cue(document, attribution, parent)
        if parts is not None:
            lead = _cue_clause(document.text, attribution)
            whole = _has_subject(document.text, attribution) or is_clause(_render(parts, Copy(document.text)))
            form: Literal["sentence", "fragment"] = "sentence" if whole else "fragment"
            return Worded(_render(parts, spoken), form, (lead, *_glossed(parts, spoken)))
    edits = [*_dropped(body, spans), *(edit for span in spans for edit in copy.edits(span))]
    return Worded(stand_alone(joined(document, spans, copy)), "fragment", tuple(edits))


def _render(parts: Sequence[Part], copy: Copy) -> str:
    return stand_alone("".join(part if isinstance(part, str) else copy.of(part) for part in parts))


def _glossed(parts: Sequence[Part], copy: Copy) -> list[Edit]:
    return [edit for part in parts if not isinstance(part, str) for edit in copy.edits(part)]


def _dropped(body: str, spans: Sequence[Range]) -> list[Edit]:
    """What :func:`stand_alone` and :func:`joined` leave out of a content, as edits."""
    made = []
    text = " ".join(body.split())
    if led := _LEAD.match(text):
        made.append(Edit(kind="dropped", was=led[0].strip(), now=None))
    if _unquoted(_LEAD.sub("", text)) is not None:
        made.append(Edit(kind="dropped", was=text[0] + text[-1], now=None))
    if len(spans) > 1:
        made.append(Edit(kind="joined", was=None, now=None, span=(spans[0][0], spans[-1][1])))
    return made


def _cue_clause(text: str, attribution: Attribution) -> Edit:
    """Source and cue, which stay with a content that leans on them."""
    assert attribution.cue is not None
    rows = [*attribution.source.spans, (attribution.cue.start, attribution.cue.end)]
    words = " ".join(text[a:b] for a, b in sorted(rows))
    return Edit(kind="supplied", was=None, now=words, span=(min(a for a, _ in rows), max(b for _, b in rows)))


def _has_subject(text: str, attribution: Attribution) -> bool:
    """Whether the source is the subject of the cue's clause: not *the women who accused*, nor *which he denied*."""
    if not attribution.source.spans or attribution.cue is None:
        return False
    start, end = attribution.source.spans[0]
    relative = _RELATIVE.search(text[start : max(end, attribution.cue.start)] if end <= attribution.cue.start else "")
    return relative is None and text[start:end].lower() not in {"who", "which", "that"}


def _is_utterance(body: str, attribution: Attribution) -> bool:
    """Whether a content is a whole quotation with a verb in it: what begins with a capital was said as it stands."""
    inner = _unquoted(body) if attribution.manner == "direct" else None
    if inner is None or not inner[:1].isupper():
        return False
    forms, lows = cut(inner)
    return any(is_finite(forms, lows, i) for i in range(len(forms)) if lows[i - 1] not in {"who", "which", "that"})


def _is_that_clause(body: str, attribution: Attribution) -> bool:
    """*That* before a subject begins a clause, whatever its verb; not after cues that take a bare verb."""
    forms, lows = cut(body)
    if lows[:1] != ["that"] or len(lows) < 4 or is_finite(forms, lows, 1) or attribution.cue is None:
        return False
    said = stance(attribution.cue.text)
    end = next((i for i in range(2, len(lows)) if lows[i] in modality("ties")), len(lows))
    if not any(low.endswith(("s", "ed")) or is_finite(forms, lows, i) for i, low in enumerate(lows[:end]) if i > 1):
        return False  # "grants that sum to every fighter": a noun
    return said.clausal and lows[1][0].isalnum() and not said.bases & _MANDATIVE and "be" not in lows[:12]


def _with_cue(document: Document, attribution: Attribution, parent: Attribution | None) -> tuple[Part, ...] | None:
    """Source, cue and content in the order in which they make a sentence; None where they are too far apart."""
    cue, sources, spans = attribution.cue, attribution.source.spans, attribution.content.spans
    assert cue is not None
    text, first, last = document.text, spans[0][0], spans[-1][1]
    longest = LONGEST_LEAD + (last - first)
    if cue.start < first and lacks_subject(text[first:last]):
        # "a system that officials said will go into effect": what it is said of stands before the source
        start = _clause_start(document, cue.start, parent)
        return ((start, last),) if last - start <= longest else None
    if not sources:
        start = min(_clause_start(document, cue.start, parent), first)
        end = max(last, cue.end)
        return ((start, end),) if end - start <= longest else None
    source = sources[0]
    if cue.start > first or source[0] > first:
        # the content comes first: "“A victory with a small v,” said Babić"
        low, high = min(first, source[0], cue.start), max(last, source[1], cue.end)
        told = attribution.addressee
        if told and text.startswith(told, high + 1):
            high += 1 + len(told)
        near = high - low <= longest and "\n" not in text[low:high]
        return ((low, high),) if near else None
    if first - cue.start > LONGEST_LEAD:
        return None
    begin = _verb_group(text, cue.start, source[1])
    between = text[source[1] : begin]
    reads_on = source[1] <= begin and len(between) < LONGEST_LEAD and not re.search(r"[,;:.“”\"]", between)
    if reads_on and (between.strip() or begin < cue.start or not cue.text.lower().endswith("ing")):
        return ((source[0], last),)
    comma = "," if "," in text[slice(*source)] and not text[slice(*source)].endswith(",") else ""
    verb = f"{comma} {text[begin : cue.start]}{_finite(text[cue.start : cue.end])}"
    return source, verb, (cue.end, last)


def _verb_group(text: str, at: int, floor: int) -> int:
    """Where the auxiliaries before a cue begin: *has not accused*."""
    found = re.search(
        r"(?:\b(?:has|have|had|is|are|was|were|been|not|never|also|did|does|do|will|would)\s+)+$", text[floor:at]
    )
    return floor + found.start() if found and at > floor else at


def _finite(cue: str) -> str:
    """A participle as the past of its verb, so that *Col. Adan, accusing Varna* makes a sentence."""
    first, _, rest = cue.partition(" ")
    forms = [form for form in verbs().get(first.lower(), ()) if "ing" in form.names]
    if not forms:
        return cue
    past = next(
        (w for w, rows in verbs().items() for f in rows if f.verb is forms[0].verb and "past" in f.names), first
    )
    return past + (" " + rest if rest else "")


def _clause_start(document: Document, at: int, parent: Attribution | None) -> int:
    """Where the clause of a cue without source begins: with the content that it stands in, or with its sentence."""
    if parent is not None:
        for first, last in parent.content.spans:
            if first <= at < last:
                return first
    number = bisect.bisect_right(document.sentences, (at, at)) - 1
    return document.sentences[number][0] if number >= 0 else at
