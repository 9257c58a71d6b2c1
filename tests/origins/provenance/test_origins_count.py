"""How many origins: the meaning of independent, one case after the other."""

from __future__ import annotations

import pytest
from provenance_made import cluster, edge, figure, hop, on, page, same, says

from sayso.nouns import ActorLink, OriginCount, PageEdge
from sayso.origins.provenance import bonds, origins_of, waterfall


def interval(count: OriginCount) -> tuple[int, int]:
    return count.low, count.high


def groups(count: OriginCount) -> list[set[str]]:
    return [{member.removesuffix(".html") for member in group.members} for group in count.groups]


def test_one_news_conference_on_three_pages_is_one_origin() -> None:
    mayor = {"venue": "a news conference in the town", **on("2024-03-12")}
    material = cluster(
        [page("a"), page("b"), page("c")],
        says("a", hop("Mayor Goran Ristevski", name="Goran Ristevski", **mayor)),
        says("b", hop("Goran Ristevski", **mayor)),
        says("c", hop("Ristevski", name="Goran Ristevski", **mayor)),
    )
    count = origins_of(material)
    assert interval(count) == (1, 1)
    assert count.groups[0].origin == "news conference of Mayor Goran Ristevski, 12 March 2024"
    assert count.groups[0].kind == "press conference"
    assert count.groups[0].certain
    assert not count.why
    assert {(e.from_, e.to, e.kind) for e in count.groups[0].edges} == {
        ("b.html", "a.html", "same-utterance"),
        ("c.html", "a.html", "same-utterance"),
    }


def test_two_witnesses_are_two_origins() -> None:
    seen = "I saw her go dark, and then I heard the reef."
    material = cluster(
        [page("a"), page("b")],
        says("a", hop("Marites Dumagat"), text=seen),
        says("b", hop("Rogelio Absin"), text=seen),
    )
    count = origins_of(material)
    assert interval(count) == (2, 2)
    assert [group.kind for group in count.groups] == ["eyewitness", "eyewitness"]
    assert count.groups[0].origin == "eyewitness: Marites Dumagat"


def test_a_page_that_names_both_witnesses_does_not_make_them_one() -> None:
    seen = "I saw her go dark, and then I heard the reef."
    both = "a blackout: a passenger, Marites Dumagat, and a fisherman, Rogelio Absin"
    material = cluster(
        [page("a", "2024-03-11"), page("b", "2024-03-11"), page("c", "2024-03-14")],
        says("a", hop("Marites Dumagat"), text=seen),
        says("b", hop("Rogelio Absin"), text=seen),
        says("c", hop("Two witnesses", "anonymous", count=2), text=both),
    )
    count = origins_of(material)
    assert count.low == 2
    assert {"a", "c"} in groups(count)


def test_one_actor_on_two_occasions_is_one_at_least_and_two_at_most() -> None:
    material = cluster(
        [page("a", "2024-06-12"), page("b", "2024-06-20")],
        says("a", hop("Alenka Prelog", **on("2024-06-12"))),
        says("b", hop("Alenka Prelog", **on("2024-06-19"))),
    )
    count = origins_of(material)
    assert interval(count) == (1, 2)
    assert "two occasions: 12 June 2024, and 19 June 2024" in count.why[0]
    assert not any(group.certain for group in count.groups)


def test_who_repeats_what_they_said_is_by_the_best_guess_one_origin() -> None:
    material = cluster(
        [page("a", "2024-06-12"), page("b", "2024-06-20")],
        says("a", hop("Alenka Prelog", **on("2024-06-12"))),
        says("b", hop("Alenka Prelog", cue="repeated", **on("2024-06-19"))),
    )
    count = origins_of(material)
    assert interval(count) == (1, 2)
    assert groups(count) == [{"a", "b"}]


def test_a_minister_and_the_ministry_are_joined_at_the_low_end_only() -> None:
    material = cluster(
        [page("a"), page("b")],
        says("a", hop("Senegal's fisheries ministry", "group", type="organization")),
        says("b", hop("Senegal's fisheries minister", "role", type="person")),
    )
    assert interval(origins_of(material)) == (1, 2)


def test_copied_text_joins_its_source_for_sure() -> None:
    material = cluster(
        [page("a", "2024-03-12"), page("b", "2024-03-14")],
        says("a", hop("An official in the water ministry", "anonymous")),
        says("b", hop("An official in the water ministry", "anonymous")),
        edges=(edge("b", "a", claims=[("c1", "c1")]),),
    )
    count = origins_of(material)
    assert interval(count) == (1, 1)
    assert [e.kind for e in count.groups[0].edges] == ["copies"]
    assert count.groups[0].origin == "unnamed official in the water ministry"


