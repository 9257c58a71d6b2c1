"""Which cues are kept, what the second graph says of them, and what becomes of them."""

from __future__ import annotations

import numpy as np
import pytest
from made_model import LABELS, Said, TableGraphs

from sayso.reader.common.hop import Hop
from sayso.reader.common.page import Page
from sayso.reader.model.hops import Candidates, accepted, calibrated, hop_of, moved
from sayso.reader.model.reconcile import with_rules
from sayso.reader.model.roles import TOGETHER, Found, read_roles
from sayso.reader.model.tagging import Tagged
from sayso.reader.model.weights import Biases


def cue(first: int, score: float) -> Tagged:
    return Tagged(first, first + 1, "", score)


def found(first: int, *content: tuple[int, int], score: float = 1.0) -> Found:
    return Found((first, first + 1), {"content": list(content)} if content else {}, score)


BIASES = Biases(outer=0.0, cue=0.0, alone=0.8, nested=0.4, ruled=0.6, ruled_nested=0.3)


def kept(
    outer: list[Tagged], other: list[Tagged], made: list[Found], ruled: list[Tagged] | None = None
) -> list[tuple[int, float]]:
    candidates = Candidates(outer, other, ruled or [])
    return [(one.cue[0], score) for one, score in accepted(candidates, made, BIASES)]


def test_a_cue_of_the_first_head_stands_where_it_has_a_content() -> None:
    assert kept([cue(3, 0.2), cue(9, 0.9)], [], [found(3, (4, 7)), found(9)]) == [(3, 0.2)]


def test_a_cue_of_the_second_head_must_be_surer_outside_contents() -> None:
    assert kept([], [cue(3, 0.7), cue(20, 0.8)], [found(3, (4, 7)), found(20, (21, 25))]) == [(20, 0.8)]


def test_a_cue_inside_a_kept_content_needs_less() -> None:
    made = [found(3, (4, 12)), found(6, (7, 12)), found(20, (21, 25))]
    assert kept([cue(3, 0.9)], [cue(6, 0.5), cue(20, 0.5)], made) == [(3, 0.9), (6, 0.5)]
    assert kept([cue(3, 0.9)], [cue(6, 0.3)], made[:2]) == [(3, 0.9)]


def test_a_cue_of_the_rules_has_a_bound_of_its_own() -> None:
    made = [found(3, (4, 12)), found(6, (7, 12)), found(20, (21, 25)), found(30, (31, 35))]
    ruled = [cue(6, 0.4), cue(20, 0.6), cue(30, 0.59)]
    assert kept([cue(3, 0.9)], [], made, ruled) == [(3, 0.9), (6, 0.4), (20, 0.6)]
    assert Candidates([cue(3, 0.9)], [], ruled).cues() == [(3, 4), (6, 7), (20, 21), (30, 31)]


def test_wider_contents_are_decided_first_so_that_chains_hold() -> None:
    made = [found(8, (9, 12)), found(3, (4, 12)), found(6, (7, 12))]
    assert kept([], [cue(3, 0.9), cue(6, 0.5), cue(8, 0.5)], made) == [(3, 0.9), (6, 0.5), (8, 0.5)]
    assert kept([], [cue(3, 0.7), cue(6, 0.5), cue(8, 0.5)], made) == []


def test_scores_of_cue_and_roles_are_multiplied() -> None:
    assert kept([cue(3, 0.5)], [], [found(3, (4, 7), score=0.5)]) == [(3, 0.25)]


def test_moving_moves_all_ranges() -> None:
    made = moved(Found((1, 2), {"source": [(0, 1)], "content": [(2, 4), (6, 8)]}, 0.5), 10)
    assert made == Found((11, 12), {"source": [(10, 11)], "content": [(12, 14), (16, 18)]}, 0.5)


PAGE = Page("It rained. On Monday Ida Roux said in Korr that the gate was shut.")


def at(word: str) -> int:
    return PAGE.words.index(word)


def test_a_hop_has_its_sentence_and_what_no_role_takes() -> None:
    said = at("said")
    roles = {"source": [(at("Ida"), said)], "content": [(at("that"), at("shut") + 1)]}
    hop = hop_of(PAGE, Found((said, said + 1), roles, 0.9), 0.9)
    assert hop.sentence == 1
    assert hop.source == (at("Ida"), said)
    assert hop.contents == [(at("that"), at("shut") + 1)]
    assert [" ".join(PAGE.words[a:b]) for a, b in hop.around] == ["On Monday", "in Korr", "."]
    assert (hop.hedge, hop.denied, hop.addressee) == ("none", False, None)


