"""Names of bodies: ministries, companies, armies, unions; in full, by letters, and by what kind of body they are."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from sayso.lexicon import load
from sayso.origins.actors.spelling import likeness, plain
from sayso.origins.actors.verdict import Compared, told_of
from sayso.origins.actors.words import class_of, countries, heads_of, in_one_set, sets_of, table_of
from sayso.origins.words import stem, stop_words

_WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_SIDE = re.compile(r"\s+(?:who|which|that|whose)\b.*$")
_PLACE = re.compile(r"\s+(?:in|at|near|from|on)\s+(.+)$")
_POINTS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_LETTERS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z]{1,5}s?")
_CAPITAL_COUNTRIES = {"US": "US", "USA": "US", "UK": "GB", "UAE": "AE", "DRC": "CD", "DPRK": "KP", "CAR": "CF"}
_FORM = re.compile(r",?\s+(?:Inc|Corp|Co|Ltd|LLC|PLC|plc|AG|SA|GmbH|NV|SE|SpA)\.?$")
_MAX = 160


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name: ``words`` in order, ``own`` those that are its own, ``heads`` those that say of what kind it is.

    ``letters`` are the initials it can be called by, or the name itself where it is made of initials; ``places`` what
    stands behind *in* and *at*; ``named`` is false of a mere description (*the ministry*, *villagers*).
    """

    text: str
    words: tuple[str, ...]
    own: frozenset[str]
    heads: frozenset[str]
    countries: frozenset[str]
    places: frozenset[str]
    letters: frozenset[str]
    acronym: bool
    known: frozenset[int]
    named: bool


@functools.lru_cache(maxsize=50_000)
def parse_body(text: str) -> BodyName:
    """The parts of a body's name; of *the owner, Bregal Water Company, which …* the name, not the description."""
    shown = _core(text[:_MAX])
    cased = _spelt_out(_POINTS.sub(lambda points: points[0].replace(".", ""), shown))
    low = plain(cased)
    found, low = _countries(low, cased)
    where = _PLACE.search(low)
    places = frozenset(map(stem, _content(where[1]))) if where and where.start() else frozenset[str]()
    words = _content(low[: where.start()] if where and where.start() else low)
    named = any(word != word.lower() for word in _WORD.findall(_bare(cased))[1:]) or _starts_named(_bare(cased))
    kinds = _kinds(low, words, named)
    heads = frozenset(map(stem, kinds))
    return BodyName(
        text=shown,
        words=tuple(map(stem, words)),
        own=frozenset(stem(word) for word in words if word not in kinds),
        heads=heads,
        countries=found,
        places=places,
        letters=_letters(cased),
        acronym=_LETTERS.fullmatch(_bare(cased)) is not None,
        known=_known(shown),
        named=named,
    )


def _kinds(low: str, words: list[str], named: bool) -> frozenset[str]:
    """The words that say of what kind a body is; of *assurance of the company* none does."""
    kinds = frozenset(words) & class_of("generic_heads")
    before, tie, _ = low.partition(" of ")
    if tie and not named and kinds.isdisjoint(_content(before)):
        return frozenset()
    return kinds


def _spelt_out(cased: str) -> str:
    """*UN mission* as *united nations mission*; a name that is all initials stays as it is."""
    words = cased.split()
    if len(words) < 2 or (len(words) == 2 and plain(words[0]) in class_of("articles")):
        return cased
    return " ".join(_initials().get(word, word) for word in words)


@functools.cache
def _initials() -> dict[str, str]:
    """Initials of known bodies, in capitals, with the name in full."""
    found: dict[str, str] = {}
    for names in load("name_classes.yaml")["known_bodies"]["sets"]:
        full = str(names[0])
        for name in names[1:]:
            if 2 <= len(str(name)) <= 6 and len(full.split()) > 1 and " " not in str(name):
                found.setdefault(str(name).upper(), full)
    return found


