"""Descriptions without a name (*the minister*, *the group*, *a fisherman*): whom they call again, if anybody."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sayso.nouns.mention import Mention
from sayso.speakers.entities import Cast, Member
from sayso.speakers.figures import Figure, sex_of_name, sex_of_word
from sayso.speakers.lexicon import people_nouns, speaker_words, title_in_full
from sayso.speakers.scene import Spot

#: Sentences after which a body is no longer *the group*.
_REACH = 4
_BODIES = frozenset({"organization", "outlet"})
_MANY = frozenset({"some", "many", "most", "other", "those", "crew", "family", "police"})
_CORE_END = re.compile(r",|\b(?:of|for|at|in|from|on|who|which|with)\b")


def head_of(office: str) -> str:
    """The last word before *of*, *for* and the like, in lower case: what two descriptions of one office share."""
    core = _CORE_END.split(office.lower().rstrip("."))[0].split()
    return title_in_full(core[-1]) if core else ""


def is_singular(noun: str) -> bool:
    """Whether a noun for people names one of them: *the man*, not *the women* or *those*."""
    return noun in people_nouns() and not noun.endswith(("men", "people", "s")) and noun not in _MANY


def is_many(member: Member, text: str) -> bool:
    """Whether a member is called by a plural: *pilots*, *Republicans*, *the Sams*; *United Nations* is one body, and
    *Davis* one person."""
    words = member.name.split() or [""]
    if not words[-1].endswith("s") or words[-1].isupper():
        return False
    return member.type == "group" or (len(words) == 1 and text.endswith("the ", 0, member.first))


class Descriptions:
    """Offices and descriptions of one document. ``recent`` are the figures by recency, the last one mentioned last."""

    def __init__(self, cast: Cast, recent: dict[int, Figure]) -> None:
        self.cast, self.recent = cast, recent
        self.officers: dict[str, list[Member]] = {}
        for member in cast.members:
            for office in sorted({head_of(o) for o in (*member.titles, *(role.role for role in member.roles))}):
                self.officers.setdefault(office, []).append(member)
        self.told: dict[str, float] = {}
        self.described: dict[str, list[Figure]] = {}
        self.bodies_described: list[Member] = []
        self.crowds: dict[str, Figure] = {}

    def tell(self, names: Iterable[Mention]) -> None:
        """Note what *Mr*, *Ms* and *spokeswoman* say of whom they stand before, for the length of one reading."""
        for mention in names:
            before = self.cast.text[max(0, mention.start - 12) : mention.start].rstrip(" ").rsplit(None, 1)
            sex = sex_of_word(before[-1]) if before else 0.0
            if sex and mention.id in self.cast.entity_of_mention:
                self.told.setdefault(self.cast.entity_of_mention[mention.id], sex)
        for member in self.cast.members:
            sex = next((s for role in member.roles if (s := sex_of_word(head_of(role.role)))), 0.0)
            # "to call his mother, Ivan Petrov …" is no apposition
            if sex and sex * sex_of_name(member.name) >= 0:
                self.told.setdefault(member.id, sex)

    def figure(self, member: Member, spot: Spot) -> Figure:
        """A member as a figure, with what is known of it so far."""
        told = self.told.get(member.id, 0.0) if member.kind == "named" else sex_of_word(head_of(member.name))
        name = sex_of_name(member.name) if member.kind == "named" and member.type in {"person", "other"} else 0.0
        many = is_many(member, self.cast.text)
        kind = "group" if many and member.type == "person" else member.type
        return Figure(
            member=member, type=kind, plural=many, text=member.name, spot=spot, form="name",
            first=spot.sentence, token=spot.token, sex=told or name, told="words" if told else "name",
        )  # fmt: skip

    def shadow(self, mention: Mention, spot: Spot) -> Figure:
        """Somebody described who has not spoken: a rival of those who have a name."""
        head = head_of(mention.text)
        sex = sex_of_word(head)
        figure = Figure(
            member=None,
            type=mention.type,
            plural=mention.type == "group",
            text=mention.text,
            spot=spot,
            form="nominal",
            first=spot.sentence,
            token=spot.token,
            sex=sex,
            told="words" if sex else "name",
        )
        self.described.setdefault(head, []).append(figure)
        return figure

    def crowd(self, mention: Mention, spot: Spot) -> Figure:
        """Several people or things: *the parents*, the same as before; *parents*, others."""
        *_, head = mention.text.lower().split()
        known = self.crowds.get(head)
        if known is not None and mention.text.split()[0].lower() in speaker_words("definite"):
            return known
        self.crowds[head] = figure = Figure(
            member=None, type=mention.type, plural=True, text=mention.text, spot=spot, form="nominal",
            first=spot.sentence, token=spot.token,
        )  # fmt: skip
        return figure

    def find(self, mention: Mention, sentence: int) -> Figure | Member | None:
        """Whom a description calls again: an officer, a body, or who was described by the same noun before."""
        words = mention.text.lower().split()
        if words[0] not in speaker_words("definite"):
            return None
        head = head_of(mention.text)
        if mention.type == "person":
            return self.officer(head, sentence) or self.alike(head)
        if mention.type in _BODIES:
            body = self.body(head, sentence) if len(words) == 2 else None
            return body or self.alike(head)
        return None

    def alike(self, head: str) -> Figure | None:
        """The one figure described by that noun before."""
        same = self.described.get(head, ())
        return same[0] if len(same) == 1 else None

    def officer(self, head: str, sentence: int | None = None) -> Member | None:
        """Who holds the office: the only holder, or the one of several who was mentioned in the last sentences."""
        holders = self.officers.get(head, [])
        if len(holders) == 1 or sentence is None:
            return holders[0] if len(holders) == 1 else None
        near = [f.member for f in self._near(sentence) if f.member in holders]
        return near[0] if len(near) == 1 else None

    def body(self, noun: str, sentence: int | None = None) -> Member | None:
        """*the board* is the Paraná Basin Grain Board where no other body of the document is called a board; *the
        group* is the one body named in the last sentences."""
        named = self.cast.bodies(noun)
        others = [m for m in self.bodies_described if m.name.lower() != noun and head_of(m.name) == noun]
        if len(named) == 1 and not others:
            return named[0]
        if named or others or sentence is None or noun not in speaker_words("any_body"):
            return None
        near = [f.member for f in self._near(sentence) if f.type == "organization" and f.member is not None]
        return near[0] if len(near) == 1 else None

    def _near(self, sentence: int) -> list[Figure]:
        found = []
        for figure in reversed(self.recent.values()):
            if sentence - figure.spot.sentence > _REACH:
                break
            found.append(figure)
        return found
