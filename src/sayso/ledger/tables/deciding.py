"""Reviewers' decisions beside the current readings, and what waits for a reviewer: an index, like the others."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text

from sayso.ledger.tables.base import metadata

#: rows kept in the order of their key: one tree to write instead of two. SQLite alone heeds it.
_BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}

decisions = Table(
    "decisions",
    metadata,
    Column("number", Integer, primary_key=True, comment="Number of the event that it is."),
    Column("document_id", Integer, ForeignKey("documents.id"), nullable=False, comment="The document decided on."),
    Column(
        "target", Text, comment="Its claim or attribution in the current reading; null where there is none any more."
    ),
    Column("ruling", Text, nullable=False, comment="accept, reject, correct or skip."),
    Column("reviewer", Text, nullable=False, comment="Who decided."),
    Column("holds", Boolean, nullable=False, comment="Whether no later decision on the same target does instead."),
    Column("effect", Text, comment="The correction with its words where the current text has them, JSON."),
    Column("unapplied", Text, comment="Why it does not show in the current reading; null where it does."),
    Column("body", Text, nullable=False, comment="The decision with what it was made of, JSON."),
    Index("ix_decisions_target", "document_id", "target"),
    comment="Reviewers' decisions on what was read that nobody has undone.",
)

waiting = Table(
    "waiting",
    metadata,
    Column("document_id", Integer, ForeignKey("documents.id"), primary_key=True, comment="The document of the claim."),
    Column("claim", Text, primary_key=True, comment="The claim's id within the reading: c1."),
    Column("position", Integer, nullable=False, comment="Its place among the document's claims, from 0."),
    Column("weight", Integer, nullable=False, comment="How much it matters that somebody looks at it."),
    Column("why", Text, nullable=False, comment="What that rests on, a JSON list of sentences."),
    comment="The claims in the order in which reviewers are asked about them.",
    **_BY_KEY,
)
Index("ix_waiting_weight", waiting.c.weight.desc(), waiting.c.document_id.desc(), waiting.c.position)

#: the tables that decisions and the queue are kept in
DECIDING: tuple[Table, ...] = (decisions, waiting)
