"""Are the speakers of two statements one actor? A judgement with a reason, never a merge."""

from __future__ import annotations

from rapidfuzz import fuzz

from sayso.nouns import ActorLink, Hop, Page
from sayso.origins.actors.bodies import compare_bodies, parse_body
from sayso.origins.actors.interests import body_of
from sayso.origins.actors.names import Sort, compare_names, sort_of
from sayso.origins.actors.offices import Office, describes, names_of, offices_of, parse_office
from sayso.origins.actors.outlets import outlet_key, same_outlet
from sayso.origins.actors.persons import DIFFERENT, SAME, Compared
from sayso.origins.actors.spelling import plain
from sayso.origins.words import stems

#: two wordings of an unnamed source are one from here on (rapidfuzz's token_set_ratio)
_ONE_WORDING = 88.0
#: pages are of one event from here on
_ONE_EVENT = 0.5
#: bodies and persons are known by type; a place may be a body that was taken for one
_BODIES = frozenset({"organization", "group", "place"})


def actor_of(hop: Hop, page: Page) -> str:
    """The key of a hop's actor: ``document#entity``, of one that is no entity ``document#attribution``."""
    return f"{page.document}#{hop.entity or hop.attribution}"


def same_actor(hop_a: Hop, page_a: Page, hop_b: Hop, page_b: Page, *, affinity: float) -> ActorLink:
    """Whether two hops have one speaker.

    Args:
        hop_a: a speaker.
        page_a: the page it stands on.
        hop_b: another one.
        page_b: its page.
        affinity: in [0, 1], how sure it is that both pages tell of one event.

    Returns:
        A link of the actors (:func:`actor_of`, in text order), *same* from a score of .75 on, *different* up to .25
        and *unsure* between. ``score`` says how sure the judgement is: of *different* it is one less the score of
        being one.
    """
    a, b = actor_of(hop_a, page_a), actor_of(hop_b, page_b)
    found = (
        Compared(1.0, "The page itself speaks of one and the same.")
        if a == b
        else _compared(hop_a, page_a, hop_b, page_b, affinity)
    )
    score = min(max(found.score, 0.0), 1.0)
    first, second = (a, b) if a <= b else (b, a)
    if score >= SAME:
        return ActorLink(a=first, b=second, kind="same", score=round(score, 3), why=found.why)
    if score <= DIFFERENT and found.score >= 0:
        kind_score = round(1 - score, 3)
        return ActorLink(a=first, b=second, kind="different", score=kind_score, why=found.why)
    return ActorLink(a=first, b=second, kind="unsure", score=round(score, 3), why=found.why)


def _compared(hop_a: Hop, page_a: Page, hop_b: Hop, page_b: Page, affinity: float) -> Compared:
    if "unnamed" in (hop_a.kind, hop_b.kind) or not (hop_a.names and hop_b.names):
        return Compared(0.3, "At least one page does not name its source at all.")
    outlets = [_is_outlet(hop) for hop in (hop_a, hop_b)]
    if all(outlets):
        return _outlets(hop_a, hop_b)
    if any(outlets):
        found = _outlets(hop_a, hop_b)
        return found if found.score >= SAME else Compared(0.05, "Only one of the two sources is an outlet.")
    documents = [hop.kind == "document" or hop.type == "document" for hop in (hop_a, hop_b)]
    if all(documents):
        return _documents(hop_a, hop_b, affinity)
    if any(documents):
        return Compared(0.1, "One source is a document, the other somebody who speaks.")
    sorts = [_sort(hop) for hop in (hop_a, hop_b)]
    if sorts[0] != sorts[1]:
        return _across(hop_a, hop_b)
    names_a, names_b = names_of(hop_a), names_of(hop_b)
    if sorts[0] == "body":
        return _bodies(hop_a, hop_b, affinity)
    if names_a and names_b:
        return _persons(hop_a, hop_b, names_a, names_b, affinity)
    if names_a or names_b:
        return _name_and_office(hop_a, hop_b, affinity)
    return _descriptions(hop_a, page_a, hop_b, page_b, affinity)


def _is_outlet(hop: Hop) -> bool:
    return hop.kind == "outlet" or hop.type == "outlet"


def _sort(hop: Hop) -> Sort:
    """Whether a body or a person speaks: by the words first, since types are guessed, then by type and kind."""
    names = names_of(hop)
    if hop.type == "person":
        looks = sort_of(names[0]) if names else "person"
        return "body" if looks == "body" and parse_body(names[0]).heads else "person"
    if hop.type in _BODIES:
        if hop.kind == "role":
            return "person"
        if hop.kind == "anonymous" and not names:
            return "person"
        return "body"
    return "body" if hop.kind == "group" else "person"


