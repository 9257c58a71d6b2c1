"""``sayso export`` and ``sayso import``, as people and programs use them."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from linked_readings import copies
from made_readings import page
from sayso.cli.main import run
from sayso.export import FORMATS, formats
from sayso.ledger import Ledger

Ask = Callable[..., tuple[int, str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "ledger.db"
    with Ledger.open(made) as ledger:
        for each in (*copies(2), page(source="other.html", title="Other")):
            ledger.add(*each)
    return made


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_written_to_a_file(ask: Ask, tmp_path: Path, format: str) -> None:
    out = tmp_path / f"out{FORMATS[format].suffix}"
    code, told, err = ask("export", format, "-o", str(out))
    assert (code, told, err) == (0, "", f"wrote {out}\n")
    assert out.stat().st_size > 40
    assert [each.name for each in tmp_path.iterdir() if each.name.endswith(".part")] == []


def test_standard_output_is_the_default(ask: Ask) -> None:
    code, out, err = ask("export", "csv")
    assert (code, err) == (0, "")
    assert out.startswith("claim,text,status,")
    assert ask("export", "csv", "-o", "-")[1] == out


def test_filters_and_names_choose(ask: Ask) -> None:
    every = len(ask("export", "csv")[1].splitlines())
    some = ask("export", "csv", "siren")[1].splitlines()
    assert 1 < len(some) < every
    assert len(ask("export", "csv", "--document", "other.html")[1].splitlines()) == 1 + 3
    assert len(ask("export", "csv", "--claim", "other.html#c1")[1].splitlines()) == 2
    assert len(ask("export", "csv", "--limit", "2")[1].splitlines()) == 3
    cluster = json.loads(ask("origins", "siren", "--json")[1])["cluster"]
    assert len(ask("export", "csv", "--cluster", cluster)[1].splitlines()) == 1 + 2


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (["xml"], 1, "SAY-120 xml: "),
        (["csv", "--claim", "other.html#c77"], 1, "SAY-068 "),
        (["csv", "--cluster", "k9999"], 1, "SAY-068 "),
        (["csv", "--said", "tomorrow"], 1, "SAY-001 "),
        (["csv", "-o", "/nowhere/at/all.csv"], 1, "SAY-122 "),
        (["html", "wordthatnobodysaid"], 1, "SAY-129 "),
    ],
)
def test_what_cannot_be_done_is_one_line(ask: Ask, arguments: list[str], code: int, line: str) -> None:
    got, out, err = ask("export", *arguments)
    assert (got, out) == (code, "")
    assert err.startswith(line)
    assert err.count("\n") == 1


def test_two_names_are_one_too_many(ask: Ask) -> None:
    code, _, err = ask("export", "csv", "--document", "other.html", "--cluster", "k1")
    assert code == 2
    assert "choose one of" in err


def test_a_terminal_is_spared_what_it_cannot_show(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    code, out, err = ask("export", "parquet")
    assert (code, out) == (1, "")
    assert err.startswith("SAY-123 ")


def test_a_missing_library_is_one_line(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats.importlib.util, "find_spec", lambda name: None)
    code, out, err = ask("export", "parquet")
    assert (code, out) == (1, "")
    assert err.endswith("pip install 'sayso[export]'\n")


def test_a_file_is_replaced_whole_or_not_at_all(ask: Ask, tmp_path: Path) -> None:
    out = tmp_path / "out.html"
    out.write_text("what was there")
    out.chmod(0o640)
    assert ask("export", "html", "wordthatnobodysaid", "-o", str(out))[0] == 1
    assert out.read_text() == "what was there"
    assert ask("export", "html", "-o", str(out))[0] == 0
    assert out.read_text().startswith("<!doctype html>")
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_a_link_goes_on_leading_to_the_file(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("")
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    assert ask("export", "csv", "-o", str(tmp_path / "link.csv"))[0] == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text().startswith("claim,")


@pytest.mark.skipif(not Path(os.devnull).is_char_device(), reason="a device of POSIX")
def test_a_device_is_written_to(ask: Ask) -> None:
    assert ask("export", "csv", "-o", os.devnull)[0] == 0
    assert Path(os.devnull).is_char_device()


def test_an_export_comes_back(ask: Ask, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, other = tmp_path / "all.jsonl", tmp_path / "other.db"
    assert ask("export", "jsonl", "-o", str(out))[0] == 0
    assert run(["import", str(out), "--ledger", str(other)], debug=False) == 0
    assert capsys.readouterr().out == "added 3 documents, 3 readings, 3 events; 0 documents known before\n"
    assert run(["import", str(out), "--json", "--ledger", str(other)], debug=False) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"schema": "sayso/imported/1", "documents": 0, "readings": 0, "events": 0, "known": 3}
    assert run(["export", "jsonl", "-o", str(tmp_path / "again.jsonl"), "--ledger", str(other)], debug=False) == 0
    assert (tmp_path / "again.jsonl").read_bytes() == out.read_bytes()


@pytest.mark.parametrize(
    ("content", "line"),
    [(None, "SAY-020 "), (b"", "SAY-124 "), (b"\x00\xff" * 100_000, "SAY-124 "), (b"[" * 100_000, "SAY-124 ")],
)
def test_what_is_no_export_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, line: str
) -> None:
    given = tmp_path / "in.jsonl"
    if content is not None:
        given.write_bytes(content)
    assert run(["import", str(given), "--ledger", str(tmp_path / "new.db")], debug=False) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(line)
    assert told.err.count("\n") == 1
    assert not (tmp_path / "new.db").exists()
