"""Which reader reads a document, and what becomes of one that the chosen reader cannot read."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from plain_documents import document
from sayso import plugins
from sayso.cli.main import cli
from sayso.document.extracted import Extracted
from sayso.errors import ReaderError
from sayso.nouns import Document, ReaderInfo, Reading, from_json, to_json
from sayso.pipeline import interpret
from sayso.reader.common.spoken import require_language
from sayso.reader.layers import Layers
from sayso.reader.rules import RulesReader

GERMAN = (
    "Der Bürgermeister von Altstadt sagte am Montag, dass die Brücke über den Fluss bis zum Freitag gesperrt bleibt. "
    "Nach Angaben der Polizei ist niemand verletzt worden, und die Schule wird am Dienstag wieder geöffnet.\n"
)


class EnglishOnly:
    """A reader that turns down what is not English, and can fail otherwise."""

    profile = "english"
    version = "7"

    def __init__(self, code: str | None = None) -> None:
        self.code = code

    def read(self, document: Document) -> Layers:
        require_language(document, {"en"})
        if self.code:
            raise ReaderError(self.code, document.source)
        return RulesReader().read(document)


def in_language(text: str, language: str | None) -> Extracted:
    return Extracted(document=msgspec.structs.replace(document(text), language=language))


def test_the_chosen_reader_reads_its_own_language() -> None:
    assert interpret(in_language("He said so.", "en"), EnglishOnly()).reader == ReaderInfo(
        profile="english", version="7"
    )


def test_another_language_is_read_with_the_rules_and_marked() -> None:
    reading = interpret(in_language(GERMAN, "de"), EnglishOnly())
    assert reading.reader == ReaderInfo(
        profile=plugins.FALLBACK_PROFILE,
        version=RulesReader.version,
        instead_of="english",
        why="SAY-080 its language is de; the reader reads en",
    )
    assert reading.document.sentences


@pytest.mark.parametrize("text", ["Ja.", "1 2 3 4 5 " * 100])
def test_a_declared_language_that_hardly_shows_turns_nothing_down(text: str) -> None:
    assert interpret(in_language(text, "de"), EnglishOnly()).reader == ReaderInfo(profile="english", version="7")


def test_an_unknown_language_turns_nothing_down() -> None:
    assert interpret(in_language(GERMAN, None), EnglishOnly()).reader == ReaderInfo(profile="english", version="7")


def test_any_other_failure_of_a_reader_is_its_own() -> None:
    with pytest.raises(ReaderError, match=r"SAY-083 case\.txt"):
        interpret(in_language("He said so.", "en"), EnglishOnly("SAY-083"))


def test_the_fallback_reader_does_not_stand_in_for_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(EnglishOnly, "profile", plugins.FALLBACK_PROFILE)
    with pytest.raises(ReaderError, match=r"SAY-080 case\.txt"):
        interpret(in_language(GERMAN, "de"), EnglishOnly())


def test_the_command_line_marks_such_a_page(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(plugins, "load_reader", lambda profile: EnglishOnly())
    page = tmp_path / "seite.txt"
    page.write_text(GERMAN * 3, encoding="utf-8")
    done = CliRunner().invoke(cli, ["read", "--text", "--json", str(page)])
    assert json.loads(done.output)["reader"]["instead_of"] == "english"
    shown = CliRunner().invoke(cli, ["read", "--text", str(page)])
    assert "read with rules instead of english" in " ".join(shown.output.split())


def test_a_reading_that_was_written_and_read_again_is_the_same() -> None:
    text = (
        "Output tripled to 900 barrels a day, 3 times that of last year. Of 40 trucks 12, or 30 percent, left Brell on "
        "Monday for Libya. The camp lies 25 miles east of Sirte, at 31.2 N, 16.6 E, she said."
    )
    reading = interpret(in_language(text, "en"), RulesReader())
    assert any(quantity.change for quantity in reading.quantities)
    once = to_json(reading)
    assert to_json(from_json(Reading, once)) == once
