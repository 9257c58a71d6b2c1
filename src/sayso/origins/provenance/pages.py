"""What one page owes another: text with or without credit, a report that it names or links to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from sayso.nouns import Page, PageEdge, Statement
from sayso.nouns.judged import EdgeKind
from sayso.origins.actors import Cited, cited_in, fits
from sayso.origins.neighbour import Neighbour
from sayso.origins.order import before, page_order
from sayso.origins.provenance import wording
from sayso.origins.provenance.occasions import days_between
from sayso.origins.provenance.outlets import Known, agencies, cited_by, credited, key_of
from sayso.origins.reuse import copied

#: words outside quotation marks that two pages must share before the one has them from the other
UNQUOTED = 9
#: ... where neither is an agency's: two reporters who follow one press release share a sentence of it
COPIED = 20
#: from this share of the later page on, it is the other page as a whole that is taken over
WHOLE = 0.8
#: the part of a claim that must lie in a shared passage for the claim to be taken over
CLAIM = 0.5
#: a page that says the same as another in so many places, in the same order, is a rewording of it
REWORDED, IN_ORDER = 4, 0.7
#: ... where neither is an agency's; and so many days after it at most
REWORDED_COPY, SOON = 6, 4
#: how sure an edge is, by what tells its direction
BY_CREDIT, BY_DATE, BY_GUESS = 0.98, 0.95, 0.75
#: ... and that it is the page of an outlet that is cited without its name
UNNAMED = 0.4


def page_edges(
    page: Page,
    statements: Sequence[Statement],
    text: str,
    near: Sequence[Neighbour],
    outlets: Mapping[str, str],
) -> list[PageEdge]:
    """Dependences between a page and those that it is compared with, the later one to the earlier one.

    *agency*: text of an agency, with its credit or without; *copies*: text of another page without credit; *cites*: the
    other page's outlet is named, or the page linked to, for what both say. Every pair is looked at by itself, so that
    the edges do not depend on the order in which pages come; a page has none to itself.
    """
    known = Known({**outlets, **{key_of(p) or "": p.outlet or "" for p in (page, *(n.page for n in near))}})
    found: list[PageEdge] = []
    for other in near:
        if other.page.document == page.document:
            continue
        sending = agencies([page, other.page])
        cited = _cites(page, statements, other, known)
        names = cited.from_ if cited and cited.score == BY_DATE else None
        taken = _taken(page, statements, other, sending, names) or _reworded(page, statements, other, sending, names)
        found += [edge for edge in (taken, cited) if edge]
    return sorted(found, key=lambda edge: (edge.from_, edge.to, edge.kind))


def _taken(
    page: Page, statements: Sequence[Statement], near: Neighbour, agencies: frozenset[str], names: str | None
) -> PageEdge | None:
    """Text in common that the one has from the other. ``names`` is the page that names the other one as a source."""
    reuse = near.reuse
    if reuse is None:
        return None
    free = sum(p.words - min(p.quoted_a, p.quoted_b) for p in reuse.passages)
    if free < UNQUOTED:
        return None
    later, earlier, score, how = _direction(page, near.page, names)
    share = reuse.share_a if later.document == reuse.a else reuse.share_b
    pairs = [(m, o) for m in statements for o in near.statements if copied(reuse, m, o) >= CLAIM]
    if later is not page:
        claims = tuple((o.claim, m.claim) for m, o in pairs)
    else:
        claims = tuple((m.claim, o.claim) for m, o in pairs)
    if not claims and share < WHOLE:
        return None
    kind, owed = _kind(later, earlier, agencies, names)
    if kind == "copies" and free < COPIED:
        return None
    much = "nearly all of its text" if share >= WHOLE else f"a passage of {reuse.longest} words"
    if len(reuse.passages) > 1 and share < WHOLE:
        much = f"{len(reuse.passages)} passages"
    return PageEdge(
        from_=later.document,
        to=earlier.document,
        kind=kind,
        why=f"{wording.called(later)} shares {much} with {wording.called(earlier)}{owed}{how}.",
        score=score,
        claims=() if share >= WHOLE else claims,
    )


def _kind(later: Page, earlier: Page, agencies: frozenset[str], names: str | None) -> tuple[EdgeKind, str]:
    """*agency* where the earlier page's outlet is one or is credited, else *copies*; and the words for it."""
    if words := credited(later, earlier):
        return "agency", f", and credits it (“{words}”)"
    if names == later.document:
        return "agency" if key_of(earlier) in agencies else "copies", ", and names it"
    if key_of(earlier) in agencies:
        return "agency", ", an agency, without crediting it"
    theirs = {c.name.casefold() for c in earlier.credits}
    if common := [c.name for c in later.credits if c.name.casefold() in theirs]:
        return "agency", f", and both credit {min(common, key=str.casefold)}"
    return "copies", ", without crediting it"


