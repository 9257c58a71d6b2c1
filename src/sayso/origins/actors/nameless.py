"""Sources without a name: descriptions, unnamed officials, documents."""

from __future__ import annotations

from rapidfuzz import fuzz

from sayso.nouns import Hop, Page
from sayso.origins.actors.names import sort_of
from sayso.origins.actors.offices import core_of, indefinite, names_of, offices_of, said_of
from sayso.origins.actors.outlets import is_agency, same_outlet
from sayso.origins.actors.posts import ONE_EVENT, offices_agree
from sayso.origins.actors.spelling import plain
from sayso.origins.actors.verdict import DIFFERENT, SAME, Compared, told_of
from sayso.origins.actors.words import class_of
from sayso.origins.words import stem, stems

#: two wordings of an unnamed source are one from here on (rapidfuzz's token_set_ratio)
_ONE_WORDING = 88.0
#: so many words of content make a description that two pages do not arrive at by themselves
_TELLING = 4


def compare_descriptions(
    hop_a: Hop, page_a: Page, hop_b: Hop, page_b: Page, affinity: float, heard: tuple[str | None, str | None]
) -> Compared:
    """Nobody is named: *the defence minister* can be told again within one story, *an official* hardly ever.

    ``heard`` are the outlets that the sources spoke to, where the chains around them say so.
    """
    a, b = shown_as(hop_a), shown_as(hop_b)
    shown = both(a, b)
    wording = fuzz.token_set_ratio(plain(core_of(a)), plain(core_of(b)))
    if "anonymous" in (hop_a.kind, hop_b.kind):
        if hop_a.count != hop_b.count and hop_a.count and hop_b.count:
            return Compared(0.2, f"{shown} are of different number.")
        if wording < _ONE_WORDING:
            return Compared(0.3, f"{shown} have no names to tell whether they are one.")
        if plain(a) == plain(b) and len(stems(a)) >= _TELLING and affinity >= ONE_EVENT:
            return Compared(0.55 + 0.3 * affinity, f"Both pages describe the source in the same words: “{a}”.")
        common = _heard_by_both(_voices(hop_a, page_a, heard[0]), _voices(hop_b, page_b, heard[1]))
        if common and affinity >= ONE_EVENT:
            return Compared(
                0.55 + 0.3 * affinity,
                told_of(min(a, b), max(a, b), f"are described alike, and both are quoted from {common}"),
            )
        return Compared(
            0.35 + 0.3 * affinity, told_of(min(a, b), max(a, b), "are described alike, and neither is named")
        )
    agree = offices_agree(offices_of(hop_a), offices_of(hop_b), affinity)
    if agree is not None and agree.score >= SAME:
        return Compared(round(0.25 + 0.6 * affinity, 3), f"{shown} give one office, without a name.")
    if agree is not None and agree.score <= DIFFERENT:
        return Compared(0.15, agree.why)
    if wording >= _ONE_WORDING:
        return Compared(round(0.3 + 0.45 * affinity, 3), told_of(min(a, b), max(a, b), "are described alike"))
    return Compared(0.3, f"{shown} have no names to tell whether they are one.")


def compare_name_and_office(hop_a: Hop, hop_b: Hop, affinity: float) -> Compared:
    """*rescue chief Covadonga Llera* and *the rescue chief*."""
    named, other = (hop_a, hop_b) if names_of(hop_a) else (hop_b, hop_a)
    name, said = names_of(named)[0], shown_as(other)
    agree = offices_agree(offices_of(named), offices_of(other), affinity)
    if agree is None:
        return Compared(0.3, f"The pages do not say whether {name} is “{said}”.")
    if agree.score <= DIFFERENT:
        return Compared(0.27, f"What the one page calls {name} is another office than “{said}”.")
    if indefinite(other) or other.kind == "anonymous":
        return Compared(round(0.3 + 0.35 * affinity, 3), f"{name} can be, and need not be, whom a page calls “{said}”.")
    if agree.score >= SAME:
        return Compared(round(0.25 + 0.6 * affinity, 3), f"{name} holds the office that the other page calls “{said}”.")
    return Compared(0.4, f"{name} may be the one whom the other page calls “{said}”.")


def compare_documents(hop_a: Hop, hop_b: Hop, affinity: float) -> Compared:
    """Two papers: by the words of their descriptions; *the report* alone can be any."""
    a, b = shown_as(hop_a), shown_as(hop_b)
    shown = both(a, b)
    one, two = set(stems(core_of(a))), set(stems(core_of(b)))
    short = min(one, two, key=len)
    shared = len(one & two) / (len(short) or 1)
    if shared == 0.0:
        return Compared(0.2, f"{shown} are described in different words.")
    if shared == 1.0 and (len(short) > 1 or not short <= {stem(word) for word in class_of("loose_documents")}):
        return Compared(
            round(0.3 + 0.55 * affinity, 3), told_of(min(a, b), max(a, b), "describe one document in the same words")
        )
    if shared == 1.0:
        return Compared(round(0.25 + 0.4 * affinity, 3), f"{shown} can be one document, told in one word.")
    return Compared(round(0.25 + 0.3 * affinity * shared, 3), f"{shown} are described partly alike.")


def shown_as(hop: Hop) -> str:
    """What to call a source that has no name."""
    return next(iter(said_of(hop)), hop.text or "")


def both(a: str, b: str) -> str:
    """Two wordings, in text order, for a sentence that does not depend on which came first."""
    one, two = sorted((a, b))
    return f"“{one}” and “{two}”"


def _voices(hop: Hop, page: Page, heard: str | None) -> tuple[str, ...]:
    """The outlets that somebody can have spoken to: the one that is told or quoted; else the page's or its agency."""
    if heard:
        return (heard,)
    if hop.addressee and sort_of(hop.addressee) == "outlet":
        return (hop.addressee,)
    agencies = [author.name for author in page.bylines if author.kind == "agency" or is_agency(author.name)]
    own = [name for name in (page.outlet or page.host,) if name]
    return (*own, *(credit.name for credit in page.credits), *agencies)


def _heard_by_both(ours: tuple[str, ...], theirs: tuple[str, ...]) -> str | None:
    return min((a for a in ours for b in theirs if same_outlet(a, b)), default=None)
