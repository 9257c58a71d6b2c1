"""The index: what the current reading of each document says, in columns that can be asked."""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from sayso.ledger.tables.base import metadata

#: rows kept in the order of their key: one tree to write instead of two. SQLite alone heeds it.
_BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}


#: numbers of claims that each document has: what a claim's number is divided by gives its document
ROOM = 2**20


def claim_number(document_id: Any, position: Any) -> Any:
    """The number of a claim's row, from its document's and its place there: so it is known without looking it up.

    Takes numbers, or columns that hold them.
    """
    return document_id * ROOM + position


def _of_document() -> Column[int]:
    return Column(
        "document_id",
        Integer,
        ForeignKey("documents.id"),
        primary_key=True,
        comment="The document in whose current reading this stands.",
    )


claims = Table(
    "claims",
    metadata,
    Column(
        "id",
        BigInteger().with_variant(Integer, "sqlite"),
        primary_key=True,
        autoincrement=False,
        comment="The row's number, local to this ledger: that of the document times 1,048,576, and the position.",
    ),
    Column("document_id", Integer, ForeignKey("documents.id"), nullable=False, comment="The document that holds it."),
    Column("ident", Text, nullable=False, comment="The claim's id within the reading: c1."),
    Column("position", Integer, nullable=False, comment="Its place among the document's claims, from 0."),
    Column("published_sort", Text, comment="The document's, so that newest first needs no join."),
    Column("added_at", Text, nullable=False, comment="The document's, so that newest first needs no join."),
    Column("start", Integer, nullable=False, comment="First code point of its span in the document's text."),
    Column("end", Integer, nullable=False, comment="Code point after its span."),
    Column("status", Text, nullable=False, comment="asserted, hedged, denied, planned, hypothetical or asked."),
    Column("said_from", Text, comment="First day on which it can have been said."),
    Column("said_to", Text, comment="Last day on which it can have been said."),
    Column("text", Text, nullable=False, comment="The claim as a sentence that stands alone."),
    Column("quote", Text, comment="The content of the innermost attribution, as the page has it."),
    Column("speakers", Text, nullable=False, comment="Names and roles of the speakers of its chain, for the search."),
    Column("about", Text, nullable=False, comment="Names of the entities it speaks of, for the search."),
    Column("title", Text, comment="The document's title, for the search."),
    Column("body", Text, nullable=False, comment="The claim of the contract, JSON."),
    UniqueConstraint("document_id", "ident"),
    Index("ix_claims_status", "status"),
    Index("ix_claims_said", "said_from", "said_to"),
    comment="The claims of the current readings.",
)
Index(
    "ix_claims_newest",
    claims.c.published_sort.desc(),
    claims.c.added_at.desc(),
    claims.c.document_id.desc(),
    claims.c.position,
)

hops = Table(
    "hops",
    metadata,
    _of_document(),
    Column("claim", Text, primary_key=True, comment="The claim's id within the reading."),
    Column("depth", Integer, primary_key=True, comment="0 is the innermost speaker; then outwards."),
    Column("attribution", Text, nullable=False, comment="The attribution's id within the reading."),
    Column("speaker", Text, nullable=False, comment="The speaker's ident within the document."),
    comment="The chains: through whom each claim came.",
    **_BY_KEY,
)

attributions = Table(
    "attributions",
    metadata,
    _of_document(),
    Column("ident", Text, primary_key=True, comment="The attribution's id within the reading: a1."),
    Column("position", Integer, nullable=False, comment="Its place among the document's attributions, from 0."),
    Column("speaker", Text, nullable=False, comment="The speaker's ident within the document."),
    Column("source_text", Text, comment="The source in the words of the page."),
    Column("source_kind", Text, nullable=False, comment="named, role, anonymous, group, document, outlet or unnamed."),
    Column("cue", Text, comment="The words that say that it is said."),
    Column("content", Text, nullable=False, comment="What is said, in the words of the page."),
    Column("manner", Text, nullable=False, comment="direct, indirect or mixed."),
    Column("parent", Text, comment="The attribution in whose content this one stands."),
    Column("said_from", Text, comment="First day on which it can have been said."),
    Column("said_to", Text, comment="Last day on which it can have been said."),
    Column("said_time", Text, comment="The time expression that says so."),
    Column("venue", Text, comment="Where it was said: a programme, a paper, a hearing."),
    Column("addressee", Text, comment="To whom it was said."),
    Column("hedge", Text, nullable=False, comment="none, weak or strong."),
    Column("polarity", Text, nullable=False, comment="affirmed or denied."),
    Column("score", Float, nullable=False, comment="How sure the reader is, in [0, 1]."),
    comment="Who says something in a document, by which words, when and where.",
    **_BY_KEY,
)

