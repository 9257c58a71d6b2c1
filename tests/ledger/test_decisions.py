"""What a reviewer decides on what was read holds in all answers until it is undone, and is never forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from linked_readings import RULES, copies, linked, members, told
from made_readings import SPOKEN, page
from sayso.errors import LedgerError
from sayso.ledger import Ledger, make_filters
from sayso.nouns import Correction, Decision, Quote, Reading
from sayso.nouns.found import FoundClaim


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.db") as made:
        linked(made, [page(SPOKEN)])
        yield made


def decide(ledger: Ledger, target: str, verdict: Any = "correct", **more: Any) -> Decision:
    """Decide on a claim of the page, and let it take effect everywhere."""
    more = {"by": "Ada Lind", "document": "page.html"} | more
    correction = {name: more.pop(name) for name in Correction.__struct_fields__ if name in more}
    if correction:
        more["correction"] = Correction(**correction)
    kept = ledger.decide(Decision(target=target, verdict=verdict, **more))
    list(ledger.link(RULES))
    return kept


def undo(ledger: Ledger, number: int, by: str = "Ada Lind") -> Decision:
    kept = ledger.decide(Decision(document="", target="", verdict="accept", by=by, undoes=number))
    list(ledger.link(RULES))
    return kept


def claims(ledger: Ledger) -> dict[str, str]:
    return {claim.id: claim.text for claim in ledger.claims(make_filters())}


def speaker(ledger: Ledger, claim: str, where: str = "page.html") -> str | None:
    found, _ = ledger.claim(f"{where}#{claim}")
    return found.hops[0].speaker if found.hops else None


def asked(ledger: Ledger) -> list[Any]:
    """All that the ledger answers of its current readings."""
    everything = make_filters()
    return [
        list(ledger.readings()),
        *(list(ask(everything)) for ask in (ledger.figures, ledger.documents, ledger.sources)),
        [unnumbered(claim) for claim in ledger.claims(everything)],
        told(ledger),
        [(unnumbered(item.claim), item.weight) for item in ledger.queue(everything, "nobody")],
    ]


def unnumbered(claim: FoundClaim) -> FoundClaim:
    """A claim without the number of its cluster, which is another one when the cluster was empty in between."""
    cluster = msgspec.structs.replace(claim.cluster, name="") if claim.cluster else None
    return msgspec.structs.replace(claim, cluster=cluster)


def words(reading: Reading, text: str) -> Quote:
    start = reading.document.text.index(text)
    return Quote(start=start, end=start + len(text))


def check(ledger: Ledger) -> None:
    """Every range of the current readings has the words that it says, and the ledger is whole."""
    assert ledger.verify() == []
    for reading in ledger.readings():
        text = reading.document.text
        for said in reading.attributions:
            assert said.content.text == " ".join(text[a:b] for a, b in said.content.spans)
            assert (said.source.text or "") == " ".join(text[a:b] for a, b in said.source.spans)
            assert said.cue is None or text[said.cue.start : said.cue.end] == said.cue.text
        for mention in reading.mentions:
            assert text[mention.start : mention.end] == mention.text
        known = {each.id for each in reading.attributions}
        assert all(set(claim.chain) <= known for claim in reading.claims)
        entities = {each.id for each in reading.entities}
        assert all(said.source.entity in {None, *entities} for said in reading.attributions)


def test_a_new_speaker_shows_in_every_answer(ledger: Ledger) -> None:
    before = asked(ledger)
    kept = decide(ledger, "c2", speaker="Ines Frost", why="I was there.")
    assert (kept.verdict, kept.by, kept.why, kept.document[:7]) == ("correct", "Ada Lind", "I was there.", "sha256:")
    assert kept.before is not None
    assert kept.after is not None
    assert (kept.before.speaker, kept.after.speaker) == ("Ann Bell", "Ines Frost")
    assert kept.at
    assert speaker(ledger, "c2") == "Ines Frost"
    assert [c.id for c in ledger.claims(make_filters(by="Ines Frost"))] == ["c2"]
    assert list(ledger.claims(make_filters(by="Ann Bell"))) == []
    assert {s.speaker for s in ledger.sources(make_filters())} >= {"Ines Frost", "Rory Stewart"}
    assert "Ann Bell" not in {s.speaker for s in ledger.sources(make_filters())}
    (member,) = next(c for c in ledger.clusters(make_filters(query="flood"))).members
    assert member.chain is not None
    assert "Ines Frost" in member.chain
    # the reading as it was put in stays
    assert ledger.reading("page.html", 1) == page(SPOKEN)[1]
    assert ledger.reading("page.html") != page(SPOKEN)[1]
    check(ledger)
    undone = undo(ledger, kept.number)
    assert undone.undoes == kept.number
    assert asked(ledger) == before
    assert ledger.reading("page.html") == page(SPOKEN)[1]
    assert [d.number for d in ledger.decisions()] == []
    assert [(d.number, d.undoes) for d in ledger.decision_log()] == [(kept.number, None), (undone.number, kept.number)]
    check(ledger)


def test_another_speaker_of_the_page_is_no_new_one(ledger: Ledger) -> None:
    entities = ledger.reading("page.html").entities
    stewart = next(entity for entity in entities if entity.name == "Rory Stewart")
    for named in ({"entity": stewart.id}, {"speaker": "rory  STEWART"}, {"speaker": "Stewart"}):
        kept = decide(ledger, "c2", **named)
        assert speaker(ledger, "c2") == "Rory Stewart"
        assert ledger.reading("page.html").entities == entities
        assert [s.claims for s in ledger.sources(make_filters(query="Stewart"))] == [2]
        undo(ledger, kept.number)
    check(ledger)


def test_what_was_rejected_leaves_the_answers_and_comes_back(ledger: Ledger) -> None:
    before = asked(ledger)
    kept = decide(ledger, "c1", "reject")
    assert (kept.after, kept.before is not None) == (None, True)
    assert set(claims(ledger)) == {"c2", "c3", "c4"}
    assert list(ledger.figures(make_filters())) == []  # the only figure was in it
    assert "Rory Stewart" not in {s.speaker for s in ledger.sources(make_filters())}
    assert sum(len(c.members) for c in ledger.clusters(make_filters())) == 3
    assert next(iter(ledger.documents(make_filters()))).claims == 3
    assert [(d.target, d.verdict, d.holds) for d in ledger.decisions("page.html")] == [("c1", "reject", True)]
    check(ledger)
    # it can be decided on again under its id, and be taken back
    again = decide(ledger, "c1", "accept", by="Ben Rowe")
    assert asked(ledger) == before
    undo(ledger, again.number)
    assert set(claims(ledger)) == {"c2", "c3", "c4"}
    undo(ledger, kept.number)
    assert asked(ledger) == before


def test_words_of_the_page_are_marked_otherwise(ledger: Ledger) -> None:
    raw = ledger.reading("page.html")
    content = words(raw, "had never seen such a flood")
    kept = decide(ledger, "c2", content=(content,), cue=words(raw, "said"), source=(words(raw, "Bell"),))
    claim = next(claim for claim in ledger.reading("page.html").claims if claim.id == "c2")
    assert (claim.start, claim.end) == (content.start, content.end)
    assert "flood" in claim.text
    assert kept.correction is not None
    assert kept.correction.content is not None
    assert kept.correction.content[0].text == "had never seen such a flood"
    assert next(iter(ledger.claims(make_filters(query="flood")))).quote == "had never seen such a flood"
    assert speaker(ledger, "c2") == "Ann Bell"
    check(ledger)


def test_measures_follow_the_words(ledger: Ledger) -> None:
    raw = ledger.reading("page.html")
    kept = decide(ledger, "c1", content=(words(raw, "the Vashti dam"),))
    claim = next(claim for claim in ledger.reading("page.html").claims if claim.id == "c1")
    names = {entity.id: entity.name for entity in raw.entities}
    assert [names[entity] for entity in claim.entities] == ["Vashti"]
    assert claim.quantities == ()
    undo(ledger, kept.number)
    assert ledger.reading("page.html") == raw


def test_the_writers_own_is_somebodys_and_back(ledger: Ledger) -> None:
    raw = ledger.reading("page.html")
    kept = decide(ledger, "c4", speaker="Ann Bell")
    assert speaker(ledger, "c4") == "Ann Bell"
    made = next(claim for claim in ledger.reading("page.html").claims if claim.id == "c4").attribution
    check(ledger)
    # what the correction brought in is decided on with its claim
    assert decide(ledger, str(made), "accept", by="Ben Rowe").target == "c4"
    undo(ledger, list(ledger.decisions())[-1].number)
    undo(ledger, kept.number)
    own = decide(ledger, "c3", writer=True)
    assert own.after is not None
    assert own.after.attribution is None
    assert speaker(ledger, "c3") is None
    assert [each.id for each in ledger.reading("page.html").attributions] == ["a2", "a4"]
    check(ledger)
    # and somebody's again, by a later correction
    decide(ledger, "c3", speaker="Ann Bell")
    assert speaker(ledger, "c3") == "Ann Bell"
    for decision in list(ledger.decisions())[::-1]:
        undo(ledger, decision.number)
    assert ledger.reading("page.html") == raw


def test_one_correction_after_the_other(ledger: Ledger) -> None:
    first = decide(ledger, "c2", speaker="Ines Frost")
    second = decide(ledger, "c2", status="hedged", by="Ben Rowe")
    (claim,) = (c for c in ledger.claims(make_filters()) if c.id == "c2")
    assert (claim.status, claim.hops[0].speaker) == ("hedged", "Ines Frost")
    assert [(d.number, d.holds) for d in ledger.decisions()] == [(first.number, False), (second.number, True)]
    undo(ledger, second.number, by="Cem")
    assert (speaker(ledger, "c2"), claims(ledger)["c2"]) == ("Ines Frost", claim.text)
    # who accepts what was corrected accepts the correction, also when it is undone
    accepted = decide(ledger, "c2", "accept", by="Ben Rowe")
    assert accepted.correction == first.correction
    undo(ledger, first.number)
    assert speaker(ledger, "c2") == "Ines Frost"
    check(ledger)


def test_an_attribution_is_decided_on_with_its_claim_or_alone(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "two.db") as ledger:
        linked(ledger, [page(SPOKEN, outer="The Guardian")])
        raw = ledger.reading("page.html")
        claim = raw.claims[0]
        inner, outer = claim.chain
        assert decide(ledger, inner, speaker="Ines Frost").target == "c1"
        assert speaker(ledger, "c1") == "Ines Frost"
        kept = decide(ledger, outer, speaker="The Herald", type="outlet")
        assert kept.target == outer
        hops = ledger.claim("page.html#c1")[0].hops
        assert [(hop.speaker, hop.kind) for hop in hops] == [("Ines Frost", "named"), ("The Herald", "outlet")]
        check(ledger)
        gone = decide(ledger, outer, "reject")
        assert [hop.attribution for hop in ledger.claim("page.html#c1")[0].hops] == [inner]
        check(ledger)
        undo(ledger, gone.number)
        assert len(ledger.claim("page.html#c1")[0].hops) == 2
        with pytest.raises(LedgerError) as caught:
            decide(ledger, outer, status="hedged")
        assert caught.value.code == "SAY-142"


def test_skipping_changes_nothing(ledger: Ledger) -> None:
    before = asked(ledger)
    kept = decide(ledger, "c1", "skip")
    assert asked(ledger) == before
    assert not kept.holds
    decide(ledger, "c1", "reject")
    decide(ledger, "c1", "skip", by="Ben Rowe")
    assert "c1" not in claims(ledger)
    check(ledger)


def renamed(reading: Reading, names: dict[str, str]) -> Reading:
    """The same reading with claims of other ids, in another order."""
    made = [msgspec.structs.replace(c, id=names[c.id]) for c in reading.claims]
    return msgspec.structs.replace(reading, claims=tuple(sorted(made, key=lambda c: c.id)), checks=())


def test_decisions_are_found_again_when_the_page_is_read_again(ledger: Ledger) -> None:
    decide(ledger, "c2", speaker="Ines Frost")
    decide(ledger, "c3", "reject")
    capture, reading = page(SPOKEN, version="2")
    linked(ledger, [(capture, renamed(reading, {"c1": "c4", "c2": "c3", "c3": "c1", "c4": "c2"}))])
    assert speaker(ledger, "c3") == "Ines Frost"
    assert set(claims(ledger)) == {"c2", "c3", "c4"}
    assert [(d.target, d.unapplied) for d in ledger.decisions()] == [("c3", None), ("c1", None)]
    assert [d.target for d in ledger.decision_log()] == ["c2", "c3"]  # as they were made
    check(ledger)


def test_decisions_follow_words_that_have_moved(ledger: Ledger) -> None:
    raw = ledger.reading("page.html")
    decide(ledger, "c2", source=(words(raw, "Ann Bell"),), speaker="Ines Frost", status="planned")
    decide(ledger, "c1", content=(words(raw, "the Vashti dam had failed"),))
    capture, reading = page(SPOKEN, version="2")
    longer = page((("Tom Reed", "wrote", "nothing of the kind"), *SPOKEN), version="2")[1]
    moved = msgspec.structs.replace(longer, document=msgspec.structs.replace(longer.document, id=reading.document.id))
    moved = msgspec.structs.replace(
        moved, document=msgspec.structs.replace(moved.document, capture=reading.document.capture)
    )
    linked(ledger, [(capture, moved)])
    assert speaker(ledger, "c3") == "Ines Frost"
    (claim,) = (c for c in ledger.claims(make_filters()) if c.id == "c2")
    assert claim.quote == "the Vashti dam had failed"
    check(ledger)


def test_what_is_not_there_any_more_is_kept_and_told(ledger: Ledger) -> None:
    decide(ledger, "c2", speaker="Ines Frost")
    raw = ledger.reading("page.html")
    decide(ledger, "c1", content=(words(raw, "Vashti dam had failed near Korr"),))
    capture, reading = page(SPOKEN, version="2")
    fewer = msgspec.structs.replace(
        reading,
        claims=tuple(c for c in reading.claims if c.id != "c2"),
        attributions=tuple(a for a in reading.attributions if a.id != "a4"),
    )
    linked(ledger, [(capture, fewer)])
    first, second = ledger.decisions()
    assert first.unapplied == "the current reading has no such claim any more"
    assert first.target == "c2"
    assert second.unapplied is None
    assert set(claims(ledger)) == {"c1", "c3", "c4"}
    check(ledger)
    # once it is read as before, it shows again
    linked(ledger, [page(SPOKEN, version="3")])
    assert speaker(ledger, "c2") == "Ines Frost"
    assert all(decision.unapplied is None for decision in ledger.decisions())
    check(ledger)


def test_decisions_hold_when_the_index_is_made_anew(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decide(ledger, "c2", speaker="Ines Frost")
    decide(ledger, "c3", "reject")
    before, log = asked(ledger), list(ledger.decision_log())
    ledger.close()
    monkeypatch.setattr("sayso.ledger.sqlite.INDEX_VERSION", 99)
    with Ledger.open(tmp_path / "ledger.db") as again:
        assert asked(again) == before
        assert list(again.decision_log()) == log
        check(again)


def test_clusters_follow(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "copies.db") as ledger:
        linked(ledger, copies(2))
        before = members(ledger.clusters(make_filters()))
        kept = decide(ledger, "c1", "reject", document="copy1.html")
        assert {"copy0.html#c1"} in members(ledger.clusters(make_filters()))
        check(ledger)
        undo(ledger, kept.number)
        assert members(ledger.clusters(make_filters())) == before
        check(ledger)


def test_damage_to_decisions_is_found(ledger: Ledger) -> None:
    decide(ledger, "c2", speaker="Ines Frost")
    with ledger._dialect.writing() as connection:
        connection.exec_driver_sql("DELETE FROM decisions")
    assert any("other decisions" in fault for fault in ledger.verify())


def test_damage_to_the_queue_is_found(ledger: Ledger) -> None:
    with ledger._dialect.writing() as connection:
        connection.exec_driver_sql("UPDATE waiting SET weight = 999 WHERE claim = 'c1'")
    assert any("queue" in fault for fault in ledger.verify())


@pytest.mark.parametrize(
    ("target", "wanted", "code"),
    [
        ("c9", {"speaker": "Ines Frost"}, "SAY-140"),
        ("a99", {"speaker": "Ines Frost"}, "SAY-140"),
        ("c1", {}, "SAY-142"),
        ("c1", {"type": "person"}, "SAY-142"),
        ("c1", {"entity": "e99"}, "SAY-142"),
        ("c1", {"speaker": "  "}, "SAY-142"),
        ("c1", {"speaker": "…"}, "SAY-142"),
        ("c1", {"speaker": "x" * 400}, "SAY-142"),
        ("c1", {"text": " "}, "SAY-142"),
        ("c1", {"content": ()}, "SAY-142"),
        ("c1", {"content": (Quote(start=5, end=5),)}, "SAY-142"),
        ("c1", {"content": (Quote(start=-1, end=5),)}, "SAY-142"),
        ("c1", {"content": (Quote(start=0, end=10**9),)}, "SAY-142"),
        ("c1", {"content": (Quote(start=0, end=4, text="Ross"),)}, "SAY-142"),
        ("c1", {"content": (Quote(start=0, end=5), Quote(start=4, end=9))}, "SAY-142"),
        ("c1", {"cue": Quote(start=4, end=5)}, "SAY-142"),
        ("c1", {"writer": True, "speaker": "Ines Frost"}, "SAY-142"),
    ],
)
def test_what_cannot_be_corrected_is_refused_and_nothing_kept(
    ledger: Ledger, target: str, wanted: dict[str, Any], code: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        decide(ledger, target, **wanted)
    assert caught.value.code == code
    assert list(ledger.decision_log()) == []
    assert {event.kind for event in ledger.events()} == {"reading-added"}


def test_other_refusals(ledger: Ledger) -> None:
    for wanted, code in (
        ({"document": "nowhere.html"}, "SAY-068"),
        ({"by": " "}, "SAY-144"),
        ({"undoes": 1}, "SAY-141"),
        ({"undoes": 10**9}, "SAY-141"),
    ):
        with pytest.raises(LedgerError) as caught:
            decide(ledger, "c1", "accept", **wanted)
        assert caught.value.code == code
    kept = decide(ledger, "c1", "reject")
    undone = undo(ledger, kept.number)
    for number in (kept.number, undone.number):
        with pytest.raises(LedgerError) as caught:
            undo(ledger, number)
        assert caught.value.code == "SAY-141"


def test_a_page_is_compared_once_for_many_decisions(ledger: Ledger) -> None:
    for target, verdict in (("c1", "reject"), ("c2", "reject"), ("c3", "skip")):
        ledger.decide(Decision(document="page.html", target=target, verdict=verdict, by="Ada Lind"))  # type: ignore[arg-type]
    assert ledger.unlinked() == 1
    assert len(list(ledger.link(RULES))) == 1
    check(ledger)