def _core(text: str) -> str:
    """The part between commas that names most, without relative clauses and possessive endings."""
    parts = [part.strip(' ,;:“”"()') for part in re.split(r",\s+|\s[–—]\s|\s\(", " ".join(text.split()))]
    parts = [_SIDE.sub("", part) for part in parts if part]
    if not parts:
        return text.strip()
    if len(parts) > 1 and not _capitals(parts[0]) and _capitals(parts[1]):
        return re.sub(r"['’]s?$", "", parts[1])
    return re.sub(r"['’]s?$", "", parts[0])


def _capitals(part: str) -> bool:
    return any(word != word.lower() for word in _WORD.findall(part)[1:]) or _starts_named(part)


def _bare(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and plain(first) in class_of("articles") else text


def _starts_named(text: str) -> bool:
    """A single capital word that is no common noun at the beginning of a sentence: *Reuters*, not *Prosecutors*."""
    words = _WORD.findall(text)
    if not words or not words[0][0].isupper():
        return False
    return len(words) == 1 and plain(words[0]) not in _common_nouns()


@functools.cache
def _common_nouns() -> frozenset[str]:
    keys = ("roles", "people", "crowds", "groups", "documents", "outlets")
    words = {word for key in keys for word in heads_of(key)} | class_of("generic_heads")
    plurals = {word + "s" for word in words}
    return frozenset(words | plurals | set(load("speaker_words.yaml")["several_people"]["words"]))


def _content(low: str) -> list[str]:
    low = _respelt(low)
    words = [re.sub(r"'s?$", "", word) for word in _WORD.findall(low)]
    kept = [word for word in words if word and (word not in stop_words() and word not in ("of", "and", "for", "'s"))]
    while len(kept) > 1 and kept[-1] in class_of("legal_forms"):
        kept.pop()
    return kept


@functools.cache
def _spellings() -> re.Pattern[str]:
    words = sorted(table_of("spellings"), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in words) + r")(?![\w-])")


def _respelt(low: str) -> str:
    return _spellings().sub(lambda found: table_of("spellings")[found[0]], low)


@functools.cache
def _country_pattern() -> re.Pattern[str]:
    words = sorted((plain(word) for word in countries()), key=len, reverse=True)
    return re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(word) for word in words) + r")(?![\w-])")


@functools.cache
def _plain_countries() -> dict[str, str]:
    return {plain(word): code for word, code in countries().items()}


def _countries(low: str, cased: str) -> tuple[frozenset[str], str]:
    """Codes of the countries named, and the name without them (unless nothing would be left)."""
    found = {_plain_countries()[match[0]] for match in _country_pattern().finditer(low)}
    rest = _country_pattern().sub(" ", low)
    for word, code in _CAPITAL_COUNTRIES.items():
        if re.search(rf"\b{word}\b", cased) and cased.strip() != word:
            found.add(code)
            rest = re.sub(rf"\b{word.casefold()}\b", " ", rest)
    rest = re.sub(r"(?:^|\s)'s?(?=\s|$)", " ", rest)
    left = [word for word in _WORD.findall(rest) if word not in stop_words()]
    return frozenset(found), (" ".join(rest.split()) if left else low)


def _letters(cased: str) -> frozenset[str]:
    """Initials of all words, and of those that are no function words; a name of letters stands for itself."""
    bare = _FORM.sub("", _bare(cased))
    if _LETTERS.fullmatch(bare):
        return frozenset({plain(bare).removesuffix("s") if bare.endswith("s") else plain(bare)})
    words = [plain(word) for part in _WORD.findall(bare) for word in part.split("-")]
    if len(words) < 2:
        return frozenset()
    small = [word for word in words if word not in stop_words()]
    chosen = (words, small, ["the", *words]) if bare != cased else (words, small)
    return frozenset("".join(word[0] for word in some) for some in chosen if len(some) > 1)


def _known(cased: str) -> frozenset[int]:
    cased = _POINTS.sub(lambda points: points[0].replace(".", ""), cased)
    low = _respelt(plain(_bare(cased)).replace("'", "")).replace("-", " ")
    low = re.sub(r"\bthe ", "", low).strip()
    if len(low) <= 4 and sum(c.isupper() for c in cased) < 2 and low not in ("fed", "shell"):
        return frozenset()
    return sets_of("known_bodies").get(low, frozenset())


