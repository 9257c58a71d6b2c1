"""Names of agencies and outlets in credits: found in a line, told from persons, and from the page's own outlet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from sayso.lexicon import load
from sayso.nouns import Document
from sayso.origins.reuse.folding import words_of

#: Tokens that a name has at most, and names in one credit.
MAX_TOKENS, MAX_NAMES = 6, 4
#: Words that stand before "was first published in", or behind "contributed to this report".
MAX_LEAD = 6
#: Characters of a line that is nothing but names.
MAX_SIGN = 60
#: Acronyms up to this length count in running text only in capitals ("AP", not "ap").
ACRONYM = 5

_EDGE = " \t\u00a0.,;:!?()[]{}<>*|/–—-\"“”‘’'•·~_"
_LEAD = re.compile(r"^(?:with|from|by)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"^[^\W\d_]\w+[’']s\s+(?=[^\W\d_a-z])")
_VERB = re.compile(r"\s+(?:was|were|is|are|has|have)\s")
_YEARS = re.compile(r"^\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?\s*,?\s+)")
_PLACE = re.compile(r"\s+(?:in|at|from|à|en|aus)\s+[^\W\d_a-z].*$")
_AFTER_OUTLET = re.compile(r"\s+(?:and|on|with|as|in|under)\s+(?=[a-z\d]|[A-Z][a-z]+ \d)")
_SENTENCE_END = re.compile(r"[;()\n]|[.!?](?=\s|$)(?<!\b[A-Z]\.)")


@cache
def group(name: str) -> frozenset[str]:
    """A class of ``credit_lines.yaml``, case folded."""
    return frozenset(str(word).casefold() for word in load("credit_lines.yaml")[name]["words"])


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What makes two names the same: their words, folded, without an article before them."""
    words = words_of(name).folded
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


@cache
def _agencies() -> frozenset[str]:
    """Keys of the known agencies, by every name."""
    listed = [str(word) for word in load("byline.yaml")["agencies"]["words"]]
    for row in load("outlets.csv"):
        if row["kind"] == "agency":
            listed += [row["name"], *row["aliases"].split("|")]
    return frozenset(key(name) for name in listed if name)


@cache
def _outlets() -> frozenset[str]:
    return frozenset(
        key(name) for row in load("outlets.csv") for name in (row["name"], *row["aliases"].split("|")) if name
    )


@cache
def _organisational() -> frozenset[str]:
    """Words that no person's name holds."""
    byline = load("byline.yaml")
    return frozenset(str(w).casefold() for part in ("agency_words", "corporate", "desk") for w in byline[part]["words"])


def is_agency(name: str) -> bool:
    """Whether this is a known agency, or says that it is one (*Corvane News Agency*)."""
    words = key(name).split()
    return key(name) in _agencies() or not group("agency_words").isdisjoint(words[1:])


@lru_cache(maxsize=4096)
def is_unnamed(name: str) -> bool:
    """Whether a credit names no agency but says that there is one (*agencies*, *From our wire services*)."""
    words = key(name)
    for lead in ("from ", "by ", "with "):
        words = words.removeprefix(lead)
    return words in {key(known) for known in group("unnamed")} or words.removeprefix("our ") in {
        key(known) for known in group("unnamed")
    }


def names_in(stretch: str, *, any_outlet: bool = False) -> list[str]:
    """The agencies and outlets in a stretch of a credit, cleaned, in order.

    Persons are left out: a name of two or three words counts only where it is known, holds a word that no person's
    name holds, or ``any_outlet`` says that only outlets can stand there.
    """
    stretch = _YEARS.sub("", stretch.strip(_EDGE))
    for rights in group("rights"):
        stretch = re.split(re.escape(rights), stretch, maxsplit=1, flags=re.IGNORECASE)[0]
    if is_unnamed(stretch):
        return [stretch.strip(_EDGE)]
    found: list[str] = []
    for piece in [stretch] if any_outlet and " & " in stretch else _pieces(stretch):
        name = _clean(piece)
        if name and _may_be(name, any_outlet) and key(name) not in map(key, found):
            found.append(name)
    return found[:MAX_NAMES]


@cache
def _joiner() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(group("joiners"), key=len, reverse=True))
    return re.compile(rf"\s*(?:[,/;|]|\s(?:{words}|of|for)\s)\s*", re.IGNORECASE)


def _pieces(stretch: str) -> list[str]:
    """The stretch divided at what joins names; a known name that holds a joiner stays whole."""
    whole = stretch.strip(_EDGE)
    if key(whole) in _outlets() or key(whole) in _agencies():
        return [whole]
    return [piece for piece in _joiner().split(whole) if piece][: MAX_NAMES * 3]


def _clean(piece: str) -> str:
    """One name without articles, places and the agency's people."""
    tokens = _POSSESSIVE.sub("", _PLACE.sub("", piece).strip(_EDGE)).split()
    for at, token in enumerate(tokens):
        if at and token.casefold().strip(_EDGE) in group("people"):
            tokens = tokens[:at]
            if tokens[0].casefold() in group("no_names"):
                return ""  # "Staff writer", "Breaking news editor"
            break
    while tokens and (tokens[0].casefold() in group("spares") and len(tokens) > 1 and tokens[0].casefold() != "the"):
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].casefold().strip(_EDGE) in group("spares"):
        tokens = tokens[:-1]
    return re.sub(r"[’']s$", "", " ".join(tokens)).strip(_EDGE)


