"""Whether two stated origins have one actor: the same person or body, one that speaks for the other, or two."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sayso.lexicon import load
from sayso.nouns import ActorLink, Hop, Reason
from sayso.nouns.folding import fold
from sayso.origins.actors import same_actor, same_body
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.provenance import wording
from sayso.origins.provenance.lexicon import flat, people_stems, utterances
from sayso.origins.provenance.outlets import short
from sayso.origins.provenance.walk import Stated, nobody
from sayso.origins.wording import capital
from sayso.origins.words import stems, stop_words

#: *same*: one actor; *role*: a description that fits a name; *body*: one speaks for the other; *may*: unnamed ones that
#: can be one; *open*: a body and somebody of whom nothing says whose they are; *unknown*: nobody is named; *bodies*:
#: two bodies, of which one may have it from the other; *other*: two
Alike = Literal["same", "role", "body", "may", "open", "unknown", "bodies", "other"]
#: log-odds that two statements of the same claim go back to one origin, by how their actors stand to each other; two
#: who speak for one body are never one for sure by that alone, nor are *police* and *police*
WEIGHTS: dict[Alike, float] = {
    "same": 4.0,
    "role": 2.0,
    "body": 1.2,
    "may": 0.6,
    "open": -0.6,
    "unknown": 0.0,
    "bodies": -2.2,
    "other": -4.5,
}
#: how sure a link must be for one actor, and for one that may be
SURELY, LIKELY = 0.8, 0.55
#: members of one cluster tell of one event
ONE_EVENT = 0.9
_INDEFINITE = re.compile(r"(?i)(?:an?|one|another|some|several|two|three|four|other)\b")
_CAPITAL = re.compile(r"\b[A-ZÀ-ÖØ-Þ][\w’'-]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Compared:
    """How two actors stand to each other, and why, as a sentence."""

    alike: Alike
    why: str

    @property
    def reason(self) -> Reason:
        """The reason with its weight."""
        return Reason(text=self.why, weight=WEIGHTS[self.alike])


Links = Mapping[frozenset[str], ActorLink]


def links_of(material: Material) -> Links:
    """What was judged of actors, by the two ends."""
    return {frozenset((link.a, link.b)): link for link in material.links}


def compare(a: Stated, b: Stated, links: Links) -> Compared:
    """How the speakers of two stated origins stand to each other. Both must have one."""
    one, two = _speaker(a), _speaker(b)
    if nobody(one) or nobody(two):
        return Compared("unknown", "It could not be worked out who says it in one of the two places.")
    if a.actor == b.actor and not _anybodys(one, two):
        return Compared("same", f"Both have it from {wording.within(wording.speaker(_fuller(one, two)))}.")
    documents = [hop.kind == "document" for hop in (one, two)]
    if any(documents) and not all(documents):
        return _paper_and_speaker(a, b)
    link = _link(a, b, links)
    if link.kind == "same":
        sure = link.by != "rule" or (link.score >= SURELY and not _anybodys(one, two))
        return Compared("same" if sure else "role", link.why)
    if link.kind == "different" and link.by != "rule":
        return Compared("other", link.why)
    if all(documents):
        return _documents(a, b, link)
    return _by_words(a, b, link)


def _speaker(stated: Stated) -> Hop:
    assert stated.speaker is not None
    return stated.speaker


def _said(hop: Hop) -> str:
    return wording.within(wording.speaker(hop))


def _fuller(one: Hop, two: Hop) -> Hop:
    """The hop that says more of who it is."""
    return max((one, two), key=lambda hop: (hop.kind == "named", len(wording.speaker(hop))))


def _anybodys(one: Hop, two: Hop) -> bool:
    """Whether two bodies are called by nothing but a common noun: *police* here and *authorities* there."""
    bodies = one.kind == two.kind == "group" or "organization" in (one.type, two.type)
    return bodies and not any(letter.isupper() for hop in (one, two) for letter in _said(hop))


def _link(a: Stated, b: Stated, links: Links) -> ActorLink:
    """What is judged of the two actors; by the rules where nothing was judged before."""
    ends = frozenset(actor_key(one.statement.document, _speaker(one)) for one in (a, b))
    if ends in links:
        return links[ends]
    return same_actor(short(_speaker(a)), a.page, short(_speaker(b)), b.page, affinity=ONE_EVENT)


def _by_words(a: Stated, b: Stated, link: ActorLink) -> Compared:
    """By descriptions, offices and bodies, where a link leaves it open or sees no more than a person and a body."""
    one, two = _speaker(a), _speaker(b)
    said = _said(one), _said(two)
    two_are = f"Nothing says that {said[0]} and {said[1]} are one."
    persons = _person(a), _person(b)
    unnamed = "anonymous" in (one.kind, two.kind)
    if link.kind == "unsure" and link.score >= LIKELY:
        return Compared("may" if unnamed else "role", link.why)
    body = same_body(short(one), a.page, short(two), b.page, affinity=ONE_EVENT)
    if not unnamed and (body.score >= LIKELY or _speaks_for(a, two) or _speaks_for(b, one)):
        why = body.why if body.score >= LIKELY else f"{capital(said[0])} and {said[1]} speak for one body."
        return Compared("body", why)
    if persons == (False, False) and link.kind == "different":
        return Compared("bodies", link.why)
    if _named(one) and _named(two) and all(persons):
        return Compared("other", two_are)
    mine, theirs = _description(a), _description(b)
    common = mine & theirs
    differ = _affiliations_differ(a, b)
    if common and not differ:
        whole = mine <= theirs or theirs <= mine
        definite = all(not _INDEFINITE.match(hop.text or "") for hop in (one, two))
        if (whole or offices_in(common)) and (len(common) > 1 or definite) and not all(persons):
            return Compared("role", f"“{said[0]}” and “{said[1]}” can be one.")
        if whole or offices_in(common) or len(common) > 1:
            return Compared("may", f"“{said[0]}” and “{said[1]}” can be one.")
    if differ:
        return Compared("other", two_are)
    if all(persons):
        witnesses = "eyewitness" in (a.kind, b.kind)
        return Compared("open" if unnamed and not witnesses and _can_be_anyone(a, b) else "other", two_are)
    return Compared("open", f"Nothing says whether {said[0]} and {said[1]} speak for one body.")


def _can_be_anyone(a: Stated, b: Stated) -> bool:
    """Whether one is called by no more than *an official* or the like, or by a name without saying what they are."""
    for one in (a, b):
        hop = _speaker(one)
        if hop.kind == "anonymous" and _content(wording.speaker(hop)) <= people_stems("anyone"):
            return True
        if hop.kind == "named" and not offices_in(_description(one)):
            return True
    return False


def _person(stated: Stated) -> bool:
    """Whether it is one person or an unnamed one, no body."""
    hop = _speaker(stated)
    if _called_a_body().search(stated.said_of):
        return False
    return hop.type == "person" or (hop.kind in ("role", "anonymous") and hop.type != "organization")


@functools.cache
def _called_a_body() -> re.Pattern[str]:
    """A name with a noun for a body in apposition: *Kestwater, the company that runs the plant*."""
    nouns = "|".join(map(re.escape, load("speaker_words.yaml")["any_body"]["words"]))
    return re.compile(rf",\s(?:the|a|an|its|their)\s(?:\w+\s)?(?:{nouns})\b(?!['’])")


def _documents(a: Stated, b: Stated, link: ActorLink) -> Compared:
    """Two documents: by the words for them, or for whoever gave them out."""
    one, two = _speaker(a), _speaker(b)
    said = _said(one), _said(two)
    mine, theirs = (_content(_given_out_by(s) or _speaker(s).text or "") for s in (a, b))
    if link.score >= LIKELY and link.kind == "unsure":
        return Compared("same", link.why)
    shared = mine & theirs
    if shared and (mine <= theirs or theirs <= mine or len(shared) > 1):
        return Compared("same", f"Both have it from {max(said, key=len)}.")
    if shared or not mine or not theirs:
        return Compared("may", f"“{said[0]}” and “{said[1]}” can be one.")
    return Compared("other", f"Nothing says that {said[0]} and {said[1]} are one.")


def _paper_and_speaker(a: Stated, b: Stated) -> Compared:
    """A document against whoever may have given it out."""
    said = _said(_speaker(a)), _said(_speaker(b))
    paper, who = (a, b) if _speaker(a).kind == "document" else (b, a)
    if _content(_given_out_by(paper) or paper.said_of) & (_body_words(who) or _content(who.said_of)):
        return Compared("body", f"{capital(said[0])} and {said[1]} are of one body.")
    return Compared("open", f"Nothing says whether {said[0]} and {said[1]} are of one body.")


def _given_out_by(stated: Stated) -> str | None:
    """Who a document named as an utterance is by: *a statement by the owner, Pontica Storage*."""
    found = utterances().search(flat(_speaker(stated).text))
    return found["actor"] if found else None


def _named(hop: Hop) -> bool:
    """Whether it has a name of its own: one with a capital that is no mere description."""
    return hop.kind in ("named", "group") and bool(hop.name) and (hop.name or "")[:1].isupper()


@functools.cache
def _titles() -> frozenset[str]:
    return frozenset(load("titles.yaml")["titles"]["words"])


def _name_words(hop: Hop) -> list[str]:
    return [word for word in _WORD.findall(fold(hop.name or "")) if word.rstrip(".") not in _titles()]


@functools.lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    return frozenset(stems(text))


def _description(stated: Stated) -> frozenset[str]:
    """Stems of all that pages say of who it is."""
    return _content(stated.said_of)


def offices_in(words: frozenset[str]) -> bool:
    """Whether one of some stems is that of an office: *mayor*."""
    return not words.isdisjoint(people_stems("office"))


def _body_words(stated: Stated) -> frozenset[str]:
    """Stems of a body's own name; none of a person's."""
    hop = _speaker(stated)
    if hop.type == "person" or hop.kind in ("anonymous", "role"):
        return frozenset()
    return _content(" ".join(word for word in _name_words(hop) if word not in stop_words()))


def _speaks_for(one: Stated, body: Hop) -> bool:
    """Whether one is somebody of a body: *operations manager of Visayan Star Lines*."""
    if body.type == "person" or body.kind in ("anonymous", "role", "document"):
        return False
    wanted = _content(" ".join(word for word in _name_words(body) if word not in stop_words()))
    return bool(wanted) and wanted <= _description(one)


def _affiliations_differ(a: Stated, b: Stated) -> bool:
    """Whether both are of somewhere or something with a name, and have no such name in common."""
    mine, theirs = _affiliation(a), _affiliation(b)
    return bool(mine) and bool(theirs) and not mine & theirs


def _affiliation(stated: Stated) -> frozenset[str]:
    """Stems of the words with a capital in what is said of somebody, without their own name."""
    hop = _speaker(stated)
    own = set(_name_words(hop)) if hop.type == "person" else set()
    words = (word for word in _CAPITAL.findall(stated.said_of) if fold(word) not in own and fold(word) not in _titles())
    return _content(" ".join(word for word in words if fold(word) not in stop_words()))