def compare_bodies(a: str, b: str, *, affinity: float = 0.0, others: tuple[str, ...] = ()) -> Compared:
    """Whether two names can be one body's.

    Args:
        a: a name or a description: *National Food Agency*, *NFA*, *the agency*.
        b: another one.
        affinity: how sure it is that both stand in texts on one event; descriptions mean something only within one.
        others: other names in those texts: with two agencies in the story *the agency* does not tell which.
    """
    one, two = parse_body(a), parse_body(b)
    shown = f"“{one.text}” and “{two.text}”"
    if one.known and two.known:
        if one.known & two.known:
            return Compared(0.97, f"{shown} are known names of one body.")
        return Compared(0.03, f"{shown} are known names of different bodies.")
    if one.named and two.named and _joined(one) == _joined(two):
        return Compared(0.96, told_of(one.text, two.text, "are one name"))
    if one.countries and two.countries and not one.countries & two.countries:
        return Compared(0.03, f"{shown} belong to different countries.")
    if one.acronym != two.acronym and (found := _by_letters(one, two, affinity)) is not None:
        return found
    if one.acronym and two.acronym and not one.letters & two.letters:
        return Compared(0.03, f"{shown} are different initials.")
    return _by_words(one, two, affinity, others, shown)


def _joined(name: BodyName) -> str:
    """All letters of a name: *Sea Micro* and *SeaMicro*."""
    return re.sub(r"[\W_]", "", plain(_FORM.sub("", _bare(name.text))))


def _by_letters(one: BodyName, two: BodyName, affinity: float) -> Compared | None:
    short, long = (one, two) if one.acronym else (two, one)
    if len(long.letters) == 0 and long.words:
        return None
    if short.letters & long.letters:
        length = len(min(short.letters))
        score = (0.6 if length > 2 else 0.45) + (0.35 if length > 2 else 0.4) * affinity
        return Compared(round(score, 3), f"“{short.text}” are the initials of “{long.text}”.")
    return None


