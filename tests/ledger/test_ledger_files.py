"""Files that are no ledgers, ledgers that cannot be written, and the tables' history."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from made_readings import page
from measured_readings import measured
from sayso.errors import CATALOGUE, LedgerError
from sayso.ledger import Ledger, make_filters, migrate
from sayso.ledger import sqlite as dialect
from sayso.ledger.tables import metadata


def code_of(path: Path, *, create: bool = True) -> str:
    with pytest.raises(LedgerError) as caught:
        Ledger.open(path, create=create)
    assert str(path) in str(caught.value)
    return caught.value.code


def raw(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_a_ledger_is_made_with_its_folder_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.add(*page())
    with Ledger.open(path, create=False) as ledger:
        assert len(list(ledger.claims(make_filters()))) == 3


def test_what_is_no_ledger_is_left_alone(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("These are no rows of a table at all, and long enough to be taken for a header.\n" * 20)
    before = text.read_bytes()
    assert code_of(text) == "SAY-061"
    assert text.read_bytes() == before
    other = tmp_path / "other.db"
    raw(other, "CREATE TABLE theirs (a)")
    before = other.read_bytes()
    assert code_of(other) == "SAY-061"
    assert other.read_bytes() == before
    assert code_of(tmp_path) == "SAY-060"


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "l.db").touch()
    with Ledger.open(tmp_path / "l.db") as ledger:
        assert ledger.verify() == []


def test_asking_makes_no_ledger(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.db", create=False) == "SAY-067"
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("change", ["UPDATE alembic_version SET version_num = '9999'", "PRAGMA user_version = 99"])
def test_a_ledger_of_a_newer_sayso_is_left_alone(tmp_path: Path, change: str) -> None:
    path = tmp_path / "l.db"
    Ledger.open(path).close()
    raw(path, change)
    assert code_of(path) == "SAY-062"


def test_a_damaged_ledger_is_said_to_be(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        for number in range(30):
            ledger.add(*page(source=f"{number}"))
    content = bytearray(path.read_bytes())
    content[4096 * 2 :] = b"\xff" * (len(content) - 4096 * 2)
    path.write_bytes(content)
    with pytest.raises(LedgerError) as caught, Ledger.open(path) as ledger:
        ledger.add(*page(source="new"))
    assert caught.value.code == "SAY-066"


def test_a_full_disk_refuses_one_page_whole(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        ledger.add(*page(source="fits"))
        with ledger._dialect.reading() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
        with pytest.raises(LedgerError) as caught:
            ledger.add(*page(source="large", body="".join(map(chr, range(256, 60000)))[:55040]))
        assert caught.value.code == "SAY-064"
        assert caught.value.transient
        assert [d.source for d in ledger.documents(make_filters())] == ["fits"]
        assert ledger.verify() == []


def test_a_ledger_that_may_not_be_written_can_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        ledger.add(*page())
        with ledger._dialect.reading() as connection:
            connection.exec_driver_sql("PRAGMA query_only = ON")  # as for another user's file; root may write anything
        with pytest.raises(LedgerError) as caught:
            ledger.add(*page(source="new"))
        assert caught.value.code == "SAY-065"
        assert len(list(ledger.claims(make_filters()))) == 3


def test_a_writer_that_does_not_finish_is_waited_for_and_named(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path, busy_seconds=0.05) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError) as caught:
            ledger.add(*page())
        assert caught.value.code == "SAY-063"
        assert caught.value.transient
        assert list(ledger.claims(make_filters())) == []  # asking needs no lock
        other.execute("ROLLBACK")
        other.close()
        ledger.add(*page())


def test_the_migrations_make_the_tables_that_the_code_describes(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger, ledger._dialect.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_name": lambda name, kind, _: kind != "table" or "_fts" not in (name or "")},
        )
        assert compare_metadata(context, metadata) == []
        made, described = inspect(connection), create_engine("sqlite://")
        metadata.create_all(described)
        for table in metadata.tables:  # what the comparison leaves out
            assert made.get_check_constraints(table) == inspect(described).get_check_constraints(table)
        described.dispose()
    assert ScriptDirectory.from_config(migrate.config()).get_heads() == [migrate.HEAD]
    assert migrate.HEAD in migrate.revisions()


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_an_older_ledger_is_brought_up_to_date_with_what_is_in_it(tmp_path: Path, revision: str) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        ledger.add(*measured())
    with Ledger.open(path) as ledger, ledger._dialect.writing() as connection:
        for kind, name in connection.exec_driver_sql("SELECT type, name FROM sqlite_schema").all():
            if kind == "trigger":
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        for name in ("claims_fts", "speakers_fts", "documents_fts"):
            connection.exec_driver_sql(f"DROP TABLE {name}")
        command.downgrade(migrate.config(connection), revision)
        connection.exec_driver_sql("PRAGMA user_version = 0")
    with Ledger.open(path) as ledger:
        assert [f.low for f in ledger.figures(make_filters(near="31.75,14.4,1"))] == [25]
        assert [m.who for m in ledger.movements(make_filters())] == ["the militants"]
        ledger.add(*page(source="more"))
        assert ledger.verify() == []


def test_an_index_of_another_version_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.db"
    with Ledger.open(path) as ledger:
        for number in range(3):
            ledger.add(*page(source=str(number)))
    raw(
        path,
        "UPDATE claims SET text = 'x', status = 'denied'",
        "DELETE FROM speakers",
        "UPDATE documents SET title = 'y'",
    )
    with Ledger.open(path) as ledger:
        assert ledger.verify()
    monkeypatch.setattr(dialect, "INDEX_VERSION", dialect.INDEX_VERSION + 1)
    with Ledger.open(path) as ledger:
        assert ledger.verify() == []
        assert len(list(ledger.claims(make_filters(query="dam")))) == 3
        assert [s.claims for s in ledger.sources(make_filters())] == [3, 3]
        ledger.add(*page(source="more"))
        assert ledger.verify() == []


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in metadata.tables.values():
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name


def test_the_codes_of_the_ledger_are_in_the_catalogue() -> None:
    assert {f"SAY-0{number}" for number in range(60, 70)} <= set(CATALOGUE)


ADDING = """
import sys
sys.path.insert(0, sys.argv[1])
from made_readings import page
from measured_readings import measured
from sqlalchemy import create_engine, inspect
from sayso.ledger import Ledger
with Ledger.open(sys.argv[2]) as ledger:
    for number in range(int(sys.argv[3]), int(sys.argv[4])):
        ledger.add(*page(source=str(number)))
"""


def test_processes_can_add_at_once_to_a_ledger_that_is_not_there_yet(tmp_path: Path) -> None:
    here, path = Path(__file__).parents[1], tmp_path / "l.db"
    ranges = ((0, 40), (20, 60), (0, 60))
    running = [
        subprocess.Popen([sys.executable, "-c", ADDING, str(here), str(path), str(first), str(last)])
        for first, last in ranges
    ]
    assert [each.wait(timeout=60) for each in running] == [0, 0, 0]
    with Ledger.open(path) as ledger:
        assert len(list(ledger.documents(make_filters()))) == 60
        assert ledger.verify() == []


def test_a_copy_of_the_file_is_a_ledger(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "l.db") as ledger:
        ledger.add(*page())
    shutil.copy(tmp_path / "l.db", tmp_path / "copy.db")
    with Ledger.open(tmp_path / "copy.db") as ledger:
        assert ledger.verify() == []


def test_opening_a_ledger_that_is_up_to_date_needs_no_migrations(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "l.db").close()
    script = (
        "import sys; from sayso.ledger import Ledger; Ledger.open(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "l.db")], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"