def test_the_nearest_venue_of_the_net_is_taken() -> None:
    said = at("said")
    roles = {"venue": [(at("Monday"), at("Ida")), (at("in"), at("that"))], "content": [(at("that"), at("shut"))]}
    assert hop_of(PAGE, Found((said, said + 1), roles, 0.9), 0.9).venue == (at("in"), at("that"))


def test_a_dateline_is_nobodys_words() -> None:
    page = Page("KORR, Vashti (Tidewire) – The dam broke at noon, the mayor said.")
    said, dam = page.words.index("said"), page.words.index("The")
    hop = hop_of(page, Found((said, said + 1), {"content": [(0, said - 3)]}, 0.9), 0.9)
    assert hop.contents == [(dam, said - 3)]


def test_whom_it_was_said_to_is_no_venue() -> None:
    page = Page("A reader writes to me that the dam broke.")
    writes, me = page.words.index("writes"), page.words.index("me")
    roles = {"venue": [(me, me + 1)], "addressee": [(me, me + 1)], "content": [(me + 1, len(page.words) - 1)]}
    hop = hop_of(page, Found((writes, writes + 1), roles, 0.9), 0.9)
    assert (hop.venue, hop.addressee) == (None, (me, me + 1))


def test_the_nearest_of_several_sources_is_taken() -> None:
    said = at("said")
    roles = {"source": [(0, 1), (at("Ida"), said), (at("gate"), at("gate") + 1)], "content": [(at("that"), at("shut"))]}
    assert hop_of(PAGE, Found((said, said + 1), roles, 0.9), 0.9).source == (at("Ida"), said)


@pytest.mark.parametrize(
    ("text", "word", "denied"), [("He denied that it fell.", "denied", True), ("He said that it fell.", "said", False)]
)
def test_denial_comes_from_the_lexicon(text: str, word: str, denied: bool) -> None:
    page = Page(text)
    first = page.words.index(word)
    hop = hop_of(page, Found((first, first + 1), {"content": [(first + 1, len(page.words))]}, 1.0), 1.0)
    assert hop.denied is denied


def test_hearsay_is_hedged() -> None:
    page = Page("The gate was reportedly shut.")
    first = page.words.index("reportedly")
    assert hop_of(page, Found((first, first + 1), {"content": [(0, first)]}, 1.0), 1.0).hedge == "strong"


def hop(first: int, last: int, **more: object) -> Hop:
    return Hop(
        **{"cue": (first, last), "source": None, "contents": [], "pattern": "x", "score": 1, "sentence": 0} | more
    )  # type: ignore[arg-type]


def test_the_rules_lend_polarity_and_circumstances_to_the_same_cue_only() -> None:
    own, other = hop(5, 7), hop(20, 21, around=[(1, 2)])
    rule = hop(6, 7, denied=True, hedge="weak", refusal=True, addressee=(8, 9), around=[(9, 12)], start=4)
    with_rules(PAGE, [own, other], [hop(0, 1, denied=True), rule, hop(30, 31, denied=True)])
    assert (own.denied, own.hedge, own.refusal, own.addressee) == (True, "weak", True, (8, 9))
    assert (own.around, own.start) == ([(9, 12)], 4)
    assert (other.denied, other.around) == (False, [(1, 2)])


def test_an_addressee_of_the_net_stays() -> None:
    own = hop(5, 6, addressee=(2, 3))
    with_rules(PAGE, [own], [hop(5, 6, addressee=(8, 9))])
    assert own.addressee == (2, 3)


def test_a_source_that_the_net_leaves_out_is_the_rules_unless_it_is_part_of_the_content() -> None:
    own, other = hop(5, 6), hop(9, 10)
    other.contents = [(0, 4)]
    with_rules(PAGE, [own, other], [hop(5, 6, source=(1, 3)), hop(9, 10, source=(2, 3))])
    assert own.source == (1, 3)
    assert other.source is None