def _matched(one: frozenset[str], two: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the one that have no like in the other, and the other way round."""
    loose_one = {w for w in one if w not in two and not any(likeness(w, x) in _ALIKE for x in two)}
    loose_two = {w for w in two if w not in one and not any(likeness(w, x) in _ALIKE for x in one)}
    return frozenset(loose_one), frozenset(loose_two)


_ALIKE = ("equal", "spelling", "slip")


def _kinds_agree(one: BodyName, two: BodyName) -> bool:
    if not one.heads or not two.heads or one.heads & two.heads:
        return True
    return any(in_one_set("stand_ins", a, b) for a in _unstemmed(one.heads) for b in _unstemmed(two.heads))


def _stands_for(head: str, heads: frozenset[str]) -> bool:
    others = _unstemmed(heads)
    return head in heads or any(in_one_set("stand_ins", a, b) for a in _unstemmed(frozenset({head})) for b in others)


@functools.cache
def _full_heads() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word in class_of("generic_heads"):
        found.setdefault(stem(word), set()).add(word)
    return {key: frozenset(words) for key, words in found.items()}


def _unstemmed(heads: frozenset[str]) -> frozenset[str]:
    return frozenset(word for head in heads for word in _full_heads().get(head, (head,)))


def _by_words(one: BodyName, two: BodyName, affinity: float, others: tuple[str, ...], shown: str) -> Compared:
    loose_one, loose_two = _matched(one.own, two.own)
    short, long = (one, two) if len(one.own) <= len(two.own) else (two, one)
    extra = loose_two if short is one else loose_one
    if loose_one and loose_two:
        return Compared(0.03, f"{shown} are different names.")
    if not one.words or not two.words:
        return Compared(0.3, f"{shown} hold no name that can be compared.")
    if not one.own and not two.own:
        return _generic(one, two, affinity, shown)
    if not short.own:
        return _called_by_kind(short, long, affinity, others)
    if not _kinds_agree(one, two):
        return Compared(0.12 if one.named and two.named else 0.2, f"{shown} are bodies of different kinds.")
    if not loose_one and not loose_two:
        return _equal(one, two, affinity, shown)
    if _branches() & extra:
        return Compared(0.1, f"“{long.text}” may be a branch or a rival of “{short.text}”.")
    base, gain = (0.62, 0.33) if len(short.own) > 1 or (not short.heads and short.named) else (0.4, 0.5)
    return Compared(round(base + gain * affinity, 3), f"“{short.text}” is a shorter form of “{long.text}”.")


def _equal(one: BodyName, two: BodyName, affinity: float, shown: str) -> Compared:
    """All words of their own agree."""
    if bool(one.places) and bool(two.places) and not one.places & two.places:
        return Compared(0.2, f"{shown} are in different places.")
    if not one.named and not two.named:
        score = (0.4 if one.heads or two.heads else 0.3) + (0.52 if one.heads or two.heads else 0.4) * affinity
        return Compared(round(score, 3), told_of(one.text, two.text, "are one description"))
    if bool(one.countries) != bool(two.countries):
        return Compared(round(0.5 + 0.42 * affinity, 3), f"Only one of {shown} says of which country it is.")
    if one.heads - two.heads and two.heads - one.heads and one.heads & two.heads:
        return Compared(0.12, f"{shown} are bodies of different kinds.")
    if one.heads != two.heads:
        return Compared(round(0.78 + 0.18 * affinity, 3), f"{shown} differ only in the word for the kind of body.")
    return Compared(0.96, told_of(one.text, two.text, "are one name"))


def _generic(one: BodyName, two: BodyName, affinity: float, shown: str) -> Compared:
    """Neither has a word of its own: *the Libyan government*, *the ministry*."""
    if not _kinds_agree(one, two):
        return Compared(0.05, f"{shown} are bodies of different kinds.")
    if bool(one.places) and bool(two.places) and not one.places & two.places and not one.countries & two.countries:
        return Compared(0.15, f"{shown} are in different places.")
    if one.countries & two.countries and one.heads & two.heads:
        return Compared(round(0.85 + 0.1 * affinity, 3), f"{shown} are the same body of the same country.")
    if one.heads == two.heads:
        return Compared(round(0.3 + 0.56 * affinity, 3), told_of(one.text, two.text, "are called by one common noun"))
    return Compared(round(0.15 + 0.5 * affinity, 3), f"{shown} can be one body, called by two common nouns.")


@functools.cache
def _personnel() -> frozenset[str]:
    return frozenset(stem(word) for word in class_of("personnel"))


@functools.cache
def _branches() -> frozenset[str]:
    return frozenset(stem(word) for word in class_of("branches"))


def _called_by_kind(short: BodyName, long: BodyName, affinity: float, others: tuple[str, ...]) -> Compared:
    """*the agency* for the National Food Agency."""
    if not short.heads:
        return Compared(0.3, f"“{short.text}” says nothing of who it is.")
    if short.heads <= _personnel():
        score = 0.28 + 0.2 * affinity
        return Compared(round(score, 3), f"“{short.text}” can be people of “{long.text}”, or of another body.")
    if not _kinds_agree(short, long) or not long.heads:
        score = 0.05 if long.heads else 0.26 + 0.15 * affinity
        return Compared(round(score, 3), f"“{short.text}” does not say which body it is; “{long.text}” is a name.")
    if _branches() & long.own:
        return Compared(0.12, f"“{long.text}” may be a branch or a rival of “{short.text}”.")
    if short.countries and not long.countries:
        score = 0.26 + 0.25 * affinity
        return Compared(round(score, 3), f"“{short.text}” and “{long.text}” need not be of one country.")
    rivals = sorted(
        name.text
        for name in map(parse_body, others)
        if name.own and name.heads & short.heads and all(_matched(name.own, long.own)) and name.text != long.text
    )
    if rivals:
        return Compared(0.35, f"“{short.text}” can be “{long.text}” or “{rivals[0]}”.")
    if any(not _stands_for(head, long.heads) for head in short.heads):
        return Compared(0.3, f"“{short.text}” can be another body than “{long.text}”.")
    shared = bool(short.heads & long.heads)
    score = (0.28 if shared else 0.26) + (0.53 if shared else 0.54) * affinity
    return Compared(round(score, 3), f"“{short.text}” can stand for “{long.text}” within one story.")
