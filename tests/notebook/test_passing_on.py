"""A reading goes to other tools as the JSON of the contract, or as a typed table of its claims."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import sys

import jsonschema
import msgspec
import pytest

import sayso
from made_readings import page
from measured_readings import measured
from sayso.nouns import to_json
from sayso.nouns.schema import json_schema


def made() -> sayso.Reading:
    said = ("2024-06-10", "2024-06-11")
    return sayso.Reading.of(page(outer="Guardian", place=("Korr", 32.9, 13.2), said=said)[1])


def test_the_dictionary_is_the_json_of_the_contract() -> None:
    reading = made()
    jsonschema.Draft202012Validator(json_schema("reading")).validate(reading.to_dict())
    assert reading.to_dict() == json.loads(
        to_json(page(outer="Guardian", place=("Korr", 32.9, 13.2), said=("2024-06-10", "2024-06-11"))[1])
    )
    assert json.loads(reading.to_json()) == reading.to_dict()
    assert "\n" not in reading.to_json()


def test_a_reading_comes_back_from_json_and_from_another_process() -> None:
    reading = made()
    assert sayso.Reading.from_json(reading.to_json()) == reading
    assert pickle.loads(pickle.dumps(reading)) == reading
    with pytest.raises(msgspec.ValidationError):
        sayso.Reading.from_json("{}")


def test_the_table_has_a_row_for_each_claim_with_its_chain() -> None:
    pytest.importorskip("pyarrow")
    reading = made()
    rows = reading.to_arrow().to_pylist()
    assert [row["claim"] for row in rows] == ["c1", "c2", "c3"]
    first = rows[0]
    assert first["speaker"] == "Rory Stewart"
    assert [(hop["speaker"], hop["cue"]) for hop in first["chain"]] == [
        ("Rory Stewart", "stated"),
        ("Guardian", "reported"),
    ]
    assert first["chain"][0]["said"]["from"] == dt.date(2024, 6, 10)
    assert first["quote"] == "the Vashti dam had failed near Korr"
    assert first["quantities"][0]["high"] == 2.5
    assert json.loads(first["places"][0]["geometry"]) == {"type": "Point", "coordinates": [13.2, 32.9]}
    assert [entity["name"] for entity in first["entities"]] == ["Vashti", "Korr"]
    assert first["document"]["outlet"] == "The Corvane Herald"
    assert rows[2]["chain"] == []
    assert rows[2]["speaker"] is rows[2]["quote"] is None


def test_the_columns_are_typed_whatever_is_in_them() -> None:
    pa = pytest.importorskip("pyarrow")
    from sayso.notebook.arrow import schema

    empty = sayso.read("").to_arrow()
    assert empty.num_rows == 0
    assert empty.schema == made().to_arrow().schema == schema()
    assert empty.schema.names == [
        "claim",
        "text",
        "status",
        "speaker",
        "chain",
        "quote",
        "start",
        "end",
        "quantities",
        "times",
        "places",
        "entities",
        "movement",
        "document",
        "checks",
    ]
    step = empty.schema.field("chain").type.value_type
    assert step.field("said").type.field("from").type == pa.date32()
    assert step.field("score").type == pa.float64()
    assert empty.schema.field("movement").type.field("from").type == pa.string()
    assert empty.schema.field("times").type.value_type.field("to").type == pa.date32()
    assert empty.schema.field("quantities").type.value_type.field("low").type == pa.float64()


def test_figures_and_movements_are_tables_too() -> None:
    pytest.importorskip("pyarrow")
    from sayso.notebook.arrow import schema

    reading = sayso.Reading.of(measured()[1])
    figures = reading.to_arrow("figures")
    assert figures.schema == schema("figures") == sayso.read("").to_arrow("figures").schema
    first, *_ = rows = figures.to_pylist()
    assert [row["quantity"]["id"] for row in rows] == ["q1", "q2", "q3", "q4", "q5"]
    assert (first["quantity"]["high"], first["quantity"]["of"], first["speaker"]) == (
        7000,
        "IS fighters",
        "Thomas Waldhauser",
    )
    assert first["times"][0]["rivals"][0]["from"] == dt.date(2018, 3, 1)
    assert [row["checks"][0]["verdict"] for row in rows if row["checks"]][-1] == "inconsistent"
    (moved,) = reading.to_arrow("movements").to_pylist()
    assert (moved["who"], moved["from"]["text"], moved["to"]["text"]) == ("the militants", "Syria", "Sirte")
    assert [place["text"] for place in moved["via"]] == ["Chad"]
    assert json.loads(moved["to"]["geometry"])["coordinates"] == [16.589, 31.209]


def test_a_reading_says_why() -> None:
    reading = sayso.Reading.of(measured()[1])
    found = reading.why("p2")
    assert found is not None
    assert [place.id for place in found.places] == ["p2", "p3"]
    assert found.text[found.spans[0][0] - found.sentence[0] :].startswith("25 miles east of")
    assert reading.why("p99") is None


def test_a_day_that_is_none_of_ours_is_null() -> None:
    pytest.importorskip("pyarrow")
    rows = sayso.Reading.of(page(said=("-0044-03-15", "10000-01-01"))[1]).to_arrow().to_pylist()
    assert rows[0]["chain"][0]["said"] == {"from": None, "to": None, "time": None}


def test_ids_of_nothing_are_left_out() -> None:
    pytest.importorskip("pyarrow")
    reading = msgspec.structs.replace(made(), attributions=(), quantities=(), entities=())
    first = reading.to_arrow().to_pylist()[0]
    assert first["chain"] == first["quantities"] == first["entities"] == []


def test_without_pyarrow_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'sayso\[arrow\]'"):
        made().to_arrow()
