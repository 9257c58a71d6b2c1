"""What the pages on series and sources show is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from measured_readings import measured
from sayso.cli.main import run
from sayso.ledger import Ledger
from sayso.lexicon import load
from sayso.nouns import Capture, Reading, from_json, to_json

DOCS = Path(__file__).resolve().parents[2] / "docs"
FIGURES = (DOCS / "how-to" / "figures.md").read_text(encoding="utf-8")
SERIES = (DOCS / "explanation" / "figures-in-series.md").read_text(encoding="utf-8")
SOURCES = (DOCS / "how-to" / "sources.md").read_text(encoding="utf-8")


def other() -> tuple[Capture, Reading]:
    """The page again as another outlet has it: with other numbers, through another speaker."""
    capture, reading = measured(source="general.txt", published="2017-11-02", outlet="The Kestrel")
    words = {"between 5,000 and 7,000": "between 4,000 and 6,000", "Thomas Waldhauser": "Ahmed al-Mismaari"}
    text = to_json(reading).decode("utf-8").replace('"low":5000,"high":7000', '"low":4000,"high":6000')
    body = capture.body.decode("utf-8")
    for old, new in words.items():
        assert len(old) == len(new)
        text, body = text.replace(old, new), body.replace(old, new)
    made = Capture.of(body.encode("utf-8"), media_type=capture.media_type, source="general.txt")
    return made, from_json(Reading, text.replace(capture.sha256, made.sha256))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("ledger") / "ledger.db"
    with Ledger.open(made) as ledger:
        ledger.add(*measured())
        ledger.add(*other())
        list(ledger.link())
    return made


def test_the_series_that_is_shown_is_printed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = re.findall(r"```text\n(.+?)```", FIGURES, re.DOTALL)[-1]
    command = ["figures", "IS fighters in Libya", "--policy", "min-max", "--ledger", str(path)]
    assert run(command, debug=False) == 0
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    # what origins are called is told elsewhere: that column is left out here
    assert [line[: len(told)] for line, told in zip(printed, map(str.split, shown.splitlines()), strict=False)] == [
        line.split() for line in shown.splitlines()
    ]


def test_the_commands_that_are_shown_run(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commands = re.findall(r"^\$ sayso ((?:sources|rate) [^|>\n]*)", SOURCES, re.MULTILINE)
    assert len(commands) >= 6
    for command in commands:
        words = [word.strip('"') for word in re.findall(r'"[^"]*"|\S+', command.partition("#")[0])]
        words = ["Thomas Waldhauser" if word == "Goran Ristevski" else word for word in words]
        assert run([*words, "--ledger", str(path)], debug=False) == 0, command
    assert "SAY-" not in capsys.readouterr().err


def test_every_policy_and_every_grade_is_explained() -> None:
    assert [name for name in load("figure_policies.yaml")["policies"] if f"`{name}`" not in SERIES] == []
    for letter, grade in load("admiralty.yaml")["reliability"].items():
        assert re.search(
            rf"^\| {letter} \| (reliability )?{grade['label'].removeprefix('reliability ')}:", SOURCES, re.M
        )