@pytest.mark.parametrize(
    ("text", "label", "kept"),
    [
        ("Roux put the loss at 4 million .", "put", True),
        ("Roux put the blame at his feet .", "put", False),
        ("Roux corrected the number : 40 wells .", "say", True),
        ("Roux corrected the spelling : 40 letters .", "say", False),
    ],
)
def test_figures_that_are_given_in_so_many_words_are_added(text: str, label: str, kept: bool) -> None:
    page = Page(text)
    rule = Hop(cue=(1, 2), source=(0, 1), contents=[(2, len(page.words) - 1)], pattern="", score=0.7, sentence=0)
    rule.label = label
    assert with_rules(page, [], [rule]) == ([rule] if kept else [])


def test_paragraphs_that_only_the_layout_ties_to_a_cue_are_added() -> None:
    laid_out = hop(5, 6)
    laid_out.pattern = "verb/paragraph"
    made = with_rules(PAGE, [hop(9, 10)], [hop(2, 3), laid_out])
    assert [one.cue for one in made] == [(5, 6), (9, 10)]


def test_a_chain_that_only_the_rules_see_is_taken_over() -> None:
    told, according = hop(2, 3), hop(9, 11)
    told.contents = according.contents = [(4, 8)]
    rule_told, rule_according = hop(2, 3), hop(9, 11)
    rule_told.contents, rule_according.contents = [(4, 8)], [(0, 8)]
    with_rules(PAGE, [told, according], [rule_told, rule_according])
    assert told.inside is according
    assert according.contents == [(0, 8)]


def test_a_chain_of_the_net_is_not_turned_round() -> None:
    outer, inner = hop(2, 3), hop(5, 6)
    outer.contents, inner.contents = [(4, 9)], [(6, 9)]
    rule_outer, rule_inner = hop(2, 3), hop(5, 6)
    rule_inner.contents, rule_outer.contents = [(0, 4)], [(3, 4)]
    with_rules(PAGE, [outer, inner], [rule_outer, rule_inner])
    assert outer.inside is None
    assert inner.inside is None


def test_a_calibrated_score_keeps_the_order_and_the_bounds() -> None:
    made = [calibrated(score, (0.5, 1.5)) for score in (0.0, 0.1, 0.5, 0.9, 1.0)]
    assert made == sorted(made)
    assert 0 <= made[0] < 0.01
    assert made[2] == pytest.approx(1 / (1 + np.exp(-0.5)), abs=1e-3)
    assert calibrated(0.3, (0.0, 1.0)) == 0.3


def test_an_addressee_that_is_part_of_the_source_is_none() -> None:
    said = at("said")
    roles = {"content": [(said + 1, said + 3)], "source": [(at("Ida"), said)], "addressee": [(at("Ida"), said)]}
    assert hop_of(PAGE, Found((said, said + 1), roles, 0.9), 0.9).addressee is None


def test_roles_are_read_for_each_cue_in_groups() -> None:
    count = TOGETHER + 3
    table = {f"c{n}": Said() for n in range(count)} | {
        f"x{n}": Said(roles={f"c{n}": "S-content"}) for n in range(count)
    }
    graphs = TableGraphs(table)
    # c0 x0 c1 x1 ...
    ids = np.asarray([[200 + n, 200 + count + n] for n in range(count)]).reshape(-1)
    states = np.repeat(ids[:, None], 2 * LABELS.state, axis=1).astype(np.float32)
    cues = [(2 * n, 2 * n + 1) for n in range(count)]
    made = read_roles(cues, states, np.zeros(len(ids), np.int64), graphs, LABELS, np.zeros((9, 9), np.float32))
    assert graphs.groups == [TOGETHER, 3]
    assert [one.cue for one in made] == cues
    assert [one.roles for one in made] == [{"content": [(2 * n + 1, 2 * n + 2)]} for n in range(count)]
    assert all(0.9 < one.score <= 1 for one in made)


def test_sureness_falls_with_the_scores() -> None:
    class Unsure(TableGraphs):
        def roles(self, *inputs: object) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[override, type-arg]
            roles, circumstances = super().roles(*inputs)  # type: ignore[arg-type]
            return roles / 9, circumstances

    table = {"c": Said(), "x": Said(roles={"c": "S-content"})}
    states = np.asarray([[200.0] * 4, [201.0] * 4], dtype=np.float32)
    (made,) = read_roles(
        [(0, 1)], states, np.zeros(2, np.int64), Unsure(table), LABELS, np.zeros((9, 9), dtype=np.float32)
    )
    assert made.roles == {"content": [(1, 2)]}
    assert made.score == pytest.approx(np.e / (np.e + 8), abs=1e-5)
