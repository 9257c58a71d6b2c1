"""Which figures are reports of one measured thing: by definition, of whom, where, when, and in which unit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_figures import figure
from sayso.nouns.found import FoundFigure
from sayso.nouns.series import Series
from sayso.origins.series import MOST, Known, PageWords, gather, policy_named, question

ALL = policy_named("all")


def keys(series: Series) -> list[str]:
    return [report.key.removeprefix("sha256:") for report in series.reports]


def asked(text: str, figures: list[FoundFigure], **more: object) -> list[list[str]]:
    wanted = question(text)
    assert wanted is not None
    return [keys(each) for each in gather(figures, ALL, asked=wanted, **more)]  # type: ignore[arg-type]


MESMARI = figure(
    5000,
    7000,
    of="IS fighters in Libya",
    claim="The number of IS fighters in Libya is {}",
    speaker="Ahmad al-Mesmari",
    said="2017-10-15",
    where="Libya",
)
GENERAL = figure(
    4000, 6000, claim="Between 4,000 and 6,000 IS fighters were in Libya", of="IS fighters", page="b", where="Libya"
)


def test_a_question_finds_the_reports_of_what_it_names() -> None:
    elsewhere = figure(900, claim="{} IS fighters were in Syria", of="IS fighters", page="c", where="Syria")
    others = figure(300, claim="{} fighters of the army were in Libya", of="fighters", page="d", where="Libya")
    camels = figure(20, claim="{} camels were in Libya with IS", of="camels", unit="camel", page="e", where="Libya")
    pay = figure(60, of=None, unit="USD/month", kind="rate", claim="IS pays fighters in Libya {} a month", page="f")
    every = [MESMARI, GENERAL, elsewhere, others, camels, pay]
    assert asked("IS fighters in Libya", every, countries=("LY",)) == [["a#q1", "b#q1"]]


def test_the_name_behind_an_acronym_will_do_and_any_other_will_not() -> None:
    spelt = figure(500, of="fighters", claim="{} fighters of the Islamic State were in Libya", where="Libya")
    other = figure(500, of="fighters", claim="{} fighters of the Sahara Guard were in Libya", where="Libya", page="b")
    assert asked("IS fighters in Libya", [spelt, other], countries=("LY",)) == [["a#q1"]]


def test_what_only_the_page_says_is_assumed_and_said_so() -> None:
    there = figure(700, claim="{} IS fighters had come", of="IS fighters")
    titled = figure(800, claim="{} men had come", of="men", title="IS fighters in Libya", page="b")
    known = Known(
        pages={
            "sha256:a": PageWords(names=frozenset({"libya"}), countries=("LY",)),
            "sha256:b": PageWords(title=frozenset({"fighter", "libya"}), countries=("LY",)),
        }
    )
    wanted = question("IS fighters in Libya")
    (found,) = gather([there, titled], policy_named("min-max"), asked=wanted, known=known, countries=("LY",))
    assert [[(each.kind, each.why) for each in report.assumed] for report in found.reports] == [
        [("where", "Libya is named on the page, not in the claim")],
        [
            ("what", "“IS” stands in the page's title, not in the claim"),
            ("where", "Libya is named on the page, not in the claim"),
            ("what", "“fighters” stands in the page's title, not in the claim"),
        ],
    ]
    # whom it counts is too much to assume for a number that goes into a view
    assert (found.view.low, found.view.high) == (700, 700)
    assert [out.report for out in found.view.left_out] == ["sha256:b#q1"]


def test_definitions_stay_apart_and_the_reason_is_told() -> None:
    dead = figure(9, claim="{} people were killed in the flood", of="people killed")
    deaths = figure(11, claim="The flood claimed {} lives", of="lives", page="b")
    hurt = figure(31, claim="{} people were injured in the flood", of="people injured", ident="q2")
    both = figure(40, claim="The flood left {} casualties", of="casualties", ident="q3")
    found = gather([dead, deaths, hurt, both], ALL)
    assert {each.definition: keys(each) for each in found} == {
        "killed": ["a#q1", "b#q1"],
        "injured": ["a#q2"],
        "casualties": ["a#q3"],
    }
    (killed,) = (each for each in found if each.definition == "killed")
    assert killed.apart == (
        "31 people injured (injured): the injured are alive",
        "40 casualties (casualties): casualties count the injured as well as the dead",
    )


def test_fighters_are_no_members() -> None:
    members = figure(9000, of="IS members in Libya", claim="There are {} IS members in Libya", page="b", where="Libya")
    (found,) = gather(
        [MESMARI, members],
        ALL,
        asked=question("IS fighters in Libya"),
        countries=("LY",),
        known=Known(linked=frozenset({"sha256:a", "sha256:b"}), events=frozenset({("sha256:a", "sha256:b")})),
    )
    assert (keys(found), found.definition) == (["a#q1"], "fighters")
    assert found.apart == ("9,000 IS members in Libya: a group has members who do not fight",)


def test_two_numbers_of_one_sentence_are_of_two_things() -> None:
    votes = "Zárate had {} votes and Benítez 30,871"
    first = figure(31204, of="votes", unit=None, claim=votes)
    second = figure(30871, of="votes", unit=None, claim=votes.format("31,204"), ident="q2")
    again = figure(31204, of="votes", unit=None, claim=votes, page="b")
    assert [keys(each) for each in gather([first, second, again], ALL)] == [["a#q1", "b#q1"], ["a#q2"]]


def test_registered_and_estimated_are_two_things() -> None:
    entered = figure(650, claim="{} people were registered as they crossed", of="people")
    reckoned = figure(1800, 2400, claim="An estimated {} people crossed", of="people", page="b")
    assert [keys(each) for each in gather([entered, reckoned], ALL)] == [["a#q1"], ["b#q1"]]


def test_whom_is_counted_must_agree_as_far_as_it_is_said() -> None:
    british = figure(500, claim="{} British nationals joined", of="British nationals")
    french = figure(700, claim="{} French nationals joined", of="French nationals", page="b")
    assert [keys(each) for each in gather([british, french], ALL)] == [["a#q1"], ["b#q1"]]


def test_an_event_is_told_from_one_years_before_and_a_state_is_not() -> None:
    now = figure(17, claim="{} people died in the earthquake", of="people dead", where="Guatemala")
    then = figure(
        40,
        claim="A shock in 2012 killed {} people",
        of="people killed",
        ident="q2",
        claim_id="c2",
        when="2012-11-07",
        where="Guatemala",
    )
    assert [keys(each) for each in gather([now, then], ALL)] == [["a#q1"], ["a#q2"]]
    earlier = figure(3000, claim="{} IS fighters were in Libya", of="IS fighters", page="c", when="2015-01-01")
    assert [keys(each) for each in gather([GENERAL, earlier], ALL)] == [["c#q1", "b#q1"]]


def test_units_are_converted_and_the_page_s_own_is_kept() -> None:
    tonnes = figure(8200, unit="tonne", kind="mass", of="diesel", claim="The fire destroyed {} tonnes of diesel")
    more = figure(9000, unit="tonne", kind="mass", of="diesel", claim="{} tonnes of diesel were lost", page="c")
    kilos = figure(5e6, unit="kg", kind="mass", of="diesel", claim="{} kilograms of diesel were lost", page="b")
    (found,) = gather([tonnes, more, kilos], ALL)
    assert found.unit == "tonne"
    assert {r.key[-4:]: (r.low, r.stated) for r in found.reports} == {
        "a#q1": (8200, None),
        "b#q1": (5000, "5,000,000 kg"),
        "c#q1": (9000, None),
    }


def test_what_was_judged_across_pages_decides() -> None:
    bare = figure(640, of=None, claim="It is {}, the union says", page="b")
    said = figure(640, of="workers", claim="{} workers joined the strike")
    known = Known(clusters={"sha256:a#c1": "k1", "sha256:b#c1": "k1"}, linked=frozenset({"sha256:a", "sha256:b"}))
    assert [keys(each) for each in gather([bare, said], ALL)] == [["a#q1"]]
    (found,) = gather([bare, said], ALL, known=known)
    assert (keys(found), {r.cluster for r in found.reports}) == (["a#q1", "b#q1"], {"k1"})


def test_what_a_judged_claim_names_is_counted_by_the_other_too() -> None:
    named_there = figure(350, of="fighters", claim="{} fighters left for Bria")
    men = figure(350, of="men", claim="{} men had gone to Bria", page="b")
    others = figure(350, of="men", claim="{} men had gone to Bria", page="c")
    known = Known(related=frozenset({("sha256:a#c1", "sha256:b#c1")}))
    assert asked("fighters who left", [named_there, men, others]) == [["a#q1"]]
    assert asked("fighters who left", [named_there, men, others], known=known) == [["a#q1", "b#q1"]]


def test_pages_that_were_compared_and_tell_of_two_events_have_two_series() -> None:
    one = figure(9, claim="{} people were killed", of="people killed")
    two = figure(12, claim="{} people were killed", of="people killed", page="b")
    apart = Known(linked=frozenset({"sha256:a", "sha256:b"}))
    together = Known(linked=apart.linked, events=frozenset({("sha256:a", "sha256:b")}))
    assert len(gather([one, two], ALL, known=apart)) == 2
    assert len(gather([one, two], ALL, known=together)) == 1


@pytest.mark.parametrize(
    ("made", "as_of", "by"),
    [
        (figure(1, when="2017-03-01", said="2017-10-01", speaker="A"), "2017-03-01", "claim"),
        (figure(1, said="2017-10-01", speaker="A"), "2017-10-01", "said"),
        (figure(1), "2017-10-28", "published"),
        (figure(1, published="2017-10"), "2017-10-01", "published"),
        (figure(1, when="2018-01-01"), "2017-10-28", "published"),
        (figure(1, when="2018-01-01", status="planned"), "2018-01-01", "claim"),
    ],
)
def test_as_of_is_the_claim_s_time_else_when_it_was_said_else_the_page_s_date(
    made: FoundFigure, as_of: str, by: str
) -> None:
    (found,) = gather([made], ALL)
    told = found.reports[0].as_of
    assert told is not None
    assert (told.from_, told.by) == (as_of, by)


def test_without_any_date_it_is_not_known() -> None:
    (found,) = gather([figure(1, published=None)], ALL)
    assert found.reports[0].as_of is None


def test_a_figure_in_two_claims_is_one_report_through_the_longer_chain() -> None:
    short = figure(5, claim_id="c1")
    long = figure(5, claim_id="c2", speaker="Ann Bell")
    (found,) = gather([short, long], ALL)
    assert [(r.claim, r.speaker) for r in found.reports] == [("sha256:a#c2", "Ann Bell")]


def test_changes_and_what_nobody_says_the_name_of_are_no_reports() -> None:
    change = figure(None, claim="It rose", of=None)
    bare = figure(410, of=None, claim="The company counted {}", unit=None)
    assert gather([change, bare], ALL) == ()


def test_no_more_figures_than_can_be_compared() -> None:
    many = [figure(n, page=f"p{n}") for n in range(MOST + 50)]
    assert sum(len(each.reports) for each in gather(many, ALL)) == MOST


FIGURES = [
    MESMARI,
    GENERAL,
    figure(9, claim="{} people were killed", of="people killed", page="c"),
    figure(14, claim="{} people were killed", of="people killed", page="d", published="2017-10-30"),
    figure(31, claim="{} people were injured", of="people injured", page="c", ident="q2"),
    figure(8, unit="tonne", kind="mass", of="diesel", claim="{} tonnes of diesel were lost", page="e"),
]


@given(st.permutations(FIGURES))
def test_the_order_in_which_figures_come_makes_no_difference(figures: list[FoundFigure]) -> None:
    assert gather(figures, ALL) == gather(FIGURES, ALL)
