"""The record: captures, sightings, documents, readings, runs, events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "captures",
        sa.Column("id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger."),
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of the body in lower-case hex: its identity."),
        sa.Column("media_type", sa.Text(), nullable=False, comment="What the bytes are, such as text/html."),
        sa.Column("size", sa.Integer(), nullable=False, comment="Length of the body in bytes."),
        sa.Column("warc", sa.LargeBinary(), nullable=False, comment="The capture as one gzip-compressed WARC record."),
        sa.Column("added_at", sa.Text(), nullable=False, comment="When it was stored, ISO 8601 in UTC."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_captures")),
        sa.UniqueConstraint("sha256", name=op.f("uq_captures_sha256")),
        comment="The bytes as they came, each once however often they were seen.",
    )
    op.create_table(
        "events",
        sa.Column("number", sa.Integer(), nullable=False, comment="Grows with every event."),
        sa.Column("at", sa.Text(), nullable=False, comment="When, ISO 8601 in UTC."),
        sa.Column(
            "kind", sa.Text(), nullable=False, comment="What happened: reading-added, or a reviewer's judgement."
        ),
        sa.Column("subject", sa.Text(), nullable=False, comment="What it happened to: an id of the contract."),
        sa.Column("by", sa.Text(), nullable=False, comment="Who did it: a program's or a person's name."),
        sa.Column("body", sa.Text(), nullable=True, comment="More about it, JSON."),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_events")),
        comment="What happened, in order, never changed: later stages go on from the last number they have seen.",
    )
    op.create_index("ix_events_subject", "events", ["subject"], unique=False)
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger."),
        sa.Column("ident", sa.Text(), nullable=False, comment="The document's id in the contract: sha256:…"),
        sa.Column("capture_id", sa.Integer(), nullable=False, comment="The capture that it was made from."),
        sa.Column("added_at", sa.Text(), nullable=False, comment="When it was first stored, ISO 8601 in UTC."),
        sa.Column("current", sa.Integer(), nullable=False, comment="Number of the current reading."),
        sa.Column("source", sa.Text(), nullable=False, comment="Where it was read from, as the current reading says."),
        sa.Column("url", sa.Text(), nullable=True, comment="Its address."),
        sa.Column("outlet", sa.Text(), nullable=True, comment="Who published it."),
        sa.Column(
            "outlet_key", sa.Text(), nullable=True, comment="The outlet without case, accents and leading article."
        ),
        sa.Column("title", sa.Text(), nullable=True, comment="Its title."),
        sa.Column("authors", sa.Text(), nullable=False, comment="Names of the byline, a JSON list."),
        sa.Column("published", sa.Text(), nullable=True, comment="When it was published, as exact as the page says."),
        sa.Column("published_from", sa.Text(), nullable=True, comment="First day that the publication date can mean."),
        sa.Column("published_to", sa.Text(), nullable=True, comment="Last day that the publication date can mean."),
        sa.Column(
            "published_sort",
            sa.Text(),
            nullable=True,
            comment="The publication date in UTC, in an order that text has too.",
        ),
        sa.Column("language", sa.Text(), nullable=True, comment="Its language, BCP 47."),
        sa.Column("claims", sa.Integer(), nullable=False, comment="How many claims the current reading has."),
        sa.Column("comments", sa.Integer(), nullable=False, comment="How many readers' comments stand on the page."),
        sa.Column("spam", sa.Integer(), nullable=False, comment="How many of the comments are spam."),
        sa.Column("text", sa.Text(), nullable=False, comment="The article's text, for the search index."),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"], name=op.f("fk_documents_capture_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("capture_id", name=op.f("uq_documents_capture_id")),
        sa.UniqueConstraint("ident", name=op.f("uq_documents_ident")),
        comment="The articles, one a capture, described as the current reading has them.",
    )
    op.create_index(
        "ix_documents_newest",
        "documents",
        [sa.literal_column("published_sort DESC"), sa.literal_column("added_at DESC"), sa.literal_column("id DESC")],
        unique=False,
    )
    op.create_table(
        "sightings",
        sa.Column("id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger."),
        sa.Column("capture_id", sa.Integer(), nullable=False, comment="The capture that was seen."),
        sa.Column("source", sa.Text(), nullable=False, comment="Where: the path, address or archive that was named."),
        sa.Column("url", sa.Text(), nullable=False, comment="At which address; empty where it has none."),
        sa.Column("retrieved", sa.Text(), nullable=False, comment="When it came over the network; empty for files."),
        sa.Column("seen_at", sa.Text(), nullable=False, comment="When the ledger was told, ISO 8601 in UTC."),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"], name=op.f("fk_sightings_capture_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sightings")),
        sa.UniqueConstraint(
            "capture_id", "source", "url", "retrieved", name=op.f("uq_sightings_capture_id_source_url_retrieved")
        ),
        comment="Every time and place that a capture was seen.",
    )
    op.create_table(
        "readings",
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document that was read."),
        sa.Column(
            "number",
            sa.Integer(),
            nullable=False,
            comment="Counts the document's readings from 1; the highest is current.",
        ),
        sa.Column(
            "ident",
            sa.Text(),
            nullable=False,
            comment="SHA-256 of the reading without what changes with time and place.",
        ),
        sa.Column("made_at", sa.Text(), nullable=False, comment="When it was stored, ISO 8601 in UTC."),
        sa.Column("profile", sa.Text(), nullable=True, comment="Profile of the reader."),
        sa.Column("version", sa.Text(), nullable=True, comment="Version of the reader."),
        sa.Column(
            "projection", sa.Text(), nullable=True, comment="Version of the rules that made the text out of the page."
        ),
        sa.Column("given", sa.Text(), nullable=False, comment="What the user said of the page, JSON."),
        sa.Column("claims", sa.Integer(), nullable=False, comment="How many claims it has."),
        sa.Column("body", sa.LargeBinary(), nullable=False, comment="The whole reading as JSON, compressed with zlib."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_readings_document_id")),
        sa.PrimaryKeyConstraint("document_id", "number", name=op.f("pk_readings")),
        sa.UniqueConstraint("document_id", "ident", name=op.f("uq_readings_document_id_ident")),
        comment="Every reading of every document, never changed.",
    )
    op.create_table(
        "runs",
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document that was read."),
        sa.Column(
            "recipe", sa.Text(), nullable=False, comment="Hash of reader, versions and given values: how it was read."
        ),
        sa.Column("number", sa.Integer(), nullable=False, comment="Number of the reading that came of it."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_runs_document_id")),
        sa.PrimaryKeyConstraint("document_id", "recipe", name=op.f("pk_runs")),
        comment="The ways in which a document was read, so that the same way need not be gone twice.",
    )


def downgrade() -> None:
    op.drop_table("runs")
    op.drop_table("readings")
    op.drop_table("sightings")
    op.drop_index("ix_documents_newest", table_name="documents")
    op.drop_table("documents")
    op.drop_index("ix_events_subject", table_name="events")
    op.drop_table("events")
    op.drop_table("captures")
