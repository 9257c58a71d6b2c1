"""Contents that are no clause, made into one with the fewest words from outside.

What is taken from elsewhere on the page or is not on it stands in square brackets, except a raised subject and the
finite form of its verb, which the grammar of the sentence fixes: *Some 40 trucks are believed to have crossed* says of
the trucks that they *have crossed*. Where a rule would have to guess a tense, it does not apply.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.claims.clauses import is_clause, lacks_subject
from sayso.nouns.attribution import Attribution
from sayso.nouns.base import Range
from sayso.nouns.claim import Edit
from sayso.reader.common.cues import hearsay
from sayso.reader.common.finite import is_finite
from sayso.reader.common.inflect import plural
from sayso.reader.common.main_clause import cut
from sayso.reader.common.stance import Stance, stance
from sayso.reader.common.words import word_class

#: Parts of a claim in order: ranges of the document, and words that do not stand there.
Part = Range | str

_THAT = re.compile(r"\s*(?:that\s+)?")
_TO = re.compile(r"^to (?P<verb>[a-z]+)(?P<gap>\s|$)")
_AUXILIARY = re.compile(r"^(?P<aux>is|are|was|were|has been|have been)\s+\S+$")
_OF = re.compile(r"^(?P<who>.{2,60}?) of (?P<verb>having [a-z]+|[a-z]+ing)\b")
_HAVING = re.compile(r"^having (?=[a-z])")
_FUTURE = frozenset({"expected", "forecast", "predicted", "projected", "anticipated", "scheduled"})
_HAVE = {"is": "has", "are": "have", "was": "had", "were": "had", "has been": "has", "have been": "have"}
_BE = {"is": "is", "are": "are", "was": "was", "were": "were", "has been": "is", "have been": "are"}
_NO_BASE = frozenset({"also", "still", "now", "then", "soon", "never", "not", "even", "only", "once", "already"})
_MANY = frozenset({"police", "people", "men", "women", "children", "some", "several", "many", "most", "both", "dozens",
                   "hundreds", "thousands", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                   "they", "we"})  # fmt: skip
#: Objects that make no subject.
_OBJECTS = frozenset({"him", "her", "them", "me", "us", "it", "you", "each other", "one another", "himself", "herself"})
#: Words of a subject looked at before a source: *the 84 | prosecutors say were found*.
_LONGEST_SUBJECT = 6


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A sentence in parts, and what was done."""

    parts: tuple[Part, ...]
    edits: tuple[Edit, ...] = field(default=())


def rebuild(text: str, attribution: Attribution, clause_start: int) -> Rebuilt | None:
    """A sentence from a content that is none; None where no rule fits.

    Args:
        text: the document's.
        attribution: whose content it is.
        clause_start: where the clause of the cue begins.
    """
    cue, spans = attribution.cue, attribution.content.spans
    if cue is None or len(spans) != 1:
        return None
    first, last = spans[0]
    body, said = text[first:last], stance(cue.text)
    if cue.start > first:
        return None
    if body.startswith("to ") and said.passive and not attribution.source.spans:
        return _raised(text, (clause_start, cue.start), cue.text, (first, last))
    if {"claim", "admit", "profess"} & said.bases and body.startswith("to "):
        return _by_source(text, attribution, said, (first, last), re.compile(r"^to have (?=[a-z])"))
    if {"deny", "admit", "acknowledge", "confess"} & said.bases and _HAVING.match(body):
        return _by_source(text, attribution, said, (first, last), _HAVING)
    if {"accuse", "suspect"} & said.bases:
        return _accused(text, said, (first, last))
    if lacks_subject(body):
        return _subject_before(text, attribution, clause_start, (first, last))
    return None


def _raised(text: str, before: Range, cue: str, content: Range) -> Rebuilt | None:
    """*Some 40 trucks | are believed | to have crossed*; a subject with anything before it stays as it is."""
    verb, auxiliary = _TO.match(text[slice(*content)]), _AUXILIARY.match(cue.lower())
    lead = _THAT.match(text, *before)
    start = lead.end() if lead else before[0]
    end = start + len(text[start : before[1]].rstrip())
    subject = text[start:end]
    if auxiliary is None or verb is None or not subject or not _is_noun_phrase(subject):
        return None
    finite = _finite(verb["verb"], auxiliary["aux"], future=cue.lower().split()[-1] in _FUTURE)
    if finite is None:
        return None
    after = content[0] + verb.end("verb")
    edits = (
        Edit(kind="supplied", was=None, now=subject, span=(start, end)),
        Edit(kind="changed", was=f"{cue} to {verb['verb']}", now=finite),
    )
    return Rebuilt(((start, end), f" {finite}", (after, content[1])), edits)


def _finite(verb: str, auxiliary: str, *, future: bool) -> str | None:
    """The finite form for an infinitive below a passive; None where only a guess would give it."""
    if verb in _NO_BASE or verb.endswith("ly"):
        return None
    if future:
        return f"would {verb}" if auxiliary in {"was", "were"} else f"will {verb}"
    if verb == "have":
        return _HAVE[auxiliary]
    if verb == "be":
        return _BE[auxiliary]
    if auxiliary in {"was", "were"}:
        return None
    return plural(verb) if auxiliary in {"is", "has been"} else verb


