"""From which earlier page a page has its claim: text taken over, an outlet cited, a figure without a source."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.nouns import PageEdge, Reason
from sayso.nouns.judged import EdgeKind
from sayso.origins.actors import Cited, fits
from sayso.origins.material import Material
from sayso.origins.order import before
from sayso.origins.provenance import wording
from sayso.origins.provenance.lexicon import flat
from sayso.origins.provenance.occasions import days_between
from sayso.origins.provenance.outlets import agencies, key_of
from sayso.origins.provenance.speakers import offices_in
from sayso.origins.provenance.specific import shared_specificity
from sayso.origins.provenance.specific import wording as worded
from sayso.origins.provenance.walk import Stated, nobody
from sayso.origins.words import stems

#: log-odds that a claim goes back to the origin of the page that it is owed to
COPIED, CITED, REPEATED, NAMED = 6.0, 4.5, 4.5, 3.0
#: the outlet that is named has a page, but one that is dated later: a date is wrong, or there was another page
CITED_LATER = 1.8
#: an outlet without its name; a claim without a source: so much, and more by how much the figure tells
UNNAMED, SILENT = 0.8, 0.6
SPECIFIC = 2.2
#: a page that owes another one text may well owe it the rest
OTHERWISE_OWED = 1.2
#: ... and after so many days less so
LATE, OLD = 30, -1.2
#: so many earlier statements are weighed as the source of one
CANDIDATES = 12
#: ... and so many pages for credits to agencies
PAGES = 60
#: days after which a document is no news: who gives its figure without naming it has it from a page that had it
CURRENT = 60
#: origins that several reporters can have had it from at once
_PUBLIC = frozenset({"press conference", "statement", "speech", "document"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A member has its claim from another one (indexes of members): how it shows, and how sure it is in log-odds.

    ``heir`` is false where the later one has a source of its own, and tells where the earlier one may have it from.
    """

    later: int
    earlier: int
    kind: EdgeKind
    why: str
    weight: float
    heir: bool = True

    @property
    def reason(self) -> Reason:
        """The reason with its weight."""
        return Reason(text=self.why, weight=self.weight)


def owings(material: Material, stated: Sequence[Stated]) -> list[Owed]:
    """What each member owes to which other one: the nearest source alone, but every outlet that is named."""
    owing = _Owing(material, stated)
    return [owed for one in stated for owed in owing.of(one)]


