"""The name of the site above everything else, and whether the page vouches for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.document.plain.features import Features
from sayso.document.plain.names import words_of

#: The name stands in one of so many units at the top.
LOWEST = 4
#: what stands beside the name in its line: the hour, the place in the site
_BESIDE = re.compile(r"(?:\s+(?:[A-Z]{2,4}\s+)?\d{1,2}[:.]\d{2}\b.*|\s+[/|»>·•]\s+[\w ]{1,20})$")
_PLAIN = re.compile(r"[\w&’'.-]+(?: [\w&’'.-]+){0,5}")
_NEVER = -9.0


def site_name(f: Features) -> str:
    """The line without the hour or the place in the site that stand beside the name."""
    return _BESIDE.sub("", f.unit.text) or f.unit.text


def is_name_of_site(f: Features) -> bool:
    """One to six words, all but the small ones capitalised, and none of it a menu's, a date's or a notice's."""
    text = site_name(f)
    alone = text == f.unit.text
    if f.stops or f.date or f.menu or f.menu_word or f.hits or f.listed or not _PLAIN.fullmatch(text):
        return False
    if f.byline and alone:
        return False
    words = text.split()
    if len(words) == 1 and len(text) < 4:
        return False
    small = words_of("name_particles")
    return text[0].isupper() and all(w[0].isupper() or w[0].isdigit() or w.lower() in small for w in words)


def vouched(features: Sequence[Features], at: int) -> bool:
    """Is there more for the name at the top than its place?

    A copyright line that names it, a word of which names of outlets are made, or, beside a menu or a notice, its being
    the first line with an article before it, or its standing in the text.
    """
    f = features[at]
    name = site_name(f).casefold()
    others = [o for i, o in enumerate(features) if i != at]
    if any("footer" in o.hits and _shares_name(name, o.unit.text) for o in others):
        return True
    words = [w.strip(".’'").casefold() for w in site_name(f).split()]
    if len(words) > 1 and any(w in words_of("outlet_words") for w in words):
        return True
    after = features[at + 1] if at + 1 < len(features) else None
    framed = after is not None and (after.menu or after.menu_word or "notice" in after.hits)
    if not framed:
        return False
    said = any(o.prose and name in o.unit.text.casefold() for o in others)
    return (at == 0 and len(words) > 1 and words[0] == "the") or (len(words) > 1 and said)


def _shares_name(name: str, line: str) -> bool:
    """Does a copyright line hold the name, or its beginning?"""
    line = line.casefold()
    if name in line:
        return True
    words = name.split()
    return len(words) > 2 and " ".join(words[:2]) in line and words[0] not in {"the", "a"}


_JOINT = re.compile(r"^\s*(?:[|–—·»:-])\s+|\s+[|–—·«-]\s*$")


def page_title(features: Sequence[Features]) -> tuple[int, int, str] | None:
    """Where the title of the page ("Headline – Site") and the headline stand, and what the title adds to it."""
    for at, f in enumerate(features[:LOWEST]):
        for below in range(at + 1, min(at + 12, len(features))):
            headline = features[below].unit.text
            if features[below].words < 3 or len(headline) >= len(f.unit.text):
                continue
            for rest in (f.unit.text.removeprefix(headline), f.unit.text.removesuffix(headline)):
                name, joined = _JOINT.subn("", rest)
                if rest != f.unit.text and joined and 0 < len(name.split()) <= 6:
                    return at, below, name.strip()
    return None


def masthead_scores(features: Sequence[Features]) -> list[float]:
    """For every unit how much it looks like the name of the site (log-odds)."""
    scores = [_NEVER] * len(features)
    first = next((at for at, f in enumerate(features) if "consent" not in f.hits), 0)
    for at, f in enumerate(features[first : first + LOWEST], first):
        if f.prose:
            break
        if is_name_of_site(f):
            sure = vouched(features, at)
            alone = site_name(f) == f.unit.text
            if sure or alone:
                scores[at] = (1.5 if at == first else 0.0) + (2.0 if sure else 0.0)
    titled = page_title(features)
    if titled:
        scores[titled[0]] = 6.0
    return scores
