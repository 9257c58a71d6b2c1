"""Pairs of statements and what they are to each other: invented sentences, one for each rule."""

from __future__ import annotations

import pytest
from matching_made import figure, hop, page, statement, when, where
from msgspec import structs

from sayso.nouns import Judgement, Page, Party, Statement
from sayso.origins.matching import Seen, judge, worth_verifying
from sayso.origins.matching.encoder import Verdict

ONE_EVENT = Seen(affinity=0.95)
MONDAY, THURSDAY = page("d1", "2024-03-11"), page("d2", "2024-03-14")
SAME_DAY = page("d2", "2024-03-11")


def judged(
    a: Statement, b: Statement, page_a: Page = MONDAY, page_b: Page = SAME_DAY, seen: Seen = ONE_EVENT
) -> Judgement:
    """The judgement, which has to be the same the other way round."""
    found, back = judge(a, page_a, b, page_b, seen), judge(b, page_b, a, page_a, seen)
    assert (found.kind, round(found.score, 6)) == (back.kind, round(back.score, 6))
    if found.kind in {"updates", "supports"}:
        assert (found.a, found.b) == (back.a, back.b)
    return found


def two(
    first: tuple[str, *tuple[object, ...]], second: tuple[str, *tuple[object, ...]], **of_second: object
) -> tuple[Statement, Statement]:
    return (
        statement(first[0], *first[1:], document="d1"),  # type: ignore[arg-type]
        statement(second[0], *second[1:], document="d2", **of_second),  # type: ignore[arg-type]
    )


def test_the_same_figure_of_the_same_measure_is_the_same() -> None:
    a, b = two(
        ("Some 1,130 people were evacuated from the valley.", figure("1,130 people", 1130)),
        ("The town evacuated 1,130 residents.", figure("1,130 residents", 1130, of="residents")),
    )
    found = judged(a, b)
    assert found.kind == "same"
    assert "1,130" in found.why


def test_the_dead_at_least_nine_and_nine_are_the_same() -> None:
    a, b = two(
        ("At least nine people were killed in the flood.", figure("At least nine people", 9, None, point=False)),
        ("Nine people are dead after the flood.", figure("Nine people", 9)),
    )
    assert judged(a, b).kind == "same"


def test_a_later_higher_toll_updates_the_earlier() -> None:
    a, b = two(
        ("At least nine people were killed.", figure("At least nine people", 9, None, point=False)),
        ("Fourteen people are known to have died.", figure("Fourteen people", 14)),
    )
    found = judged(a, b, page_b=THURSDAY)
    assert (found.kind, found.a) == ("updates", b.key)
    assert "14" in found.why
    assert "at least 9" in found.why
    assert "11 March 2024" in found.why


def test_two_counts_of_one_day_contradict() -> None:
    a, b = two(
        ("The union said 640 workers joined the walkout.", figure("640 workers", 640, of="workers")),
        ("The company said 410 workers joined the walkout.", figure("410 workers", 410, of="workers")),
    )
    found = judged(a, b)
    assert found.kind == "contradicts"
    assert "640" in found.why
    assert "410" in found.why


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (("Nine people were killed.", figure("Nine people", 9)), ("There were 200 casualties.", figure("200", 200))),
        (
            ("The manifest listed 148 people.", figure("148 people", 148)),
            ("There were 163 people aboard.", figure("163 people", 163)),
        ),
        (
            ("The ship was certified for 150 people.", figure("150 people", 150)),
            ("There were 163 people aboard.", figure("163 people", 163)),
        ),
    ],
)
def test_different_measures_neither_agree_nor_contradict(ours: tuple[str, object], theirs: tuple[str, object]) -> None:
    a, b = two(ours, theirs)
    assert judged(a, b).kind in {"unrelated", "unsure"}


def test_a_denial_contradicts() -> None:
    a, b = two(
        ("A flock was smuggled over the hills from Posof.",),
        ("A flock was smuggled over the hills from Posof.",),
        status="denied",
    )
    assert judged(a, b).kind == "contradicts"


def test_five_not_six_updates_six() -> None:
    a, b = two(
        ("Six miners were missing.", figure("Six miners", 6, of="miners")),
        ("Five men are trapped, not six.", figure("Five men", 5, of="men"), figure("six", 6, of="men")),
    )
    found = judged(a, b, page_b=THURSDAY)
    assert (found.kind, found.a) == ("updates", b.key)


def test_the_last_of_a_kind_leaves_no_room_for_a_later_one() -> None:
    a = statement("The last full inspection was in June 2019.", times=(when("June 2019", "2019-06-01", "2019-06-30"),))
    b = statement(
        "The dam was inspected in October 2023.",
        document="d2",
        times=(when("October 2023", "2023-10-01", "2023-10-31"),),
    )
    assert judged(a, b).kind == "contradicts"


def test_a_question_decides_nothing() -> None:
    a, b = two(
        ("The union said 640 workers joined the walkout.", figure("640 workers", 640, of="workers")),
        ("Did only 410 workers join the walkout?", figure("410 workers", 410, of="workers")),
        status="asked",
    )
    assert judged(a, b).kind == "unrelated"


def test_a_common_sentence_of_two_events_is_not_one_claim() -> None:
    a, b = two(("Nine people died.", figure("Nine people", 9)), ("Nine people died.", figure("Nine people", 9)))
    assert judged(a, b, seen=Seen(affinity=0.05)).kind != "same"


