"""A claim's words as a sentence that stands alone, as far as rules can."""

from __future__ import annotations

import bisect
import re
from collections.abc import Sequence

from sayso.claims.clauses import is_clause, lacks_subject
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.document import Document
from sayso.reader.common.cues import verbs

# "That is too much" begins with another word
_LEAD = re.compile(r"^(?:that|and that|but that)\s+")
_WHOLE_QUOTE = re.compile(r"^[\"“«‘'](?P<inner>[^\"“”«»]*?)[,.]?[\"”»’']?[,.]?$", re.DOTALL)
_DOUBLED_QUOTE = re.compile(r"^(?:''|``)(?P<inner>.*?)[,.]?''[,.]?$", re.DOTALL)
_SINGLE_QUOTE = re.compile(r"^‘(?P<inner>.*?)[,.]?’[,.]?$", re.DOTALL)
#: Stretches longer than this hold more than a content and its cue clause.
LONGEST_LEAD = 300


def stand_alone(body: str, *, attributed: bool = True) -> str:
    """Without the leading *that* and the marks round a whole quotation, with a capital and a final stop."""
    text = " ".join(body.split())
    if attributed:
        text = _LEAD.sub("", text)
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


def joined(document: Document, spans: Sequence[Range]) -> str:
    """The words of a content: an interrupted quotation is one again, *“A,” he said. “B.”* is *A. B.*"""
    parts = [document.text[a:b] for a, b in spans]
    inner = [_unquoted(part) for part in parts]
    if len(parts) == 1 or None in inner:
        return " ".join(parts)
    made = str(inner[0])
    for number, part in enumerate(inner[1:], 1):
        text = str(part)
        comma = text[:1].islower() and parts[number - 1].rstrip("\"”’'»").endswith(",")
        made += (", " if comma else " " if text[:1].islower() or made[-1:] in ".!?…" else ". ") + text
    return made


def body_of(document: Document, attribution: Attribution, parent: Attribution | None) -> tuple[str, bool]:
    """The words to make a sentence of, and whether they are the content alone.

    A content that is a clause of its own is enough; one that is not (*7 tonnes a hectare*, *Qatar of moving them*,
    *to have left*) is given with source and cue.
    """
    spans = attribution.content.spans
    body = joined(document, spans)
    if attribution.cue is None or is_clause(body):
        return body, True
    return _with_cue(document, attribution, parent) or body, False


def _with_cue(document: Document, attribution: Attribution, parent: Attribution | None) -> str | None:
    """Source, cue and content in the order in which they make a sentence; None where they are too far apart."""
    cue, sources, spans = attribution.cue, attribution.source.spans, attribution.content.spans
    assert cue is not None
    text, first, last = document.text, spans[0][0], spans[-1][1]
    if cue.start < first and lacks_subject(text[first:last]):
        # "a system that officials said will go into effect": what it is said of stands before the source
        start = _clause_start(document, cue.start, parent)
        return text[start:last] if last - start <= LONGEST_LEAD + (last - first) else None
    if not sources:
        start = min(_clause_start(document, cue.start, parent), first)
        end = max(last, cue.end)
        return text[start:end] if end - start <= LONGEST_LEAD + (last - first) else None
    source = sources[0]
    if cue.start > first or source[0] > first:
        # the content comes first: "“A victory with a small v,” said Babić"
        low, high = min(first, source[0], cue.start), max(last, source[1], cue.end)
        told = attribution.addressee
        if told and text.startswith(told, high + 1):
            high += 1 + len(told)
        near = high - low <= LONGEST_LEAD + (last - first) and "\n" not in text[low:high]
        return text[low:high] if near else None
    if first - cue.start > LONGEST_LEAD:
        return None
    begin = _verb_group(text, cue.start, source[1])
    between = text[source[1] : begin]
    reads_on = source[1] <= begin and len(between) < LONGEST_LEAD and not re.search(r"[,;:.“”\"]", between)
    if reads_on and (between.strip() or begin < cue.start or not cue.text.lower().endswith("ing")):
        return text[source[0] : last]
    subject = text[slice(*source)] + (
        "," if "," in text[slice(*source)] and not text[slice(*source)].endswith(",") else ""
    )
    return f"{subject} {text[begin : cue.start]}{_finite(text[cue.start : cue.end])}{text[cue.end : last]}"


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