def _by_source(
    text: str, attribution: Attribution, said: Stance, content: Range, lead: re.Pattern[str]
) -> Rebuilt | None:
    """*The group claims | to have shot*: the source is the subject."""
    found = lead.match(text[slice(*content)])
    if found is None or not attribution.source.spans:
        return None
    start, end = attribution.source.spans[0]
    subject = text[start:end]
    if "," in subject or len(subject) > 80 or re.search(r"\b(?:any|ever|either)\b", text[slice(*content)]):
        return None
    have = "had" if said.past else "have" if is_many(subject) else "has"
    edits = (
        Edit(kind="supplied", was=None, now=f"[{subject}]", span=(start, end)),
        Edit(kind="changed", was=found[0].strip(), now=have),
    )
    return Rebuilt((f"[{subject}] {have} ", (content[0] + found.end(), content[1])), edits)


def _accused(text: str, said: Stance, content: Range) -> Rebuilt | None:
    """*Qatar | of | transporting them*: the one accused is the subject, and the tense is in brackets."""
    body = text[slice(*content)]
    found = _OF.match(body)
    if found is None or "," in found["who"] or found["who"].lower() in _OBJECTS or is_clause(found["who"]):
        return None
    if re.search(r"\b(?:and|or|but) (?:of|for)\b", body):
        return None  # a second charge: "of hiding men and for advocating war"
    many = is_many(found["who"])
    at = content[0] + found.start("verb")
    if found["verb"].startswith("having "):
        auxiliary, at = ("had" if said.past else "have" if many else "has"), at + len("having ")
    elif said.past:
        auxiliary = "were" if many else "was"
    else:
        auxiliary = "are" if many else "is"
    end = content[0] + found.end("who")
    was = " ".join(text[end:at].split())
    return Rebuilt(
        ((content[0], end), f" [{auxiliary}] ", (at, content[1])),
        (Edit(kind="changed", was=was, now=f"[{auxiliary}]"),),
    )


def _subject_before(text: str, attribution: Attribution, clause_start: int, content: Range) -> Rebuilt | None:
    """*23 fewer than the 84 | prosecutors say | were found*: what it is said of stands before source and cue."""
    assert attribution.cue is not None
    end = min([span[0] for span in attribution.source.spans] + [attribution.cue.start])
    before = text[clause_start:end].rstrip()
    before = re.sub(r",?\s+(?:that|which|who)$", "", before)
    if before.endswith(","):
        return None
    words = list(re.finditer(r"[^\s]+", before))
    taken = 0
    for word in reversed(words[-_LONGEST_SUBJECT:]):
        low = word[0].lower()
        if low in word_class("prepositions") | word_class("subordinators") | word_class("coordinators") | word_class(
            "auxiliaries"
        ):
            break
        if (
            not (low[0].isalnum() and low[-1].isalnum())
            or low in word_class("finite")
            or (taken and low.endswith("ed"))
        ):
            break
        taken += 1
        if low in word_class("determiners"):
            break
    if (
        not taken
        or taken == _LONGEST_SUBJECT
        or words[-1][0].lower() in word_class("determiners") | word_class("possessives")
    ):
        return None
    if taken == len(words) and not before[:1].isupper():
        return None
    start, stop = clause_start + words[-taken].start(), clause_start + len(before)
    subject = text[start:stop]
    if attribution.cue.text.lower() in hearsay():
        edits = (
            Edit(kind="supplied", was=None, now=subject, span=(start, stop)),
            Edit(kind="dropped", was=attribution.cue.text, now=None),
        )
        return Rebuilt(((start, stop), " ", content), edits) if taken == len(words) else None
    edit = Edit(kind="supplied", was=None, now=f"[{subject}]", span=(start, stop))
    return Rebuilt((f"[{subject}] ", content), (edit,))


def _is_noun_phrase(words: str) -> bool:
    """Whether words before a cue are a subject and nothing else: no comma, conjunction, verb, or adverbial in front."""
    forms, lows = cut(words)
    if (
        not lows
        or lows[0] in word_class("prepositions") | word_class("connectives")
        or lows[0] in {"it", "there", "who"}
    ):
        return False
    if {",", ";", ":", "“", '"', "–", "—"} & set(lows) or (word_class("relatives") | {"that"}) & set(lows):
        return False
    return not any(is_finite(forms, lows, i) for i in range(len(forms)))


def is_many(phrase: str) -> bool:
    """Whether a noun phrase goes with a plural verb, by its first word and its head."""
    words = re.split(r"\b(?:of|in|from|at|for|who|which|with|near)\b", phrase)[0].split() or [""]
    low, head = words[0].lower(), words[-1].strip("’'")
    if low in _MANY or head.lower() in _MANY or (low.replace(",", "").isdigit() and low != "1"):
        return True
    if low in {"a", "an", "one", "this", "every", "each"}:
        return False
    return " and " in phrase or (head.endswith("s") and not head.endswith(("ss", "us", "is")) and head[:1].islower())
