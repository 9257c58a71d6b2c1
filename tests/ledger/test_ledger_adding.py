"""What is put in stays in, once, and comes out as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from made_readings import DAM, Sentence, capture_of, page
from sayso.errors import LedgerError
from sayso.ledger import Added, Ledger, Recipe, Skipped, make_filters, reading_id
from sayso.nouns import Capture, Comment, Given, ReaderInfo, Reading, to_json


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        yield made


def recipe(capture: Capture, version: str = "1", *, profile: str = "rules", **given_values: str) -> Recipe:
    return Recipe.of(capture, given=Given(**given_values), profile=profile, version=version)  # type: ignore[arg-type]


def everything(ledger: Ledger) -> list[object]:
    """All that the tables hold, but for the shadow tables of the search index."""
    with ledger._dialect.reading() as connection:
        names = connection.exec_driver_sql(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name"
        ).all()
        return [(name, connection.exec_driver_sql(f"SELECT * FROM {name}").all()) for (name,) in names]


def test_a_reading_comes_out_as_it_was_put_in(ledger: Ledger) -> None:
    comment = Comment(author="http://x", text="Great!\x00", on=None, spam=True, score=0.9, reasons=("author is a URL",))
    capture, reading = page(outer="The Guardian", place=("Korr", 1.5, 2.5), comments=(comment,))
    added = ledger.add(capture, reading)
    assert added == Added(reading.document.id, reading_id(reading), 1)
    assert to_json(ledger.reading(reading.document.id)) == to_json(reading)
    assert list(ledger.readings()) == [reading]
    assert ledger.capture(capture.sha256).body == capture.body
    assert ledger.verify() == []


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    capture, reading = page()
    ledger.add(capture, reading, recipe=recipe(capture))
    before = everything(ledger)
    assert isinstance(ledger.add(capture, reading, recipe=recipe(capture)), Skipped)
    assert ledger.knows(capture, recipe(capture))
    assert everything(ledger) == before


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30)
sentences = st.lists(
    st.tuples(st.sampled_from(["Rory Stewart", "officials", "Ann Bell", None]), st.just("said"), words), max_size=5
)


@given(
    pages=st.lists(sentences, min_size=1, max_size=4),
    order=st.lists(st.integers(0, 3), min_size=1, max_size=12),
    title=st.none() | words,
)
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_of_adding_ends_in_the_same_ledger(
    tmp_path_factory: pytest.TempPathFactory, pages: list[list[Sentence]], order: list[int], title: str | None
) -> None:
    made = [page(tuple(each), title=title, source=f"{i}.html") for i, each in enumerate(pages)]
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "l.db") as ledger:
        for index in order:
            ledger.add(*made[index % len(made)])
        used = {index % len(made) for index in order}
        kept = {reading.document.id: reading for reading in ledger.readings()}
        assert kept == {made[i][1].document.id: made[i][1] for i in used}
        assert len(list(ledger.claims(make_filters()))) == sum(len(made[i][1].claims) for i in used)
        assert ledger.verify() == []


def test_where_and_when_the_bytes_were_met_is_no_other_reading(ledger: Ledger) -> None:
    capture, reading = page(body="<p>same</p>")
    ledger.add(capture, reading)
    elsewhere = msgspec.structs.replace(capture, source="copy.html", retrieved="2026-01-02T03:04:05Z")
    document = msgspec.structs.replace(reading.document, source="copy.html", capture=elsewhere.ref)
    assert isinstance(ledger.add(elsewhere, msgspec.structs.replace(reading, document=document)), Skipped)
    assert ledger.reading("copy.html") == reading  # both sightings lead to the document
    assert ledger.verify() == []


def test_a_fetched_page_is_seen_each_time_and_a_file_once(ledger: Ledger) -> None:
    for status, kept in ((200, 2), (None, 1)):
        for when in ("2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"):
            body = f"<p>{status}</p>"
            capture, reading = page(body=body, source="x")
            capture = capture_of(body, "x", status=status, retrieved=when)
            ledger.add(capture, reading)
        with ledger._dialect.reading() as connection:
            seen = connection.exec_driver_sql(
                "SELECT count(*) FROM sightings JOIN captures ON captures.id = capture_id WHERE sha256 = ?",
                (capture.sha256,),
            ).scalar_one()
        assert seen == kept


def test_a_newer_reading_is_shown_and_the_older_kept(ledger: Ledger) -> None:
    capture, old = page(body="<p>b</p>")
    _, new = page((("Ann Bell", "claimed", "all is well"),), body="<p>b</p>", version="2", title="Retitled")
    ledger.add(capture, old, recipe=recipe(capture))
    assert ledger.add(capture, new, recipe=recipe(capture, "2", outlet="X")) == Added(
        new.document.id, reading_id(new), 2
    )
    assert [c.text for c in ledger.claims(make_filters())] == ["All is well."]
    assert not list(ledger.claims(make_filters(query="Vashti")))
    assert not list(ledger.sources(make_filters(query="Stewart")))
    assert [d.title for d in ledger.documents(make_filters(query="retitled"))] == ["Retitled"]
    first, second = ledger.history(new.document.id)
    assert (first.version, first.current, first.claims) == ("1", False, 3)
    assert (second.version, second.current, second.claims) == ("2", True, 1)
    assert second.given.outlet == "X"
    assert ledger.reading(new.document.id, 1) == old
    assert ledger.reading(new.document.id) == new
    # the older reader again: nothing new comes of it
    assert isinstance(ledger.add(capture, old), Skipped)
    assert ledger.verify() == []


def test_each_reader_has_its_place_in_the_history(ledger: Ledger) -> None:
    capture, by_rules = page(body="<p>c</p>")

    def read_by(info: ReaderInfo) -> Reading:
        return msgspec.structs.replace(by_rules, reader=info)

    by_model = read_by(ReaderInfo(profile="model", version="1"))
    # rules that stood in for a model are not rules that were asked for, even where they say the same
    stood_in = read_by(ReaderInfo(profile="rules", version="1", instead_of="model", why="SAY-080 its language is de"))
    for number, reading in enumerate((by_rules, by_model, stood_in), start=1):
        assert ledger.add(capture, reading) == Added(reading.document.id, reading_id(reading), number)
        assert ledger.reading(reading.document.id) == reading
        assert len(list(ledger.claims(make_filters()))) == len(reading.claims)
    assert isinstance(ledger.add(capture, by_model), Skipped)
    assert ledger.reading(by_model.document.id) == stood_in
    profiles = [(v.profile, v.version, v.current) for v in ledger.history(by_model.document.id)]
    assert profiles == [("rules", "1", False), ("model", "1", False), ("rules", "1", True)]
    assert [to_json(ledger.reading(by_model.document.id, n)) for n in (1, 2)] == [to_json(by_rules), to_json(by_model)]
    assert ledger.verify() == []


def test_another_recipe_is_not_known(ledger: Ledger) -> None:
    capture, reading = page()
    ledger.add(capture, reading, recipe=recipe(capture))
    assert not ledger.knows(capture, recipe(capture, "2"))
    assert not ledger.knows(capture, recipe(capture, profile="model"))
    assert not ledger.knows(capture, recipe(capture, outlet="Y"))
    assert not ledger.knows(capture_of("other"), recipe(capture))


def test_what_happened_can_be_followed(ledger: Ledger) -> None:
    ledger.add(*page(source="1"))
    (first,) = ledger.events()
    _, reading = page(source="2")
    ledger.add(*page(source="2"))
    (second,) = ledger.events(after=first.number)
    assert second.kind == "reading-added"
    assert second.subject == reading.document.id


@pytest.mark.parametrize("table", ["captures", "sightings", "readings", "runs", "events"])
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET {}"])
def test_the_record_cannot_be_changed(ledger: Ledger, table: str, statement: str, tmp_path: Path) -> None:
    capture, reading = page()
    ledger.add(capture, reading, recipe=recipe(capture))
    column = {"captures": "size = 1", "readings": "claims = 0", "runs": "number = 9"}.get(table, "at = ''")
    column = "source = 'x'" if table == "sightings" else column
    with sqlite3.connect(tmp_path / "ledger.db") as raw, pytest.raises(sqlite3.IntegrityError, match="never changed"):
        raw.execute(statement.format(table, column))
    raw.close()


def test_a_reading_of_other_bytes_is_refused(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="not made from this capture"):
        ledger.add(capture_of("other"), page()[1])


def test_verify_finds_an_index_that_says_something_else(ledger: Ledger, tmp_path: Path) -> None:
    ledger.add(*page())
    with sqlite3.connect(tmp_path / "ledger.db") as raw:
        raw.execute("UPDATE claims SET status = 'denied' WHERE ident = 'c1'")
    raw.close()
    (fault,) = ledger.verify()
    assert "other claims than its reading" in fault


def test_verify_finds_a_record_that_is_damaged(ledger: Ledger, tmp_path: Path) -> None:
    _, reading = page()
    ledger.add(*page())
    with sqlite3.connect(tmp_path / "ledger.db") as raw:
        for table in ("readings", "captures"):
            raw.execute(f"DROP TRIGGER {table}_keeps_update")
        raw.execute("UPDATE readings SET body = x'00'")
        raw.execute("UPDATE captures SET warc = x'00'")
    raw.close()
    assert len(ledger.verify()) == 2
    with pytest.raises(LedgerError) as caught:
        ledger.reading(reading.document.id)
    assert caught.value.code == "SAY-066"


def test_a_failure_in_the_middle_leaves_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> object:
        yield from ()
        raise KeyboardInterrupt

    ledger.add(*page(source="1"))
    before = everything(ledger)
    second = page(source="2")
    with monkeypatch.context() as patched:
        patched.setattr("sayso.ledger.write.index_rows", fail)
        with pytest.raises(KeyboardInterrupt):
            ledger.add(*second)
    assert everything(ledger) == before
    ledger.add(*page(source="2"))
    assert ledger.verify() == []


def test_empty_and_odd_readings_can_be_stored(ledger: Ledger) -> None:
    capture, reading = page((), title=None, outlet=None, published=None)
    ledger.add(capture, reading)
    odd, read = page((("Ann Bell", "said", "nul \x00 here"),), title="T\x00", published="someday", source="odd")
    ledger.add(odd, read)
    assert ledger.reading("odd") == read
    assert len(list(ledger.claims(make_filters(query="nul")))) == 1
    assert ledger.verify() == []


def test_dam_is_as_the_tests_think() -> None:
    _, reading = page(DAM, outer="The Guardian")
    assert isinstance(reading, Reading)
    text = reading.document.text
    for attribution in reading.attributions:
        for start, end in attribution.content.spans:
            assert text[start:end] == attribution.content.text
    for mention in reading.mentions:
        assert text[mention.start : mention.end] == mention.text
