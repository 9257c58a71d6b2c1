"""Links across documents: statements, what was judged of them, and the clusters that follow.

An index too, though of the whole ledger and not of one document: it is made by going through the events in their order
(:data:`marks` says how far that has come), and could be made anew from the record at any time.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
)

from sayso.ledger.tables.base import metadata

#: rows kept in the order of their key: one tree to write instead of two. SQLite alone heeds it.
_BY_KEY: dict[str, Any] = {"sqlite_with_rowid": False}


def _document(name: str, comment: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey("documents.id"), primary_key=key, nullable=False, comment=comment)


def _statement(name: str, comment: str, *, key: bool = False) -> Column[int]:
    return Column(name, Integer, ForeignKey("statements.id"), primary_key=key, nullable=False, comment=comment)


marks = Table(
    "marks",
    metadata,
    Column("name", Text, primary_key=True, comment="event: the last one gone through; cluster: the last number given."),
    Column("number", Integer, nullable=False, comment="That number."),
    Column("version", Text, comment="For event: the version of the rules by which pages were linked."),
    comment="How far linking has come.",
    **_BY_KEY,
)

pages = Table(
    "pages",
    metadata,
    _document("document_id", "The document.", key=True),
    Column("first", Text, comment="First moment at which it can have been published, ISO 8601 in UTC."),
    Column("body", Text, nullable=False, comment="What is compared of the page, JSON."),
    Column("signature", Text, nullable=False, comment="The terms that tell most of what the page is about, JSON."),
    comment="The pages that were linked, as they are compared.",
)

outlets = Table(
    "outlets",
    metadata,
    Column("key", Text, primary_key=True, comment="The outlet's name, made comparable."),
    Column("name", Text, nullable=False, comment="Its name as one of its pages has it."),
    Column("word", Text, nullable=False, comment="The longest word of that name, by which it is found in a text."),
    Index("ix_outlets_word", "word"),
    comment="The outlets of the pages that were linked.",
    **_BY_KEY,
)

outlet_pages = Table(
    "outlet_pages",
    metadata,
    Column("outlet", Text, ForeignKey("outlets.key"), primary_key=True, comment="The outlet."),
    _document("document_id", "A page of it.", key=True),
    Column(
        "first", Text, nullable=False, comment="First moment at which it can be from; 9999 where that is not known."
    ),
    Index("ix_outlet_pages_latest", "outlet", "first", "document_id"),
    Index("ix_outlet_pages_document_id", "document_id"),
    comment="Which pages an outlet published.",
    **_BY_KEY,
)

clusters = Table(
    "clusters",
    metadata,
    Column("id", Integer, primary_key=True, comment="Its number in k1; never given to another one."),
    Column("statements", Integer, nullable=False, comment="How many statements it holds."),
    Column("pages", Integer, nullable=False, comment="On how many pages."),
    Column("low", Integer, nullable=False, comment="The fewest independent origins that it can have."),
    Column("high", Integer, nullable=False, comment="The most independent origins that it can have."),
    Column("latest", Text, comment="When its latest page was published, in an order that text has too."),
    Column("alerts", Text, nullable=False, comment="Kinds of its alerts, each between spaces."),
    Column("body", Text, nullable=False, comment="The cluster of the contract, JSON."),
    Index("ix_clusters_pages", "pages", "latest"),
    Index("ix_clusters_latest", "latest"),
    Index("ix_clusters_low", "low"),
    Index("ix_clusters_alerts", "alerts"),
    comment="The same claim on several pages, or on one.",
)

statements = Table(
    "statements",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger; changes on re-reading."),
    _document("document_id", "The document that makes it."),
    Column("claim", Text, nullable=False, comment="The claim's id within the reading: c1."),
    Column("position", Integer, nullable=False, comment="Its place among the document's claims, from 0."),
    Column("cluster_id", Integer, ForeignKey("clusters.id"), comment="The cluster that it belongs to."),
    Column("body", LargeBinary, nullable=False, comment="The statement as it is compared, JSON compressed with zlib."),
    Column("vector", LargeBinary, comment="Its sentence vector, signed bytes of unit length times 127."),
    UniqueConstraint("document_id", "claim"),
    Index("ix_statements_cluster_id", "cluster_id", "document_id", "position"),
    comment="The claims of the pages that were linked, as they are compared.",
)

unsettled = Table(
    "unsettled",
    metadata,
    _statement("statement_id", "A statement whose cluster may be another since something was judged of it.", key=True),
    comment="What waits for its cluster to be made anew.",
)

traits = Table(
    "traits",
    metadata,
    Column("trait", Text, primary_key=True, comment="A letter for its sort, and the word, name, place or value band."),
    _document("document_id", "The document of that statement.", key=True),
    _statement("statement_id", "A statement that has it.", key=True),
    comment="By what statements are looked up that may say the same.",
    **_BY_KEY,
)

fingerprints = Table(
    "fingerprints",
    metadata,
    Column("hash", Integer, primary_key=True, comment="Hash of some words in a row, chosen by winnowing."),
    _document("document_id", "A document whose text has them.", key=True),
    Index("ix_fingerprints_document_id", "document_id"),
    comment="By what documents are looked up that share text.",
    **_BY_KEY,
)

reuses = Table(
    "reuses",
    metadata,
    _document("a_id", "One document.", key=True),
    _document("b_id", "Another one, later in the text order of ids.", key=True),
    Column("body", Text, nullable=False, comment="The passages that they share, JSON."),
    Index("ix_reuses_b_id", "b_id"),
    comment="Text that two documents share.",
    **_BY_KEY,
)

affinities = Table(
    "affinities",
    metadata,
    _document("a_id", "One document.", key=True),
    _document("b_id", "Another one, later in the text order of ids.", key=True),
    Column("score", Float, nullable=False, comment="How sure it is that both tell of one event, in [0, 1]."),
    Index("ix_affinities_b_id", "b_id"),
    comment="Pages that tell of the same event.",
    **_BY_KEY,
)

page_edges = Table(
    "page_edges",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger."),
    _document("from_id", "The page that depends on the other."),
    _document("to_id", "The page that it depends on."),
    Column("kind", Text, nullable=False, comment="cites, copies, agency or same-utterance."),
    Column("score", Float, nullable=False, comment="How sure that is, in [0, 1]."),
    Column("body", Text, nullable=False, comment="The edge with its reason and the claims it holds for, JSON."),
    CheckConstraint("kind IN ('cites', 'copies', 'agency', 'same-utterance')", name="kind"),
    Index("ix_page_edges_from_id", "from_id"),
    Index("ix_page_edges_to_id", "to_id"),
    comment="Pages that depend on others.",
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger."),
    _statement("a_id", "One statement; for updates and supports, the one that does."),
    _statement("b_id", "The other one."),
    Column("kind", Text, nullable=False, comment="same, supports, contradicts, updates or unsure."),
    Column("score", Float, nullable=False, comment="How sure that is, in [0, 1]."),
    Column("why", Text, nullable=False, comment="The deciding reason, a sentence."),
    Column("by", Text, nullable=False, comment="rule or model."),
    Column("reasons", Text, nullable=False, comment="All reasons with their weights, JSON."),
    Index("ix_judgements_a_id", "a_id"),
    Index("ix_judgements_b_id", "b_id"),
    comment="How statements of different pages stand to each other, where they stand in any relation.",
)

actor_links = Table(
    "actor_links",
    metadata,
    Column("id", Integer, primary_key=True, comment="The row's number, local to this ledger."),
    _document("a_id", "The document of one actor."),
    Column("a_entity", Text, nullable=False, comment="The actor's id within its reading: e1."),
    _document("b_id", "The document of the other actor."),
    Column("b_entity", Text, nullable=False, comment="That one's id within its reading."),
    Column("kind", Text, nullable=False, comment="same, different or unsure."),
    Column("score", Float, nullable=False, comment="How sure that is, in [0, 1]."),
    Column("why", Text, nullable=False, comment="On what it rests, a sentence."),
    Column("by", Text, nullable=False, comment="rule or model."),
    Index("ix_actor_links_a", "a_id", "a_entity"),
    Index("ix_actor_links_b", "b_id", "b_entity"),
    comment="Which actors of different pages are one.",
)

reviews = Table(
    "reviews",
    metadata,
    Column("number", Integer, primary_key=True, comment="Number of the event that it is."),
    Column("about", Text, nullable=False, comment="statements or actors."),
    _document("a_id", "The document of the first."),
    Column("a", Text, comment="Its claim or entity in the current reading; null where there is none any more."),
    _document("b_id", "The document of the second."),
    Column("b", Text, comment="Its claim or entity in the current reading; null where there is none any more."),
    Column("body", Text, nullable=False, comment="The review with what it was made of, JSON."),
    Index("ix_reviews_a_id", "a_id"),
    Index("ix_reviews_b_id", "b_id"),
    comment="Reviewers' judgements of statements and actors that nobody has undone.",
)

#: the tables of links, in an order that respects references
LINKING: tuple[Table, ...] = (
    marks,
    pages,
    outlets,
    outlet_pages,
    clusters,
    statements,
    unsettled,
    traits,
    fingerprints,
    reuses,
    affinities,
    page_edges,
    judgements,
    actor_links,
    reviews,
)
