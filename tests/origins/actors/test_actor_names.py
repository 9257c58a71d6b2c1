"""Names compared: what joins, what must not, and what the surroundings decide."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.origins.actors import compare_names
from sayso.origins.actors.person_names import parse_person
from sayso.origins.actors.verdict import DIFFERENT, SAME

ONE = [
    ("Gaddafi", "Qaddafi"),
    ("Muammar Kadhafi", "Moammar Gaddafi"),
    ("Walid Jumblatt", "Waleed Jumblatt"),
    ("T. D. Waldhauser", "Thomas Waldhauser"),
    ("Gen. Thomas D. Waldhauser", "Thomas Waldhauser"),
    ("Volodymyr Zelenskyy", "Vladimir Zelensky"),
    ("Osama bin Laden", "Usama Bin Ladin"),
    ("Kim Jong-un", "Kim Jong Un"),
    ("Abd al-Rahman Nasser", "Abdul Rahman Nasser"),
    ("Édgar Benítez Rolón", "Edgar Benitez Rolon"),
    ("Llera, Covadonga", "rescue chief Covadonga Llera"),
    ("U.N.", "the United Nations"),
    ("Reuters", "Thomson Reuters"),
    ("the Ministry of Defense", "the Ministry of Defence"),
    ("Georgia's interior ministry", "the interior ministry of Georgia"),
]
TWO = [
    ("George W. Bush", "George H. W. Bush"),
    ("Martin Luther King Jr.", "Martin Luther King Sr."),
    ("Hassan Nasrallah", "Hussein Nasrallah"),
    ("Mohammed Morsi", "Mahmoud Morsi"),
    ("Kim Jong-un", "Kim Jong-il"),
    ("Georgian interior ministry", "the interior ministry of Turkey"),
    ("the interior ministry", "the defence ministry"),
    ("the Philippine coast guard", "the Mauritanian coast guard"),
    ("The Guardian", "The Times of India"),
    ("NATO", "the UN"),
]
WITHIN_ONE_STORY = [
    ("National Food Agency", "the food agency"),
    ("National Food Agency", "NFA"),
    ("National Food Agency", "the agency"),
    ("Goran Ristevski", "Ristevski"),
    ("Philippine coast guard", "the coast guard"),
]


@pytest.mark.parametrize(("a", "b"), ONE)
def test_names_of_one_actor(a: str, b: str) -> None:
    assert compare_names(a, b).score >= SAME


@pytest.mark.parametrize(("a", "b"), TWO)
def test_names_of_two_actors_in_one_story_too(a: str, b: str) -> None:
    assert compare_names(a, b, affinity=1.0).score <= DIFFERENT


@pytest.mark.parametrize(("a", "b"), WITHIN_ONE_STORY)
def test_short_names_mean_something_only_within_a_story(a: str, b: str) -> None:
    assert compare_names(a, b).score < SAME
    assert compare_names(a, b, affinity=1.0).score >= SAME


def test_a_surname_with_two_bearers_does_not_tell() -> None:
    found = compare_names("Bush", "George W. Bush", affinity=1.0, others=("George H. W. Bush", "Jeb Bush"))
    assert DIFFERENT < found.score < SAME
    assert "Jeb Bush" in found.why


def test_a_common_noun_with_two_bearers_does_not_tell() -> None:
    found = compare_names("the agency", "National Food Agency", affinity=1.0, others=("Space Agency",))
    assert found.score < SAME


def test_a_rare_surname_says_more_than_a_common_one() -> None:
    assert compare_names("Waldhauser", "Waldhauser").score > compare_names("Kim", "Kim").score
    assert compare_names("J. Waldhauser", "Jan Waldhauser").score > compare_names("J. Kim", "Jan Kim").score


def test_the_parts_of_a_name() -> None:
    name = parse_person("Lt. Gen. Thomas D. Waldhauser Jr.")
    assert name.parts == ("thomas", "d", "waldhauser")
    assert name.titles == ("lt", "gen")
    assert name.generation == "junior"


NAMES = st.one_of(
    st.sampled_from([name for pair in (*ONE, *TWO, *WITHIN_ONE_STORY) for name in pair]), st.text(max_size=30)
)


@given(NAMES, NAMES, st.floats(0, 1))
def test_order_does_not_matter_and_scores_are_shares(a: str, b: str, affinity: float) -> None:
    found = compare_names(a, b, affinity=affinity)
    assert 0.0 <= found.score <= 1.0
    assert found.score == compare_names(b, a, affinity=affinity).score
    assert found.why.endswith(".")


@given(NAMES)
def test_a_name_is_never_another_than_itself(name: str) -> None:
    assert compare_names(name, name, affinity=1.0).score > DIFFERENT
