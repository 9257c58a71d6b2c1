"""Light rewording: names, figures and words in the same order, told from two reports of one event."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.origins.reuse import reworded, shared

FIRST = (
    "ORLE (Norvane) – A goods train with 34 wagons left the rails near the village of Tarn early on Monday and "
    "blocked both lines to the port, the railway company Linde Cargo said.\n"
    "Four wagons with 260 tonnes of barley overturned, but nobody was hurt, its spokesman Ivo Lind told reporters"
    " at the site. “We count on the whole of Tuesday before the first train can pass,” he said.\n"
    "The cause was being looked into by Petra Holm of the accident office, and a speed limit of 40 kilometres an "
    "hour had been in force since May, when a culvert was washed out at Brenn."
)
REWORDED = (
    "Both railway lines to the port are blocked since 34 wagons of a goods train jumped the rails close to Tarn, "
    "as Linde Cargo lets it be known.\n"
    "Overturned are four wagons that held 260 tonnes of barley; hurt is nobody. Ivo Lind, who speaks for the "
    "company, does not see trains pass before “the whole of Tuesday” is over.\n"
    "At the accident office Petra Holm is looking for the cause. The speed limit, 40 kilometres an hour, is in "
    "force since a culvert was washed out in May at Brenn."
)
INDEPENDENT = (
    "From her kitchen window Greta Moor saw the wagons fall, one after the other. “Like a child’s toy,” she says."
    " She ran out with a lamp, for it was not yet light over Tarn, and met the driver on the embankment, unhurt.\n"
    "In the yard of the school 200 commuters waited for buses until noon. The mayor brought tea. Since the "
    "culvert at Brenn gave way, said Ivo Lind, who speaks for Linde Cargo, trains have crept along at walking "
    "pace; that his 34 wagons went over all the same he could not explain."
)


def test_a_reworded_report_is_told_from_an_independent_one() -> None:
    made = reworded(FIRST, REWORDED)
    assert made is not None
    assert shared("a", FIRST, "b", REWORDED) is None
    assert made.score > 0.8
    other = reworded(FIRST, INDEPENDENT)
    assert other is None or other.score < 0.1


def test_the_reason_is_true_of_both_texts() -> None:
    made = reworded(FIRST, REWORDED)
    assert made is not None
    assert made.quotation == "the whole of Tuesday"
    for text in (FIRST, REWORDED):
        assert made.quotation in text
        assert all(figure.lower() in text.lower() for figure in made.figures)
    assert f"{made.words} stand in both texts in the same order" in made.why
    assert "both quote “the whole of Tuesday”" in made.why
    assert FIRST[slice(*made.a)]
    assert REWORDED[slice(*made.b)]


def test_order_is_what_counts() -> None:
    backwards = " ".join(reversed(REWORDED.split()))
    made = reworded(FIRST, backwards)
    assert made is None or made.score < 0.05


@given(st.lists(st.sampled_from(FIRST.split()), max_size=80), st.lists(st.sampled_from(REWORDED.split()), max_size=80))
@settings(max_examples=60)
def test_the_order_of_arguments_only_mirrors(one: list[str], other: list[str]) -> None:
    a, b = " ".join(one), " ".join(other)
    made, mirrored = reworded(a, b), reworded(b, a)
    assert (made is None) == (mirrored is None)
    if made and mirrored:
        assert (made.score, made.words, made.a, made.b) == (mirrored.score, mirrored.words, mirrored.b, mirrored.a)


def test_hostile_texts_are_bounded() -> None:
    assert reworded("", "") is None
    assert reworded("Orle " * 100_000, "Orle " * 100_000) is None
    many = " ".join(f"Name{n % 700}" for n in range(50_000))
    made = reworded(many, many)
    assert made is None or 0 <= made.score <= 1
