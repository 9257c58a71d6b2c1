"""What each policy makes of the same reports, and on which of them it rests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_figures import figure
from sayso.cli.figures import POLICIES
from sayso.errors import ConfigError
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import View
from sayso.origins.series import Known, gather, policies, policy_named


def dead(low: float | None, high: float | None = None, **more: Any) -> FoundFigure:
    more.setdefault("published", "2024-03-12")
    return figure(low, high, claim="{} people were killed", of="people killed", **more)


MAYOR = dead(9, speaker="Mayor Ristevski", page="a", published="2024-03-12", outlet="The Herald")
BLOG = dead(24, 99, text="dozens of people", page="b", published="2024-03-13", outlet="Kettle & Crow")
MINISTER = dead(14, speaker="Elena Karova", page="c", published="2024-03-14", outlet="Kestrel")
REPLACED = {"sha256:a#c1": ("sha256:c#c1", "14 replaces 9")}


def made(policy: str, *figures: FoundFigure, **known: Any) -> View:
    (series,) = gather(figures, policy_named(policy), known=Known(**known))
    return series.view


@pytest.mark.parametrize(
    ("policy", "low", "best", "high", "rests_on"),
    [
        ("all", None, None, None, "abc"),
        ("latest-per-origin", None, None, None, "abc"),
        ("conservative", None, 12, None, "bc"),
        ("low-best-high", 14, 14, 99, "bc"),
        ("min-max", 9, None, 99, "abc"),
    ],
)
def test_the_example_of_the_lexicon(
    policy: str, low: float | None, best: float | None, high: float | None, rests_on: str
) -> None:
    view = made(policy, MAYOR, BLOG, MINISTER, updates=REPLACED)
    assert (view.low, view.best, view.high) == (low, best, high)
    assert "".join(key[7] for key in view.rests_on) == rests_on
    assert {out.report[7]: out.why for out in view.left_out} == ({} if "a" in rests_on else {"a": "14 replaces 9"})


def test_the_names_are_those_that_the_command_offers() -> None:
    assert tuple(policies()) == POLICIES
    with pytest.raises(ConfigError, match=r"--policy: 'truth' is none of: all, latest-per-origin"):
        policy_named("truth")


def test_every_policy_says_whose_it_is() -> None:
    assert all(policy.meaning and policy.source and policy.label for policy in policies().values())


def test_what_says_the_same_as_a_replaced_report_is_stale_too() -> None:
    copy = dead(9, page="d", published="2024-03-14")
    clusters = {"sha256:a#c1": "k1", "sha256:d#c1": "k1"}
    view = made("conservative", MAYOR, copy, MINISTER, updates=REPLACED, clusters=clusters)
    assert view.best == 14
    assert {out.report[7]: out.why for out in view.left_out} == {
        "a": "14 replaces 9",
        "d": "it says the same as a report that was replaced: 14 replaces 9",
    }


def test_a_judgement_of_a_claim_replaces_the_figures_that_it_is_about() -> None:
    told = "{} people were killed and 31 people were injured"
    killed = figure(9, claim=told, of="people killed", published="2024-03-12")
    hurt = figure(31, claim=told.format("9"), of="people injured", ident="q2", published="2024-03-12")
    later = figure(14, claim="{} people were killed", of="people killed", page="c", published="2024-03-14")
    more = figure(40, claim="{} people were injured", of="people injured", page="c", ident="q2", claim_id="c2")
    known = Known(updates={"sha256:a#c1": ("sha256:c#c1", "14 replaces 9")})
    found = {
        each.definition: each.view
        for each in gather([killed, hurt, later, more], policy_named("conservative"), known=known)
    }
    assert [out.report for out in found["killed"].left_out] == ["sha256:a#q1"]
    assert found["injured"].left_out == ()


def test_where_nobody_judged_a_speaker_replaces_what_he_or_she_said_before() -> None:
    later = dead(14, speaker="Mayor Ristevski", page="b", published="2024-03-14")
    view = made("conservative", MAYOR, later)
    assert (view.best, [out.why for out in view.left_out]) == (
        14,
        ["a later report of the same origin gives 14 (Mayor Ristevski, 2024-03-14)"],
    )
    again = dead(9, speaker="Mayor Ristevski", page="b", published="2024-03-14")
    assert not made("conservative", MAYOR, again).left_out
    same_day = dead(14, speaker="Mayor Ristevski", page="b", published="2024-03-12")
    assert made("conservative", MAYOR, same_day).best == 9


def test_the_latest_of_each_origin_by_what_is_known_of_origins() -> None:
    later = dead(11, speaker="Mayor Ristevski", page="b", published="2024-03-13")
    view = made("latest-per-origin", MAYOR, later, MINISTER)
    assert [key[7] for key in view.rests_on] == ["b", "c"]
    assert "not linked across pages yet" in view.why[0]
    one = dict.fromkeys(("sha256:a#c1", "sha256:b#c1", "sha256:c#c1"), "news conference")
    view = made("latest-per-origin", MAYOR, later, MINISTER, origins=one)
    assert [key[7] for key in view.rests_on] == ["c"]
    assert view.left_out[0].why == "a later report of the same origin gives 11 (news conference, 2024-03-13)"


def test_grades_choose_the_best_estimate_and_drop_the_unreliable() -> None:
    graded = {"mayor ristevski": "B", "elena karova": "A"}
    view = made("low-best-high", MAYOR, MINISTER, grades=graded)
    assert (view.low, view.best, view.high) == (9, 14, 14)
    assert "its source is graded A, the most reliable here" in view.why[-1]
    view = made("low-best-high", MAYOR, MINISTER, BLOG, grades={"kettle & crow": "E", "elena karova": "C"})
    assert (view.best, view.high) == (14, 14)
    assert [out.why for out in view.left_out] == ["Kettle & Crow is graded E, unreliable"]
    assert (
        made("low-best-high", MAYOR, MINISTER)
        .why[-1]
        .endswith("no source of it is graded, so the lower figure is taken")
    )
    tied = made("low-best-high", MAYOR, MINISTER, grades=dict.fromkeys(graded, "B"))
    assert (tied.best, tied.why[-1].endswith("the most reliable here, it is the lower figure")) == (9, True)


def test_no_report_that_there_were_so_many_goes_into_a_number() -> None:
    denied = dead(3, page="b", status="denied")
    asked = dead(2, page="c", status="asked")
    derived = dead(1, page="d", derived=True)
    ahead = dead(5, page="e", status="planned")
    view = made("min-max", MAYOR, denied, asked, derived, ahead)
    assert (view.low, view.high, [key[7] for key in view.rests_on]) == (9, 9, ["a"])
    assert {out.report[7]: out.why for out in view.left_out} == {
        "b": "it is denied there",
        "c": "it is only asked there",
        "d": "it follows from another figure and is not stated",
        "e": "it speaks of what is to come, other reports of what is",
    }
    assert len(made("all", MAYOR, denied, asked, derived, ahead).rests_on) == 5
    assert made("min-max", ahead).low == 5  # a forecast beside forecasts


def test_open_bounds() -> None:
    least = dead(9, open_above=True, page="a")
    most = figure(None, claim="{} people were killed", of="people killed", page="b", published="2024-03-12")
    most = type(most)(**{name: getattr(most, name) for name in most.__struct_fields__} | {"high": 30})
    view = made("min-max", least, most)
    assert (view.low, view.high) == (9, 30)
    assert view.why[-1] == "1 report says “at least” or the like: it may be more"
    view = made("conservative", least, most)
    assert (view.best, view.left_out[0].why) == (9, "it gives no lower bound")
    assert made("conservative", most).why == ("no report gives a lower bound",)


NUMBERS = st.integers(0, 10**9)
REPORTS = st.lists(
    st.tuples(
        NUMBERS,
        NUMBERS,
        st.booleans(),
        st.sampled_from(["asserted", "hedged", "denied", "planned", "asked", "hypothetical"]),
        st.sampled_from([None, "Ann Bell", "Rory Stewart"]),
        st.integers(1, 28),
    ),
    min_size=1,
    max_size=8,
)


@given(
    REPORTS,
    st.sampled_from(POLICIES),
    st.dictionaries(st.sampled_from(["ann bell", "rory stewart"]), st.sampled_from("ABCDEF")),
)
def test_a_view_tells_of_every_report_and_its_numbers_are_in_order(
    reports: list[Any], policy: str, grades: dict[str, str]
) -> None:
    figures = [
        dead(
            min(a, b),
            max(a, b),
            open_above=opened,
            status=status,
            speaker=speaker,
            page=f"p{n}",
            published=f"2024-03-{day:02}",
        )
        for n, (a, b, opened, status, speaker, day) in enumerate(reports)
    ]
    for series in gather(figures, policy_named(policy), known=Known(grades=grades)):
        view = series.view
        told = [*view.rests_on, *(out.report for out in view.left_out)]
        assert sorted(told) == sorted(report.key for report in series.reports)
        assert all(out.why for out in view.left_out)
        numbers = [value for value in (view.low, view.best, view.high) if value is not None]
        assert numbers == sorted(numbers)
        assert view.why
