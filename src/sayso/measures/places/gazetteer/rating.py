"""The names of a place as they are stored: which are kept, and how sure it is that the place goes by each.

GeoNames lists for each place all names that anyone wrote down: spellings of many scripts, romanisations of those, codes
of airports. Text in English uses those that are written as names are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from rapidfuzz import fuzz

from sayso.measures.places.gazetteer.entry import How
from sayso.measures.places.gazetteer.folding import LONGEST, fold

NAME = 1.0
#: other spellings of the name itself: *Banghazi* beside *Benghazi*
SPELLING = 0.9
#: names of their own, and those in other languages: *Londra*
OTHER = 0.75
#: *LON*, *NYC*: most are codes that no text uses
CODE = 0.4
#: a name without its *Ciudad* or *Al*
SHORTER = 0.8
#: other names from lists made by hand
LISTED = 0.95
#: percent: names whose edit likeness (rapidfuzz's ratio) is lower are names of their own
_ALIKE = 75.0
_CODE = re.compile(r"[A-Z]{2,4}\Z")
_LATIN = re.compile(r"[0-9A-Za-z\u00c0-\u024f\u1e00-\u1eff\u0250-\u02af\u02b0-\u02ff\u0300-\u036f .,'’‘`´ʼ&/()-]+\Z")
_KEY = re.compile(r"[a-z][a-z ]*\Z")
#: *U.S.*, *Calif.*: what a list made by hand gives as an abbreviation
_SHORT = re.compile(r"(?:[A-Z]\.? ?){1,5}\Z|[A-Z][a-z]{1,4}\.\Z|W\. ?Va\.\Z|N\. Mex\.\Z")
#: the word for *town* or *city* in front of a name, and the Arabic article as romanisations write it
_HEAD = re.compile(r"(?:Ciudad de|Ciudad|Villa de|Ville de|Qaryat|Madīnat|Madinat|Kota|Kampung|Kampong|Bandar-e)\s+")
_ARTICLE = re.compile(r"(?:A[lnrstzd]|A[sdt]h|El|E[lnrstzd]|E[sd]h)[ -]")
#: letters: what is left of a name is too easily another name if it is shorter
_SHORTEST = 5


class StoredName(NamedTuple):
    """One row of the table of names."""

    key: str
    text: str
    how: How
    score: float


def rated(name: str, alternates: Iterable[str] = ()) -> list[StoredName]:
    """The name and those of the others that are of use, each key once, the name first.

    Dropped are names in other scripts than the Latin, names without a capital (romanisations, letter by letter), names
    with digits, and what is too long to be a name.
    """
    rows = {}
    own = fold(name)
    if own:
        rows[own] = StoredName(own, name, "name", NAME)
    for text in alternates:
        if len(text) > LONGEST or not _LATIN.match(text) or text == text.lower():
            continue
        key = fold(text)
        if key in rows or len(key) < 2 or not _KEY.match(key):
            continue
        if _CODE.match(text):
            rows[key] = StoredName(key, text, "abbreviation", CODE)
        else:
            alike = fuzz.ratio(own, key, score_cutoff=_ALIKE) > 0 or own in key.split() or key in own
            rows[key] = StoredName(key, text, "alternate", SPELLING if alike else OTHER)
    return list(rows.values())


def shorter(name: str, *, arabic: bool) -> list[StoredName]:
    """What is left of a town's name without the word for *town*, or, where the language is Arabic, without the article.

    *Ciudad Tecún Umán* is written *Tecún Umán*, *Az Zāwiyah* is written *Zawiyah*.
    """
    left = _HEAD.sub("", name)
    if arabic:
        left = _ARTICLE.sub("", left)
    key = fold(left)
    if left == name or len(key) < _SHORTEST or not left[:1].isupper():
        return []
    return [StoredName(key, left, "alternate", SHORTER)]


def listed(name: str, names: Iterable[str]) -> list[StoredName]:
    """The name and others from a list made by hand; *U.S.* and *Calif.* are abbreviations."""
    rows: dict[str, StoredName] = {}
    for text in (name, *names):
        short = _SHORT.match(text) is not None and text != name
        how: How = "name" if text == name else "abbreviation" if short else "alternate"
        if (key := fold(text)) and key not in rows:
            rows[key] = StoredName(key, text, how, NAME if text == name else LISTED)
    return list(rows.values())
