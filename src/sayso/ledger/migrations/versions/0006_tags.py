"""By what claims are counted, numbers of claims that need no looking up, and indexes for counts.

All of the index is made anew from the record whenever a migration has run.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

#: index -> table and columns
_INDEXES = {
    "ix_claims_status": ("claims", ["status"]),
    "ix_claims_said": ("claims", ["said_from", "said_to"]),
    "ix_documents_outlet": ("documents", ["outlet_key", "outlet", "claims"]),
    "ix_documents_published": ("documents", ["published_from", "published_to", "claims"]),
    "ix_places_name_key": ("places", ["name_key"]),
    "ix_places_entry_key": ("places", ["entry_key"]),
    "ix_quantities_thing": ("quantities", ["head_key", "unit", "kind", "low", "high"]),
    "ix_clusters_latest": ("clusters", ["latest"]),
    "ix_clusters_low": ("clusters", ["low"]),
    "ix_clusters_alerts": ("clusters", ["alerts"]),
}
#: index -> table, columns as they are, columns as they were
_WIDER = {
    "ix_clusters_pages": ("clusters", ["pages", "latest"], ["pages"]),
    "ix_statements_cluster_id": ("statements", ["cluster_id", "document_id", "position"], ["cluster_id"]),
}


def upgrade() -> None:
    op.create_table(
        "tags",
        sa.Column("kind", sa.Text(), nullable=False, comment="status, source, place, verdict, said or about."),
        sa.Column(
            "key",
            sa.Text(),
            nullable=False,
            comment="The status, the speaker's name_key, the place's entry (else ~ and its name_key), the verdict or "
            "day.",
        ),
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        sa.Column(
            "position",
            sa.Integer(),
            nullable=False,
            comment="The claim's place among the document's claims, from 0.",
        ),
        sa.CheckConstraint(
            "kind IN ('status', 'source', 'place', 'verdict', 'said', 'about')", name=op.f("ck_tags_kind")
        ),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_tags_document_id")),
        sa.PrimaryKeyConstraint("kind", "key", "document_id", "position", name=op.f("pk_tags")),
        comment="By what claims are counted, each in as few bytes as can be.",
        sqlite_with_rowid=False,
    )
    op.create_index("ix_tags_claim", "tags", ["document_id", "position", "kind", "key"], unique=False)
    for name, (table, columns) in _INDEXES.items():
        op.create_index(name, table, columns, unique=False)
    for name, (table, columns, _) in _WIDER.items():
        op.drop_index(name, table_name=table)
        op.create_index(name, table, columns, unique=False)


def downgrade() -> None:
    for name, (table, _, columns) in _WIDER.items():
        op.drop_index(name, table_name=table)
        op.create_index(name, table, columns, unique=False)
    for name, (table, _) in reversed(_INDEXES.items()):
        op.drop_index(name, table_name=table)
    op.drop_index("ix_tags_claim", table_name="tags")
    op.drop_table("tags")