class _Owing:
    def __init__(self, material: Material, stated: Sequence[Stated]) -> None:
        self._stated = stated
        self._of: dict[str, list[Stated]] = {}
        self._outlets: dict[str, list[Stated]] = {}
        for one in stated:
            self._of.setdefault(one.statement.document, []).append(one)
            if key := key_of(one.page):
                self._outlets.setdefault(key, []).append(one)
        self._agencies = agencies(list(material.pages.values())[:PAGES])
        self._edges: dict[str, list[PageEdge]] = {}
        for edge in material.edges:
            self._edges.setdefault(edge.from_, []).append(edge)

    def of(self, one: Stated) -> list[Owed]:
        """What one member owes."""
        found = self._sources(one)
        if one.again and (earlier := self._own_earlier(one)) and earlier.earlier not in {o.earlier for o in found}:
            found.append(earlier)
        return found

    def _sources(self, one: Stated) -> list[Owed]:
        if copied := self._by_edge(one, ("agency", "copies"), COPIED):
            return [copied]
        if cited := [owed for outlet in one.via if (owed := self._cited(one, outlet))]:
            return list({owed.earlier: owed for owed in cited}.values())
        if edge := self._by_edge(one, ("cites",), CITED):
            return [edge]
        if named := list(self._named_in_words(one)):
            return named
        if one.silent or self._presupposed(one):
            found = self._taken(one) or (self._told_later(one) if one.silent else None)
            return [found] if found else []
        return []

    def _told_later(self, one: Stated) -> Owed | None:
        """Who names no source may have it from whom a later page names; surely if the sentence speaks of them."""
        pool = [
            o for o in self._stated[one.index + 1 : one.index + 1 + CANDIDATES] if o.speaker and o.page is not one.page
        ]
        if not pool:
            return None

        def rank(other: Stated) -> tuple[bool, float, float, int]:
            return _mentions(one, other), round(_tells(one, other)[0], 1), _worded(one, other), -other.index

        source = max(pool, key=rank)
        assert source.speaker is not None
        who, told = wording.within(wording.speaker(source.speaker)), wording.called(one.page)
        if _mentions(one, source):
            why, odds = f"{told} gives it as that of {who}, as does {wording.called(source.page)}.", NAMED
        else:
            specific, _ = shared_specificity(one.statement, source.statement)
            why, odds = (
                f"{told} names no source that could be made out; {wording.called(source.page)} has it from {who}.",
                SILENT + specific,
            )
        kind: EdgeKind = "same-utterance"
        return Owed(later=source.index, earlier=one.index, kind=kind, why=why, weight=odds, heir=False)

    def _by_edge(self, one: Stated, kinds: Sequence[str], weight: float) -> Owed | None:
        """An edge between the pages that holds for this claim."""
        found: list[Owed] = []
        for edge in self._edges.get(one.statement.document, ()):
            if edge.kind in kinds and (target := self._held(one, edge)) is not None:
                odds = weight * edge.score
                kind: EdgeKind = (
                    "agency" if key_of(target.page) in self._agencies and edge.kind == "copies" else edge.kind
                )
                found.append(Owed(later=one.index, earlier=target.index, kind=kind, why=edge.why, weight=odds))
        return max(found, key=lambda owed: (owed.kind == "agency", owed.weight, -owed.earlier), default=None)

    def _held(self, one: Stated, edge: PageEdge) -> Stated | None:
        """The member of the other page that an edge ties a member to; null where it does not hold for it."""
        theirs = self._of.get(edge.to, [])
        if edge.claims:
            claims = {earlier for later, earlier in edge.claims if later == one.statement.claim}
            theirs = [other for other in theirs if other.statement.claim in claims]
        return max(theirs, key=lambda other: (worded(one.statement, other.statement), -other.index), default=None)

    def _cited(self, one: Stated, cited: Cited) -> Owed | None:
        """The page of an outlet that is named, or that a phrase such as *a broadcaster* can mean."""
        if cited.key is not None:
            theirs = [o for o in self._outlets.get(cited.key, ()) if o.statement.document != one.statement.document]
            if not theirs:
                return None
            near = [other for other in theirs if _may_be_earlier(other, one)]
            if not near:
                source = max(theirs, key=lambda o: (worded(one.statement, o.statement), -o.index))
                told = f"{wording.called(source.page)} is the only page of it that is known, and is dated later"
                why = f"{wording.called(one.page)} names {wording.outlet(source.page)} for it; {told}."
                return Owed(later=one.index, earlier=source.index, kind="cites", why=why, weight=CITED_LATER)
            source = max(near, key=lambda o: (_mentions(one, o), worded(one.statement, o.statement), -o.index))
            why = f"{wording.called(one.page)} names {wording.outlet(source.page)} for it."
            return Owed(later=one.index, earlier=source.index, kind="cites", why=why, weight=CITED)
        others = (other for other in self._earlier(one) if key_of(other.page) != key_of(one.page))
        pool = [other for other in others if fits(cited, other.page) is not False]
        if not pool:
            return None

        def rank(other: Stated) -> tuple[bool, float, float, int]:
            return _mentions(one, other), round(_tells(one, other)[0], 1), _worded(one, other), -other.index

        source = max(pool, key=rank)
        tells, figure = _tells(one, source)
        with_what = f" with the same figure, {figure}" if figure else ""
        had = "had it before" if before(source.page, one.page) else "has it too"
        why = f"{wording.called(one.page)} names “{cited.words}”; {wording.called(source.page)} {had}{with_what}."
        if _mentions(one, source) and source.speaker:
            why = f"{why[:-1]}, from {wording.within(wording.speaker(source.speaker))}."
            tells = 1.0
        odds = UNNAMED + SPECIFIC * tells
        # "by one estimate" names no outlet
        kind: EdgeKind = "copies" if cited.kind == "any" and not cited.plural else "cites"
        return Owed(later=one.index, earlier=source.index, kind=kind, why=why, weight=odds)

    def _earlier(self, one: Stated) -> list[Stated]:
        """Members of other pages that may be earlier: the first and the last of them, where there are very many."""
        pool = self._stated[: min(one.index, 4 * CANDIDATES)]
        if one.index > len(pool):
            pool = [*pool[:CANDIDATES], *self._stated[one.index - CANDIDATES : one.index]]
        return [other for other in pool if _may_be_earlier(other, one)]

    def _own_earlier(self, one: Stated) -> Owed | None:
        """What the outlet says that it had before."""
        before_ = [o for o in self._outlets.get(key_of(one.page) or "", ()) if _may_be_earlier(o, one)]
        if not before_:
            return None
        source = before_[0]
        why = f"{wording.called(one.page)} says that it had it before, as {wording.called(source.page)} shows."
        return Owed(later=one.index, earlier=source.index, kind="copies", why=why, weight=REPEATED)

    def _presupposed(self, one: Stated) -> bool:
        """Whether somebody speaks of a figure that others gave: *all but two of the seven injured*."""
        return one.back and one.speaker is not None and not one.occasion.again and one.kind != "eyewitness"

    def _named_in_words(self, one: Stated) -> Iterator[Owed]:
        """The sentence itself names the actor or the outlet of an earlier page: *the mayor's figure of nine*."""
        unnamed = one.speaker is not None and (one.speaker.kind == "anonymous" or nobody(one.speaker))
        if not (one.silent or one.back or unnamed):
            return
        seen: set[str] = set()
        for other in self._earlier(one):
            outlet = names_in(one, other)
            speaker = other.speaker
            said = flat(wording.speaker(speaker)) if speaker is not None and _mentions(one, other) else None
            key = said or key_of(other.page) or ""
            if (said is None and not (outlet and one.silent)) or key in seen:
                continue
            seen.add(key)
            if outlet:
                why = f"{wording.called(one.page)} names {wording.outlet(other.page)} for it."
                yield Owed(later=one.index, earlier=other.index, kind="cites", why=why, weight=CITED)
            elif speaker is not None:
                why = f"{wording.called(one.page)} gives it as that of {wording.within(wording.speaker(speaker))}."
                yield Owed(later=one.index, earlier=other.index, kind="same-utterance", why=why, weight=NAMED)

    def _taken(self, one: Stated) -> Owed | None:
        """The earlier page that a claim without a source has most in common with."""
        pool = self._earlier(one)
        if not pool:
            return None
        owed_to = {edge.to: edge for edge in self._edges.get(one.statement.document, ())}

        def rank(other: Stated) -> tuple[bool, float, float, int]:
            owing = other.statement.document in owed_to
            return owing, round(_tells(one, other)[0], 1), _worded(one, other), -other.index

        source = max(pool, key=rank)
        if _public(source) and source.statement.document not in owed_to:
            # of an utterance that all can have had, the first report is as good as the one that is worded most alike
            source = max(pool, key=lambda other: (rank(other)[:2], -other.index))
        specific, figure = shared_specificity(one.statement, source.statement)
        odds = SILENT + SPECIFIC * specific
        known, first = wording.called(source.page), before(source.page, one.page)
        after = f"after {known} had it" if first else f"and so does {known}; which of them was first is not known"
        how = f"the same figure, {figure}," if figure else "the same"
        if one.speaker is not None:
            why = f"{wording.called(one.page)} speaks of {figure or 'it'} as known, {after}."
        elif first or source.silent:
            why = f"{wording.called(one.page)} gives {how} with no source that could be made out, {after}."
        else:
            after = f"{known} gives it with one; which of them was first is not known"
            why = f"{wording.called(one.page)} gives {how} with no source that could be made out, {after}."
        apart = days_between(one.page, source.page)
        late = apart is not None and apart > LATE
        # after weeks a fact may be anybody's; that it was copied is no longer to be said
        odds += OLD if late else 0.0
        kind: EdgeKind = "same-utterance" if late or not first or _public(source) else "copies"
        if owed_to.get(source.statement.document):
            odds += OTHERWISE_OWED
            why += " Elsewhere it has text of that page."
            kind = "copies"
        return Owed(later=one.index, earlier=source.index, kind=kind, why=why, weight=odds)


