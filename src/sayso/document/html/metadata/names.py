"""The names in a byline: split, cleaned and typed.

A byline is a person's, a desk's (a collective of the outlet) or an agency's. The words that tell them apart are in
``lexicon/byline.yaml``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from sayso.document.html.metadata import phrases
from sayso.nouns import Author
from sayso.nouns.document import AuthorKind

#: The longest name, and the most names of one byline.
MAX_NAME, MAX_NAMES = 70, 25
_SEPARATOR = re.compile(
    r"\s*(?:[;|·•／/&＆+、，]|,(?!\s*(?:jr|sr|ph\.?\s?d|m\.?d|msc|mba|b\.?a|m\.?a)\b\.?)|\s[–—/-]\s|\n)\s*",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(r",?\s*\b(?:ph\.?\s?d|m\.?d|msc|mba|b\.a|m\.a|ll\.?m)\.?$", re.IGNORECASE)
_DOMAIN = re.compile(r"\w\.(?:com|org|net|info|de|at|ch|it|fr|es|pl|nl|eu|tv|io|co|uk|cl|pe|mx|br)$")
_TOKEN = re.compile(r"[^\s]+")
_PLACE = re.compile(
    r"\s*(?:in|at|aus|à|en|a)\s+[^\W\d_][\w.’'-]*(?:\s[^\W\d_][\w.’'-]*){0,2}?\s*,?\s+(?:and|und|et|y|e|&)\s+",
    re.IGNORECASE,
)
_UNNAMED = frozenset({"our", "a", "an"})
_ARTICLE = re.compile(r"^\s*the\s+", re.IGNORECASE)


@cache
def _agency() -> re.Pattern[str]:
    alternatives = "|".join(re.escape(word) for word in sorted(phrases.words("agency_words"), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)|^\w{{3,}}wire(?:s|\sservices?)?$")


@lru_cache(maxsize=4096)
def key(name: str) -> str:
    """What makes two names the same: letters and digits alone, without case, accents and titles."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    found = [word.strip(".'’-_") for word in phrases.WORD.findall(plain.replace("-", " "))]
    return " ".join(word for word in found if word and word not in phrases.words("titles"))


def split(text: str) -> list[str]:
    """The names that a byline strings together, cleaned, in order, none twice."""
    text = phrases.URL.sub(" ", text[: phrases.MAX_TEXT])
    text = phrases.without_prefix(phrases.PAREN.sub(" ", text).strip())[0]
    whole = clean(text)
    if whole and (whole.casefold() in phrases.words("agencies") or phrases.is_collective(whole)):
        return [whole]
    parts: list[str] = []
    for number, part in enumerate(_SEPARATOR.split(text)):
        if number and part.casefold().rsplit(" ", 1)[-1] in phrases.words("roles"):
            continue  # "Anna Meier, Chief Roads Writer"
        part = phrases.companion().sub("", part, count=1) if number else part
        pieces = [phrases.without_prefix(piece)[0] for piece in phrases.joiner().split(part)]
        if len(pieces) > 1 and not all(_may_stand_alone(piece) for piece in pieces):
            pieces = [part]
        parts.extend(pieces)
    found: dict[str, str] = {}
    for part in parts[: MAX_NAMES * 2]:
        name = clean(part)
        if name and key(name) and key(name) not in found:
            found[key(name)] = name
    return list(found.values())[:MAX_NAMES]


def clean(text: str) -> str | None:
    """One name without titles, roles, handles and stray marks; None where no name is left."""
    name = _CREDENTIAL.sub("", " ".join(phrases.URL.sub(" ", text).split()).strip(phrases.EDGE))
    tokens = name.split()
    if len(tokens) > 1 and tokens[0].casefold() in _UNNAMED and tokens[-1].casefold() in phrases.words("roles"):
        return None  # "our roads correspondent"
    while len(tokens) > 1 and tokens[0].casefold().strip(".") in phrases.words("titles"):
        tokens = tokens[1:]
    collective = tokens[0].casefold() in phrases.words("desk") if tokens else False  # "Staff writer"
    while len(tokens) > 1 and not collective and tokens[-1].casefold().strip(phrases.EDGE) in phrases.words("roles"):
        tokens = tokens[:-1]
    for number in range(1, min(4, len(tokens) - 1)):  # "Roads correspondent Anna Meier"
        if tokens[number - 1].casefold() in phrases.words("companions"):
            break
        if tokens[number - 1].casefold() in phrases.words("roles") and person_like(" ".join(tokens[number:])):
            tokens = tokens[number:]
            break
    name = " ".join(tokens).strip(phrases.EDGE)
    if (
        not name
        or name.casefold() in phrases.words("joiners")
        or name.casefold() in phrases.words("roles")
        or len(name) > MAX_NAME
        or len(tokens) > 8
    ):
        return None
    if not any(character.isalpha() for character in name):
        return None
    return _calm(name)


