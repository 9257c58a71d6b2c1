"""SQLite: everything that is said in its own language, and nowhere else.

Journal mode WAL with ``synchronous=NORMAL``: a commit is one write to the log without waiting for the disk. If the
process is killed nothing that was committed is lost; if the machine loses power, the last commits may be, but the file
is never damaged (sqlite.org/wal.html), and adding again stores what is missing. ``FULL`` would flush the disk for
every page.

Writers take the lock at once (``BEGIN IMMEDIATE``): a transaction that began by reading could not be given it later
if another process had written in between. Readers see one state throughout and never wait.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, NoReturn

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Float,
    FromClause,
    Integer,
    String,
    TextClause,
    and_,
    bindparam,
    column,
    create_engine,
    event,
    false,
    func,
    text,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from sayso.errors import LedgerError
from sayso.ledger import fts, migrate
from sayso.ledger.dialect import OWN, SEARCHED, Dialect, Searched
from sayso.ledger.regions import distance_km
from sayso.ledger.search import Query
from sayso.ledger.tables import APPEND_ONLY, claims, documents, speakers

#: "Say" in ASCII and a one: marks the file as a ledger (sqlite.org/fileformat.html, application id)
APPLICATION_ID: Final = 0x53617901
#: version of the search index, the guards and the rows of the index (:mod:`sayso.ledger.rows`): when a ledger of
#: another one is opened, they are all made anew from the record
INDEX_VERSION: Final = 3
BUSY_SECONDS: Final = 30.0

_TABLES = {"claims": claims, "documents": documents, "speakers": speakers}
_CODES: Final = {
    sqlite3.SQLITE_BUSY: "SAY-063",
    sqlite3.SQLITE_LOCKED: "SAY-063",
    sqlite3.SQLITE_FULL: "SAY-064",
    sqlite3.SQLITE_READONLY: "SAY-065",
    sqlite3.SQLITE_PERM: "SAY-065",
    sqlite3.SQLITE_CORRUPT: "SAY-066",
    sqlite3.SQLITE_NOTADB: "SAY-061",
    sqlite3.SQLITE_CANTOPEN: "SAY-060",
    sqlite3.SQLITE_IOERR: "SAY-060",
}


class Sqlite(Dialect):
    """A ledger in one SQLite file (with its ``-wal`` and ``-shm`` beside it while it is open)."""

    def __init__(
        self,
        path: Path,
        *,
        create: bool,
        fill: Callable[[Connection], None],
        busy_seconds: float = BUSY_SECONDS,
        updating: Callable[[], None] | None = None,
    ) -> None:
        """Open the file; brings its tables up to date, or makes them where ``create`` allows it.

        ``fill`` is called, within the same transaction, to make the index of an older ledger anew, and ``updating``
        before that. A file that nobody may write to here can be asked all the same.

        Raises:
            LedgerError: SAY-060 to SAY-067.
        """
        self.path = path
        self._fill = fill
        self._updating = updating
        self.subject = str(path)
        if not path.exists():
            if not create:
                raise LedgerError("SAY-067", self.subject)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise LedgerError("SAY-060", self.subject, f"the folder cannot be made: {error.strerror}") from error
        elif path.is_dir():
            raise LedgerError("SAY-060", self.subject, "it is a folder")
        self._engine = _engine(path, busy_seconds, asking=not create)
        try:
            self._open()
        except LedgerError as error:
            self.close()
            if error.code != "SAY-065" or not _is_still(path):
                raise
            self._engine = _engine(path, busy_seconds, asking=True, still=True)
            self._open()
        except BaseException:
            self.close()
            raise

    def _open(self) -> None:
        try:
            with self._engine.connect() as connection:
                if self._is_ready(connection):
                    return
            self._set_up()
        except (DBAPIError, sqlite3.Error) as error:
            self.refuse(error)

    def _is_ready(self, connection: Connection) -> bool:
        """Whether this is a ledger whose tables and search index are those of this version.

        Raises:
            LedgerError: SAY-061, SAY-062.
        """
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_schema").scalar_one()
        if application != APPLICATION_ID:
            if application or tables:
                raise LedgerError("SAY-061", self.subject)
            return False
        revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
        index = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if revision not in migrate.revisions() or index > INDEX_VERSION:
            raise LedgerError("SAY-062", self.subject)
        return bool(revision == migrate.HEAD and index == INDEX_VERSION)

    def _set_up(self) -> None:
        # outside any transaction, as SQLite wants it; kept in the file, so once is enough
        raw = self._engine.raw_connection()
        try:
            raw.cursor().execute("PRAGMA journal_mode = WAL")
        finally:
            raw.close()
        with self.writing() as connection:
            if self._is_ready(connection):
                return  # another process was faster
            if self._updating and connection.exec_driver_sql("PRAGMA application_id").scalar_one():
                self._updating()
            migrate.upgrade(connection)
            for statement in fts.drop(connection.exec_driver_sql("SELECT type, name FROM sqlite_schema").all()):
                connection.exec_driver_sql(statement)
            self._fill(connection)
            for statement in fts.create(SEARCHED, [t.name for t in APPEND_ONLY]):
                connection.exec_driver_sql(statement)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {INDEX_VERSION}")

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except (DBAPIError, sqlite3.Error) as error:
            self.refuse(error)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        try:
            with self._engine.connect().execution_options(writing=True) as connection, connection.begin():
                yield connection
        except (DBAPIError, sqlite3.Error) as error:
            self.refuse(error)

    def matches(self, searched: Searched, query: Query, columns: tuple[str, ...] = ()) -> ColumnElement[bool]:
        if query.nothing:
            return false()
        key = _TABLES[searched].c.id
        wanted, unwanted = fts.expressions(query, columns, () if columns else OWN.get(searched, ()))
        conditions = [key.in_(_found(searched, wanted).columns(key))] if wanted else []
        conditions += [key.not_in(_found(searched, unwanted).columns(key))] if unwanted else []
        return and_(*conditions)

    def ranked(self, searched: Searched, query: Query) -> FromClause:
        wanted, _ = fts.expressions(query, (), OWN.get(searched, ()))
        found = _found(searched, wanted, ", rank").columns(column("id", Integer), column("rank", Float))
        return found.subquery("found")

    def distance_km(self, place: FromClause, at: tuple[float, float]) -> ColumnElement[float]:
        return func.sayso_km(place.c.lat, place.c.lon, place.c.geometry, place.c.radius_km, *at)

    def measure(self, connection: Connection, table: str) -> None:
        # of a table that it knows nothing about it believes that it has a million rows, and begins with another
        connection.exec_driver_sql(f"ANALYZE temp.{table}")

    def verify(self, connection: Connection) -> list[str]:
        faults = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        faults += [
            f"a reference from {row[0]} leads nowhere" for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
        ]
        for searched in SEARCHED:
            rows = connection.exec_driver_sql(f"SELECT count(*) FROM {searched}").scalar_one()  # noqa: S608
            indexed = connection.exec_driver_sql(f"SELECT count(*) FROM {searched}_fts_docsize").scalar_one()  # noqa: S608
            if rows != indexed:
                faults.append(f"the search index of {searched} has {indexed} rows for {rows}")
        return faults

    def refuse(self, error: Exception) -> NoReturn:
        original = error.orig if isinstance(error, DBAPIError) else error
        # the low byte is the error, the rest of an extended code a shade of it
        number = getattr(original, "sqlite_errorcode", 0) & 0xFF
        if code := _CODES.get(number):
            raise LedgerError(code, self.subject) from error
        raise error  # no fault of the file: one of ours

    def close(self) -> None:
        self._engine.dispose()

    def is_current(self) -> bool:
        try:
            with self._engine.connect() as connection:
                return self._is_ready(connection)
        except (LedgerError, DBAPIError, sqlite3.Error):
            return False


def _engine(path: Path, busy_seconds: float, *, asking: bool, still: bool = False) -> Engine:
    """Connections to a file. ``still``: nothing can write to it, so that it needs no lock and no file beside it."""
    url = URL.create("sqlite+pysqlite", database=str(path))
    if still:
        made = create_engine(url, creator=lambda: _still(path, busy_seconds))
    else:
        made = create_engine(url, connect_args={"timeout": busy_seconds})
    event.listen(made, "connect", _prepare_connection)
    if asking:
        event.listen(made, "connect", _map_file)
    event.listen(made, "begin", _begin)
    return made


def _still(path: Path, busy_seconds: float) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"  # sqlite.org/uri.html
    return sqlite3.connect(uri, uri=True, timeout=busy_seconds, check_same_thread=False)


def _is_still(path: Path) -> bool:
    """Whether the file may only be read here, and nobody left something in its log that readers would miss."""
    log = path.with_name(f"{path.name}-wal")
    return not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)) and not (
        log.exists() and log.stat().st_size
    )


def _found(searched: Searched, expression: str, more: str = "") -> TextClause:
    # the name is one of ours; the user's words go in as a parameter
    statement = f"SELECT rowid AS id{more} FROM {searched}_fts WHERE {searched}_fts MATCH :words"  # noqa: S608
    return text(statement).bindparams(bindparam("words", expression, String, unique=True))


def _prepare_connection(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # transactions begin where we say, not where the driver guesses
    cursor = connection.cursor()
    for pragma in (
        "foreign_keys = ON",
        "synchronous = NORMAL",
        "cache_size = -16000",
        "temp_store = MEMORY",
        "wal_autocheckpoint = 4000",  # pages: fewer, larger transfers from the log into the file
        "trusted_schema = ON",  # the triggers write to virtual tables of our own
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    connection.create_function("sayso_km", 6, distance_km, deterministic=True)


def _map_file(connection: sqlite3.Connection, _record: Any) -> None:
    # for whoever only asks: large answers come half as fast again, and the memory counted is the disk cache's own
    connection.execute("PRAGMA mmap_size = 268435456")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
