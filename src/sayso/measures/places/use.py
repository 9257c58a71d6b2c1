"""What a name of a place stands for: the place itself, its government or team, or nothing but a bond to it.

*Fighting near Moscow* is literal, *Moscow said* metonymic, *a Moscow court* and *Russian troops* associative. Told by
the syntax of the reader; where it gives none, by the words beside the name.
"""

from __future__ import annotations

import bisect
import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sayso.lexicon import load
from sayso.measures.places.gazetteer import Entry
from sayso.measures.places.name import WHOLE_BODY, Name
from sayso.measures.places.wording import kinds_of, words_in
from sayso.reader.common.cues import verbs
from sayso.reader.common.datelines import dateline_end
from sayso.reader.layers import Layers, Token

Use = Literal["literal", "metonymic", "associative"]
#: kinds of places that have governments, and act
_ACTING = frozenset(("country", "group", "continent", "admin1"))
_SUBJECT = frozenset(("nsubj",))
#: *Minister of State for Africa*, *ambassador to Libya*
_OFFICE = re.compile(
    r"\b(?P<office>(?:[Mm]inister|[Ss]ecretary|[Ee]nvoy|[Rr]epresentative|[Aa]mbassador|[Cc]ommissioner)\b[^.,;:\n]{0,40}?)"
    r" (?:for|to)(?: the)? \Z"
)


@dataclass(frozen=True, slots=True)
class Used:
    """The use, and why in words (nothing for the literal use, which is what is left)."""

    use: Use
    why: str = ""


LITERAL = Used("literal")


