"""Brings the tables of a ledger up to date with the migrations that ship inside the package.

Alembic takes half a second to import, so a ledger that is already up to date never gets here.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

FOLDER: Final = Path(__file__).with_name("migrations")
#: the revision that :mod:`sayso.ledger.tables` describes; a test compares it with the migrations
HEAD: Final = "0006"


@functools.cache
def revisions() -> frozenset[str]:
    """All revisions that this version knows: the names of the migrations begin with them."""
    return frozenset(path.stem.split("_")[0] for path in (FOLDER / "versions").glob("[0-9]*.py"))


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings, made here so that no file of settings need be found."""
    from alembic.config import Config

    made = Config()
    # alembic reads per cent signs in this value as its own
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    if connection is not None:
        made.attributes["connection"] = connection
    return made


def upgrade(connection: Connection) -> None:
    """Run the migrations that are missing, within the caller's transaction: all of them or none."""
    from alembic import command

    command.upgrade(config(connection), "head")