def test_two_unnamed_sources_that_may_be_one_widen_the_interval() -> None:
    material = cluster(
        [page("a"), page("b")],
        says("a", hop("an official", "anonymous")),
        says("b", hop("a diplomat", "anonymous")),
    )
    count = origins_of(material)
    assert interval(count) == (1, 2)
    assert len(count.groups) == 2


def test_a_plural_without_names_is_at_least_unsure() -> None:
    material = cluster([page("a")], says("a", hop("Two people close to the inquiry", "anonymous", count=2)))
    count = origins_of(material)
    assert interval(count) == (1, 2)
    assert "Two people close to the inquiry" in count.why[0]


def test_a_cited_outlet_hands_its_origin_on() -> None:
    material = cluster(
        [page("a", outlet="Radio Ostro"), page("b", "2024-03-14", outlet="The Harbour Post")],
        says("a", hop("Stojan Velkov", addressee="Radio Ostro")),
        says("b", hop("Radio Ostro", "outlet", cue="reported")),
    )
    count = origins_of(material)
    assert interval(count) == (1, 1)
    found = count.groups[0].edges[0]
    assert (found.kind, found.why) == ("cites", "The Harbour Post of 14 March 2024 names Radio Ostro for it.")
    assert count.groups[0].origin == "interview of Stojan Velkov with Radio Ostro, reported 12 March 2024"


def test_who_passes_an_outlets_figure_on_is_no_deeper_source() -> None:
    material = cluster(
        [page("a", outlet="The Harbour Post"), page("b", "2024-03-14")],
        says("a", hop("A study by the institute", "document")),
        says("b", hop("The Harbour Post", "outlet", cue="quoted"), hop("Alenka Prelog", cue="dismissed")),
    )
    assert interval(origins_of(material)) == (1, 1)


def test_a_specific_figure_without_a_source_joins_surely_a_common_one_perhaps() -> None:
    def of(value: float) -> OriginCount:
        number = figure(f"{value:g} animals", value)
        return origins_of(
            cluster(
                [page("a", "2024-03-12"), page("b", "2024-03-13")],
                says("a", hop("Natela Beridze", venue="a briefing"), figures=[number]),
                says("b", figures=[number], text="Animals were culled."),
            )
        )

    assert interval(of(1140)) == (1, 1)
    assert interval(of(9)) == (1, 2)
    assert groups(of(9)) == [{"a", "b"}]
    why = of(1140).groups[0].edges[0].why
    assert why == (
        "The B Herald of 13 March 2024 gives the same figure, 1140 animals, with no source that could be made out, "
        "after The A Herald of 12 March 2024 had it."
    )


def test_a_figure_at_the_start_of_a_sentence_is_written_small_within_another() -> None:
    nine = figure("At least nine people", 9)
    material = cluster(
        [page("a", "2024-03-12"), page("b", "2024-03-13")],
        says("a", hop("Goran Ristevski"), figures=[nine]),
        says("b", figures=[nine]),
    )
    (why,) = origins_of(material).why
    assert " probably, but not surely, have it from one origin: " in why
    assert "the same figure, at least nine people, with no source that could be made out" in why


def test_a_figure_spoken_of_as_known_is_not_the_speakers_own() -> None:
    seven = figure("seven people", 7)
    material = cluster(
        [page("a", "2024-05-03"), page("b", "2024-05-04")],
        says("a", hop("Colonel Simona Ardelean", addressee="reporters"), figures=[seven]),
        says(
            "b",
            hop("A hospital spokesman", "role", type="person"),
            figures=[figure("the seven", 7)],
            text="All but two of the seven injured had been discharged.",
        ),
    )
    count = origins_of(material)
    assert count.low == 1
    assert groups(count) == [{"a", "b"}]


def test_an_outlet_that_no_page_is_known_of_is_an_origin_of_its_own() -> None:
    material = cluster(
        [page("a"), page("b", "2024-03-14")],
        says("a", hop("Radio Ostro", "outlet", cue="reported")),
        says("b", hop("Radio Ostro", "outlet", cue="reported")),
    )
    count = origins_of(material)
    assert interval(count) == (1, 1)
    assert count.groups[0].origin == "report of Radio Ostro, which is not among these pages"


def test_what_a_link_or_a_reviewer_says_of_actors_holds() -> None:
    chain = (hop("Gaddafi", entity="e1"), hop("Qaddafi", entity="e1"))

    def with_link(kind: str, by: str) -> OriginCount:
        why = "Two spellings of a name."
        link = ActorLink(a="a#e1", b="b#e1", kind=kind, score=0.97, why=why, by=by)  # type: ignore[arg-type]
        return origins_of(cluster([page("a"), page("b")], says("a", chain[0]), says("b", chain[1]), links=(link,)))

    assert interval(with_link("same", "rule")) == (1, 1)
    assert interval(with_link("different", "reviewer")) == (2, 2)