def _may_be(name: str, any_outlet: bool) -> bool:
    """Whether a cleaned piece is an agency's or outlet's name."""
    tokens = [token for token in name.split() if token.casefold() != "the"]
    if not tokens or len(tokens) > MAX_TOKENS or not any(c.isalpha() for c in name) or is_unnamed(name):
        return bool(tokens) and is_unnamed(name)
    if key(name) in _agencies() or key(name) in _outlets():
        return len(key(name)) > ACRONYM or tokens[0][0].isupper() or tokens[0] == name
    if key(name) in group("no_names") | _days() or any(c.isdigit() for c in name) or not tokens[0][0].isupper():
        return False
    if tokens[-1].islower() and tokens[-1] not in _organisational():
        return False
    if any_outlet or len(tokens) == 1:
        return key(name) not in _given_names()
    return any(token.casefold().strip(_EDGE) in _organisational() for token in tokens)


def _signs(name: str, *, marked: bool) -> bool:
    """Whether a known agency's name by itself is a signature: a short one is a word, too (*The map*, *tap*)."""
    return key(name) in _agencies() and (marked or len(key(name)) > ACRONYM or name.isupper())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(key(row["name"]) for row in load("given_names.csv"))


@cache
def _days() -> frozenset[str]:
    """Days and months, which stand in brackets behind a place, too."""
    return frozenset(key(row["name"]) for name in ("weekdays.csv", "months.csv") for row in load(name))


def is_person(name: str) -> bool:
    """Whether an unknown name is a person's: a given name first, and no word of an organisation's."""
    words = key(name).split()
    known = key(name) in _agencies() or key(name) in _outlets()
    return len(words) > 1 and words[0] in _given_names() and not known and not _organisational() & set(words)


@cache
def _lines() -> tuple[tuple[re.Pattern[str], bool, bool], ...]:
    """Patterns of credit lines: (what stands beside the name, whether the name follows it, whether any outlet may)."""
    made = []
    for part in ("reprints", "lines"):
        for phrase in sorted(load("credit_lines.yaml")[part]["words"], key=len, reverse=True):
            before, _, after = str(phrase).partition("{name}")
            words = r"\s+".join(map(re.escape, (before or after).split()))
            end = r"(?!\w)" if " " in phrase.replace("{name} ", "") else r"\W*$"
            made.append((re.compile(rf"(?<!\w){words}{end}", re.IGNORECASE), bool(before), part == "reprints"))
    return tuple(made)


@cache
def _sign() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(group("signs"), key=len, reverse=True))
    return re.compile(rf"^\W*(?:(?:{words})\s*[:：]\s*|(?:©|\(c\)|copyright(?:\s*(?:©|\(c\)))?|via)\s+)", re.IGNORECASE)


def credited(line: str) -> list[str]:
    """The agencies and outlets that one line or sentence credits; mostly none.

    A line that is nothing but known agencies' names signs the text.
    """
    bare = _LEAD.sub("", line.strip(_EDGE))
    if len(bare) <= MAX_SIGN:
        pieces = [bare] if is_unnamed(bare) else [piece for piece in map(_clean, _pieces(bare)) if piece]
        if pieces and all(is_unnamed(piece) or _signs(piece, marked=line.strip()[0] in "(–—-") for piece in pieces):
            return pieces
    if sign := _sign().match(line):
        return names_in(_SENTENCE_END.split(line[sign.end() :], maxsplit=1)[0])
    for sentence in filter(str.strip, _SENTENCE_END.split(line)):
        for pattern, follows, any_outlet in _lines():
            if not (match := pattern.search(sentence)):
                continue
            before, after = sentence[: match.start()], sentence[match.end() :]
            if len((before if follows else after).split()) > (MAX_LEAD if any_outlet or not follows else 0):
                continue  # the words of a credit in the middle of another sentence
            stretch = _VERB.split(after, maxsplit=1)[0] if follows else before
            if any_outlet:
                stretch = _AFTER_OUTLET.split(stretch, maxsplit=1)[0]
            if found := names_in(stretch, any_outlet=any_outlet):
                return found
    return []


@dataclass(frozen=True, slots=True)
class Own:
    """The page's own outlet, by name and host."""

    name: str
    initials: str
    host: str

    @classmethod
    def of(cls, document: Document) -> Own:
        """The outlet of a document."""
        words = key(document.outlet or "").split()
        host = (urlsplit(document.url).hostname or "") if document.url else ""
        labels = [label for label in host.removeprefix("www.").split(".")[:-1] if len(label) > 3] or [""]
        return cls(
            name=" ".join(words), initials="".join(w[0] for w in words) if len(words) > 1 else "", host=labels[-1]
        )

    def is_own(self, name: str) -> bool:
        """Whether a name is the page's own outlet's: the same, its first words, its initials, or its host's."""
        theirs = key(name)
        if not theirs:
            return True
        if not self.name:
            return self._is_host(theirs)
        return (
            self.name == theirs
            or self.name.startswith(theirs + " ")
            or theirs.startswith(self.name + " ")
            or theirs == self.initials
            or self._is_host(theirs)
        )

    def _is_host(self, theirs: str) -> bool:
        """Whether a name is in the host's: *Tribune* in chicagotribune, *WWL* before tv."""
        joined = theirs.replace(" ", "")
        return (len(joined) > 2 and self.host.startswith(joined)) or (len(joined) > 4 and joined in self.host)
