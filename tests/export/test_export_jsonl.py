"""Export and import of whole ledgers: the identity, whatever is in them, and nothing of what is damaged."""

from __future__ import annotations

import io
import json
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from carried_pages import carried, carried_path, written
from linked_readings import RULES
from made_readings import page
from sayso.errors import ExportError
from sayso.export.importing import Export
from sayso.export.rows import row_of
from sayso.ledger import Ledger, make_filters
from sayso.ledger.sound import unsound
from sayso.nouns import Review
from sayso.nouns.record import Imported

MOST = 1_000_000
Lines = list[bytes]


def restored(data: bytes, path: Path, most_bytes: int = MOST) -> Imported:
    with Ledger.open(path) as ledger:
        return Export(io.BytesIO(data), name="in.jsonl", most_bytes=most_bytes).into(ledger)


def exported(path: Path) -> bytes:
    with Ledger.open(path) as ledger:
        assert ledger.verify() == []
        return written("jsonl", ledger)


@pytest.fixture(scope="module")
def whole(examples: Path) -> bytes:
    with carried(examples) as ledger:
        return written("jsonl", ledger)


def test_import_into_an_empty_ledger_is_the_identity(whole: bytes, tmp_path: Path) -> None:
    made = restored(whole, tmp_path / "new.db")
    assert exported(tmp_path / "new.db") == whole
    assert made.known == 0
    assert made.documents == whole.count(b'{"line":"document"')
    assert made.events == whole.count(b'{"line":"event"')


def test_the_answers_are_the_same_after_import(examples: Path, whole: bytes, tmp_path: Path) -> None:
    restored(whole, tmp_path / "new.db")
    with carried(examples) as ledger, Ledger.open(tmp_path / "new.db") as other:
        list(other.link(RULES))
        assert answers(other) == answers(ledger)
        assert [d.number for d in other.decisions()] == [d.number for d in ledger.decisions()]
        assert list(other.reviews()) == list(ledger.reviews())


def answers(ledger: Ledger) -> list[str]:
    """All claims with their measures and origins, but for the number of their cluster, which is each ledger's own."""
    rows = [row_of(measured) for measured in ledger.measured(make_filters())]
    return sorted(repr(msgspec.structs.replace(row, cluster=None)) for row in rows)


def test_importing_twice_changes_nothing(whole: bytes, tmp_path: Path) -> None:
    restored(whole, tmp_path / "new.db")
    again = restored(whole, tmp_path / "new.db")
    assert (again.documents, again.readings, again.events) == (0, 0, 0)
    assert again.known == whole.count(b'{"line":"document"')
    assert exported(tmp_path / "new.db") == whole


def test_importing_its_own_export_changes_nothing(examples: Path, whole: bytes, tmp_path: Path) -> None:
    shutil.copy(carried_path(examples), tmp_path / "own.db")
    again = restored(whole, tmp_path / "own.db")
    assert (again.documents, again.readings, again.events) == (0, 0, 0)
    assert exported(tmp_path / "own.db") == whole


