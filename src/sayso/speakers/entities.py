"""The cast of a document: name mentions gathered into entities, with aliases, titles and roles."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from sayso.lexicon import load
from sayso.nouns.attribution import SourceKind
from sayso.nouns.mention import Entity, EntityType, Mention, Role
from sayso.reader.layers import Layers
from sayso.speakers.roles import merged, roles_after, roles_before, titles_before

_PLACED = (" in", " near", " of", " outside", " to", "In", " from")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


@dataclass(slots=True)
class Member:
    """One entity while it is being gathered."""

    id: str
    type: EntityType
    name: str
    first: int
    kind: SourceKind = "named"
    aliases: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


def plain(name: str) -> str:
    """A name without article and possessive mark, for comparison: case and accents count."""
    return _ARTICLE.sub("", re.sub(r"['’]s?$", "", name)).strip(' ,.;:"“”')


class Cast:
    """Entities of one document. ``find(name)`` gives the member that a name belongs to; rivals give None."""

    def __init__(self, text: str, layers: Layers) -> None:
        self.text = text
        self.members: list[Member] = []
        self.entity_of_mention: dict[str, str] = {}
        self._by_name: dict[str, Member] = {}
        self._by_last: dict[str, list[Member]] = {}
        self._by_tail: dict[str, list[Member]] = {}
        self._by_middle: dict[str, list[Member]] = {}
        names = [m for m in layers.mentions if m.form == "name"]
        # full names first, so that a surname that comes before them (a headline) finds its owner
        for mention in sorted(names, key=lambda m: (-len(m.text.split()), m.start)):
            self._take(mention)
        self.members.sort(key=lambda member: member.first)

    def _take(self, mention: Mention) -> None:
        name = plain(mention.text)
        if not name:
            return
        member = self._namesake(name, mention) or self.find(name, mention.type)
        if member is None:
            member = self.add(name, mention.type, mention.start)
        elif name != member.name and member.name.isupper() and name.lower() == member.name.lower():
            member.name = name  # a dateline's KOPER is Koper
        elif name.lower() != member.name.lower() and name not in member.aliases:
            member.aliases.append(name)
        if self._tells_type(member, mention):
            member.type = mention.type
        member.first = min(member.first, mention.start)
        self.entity_of_mention[mention.id] = member.id
        if member.type == "person":
            self._describe(member, mention)

    def _namesake(self, name: str, mention: Mention) -> Member | None:
        """The person with that last name, where the reader took it for a place: *Paris said* after *Valeska Paris*."""
        before = self.text[max(0, mention.start - 9) : mention.start].rstrip()
        if mention.type != "place" or " " in name or before.endswith(_PLACED):
            return None
        found = self.find(name)
        return found if found is not None and found.type == "person" else None

    def _tells_type(self, member: Member, mention: Mention) -> bool:
        """Whether a later mention says better what the member is: *IS* of *Islamic State*, *in San Lorenzo*."""
        words = _name_words(member.name)
        if mention.type == "organization":
            return (
                member.type == "other" and words[-1:] != [] and words[-1] not in load("names.yaml")["things"]["words"]
            )
        if mention.type != "place" or member.type not in {"other", "person"} or member.titles or member.roles:
            return False
        namesakes = self._by_last.get(words[-1], ()) if words else ()
        before = self.text[max(0, mention.start - 9) : mention.start].rstrip()
        return before.endswith(_PLACED) and not any(
            other is not member and other.type == "person" for other in namesakes
        )

    def _describe(self, member: Member, mention: Mention) -> None:
        for title in titles_before(self.text, mention.start):
            if title not in member.titles:
                member.titles.append(title)
        for role in (*roles_before(self.text, mention.start), *roles_after(self.text, mention.end)):
            if role not in member.roles:
                member.roles.append(role)

    def add(self, name: str, kind: EntityType, at: int, source: SourceKind = "named") -> Member:
        """A new member. Ids are given in the order of making; :meth:`numbering` gives the final ones."""
        member = Member(id=f"m{len(self.members) + 1}", type=kind, name=name, first=at, kind=source)
        self.members.append(member)
        for tail in _name_words(name)[-1:]:
            self._by_tail.setdefault(tail, []).append(member)
        if source != "named":
            return member
        self._by_name[name.lower()] = member
        words = _name_words(name)
        if words and (kind == "person" or (kind == "other" and len(words) == 1)):
            self._by_last.setdefault(words[-1], []).append(member)
            for word in words[1:-1]:
                self._by_middle.setdefault(word, []).append(member)
        elif len(words) > 1:
            acronym = "".join(word[0] for word in words if word not in {"of", "the", "for", "and"})
            self._by_name.setdefault(acronym, member)
        return member

    def find(self, name: str, kind: EntityType | None = None) -> Member | None:
        """The member of that name: the same string, or the one person with that last name."""
        exact = self._by_name.get(name.lower())
        if exact is not None and (exact.type != "place" or kind == "place"):
            return exact
        if kind in {"organization", "outlet", "place", "group"}:
            return exact
        words = _name_words(name)
        if not words:
            return exact
        same = [member for member in self._by_last.get(words[-1], ()) if _agree(words, _name_words(member.name))]
        if exact is not None:
            # "Clinton" is the person of that name though "in Clinton" is a place
            same = [member for member in same if member.type == "person"]
        if not same and len(words) == 1:
            # the first of two last names: "Benítez" of "Édgar Benítez Rolón"
            same = [m for m in self._by_middle.get(words[0], ()) if m.type == "person"]
        return same[0] if len(same) == 1 else exact

    def bodies(self, noun: str) -> list[Member]:
        """The organisations and outlets whose name ends with a common noun: *board*."""
        return [m for m in self._by_tail.get(noun, ()) if m.type in {"organization", "outlet"}]

    def _whole(self, role: Role) -> Role:
        """*economist of the board* as that of the one body of the document that is a board."""
        noun = plain(role.of) if role.of else ""
        named = self.bodies(noun) if noun.islower() and " " not in noun else []
        return Role(role=role.role, of=named[0].name) if len(named) == 1 else role

    def numbering(self) -> dict[str, str]:
        """Working id to final id: ``e1``, ``e2`` … in the order of first mention."""
        return {m.id: f"e{n}" for n, m in enumerate(sorted(self.members, key=lambda m: (m.first, m.id)), 1)}

    def entities(self) -> tuple[Entity, ...]:
        """The entities in the order of their first mention, with final ids."""
        final = self.numbering()
        return tuple(
            Entity(
                id=final[m.id],
                type=m.type,
                name=m.name,
                aliases=tuple(m.aliases),
                titles=tuple(m.titles),
                roles=tuple(merged([self._whole(role) for role in m.roles], m.titles)),
            )
            for m in sorted(self.members, key=lambda m: (m.first, m.id))
        )


def _name_words(name: str) -> list[str]:
    titles = set(load("titles.yaml")["titles"]["words"])
    words = [word for word in re.findall(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*", name.lower()) if word not in titles]
    # "al-Mesmari" and "Mesmari" are one surname
    return [re.sub(r"^(?:al|el)[-‐‑]", "", word) for word in words]


def _agree(short: list[str], long: list[str]) -> bool:
    """Whether the words of the shorter name are words, or initials, of the longer one."""
    if len(short) > len(long):
        short, long = long, short
    return short[-1] == long[-1] and all(
        word in long or any(w[0] == word for w in long if len(word) == 1) for word in short
    )
