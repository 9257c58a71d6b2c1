"""What the ledger answers: claims with their chain and page, documents, sources, versions, and what was added."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns.attribution import Said, SourceKind
from sayso.nouns.base import Noun
from sayso.nouns.claim import Claim, Status
from sayso.nouns.document import Given
from sayso.nouns.measures import Check, Quantity
from sayso.nouns.source import Entry, Grade, Record

CLAIMS_SCHEMA: Literal["sayso/claims/1"] = "sayso/claims/1"
FIGURES_SCHEMA: Literal["sayso/figures/1"] = "sayso/figures/1"
MOVEMENTS_SCHEMA: Literal["sayso/movements/1"] = "sayso/movements/1"
DOCUMENTS_SCHEMA: Literal["sayso/documents/1"] = "sayso/documents/1"
SOURCES_SCHEMA: Literal["sayso/sources/1"] = "sayso/sources/1"
SOURCE_RECORD_SCHEMA: Literal["sayso/source-record/1"] = "sayso/source-record/1"
GRADED_SCHEMA: Literal["sayso/graded/1"] = "sayso/graded/1"
ADDED_SCHEMA: Literal["sayso/added/1"] = "sayso/added/1"
HISTORY_SCHEMA: Literal["sayso/history/1"] = "sayso/history/1"


class DocumentRef(Noun, frozen=True, kw_only=True):
    """Which page a claim stands on."""

    id: str
    source: str
    outlet: str | None
    title: str | None
    published: str | None
    url: str | None


class Hop(Noun, frozen=True, kw_only=True):
    """One hop of a claim's chain, resolved: ``speaker`` is the name of the entity, ``source`` the words of the text."""

    attribution: str
    source: str | None
    speaker: str | None
    kind: SourceKind
    cue: str | None
    said: Said | None
    venue: str | None
    addressee: str | None = None


class ClusterRef(Noun, frozen=True, kw_only=True):
    """The cluster that a claim belongs to: its name, on how many pages, and how many independent origins it has.

    ``alerts`` are the kinds of its alerts.
    """

    name: str
    pages: int
    low: int
    high: int
    alerts: tuple[str, ...]


class FoundClaim(Claim, frozen=True, kw_only=True):
    """A claim as ``sayso claims --json`` prints it: the claim of the contract, its page, and its chain in words.

    ``hops`` runs as ``chain`` does, from the innermost speaker outwards; the page's own outlet is implied. ``quote``
    is the content of the innermost attribution; null where the claim is the writer's own. ``checks`` are those of the
    reading that test this claim. ``cluster`` is null until pages are linked.
    """

    document: DocumentRef
    hops: tuple[Hop, ...]
    quote: str | None
    checks: tuple[Check, ...] = ()
    cluster: ClusterRef | None = None
    schema: Literal["sayso/claims/1"] = CLAIMS_SCHEMA


class When(Noun, frozen=True, kw_only=True):
    """A time that a claim speaks of. ``from`` and ``to`` are ISO 8601 days, both inclusive."""

    id: str
    text: str
    value: str | None
    from_: str | None = msgspec.field(name="from")
    to: str | None


class Where(Noun, frozen=True, kw_only=True):
    """A place that a claim speaks of: its words on the page, the gazetteer's entry, and the middle of its region.

    ``radius_km`` is how far it reaches from there. Its geometry is in the reading, and in ``sayso why``.
    """

    id: str
    text: str
    use: Literal["literal", "metonymic", "associative"] | None
    name: str | None
    gazetteer: str | None
    kind: str | None
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None


class ClaimRef(Noun, frozen=True, kw_only=True):
    """Which claim a figure or a movement stands in."""

    id: str
    text: str
    status: Status
    start: int
    end: int


class FoundFigure(Quantity, frozen=True, kw_only=True):
    """A figure as ``sayso figures --json`` prints it: the quantity of the contract, in one claim.

    ``times`` and ``places`` are those of the claim, ``hops`` its chain from the innermost speaker outwards, ``checks``
    those that test it.
    """

    claim: ClaimRef
    times: tuple[When, ...]
    places: tuple[Where, ...]
    hops: tuple[Hop, ...]
    checks: tuple[Check, ...]
    document: DocumentRef
    schema: Literal["sayso/figures/1"] = FIGURES_SCHEMA


