"""Links across documents: statements, judgements, clusters. They are filled by going through the events."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_TABLES = (
    "reviews",
    "actor_links",
    "judgements",
    "page_edges",
    "affinities",
    "reuses",
    "fingerprints",
    "traits",
    "unsettled",
    "statements",
    "clusters",
    "outlet_pages",
    "outlets",
    "pages",
    "marks",
)


def upgrade() -> None:
    op.create_index("ix_events_kind", "events", ["kind"], unique=False)
    op.create_table(
        "marks",
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="event: the last one gone through; cluster: the last number given.",
        ),
        sa.Column("number", sa.Integer(), nullable=False, comment="That number."),
        sa.Column(
            "version",
            sa.Text(),
            nullable=True,
            comment="For event: the version of the rules by which pages were linked.",
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_marks")),
        comment="How far linking has come.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pages",
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document."),
        sa.Column(
            "first",
            sa.Text(),
            nullable=True,
            comment="First moment at which it can have been published, ISO 8601 in UTC.",
        ),
        sa.Column("body", sa.Text(), nullable=False, comment="What is compared of the page, JSON."),
        sa.Column(
            "signature",
            sa.Text(),
            nullable=False,
            comment="The terms that tell most of what the page is about, JSON.",
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_pages_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_pages")),
        comment="The pages that were linked, as they are compared.",
    )
    op.create_table(
        "outlets",
        sa.Column("key", sa.Text(), nullable=False, comment="The outlet's name, made comparable."),
        sa.Column("name", sa.Text(), nullable=False, comment="Its name as one of its pages has it."),
        sa.Column(
            "word",
            sa.Text(),
            nullable=False,
            comment="The longest word of that name, by which it is found in a text.",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_outlets")),
        comment="The outlets of the pages that were linked.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outlets_word", "outlets", ["word"], unique=False)
    op.create_table(
        "outlet_pages",
        sa.Column("outlet", sa.Text(), nullable=False, comment="The outlet."),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="A page of it."),
        sa.Column(
            "first",
            sa.Text(),
            nullable=False,
            comment="First moment at which it can be from; 9999 where that is not known.",
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_outlet_pages_document_id")),
        sa.ForeignKeyConstraint(["outlet"], ["outlets.key"], name=op.f("fk_outlet_pages_outlet")),
        sa.PrimaryKeyConstraint("outlet", "document_id", name=op.f("pk_outlet_pages")),
        comment="Which pages an outlet published.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_outlet_pages_document_id", "outlet_pages", ["document_id"], unique=False)
    op.create_index("ix_outlet_pages_latest", "outlet_pages", ["outlet", "first", "document_id"], unique=False)
    op.create_table(
        "clusters",
        sa.Column("id", sa.Integer(), nullable=False, comment="Its number in k1; never given to another one."),
        sa.Column("statements", sa.Integer(), nullable=False, comment="How many statements it holds."),
        sa.Column("pages", sa.Integer(), nullable=False, comment="On how many pages."),
        sa.Column("low", sa.Integer(), nullable=False, comment="The fewest independent origins that it can have."),
        sa.Column("high", sa.Integer(), nullable=False, comment="The most independent origins that it can have."),
        sa.Column(
            "latest",
            sa.Text(),
            nullable=True,
            comment="When its latest page was published, in an order that text has too.",
        ),
        sa.Column("alerts", sa.Text(), nullable=False, comment="Kinds of its alerts, each between spaces."),
        sa.Column("body", sa.Text(), nullable=False, comment="The cluster of the contract, JSON."),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clusters")),
        comment="The same claim on several pages, or on one.",
    )
    op.create_index("ix_clusters_pages", "clusters", ["pages"], unique=False)
    op.create_table(
        "statements",
        sa.Column(
            "id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger; changes on re-reading."
        ),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document that makes it."),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id within the reading: c1."),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the document's claims, from 0."),
        sa.Column("cluster_id", sa.Integer(), nullable=True, comment="The cluster that it belongs to."),
        sa.Column(
            "body",
            sa.LargeBinary(),
            nullable=False,
            comment="The statement as it is compared, JSON compressed with zlib.",
        ),
        sa.Column(
            "vector",
            sa.LargeBinary(),
            nullable=True,
            comment="Its sentence vector, signed bytes of unit length times 127.",
        ),
        sa.ForeignKeyConstraint(["cluster_id"], ["clusters.id"], name=op.f("fk_statements_cluster_id")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_statements_document_id")),
        sa.UniqueConstraint("document_id", "claim", name=op.f("uq_statements_document_id_claim")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_statements")),
        comment="The claims of the pages that were linked, as they are compared.",
    )
    op.create_index("ix_statements_cluster_id", "statements", ["cluster_id"], unique=False)
    op.create_table(
        "unsettled",
        sa.Column(
            "statement_id",
            sa.Integer(),
            nullable=False,
            comment="A statement whose cluster may be another since something was judged of it.",
        ),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_unsettled_statement_id")),
        sa.PrimaryKeyConstraint("statement_id", name=op.f("pk_unsettled")),
        comment="What waits for its cluster to be made anew.",
    )
    op.create_table(
        "traits",
        sa.Column(
            "trait",
            sa.Text(),
            nullable=False,
            comment="A letter for its sort, and the word, name, place or value band.",
        ),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document of that statement."),
        sa.Column("statement_id", sa.Integer(), nullable=False, comment="A statement that has it."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_traits_document_id")),
        sa.ForeignKeyConstraint(["statement_id"], ["statements.id"], name=op.f("fk_traits_statement_id")),
        sa.PrimaryKeyConstraint("trait", "document_id", "statement_id", name=op.f("pk_traits")),
        comment="By what statements are looked up that may say the same.",
        sqlite_with_rowid=False,
    )
    op.create_table(
        "fingerprints",
        sa.Column("hash", sa.Integer(), nullable=False, comment="Hash of some words in a row, chosen by winnowing."),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="A document whose text has them."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_fingerprints_document_id")),
        sa.PrimaryKeyConstraint("hash", "document_id", name=op.f("pk_fingerprints")),
        comment="By what documents are looked up that share text.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_fingerprints_document_id", "fingerprints", ["document_id"], unique=False)
    op.create_table(
        "reuses",
        sa.Column("a_id", sa.Integer(), nullable=False, comment="One document."),
        sa.Column("b_id", sa.Integer(), nullable=False, comment="Another one, later in the text order of ids."),
        sa.Column("body", sa.Text(), nullable=False, comment="The passages that they share, JSON."),
        sa.ForeignKeyConstraint(["a_id"], ["documents.id"], name=op.f("fk_reuses_a_id")),
        sa.ForeignKeyConstraint(["b_id"], ["documents.id"], name=op.f("fk_reuses_b_id")),
        sa.PrimaryKeyConstraint("a_id", "b_id", name=op.f("pk_reuses")),
        comment="Text that two documents share.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_reuses_b_id", "reuses", ["b_id"], unique=False)
    op.create_table(
        "affinities",
        sa.Column("a_id", sa.Integer(), nullable=False, comment="One document."),
        sa.Column("b_id", sa.Integer(), nullable=False, comment="Another one, later in the text order of ids."),
        sa.Column(
            "score", sa.Float(), nullable=False, comment="How sure it is that both tell of one event, in [0, 1]."
        ),
        sa.ForeignKeyConstraint(["a_id"], ["documents.id"], name=op.f("fk_affinities_a_id")),
        sa.ForeignKeyConstraint(["b_id"], ["documents.id"], name=op.f("fk_affinities_b_id")),
        sa.PrimaryKeyConstraint("a_id", "b_id", name=op.f("pk_affinities")),
        comment="Pages that tell of the same event.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_affinities_b_id", "affinities", ["b_id"], unique=False)
    op.create_table(
        "page_edges",
        sa.Column("id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger."),
        sa.Column("from_id", sa.Integer(), nullable=False, comment="The page that depends on the other."),
        sa.Column("to_id", sa.Integer(), nullable=False, comment="The page that it depends on."),
        sa.Column("kind", sa.Text(), nullable=False, comment="cites, copies, agency or same-utterance."),
        sa.Column("score", sa.Float(), nullable=False, comment="How sure that is, in [0, 1]."),
        sa.Column(
            "body", sa.Text(), nullable=False, comment="The edge with its reason and the claims it holds for, JSON."
        ),
        sa.CheckConstraint("kind IN ('cites', 'copies', 'agency', 'same-utterance')", name=op.f("ck_page_edges_kind")),
        sa.ForeignKeyConstraint(["from_id"], ["documents.id"], name=op.f("fk_page_edges_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["documents.id"], name=op.f("fk_page_edges_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_edges")),
        comment="Pages that depend on others.",
    )
    op.create_index("ix_page_edges_from_id", "page_edges", ["from_id"], unique=False)
    op.create_index("ix_page_edges_to_id", "page_edges", ["to_id"], unique=False)
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger."),
        sa.Column(
            "a_id", sa.Integer(), nullable=False, comment="One statement; for updates and supports, the one that does."
        ),
        sa.Column("b_id", sa.Integer(), nullable=False, comment="The other one."),
        sa.Column("kind", sa.Text(), nullable=False, comment="same, supports, contradicts, updates or unsure."),
        sa.Column("score", sa.Float(), nullable=False, comment="How sure that is, in [0, 1]."),
        sa.Column("why", sa.Text(), nullable=False, comment="The deciding reason, a sentence."),
        sa.Column("by", sa.Text(), nullable=False, comment="rule or model."),
        sa.Column("reasons", sa.Text(), nullable=False, comment="All reasons with their weights, JSON."),
        sa.ForeignKeyConstraint(["a_id"], ["statements.id"], name=op.f("fk_judgements_a_id")),
        sa.ForeignKeyConstraint(["b_id"], ["statements.id"], name=op.f("fk_judgements_b_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_judgements")),
        comment="How statements of different pages stand to each other, where they stand in any relation.",
    )
    op.create_index("ix_judgements_a_id", "judgements", ["a_id"], unique=False)
    op.create_index("ix_judgements_b_id", "judgements", ["b_id"], unique=False)
    op.create_table(
        "actor_links",
        sa.Column("id", sa.Integer(), nullable=False, comment="The row's number, local to this ledger."),
        sa.Column("a_id", sa.Integer(), nullable=False, comment="The document of one actor."),
        sa.Column("a_entity", sa.Text(), nullable=False, comment="The actor's id within its reading: e1."),
        sa.Column("b_id", sa.Integer(), nullable=False, comment="The document of the other actor."),
        sa.Column("b_entity", sa.Text(), nullable=False, comment="That one's id within its reading."),
        sa.Column("kind", sa.Text(), nullable=False, comment="same, different or unsure."),
        sa.Column("score", sa.Float(), nullable=False, comment="How sure that is, in [0, 1]."),
        sa.Column("why", sa.Text(), nullable=False, comment="On what it rests, a sentence."),
        sa.Column("by", sa.Text(), nullable=False, comment="rule or model."),
        sa.ForeignKeyConstraint(["a_id"], ["documents.id"], name=op.f("fk_actor_links_a_id")),
        sa.ForeignKeyConstraint(["b_id"], ["documents.id"], name=op.f("fk_actor_links_b_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actor_links")),
        comment="Which actors of different pages are one.",
    )
    op.create_index("ix_actor_links_a", "actor_links", ["a_id", "a_entity"], unique=False)
    op.create_index("ix_actor_links_b", "actor_links", ["b_id", "b_entity"], unique=False)
    op.create_table(
        "reviews",
        sa.Column("number", sa.Integer(), nullable=False, comment="Number of the event that it is."),
        sa.Column("about", sa.Text(), nullable=False, comment="statements or actors."),
        sa.Column("a_id", sa.Integer(), nullable=False, comment="The document of the first."),
        sa.Column(
            "a",
            sa.Text(),
            nullable=True,
            comment="Its claim or entity in the current reading; null where there is none any more.",
        ),
        sa.Column("b_id", sa.Integer(), nullable=False, comment="The document of the second."),
        sa.Column(
            "b",
            sa.Text(),
            nullable=True,
            comment="Its claim or entity in the current reading; null where there is none any more.",
        ),
        sa.Column("body", sa.Text(), nullable=False, comment="The review with what it was made of, JSON."),
        sa.ForeignKeyConstraint(["a_id"], ["documents.id"], name=op.f("fk_reviews_a_id")),
        sa.ForeignKeyConstraint(["b_id"], ["documents.id"], name=op.f("fk_reviews_b_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_reviews")),
        comment="Reviewers' judgements of statements and actors that nobody has undone.",
    )
    op.create_index("ix_reviews_a_id", "reviews", ["a_id"], unique=False)
    op.create_index("ix_reviews_b_id", "reviews", ["b_id"], unique=False)


def downgrade() -> None:
    for table in _TABLES:
        op.drop_table(table)
    op.drop_index("ix_events_kind", table_name="events")
