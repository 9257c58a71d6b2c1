"""What a time is told from, which way the clause looks, and what is left open."""

from __future__ import annotations

import pytest
from scenes import page, times, values

from sayso.measures.times import find_times
from sayso.reader.rules import RulesReader


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("They will meet on Friday.", "2024-06-14"),
        ("They met on Friday.", "2024-06-07"),
        ("The talks are due to begin on Monday.", "2024-06-17"),
        ("In March the board decided.", "2024-03"),
        ("In March the board will decide.", "2025-03"),
        ("The deadline is 1 July.", "2024-07-01"),
        ("A complaint was announced for Monday.", "2024-06-17"),
        ("On Wednesday it rained.", "2024-06-12"),
    ],
)
def test_tense_tells_past_from_future(sentence: str, value: str) -> None:
    (found,) = times(sentence)
    assert found.value == value
    assert found.anchor == "published 2024-06-12"


def test_where_the_verb_leaves_it_open_both_readings_are_kept() -> None:
    (found,) = times("A meeting, Thursday.")
    days = {found.value, *(rival.value for rival in found.rivals)}
    assert days == {"2024-06-06", "2024-06-13"}
    assert found.score + sum(rival.score for rival in found.rivals) == pytest.approx(1, abs=0.01)


def test_figures_in_either_order_keep_both_readings() -> None:
    (found,) = times("The deal of 03/04/2017.")
    assert {found.value, found.rivals[0].value} == {"2017-04-03", "2017-03-04"}
    assert found.rivals[0].why


def test_another_date_of_the_page_decides_the_order() -> None:
    assert values("Signed on 03/04/2017, sealed on 25/12/2016.")[0][1] == "2017-04-03"
    assert values("Signed on 03/04/2017, sealed on 12/25/2016.")[0][1] == "2017-03-04"


def test_the_domain_decides_the_order() -> None:
    assert times("The deal of 03/04/2017.", url="https://police.gov/1")[0].value == "2017-03-04"
    assert times("The deal of 03/04/2017.", url="https://courier.co.uk/1")[0].value == "2017-04-03"


HISTORY = (
    "In 1917 the army crossed the river. In March it took the town, and by May the valley. Two months later the war "
    "reached the coast. On 9 November the king fled; the next day the fleet gave up. The following year brought peace."
)


@pytest.mark.parametrize("published", ["2009-12-19", None])
def test_a_narrative_goes_on_from_its_own_times(published: str | None) -> None:
    assert [value for _, value in values(HISTORY, published)] == [
        "1917",
        "1917-03",
        "1917-05",
        "1917-07",
        "1917-11-09",
        "1917-11-10",
        "1918",
    ]


def test_years_before_the_common_era_go_on_too() -> None:
    text = "The siege of 218 BC was long. In 216 the town fell, and the following year it burnt."
    assert [value for _, value in values(text, None)] == ["BC0218", "BC0216", "BC0215"]
    assert all(time.from_ is None for time in times(text, None))


def test_a_report_compares_quarters() -> None:
    text = "Profit rose in the third quarter of 2023. A year earlier it fell. The year-ago quarter was poor."
    assert [value for _, value in values(text)] == ["2023-Q3", "2022-Q3", "2022-Q3"]


def test_without_a_date_what_is_relative_stays_symbolic() -> None:
    found = times("He came on Tuesday, in October, yesterday, last week, at 3 p.m. and two days ago.", None)
    assert [time.value for time in found] == ["XXXX-WXX-2", "XXXX-10", None, None, "XXXX-XX-XXT15:00", None]
    assert all(time.from_ is None and time.to is None and time.anchor is None for time in found)


def test_a_page_that_claims_a_future_date_is_read_like_any_other() -> None:
    assert values("It fell on Friday; it opens in March 2090.", "2090-01-05") == [
        ("Friday", "2089-12-30"),
        ("March 2090", "2090-03"),
    ]


def test_a_vague_step_is_not_reckoned() -> None:
    (found,) = times("It fell some years ago.")
    assert (found.value, found.from_, found.direction) == ("PAST_REF", None, "past")


def test_steps_are_told_in_order() -> None:
    (found,) = times("It fell in October.", "2017-10-28")
    assert found.derivation[0] == "anchor: published 2017-10-28"
    assert found.derivation[-1] == "2017-10-01 to 2017-10-31"
    assert found.granularity == "month"
    assert found.rule == "month"


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("“We will vote tomorrow,” Rosa Klein said on Monday.", "tomorrow", "2024-06-11"),
        ("On 3 May 2021 Rosa Klein said: “We left yesterday.”", "yesterday", "2021-05-02"),
        ("“We will vote tomorrow,” Rosa Klein said.", "tomorrow", "2024-06-13"),
    ],
)
def test_a_quotation_is_told_from_the_day_on_which_it_was_said(text: str, words: str, value: str) -> None:
    made = page(text)
    found = {time.text: time for time in find_times(made, RulesReader().read(made))}
    assert found[words].value == value


def test_without_a_page_date_the_dateline_gives_it() -> None:
    found = times("VARNA, 3 May 2021 (Tidewire) – The port was shut on Monday and opens tomorrow.", None)
    assert [(time.value, time.anchor) for time in found[1:]] == [
        ("2021-05-03", "dateline 2021-05-03"),
        ("2021-05-04", "dateline 2021-05-03"),
    ]


def test_the_derivation_names_the_word_that_tells_the_direction() -> None:
    (found,) = times("The talks are due to begin on Monday.")
    assert "the clause looks forward (due)" in found.derivation
