"""Opening the file of the gazetteer, and saying in one line what is wrong with it."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.measures.places.gazetteer.schema import APPLICATION_ID, VERSION

#: seconds to wait for another program that is writing
PATIENCE = 10.0


def gazetteer_path(path: Path | None = None) -> Path:
    """Where the gazetteer lies: the path given, or the setting ``SAYSO_GAZETTEER``, or the user's data folder.

    Raises:
        ConfigError: SAY-001, a setting cannot be used.
    """
    if path is not None:
        return path
    from sayso.config import Settings

    return Settings.load().gazetteer


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """Open the file; for reading only unless ``write``.

    A connection for reading may be used by several threads, one at a time.

    Raises:
        GazetteerError: SAY-100 there is none, SAY-101 it is none or damaged, SAY-102 another version made it.
    """
    if not path.is_file():
        raise GazetteerError("SAY-100", str(path))
    connection: sqlite3.Connection | None = None
    try:
        uri = f"{path.absolute().as_uri()}?mode={'rw' if write else 'ro'}"
        connection = sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=PATIENCE)
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.Error as error:
        if connection is not None:
            connection.close()
        raise GazetteerError("SAY-101", str(path)) from error
    if application != APPLICATION_ID or version != VERSION:
        connection.close()
        raise GazetteerError("SAY-101" if application != APPLICATION_ID else "SAY-102", str(path))
    return connection


@contextlib.contextmanager
def told(path: Path) -> Iterator[None]:
    """Faults that SQLite meets while it reads, as an error of ours."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = {"locked": "SAY-109", "readonly": "SAY-103", "full": "SAY-103"}
        found = next((value for word, value in code.items() if word in str(error)), "SAY-101")
        raise GazetteerError(found, str(path)) from error
    except sqlite3.DatabaseError as error:
        raise GazetteerError("SAY-101", str(path)) from error
