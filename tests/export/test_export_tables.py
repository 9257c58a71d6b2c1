"""CSV and Parquet: the claims as tables, whatever the pages say."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carried_pages import carried, written
from linked_readings import RULES
from made_readings import page
from measured_readings import measured
from sayso.export.flat import write_csv
from sayso.export.rows import CELLS, Row
from sayso.ledger import Ledger, make_filters

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reference" / "formats"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    made = Ledger.open(tmp_path / "ledger.db")
    made.add(*measured())
    made.add(*page((("=cmd()", "said", "-1 plus @ten"),), title="+tricks", outlet="@outlet", source="tricks.html"))
    list(made.link(RULES))
    return made


def table(ledger: Ledger) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(written("csv", ledger).decode("utf-8"), newline="")))


def test_csv_has_a_line_a_claim_with_its_cluster_and_its_measures(ledger: Ledger) -> None:
    rows = table(ledger)
    assert list(rows[0]) == list(CELLS)
    assert len(rows) == sum(1 for _ in ledger.claims(make_filters()))
    fighters = next(row for row in rows if "fighters" in row["text"])
    assert fighters["speaker"] == "Thomas Waldhauser"
    assert fighters["figures"].startswith("5,000–7,000")
    assert (fighters["origins_low"], fighters["origins_high"], fighters["pages"]) == ("1", "1", "1")
    assert fighters["cluster"].startswith("k")


def test_csv_has_no_formulas(ledger: Ledger) -> None:
    rows = table(ledger)
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert "'=cmd()" in {row["speaker"] for row in rows}


def test_csv_of_nothing_has_its_heading(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "empty.db") as empty:
        assert written("csv", empty).decode() == ",".join(CELLS) + "\r\n"


@given(st.lists(st.fixed_dictionaries({"a": st.text(), "b": st.none() | st.integers(), "c": st.lists(st.text())})))
def test_csv_reads_back_as_what_was_written(rows: list[dict[str, object]]) -> None:
    out = io.StringIO(newline="")
    assert write_csv(rows, out) == len(rows)
    read = list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))
    for row, back in zip(rows, read, strict=True):
        text = str(row["a"])
        assert back["a"] in (text, f"'{text}")
        assert not back["a"].startswith(("=", "+", "-", "@"))


def test_parquet_is_typed_and_says_what_its_columns_mean(ledger: Ledger) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    read = parquet.read_table(io.BytesIO(written("parquet", ledger)))
    assert read.column_names == [field.name for field in pa.schema(read.schema)]
    assert read.schema.field("said_from").type == pa.date32()
    assert read.schema.field("start").type == pa.int64()
    assert pa.types.is_list(read.schema.field("figures").type)
    assert pa.types.is_struct(read.schema.field("movement").type)
    assert all((field.metadata or {}).get(b"description") for field in read.schema)
    assert read.schema.metadata[b"schema"] == b"sayso/claims-table/1"


def test_parquet_holds_the_claims_with_their_measures(ledger: Ledger) -> None:
    from pyarrow import parquet

    rows = parquet.read_table(io.BytesIO(written("parquet", ledger))).to_pylist()
    fighters = next(row for row in rows if "fighters" in row["text"])
    assert [(figure["low"], figure["high"]) for figure in fighters["figures"]] == [(5000.0, 7000.0)]
    assert all(isinstance(time["from"], dt.date) for row in rows for time in row["times"] if time["from"])
    moved = next(row for row in rows if row["movement"])
    assert moved["movement"]["from"]["text"] == "Syria"
    assert [stop["text"] for stop in moved["movement"]["via"]] == ["Chad"]
    regions = [place["geometry"] for row in rows for place in row["places"] if place["geometry"]]
    assert {json.loads(region)["type"] for region in regions} <= {"Polygon", "MultiPolygon", "Point"}
    assert regions


def test_parquet_of_nothing_is_a_table_without_rows(tmp_path: Path) -> None:
    from pyarrow import parquet

    with Ledger.open(tmp_path / "empty.db") as empty:
        assert parquet.read_table(io.BytesIO(written("parquet", empty))).num_rows == 0


def test_decisions_of_reviewers_reach_the_tables(examples: Path) -> None:
    with carried(examples) as ledger:
        assert "Ilinka <Petrova>" in {row["speaker"] for row in table(ledger)}


@pytest.mark.parametrize(("name", "columns"), [("csv", list(CELLS)), ("parquet", list(Row.__struct_fields__))])
def test_every_column_is_documented(name: str, columns: list[str]) -> None:
    told = (DOCS / f"{name}.md").read_text(encoding="utf-8")
    assert not [column for column in columns if f"| `{column}` |" not in told]
