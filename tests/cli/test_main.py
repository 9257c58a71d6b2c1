"""The command line as a whole: it starts light, says one line for an error, and keeps data apart from messages."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner

from made_readings import page
from sayso.cli.main import COMMANDS, cli, run
from sayso.ledger import Ledger
from sayso.nouns.schema import json_schema
from sayso.origins.linker import Tools

MODEL = ("onnxruntime", "tokenizers", "numpy")
HEAVY = ("lxml", "trafilatura", "sqlalchemy", "alembic", "rich", "httpx", "yaml", "charset_normalizer", *MODEL)


def sayso(*arguments: str, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sayso.cli.main", *arguments], input=stdin, capture_output=True, check=False
    )


def imported(code: str, *modules: str) -> list[str]:
    """Which of the modules a new process has imported after running the code."""
    code = f"import sys; {code}; print([m for m in {modules!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    found: list[str] = ast.literal_eval(done.stdout.splitlines()[-1])
    return found


def test_help_imports_nothing_heavy() -> None:
    assert imported("from sayso.cli.main import run; run(['--help'], debug=True)", *HEAVY) == []


LIGHT = (
    ["read", "--help"],
    ["add", "--help"],
    ["errors"],
    ["errors", "SAY-081"],
    ["schema"],
    ["schema", "claims"],
    ["claims"],
    ["documents", "--json"],
    ["sources", "--csv"],
    ["figures"],
    ["movements", "--json"],
    ["why", "page.html#c1"],
    ["origins"],
    ["compare", "--help"],
    ["judge", "--list"],
)


def test_only_reading_imports_what_runs_the_model(tmp_path: Path) -> None:
    ledger = str(tmp_path / "ledger.db")
    with Ledger.open(ledger) as made:
        made.add(*page())
        list(made.link(Tools()))  # as adding does; whoever asks for what was not linked yet waits for the model
    asking = ("claims", "documents", "sources", "figures", "movements", "why", "origins", "judge")
    commands = [[*c, "--ledger", ledger] if c[0] in asking else c for c in LIGHT]
    code = f"from sayso.cli.main import run; assert not any(run(c, debug=True) for c in {commands!r})"
    assert imported(code, *MODEL) == []


def test_a_machine_that_cannot_run_the_model_is_told_so_in_a_line(examples: Path) -> None:
    page = str(examples / "01-dam-failure" / "03-harbour.txt")
    run_it = f"from sayso.cli.main import run; run(['read', {page!r}], debug=False)"
    code = f"import sys; sys.modules['onnxruntime'] = None; {run_it}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr.startswith("SAY-083 model: ")
    assert "--profile rules" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_process_that_takes_pages_apart_has_no_model() -> None:
    code = "from sayso.document import build, worker; worker._warm_up()"
    assert imported(code, "onnxruntime", "tokenizers", "lxml") == ["lxml"]


def test_help_names_every_command() -> None:
    shown = CliRunner().invoke(cli, ["--help"]).output
    assert all(f"\n  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str) -> None:
    done = CliRunner().invoke(cli, [name, "--help"])
    assert done.exit_code == 0
    assert len(done.output.splitlines()) > 3


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    done = sayso("read", str(tmp_path / "none.html"))
    assert done.returncode == 1
    assert done.stdout == b""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("SAY-020 ")


def test_an_unknown_profile_is_one_line(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(examples), "--profile", "oracle"], debug=False) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("SAY-002 oracle: ")


def test_a_date_that_is_none_is_one_line(examples: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(examples), "--published", "yesterday"], debug=False) == 1
    assert capsys.readouterr().err.startswith("SAY-001 --published yesterday: ")


def test_output_follows_the_schema(examples: Path) -> None:
    done = sayso("read", "--json", str(examples / "01-dam-failure"))
    assert done.returncode == 0, done.stderr.decode()
    lines = done.stdout.decode("utf-8").splitlines()
    assert len(lines) == 7
    validator = jsonschema.Draft202012Validator(json_schema("reading"))
    for line in lines:
        reading = json.loads(line)
        validator.validate(reading)
        text = reading["document"]["text"]
        for layer in ("mentions", "times", "quantities"):
            assert all(text[x["start"] : x["end"]] == x["text"] for x in reading[layer])


def test_standard_input_is_read() -> None:
    page = (
        b"<html><body><h1>Rain</h1><p>The mayor, Ida Roux, said on Monday that the bridge was closed.</p></body></html>"
    )
    done = sayso("read", "--json", "-", stdin=page)
    assert done.returncode == 0, done.stderr.decode()
    assert "the bridge was closed" in json.loads(done.stdout)["document"]["text"]


def test_a_fault_of_our_own_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the floor gave way")

    monkeypatch.setattr("sayso.cli.schema.json_schema", broken)
    assert run(["schema"], debug=False) == 1
    assert capsys.readouterr().err.startswith("SAY-099 RuntimeError: the floor gave way; ")
    with pytest.raises(RuntimeError):
        run(["schema"], debug=True)


def test_nothing_that_is_shown_can_steer_the_terminal(examples: Path) -> None:
    page = examples / "12-grain-forecast" / "02-plainsman-precise.html"
    done = sayso("read", str(page), "--outlet", "The\x1b[2J\u202e Herald")
    assert done.returncode == 0, done.stderr.decode()
    assert b"Herald" in done.stdout
    assert b"\x1b" not in done.stdout
    assert "\u202e" not in done.stdout.decode()