def _direction(a: Page, b: Page, names: str | None) -> tuple[Page, Page, float, str]:
    """The later and the earlier page, how sure that is, and on what it rests where that is not the dates."""
    if credited(a, b) and not credited(b, a):
        return a, b, BY_CREDIT, ", although it is dated earlier" if before(a, b) else ""
    if credited(b, a) and not credited(a, b):
        return b, a, BY_CREDIT, ", although it is dated earlier" if before(b, a) else ""
    first = before(a, b)
    if first is not None:
        return (b, a, BY_DATE, "") if first else (a, b, BY_DATE, "")
    if names is not None:
        return (a, b, BY_CREDIT, "") if names == a.document else (b, a, BY_CREDIT, "")
    later, earlier = (a, b) if page_order(b) < page_order(a) else (b, a)
    return later, earlier, BY_GUESS, "; which of them was first is not known"


def _reworded(
    page: Page, statements: Sequence[Statement], near: Neighbour, agencies: frozenset[str], names: str | None
) -> PageEdge | None:
    """The same things said in the same order in other words, by a page that credits nobody for it."""
    mine = {s.key: s for s in statements}
    theirs = {s.key: s for s in near.statements}
    same = [j for j in near.judgements if j.kind == "same"]
    places = {
        (mine[x].position, theirs[y].position)
        for j in same
        for x, y in ((j.a, j.b), (j.b, j.a))
        if x in mine and y in theirs
    }
    steps = _rising(sorted(places))
    mine_by = {s.position: s.claim for s in statements}
    theirs_by = {s.position: s.claim for s in near.statements}
    if len(steps) < REWORDED or len(steps) < IN_ORDER * len({a for a, _ in places}):
        return None
    later, earlier, score, how = _direction(page, near.page, names)
    apart = days_between(later, earlier)
    if score == BY_GUESS or apart is None or apart > SOON:
        return None
    kind, owed = _kind(later, earlier, agencies, names)
    if kind == "copies" and len(steps) < REWORDED_COPY:
        return None
    claims = [(mine_by[a], theirs_by[b]) for a, b in steps]
    return PageEdge(
        from_=later.document,
        to=earlier.document,
        kind=kind,
        why=f"{wording.called(later)} says {len(steps)} things in the order of {wording.called(earlier)}{owed}{how}.",
        score=score - 0.2,
        claims=tuple(claims if later is page else ((b, a) for a, b in claims)),
    )


def _rising(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of pairs that rise on both sides."""
    best: list[list[tuple[int, int]]] = []
    for place in places:
        before_ = [run for run in best if run[-1][0] < place[0] and run[-1][1] < place[1]]
        best.append([*max(before_, key=len, default=[]), place])
    return max(best, key=len, default=[])


def _cites(page: Page, statements: Sequence[Statement], near: Neighbour, known: Known) -> PageEdge | None:
    """The outlet of the one is named, or its page linked to, by the other, for what both say.

    Where the later page cites an outlet without its name (*online reports say*), an earlier page that can be meant will
    do, but is far from sure.
    """
    mine = {s.key: s for s in statements}
    theirs = {s.key: s for s in near.statements}
    pairs = [
        (mine[x], theirs[y])
        for j in near.judgements
        if j.kind == "same"
        for x, y in ((j.a, j.b), (j.b, j.a))
        if x in mine and y in theirs
    ]
    for later, earlier, told in ((page, near.page, pairs), (near.page, page, [(b, a) for a, b in pairs])):
        first = before(later, earlier)
        if first is True or not told:
            continue
        cited = [(m, o, found) for m, o in told for found in _cited(m, later, known)]
        named = tuple((m.claim, o.claim) for m, o, found in cited if found.key and found.key == key_of(earlier))
        if named:
            return _cite(later, earlier, f"names {wording.outlet(earlier)} for it", named, BY_DATE)
        if _links_to(later, earlier):
            linked = tuple((m.claim, o.claim) for m, o in told)
            return _cite(later, earlier, f"links to {wording.called(earlier)}", linked, BY_DATE)
        loose = [(m, o, found) for m, o, found in cited if found.key is None and fits(found, earlier) is not False]
        if loose and first is False and key_of(later) != key_of(earlier):
            how = f"names “{loose[0][2].words}”, and {wording.called(earlier)} had it before"
            return _cite(later, earlier, how, tuple((m.claim, o.claim) for m, o, _ in loose), UNNAMED)
    return None


def _cite(later: Page, earlier: Page, how: str, claims: tuple[tuple[str, str], ...], score: float) -> PageEdge:
    why = f"{wording.called(later)} {how}."
    return PageEdge(from_=later.document, to=earlier.document, kind="cites", why=why, score=score, claims=claims)


def _cited(statement: Statement, page: Page, known: Known) -> list[Cited]:
    """The outlets that a statement's chain or, where it has none, its sentence cites."""
    if not statement.chain:
        return list(cited_in(statement.quote, known.near(statement.quote), own=page))
    found = (cited_by(hop, statement.quote, page, known) for hop in statement.chain)
    return [cited for cited in found if cited is not None]


def _links_to(page: Page, other: Page) -> bool:
    """Whether a page has a link to another one; the scheme, *www.* and what follows a ? or # do not count."""
    wanted = _address(other.url)
    return wanted is not None and any(_address(link.href) == wanted for link in page.links)


def _address(url: str | None) -> tuple[str, str] | None:
    if not url:
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None
    return (host.removeprefix("www."), parts.path.rstrip("/")) if host else None