def test_a_member_of_whom_it_is_not_sure_that_it_says_the_same_does_not_raise_the_low_end() -> None:
    a, b, c = (says(name, hop(who)) for name, who in (("a", "Ana Petrova"), ("b", "Ana Petrova"), ("c", "Ivo Marin")))
    sure, doubtful = same(a, b), same(a, c, 0.6)
    count = origins_of(cluster([page("a"), page("b"), page("c")], a, b, c, judgements=(sure, doubtful)))
    assert interval(count) == (1, 2)
    assert "It is not sure that The C Herald" in count.why[0]


def test_the_interest_is_whom_the_actor_speaks_for() -> None:
    manager = hop("Dolores Uy-Tan", roles=("operations manager of Visayan Star Lines",))
    assert origins_of(cluster([page("a")], says("a", manager))).groups[0].interest == "Visayan Star Lines"


def test_the_statement_is_whose_statement_the_page_spoke_of() -> None:
    navy = hop("the navy of Orsania", "group", cue="said in a statement", attribution="a1")
    material = cluster(
        [page("a")],
        says("a", hop("The statement", "document", attribution="a2"), claim="c2"),
        beside=[says("a", navy, text="Commandos boarded the ship.")],
    )
    assert origins_of(material).groups[0].origin == "statement of the navy of Orsania, reported 12 March 2024"


def test_a_statement_carried_by_a_broadcaster_is_no_interview() -> None:
    navy = hop("the navy", "group", cue="said in a statement carried by", addressee="state television")
    assert origins_of(cluster([page("a")], says("a", navy))).groups[0].kind == "statement"


def test_unnamed_sources_of_a_page_that_owes_the_other_one_something_are_likelier_its_sources() -> None:
    def of(*edges: PageEdge) -> float:
        made = (says("a", hop("shipping sources", "anonymous")), says("b", hop("an insider", "anonymous")))
        steps = list(waterfall(cluster([page("a"), page("b", "2024-03-13")], *made, edges=edges)))
        return steps[0].weight

    assert of(edge("b", "a", "cites", [("c7", "c8")])) == pytest.approx(of() + bonds.OTHERWISE)


def test_who_repeats_themselves_repeats_nobody_else() -> None:
    pages = [page("a", "2024-03-11"), page("b", "2024-03-12"), page("c", "2024-03-13")]
    keller, company = hop("Rosa Keller"), hop("Kestwater", "group")
    again = hop("Kestwater", "group", cue="repeated")
    assert len(groups(origins_of(cluster(pages, says("a", keller), says("b", company), says("c", again))))) == 2
    assert len(groups(origins_of(cluster(pages, says("a", keller), says("c", again))))) == 1


def test_figures_and_occasions_alone_set_nobody_apart() -> None:
    material = cluster(
        [page("a"), page("b", "2024-06-20")],
        says("a", hop("Rosa Keller", venue="a press conference"), figures=[figure("43 people", 43)]),
        says("b", hop("Kestwater", "group", venue="a telephone interview"), figures=[figure("51 people", 51)]),
    )
    assert interval(origins_of(material)) == (1, 2)
    (step,) = waterfall(material)
    assert step.verdict == "perhaps"


def test_what_was_first_is_only_said_where_it_is_known() -> None:
    number = figure("1140 animals", 1140)
    pages = [page("a", "2024-03-12"), page("b", "2024-03-12")]
    material = cluster(pages, says("a", figures=[number]), says("b", figures=[number]))
    (found,) = origins_of(material).groups[0].edges
    assert "which of them was first is not known" in found.why
    assert found.kind == "same-utterance"


def test_a_vague_number_a_number_that_is_a_name_and_an_age_are_nothing_in_common() -> None:
    for number in (figure("several people", 3), figure("the 500 block", 500)):
        material = cluster([page("a"), page("b")], says("a", figures=[number]), says("b", figures=[number]))
        assert "the same figure" not in origins_of(material).groups[0].edges[0].why


def test_a_page_that_names_no_source_may_have_it_from_whom_a_later_one_names() -> None:
    pages = [page("a", "2024-03-05"), page("b", "2024-03-06")]
    lenoci = hop("Major Dario Lenoci", name="Dario Lenoci")
    count = origins_of(cluster(pages, says("a"), says("b", lenoci)))
    assert interval(count) == (1, 2)
    text = "Major Dario Lenoci put the value at two to three million euros."
    count = origins_of(cluster(pages, says("a", text=text), says("b", lenoci)))
    assert interval(count) == (1, 1)
    assert count.groups[0].edges[0].why == (
        "The A Herald of 5 March 2024 gives it as that of Major Dario Lenoci, as does The B Herald of 6 March 2024."
    )


def test_reports_of_nobody_are_quoted_and_not_named() -> None:
    material = cluster([page("a")], says("a", hop("online reports", "unnamed", cue="say")))
    (group,) = origins_of(material).groups
    assert group.origin == "unattributed (“online reports”), first in The A Herald of 12 March 2024"