def _outlets(hop_a: Hop, hop_b: Hop) -> Compared:
    a = hop_a.name or hop_a.names[0]
    b = hop_b.name or hop_b.names[0]
    if describes(a) or describes(b):
        return Compared(0.4, f"“{a}” and “{b}” do not both name their outlet.")
    if same_outlet(a, b):
        return Compared(0.95, f"“{a}” and “{b}” are one outlet.")
    return Compared(0.04, f"“{a}” and “{b}” are two outlets.")


def _across(hop_a: Hop, hop_b: Hop) -> Compared:
    a, b = hop_a.name or hop_a.names[0], hop_b.name or hop_b.names[0]
    if outlet_key(a) == outlet_key(b):
        return Compared(0.85, f"“{a}” and “{b}” are one name.")
    return Compared(0.08, f"Of “{a}” and “{b}” one is a body and the other a person.")


def _bodies(hop_a: Hop, hop_b: Hop, affinity: float) -> Compared:
    """Two bodies: by the fullest names that agree best; crowds without a name are nobody in particular."""
    ours = names_of(hop_a) or _said(hop_a)
    theirs = names_of(hop_b) or _said(hop_b)
    found = [compare_names(a, b, sort="body", affinity=affinity) for a in ours for b in theirs]
    best = max(found, key=lambda one: (one.score, one.why))
    named = bool(names_of(hop_a)) and bool(names_of(hop_b))
    worst = min(found, key=lambda one: (one.score, one.why))
    return worst if named and worst.score < 0.05 and best.score < 0.9 else best


def _said(hop: Hop) -> tuple[str, ...]:
    return tuple(name for name in dict.fromkeys((hop.name, *hop.names)) if name)


def _persons(hop_a: Hop, hop_b: Hop, names_a: tuple[str, ...], names_b: tuple[str, ...], affinity: float) -> Compared:
    """Two persons with names: by the fullest name of each, then by what they are."""
    found = compare_names(names_a[0], names_b[0], sort="person", affinity=affinity)
    if found.score <= DIFFERENT:
        return found
    agree = _offices_agree(offices_of(hop_a), offices_of(hop_b), affinity)
    if agree is None:
        return found
    if agree.score >= SAME:
        raised = found.score + (1 - found.score) * 0.5
        return Compared(round(min(raised, 0.99), 3), f"{found.why[:-1]}; {_lower(agree.why)}")
    if agree.score <= DIFFERENT and affinity < _ONE_EVENT:
        return Compared(round(found.score * 0.75, 3), f"{found.why[:-1]}, but {_lower(agree.why)}")
    return found


def _lower(sentence: str) -> str:
    first = sentence.split(" ", 1)[0]
    return sentence if first.isupper() and len(first) > 1 else sentence[:1].lower() + sentence[1:]


def _name_and_office(hop_a: Hop, hop_b: Hop, affinity: float) -> Compared:
    """*rescue chief Covadonga Llera* and *the rescue chief*."""
    named, other = (hop_a, hop_b) if names_of(hop_a) else (hop_b, hop_a)
    name, said = names_of(named)[0], other.name or other.names[0]
    office = parse_office(said)
    if other.kind == "anonymous" and (office is None or not office.definite):
        agree = _offices_agree(offices_of(named), offices_of(other), affinity)
        if agree is not None and agree.score >= SAME:
            return Compared(
                0.4 + 0.3 * affinity, f"{name} is what the other page's “{said}” is, who has no name there."
            )
        return Compared(0.3, f"“{said}” has no name; whether it is {name} is open.")
    agree = _offices_agree(offices_of(named), offices_of(other), affinity)
    if agree is None:
        return Compared(0.3, f"The page with {name} does not say whether that is “{said}”.")
    if agree.score >= SAME:
        score = 0.25 + 0.6 * affinity
        return Compared(round(score, 3), f"{name} holds the office that the other page calls “{said}”.")
    if agree.score <= DIFFERENT:
        return Compared(0.25 if affinity >= _ONE_EVENT else 0.15, f"{name} holds another office than “{said}”.")
    return Compared(0.4, f"{name} may be the one whom the other page calls “{said}”.")


def _offices_agree(ours: tuple[Office, ...], theirs: tuple[Office, ...], affinity: float) -> Compared | None:
    """Whether two people hold one office; null where one page gives none."""
    found = [_office(a, b, affinity) for a in ours for b in theirs]
    return max(found, key=lambda one: (one.score, one.why)) if found else None


_ALIKE = (
    frozenset({"spokesman", "spokeswoman", "spokesperson"}),
    frozenset({"chairman", "chairwoman", "chair", "head", "chief", "leader", "boss", "president", "director"}),
    frozenset({"lawyer", "attorney", "counsel"}),
    frozenset({"premier", "prime minister"}),
    frozenset({"commander", "head", "chief", "leader"}),
    frozenset({"executive", "ceo", "boss", "head", "chief", "director", "manager"}),
    frozenset({"congressman", "congresswoman", "representative", "lawmaker", "legislator", "senator", "mp", "member"}),
    frozenset({"prosecutor", "attorney"}),
    frozenset({"vet", "veterinarian"}),
)


