"""What is found, and what it says: words and TIMEX3 value, on a page of Wednesday, 12 June 2024."""

from __future__ import annotations

import pytest
from scenes import times, values


@pytest.mark.parametrize(
    ("sentence", "words", "value"),
    [
        # days, in all orders
        ("They met on the 3rd of May.", "the 3rd of May", "2024-05-03"),
        ("They met on May 3rd, 2021.", "May 3rd, 2021", "2021-05-03"),
        ("They met on Friday, 7 June.", "Friday, 7 June", "2024-06-07"),
        ("They met on Sept. 11, 2001.", "Sept. 11, 2001", "2001-09-11"),
        ("They met on 25/12/2016.", "25/12/2016", "2016-12-25"),
        ("They met on 2024-01-31.", "2024-01-31", "2024-01-31"),
        # months, seasons, quarters, years and more
        ("It opened in Nov. 2019.", "Nov. 2019", "2019-11"),
        ("It opened in the summer of 2015.", "the summer of 2015", "2015-SU"),
        ("It opened last winter.", "last winter", "2023-WI"),
        ("Profit rose in Q4 2023.", "Q4 2023", "2023-Q4"),
        ("Profit rose in the second half of 2019.", "the second half of 2019", "2019-H2"),
        ("Profit rose in last year's third quarter.", "last year's third quarter", "2023-Q3"),
        ("It was built in nineteen ninety-six.", "nineteen ninety-six", "1996"),
        ("It was built in the sixties.", "the sixties", "196"),
        ("It was built in the 20th century.", "the 20th century", "19"),
        ("It was built in 44 BC.", "44 BC", "BC0044"),
        ("It was built in the 470s BC.", "the 470s BC", "BC047"),
        # told from the page's day
        ("It rained the day before yesterday.", "the day before yesterday", "2024-06-10"),
        ("It will rain the day after tomorrow.", "the day after tomorrow", "2024-06-14"),
        ("It rained last night.", "last night", "2024-06-11TNI"),
        ("It will rain tomorrow morning.", "tomorrow morning", "2024-06-13TMO"),
        ("It rained in October last year.", "October last year", "2023-10"),
        ("It rained two weeks ago.", "two weeks ago", "2024-W22"),
        ("It will rain in two days' time.", "two days' time", "2024-06-14"),
        ("The price has doubled since this time last year.", "this time last year", "2023-06"),
        ("Output is triple that of this time a year ago.", "this time a year ago", "2023-06"),
        ("It rained at the weekend, so the weekend was wet.", "the weekend", "2024-W23-WE"),
        # holidays
        ("It was signed on Good Friday 2024.", "Good Friday 2024", "2024-03-29"),
        ("It was signed on Thanksgiving Day 2023.", "Thanksgiving Day 2023", "2023-11-23"),
        ("It was signed on Memorial Day 2023.", "Memorial Day 2023", "2023-05-29"),
        ("It was signed two days before Christmas 2020.", "two days before Christmas 2020", "2020-12-23"),
        # times of day
        ("It closed at 5.30 p.m. GMT.", "5.30 p.m. GMT", "2024-06-12T17:30Z"),
        ("It closed at half past six.", "half past six", "2024-06-12T06:30"),
        ("It closed at ten to seven.", "ten to seven", "2024-06-12T06:50"),
        ("It closes at ten o'clock tonight.", "ten o'clock tonight", "2024-06-12T22:00"),
        ("It closed at 10 p.m. Tuesday.", "10 p.m. Tuesday", "2024-06-11T22:00"),
        # lengths, sets, references
        ("It took three and a half years.", "three and a half years", "P3Y6M"),
        ("It took 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
        ("It took half a day.", "half a day", "PT12H"),
        ("It took several weeks.", "several weeks", "PXW"),
        ("It was a two-week strike.", "two-week", "P2W"),
        ("He calls every Monday.", "every Monday", "XXXX-WXX-1"),
        ("He calls every two weeks.", "every two weeks", "P2W"),
        ("A few months earlier he called.", "A few months earlier", "PAST_REF"),
        ("He has recently called.", "recently", "PAST_REF"),
    ],
)  # fmt: skip
def test_expression(sentence: str, words: str, value: str) -> None:
    assert (words, value) in values(sentence)


@pytest.mark.parametrize(
    ("sentence", "relation", "first", "last"),
    [
        ("It opened in mid-2017.", "mid", "2017-05-01", "2017-08-31"),
        ("It opened at the end of the year.", "late", "2024-09-01", "2024-12-31"),
        ("It opened earlier in June.", None, "2024-06-01", "2024-06-30"),
        ("It has been open since 2014.", "after", "2014-01-01", "2014-12-31"),
        ("It will be open until Friday.", "before", "2024-06-14", "2024-06-14"),
        ("It opened around 1910.", "about", "1910-01-01", "1910-12-31"),
        ("It was open from March to May 2015.", None, "2015-03-01", "2015-05-31"),
        ("It was open between 2018 and 2020.", None, "2018-01-01", "2020-12-31"),
        ("It was open in 1914-18.", None, "1914-01-01", "1918-12-31"),
        ("It was open on 11-13 December 2016.", None, "2016-12-11", "2016-12-13"),
        ("It was open for the past three months.", None, "2024-03-12", "2024-06-12"),
        ("It was open for the first five months of this year.", None, "2024-01-01", "2024-05-31"),
        ("It was open in the last week of August 2020.", None, "2020-08-25", "2020-08-31"),
    ],
)
def test_interval(sentence: str, relation: str | None, first: str, last: str) -> None:
    (found,) = times(sentence)
    assert (found.relation, found.from_, found.to) == (relation, first, last)


@pytest.mark.parametrize(
    "sentence",
    [
        "It made 100,000 barrels per day.",
        "It sold 100,000 barrels a day.",
        "It costs 300 dollars a month.",
        "Theresa May spoke first.",
        "May we go?",
        "They march on.",
        "The Sun and the Sunday Times wrote it.",
        "A 65-year-old man in his sixties fell.",
        "Flight 1990 left from gate 12.",
        "It held 1900 soldiers.",
        "It costs $1999.",
        "He asked for a second opinion.",
        "They won by 111 to 333.",
        "Operation Dawn began.",
        "The market is worth two to three million euros.",
    ],
)
def test_no_time(sentence: str) -> None:
    assert values(sentence) == []


def test_both_halves_of_a_month_list_take_the_year() -> None:
    assert values("It rained in May and June 2020.") == [("May", "2020-05"), ("June 2020", "2020-06")]


def test_a_time_of_day_is_of_the_day_named_after_it() -> None:
    assert values("It stopped at 6 a.m. on Monday.") == [("6 a.m.", "2024-06-10T06:00"), ("Monday", "2024-06-10")]


@pytest.mark.parametrize("words", ["30 February 2023", "June 31", "2023-02-30", "31/02/2020"])
def test_an_impossible_date_has_no_interval_and_says_so(words: str) -> None:
    (found,) = times(f"It happened on {words}.")
    assert (found.text, found.value, found.from_, found.to) == (words, None, None, None)
    assert any("impossible" in step for step in found.derivation)