def test_what_is_missing_is_added_and_numbered_anew(whole: bytes, tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with Ledger.open(path) as ledger:
        ledger.add(*page())
        graded = ledger.review(Review(about="source", a="Rory Stewart", b=None, kind="C", why=None, by="Ann", at=""))
        ledger.review(Review(about="source", a="", b=None, kind="", why=None, by="Ann", at="", undoes=graded.number))
    made = restored(whole, path)
    with Ledger.open(path) as ledger:
        assert ledger.verify() == []
        assert sum(1 for _ in ledger.documents(make_filters())) == made.documents + 1
        numbers = [event.number for event in ledger.events()]
        assert numbers == sorted(set(numbers))
        assert len(list(ledger.decisions())) == 3
        list(ledger.link(RULES))
        assert ledger.verify() == []
    assert restored(whole, path).events == 0


def test_what_undoes_something_goes_on_undoing_it(tmp_path: Path) -> None:
    first, other = tmp_path / "first.db", tmp_path / "other.db"
    with Ledger.open(first) as ledger:
        ledger.add(*page())
        graded = ledger.review(Review(about="source", a="Rory Stewart", b=None, kind="C", why=None, by="Ann", at=""))
        ledger.review(Review(about="source", a="", b=None, kind="", why=None, by="Ann", at="", undoes=graded.number))
    with Ledger.open(other) as ledger:
        for number in range(3):
            ledger.add(*page(source=f"{number}.html", body=str(number)))
    restored(exported(first), other)
    with Ledger.open(other) as ledger:
        assert list(ledger.reviews()) == []
        undone = [json.loads(event.body or "")["review"]["undoes"] for event in ledger.events(4)]
        assert undone == [None, 5]


def test_of_two_readings_the_one_that_was_made_last_is_current(tmp_path: Path) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    with Ledger.open(old) as ledger:
        ledger.add(*page(version="1", status="denied"))
    with Ledger.open(new) as ledger:
        added = ledger.add(*page(version="2"))
    restored(exported(old), new)
    restored(exported(new), old)
    for path in (old, new):
        with Ledger.open(path) as ledger:
            assert ledger.verify() == []
            assert {claim.status for claim in ledger.claims(make_filters())} == {"asserted"}
            current = [version.reading for version in ledger.history(added.document) if version.current]
            assert current == [added.reading]
            assert len(ledger.history(added.document)) == 2


def test_a_part_is_whole_documents_with_the_events_that_speak_of_them(examples: Path, tmp_path: Path) -> None:
    with carried(examples) as ledger:
        part = written("jsonl", ledger, document="tricks.html")
    lines = [json.loads(line) for line in part.splitlines()]
    (ident,) = (line["id"] for line in lines if line.get("line") == "document")
    assert {line["subject"] for line in lines if line.get("line") == "event"} == {ident}
    restored(part, tmp_path / "part.db")
    assert exported(tmp_path / "part.db") == part


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A ledger without anything, which takes a second to make."""
    path = tmp_path_factory.mktemp("empty") / "ledger.db"
    Ledger.open(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.read_bytes()


texts = st.text(min_size=1, max_size=40)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    pages=st.lists(
        st.tuples(texts, texts, texts, st.sampled_from(["asserted", "denied"]), st.integers(0, 3)), max_size=5
    ),
    grades=st.lists(st.tuples(texts, st.sampled_from("ABCDEF"), st.none() | texts, st.booleans()), max_size=4),
)
def test_export_of_an_import_is_the_same_bytes(tmp_path_factory: Any, empty: bytes, pages: Any, grades: Any) -> None:
    folder = tmp_path_factory.mktemp("identity")
    for name in ("a.db", "b.db"):
        (folder / name).write_bytes(empty)
    with Ledger.open(folder / "a.db") as ledger:
        for who, what, source, status, body in pages:
            ledger.add(*page(((who, "said", what),), source=source, status=status, body=f"page {body}", title=what))
        for name, grade, why, undone in grades:
            made = ledger.review(Review(about="source", a=name, b=None, kind=grade, why=why, by="Ann", at=""))
            if undone:
                ledger.review(
                    Review(about="source", a="", b=None, kind="", why=None, by="B", at="", undoes=made.number)
                )
    data = exported(folder / "a.db")
    restored(data, folder / "b.db")
    assert exported(folder / "b.db") == data
    restored(data, folder / "a.db")
    assert exported(folder / "a.db") == data


def damaged(number: int, change: Callable[[dict[str, Any]], None]) -> Callable[[Lines], Lines]:
    def apply(lines: Lines) -> Lines:
        value = json.loads(lines[number])
        change(value)
        return [*lines[:number], json.dumps(value).encode() + b"\n", *lines[number + 1 :]]

    return apply


def line_of(lines: Lines, kind: str) -> int:
    return next(number for number, line in enumerate(lines) if line.startswith(b'{"line":"%s"' % kind.encode()))


def changed(line: str, **values: Any) -> Callable[[Lines], Lines]:
    return lambda lines: damaged(line_of(lines, line), lambda value: value.update(values))(lines)


def in_reading(change: Callable[[dict[str, Any]], None]) -> Callable[[Lines], Lines]:
    return lambda lines: damaged(line_of(lines, "reading"), lambda line: change(line["reading"]))(lines)


DAMAGES: dict[str, tuple[str, Callable[[Lines], Lines]]] = {
    "nothing": ("SAY-124", lambda _: []),
    "another file": ("SAY-124", lambda _: [b"<html>\n"]),
    "another schema": ("SAY-124", lambda lines: [b'{"schema":"sayso/claims/1"}\n', *lines[1:]]),
    "a newer one": ("SAY-125", lambda lines: [b'{"schema":"sayso/export/2"}\n', *lines[1:]]),
    "cut between lines": ("SAY-127", lambda lines: lines[:-1]),
    "cut within a line": ("SAY-127", lambda lines: [*lines[:-2], lines[-2][:20]]),
    "no line end": ("SAY-127", lambda lines: [*lines[:-2], lines[-2].rstrip()]),
    "more after the end": ("SAY-126", lambda lines: [*lines, lines[1]]),
    "a line too few": ("SAY-126", lambda lines: [*lines[:2], *lines[3:]]),
    "lines turned round": ("SAY-126", lambda lines: [lines[0], lines[2], lines[1], *lines[3:]]),
    "no JSON": ("SAY-126", lambda lines: [*lines[:3], b"{]\n", *lines[3:]]),
    "nested too deeply": ("SAY-126", lambda lines: [*lines[:3], b"[" * 100_000 + b"\n", *lines[3:]]),
    "an unknown line": ("SAY-126", lambda lines: [*lines[:3], b'{"line":"virus"}\n', *lines[3:]]),
    "a page twice": ("SAY-126", lambda lines: [*lines[:-1], *lines[1:6], lines[-1]]),
    "another hash": ("SAY-126", changed("capture", sha256="0" * 64)),
    "another kind of page": ("SAY-126", changed("capture", media_type="text/plain")),
    "a broken capture": ("SAY-126", changed("capture", warc="AAAA")),
    "another document": ("SAY-126", changed("document", id="sha256:" + "0" * 64)),
    "another reading": ("SAY-126", changed("reading", id="0" * 64)),
    "no time": ("SAY-126", changed("reading", made="yesterday")),
    "a number that is none": ("SAY-126", changed("reading", number=0)),
    "a huge number": ("SAY-126", changed("event", number=2**70)),
    "a changed reading": ("SAY-126", in_reading(lambda reading: reading["document"].update(title="Lies"))),
    "a reading without an event": ("SAY-126", lambda lines: [line for line in lines if b'"reading-added"' not in line]),
    "an event of no kind of ours": ("SAY-126", changed("event", kind="review", body="{}")),
    "an event of nobody's page": ("SAY-126", changed("event", subject="sha256:" + "0" * 64)),
    "another end": ("SAY-126", changed("end", documents=7)),
}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A ledger of one page, and its export."""
    path = tmp_path_factory.mktemp("untouched") / "ledger.db"
    with Ledger.open(path) as ledger:
        ledger.add(*page())
    return path, exported(path)


@pytest.mark.parametrize(("code", "damage"), DAMAGES.values(), ids=DAMAGES)
def test_what_is_damaged_is_one_line_and_nothing_is_stored(
    code: str, damage: Callable[[Lines], Lines], whole: bytes, untouched: tuple[Path, bytes]
) -> None:
    path, before = untouched
    broken = b"".join(damage(whole.splitlines(keepends=True)))
    with pytest.raises(ExportError) as caught:
        restored(broken, path)
    assert caught.value.code == code
    assert "in.jsonl" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert exported(path) == before


def test_the_error_names_the_line(whole: bytes, tmp_path: Path) -> None:
    lines = whole.splitlines(keepends=True)
    with pytest.raises(ExportError, match=r"^SAY-126 in\.jsonl, line 4: .*nothing of the file was stored"):
        restored(b"".join([*lines[:3], b"{}\n", *lines[3:]]), tmp_path / "new.db")


def test_ranges_outside_the_text_are_refused_though_the_hash_is_right(tmp_path: Path) -> None:
    _, reading = page()
    assert unsound(reading) is None
    claim = msgspec.structs.replace(reading.claims[0], end=10**9)
    assert "outside" in (unsound(msgspec.structs.replace(reading, claims=(claim, *reading.claims[1:]))) or "")
    twice = (reading.claims[0], reading.claims[0])
    assert "one id" in (unsound(msgspec.structs.replace(reading, claims=twice)) or "")
    mention = msgspec.structs.replace(reading.mentions[0], text="somebody else")
    assert "words" in (unsound(msgspec.structs.replace(reading, mentions=(mention,))) or "")


def test_pages_and_lines_have_a_largest_size(whole: bytes, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"^SAY-128 "):
        restored(whole, tmp_path / "small.db", most_bytes=100)
    with Ledger.open(tmp_path / "large.db") as ledger:
        ledger.add(*page(body="a" * 3_000_000))
    data = exported(tmp_path / "large.db")
    assert len(data) < 100_000  # it is packed, and would fill the memory when unpacked
    with pytest.raises(ExportError, match=r"^SAY-128 in\.jsonl, line 2: .*SAYSO_MAX_DECODED_BYTES"):
        restored(data, tmp_path / "small.db", most_bytes=1_000_000)


def test_a_killed_import_leaves_nothing(whole: bytes, tmp_path: Path) -> None:
    class Killed(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell() > len(whole) // 2:
                raise KeyboardInterrupt
            return super().readline(size)

    path = tmp_path / "new.db"
    with Ledger.open(path) as ledger, pytest.raises(KeyboardInterrupt):
        Export(Killed(whole), name="in.jsonl", most_bytes=MOST).into(ledger)
    with sqlite3.connect(path) as connection:
        counts = [connection.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("captures", "events")]
    assert counts == [(0,), (0,)]
