"""Questions that are kept: events of the record, the last one under a name holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.errors import ConfigError, LedgerError
from sayso.ledger import Ledger
from sayso.nouns.question import SavedQuestion


def asked(name: str, query: str) -> SavedQuestion:
    return SavedQuestion(name=name, query=query, by="Ines")


def test_the_last_question_under_a_name_holds(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        kept = ledger.save_question(asked("  The  dam ", "?q=dam&status=denied"))
        assert (kept.name, kept.query, kept.by) == ("The dam", "q=dam&status=denied", "Ines")
        ledger.save_question(asked("a ferry", "q=ferry"))
        ledger.save_question(asked("The dam", "q=dam"))
        assert [(each.name, each.query) for each in ledger.questions()] == [
            ("a ferry", "q=ferry"),
            ("The dam", "q=dam"),
        ]
        ledger.remove_question("The dam", by="Ines")
        assert [each.name for each in ledger.questions()] == ["a ferry"]
        assert [event.kind for event in ledger.events()] == ["question-saved"] * 3 + ["question-removed"]
        assert ledger.unlinked() == 0


@pytest.mark.parametrize(
    ("name", "query"), [(" ", "q=x"), ("x" * 81, "q=x"), ("a\x07b", "q=x"), ("x", "?"), ("x", "q" * 9000)]
)
def test_what_is_no_question_is_not_kept(tmp_path: Path, name: str, query: str) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger:
        with pytest.raises(ConfigError, match="SAY-001"):
            ledger.save_question(asked(name, query))
        assert ledger.questions() == ()


def test_only_what_is_kept_can_be_removed(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.db") as ledger, pytest.raises(LedgerError, match="SAY-068"):
        ledger.remove_question("nothing", by="Ines")
