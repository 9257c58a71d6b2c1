"""Reviewers' decisions beside the current readings, and the queue. Both are filled when the index is made anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "decisions",
        sa.Column("number", sa.Integer(), nullable=False, comment="Number of the event that it is."),
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document decided on."),
        sa.Column(
            "target",
            sa.Text(),
            nullable=True,
            comment="Its claim or attribution in the current reading; null where there is none any more.",
        ),
        sa.Column("ruling", sa.Text(), nullable=False, comment="accept, reject, correct or skip."),
        sa.Column("reviewer", sa.Text(), nullable=False, comment="Who decided."),
        sa.Column(
            "holds",
            sa.Boolean(),
            nullable=False,
            comment="Whether no later decision on the same target does instead.",
        ),
        sa.Column(
            "effect",
            sa.Text(),
            nullable=True,
            comment="The correction with its words where the current text has them, JSON.",
        ),
        sa.Column(
            "unapplied",
            sa.Text(),
            nullable=True,
            comment="Why it does not show in the current reading; null where it does.",
        ),
        sa.Column("body", sa.Text(), nullable=False, comment="The decision with what it was made of, JSON."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_decisions_document_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decisions")),
        comment="Reviewers' decisions on what was read that nobody has undone.",
    )
    op.create_index("ix_decisions_target", "decisions", ["document_id", "target"], unique=False)
    op.create_table(
        "waiting",
        sa.Column("document_id", sa.Integer(), nullable=False, comment="The document of the claim."),
        sa.Column("claim", sa.Text(), nullable=False, comment="The claim's id within the reading: c1."),
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the document's claims, from 0."),
        sa.Column("weight", sa.Integer(), nullable=False, comment="How much it matters that somebody looks at it."),
        sa.Column("why", sa.Text(), nullable=False, comment="What that rests on, a JSON list of sentences."),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_waiting_document_id")),
        sa.PrimaryKeyConstraint("document_id", "claim", name=op.f("pk_waiting")),
        comment="The claims in the order in which reviewers are asked about them.",
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_waiting_weight",
        "waiting",
        [sa.literal_column("weight DESC"), sa.literal_column("document_id DESC"), "position"],
        unique=False,
    )


def downgrade() -> None:
    op.drop_table("waiting")
    op.drop_table("decisions")
