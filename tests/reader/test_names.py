"""Names by capitalisation: seats that stand for who sits there."""

from __future__ import annotations

import pytest

from plain_documents import document
from sayso.reader.rules import RulesReader


@pytest.mark.parametrize("seat", ["Downing Street", "The White House", "Scotland Yard", "Wall Street", "The Kremlin"])
def test_a_seat_that_speaks_is_a_body(seat: str) -> None:
    layers = RulesReader().read(document(f"{seat} said on Friday that the talks were over."))
    (attribution,) = layers.attributions
    assert attribution.source.text == seat
    assert attribution.source.kind == "group"
    assert next((m.text, m.type) for m in layers.mentions if m.form == "name") == (
        seat.removeprefix("The "),
        "organization",
    )


def test_a_street_of_the_same_kind_is_a_place() -> None:
    layers = RulesReader().read(document("The fire in Mill Street was out, Ida Roux said."))
    assert ("Mill Street", "place") in [(m.text, m.type) for m in layers.mentions]
