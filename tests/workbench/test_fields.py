"""What forms bring: names on one line, reasons that somebody reads, and an answer that leads nowhere else."""

from __future__ import annotations

import pytest
from starlette.datastructures import FormData
from starlette.testclient import TestClient

from sayso.errors import ConfigError
from sayso.workbench.fields import field, name_of, reason, to
from sayso.workbench.safety.csrf import COOKIE, FIELD


def test_a_field_is_text_that_every_store_can_hold() -> None:
    form = FormData([("why", " a\x00b \ud800 "), ("none", "")])
    assert field(form, "why") == "a b ?"
    assert field(form, "none") == field(form, "missing") == ""


def test_names_and_reasons_have_a_length() -> None:
    assert name_of(" Ann \n Bell ") == "Ann Bell"
    assert len(name_of("x" * 5_000)) == 100
    assert reason(FormData([("why", "")])) is None
    with pytest.raises(ConfigError, match="SAY-001"):
        reason(FormData([("why", "x" * 2_001)]))


@pytest.mark.parametrize("address", ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", ""])
def test_nobody_is_led_to_another_site(address: str) -> None:
    assert to(address).headers["location"] == "/origins"


def test_a_question_keeps_its_parameters() -> None:
    assert to("/claims?q=dam", judged="3").headers["location"] == "/claims?q=dam&judged=3"


def test_a_reason_without_end_is_refused(reviewer: TestClient) -> None:
    reviewer.get("/claims")
    sent = {FIELD: reviewer.cookies[COOKIE], "source": "Nobody", "grade": "B", "why": "x" * 3_000}
    answer = reviewer.post("/grades", data=sent)
    assert answer.status_code == 400
    assert "SAY-001" in answer.text
