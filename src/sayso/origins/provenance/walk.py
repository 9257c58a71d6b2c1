"""From a statement to its deepest stated origin: page, outlet, cited outlet, speaker, document, witness."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.nouns import Hop, Page, Statement
from sayso.nouns.origins import OriginKind
from sayso.origins.actors import Cited, cited_in
from sayso.origins.material import Material
from sayso.origins.neighbour import actor_key
from sayso.origins.provenance.lexicon import back, flat, given_out, holds, lived_through, media, people, wrote
from sayso.origins.provenance.occasions import Occasion, medium_of, occasion_of
from sayso.origins.provenance.outlets import Known, cited_by, is_source, own
from sayso.origins.provenance.specific import is_name

_UNDATED = "9999"
_DEFINITE = re.compile(r"\b(?:the|those|these)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Where a page says that it has a claim from.

    ``index`` numbers the members in the order of publication, pages that give no hour at the end of their day.
    ``speaker`` is the innermost hop that is no outlet, null where the page names none; ``actor`` the id that it shares
    with the same actor on other pages, ``said_of`` all that pages say of who that is. ``via`` are the outlets named on
    the way, nearest first. ``own`` is true where the page's own outlet vouches for it; ``again``
    where it says that it had it before; ``back`` where the words point back to an earlier report (*its figure of 350*,
    *the seven injured*).
    """

    index: int
    statement: Statement
    page: Page
    speaker: Hop | None
    actor: str | None
    said_of: str
    via: tuple[Cited, ...]
    kind: OriginKind
    occasion: Occasion
    own: bool = False
    again: bool = False
    back: bool = False

    @property
    def silent(self) -> bool:
        """Whether the page says nothing of where it has it from."""
        return self.speaker is None and not self.via and not self.own


def walk(material: Material) -> list[Stated]:
    """The stated origin of every member, in the order of publication."""
    return _Walking(material).all()


class _Walking:
    def __init__(self, material: Material) -> None:
        self._material = material
        members = [material.statements[key] for key in material.members]
        self._members = sorted(members, key=lambda s: (_published(material.pages[s.document]), s.document, s.position))
        self._outlets = Known.of(material.pages[document] for document in material.documents())
        self._hops: dict[str, list[Hop]] = {}
        self._said: dict[str, dict[str, None]] = {}
        self._again: set[str] = set()
        self._gave_out: dict[str, set[Hop]] = {}
        for statement in material.statements.values():
            for hop in statement.chain:
                key = actor_key(statement.document, hop)
                self._hops.setdefault(key, []).append(hop)
                words = (*hop.names, hop.text or "", *hop.roles)
                self._said.setdefault(material.actors.get(key, key), {}).update(dict.fromkeys(words))
                if hop.kind != "document" and medium_of(hop)[0] == "statement":
                    self._gave_out.setdefault(statement.document, set()).add(hop)
                if self._says_again(hop, material.pages[statement.document]):
                    self._again.add(statement.document)

    def all(self) -> list[Stated]:
        return [self._stated(index, statement) for index, statement in enumerate(self._members)]

    def _says_again(self, hop: Hop, page: Page) -> bool:
        """Whether an outlet says that it had something before: *as this blog wrote*."""
        text = flat(hop.text)
        return text.startswith(("this ", "we")) and own(hop.text, page) and wrote().search(flat(hop.cue)) is not None

    def _giver(self, speaker: Hop | None, statement: Statement) -> Hop | None:
        """Who gave out what the page then calls *the statement*, if one alone is said to have given one out."""
        if speaker is None or speaker.kind != "document" or not given_out().fullmatch(flat(speaker.text)):
            return speaker
        found = {hop.name or hop.text: hop for hop in self._gave_out.get(statement.document, ())}
        return next(iter(found.values())) if len(found) == 1 else speaker

    def _stated(self, index: int, statement: Statement) -> Stated:
        page = self._material.pages[statement.document]
        speaker: Hop | None = None
        via: list[Cited] = []
        vouched, relayed = False, False
        for hop in statement.chain:
            if own(hop.text, page) or (hop.kind == "outlet" and own(hop.name, page)):
                vouched = True
                continue
            cited = cited_by(hop, statement.quote, page, self._outlets)
            if cited is not None and (speaker is None or hop is speaker or is_source(cited, hop)):
                via.append(cited)
            if cited is not None and is_source(cited, hop):
                # who stands outside an outlet passes on what that outlet had: no deeper source
                relayed = relayed or speaker is None
            elif speaker is None and not relayed and (hop.text or hop.name):
                speaker = hop
        speaker = self._giver(speaker, statement)
        if not statement.chain:
            via += cited_in(statement.quote, self._outlets.near(statement.quote), own=page)
        key = actor_key(statement.document, speaker) if speaker else ""
        actor = self._material.actors.get(key, key) if speaker else None
        near = [hop for hop in self._hops.get(key, ()) if hop is not speaker]
        occasion = occasion_of(speaker, page, near)
        if speaker is not None and holds().match(flat(statement.text)):
            occasion = dataclasses.replace(occasion, again=True)
        return Stated(
            index=index,
            statement=statement,
            page=page,
            speaker=speaker,
            actor=actor,
            said_of=" ".join(self._said.get(actor or "", ())),
            via=tuple({cited.key or cited.words: cited for cited in via}.values()),
            kind=kind_of(speaker, statement, occasion, cited=bool(via)),
            occasion=occasion,
            own=vouched and speaker is None and not via,
            again=statement.document in self._again,
            back=_back(statement),
        )


