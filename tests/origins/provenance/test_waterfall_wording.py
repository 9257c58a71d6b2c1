"""Reasons add up, and are sentences."""

from __future__ import annotations

from itertools import permutations

import pytest
from provenance_made import cluster, edge, figure, hop, on, page, same, says

from sayso.origins.material import Material
from sayso.origins.provenance import origins_of, waterfall
from sayso.origins.provenance.wording import bare, called, day, days, speaker, within


def story() -> Material:
    number = figure("312 animals", 312)
    members = (
        says("a", hop("Natela Beridze", venue="a briefing", **on("2024-10-08")), figures=[number]),
        says("b", hop("The agriculture ministry", "group", cue="repeated"), figures=[number]),
        says("c", figures=[number]),
        says("d", hop("Natela Beridze", venue="a briefing", **on("2024-10-08")), figures=[number]),
    )
    pages = [page("a", "2024-10-08"), page("b", "2024-10-10"), page("c", "2024-10-11"), page("d", "2024-10-12")]
    return cluster(pages, *members, edges=(edge("d", "a"),), judgements=(same(members[0], members[1]),))


def test_each_step_is_the_sum_of_its_reasons() -> None:
    steps = list(waterfall(story()))
    assert steps
    for step in steps:
        assert step.weight == pytest.approx(sum(reason.weight for reason in step.reasons), abs=1e-3)
        assert 0 <= step.score <= 1
        assert all(reason.text[0].isupper() or reason.text[0] == "“" for reason in step.reasons)
        assert all(reason.text.endswith((".", "”")) for reason in step.reasons)
    weights = [step.weight for step in steps]
    assert weights == sorted(weights, reverse=True)
    assert steps[0].verdict == "surely"
    assert (steps[0].a, steps[0].b) == ("a.html#c1", "d.html#c1")


def test_the_verdicts_are_those_of_the_interval() -> None:
    count, steps = origins_of(story()), list(waterfall(story()))
    surely = {step.a for step in steps if step.verdict == "surely"} | {s.b for s in steps if s.verdict == "surely"}
    assert {"a.html#c1", "c.html#c1", "d.html#c1"} <= surely
    assert (count.low, count.high) == (1, 2)


def test_neither_the_order_of_members_nor_that_of_pages_matters() -> None:
    made = story()
    found = {
        origins_of(
            Material(
                members=order,
                statements={key: made.statements[key] for key in order},
                pages=dict(reversed(list(made.pages.items()))),
                edges=made.edges,
                judgements=made.judgements,
            )
        )
        for order in permutations(made.members)
    }
    assert len(found) == 1


@pytest.mark.parametrize(
    ("from_", "to", "said"),
    [
        ("2024-03-12", "2024-03-12", "12 March 2024"),
        ("2019-01-01", "2019-12-31", "2019"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2024-03-11", "2024-03-13", "11 March 2024 to 13 March 2024"),
        ("2024-01-01", "2024-06-30", None),
        (None, "2024-03-12", None),
    ],
)
def test_days_in_words(from_: str | None, to: str | None, said: str | None) -> None:
    assert days(from_, to) == said


def test_a_day_is_only_said_where_it_is_known() -> None:
    assert (day("2024-03-12T10:00:00Z"), day("2024-03"), day(None), day("soon")) == ("12 March 2024", None, None, None)


def test_speakers_are_called_without_what_is_told_of_them() -> None:
    assert speaker(hop("Stojan Velkov, who supervised dams until 2021", name="Stojan Velkov")) == "Stojan Velkov"
    assert speaker(hop("a former inspector, Stojan Velkov", name="Stojan Velkov")) == "Stojan Velkov"
    assert speaker(hop("She", name="Natela Beridze")) == "Natela Beridze"
    assert speaker(hop("A mining engineer who knows the pit", "anonymous")) == "A mining engineer"
    assert speaker(hop("a statement by the owner, Pontica Storage", "document")) == "a statement by Pontica Storage"
    assert (bare("The former inspector"), within("The mayor"), within("Its commander")) == (
        "former inspector",
        "the mayor",
        "the commander",
    )


def test_whose_somebody_is_to_a_page_is_left_out() -> None:
    assert (bare("My friend"), within("Our own correspondent in Borjomi")) == ("friend", "the correspondent in Borjomi")


def test_two_undated_pages_of_one_outlet_are_told_apart() -> None:
    assert called(page("a", "2024-03-12", outlet="KLTV")) == "KLTV of 12 March 2024"
    assert called(page("a", None, outlet="KLTV")) != called(page("b", None, outlet="KLTV"))
    assert called(page("a", None, outlet="KLTV")) == "KLTV (a.html)"
