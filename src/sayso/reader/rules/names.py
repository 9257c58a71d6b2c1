"""Names by capitalisation and short lists; no gazetteer."""

from __future__ import annotations

import functools

from sayso.lexicon import load
from sayso.nouns.mention import EntityType, Mention
from sayso.reader.rules.page import Page
from sayso.reader.rules.words import word_class

_INNER = frozenset(
    {
        "of",
        "the",
        "and",
        "for",
        "de",
        "van",
        "von",
        "der",
        "den",
        "bin",
        "ibn",
        "al",
        "el",
        "da",
        "di",
        "du",
        "la",
        "le",
        "dos",
        "del",
        "umm",
        "abu",
        "&",
        "y",
    }
)
_PARTICLES = frozenset(
    {"de", "van", "von", "der", "den", "bin", "ibn", "al", "el", "da", "di", "du", "la", "le", "dos", "del", "abu"}
)


@functools.cache
def _list(name: str, key: str = "words") -> frozenset[str]:
    return frozenset(str(word).lower() for word in load("names.yaml")[name][key])


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(load("titles.yaml")["titles"]["words"])


def bare(low: str) -> str:
    """A word without the stop of an abbreviation."""
    low = low.lower()
    return low.rstrip(".") if len(low) > 2 else low


def names_in(page: Page, first: int, last: int) -> list[tuple[int, int, EntityType]]:
    """Names among the words ``[first, last)``: word ranges and types, titles left out of persons' names."""
    found: list[tuple[int, int, EntityType]] = []
    i = first
    while i < last:
        if not _starts_name(page, i):
            i += 1
            continue
        end = _name_end(page, i, last)
        start, kind = _classify(page, i, end)
        if kind is not None and start < end:
            found.append((start, end, kind))
        i = end
    return found


def _starts_name(page: Page, at: int) -> bool:
    word, low = page.words[at], page.lows[at]
    if not word[0].isupper() or low in word_class("months") or low in word_class("weekdays"):
        return False
    if (
        low in word_class("determiners")
        or low in word_class("subject_pronouns")
        or low in word_class("connectives")
        or low in word_class("auxiliaries")
        or low in word_class("prepositions")
    ):
        return low in {"al", "el"}
    return True


def _name_end(page: Page, at: int, last: int) -> int:
    words, lows = page.words, page.lows
    i = at + 1
    quote = page.quote_of[at]
    while i < last and page.quote_of[i] == quote:
        word = words[i]
        if (
            word[0].isupper()
            and lows[i] not in word_class("weekdays")
            and lows[i] not in word_class("subject_pronouns")
        ):
            i += 1
        elif word == "-" and i + 1 < last and words[i + 1][0].isupper() and page.ends[i] == page.starts[i + 1]:
            i += 2
        elif lows[i] in _INNER and i + 1 < last:
            j = i + 1
            if lows[j] in {"the", "la", "al"} and j + 1 < last:
                j += 1
            if words[j][0].isupper() and (
                lows[i] in _PARTICLES
                or lows[i] == "of"
                and _body_before(page, at, i)
                or lows[i] in {"and", "for", "&"}
                and _body_before(page, at, i)
            ):
                i = j + 1
            else:
                break
        elif lows[i] in _PARTICLES or (
            word[0].islower() and "-" in word and word.split("-")[0] in _PARTICLES and word.split("-")[1][:1].isupper()
        ):
            if word.split("-")[0] in _PARTICLES and "-" in word:
                i += 1
            else:
                break
        else:
            break
    return i


def _body_before(page: Page, first: int, at: int) -> bool:
    """Whether the words before *of* are an organisation's (*Ministry of*), so that the name goes on."""
    return any(page.lows[i] in _list("organisation_words") for i in range(first, at))


def _classify(page: Page, first: int, end: int) -> tuple[int, EntityType | None]:
    from sayso.reader.rules.kinds import is_outlet

    lows, words = page.lows, page.words
    text = page.text[page.starts[first] : page.ends[end - 1]]
    if is_outlet(text):
        return first, "outlet"
    start = first
    titled = False
    while start < end - 1 and bare(lows[start]) in _titles():
        start, titled = start + 1, True
    rest = [bare(low) for low in lows[start:end]]
    if any(word in _list("organisation_words") for word in rest):
        # "Foreign Ministry spokesman …" ends before a lower-case word; a name inside keeps its own type
        return first, "organization"
    if rest[0] in _list("nationalities") and end - start == 1:
        return first, None
    while start < end - 1 and rest and rest[0] in _list("nationalities"):
        start += 1
        rest = rest[1:]
    if " ".join(rest) in _list("places") or rest[-1] in _list("place_words"):
        return start, "place"
    if rest[0] in _list("first_names") and end - start >= 2:
        return start, "person"
    if titled and end - start <= 4:
        return start, "person"
    if end - start == 1:
        word = words[start]
        if word.isupper() and 2 <= len(word) <= 6 and not text.endswith("."):
            return start, "organization"
        if start and page.lows[start - 1] == ("the"):
            return start, "other"
        return start, "other"
    if all(words[i].isupper() for i in range(start, end)):
        return start, "other"
    if end - start <= 4 and (start == 0 or lows[start - 1] != "the"):
        return start, "person"
    return start, "other"


def find_mentions(page: Page) -> tuple[Mention, ...]:
    """Names and third-person pronouns of the whole page, in text order; entities are set later."""
    pronouns = word_class("person_pronouns")
    rows: list[tuple[int, int, EntityType, str, float]] = []
    for sentence in page.sentences:
        for first, last, kind in names_in(page, sentence.first, sentence.last):
            if first == sentence.first and last - first == 1 and kind == "other":
                continue  # any word may begin a sentence with a capital
            a, b = page.span(first, last)
            rows.append((a, b, kind, "name", 0.7 if kind != "other" else 0.4))
        for i in range(sentence.first, sentence.last):
            if page.lows[i] in pronouns and not page.words[i].isupper():
                rows.append(
                    (
                        page.starts[i],
                        page.ends[i],
                        "group" if page.lows[i] in {"they", "them"} else "other" if page.lows[i] == "it" else "person",
                        "pronoun",
                        0.8,
                    )
                )
    rows.sort()
    return tuple(
        Mention(
            id=f"m{n}",
            start=a,
            end=b,
            text=page.text[a:b],
            type=kind,
            entity=None,
            form="name" if form == "name" else "pronoun",
            score=score,
        )
        for n, (a, b, kind, form, score) in enumerate(rows, 1)
    )
