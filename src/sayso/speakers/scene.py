"""Where the mentions of a document stand: sentence, paragraph, quotation, and their place in the clause."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from typing import Literal

from sayso.reader.common.cues import verbs
from sayso.reader.common.words import word_class
from sayso.reader.layers import Layers
from sayso.speakers.lexicon import pronouns, titles
from sayso.speakers.trees import Trees

#: Place in the clause: subject, object, inside a prepositional phrase, possessor, or behind the name it describes.
Slot = Literal["subj", "obj", "obl", "poss", "appos"]

_RELATIONS: dict[str, Slot] = {
    "nsubj": "subj", "csubj": "subj", "obj": "obj", "iobj": "obj", "obl": "obl", "nmod": "obl", "appos": "appos",
}  # fmt: skip
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OPEN = frozenset({",", ";", ":", "–", "—", "-", "--", "(", "“", '"', "‘", "”", "``", "''"})
_BREAKS = _OPEN | {"that", "who", "which", "because", "when", "while", "after", "before", "if", "but", "as", "where",
                   "although", "though", "since", "until", "so", "whether", "whom"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one mention stands. ``token`` is its first word; ``quote`` the quotation round it, or -1; ``clause``
    counts the clauses of the document as far as commas and conjunctions show them."""

    token: int
    sentence: int
    block: int
    slot: Slot
    quote: int
    clause: int
    opens: bool  # nothing but connectives before it in its sentence
    joined: bool  # one of several joined by *and*
    head: int = -1  # the word that the others of the mention hang on, -1 where nothing is parsed
    depth: int = 0  # clauses that it lies under, at most 2


class Scene:
    """The words of a document with what the linking of mentions asks of them. Built in linear time."""

    def __init__(self, text: str, layers: Layers) -> None:
        self.text = text
        self.starts = [token.start for token in layers.tokens]
        self.words = [text[token.start : token.end] for token in layers.tokens]
        self.lows = [word.lower() for word in self.words]
        self.tokens = layers.tokens
        self.parsed = any(token.deprel for token in layers.tokens[:200])
        self.trees = Trees(layers.tokens) if self.parsed else None
        self._sentences = [start for start, _ in layers.sentences]
        self._blocks = [0]
        for (_, end), (start, _) in zip(layers.sentences, layers.sentences[1:], strict=False):
            self._blocks.append(self._blocks[-1] + ("\n" in text[end:start]))
        self._quotes = [q.start for q in layers.quotations]
        self._quote_ends = [q.end for q in layers.quotations]
        self.clauses: list[int] = []
        clause = 0
        for low in self.lows:
            clause += low in _BREAKS
            self.clauses.append(clause)

    def sentence_of(self, at: int) -> int:
        """Number of the sentence at a character."""
        return max(0, bisect.bisect_right(self._sentences, at) - 1)

    def same_block(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one paragraph."""
        return self._blocks[one : one + 1] == self._blocks[other : other + 1]

    def quote_of(self, at: int) -> int:
        """Number of the quotation round a character, or -1."""
        number = bisect.bisect_right(self._quotes, at) - 1
        return number if number >= 0 and at < self._quote_ends[number] else -1

    def token_at(self, at: int) -> int:
        """Number of the word at, or next after, a character."""
        return min(bisect.bisect_left(self.starts, at), max(0, len(self.starts) - 1))

    def spot(self, start: int, end: int) -> Spot:
        """Where the mention of the characters ``[start, end)`` stands."""
        first = self.token_at(start)
        last = max(first + 1, bisect.bisect_left(self.starts, end))
        sentence = self.sentence_of(start)
        floor = self.token_at(self._sentences[sentence]) if self._sentences else 0
        before = self._before(first, floor)
        head = self.trees.head_of(first, last) if self.trees else -1
        slot = self._parsed_slot(head) or self._slot(first, last, before, floor)
        return Spot(
            token=first,
            sentence=sentence,
            block=self._blocks[sentence] if sentence < len(self._blocks) else 0,
            slot=slot,
            quote=self.quote_of(start),
            clause=self.clauses[first] if self.clauses else 0,
            opens=before < floor,
            joined=self._word(last) == "and" or self._word(before) == "and",
            head=head,
            depth=self.trees.depth(head) if self.trees else 0,
        )

    def _word(self, at: int) -> str:
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def _before(self, first: int, floor: int) -> int:
        """The last word before the noun phrase of a mention: past its titles, adjectives and article."""
        at = first - 1
        skipped = 0
        while at >= floor and skipped < 6:
            low = self.lows[at]
            fits = (
                low in word_class("determiners")
                or low.rstrip(".") in titles()
                or low in word_class("connectives")
                or (self.words[at][0].isupper() and low not in word_class("prepositions"))
            )
            if not fits:
                break
            at -= 1
            skipped += 1
        return at

    def _parsed_slot(self, head: int) -> Slot | None:
        if self.trees is None:
            return None
        relations, above = self.trees.relations, self.trees.heads[head]
        if relations[head] == "nmod:poss":
            return "poss"
        name = relations[head]
        if name == "conj" and above >= 0:
            name = relations[above]
        return _RELATIONS.get(name.split(":")[0])

    def _slot(self, first: int, last: int, before: int, floor: int) -> Slot:
        row = pronouns().get(self.lows[first]) if last - first == 1 and self.lows else None
        after = self._word(last)
        if row is not None:
            places = row.places
            if places == ("subject",):
                return "subj"
            if "possessor" in places and ("object" not in places or _is_noun_like(after)):
                return "poss"
            if "subject" not in places:
                return "obl" if self._word(before) in word_class("prepositions") else "obj"
        elif after in _POSSESSIVE:
            return "poss"
        previous = self._word(before) if before >= floor else ""
        if previous in word_class("prepositions"):
            return "obl"
        if _is_verb(after) or (after in word_class("adverbs") and _is_verb(self._word(last + 1))):
            return "subj"
        if before < floor:
            return "subj"
        if previous == "," and after in {",", ".", ""}:
            return "appos"
        if previous in _BREAKS or previous in {"and", "or"}:
            return "subj" if after not in {".", ","} else "obj"
        return "obj"


def _is_noun_like(low: str) -> bool:
    """Whether a word can begin what is possessed: *her | ship*, not *her | to*."""
    return bool(re.match(r"\w", low)) and not any(
        low in word_class(name)
        for name in (
            "prepositions",
            "determiners",
            "coordinators",
            "subordinators",
            "auxiliaries",
            "adverbs",
            "subject_pronouns",
        )
    )


def _is_verb(low: str) -> bool:
    """Whether a word can be a finite verb behind its subject."""
    if low in word_class("finite") or low in word_class("auxiliaries"):
        return True
    return low in verbs() or (len(low) > 4 and low.endswith("ed"))