def _worded(one: Stated, other: Stated) -> float:
    return round(worded(one.statement, other.statement), 1)


def _tells(one: Stated, other: Stated) -> tuple[float, str]:
    """How much two statements have in common that is no chance."""
    specific, figure = shared_specificity(one.statement, other.statement)
    return max(specific, 0.8 * worded(one.statement, other.statement)), figure


def _may_be_earlier(other: Stated, one: Stated) -> bool:
    return other.statement.document != one.statement.document and before(one.page, other.page) is not True


def _public(source: Stated) -> bool:
    """Whether a source is an utterance that the later page can have had for itself."""
    if source.kind not in _PUBLIC:
        return False
    said, reported = source.occasion.to, source.occasion.at_most
    return not (source.kind == "document" and said and reported and said[:7] < _months_before(reported))


def _months_before(day: str) -> str:
    """The month two months before a day."""
    year, month = int(day[:4]), int(day[5:7]) - CURRENT // 30
    return f"{year:04d}-{month:02d}" if month > 0 else f"{year - 1:04d}-{month + 12:02d}"


def names_in(one: Stated, other: Stated) -> bool:
    """Whether the sentence names the outlet of another page."""
    outlet = flat(other.page.outlet)
    return bool(outlet) and f" {outlet}" in f" {flat(one.statement.quote)}" and key_of(one.page) != key_of(other.page)


def _mentions(one: Stated, other: Stated) -> bool:
    """Whether a sentence speaks of the speaker of another: by name, by office, or by most of a description."""
    hop = other.speaker
    if hop is None:
        return False
    said = f" {flat(one.statement.quote)} "
    if hop.kind == "named" and hop.name:
        last = flat(hop.name).split()[-1:]
        if last and len(last[0]) > 3 and f" {last[0]}" in said:
            return True
    elif hop.name and hop.name[:1].isupper() and f" {flat(hop.name)}" in said:
        return True
    described, words = _stems(wording.speaker(hop)), _stems(one.statement.quote)
    common = described & words
    return len(common) > 1 or offices_in(common)


@functools.lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(text))