def _office(a: Office, b: Office, affinity: float) -> Compared:
    shown = f"“{a.text}” and “{b.text}”"
    if a.noun != b.noun and not any(a.noun in kin and b.noun in kin for kin in _ALIKE):
        return Compared(0.2, f"{shown} are different offices.")
    if ("former" in a.ranks) != ("former" in b.ranks) and affinity < _ONE_EVENT:
        return Compared(0.4, f"Only one of {shown} is former.")
    if ("deputy" in a.ranks or "vice" in a.ranks) != ("deputy" in b.ranks or "vice" in b.ranks):
        return Compared(0.35, f"Only one of {shown} is a deputy.")
    body_a, body_b = body_of(a) or a.of, body_of(b) or b.of
    if body_a and body_b:
        found = compare_bodies(body_a, body_b, affinity=affinity)
        if plain(body_a) == plain(body_b) or found.score >= SAME:
            return Compared(0.9, f"Both pages give the office: {shown}.")
        if found.score <= DIFFERENT:
            return Compared(0.15, f"{shown} are offices of different bodies.")
        return Compared(0.5, f"{shown} may be one office.")
    if a.field and b.field and not a.field & b.field:
        return Compared(0.2, f"{shown} are offices of different fields.")
    if a.field & b.field:
        return Compared(0.85, f"Both pages give the office: {shown}.")
    if not (body_a or body_b or a.field or b.field) and a.noun == b.noun:
        return Compared(0.8, f"Both pages give the office: {shown}.")
    return Compared(0.78 if affinity >= _ONE_EVENT else 0.5, f"One of {shown} is short for the other.")


def _descriptions(hop_a: Hop, page_a: Page, hop_b: Hop, page_b: Page, affinity: float) -> Compared:
    """Nobody is named: *the defence minister* can be told again within one story, *an official* hardly ever."""
    a, b = hop_a.name or hop_a.names[0], hop_b.name or hop_b.names[0]
    shown = f"“{a}” and “{b}”"
    wording = fuzz.token_set_ratio(plain(a), plain(b))
    if "anonymous" in (hop_a.kind, hop_b.kind):
        ours, theirs = _voice(hop_a, page_a), _voice(hop_b, page_b)
        if hop_a.count != hop_b.count and hop_a.count and hop_b.count:
            return Compared(0.2, f"{shown} are of different number.")
        if wording >= _ONE_WORDING and ours and theirs and same_outlet(ours, theirs) and affinity >= _ONE_EVENT:
            return Compared(0.55 + 0.3 * affinity, f"{shown} are described alike, and both spoke to {ours}.")
        if wording >= _ONE_WORDING:
            return Compared(0.35 + 0.3 * affinity, f"{shown} are described alike, and neither is named.")
        return Compared(0.3, f"{shown} have no names to tell whether they are one.")
    agree = _offices_agree(offices_of(hop_a), offices_of(hop_b), affinity)
    if agree is not None and agree.score >= SAME:
        return Compared(round(0.25 + 0.6 * affinity, 3), f"{shown} give one office, without a name.")
    if agree is not None and agree.score <= DIFFERENT:
        return Compared(0.15, agree.why)
    if wording >= _ONE_WORDING:
        return Compared(round(0.3 + 0.45 * affinity, 3), f"{shown} are described alike.")
    return Compared(0.3, f"{shown} have no names to tell whether they are one.")


def _documents(hop_a: Hop, hop_b: Hop, affinity: float) -> Compared:
    """Two papers: by the words of their descriptions; *the report* alone can be any."""
    a, b = hop_a.name or hop_a.names[0], hop_b.name or hop_b.names[0]
    shown = f"“{a}” and “{b}”"
    one, two = set(stems(a)), set(stems(b))
    shared = len(one & two) / (min(len(one), len(two)) or 1)
    if shared == 0.0:
        return Compared(0.2, f"{shown} are described in different words.")
    if shared == 1.0 and min(len(one), len(two)) > 1:
        return Compared(round(0.35 + 0.55 * affinity, 3), f"{shown} describe one document in the same words.")
    if shared == 1.0:
        return Compared(round(0.25 + 0.4 * affinity, 3), f"{shown} can be one document, told in one word.")
    return Compared(round(0.25 + 0.3 * affinity * shared, 3), f"{shown} are described partly alike.")


def _voice(hop: Hop, page: Page) -> str | None:
    """The outlet that somebody spoke to: the one that is told, else the page's own."""
    told = hop.addressee
    return told if told and sort_of(told) == "outlet" else page.outlet or page.host
