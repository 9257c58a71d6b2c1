"""What the words around a name say for a place and for a person."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.measures.places.known import is_wide
from sayso.measures.places.scan import Scan
from sayso.measures.places.wording import words_in
from sayso.reader.common.cues import verbs


def like_a_person(scan: Scan, first: int, last: int) -> bool:
    """Whether a name looks or acts like a person's: a given name, a title before it, a verb of saying after it."""
    words = [scan.words[index].text.lower() for index in range(first, last + 1)]
    if any(word in _given_names() for word in words) or _title_before(scan, first):
        return True
    after = scan.after(last).lower()
    owned = scan.text[scan.words[last].end : scan.words[last].end + 2] in ("'s", "’s")
    return owned or after in verbs() or after in ("who", "whose", "whom", "jr", "sr")


@functools.cache
def _given_names() -> frozenset[str]:
    listed = (row["name"].lower() for row in load("given_names.csv"))
    return frozenset(listed) | frozenset(str(word).lower() for word in load("names.yaml")["first_names"]["words"])


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(str(word) for word in load("titles.yaml")["titles"]["words"])


TOWN_CUE = "a noun such as town stands before it"
DATELINE = "it opens a dateline"


def _title_before(scan: Scan, first: int) -> bool:
    """*Gov. Houston*, *President Jackson*."""
    if first == 0 or scan.text[scan.words[first - 1].end : scan.words[first].start] not in (" ", ". "):
        return False
    return scan.words[first - 1].text.lower() in _titles()


def cue_of(scan: Scan, first: int, last: int) -> str:
    """What in the words around says that a name is a place's; nothing where nothing does."""
    before = scan.before(first)
    if before in ("of", "the") and scan.before(first, 2) in words_in("towns"):
        return TOWN_CUE
    if before in words_in("before"):
        return f"{before} stands before it"
    word, final = scan.words[first], scan.words[last]
    opens = word.start == 0 or scan.text[word.start - 1] == "\n"
    if opens and final.text.isupper() and len(final.text) > 2:
        return DATELINE
    rest = scan.text[final.end : final.end + 2]
    if rest == ", " and last + 1 < len(scan.words) and scan.words[last + 1].start == final.end + 2:
        follows = scan.longest(last + 1, len(scan.words), lambda found, _, __: is_wide(found))
        if follows:
            return "a country or state follows it"
    if scan.text.startswith("-based", final.end):
        return "based follows it"
    return "and a place is named beside it" if before == "and" and _beside(scan, first) else ""


def _beside(scan: Scan, first: int) -> bool:
    """Whether a place was found just before the word *and*."""
    ahead = scan.words[first - 2].end if first >= 2 else 0
    return ahead > 0 and bool(scan.taken[ahead - 1])