speakers = Table(
    "speakers",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger; changes on re-reading."),
    Column(
        "document_id", Integer, ForeignKey("documents.id"), nullable=False, comment="The document that quotes them."
    ),
    Column("ident", Text, nullable=False, comment="The entity's id, or the id of the attribution where there is none."),
    Column("name", Text, comment="The entity's name, or the words of the page; null for sources that are not named."),
    Column("name_key", Text, nullable=False, comment="The name without case, accents and leading article."),
    Column("kind", Text, nullable=False, comment="The most telling kind among the speaker's attributions."),
    Column("roles", Text, nullable=False, comment="Titles and roles, a JSON list."),
    Column("aliases", Text, nullable=False, comment="Other names on the page, for the search."),
    Column("claims", Integer, nullable=False, comment="How many of the document's claims came through them."),
    UniqueConstraint("document_id", "ident"),
    Index("ix_speakers_name_key", "name_key", "document_id", "claims"),
    comment="The sources of a document's attributions.",
)

links = Table(
    "links",
    metadata,
    _of_document(),
    Column("claim", Text, primary_key=True, comment="The claim's id within the reading."),
    Column("kind", Text, primary_key=True, comment="What it is linked to: entity, quantity, time or place."),
    Column("ident", Text, primary_key=True, comment="The id of that within the reading."),
    CheckConstraint("kind IN ('entity', 'quantity', 'time', 'place')", name="kind"),
    comment="What each claim speaks of, and its measures.",
    **_BY_KEY,
)

quantities = Table(
    "quantities",
    metadata,
    _of_document(),
    Column("ident", Text, primary_key=True, comment="The quantity's id within the reading: q1."),
    Column("position", Integer, nullable=False, comment="Its place among the document's quantities, from 0."),
    Column("text", Text, nullable=False, comment="The expression on the page."),
    Column("low", Float, comment="The lowest value it can mean; null where it is open."),
    Column("high", Float, comment="The highest value it can mean; null where it is open."),
    Column("approximate", Boolean, nullable=False, comment="Whether the page says about, some, nearly."),
    Column("unit", Text, comment="The unit of measure."),
    Column("of", Text, comment="What is counted or measured."),
    Column("thing_key", Text, nullable=False, comment="What is counted, then the unit, without case and accents."),
    Column("head_key", Text, nullable=False, comment="The noun that is counted, made comparable: things of a kind."),
    Column("kind", Text, nullable=False, comment="count, money, rate, length and so on."),
    Column("derived", Boolean, nullable=False, comment="Whether the page does not state it, but it follows."),
    Column("body", Text, nullable=False, comment="The quantity of the contract, JSON."),
    Index("ix_quantities_thing", "head_key", "unit", "kind", "low", "high"),
    comment="The numbers of a document.",
    **_BY_KEY,
)

times = Table(
    "times",
    metadata,
    _of_document(),
    Column("ident", Text, primary_key=True, comment="The time's id within the reading: t1."),
    Column("text", Text, nullable=False, comment="The expression on the page."),
    Column("type", Text, nullable=False, comment="DATE, TIME, DURATION or SET."),
    Column("value", Text, comment="Its TIMEX3 value."),
    Column("first_day", Text, comment="First day of the interval."),
    Column("last_day", Text, comment="Last day of the interval."),
    comment="The time expressions of a document.",
    **_BY_KEY,
)

