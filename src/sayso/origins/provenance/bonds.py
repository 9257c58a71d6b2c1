"""What speaks for and against one origin of two members, as reasons with weights."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from sayso.nouns import Reason
from sayso.origins.material import Material
from sayso.origins.provenance import wording
from sayso.origins.provenance.occasions import apart_in_time, days_between
from sayso.origins.provenance.owing import Owed
from sayso.origins.provenance.partition import PERHAPS, SURE, Bond
from sayso.origins.provenance.speakers import Compared, Links, compare, links_of
from sayso.origins.provenance.specific import shared_specificity
from sayso.origins.provenance.walk import Stated

#: log-odds for what occasions and figures tell beside the actors
OTHER_DAY, SAID_AGAIN, OTHER_OUTLET, OTHER_MEDIUM, INTERVIEW_OR_NOT = -5.0, 2.6, -3.0, -1.2, -2.0
SAME_FIGURE, SAME_PAGE, AGAIN, SAME_DAY, SAME_MEDIUM = 0.9, 3.0, 1.6, 1.2, 0.8
#: pages that came out so many days apart may tell of two occasions
LONG, LONG_AFTER = 30, -2.0
#: what keeps a pair from being apart is this much above it
LEAST = 0.05
#: said to one outlet, and given by another one that does not name it
UNCREDITED = -1.0
OTHER_FIGURES = -1.0
#: an unnamed source of a page that has other things from the page before it
OTHERWISE = 0.8
#: a figure in common that tells less than this is not worth saying
TELLING = 0.3
#: an outlet that is named by two pages and that no page is known of
SAME_CITED = 3.5
#: so many stated origins are compared each with each; of more, each voice once, with so many that share a word
ALL_PAIRS, SOME = 24, 12


def bonds(material: Material, stated: Sequence[Stated], owed: Sequence[Owed]) -> list[Bond]:
    """All bonds among members. Who owes another page its claim is not compared with third ones: it inherits."""
    made: dict[tuple[int, int], Bond] = {}

    def bond(a: int, b: int) -> Bond:
        a, b = min(a, b), max(a, b)
        return made.setdefault((a, b), Bond(a=a, b=b))

    for one in owed:
        bond(one.later, one.earlier).reasons.append(one.reason)
    inherits = {one.later for one in owed if one.heir and (one.weight >= SURE or stated[one.later].back)}
    heads = [one for one in stated if one.index not in inherits]
    links, tied = links_of(material), _ties(material)
    pairs = [(a, b, like or compare(a, b, links)) for a, b, like in _pairs([s for s in stated if s.speaker], links)]
    # who repeats what they themselves said before repeats nobody else
    own = {b.index for a, b, compared in pairs if compared.alike in ("same", "role") and a.page is not b.page}
    for a, b, compared in pairs:
        if a.index in inherits and b.index in inherits:
            continue
        reasons = list(_reasons(a, b, compared, repeats_itself=b.index in own))
        unnamed = compared.alike == "unknown" or any(one.speaker and one.speaker.kind == "anonymous" for one in (a, b))
        open_ = unnamed and compared.alike in ("may", "open", "unknown") and not b.via
        if open_ and (b.statement.document, a.statement.document) in tied:
            told = f"{wording.called(b.page)} has other things from {wording.called(a.page)}."
            reasons.append(Reason(text=told, weight=OTHERWISE))
        total = sum(reason.weight for reason in reasons)
        if total < PERHAPS and compared.alike not in ("other", "bodies"):
            # figures and occasions alone make nobody two
            reasons.append(
                Reason(text="Nothing shows that two said it, each on their own.", weight=PERHAPS + LEAST - total)
            )
        # who owes another page its claim inherits; what that page says of its speaker can only add to it
        if {a.index, b.index}.isdisjoint(inherits) or sum(reason.weight for reason in reasons) > 0:
            bond(a.index, b.index).reasons.extend(reasons)
    for a, b in _same_page(stated):
        if a.silent or b.silent:
            both = a.silent and b.silent
            how = "says it twice" if both else "says it once with a source and once without"
            told = f"{wording.called(a.page)} {how}."
            bond(a.index, b.index).reasons.append(Reason(text=told, weight=SAME_PAGE))
    for a, b in _same_cited(heads):
        told = f"Both have it from {a.via[0].name or a.via[0].words}, which is not among these pages."
        bond(a.index, b.index).reasons.append(Reason(text=told, weight=SAME_CITED))
    return list(made.values())


def _ties(material: Material) -> set[tuple[str, str]]:
    """Pages of which the later one has something from the earlier one."""
    return {(edge.from_, edge.to) for edge in material.edges if edge.kind != "same-utterance"}


def _reasons(a: Stated, b: Stated, compared: Compared, *, repeats_itself: bool) -> Iterator[Reason]:
    yield compared.reason
    if compared.alike != "other" and not {a.kind, b.kind} & {"eyewitness", "document"}:
        yield from _of_occasions(a, b)
    specific, figure = shared_specificity(a.statement, b.statement)
    if figure and specific >= TELLING:
        yield Reason(text=f"Both give the same figure, {figure}.", weight=SAME_FIGURE * specific)
    elif not figure and a.statement.figures and b.statement.figures:
        yield Reason(text="They do not give the same figures.", weight=OTHER_FIGURES)
    close = compared.alike in ("body", "may", "open", "unknown", "bodies")
    if close and b.occasion.again and a.page is not b.page and not repeats_itself:
        yield Reason(text=f"{wording.called(b.page)} says that it was said before.", weight=AGAIN)


def _of_occasions(one: Stated, two: Stated) -> Iterator[Reason]:
    a, b = one.occasion, two.occasion
    if apart_in_time(a, b):
        first, second = (wording.days(o.from_, o.to) or f"by {wording.day(o.at_most)}" for o in (a, b))
        yield Reason(text=f"It was said on two occasions: {first}, and {second}.", weight=OTHER_DAY)
        if a.again or b.again:
            yield Reason(text="The one repeats what the other said.", weight=SAID_AGAIN)
    elif a.from_ and a.from_ == a.to and (a.from_, a.to) == (b.from_, b.to):
        yield Reason(text=f"Both say that it was said on {wording.day(a.from_)}.", weight=SAME_DAY)
    elif not (a.again or b.again) and (days_between(one.page, two.page) or 0) > LONG:
        yield Reason(text="Weeks lie between the pages, and neither says that it was said before.", weight=LONG_AFTER)
    told = a.alone_to or b.alone_to
    named = {cited.name for stated in (one, two) for cited in stated.via}
    if told and not (a.alone_to and b.alone_to) and one.page.outlet != two.page.outlet and told not in named:
        yield Reason(
            text=f"It was said to {told}; that the other page has it from there is not to be seen.", weight=UNCREDITED
        )
    if a.alone_to and b.alone_to and a.alone_to != b.alone_to:
        yield Reason(text=f"It was said to {a.alone_to} and to {b.alone_to}.", weight=OTHER_OUTLET)
    elif a.medium and b.medium and a.medium != b.medium:
        weight = INTERVIEW_OR_NOT if "interview" in (a.medium, b.medium) else OTHER_MEDIUM
        if "document" not in (a.medium, b.medium):
            yield Reason(text=f"One page has it from {_a(a.medium)}, the other from {_a(b.medium)}.", weight=weight)
    elif a.medium and a.medium == b.medium and a.medium != "interview":
        yield Reason(text=f"Both have it from {_a(a.medium)}.", weight=SAME_MEDIUM)


def _a(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def _pairs(spoken: Sequence[Stated], links: Links) -> Iterator[tuple[Stated, Stated, Compared | None]]:
    """Pairs to compare: all of a small cluster.

    Of a large one each *voice* is compared once: members whose pages put the speaker in the same words, on the same
    occasion, are tied to the first of them, with what the first two of them have in common. Voices are compared with
    some others that have a rare word in common. The work grows with the members, not with their square.
    """
    if len(spoken) <= ALL_PAIRS:
        for n, a in enumerate(spoken):
            for b in spoken[n + 1 :]:
                yield a, b, None
        return
    voices: dict[object, Stated] = {}
    alike: dict[object, Compared] = {}
    for one in spoken:
        voice = _voice(one)
        first = voices.setdefault(voice, one)
        if first is not one:
            if voice not in alike:
                alike[voice] = compare(first, one, links)
            yield first, one, alike[voice]
    if len(voices) <= ALL_PAIRS:
        for a, b in itertools.combinations(voices.values(), 2):
            yield a, b, None
        return
    by_word: dict[str, list[Stated]] = {}
    for one in voices.values():
        words = sorted(_words(one), key=lambda word: (len(by_word.get(word, ())), word))
        near = dict.fromkeys(other.index for word in words for other in by_word.get(word, ())[-SOME:])
        known = {other.index: other for word in words for other in by_word.get(word, ())[-SOME:]}
        for index in list(near)[:SOME]:
            yield known[index], one, None
        for word in words:
            by_word.setdefault(word, []).append(one)


def _voice(one: Stated) -> object:
    """What two members share that have a claim from one speaker in the same words, on the same occasion."""
    hop, occasion = one.speaker, one.occasion
    assert hop is not None
    return hop.kind, hop.text, hop.name, occasion.medium, occasion.from_, occasion.to, occasion.alone_to


def _words(one: Stated) -> set[str]:
    assert one.speaker is not None
    return set(wording.speaker(one.speaker).casefold().split()) | ({one.actor} if one.actor else set())


def _same_page(stated: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Neighbouring members of one page."""
    last: dict[str, Stated] = {}
    for one in stated:
        if (other := last.get(one.statement.document)) is not None:
            yield other, one
        last[one.statement.document] = one


def _same_cited(heads: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """Members in a row that name the same outlet, of which no page is in the cluster."""
    last: dict[str, Stated] = {}
    for one in heads:
        for cited in one.via if one.speaker is None else ():
            key = cited.key or cited.words.casefold()
            if key in last and last[key].page is not one.page:
                yield last[key], one
            last[key] = one
