"""The index: what the current readings say, in columns that can be asked."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attributions",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column("ident", sa.Text(), nullable=False, comment="The attribution's id within the reading: a1."),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Its place among the document's attributions, from 0."
        ),
        sa.Column("speaker", sa.Text(), nullable=False, comment="The speaker's ident within the document."),
        sa.Column("source_text", sa.Text(), nullable=True, comment="The source in the words of the page."),
        sa.Column(
            "source_kind",
            sa.Text(),
            nullable=False,
            comment="named, role, anonymous, group, document, outlet or unnamed.",
        ),
        sa.Column("cue", sa.Text(), nullable=True, comment="The words that say that it is said."),
        sa.Column("content", sa.Text(), nullable=False, comment="What is said, in the words of the page."),
        sa.Column("manner", sa.Text(), nullable=False, comment="direct, indirect or mixed."),
        sa.Column("parent", sa.Text(), nullable=True, comment="The attribution in whose content this one stands."),
        sa.Column("said_from", sa.Text(), nullable=True, comment="First day on which it can have been said."),
        sa.Column("said_to", sa.Text(), nullable=True, comment="Last day on which it can have been said."),
        sa.Column("said_time", sa.Text(), nullable=True, comment="The time expression that says so."),
        sa.Column("venue", sa.Text(), nullable=True, comment="Where it was said: a programme, a paper, a hearing."),
        sa.Column("addressee", sa.Text(), nullable=True, comment="To whom it was said."),
        sa.Column("hedge", sa.Text(), nullable=False, comment="none, weak or strong."),
        sa.Column("polarity", sa.Text(), nullable=False, comment="affirmed or denied."),
        sa.Column("score", sa.Float(), nullable=False, comment="How sure the reader is, in [0, 1]."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_attributions_document_id")),
        sa.PrimaryKeyConstraint("document_id", "ident", name=op.f("pk_attributions")),
        comment="Who says something in a document, by which words, when and where.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "claims",
        sa.Column(
            "id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger; changes on re-reading."
        ),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document that holds it."),
        sa.Column("ident", sa.Text(), nullable=False, comment="The claim's id within the reading: c1."),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the document's claims, from 0."),
        sa.Column(
            "published_sort", sa.Text(), nullable=True, comment="The document's, so that newest first needs no join."
        ),
        sa.Column("added_at", sa.Text(), nullable=False, comment="The document's, so that newest first needs no join."),
        sa.Column(
            "start", sa.Integer(), nullable=False, comment="First code point of its span in the document's text."
        ),
        sa.Column("end", sa.Integer(), nullable=False, comment="Code point after its span."),
        sa.Column(
            "status", sa.Text(), nullable=False, comment="asserted, hedged, denied, planned, hypothetical or asked."
        ),
        sa.Column("said_from", sa.Text(), nullable=True, comment="First day on which it can have been said."),
        sa.Column("said_to", sa.Text(), nullable=True, comment="Last day on which it can have been said."),
        sa.Column("text", sa.Text(), nullable=False, comment="The claim as a sentence that stands alone."),
        sa.Column(
            "quote", sa.Text(), nullable=True, comment="The content of the innermost attribution, as the page has it."
        ),
        sa.Column(
            "speakers",
            sa.Text(),
            nullable=False,
            comment="Names and roles of the speakers of its chain, for the search.",
        ),
        sa.Column("about", sa.Text(), nullable=False, comment="Names of the entities it speaks of, for the search."),
        sa.Column("title", sa.Text(), nullable=True, comment="The document's title, for the search."),
        sa.Column("body", sa.Text(), nullable=False, comment="The claim of the contract, JSON."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_claims_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
        sa.UniqueConstraint("document_id", "ident", name=op.f("uq_claims_document_id_ident")),
        comment="The claims of the current readings.",
    )
    op.create_index(
        "ix_claims_newest",
        "claims",
        [
            sa.literal_column("published_sort DESC"),
            sa.literal_column("added_at DESC"),
            sa.literal_column("document_id DESC"),
            "position",
        ],
        unique=False,
    )
    op.create_table(
        "comments",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the page's comments, from 0."),
        sa.Column("author", sa.Text(), nullable=True, comment="Who wrote it, as the page has it."),
        sa.Column("text", sa.Text(), nullable=False, comment="The comment."),
        sa.Column(
            "on_page",
            sa.Text(),
            nullable=True,
            comment="Title of the page it was left on, where that is another or is named.",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="thread, widget or pingback."),
        sa.Column("time", sa.Text(), nullable=True, comment="When, as the page has it."),
        sa.Column("spam", sa.Boolean(), nullable=False, comment="Whether it is spam."),
        sa.Column("score", sa.Float(), nullable=False, comment="How sure that is, in [0, 1]."),
        sa.Column("reasons", sa.Text(), nullable=False, comment="What the score rests on, a JSON list."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_comments_document_id")),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_comments")),
        comment="Readers' comments on the pages, kept apart from what the article says.",
    )
    op.create_table(
        "hops",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id within the reading."),
        sa.Column("depth", sa.Integer(), nullable=False, comment="0 is the innermost speaker; then outwards."),
        sa.Column("attribution", sa.Text(), nullable=False, comment="The attribution's id within the reading."),
        sa.Column("speaker", sa.Text(), nullable=False, comment="The speaker's ident within the document."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_hops_document_id")),
        sa.PrimaryKeyConstraint("document_id", "claim", "depth", name=op.f("pk_hops")),
        comment="The chains: through whom each claim came.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "links",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id within the reading."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What it is linked to: entity, quantity, time or place."),
        sa.Column("ident", sa.Text(), nullable=False, comment="The id of that within the reading."),
        sa.CheckConstraint("kind IN ('entity', 'quantity', 'time', 'place')", name=op.f("ck_links_kind")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_links_document_id")),
        sa.PrimaryKeyConstraint("document_id", "claim", "kind", "ident", name=op.f("pk_links")),
        comment="What each claim speaks of, and its measures.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "places",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column(
            "ident", sa.Text(), nullable=False, comment="The id of the place (p1) or of the mention of one (m1)."
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as the page has it."),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="That name without case, accents and leading article."
        ),
        sa.Column(
            "entry_key", sa.Text(), nullable=True, comment="The gazetteer's name, made comparable in the same way."
        ),
        sa.Column("lat", sa.Float(), nullable=True, comment="Latitude of the place's centre in degrees, WGS84."),
        sa.Column("lon", sa.Float(), nullable=True, comment="Longitude of the place's centre in degrees, WGS84."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_places_document_id")),
        sa.PrimaryKeyConstraint("document_id", "ident", name=op.f("pk_places")),
        comment="The places that a document names, with their coordinates where they are known.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_places_lat", "places", ["lat"], unique=False)
    op.create_table(
        "quantities",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column("ident", sa.Text(), nullable=False, comment="The quantity's id within the reading: q1."),
        sa.Column("text", sa.Text(), nullable=False, comment="The expression on the page."),
        sa.Column("low", sa.Float(), nullable=True, comment="The lowest value it can mean; null where it is open."),
        sa.Column("high", sa.Float(), nullable=True, comment="The highest value it can mean; null where it is open."),
        sa.Column("approximate", sa.Boolean(), nullable=False, comment="Whether the page says about, some, nearly."),
        sa.Column("unit", sa.Text(), nullable=True, comment="The unit of measure."),
        sa.Column("of", sa.Text(), nullable=True, comment="What is counted or measured."),
        sa.Column("kind", sa.Text(), nullable=False, comment="count, money, rate, length and so on."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_quantities_document_id")),
        sa.PrimaryKeyConstraint("document_id", "ident", name=op.f("pk_quantities")),
        comment="The numbers of a document.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "speakers",
        sa.Column(
            "id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger; changes on re-reading."
        ),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document that quotes them."),
        sa.Column(
            "ident",
            sa.Text(),
            nullable=False,
            comment="The entity's id, or the id of the attribution where there is none.",
        ),
        sa.Column(
            "name",
            sa.Text(),
            nullable=True,
            comment="The entity's name, or the words of the page; null for sources that are not named.",
        ),
        sa.Column("name_key", sa.Text(), nullable=False, comment="The name without case, accents and leading article."),
        sa.Column("kind", sa.Text(), nullable=False, comment="The most telling kind among the speaker's attributions."),
        sa.Column("roles", sa.Text(), nullable=False, comment="Titles and roles, a JSON list."),
        sa.Column("aliases", sa.Text(), nullable=False, comment="Other names on the page, for the search."),
        sa.Column(
            "claims", sa.Integer(), nullable=False, comment="How many of the document's claims came through them."
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_speakers_document_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_speakers")),
        sa.UniqueConstraint("document_id", "ident", name=op.f("uq_speakers_document_id_ident")),
        comment="The sources of a document's attributions.",
    )
    op.create_index("ix_speakers_name_key", "speakers", ["name_key", "document_id", "claims"], unique=False)
    op.create_table(
        "times",
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column("ident", sa.Text(), nullable=False, comment="The time's id within the reading: t1."),
        sa.Column("text", sa.Text(), nullable=False, comment="The expression on the page."),
        sa.Column("type", sa.Text(), nullable=False, comment="DATE, TIME, DURATION or SET."),
        sa.Column("value", sa.Text(), nullable=True, comment="Its TIMEX3 value."),
        sa.Column("first_day", sa.Text(), nullable=True, comment="First day of the interval."),
        sa.Column("last_day", sa.Text(), nullable=True, comment="Last day of the interval."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_times_document_id")),
        sa.PrimaryKeyConstraint("document_id", "ident", name=op.f("pk_times")),
        comment="The time expressions of a document.",
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("times")
    op.drop_index("ix_speakers_name_key", table_name="speakers")
    op.drop_table("speakers")
    op.drop_table("quantities")
    op.drop_index("ix_places_lat", table_name="places")
    op.drop_table("places")
    op.drop_table("links")
    op.drop_table("hops")
    op.drop_table("comments")
    op.drop_index("ix_claims_newest", table_name="claims")
    op.drop_table("claims")
    op.drop_table("attributions")