def test_who_says_it_is_named_in_a_contradiction() -> None:
    a = statement(
        "They lose 900,000 euros a day.",
        figure("900,000 euros a day", 900_000, unit="EUR/day", kind="rate"),
        chain=(hop("Alenka Prelog"),),
    )
    b = statement(
        "The strike costs 2.4 million euros a day.",
        figure("2.4 million euros a day", 2_400_000, unit="EUR/day", kind="rate"),
        document="d2",
    )
    found = judged(a, b)
    assert found.kind == "contradicts"
    assert "900,000 EUR a day (lost in money) according to Alenka Prelog, 2.4 million" in found.why


def test_the_last_have_left_and_some_are_still_there() -> None:
    front = Party(entity="e1", type="organization", name="Kotto Front", names=("Kotto Front",))
    a = structs.replace(statement("The last fighters of the Kotto Front have left the town."), parties=(front,))
    b = statement("Wounded men of the Kotto Front still came to her ward.", document="d2")
    b = structs.replace(b, parties=(front,))
    assert judged(a, b, page_b=THURSDAY).kind == "contradicts"
    lasted = structs.replace(statement("The fire lasted until they left.", claim="c2"), parties=(front,))
    assert judged(lasted, b, page_b=THURSDAY).kind != "contradicts"


def test_two_pages_with_one_correction_say_the_same() -> None:
    a, b = two(
        ("Five men are trapped, not six.", figure("Five men", 5, of="men"), figure("six", 6, of="men")),
        ("Five and not six were underground.", figure("Five", 5), figure("six", 6)),
    )
    assert judged(a, b).kind == "same"


def test_towns_at_different_distances_are_not_one() -> None:
    far, near = "28 kilometres to the east", "14 kilometres to the east"
    a = statement(
        f"The town lies some {far} of the border.",
        figure("28 kilometres", 28, unit="km", kind="length"),
        places=(where(far),),
    )
    b = statement(
        f"The town lies some {near} of the border.",
        figure("14 kilometres", 14, unit="km", kind="length"),
        places=(where(near),),
        document="d2",
    )
    assert judged(a, b).kind not in {"same", "contradicts", "updates"}


def test_a_point_given_as_exact_contradicts_the_range() -> None:
    a, b = two(
        (
            "The country will export between 10.5 and 12 million tonnes.",
            figure("between 10.5 and 12 million tonnes", 10.5e6, 12e6, unit="tonne", kind="mass"),
        ),
        (
            "Exports will reach exactly 11.25 million tonnes.",
            figure("exactly 11.25 million tonnes", 11.25e6, unit="tonne", kind="mass"),
        ),
    )
    found = judged(a, b)
    assert found.kind == "contradicts"
    assert "11.25 million tonnes is given as exact" in found.why


def test_the_trapped_are_later_rescued() -> None:
    a, b = two(
        ("Five men are trapped in the mine.", figure("Five men", 5, of="men")),
        ("All five men trapped in the old mine are alive.", figure("All five men", 5, of="men")),
    )
    found = judged(a, b, page_b=THURSDAY)
    assert (found.kind, found.a) == ("updates", b.key)


def test_a_verdict_of_the_verifier_decides_only_with_much_in_common() -> None:
    a, b = two(
        ("The generators of the ferry ran until the water reached them.",),
        ("The generators of the ferry failed before the water reached them.",),
    )
    sure = Verdict(0.01, 0.98, 0.01)
    assert judged(a, b, seen=Seen(affinity=0.9, verdict=sure)).kind == "contradicts"
    c = statement("Tickets were sold on the quay.", document="d2")
    assert judged(a, c, seen=Seen(affinity=0.9, verdict=sure)).kind == "unrelated"


def test_asking_the_verifier_is_worth_most_where_rules_are_silent() -> None:
    a, b = two(
        ("The generators of the ferry ran until the water reached them.",),
        ("The generators of the ferry worked until they were flooded.",),
    )
    doubtful = judged(a, b)
    assert worth_verifying(a, b, Seen(affinity=0.9, cosine=0.7), doubtful) > 0
    certain = structs.replace(doubtful, kind="updates", by="rule")
    assert worth_verifying(a, b, Seen(affinity=0.9, cosine=0.7), certain) == 0
    assert worth_verifying(a, b, Seen(affinity=0.1, cosine=0.7), doubtful) == 0


def test_a_word_for_a_vague_number_makes_nothing_the_same() -> None:
    a, b = two(
        ("Hundreds of British nationals have joined the group.", figure("Hundreds", 100, None, point=False)),
        ("Hundreds of French citizens have joined the group.", figure("Hundreds", 100, None, point=False)),
    )
    assert judged(a, b).kind != "same"


def test_nobody_disputes_on_one_page_what_they_say() -> None:
    count = statement("The ministry said 978 people have died.", figure("978 people", 978), chain=(hop("ministry"),))
    other = statement(
        "The ministry said 1,413 people have died.", figure("1,413 people", 1413), chain=(hop("ministry"),)
    )
    other = structs.replace(other, claim="c2", start=200, end=260)
    assert judged(count, other, MONDAY, MONDAY).kind != "contradicts"


def test_what_one_page_says_twice_is_not_told_of_two_pages() -> None:
    text = "The embankment above the town passed a full inspection in October."
    once = statement(text, document="d1")
    again = structs.replace(once, claim="c2", start=once.end + 100, end=once.end + 100 + len(text))
    assert judged(once, again, MONDAY, MONDAY).why.startswith("The page twice has")
    both = structs.replace(once, claim="c3")
    assert judged(once, both, MONDAY, MONDAY).why.startswith("Both are made of the same words")
