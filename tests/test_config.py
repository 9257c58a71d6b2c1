"""The settings: read once, frozen, all faults told at once, and documented as they are."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from sayso.config import Settings, table
from sayso.errors import ConfigError


def test_the_defaults_hold_where_nothing_is_set() -> None:
    assert Settings.load({}) == Settings()
    assert Settings.load({"SAYSO_MAX_BYTES": " "}).max_bytes == 20_000_000


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    given = {
        "SAYSO_MAX_BYTES": "1_000_000",
        "SAYSO_MAX_DECODED_BYTES": "2000000",
        "SAYSO_TIMEOUT_SECONDS": "2.5",
        "SAYSO_DELAY_SECONDS": "0",
        "SAYSO_USER_AGENT": "desk/1.0 (desk@example.org)",
        "SAYSO_PAGE_SECONDS": "3",
        "SAYSO_PAGE_MEMORY_MB": "512",
        "SAYSO_LEDGER": str(tmp_path / "kept.db"),
        "SAYSO_GAZETTEER": str(tmp_path / "places.db"),
        "SAYSO_VAGUE_NUMBERS": "acled",
        "SAYSO_TLP": "green",
        "SAYSO_UPLOAD_BYTES": "1_000",
        "SAYSO_UPLOAD_PAGES": "3",
        "SAYSO_ADDS_PER_HOUR": "5",
        "SAYSO_TOKEN": "not to be guessed",
        "SAYSO_LEXICON": str(tmp_path),
    }
    assert set(given) == {Settings.variable(field.name) for field in dataclasses.fields(Settings)}
    assert Settings.load(given) == Settings(
        max_bytes=1_000_000,
        max_decoded_bytes=2_000_000,
        timeout_seconds=2.5,
        delay_seconds=0.0,
        user_agent="desk/1.0 (desk@example.org)",
        page_seconds=3.0,
        page_memory_mb=512,
        ledger=tmp_path / "kept.db",
        gazetteer=tmp_path / "places.db",
        vague_numbers="acled",
        tlp="green",
        upload_bytes=1_000,
        upload_pages=3,
        adds_per_hour=5,
        token="not to be guessed",
        lexicon=tmp_path,
    )


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        Settings.load(
            {
                "SAYSO_MAX_BYTES": "much",
                "SAYSO_TIMEOUT_SECONDS": "nan",
                "SAYSO_PAGE_MEMORY_MB": "1",
                "SAYSO_USER_AGENT": "a\r\nCookie: b",
                "SAYSO_LEXICON": "/no/such/folder",
                "SAYSO_DELAY_SECONDS": "1",
            }
        )
    error = caught.value
    assert error.code == "SAY-001"
    assert set(re.findall(r"SAYSO_[A-Z_]+(?==)", str(error))) == {
        "SAYSO_MAX_BYTES",
        "SAYSO_TIMEOUT_SECONDS",
        "SAYSO_PAGE_MEMORY_MB",
        "SAYSO_USER_AGENT",
        "SAYSO_LEXICON",
    }
    assert "\n" not in str(error)


def test_settings_do_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().max_bytes = 1  # type: ignore[misc]


def test_the_page_of_the_documentation_is_the_table_of_the_code() -> None:
    page = Path(__file__).parent.parent / "docs" / "reference" / "settings.md"
    text = page.read_text(encoding="utf-8")
    assert table() in text, "docs/reference/settings.md: put the output of sayso.config.table() there"