def _published(page: Page) -> str:
    """By the last moment at which it can have been published: a page without an hour comes at the end of its day."""
    return page.last or page.first or _UNDATED


def _back(statement: Statement) -> bool:
    """Whether a statement speaks of a figure or a claim as one that is known."""
    quote = flat(statement.quote)
    if back().search(quote):
        return True
    for figure in statement.figures:
        if is_name(figure):
            continue
        number = re.escape(flat(figure.text))
        if _DEFINITE.search(flat(figure.text)):
            return True
        if number and re.search(rf"\b(?:the|those|these)\s+(?:\w+\s+)?{number}", quote):
            return True
    return False


def nobody(hop: Hop) -> bool:
    """Whether a hop is a bare pronoun that nobody could be found for."""
    said = people("nobody")
    return all(name is None or said.fullmatch(flat(name)) for name in (hop.name, hop.text))


def kind_of(speaker: Hop | None, statement: Statement, occasion: Occasion, *, cited: bool = False) -> OriginKind:
    """What sort of origin it is, by who speaks and on what occasion."""
    if speaker is None:
        return "unknown" if cited else "outlet"
    said = flat(" ".join((speaker.text or "", *speaker.roles)))
    if speaker.kind == "document":
        return _kind_of_document(speaker)
    office = people("office").search(said) is not None
    if not office and speaker.type != "organization" and _lived(speaker, statement, said):
        return "eyewitness"
    if speaker.kind == "anonymous":
        return "anonymous"
    for name, kind, _ in media():
        if name == occasion.medium:
            return _as_kind(kind)
    if not office and speaker.type == "person" and people("expert").search(said):
        return "expert"
    return "statement"


def _lived(speaker: Hop, statement: Statement, said: str) -> bool:
    """Whether somebody tells of what they saw or went through themselves."""
    quote = flat(statement.quote)
    perceived = people("perception").search(quote) is not None
    if perceived and people("first_person").search(quote):
        return True
    if speaker.kind not in ("named", "anonymous"):
        return False
    return people("eyewitness").search(said) is not None or lived_through().search(quote) is not None


def _kind_of_document(speaker: Hop) -> OriginKind:
    kinds = [kind for _, kind, pattern in media() if kind != "interview" and pattern.search(flat(speaker.text))]
    return _as_kind(kinds[0]) if kinds else "document"


_KINDS: Sequence[OriginKind] = ("press conference", "statement", "speech", "interview", "document")


def _as_kind(kind: str) -> OriginKind:
    return next((known for known in _KINDS if known == kind), "statement")
