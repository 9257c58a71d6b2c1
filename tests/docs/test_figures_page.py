"""What the page on figures, movements and derivations shows is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from measured_readings import measured
from sayso.cli.main import run
from sayso.ledger import Ledger

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "how-to" / "figures.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger") / "ledger.db"
    with Ledger.open(made) as ledger:
        ledger.add(*measured())
    return made


@pytest.mark.parametrize(
    ("number", "command"),
    [
        (0, ["figures", "--of", "fighters"]),
        (1, ["movements", "--to", "Libya"]),
        (2, ["why", "a460a59a#t1"]),
    ],
)
def test_what_is_shown_is_printed(
    path: Path, capsys: pytest.CaptureFixture[str], number: int, command: list[str]
) -> None:
    shown = re.findall(r"```text\n(.+?)```", PAGE, re.DOTALL)[number]
    assert run([*command, "--ledger", str(path)], debug=False) == 0
    assert capsys.readouterr().out.split() == shown.split()


def test_the_commands_that_are_shown_run(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^\$ sayso ((?:figures|movements|claims|why) [^#|>\n]*(?:#[a-z]\d)?)", PAGE, re.MULTILINE)
    assert len(commands) > 12
    for command in commands:
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command)]
        assert run([*words, "--ledger", str(path)], debug=False) == 0, command
    assert "SAY-" not in capsys.readouterr().err