class Uses:
    """The uses of the names of one document."""

    def __init__(self, text: str, layers: Layers) -> None:
        self.text = text
        self.tokens: Sequence[Token] = layers.tokens
        self.starts = [t.start for t in layers.tokens]
        self.speakers = {span for a in layers.attributions for span in a.source.spans}

    def of(self, name: Name, entry: Entry | None) -> Used:
        """The use of one name; ``entry`` is what it was resolved to."""
        if name.form == "adjective":
            return Used("associative", "an adjective of the place")
        if name.inside is not None:
            return Used("associative", f"part of the name “{name.inside}”")
        if self._in_dateline(name):
            return LITERAL
        acting = entry is None or entry.kind in _ACTING or (entry.population or 0) >= 100_000
        if acting and (name.start, name.end) in self.speakers and not self._is(name):
            return Used("metonymic", "it is the source of what is said")
        body = self._owned_body(name)
        if body:
            return Used("associative", f"it stands for whoever has the {body}")
        office = _OFFICE.search(self.text, max(0, name.start - 60), name.start)
        if office:
            return Used("associative", f"it belongs to an office, “{office['office']}”")
        head = self._head(name)
        used = self._by_words(name, acting) if head is None else self._by_syntax(name, head, entry, acting)
        ahead = self.text[max(0, name.start - 16) : name.start].lower().split()
        if used is LITERAL and name.why == WHOLE_BODY and not (ahead and ahead[-1] in words_in("before")):
            return Used("metonymic", "the reader calls it a body")
        return used

    def _in_dateline(self, name: Name) -> bool:
        """Whether a name stands at the head of a report: *SAN DIEGO (AP) -*, *NEW DELHI:*."""
        line = self.text.rfind("\n", 0, name.start) + 1
        if name.end <= dateline_end(self.text, line, len(self.text)):
            return True
        return (
            name.start == line
            and name.text.isupper()
            and self.text[name.end : name.end + 2].rstrip() in (":", ",", "(")
        )

    def _is(self, name: Name) -> bool:
        return self.text[name.end : name.end + 5].lower().startswith((" is ", " was ", " has ", " lies"))

    def _word(self, token: Token) -> str:
        return self.text[token.start : token.end].lower()

    def _owned_body(self, name: Name) -> str:
        """The noun of *Senegal's fisheries ministry*; nothing where what is owned is a place or thing."""
        rest = self.text[name.end : name.end + 50]
        if not rest.startswith(("'s ", "’s ", "' ", "’ ")):
            return ""
        words = rest.split()[1:4] if rest[1:2] == " " else rest[2:].split()[:3]
        for word in words:
            bare = word.strip(",.;:!?()\"'”’").lower()
            if bare in words_in("bodies"):
                return bare
            if bare != word.lower() or kinds_of(bare):
                break
        return ""

    def _head(self, name: Name) -> int | None:
        """The token of the name that hangs on a token outside it; none without syntax."""
        first = bisect.bisect_left(self.starts, name.start)
        if first and self.tokens[first - 1].end > name.start:
            first -= 1
        inside = []
        for index in range(first, min(first + 12, len(self.tokens))):
            if self.tokens[index].start >= name.end:
                break
            inside.append(index)
        for index in inside:
            token = self.tokens[index]
            if token.deprel is not None and token.head is not None and token.head not in inside:
                return index
        return None

    def _by_syntax(self, name: Name, index: int, entry: Entry | None, acting: bool) -> Used:
        token = self.tokens[index]
        seen = {index}
        while token.deprel == "conj" and token.head is not None and token.head >= 0 and token.head not in seen:
            index = token.head
            seen.add(index)
            token = self.tokens[index]
        if token.head is None or token.head < 0:
            return LITERAL
        above = self.tokens[token.head]
        word, relation = self._word(above), token.deprel or ""
        wide = entry is not None and entry.kind in _ACTING
        if relation in _SUBJECT and above.upos == "VERB" and acting:
            if (is_form(word, "agentive") if wide else _speaks(word)) or (wide and not is_form(word, "placid")):
                return Used("metonymic", f"it is the subject of “{word}”")
        elif relation in ("obl:agent", "obl") and wide and self._case(index) == "by" and above.upos == "VERB":
            return Used("metonymic", f"what is “{word}” is done by it")
        elif relation in ("obj", "iobj") and acting and is_form(word, "patients"):
            return Used("metonymic", f"it is the object of “{word}”")
        elif relation == "nmod" and wide and self._case(index) == "of" and word in words_in("bodies"):
            return Used("associative", f"it stands for whoever has the {word}")
        elif relation in ("nmod", "obl") and acting and self._case(index) in ("with", "between", "against", "by"):
            if self._about(token.head):
                return Used("metonymic", f"“{word} {self._case(index)}” takes governments and teams")
        elif relation in ("compound", "amod", "nmod") and token.head > index and self._adjoins(name, word):
            return Used("associative", f"it stands before “{word}” as an adjective would")
        return LITERAL

    def _adjoins(self, name: Name, head: str) -> bool:
        """Whether a name stands right before the words of a noun that is no piece of land: *a Moscow court*, *Oregon
        Republicans*."""
        behind = self.text[name.end : name.end + 40]
        after = bisect.bisect_left(self.starts, name.end)
        nominal = after < len(self.tokens) and self.tokens[after].upos in ("NOUN", "PROPN", "ADJ", "NUM", "PUNCT")
        if not nominal or not behind.startswith((" ", "-")) or not behind[1:2].isalpha():
            return False
        follows = behind.replace("-", " ").split()[0].strip(",.;:").lower()
        return not any(
            kinds_of(w) or w in words_in("grounds") or w.removesuffix("s") in words_in("grounds")
            for w in (head, follows)
        )

    def _about(self, index: int) -> bool:
        """Whether a noun such as *talks* stands above, or above that."""
        for _ in range(3):
            token = self.tokens[index]
            word = self._word(token)
            if word in words_in("between") or word.removesuffix("s") in words_in("between"):
                return True
            if token.head is None or token.head < 0:
                return False
            if token.upos == "VERB":
                return any(
                    self._word(t) in words_in("between") and t.head == index
                    for t in self.tokens[max(0, index - 4) : index + 8]
                )
            index = token.head
        return False

    def _case(self, index: int) -> str:
        for before in range(index - 1, max(-1, index - 4), -1):
            if self.tokens[before].deprel == "case":
                return self._word(self.tokens[before])
        return ""

    def _by_words(self, name: Name, acting: bool) -> Used:
        """Without syntax: the verb that follows, or the noun."""
        words = self.text[name.end : name.end + 40].split()
        ahead = self.text[max(0, name.start - 16) : name.start].lower().split()
        if not words or not self.text.startswith(" ", name.end) or (ahead and ahead[-1] in words_in("before")):
            return LITERAL
        follows = [word.lower() for word in words[:3] if word.isalpha()]
        verb = next((w for w in follows if w not in ("has", "have", "had", "will", "would", "is", "also", "not")), "")
        if acting and verb and verb != verb.upper() and is_form(verb, "agentive"):
            return Used("metonymic", f"it is the subject of “{verb}”")
        return LITERAL


def _speaks(word: str) -> bool:
    """Whether a verb is of saying and deciding, or of a match: what towns do that stand for governments or teams."""
    return word in verbs() or is_form(word, "matches")


@functools.cache
def _irregular() -> dict[str, str]:
    return {str(form): str(base) for form, base in load("place_words.yaml")["irregular"]["words"].items()}


@functools.lru_cache(4096)
def is_form(word: str, list_name: str) -> bool:
    """Whether a word is a form of a verb of a list: its base, or with an ending, or irregular."""
    bases = words_in(list_name)
    if word in bases or _irregular().get(word) in bases:
        return True
    for ending, put in (
        ("s", ""),
        ("es", ""),
        ("ies", "y"),
        ("d", ""),
        ("ed", ""),
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
    ):
        if word.endswith(ending):
            stem = word[: len(word) - len(ending)]
            if stem + put in bases or (ending in ("ed", "ing") and stem[-1:] == stem[-2:-1] and stem[:-1] in bases):
                return True
    return False
