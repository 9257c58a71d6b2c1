"""What two pages are about: signatures, affinity and clusters."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from sayso.nouns import Page, from_json, to_json
from sayso.origins.stories import Signature, affinity, rarity, score, signature, stories
from sayso.origins.stories.clusters import average_link
from sayso.origins.stories.terms import terms

FIRE = "A fire broke out in the Marlow bakery in Tenby on Monday. Owner Hettie Prosser, 61, said nobody was hurt."
FIRE_AGAIN = "Hettie Prosser, who owns the Marlow bakery in Tenby, was asleep when the fire broke out, she told us."
COURT = "A court in Ghent fined the brewer Anselm Declercq 40,000 euros for emptying vats into the Leie."


def page(document: str, title: str | None = None, day: str | None = None, language: str | None = "en") -> Page:
    return Page(
        document=document,
        source=document,
        url=None,
        host=None,
        outlet=None,
        title=title,
        published=day,
        first=day and f"{day}T00:00:00",
        last=day and f"{day}T23:59:59",
        language=language,
    )


def sign(document: str, text: str, title: str | None = None, day: str | None = None) -> Signature:
    return signature(page(document, title, day), text=text)


def test_the_same_event_is_told_from_another() -> None:
    a, b, c = (
        sign("a", FIRE, "Bakery burns in Tenby", "2024-03-04"),
        sign("b", FIRE_AGAIN, "Baker slept through Tenby fire", "2024-03-05"),
        sign("c", COURT, "Brewer fined in Ghent", "2024-03-05"),
    )
    assert affinity(a, b)[0] > 0.9
    assert affinity(a, c)[0] < 0.05
    assert affinity(b, c)[0] < 0.05


def test_the_reason_names_what_both_pages_name_and_how_far_apart_they_are() -> None:
    _, why = affinity(sign("a", FIRE, day="2024-03-04"), sign("b", FIRE_AGAIN, day="2024-03-05"))
    assert why.startswith("both pages name ")
    for name in ("Marlow", "Hettie", "Prosser", "Tenby"):
        assert name in why
    assert why.endswith("; they came out 1 day apart")
    assert "Monday" not in why
    _, other = affinity(sign("a", FIRE, day="2024-03-04"), sign("c", COURT))
    assert other == "the pages share no rare name; at least one of them has no date"


def test_long_after_is_less_sure_than_the_same_week() -> None:
    first, soon, late, undated = (
        sign(d, FIRE, day=day)
        for d, day in (("a", "2020-01-01"), ("b", "2020-01-03"), ("c", "2024-01-01"), ("d", None))
    )
    assert score(first, soon) > score(first, undated) > score(first, late)


def test_a_date_that_is_none_counts_as_unknown() -> None:
    broken = sign("a", FIRE, day="2020-13-45")
    assert "no date" in affinity(broken, sign("b", FIRE, day="2020-01-03"))[1]


@given(st.text(max_size=200), st.text(max_size=200), st.sampled_from([None, "2024-01-01", "1999-12-31"]))
def test_affinity_is_symmetric_and_a_probability(left: str, right: str, day: str | None) -> None:
    a, b = sign("a", left, right[:40], "2024-01-02"), sign("b", right, None, day)
    assert affinity(a, b)[0] == affinity(b, a)[0] == score(a, b)
    assert 0 <= score(a, b) <= 1


@given(st.text(max_size=400))
def test_a_signature_goes_through_json_unchanged(text: str) -> None:
    one = sign("a", text, text[:30])
    assert from_json(Signature, to_json(one)) == one


def test_signatures_stay_small_however_long_the_text() -> None:
    text = " ".join(f"Name{i} word{i}x {i}" for i in range(20_000))
    one = sign("a", text)
    assert len(one.names) <= 48
    assert len(one.figures) <= 24
    assert len(to_json(one)) < 8000


def test_a_capital_that_the_text_has_in_lower_case_too_makes_no_name() -> None:
    found = terms("Fire crews came to Tenby. The fire was out by noon.")
    assert "fire" not in found.names
    assert "tenbi" in found.names
    one = sign("a", "a fire in Tenby", title="Fire Destroys Bakery")
    assert "fire" not in dict(one.names)


def test_a_script_without_capitals_has_names_too() -> None:
    assert affinity(sign("a", "火災 天津 倉庫"), sign("b", "火災 天津 爆発"))[0] > affinity(
        sign("a", "火災 天津 倉庫"), sign("b", "裁判 京都 会社")
    )[0]  # fmt: skip


def test_stories_do_not_depend_on_the_order_of_the_pages() -> None:
    pages = [
        sign(f"{story}{n}", text, day=f"2024-03-0{n}")
        for story, text in (("fire", FIRE), ("court", COURT))
        for n in range(1, 5)
    ]
    found = stories(pages)
    assert [len(group) for group in found] == [4, 4]
    assert {name[:-1] for name in found[0]} == {"court"}
    random.Random(3).shuffle(pages)
    assert stories(pages) == found


def test_one_weak_link_does_not_chain_two_stories() -> None:
    scores = {(0, 1): 0.9, (2, 3): 0.9, (1, 2): 0.5}
    assert average_link(4, scores, 0.3) == [[0, 1], [2, 3]]
    assert average_link(4, {**scores, (0, 2): 0.4, (1, 3): 0.3, (0, 3): 0.1}, 0.3) == [[0, 1, 2, 3]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(8, 11)), st.floats(0.01, 1.0)))
def test_average_link_keeps_every_page_once(scores: dict[tuple[int, int], float]) -> None:
    groups = average_link(12, scores, 0.3)
    assert sorted(i for group in groups for i in group) == list(range(12))


def test_names_tell_more_than_days_of_the_week() -> None:
    assert rarity("friday") < rarity("tenbi") == rarity("a stem that no text ever held")


def test_nobody_and_nothing() -> None:
    assert stories([]) == ()
    assert stories([sign("a", "")]) == (("a",),)
    assert score(sign("a", ""), sign("b", "")) < 0.3
