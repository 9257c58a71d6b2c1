"""What the pages on series and sources show is what the commands print."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from made_readings import page
from measured_readings import measured
from sayso.cli.main import run
from sayso.ledger import Ledger
from sayso.lexicon import load
from sayso.nouns import Capture, Quantity, Reading

DOCS = Path(__file__).resolve().parents[2] / "docs"
FIGURES = (DOCS / "how-to" / "figures.md").read_text(encoding="utf-8")
SERIES = (DOCS / "explanation" / "figures-in-series.md").read_text(encoding="utf-8")
SOURCES = (DOCS / "how-to" / "sources.md").read_text(encoding="utf-8")


def other() -> tuple[Capture, Reading]:
    """A page of another outlet with another figure for the same, from another speaker at another time."""
    what = "there were between 4,000 and 6,000 IS fighters in Libya"
    capture, reading = page(
        (("Ahmed al-Mismaari", "said", what),),
        title="Army counts",
        source="army.txt",
        outlet="The Kestrel",
        published="2017-11-02",
        said=("2017-10-31", "2017-10-31"),
    )
    at = reading.document.text.index("between")
    figure = Quantity(
        id="q1",
        start=at,
        end=at + len("between 4,000 and 6,000"),
        text="between 4,000 and 6,000",
        low=4000,
        high=6000,
        approximate=False,
        unit="people",
        of="IS fighters in Libya",
        kind="count",
    )
    return capture, msgspec.structs.replace(reading, quantities=(figure,))


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
    # what origins are called is told on another page
    printed, told = (
        [line.split() for line in text.splitlines() if line.strip() and not line.startswith("origin ")]
        for text in (capsys.readouterr().out, shown)
    )
    assert printed == told


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
