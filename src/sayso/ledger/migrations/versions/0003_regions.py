"""The index knows regions, movements and checks. It is made anew from the record whenever a migration has run."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # not altered but replaced: their rows are refilled, and columns that must have a value need no made-up one
    _drop_old()
    _create(
        "quantities",
        sa.Column("ident", sa.Text(), nullable=False, comment="The quantity's id within the reading: q1."),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Its place among the document's quantities, from 0."
        ),
        sa.Column("text", sa.Text(), nullable=False, comment="The expression on the page."),
        sa.Column("low", sa.Float(), nullable=True, comment="The lowest value it can mean; null where it is open."),
        sa.Column("high", sa.Float(), nullable=True, comment="The highest value it can mean; null where it is open."),
        sa.Column("approximate", sa.Boolean(), nullable=False, comment="Whether the page says about, some, nearly."),
        sa.Column("unit", sa.Text(), nullable=True, comment="The unit of measure."),
        sa.Column("of", sa.Text(), nullable=True, comment="What is counted or measured."),
        sa.Column(
            "thing_key",
            sa.Text(),
            nullable=False,
            comment="What is counted, then the unit, without case and accents.",
        ),
        sa.Column(
            "head_key",
            sa.Text(),
            nullable=False,
            comment="The noun that is counted, made comparable: things of a kind.",
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="count, money, rate, length and so on."),
        sa.Column(
            "derived", sa.Boolean(), nullable=False, comment="Whether the page does not state it, but it follows."
        ),
        sa.Column("body", sa.Text(), nullable=False, comment="The quantity of the contract, JSON."),
        key=("ident",),
        comment="The numbers of a document.",
    )
    _create(
        "places",
        sa.Column(
            "ident", sa.Text(), nullable=False, comment="The id of the place (p1) or of the mention of one (m1)."
        ),
        sa.Column("name", sa.Text(), nullable=False, comment="The name as the page has it."),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="That name without case, accents and leading article."
        ),
        sa.Column("use", sa.Text(), nullable=True, comment="literal, metonymic or associative; null for a mention."),
        sa.Column("entry", sa.Text(), nullable=True, comment="The gazetteer's id, such as geonames:2217362."),
        sa.Column("entry_name", sa.Text(), nullable=True, comment="The gazetteer's name."),
        sa.Column(
            "entry_key", sa.Text(), nullable=True, comment="The gazetteer's name, made comparable in the same way."
        ),
        sa.Column(
            "entry_kind", sa.Text(), nullable=True, comment="What it is by the gazetteer: country, city, sea and so on."
        ),
        sa.Column("country", sa.Text(), nullable=True, comment="The country that it lies in, ISO 3166 alpha-2."),
        sa.Column("lat", sa.Float(), nullable=True, comment="Latitude of the place's centre in degrees, WGS84."),
        sa.Column("lon", sa.Float(), nullable=True, comment="Longitude of the place's centre in degrees, WGS84."),
        sa.Column(
            "radius_km",
            sa.Float(),
            nullable=True,
            comment="How far it reaches from its point, or from the middle of its area, in km.",
        ),
        sa.Column("geometry", sa.Text(), nullable=True, comment="GeoJSON of what is no point, WGS84."),
        sa.Column(
            "south", sa.Float(), nullable=True, comment="Lowest latitude of the place with its radius, in degrees."
        ),
        sa.Column(
            "north", sa.Float(), nullable=True, comment="Highest latitude of the place with its radius, in degrees."
        ),
        sa.Column(
            "west",
            sa.Float(),
            nullable=True,
            comment="Westernmost longitude of the place with its radius, in degrees; may pass -180.",
        ),
        sa.Column(
            "east",
            sa.Float(),
            nullable=True,
            comment="Easternmost longitude of the place with its radius, in degrees; may pass 180.",
        ),
        key=("ident",),
        comment="The places that a document names, with their regions where they are known.",
    )
    op.create_index("ix_places_box", "places", ["south", "north", "west", "east"], unique=False)
    op.create_index("ix_places_country", "places", ["country"], unique=False)
    _create(
        "movements",
        sa.Column("claim", sa.Text(), nullable=False, comment="The id of the claim that tells of it: c1."),
        sa.Column("who", sa.Text(), nullable=True, comment="Who or what moves, in the words of the page."),
        sa.Column("by", sa.Text(), nullable=True, comment="Who or what moves them."),
        sa.Column("direction", sa.Text(), nullable=True, comment="Where to, if no place is named: south, home."),
        key=("claim",),
        comment="Who moves from where to where.",
    )
    _create(
        "routes",
        sa.Column("claim", sa.Text(), nullable=False, comment="The id of the claim that tells of the movement: c1."),
        sa.Column(
            "position", sa.Integer(), nullable=False, comment="Its place on the way: from, via in order, to; from 0."
        ),
        sa.Column("role", sa.Text(), nullable=False, comment="from, via or to."),
        sa.Column("place", sa.Text(), nullable=False, comment="The place's id within the reading: p1."),
        sa.CheckConstraint("role IN ('from', 'via', 'to')", name=op.f("ck_routes_role")),
        key=("claim", "position"),
        comment="The places of the movements.",
    )
    _create(
        "checks",
        sa.Column("position", sa.Integer(), nullable=False, comment="Its place among the document's checks, from 0."),
        sa.Column("claim", sa.Text(), nullable=False, comment="The id of the claim that was checked: c1."),
        sa.Column("kind", sa.Text(), nullable=False, comment="distance, bearing, arithmetic or date."),
        sa.Column("verdict", sa.Text(), nullable=False, comment="consistent, inconsistent or undecidable."),
        sa.Column("why", sa.Text(), nullable=False, comment="The sum or the distance, in a sentence."),
        key=("position",),
        comment="What arithmetic, the calendar or geometry says of claims.",
    )
    op.create_index("ix_checks_verdict", "checks", ["verdict"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_checks_verdict", table_name="checks")
    op.drop_table("checks")
    op.drop_table("routes")
    op.drop_table("movements")
    op.drop_index("ix_places_country", table_name="places")
    op.drop_index("ix_places_box", table_name="places")
    op.drop_table("places")
    op.drop_table("quantities")
    _create(
        "quantities",
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("of", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        key=("ident",),
        comment="The numbers of a document.",
    )
    _create(
        "places",
        sa.Column("ident", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("entry_key", sa.Text(), nullable=True),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lon", sa.Float(), nullable=True),
        key=("ident",),
        comment="The places that a document names, with their coordinates where they are known.",
    )
    op.create_index("ix_places_lat", "places", ["lat"], unique=False)


def _drop_old() -> None:
    op.drop_index("ix_places_lat", table_name="places")
    op.drop_table("places")
    op.drop_table("quantities")


def _create(table: str, *parts: Any, key: tuple[str, ...], comment: str) -> None:
    """A table of the index: rows of one document's current reading, kept in the order of their key."""
    op.create_table(
        table,
        sa.Column(
            "document_id", sa.Integer(), nullable=False, comment="The document in whose current reading this stands."
        ),
        *parts,
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f(f"fk_{table}_document_id")),
        sa.PrimaryKeyConstraint("document_id", *key, name=op.f(f"pk_{table}")),
        comment=comment,
        sqlite_with_rowid=False,
    )
