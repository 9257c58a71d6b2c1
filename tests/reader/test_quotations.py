"""Quotation marks, apostrophes, and quotations over several paragraphs."""

from __future__ import annotations

import pytest

from sayso.reader.common.quotations import find_quotations
from sayso.reader.common.sentences import blocks_of


def found(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text, blocks_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no” and “yes”.", ["“no”", "“yes”"]),
        ('He said "no" and "yes".', ['"no"', '"yes"']),
        ("‘We lose,’ she said.", ["‘We lose,’"]),
        ("‘It is my son’s shoe,’ she said.", ["‘It is my son’s shoe,’"]),
        ("The workers’ union and the board's plan.", []),
        ("Il dit «non» hier.", ["«non»"]),
        ("''We go,'' he said.", ["''We go,''"]),
        ("A “quoted ‘inner’ word” here.", ["“quoted ‘inner’ word”"]),
        ('An inch is 1" and no more', []),
        ("A mark “left open here.", []),
    ],
)
def test_finds(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_runs_on_over_paragraphs() -> None:
    text = "“One.\n“Two,” he said."
    first, second = find_quotations(text, blocks_of(text))
    assert first.open
    assert not second.open
    assert (first.start, first.end) == (0, 5)