places = Table(
    "places",
    metadata,
    _of_document(),
    Column("ident", Text, primary_key=True, comment="The id of the place (p1) or of the mention of one (m1)."),
    Column("name", Text, nullable=False, comment="The name as the page has it."),
    Column("name_key", Text, nullable=False, comment="That name without case, accents and leading article."),
    Column("use", Text, comment="literal, metonymic or associative; null for a mention."),
    Column("entry", Text, comment="The gazetteer's id, such as geonames:2217362."),
    Column("entry_name", Text, comment="The gazetteer's name."),
    Column("entry_key", Text, comment="The gazetteer's name, made comparable in the same way."),
    Column("entry_kind", Text, comment="What it is by the gazetteer: country, city, sea and so on."),
    Column("country", Text, comment="The country that it lies in, ISO 3166 alpha-2."),
    Column("lat", Float, comment="Latitude of the place's centre in degrees, WGS84."),
    Column("lon", Float, comment="Longitude of the place's centre in degrees, WGS84."),
    Column("radius_km", Float, comment="How far it reaches from its point, or from the middle of its area, in km."),
    Column("geometry", Text, comment="GeoJSON of what is no point, WGS84."),
    Column("south", Float, comment="Lowest latitude of the place with its radius, in degrees."),
    Column("north", Float, comment="Highest latitude of the place with its radius, in degrees."),
    Column("west", Float, comment="Westernmost longitude of the place with its radius, in degrees; may pass -180."),
    Column("east", Float, comment="Easternmost longitude of the place with its radius, in degrees; may pass 180."),
    Index("ix_places_box", "south", "north", "west", "east"),
    Index("ix_places_country", "country"),
    Index("ix_places_name_key", "name_key"),
    Index("ix_places_entry_key", "entry_key"),
    comment="The places that a document names, with their regions where they are known.",
    **_BY_KEY,
)

movements = Table(
    "movements",
    metadata,
    _of_document(),
    Column("claim", Text, primary_key=True, comment="The id of the claim that tells of it: c1."),
    Column("who", Text, comment="Who or what moves, in the words of the page."),
    Column("by", Text, comment="Who or what moves them."),
    Column("direction", Text, comment="Where to, if no place is named: south, home."),
    comment="Who moves from where to where.",
    **_BY_KEY,
)

routes = Table(
    "routes",
    metadata,
    _of_document(),
    Column("claim", Text, primary_key=True, comment="The id of the claim that tells of the movement: c1."),
    Column("position", Integer, primary_key=True, comment="Its place on the way: from, via in order, to; from 0."),
    Column("role", Text, nullable=False, comment="from, via or to."),
    Column("place", Text, nullable=False, comment="The place's id within the reading: p1."),
    CheckConstraint("role IN ('from', 'via', 'to')", name="role"),
    comment="The places of the movements.",
    **_BY_KEY,
)

checks = Table(
    "checks",
    metadata,
    _of_document(),
    Column("position", Integer, primary_key=True, comment="Its place among the document's checks, from 0."),
    Column("claim", Text, nullable=False, comment="The id of the claim that was checked: c1."),
    Column("kind", Text, nullable=False, comment="distance, bearing, arithmetic or date."),
    Column("verdict", Text, nullable=False, comment="consistent, inconsistent or undecidable."),
    Column("why", Text, nullable=False, comment="The sum or the distance, in a sentence."),
    Index("ix_checks_verdict", "verdict"),
    comment="What arithmetic, the calendar or geometry says of claims.",
    **_BY_KEY,
)

tags = Table(
    "tags",
    metadata,
    Column("kind", Text, primary_key=True, comment="status, source, place, verdict, said or about."),
    Column(
        "key",
        Text,
        primary_key=True,
        comment="The status, the speaker's name_key, the place's entry (else ~ and its name_key), the verdict or day.",
    ),
    _of_document(),
    Column("position", Integer, primary_key=True, comment="The claim's place among the document's claims, from 0."),
    CheckConstraint("kind IN ('status', 'source', 'place', 'verdict', 'said', 'about')", name="kind"),
    Index("ix_tags_claim", "document_id", "position", "kind", "key"),
    comment="By what claims are counted, each in as few bytes as can be.",
    **_BY_KEY,
)

comments = Table(
    "comments",
    metadata,
    _of_document(),
    Column("position", Integer, primary_key=True, comment="Its place among the page's comments, from 0."),
    Column("author", Text, comment="Who wrote it, as the page has it."),
    Column("text", Text, nullable=False, comment="The comment."),
    Column("on_page", Text, comment="Title of the page it was left on, where that is another or is named."),
    Column("kind", Text, nullable=False, comment="thread, widget or pingback."),
    Column("time", Text, comment="When, as the page has it."),
    Column("spam", Boolean, nullable=False, comment="Whether it is spam."),
    Column("score", Float, nullable=False, comment="How sure that is, in [0, 1]."),
    Column("reasons", Text, nullable=False, comment="What the score rests on, a JSON list."),
    comment="Readers' comments on the pages, kept apart from what the article says.",
)

#: the tables of the index that hold rows of one document's current reading, in an order that respects references
INDEX: tuple[Table, ...] = (
    claims,
    hops,
    attributions,
    speakers,
    links,
    quantities,
    times,
    places,
    movements,
    routes,
    checks,
    tags,
    comments,
)
