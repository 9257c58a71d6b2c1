"""The record: everything that cannot be made again, only ever added to (but for what `documents` says of articles)."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from sayso.ledger.tables.base import metadata

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger."),
    Column("sha256", Text, nullable=False, unique=True, comment="SHA-256 of the body in lower-case hex: its identity."),
    Column("media_type", Text, nullable=False, comment="What the bytes are, such as text/html."),
    Column("size", Integer, nullable=False, comment="Length of the body in bytes."),
    Column("warc", LargeBinary, nullable=False, comment="The capture as one gzip-compressed WARC record."),
    Column("added_at", Text, nullable=False, comment="When it was stored, ISO 8601 in UTC."),
    comment="The bytes as they came, each once however often they were seen.",
)

sightings = Table(
    "sightings",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger."),
    Column("capture_id", Integer, ForeignKey("captures.id"), nullable=False, comment="The capture that was seen."),
    Column("source", Text, nullable=False, comment="Where: the path, address or archive that was named."),
    Column("url", Text, nullable=False, comment="At which address; empty where it has none."),
    Column("retrieved", Text, nullable=False, comment="When it came over the network; empty for files."),
    Column("seen_at", Text, nullable=False, comment="When the ledger was told, ISO 8601 in UTC."),
    UniqueConstraint("capture_id", "source", "url", "retrieved"),
    comment="Every time and place that a capture was seen.",
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger."),
    Column("ident", Text, nullable=False, unique=True, comment="The document's id in the contract: sha256:…"),
    Column(
        "capture_id",
        Integer,
        ForeignKey("captures.id"),
        nullable=False,
        unique=True,
        comment="The capture that it was made from.",
    ),
    Column("added_at", Text, nullable=False, comment="When it was first stored, ISO 8601 in UTC."),
    Column("current", Integer, nullable=False, comment="Number of the current reading."),
    Column("source", Text, nullable=False, comment="Where it was read from, as the current reading says."),
    Column("url", Text, comment="Its address."),
    Column("outlet", Text, comment="Who published it."),
    Column("outlet_key", Text, comment="The outlet without case, accents and leading article."),
    Column("title", Text, comment="Its title."),
    Column("authors", Text, nullable=False, comment="Names of the byline, a JSON list."),
    Column("published", Text, comment="When it was published, as exact as the page says."),
    Column("published_from", Text, comment="First day that the publication date can mean."),
    Column("published_to", Text, comment="Last day that the publication date can mean."),
    Column("published_sort", Text, comment="The publication date in UTC, in an order that text has too."),
    Column("language", Text, comment="Its language, BCP 47."),
    Column("claims", Integer, nullable=False, comment="How many claims the current reading has."),
    Column("comments", Integer, nullable=False, comment="How many readers' comments stand on the page."),
    Column("spam", Integer, nullable=False, comment="How many of the comments are spam."),
    Column("text", Text, nullable=False, comment="The article's text, for the search index."),
    comment="The articles, one a capture, described as the current reading has them.",
)
Index(
    "ix_documents_newest",
    documents.c.published_sort.desc(),
    documents.c.added_at.desc(),
    documents.c.id.desc(),
)
Index("ix_documents_outlet", documents.c.outlet_key, documents.c.outlet, documents.c.claims)
Index("ix_documents_published", documents.c.published_from, documents.c.published_to, documents.c.claims)

readings = Table(
    "readings",
    metadata,
    Column("document_id", Integer, ForeignKey("documents.id"), primary_key=True, comment="The document that was read."),
    Column(
        "number", Integer, primary_key=True, comment="Counts the document's readings from 1; the highest is current."
    ),
    Column("ident", Text, nullable=False, comment="SHA-256 of the reading without what changes with time and place."),
    Column("made_at", Text, nullable=False, comment="When it was stored, ISO 8601 in UTC."),
    Column("profile", Text, comment="Profile of the reader."),
    Column("version", Text, comment="Version of the reader."),
    Column("projection", Text, comment="Version of the rules that made the text out of the page."),
    Column("given", Text, nullable=False, comment="What the user said of the page, JSON."),
    Column("claims", Integer, nullable=False, comment="How many claims it has."),
    Column("body", LargeBinary, nullable=False, comment="The whole reading as JSON, compressed with zlib."),
    UniqueConstraint("document_id", "ident"),
    comment="Every reading of every document, never changed.",
)

runs = Table(
    "runs",
    metadata,
    Column("document_id", Integer, ForeignKey("documents.id"), primary_key=True, comment="The document that was read."),
    Column("recipe", Text, primary_key=True, comment="Hash of reader, versions and given values: how it was read."),
    Column("number", Integer, nullable=False, comment="Number of the reading that came of it."),
    comment="The ways in which a document was read, so that the same way need not be gone twice.",
)

events = Table(
    "events",
    metadata,
    Column("number", Integer, primary_key=True, comment="Grows with every event."),
    Column("at", Text, nullable=False, comment="When, ISO 8601 in UTC."),
    Column("kind", Text, nullable=False, comment="What happened: reading-added, or a reviewer's judgement."),
    Column("subject", Text, nullable=False, comment="What it happened to: an id of the contract."),
    Column("by", Text, nullable=False, comment="Who did it: a program's or a person's name."),
    Column("body", Text, comment="More about it, JSON."),
    Index("ix_events_subject", "subject"),
    Index("ix_events_kind", "kind"),
    comment="What happened, in order, never changed: later stages go on from the last number they have seen.",
)

#: the tables whose rows are never changed
APPEND_ONLY: tuple[Table, ...] = (captures, sightings, readings, runs, events)