@lru_cache(maxsize=4096)
def person_like(name: str) -> bool:
    """Whether the words look like a person's full name: two to five, capitalised, none of them a label's."""
    tokens = _TOKEN.findall(name)
    if any(character.isdigit() for character in name) or len(name) > 50:
        return False
    if any("\u3040" <= character <= "\u9fff" or "\uac00" <= character <= "\ud7a3" for character in name):
        return 2 <= len(name.replace(" ", "")) <= 8
    if not 2 <= len(tokens) <= 5:
        return False
    capitals = 0
    for token in tokens:
        bare = token.casefold().strip(".,'’")
        if bare in phrases.words("particles"):
            continue
        if bare in phrases.words("not_names") or bare in phrases.words("desk") or bare in phrases.words("corporate"):
            return False
        if not (token[0].isupper() or token[0] in "'’" or not token[0].islower()) or any(
            mark in token for mark in ":!?()…"
        ):
            return False
        capitals += 1
    return capitals >= 2 or (capitals == 1 and len(tokens) >= 2 and tokens[0].casefold() in phrases.words("particles"))


def kind(
    name: str, outlet: str | None = None, *, organisation: bool = False, datelines: frozenset[str] = frozenset()
) -> AuthorKind:
    """Who a byline's name is.

    Args:
        name: cleaned.
        outlet: the page's; its own name is never a person's.
        organisation: the page marks the name as an organisation's.
        datelines: names that the text credits in a dateline, case folded (``(AP) –``): agencies.
    """
    folded = name.casefold()
    tokens = [token.strip(".,") for token in re.split(r"[\s/]+", folded)]
    if phrases.is_collective(folded):
        return "desk"
    if folded in phrases.words("agencies") or _agency().search(folded):
        return "agency"
    if any(dateline and (folded == dateline or folded.startswith(dateline + " ")) for dateline in datelines):
        return "agency"
    if (
        tokens
        and all(token in phrases.words("agencies") or len(token) <= 4 for token in tokens)
        and any(token in phrases.words("agencies") for token in tokens)
    ):
        return "agency"
    first = name.split()[0]
    if (
        len(tokens) <= 2 and len(first) >= 3 and first.isupper() and first.casefold() in phrases.words("agencies")
    ):  # "AFP Deutschland"
        return "agency"
    if organisation or (outlet and key(name) == key(outlet)):
        return "desk"
    if any(token in phrases.words("desk") or token in phrases.words("corporate") for token in tokens) or _DOMAIN.search(
        folded
    ):
        return "desk"
    if outlet and len(key(outlet)) > 3 and key(outlet) in key(name):
        return "desk"
    return "person"


def signs_bare(name: str, agencies: frozenset[str] = frozenset()) -> bool:
    """Whether the name is plainly a desk's or an agency's, so that it needs no ``By`` before it."""
    folded = name.casefold()
    if folded in phrases.words("agencies") or folded in agencies:
        return True
    tokens = [token.strip(".,") for token in re.split(r"[\s/]+", folded)]
    agency = _agency().search(folded)
    strong = any(token in phrases.words("desk") for token in tokens[-1:] + tokens[:1]) or bool(
        agency and agency.end() == len(folded)
    )
    return strong and (len(tokens) > 1 or bool(agency and agency[0] == folded))


def names_from_line(text: str, agencies: frozenset[str] = frozenset()) -> list[str]:
    """The names at the beginning of a visible stretch that follows ``By``: up to the first word that ends them.

    ``agencies`` are names, case folded, that the page credits as agencies.
    """
    text = phrases.PAREN.sub(" ", phrases.URL.sub(" ", text[: phrases.MAX_TEXT]))
    bare = _ARTICLE.sub("", text)
    if bare.casefold().rsplit(" ", 1)[-1] in phrases.words("desk"):  # "By the Courier live desk"
        text = bare
    end = phrases.ender().search(text)
    further: list[str] = []
    if end is not None:
        place = _PLACE.match(text[end.start() :])
        if place is not None:  # "Anna Meier in Tennick and Ben Roth in Orle"
            further = [
                name for name in names_from_line(text[end.start() + place.end() :], agencies) if person_like(name)
            ]
        text = text[: end.start()]
    found = []
    for name in split(text):
        if name.casefold() in phrases.words("not_names"):
            break
        found.append(name)
    return trimmed(found + further, agencies)


def trimmed(found: list[str], agencies: frozenset[str] = frozenset()) -> list[str]:
    """Names without what only stands beside them: places and roles after full names."""
    if not any(person_like(name) for name in found):
        return found
    return [name for name in found if person_like(name) or kind(name, datelines=agencies) != "person"]


def authors(
    found: list[str], outlet: str | None, organisations: frozenset[str], datelines: frozenset[str]
) -> tuple[Author, ...]:
    """Names with their kinds."""
    return tuple(
        Author(name=name, kind=kind(name, outlet, organisation=key(name) in organisations, datelines=datelines))
        for name in found
    )


def _may_stand_alone(piece: str) -> bool:
    """Whether a side of *and* is an author by itself."""
    name = clean(piece)
    if not name:
        return False
    return person_like(name) or kind(name) != "person" or (len(name.split()) == 1 and name[0].isupper())


def _calm(name: str) -> str:
    """A name shouted in capitals, in normal case; short words may be initials and stay."""
    tokens = name.split()
    if (
        len(tokens) < 2
        or not name.isupper()
        or not all(token.isalpha() or "-" in token or "'" in token or "." in token for token in tokens)
    ):
        return name
    if name.casefold() in phrases.words("agencies") or any(
        len(token.strip(".")) < 3 and "." not in token for token in tokens
    ):
        return name
    return " ".join(
        token if "." in token else re.sub(r"[^\W\d_]+", lambda match: match[0].capitalize(), token) for token in tokens
    )