class FoundMovement(Noun, frozen=True, kw_only=True):
    """A movement as ``sayso movements --json`` prints it, in the claim that tells of it.

    ``by`` is who moves them; ``direction`` says where to where no place is named. ``times`` are those of the claim.
    """

    schema: Literal["sayso/movements/1"] = MOVEMENTS_SCHEMA
    who: str | None
    from_: Where | None = msgspec.field(name="from")
    to: Where | None
    via: tuple[Where, ...]
    by: str | None
    direction: str | None
    claim: ClaimRef
    times: tuple[When, ...]
    hops: tuple[Hop, ...]
    checks: tuple[Check, ...]
    document: DocumentRef


class FoundDocument(Noun, frozen=True, kw_only=True):
    """A document as ``sayso documents --json`` prints it. ``claims``, ``comments`` and ``spam`` are counts."""

    schema: Literal["sayso/documents/1"] = DOCUMENTS_SCHEMA
    id: str
    source: str
    url: str | None
    title: str | None
    outlet: str | None
    authors: tuple[str, ...]
    published: str | None
    language: str | None
    claims: int
    comments: int
    spam: int
    added: str


class FoundSource(Noun, frozen=True, kw_only=True):
    """A speaker as ``sayso sources --json`` prints it, over all documents. ``claims`` and ``documents`` are counts.

    Speakers are one where their full names are the same but for case, accents and a leading *the*, and where pages that
    were linked say so; ``names`` are then the other names. ``speaker`` is null for sources that no page names in any
    way. ``outlets`` are those that carry the speaker's claims. ``grade`` is the reliability that somebody gave it last,
    null where nobody did; ``record`` is null until pages are linked.
    """

    schema: Literal["sayso/sources/1"] = SOURCES_SCHEMA
    speaker: str | None
    kind: SourceKind
    roles: tuple[str, ...]
    claims: int
    documents: int
    outlets: tuple[str, ...]
    names: tuple[str, ...] = ()
    grade: Grade | None = None
    record: Record | None = None


class SourceRecord(Noun, frozen=True, kw_only=True):
    """A source with its record, as ``sayso sources --record --json`` prints it.

    ``grades`` are all that were ever given, the latest last; ``entries`` what contradicts or replaces its claims, the
    earliest first.
    """

    schema: Literal["sayso/source-record/1"] = SOURCE_RECORD_SCHEMA
    source: FoundSource
    grades: tuple[Grade, ...]
    entries: tuple[Entry, ...]


class Graded(Noun, frozen=True, kw_only=True):
    """The grades of one source, as ``sayso rate --json`` prints them; ``grade`` is the one that holds."""

    schema: Literal["sayso/graded/1"] = GRADED_SCHEMA
    source: str
    grade: Grade | None
    grades: tuple[Grade, ...]


class Version(Noun, frozen=True, kw_only=True):
    """One reading of a document in the ledger's history; ``number`` counts from 1, the highest is the current one."""

    schema: Literal["sayso/history/1"] = HISTORY_SCHEMA
    document: str
    number: int
    reading: str
    made: str
    profile: str | None
    version: str | None
    projection: str | None
    given: Given
    claims: int
    current: bool


class Event(Noun, frozen=True, kw_only=True):
    """Something that happened to the ledger, never overwritten; ``number`` grows by time."""

    number: int
    at: str
    kind: str
    subject: str
    by: str
    body: str | None


class AddedCounts(Noun, frozen=True, kw_only=True):
    """What became of the inputs of one ``sayso add --json``. ``codes`` counts the refused ones by their error."""

    schema: Literal["sayso/added/1"] = ADDED_SCHEMA
    added: int
    skipped: int
    refused: int
    codes: dict[str, int]
    interrupted: bool
