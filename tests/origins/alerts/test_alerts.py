"""What a reader of a cluster must know."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.nouns import Alert, Figure, Hop, Judgement, Page, PageEdge, Statement
from sayso.origins.alerts import alerts_of
from sayso.origins.alerts.figures import digits, is_round
from sayso.origins.alerts.sides import Sides
from sayso.origins.material import Material
from sayso.origins.order import in_order
from sayso.origins.words import head, stem, stems


def page(name: str, day: str | None, outlet: str | None = None) -> Page:
    exact = day is not None and "T" in day
    return Page(
        document=name,
        source=f"{name}.html",
        url=None,
        host=None,
        outlet=outlet or name.title(),
        title=None,
        published=day,
        first=day if exact or day is None else f"{day}T00:00:00",
        last=day if exact or day is None else f"{day}T23:59:59",
        language="en",
    )


def hop(text: str, kind: Any = "named", **more: Any) -> Hop:
    known: dict[str, Any] = {
        "attribution": "a1",
        "kind": kind,
        "entity": None,
        "type": "person",
        "name": text if kind == "named" else None,
        "names": (text,),
        "roles": (),
        "text": text,
        "count": None,
        "cue": "said",
        "manner": "indirect",
        "polarity": "affirmed",
        "hedge": "none",
    }
    from_ = more.pop("from_", None)
    return Hop(**{**known, **more}, from_=from_)


def figure(text: str, low: float | None, high: float | None, of: str, **more: Any) -> Figure:
    noun = head(of)
    known: dict[str, Any] = {"approximate": False, "unit": None, "kind": "count"}
    rest = tuple(word for word in stems(of) if word != stem(noun))
    return Figure(quantity="q1", text=text, low=low, high=high, of=of, head=stem(noun), words=rest, **{**known, **more})


def statement(document: str, text: str, *figures: Figure, said: tuple[Hop, ...] = (), **more: Any) -> Statement:
    known: dict[str, Any] = {
        "claim": "c1",
        "position": 0,
        "start": 0,
        "end": len(text),
        "content": ((0, len(text)),),
        "quote": text,
        "status": "asserted",
        "polarity": "affirmed",
        "negation": None,
        "times": (),
        "places": (),
        "parties": (),
        "words": stems(text),
        "context": (),
    }
    return Statement(document=document, text=text, chain=said, figures=figures, **{**known, **more})


def material(
    pages: list[Page], members: list[Statement], others: list[Statement] | None = None, **more: Any
) -> Material:
    known = {one.document: one for one in pages}
    return Material(
        members=tuple(one.key for one in in_order(members, known)),
        statements={one.key: one for one in (*members, *(others or []))},
        pages=known,
        **more,
    )


def judged(kind: Any, a: Statement, b: Statement, score: float = 0.9) -> Judgement:
    return Judgement(a=a.key, b=b.key, kind=kind, score=score, why="")


def edge(later: str, earlier: str, kind: Any = "cites") -> PageEdge:
    return PageEdge(from_=later, to=earlier, kind=kind, why="", score=0.9)


def kinds(found: tuple[Alert, ...]) -> list[str]:
    return [one.kind for one in found]


def boats(document: str, text: str, about: bool) -> Statement:
    said = f"{'some ' if about else ''}40 boats"
    return statement(document, f"{text} seized {said}.", figure(said, 40, 40, "boats", approximate=about))


DAYS = ["2024-05-01", "2024-05-02", "2024-05-03"]
PAGES = [page("crow", DAYS[0]), page("portal", DAYS[1]), page("radio", DAYS[2])]


def test_a_hedge_that_falls_away_in_copying_is_drift() -> None:
    members = [boats("crow", "They", True), boats("portal", "They", True), boats("radio", "They", False)]
    edges = (edge("portal", "crow"), edge("radio", "portal"))
    found = alerts_of(material(PAGES, members, edges=edges))
    assert kinds(found) == ["drift"]
    assert found[0].why == (
        "The figure is handed on without the doubt that it was first given with: Crow of 1 May 2024 has “some 40 "
        "boats”, then Radio of 3 May 2024 has “40 boats”."
    )
    assert found[0].pages == ("crow.html", "radio.html")


def test_without_a_common_origin_two_ways_to_put_it_are_no_drift() -> None:
    assert alerts_of(material(PAGES[:2], [boats("crow", "They", True), boats("portal", "They", False)])) == ()


def test_a_figure_that_is_not_round_keeps_its_meaning_without_about() -> None:
    members = [
        statement("crow", "It rose by around 7.1 tonnes.", figure("around 7.1", 7.1, 7.1, "tonnes", approximate=True)),
        statement("radio", "It rose by 7.1 tonnes.", figure("7.1 tonnes", 7.1, 7.1, "tonnes")),
    ]
    assert alerts_of(material(PAGES, members, edges=(edge("radio", "crow"),))) == ()


def votes(text: str, low: float, high: float | None, about: bool = False) -> Figure:
    return figure(text, low, high, "votes", approximate=about)


def families(text: str, of: str) -> Figure:
    return figure(text, 3400, 3400, of)


def tonnes(text: str, low: float, high: float, about: bool = False) -> Figure:
    return figure(text, low, high, "tonnes", unit="tonne", kind="mass", approximate=about)


def people(text: str, number: float, of: str = "people") -> Figure:
    return figure(text, number, number, of, unit="people")


def euros(text: str, number: float) -> Figure:
    return figure(text, number, number, "", unit="EUR", kind="money")


def test_an_estimate_that_becomes_an_open_bound_is_drift() -> None:
    members = [
        statement("crow", "He led by about 1,100 votes.", votes("about 1,100 votes", 1100, 1100, True)),
        statement("radio", "He led by more than 1,000 votes.", votes("more than 1,000 votes", 1000, None)),
    ]
    found = alerts_of(material(PAGES, members, edges=(edge("radio", "crow"),)))
    assert kinds(found) == ["drift"]
    assert "“more than 1,000 votes”" in found[0].why


def test_a_range_that_becomes_one_of_its_ends_has_lost_the_other() -> None:
    board = hop("Lowland Grain Board")
    span = statement("crow", "Between 500 and 600 tonnes burned.", tonnes("500 to 600 tonnes", 500, 600), said=(board,))
    bound = figure("up to 600 tonnes", None, 600, "tonnes", unit="tonne", kind="mass")
    upper = statement("radio", "Up to 600 tonnes burned.", bound, said=(board,))
    end = statement("radio", "600 tonnes burned.", tonnes("600 tonnes", 600, 600), said=(board,))
    assert kinds(alerts_of(material(PAGES, [span, upper]))) == ["drift"]
    assert kinds(alerts_of(material(PAGES, [span, end]))) == ["false-precision"]


def test_a_vague_word_is_no_range_that_could_be_falsely_precise() -> None:
    some = statement("crow", "Several tonnes burned.", tonnes("several tonnes", 3, 9), said=(hop("Ada Prell"),))
    point = statement("radio", "3 tonnes burned.", tonnes("3 tonnes", 3, 3), said=(hop("Ada Prell"),))
    assert alerts_of(material(PAGES, [some, point])) == ()


def test_a_number_with_fewer_digits_is_no_drift_and_another_number_is() -> None:
    speaker = (hop("Ada Prell"),)
    first = statement("crow", "He led by 1,104 votes.", votes("1,104 votes", 1104, 1104), said=speaker)
    rounded = statement(
        "radio", "He led by about 1,100 votes.", votes("about 1,100 votes", 1100, 1100, True), said=speaker
    )
    other = statement(
        "radio", "He led by about 1,150 votes.", votes("about 1,150 votes", 1150, 1150, True), said=speaker
    )
    assert alerts_of(material(PAGES, [first, rounded])) == ()
    assert kinds(alerts_of(material(PAGES, [first, other]))) == ["drift"]


def test_homeless_families_that_become_families_fled_are_drift() -> None:
    members = [
        statement(
            "crow", "It counted 3,400 homeless families.", families("3,400 homeless families", "homeless families")
        ),
        statement("radio", "3,400 families have fled abroad.", families("3,400 families", "families")),
    ]
    found = alerts_of(material(PAGES, members, edges=(edge("radio", "crow"),)))
    assert kinds(found) == ["drift"]
    assert found[0].why.startswith("The same number is told of something else: Crow of 1 May 2024 has")


def test_an_estimate_moved_by_its_own_source_is_drift_and_a_rising_count_is_not() -> None:
    company = hop("Ostmark Tank Company")
    old = statement(
        "crow",
        "Between 500 and 600 tonnes burned.",
        tonnes("between 500 and 600 tonnes", 500, 600),
        said=(company,),
    )
    new = statement("radio", "Some 820 tonnes burned.", tonnes("some 820 tonnes", 820, 820, True), said=(company,))
    found = alerts_of(material(PAGES, [new], [old], judgements=(judged("updates", new, old),)))
    assert kinds(found) == ["drift"]
    assert alerts_of(material(PAGES, [old], [new], judgements=(judged("updates", new, old),))) == ()
    nine = statement("crow", "9 people died.", people("9 people", 9), said=(company,))
    more = statement("radio", "14 people died.", people("14 people", 14), said=(company,))
    for own, other in ((nine, more), (more, nine)):
        assert alerts_of(material(PAGES, [own], [other], judgements=(judged("updates", more, nine),))) == ()


def test_a_toll_given_after_it_was_raised_is_stale() -> None:
    nine, late = (
        statement(doc, "9 people are dead.", people("9 people", 9, "dead people")) for doc in ("crow", "radio")
    )
    more = statement("portal", "14 people are dead.", people("14 people", 14, "dead people"))
    known = {"others": [more], "judgements": (judged("updates", more, nine),)}
    found = alerts_of(material(PAGES, [nine, late], **known))
    assert kinds(found) == ["stale-figure"]
    assert found[0].pages == ("radio.html", "portal.html")
    assert (
        "Radio of 3 May 2024 gives “9 people” as the latest; by then Portal of 2 May 2024 had a newer figure"
        in found[0].why
    )


def test_a_page_that_calls_its_figure_an_earlier_one_is_not_stale() -> None:
    nine = statement("crow", "9 people are dead.", people("9 people", 9, "dead people"))
    late = statement("radio", "The earlier toll was 9 dead people.", people("9 dead people", 9, "dead people"))
    more = statement("portal", "14 people are dead.", people("14 people", 14, "dead people"))
    known = {"others": [more], "judgements": (judged("updates", more, nine),)}
    assert alerts_of(material(PAGES, [nine, late], **known)) == ()


def test_a_figure_of_another_year_without_its_date_is_stale() -> None:
    study = hop("A study", "document", from_="2019-01-01", to="2019-12-31")
    first = statement(
        "crow",
        "A strike would cost 2,400 euros a day.",
        euros("2,400 euros", 2400),
        said=(study,),
    )
    later = statement("radio", "The strike costs 2,400 euros a day.", euros("2,400 euros", 2400))
    found = alerts_of(material(PAGES, [first, later]))
    assert kinds(found) == ["stale-figure"]
    assert found[0].why == (
        "“2,400 euros” is of 2019, as Crow of 1 May 2024 says; Radio of 3 May 2024 gives it without its date."
    )


def test_whoever_rejects_an_old_figure_does_not_repeat_it() -> None:
    study = hop("A study", "document", from_="2019-01-01", to="2019-12-31")
    first = statement(
        "crow",
        "It would cost 2,400 euros.",
        euros("2,400 euros", 2400),
        said=(study,),
    )
    later = statement(
        "radio",
        "It costs 2,400 euros.",
        euros("2,400 euros", 2400),
        said=(hop("Ada Prell", cue="dismissed"),),
    )
    assert alerts_of(material(PAGES, [first, later])) == ()


def forecast(document: str, text: str, low: float, high: float) -> Statement:
    board = hop("Lowland Grain Board")
    what = figure(text, low, high, "", unit="tonne", kind="mass")
    return statement(document, f"Exports will reach {text}.", what, said=(board,))


def test_a_range_that_becomes_its_exact_middle_is_false_precision() -> None:
    span = forecast("crow", "10.5 to 12 tonnes", 10.5, 12)
    point = forecast("radio", "exactly 11.25 tonnes", 11.25, 11.25)
    found = alerts_of(material(PAGES, [point], [span], judgements=(judged("contradicts", point, span),)))
    assert kinds(found) == ["false-precision"]
    assert "“10.5 to 12 tonnes”" in found[0].why
    assert "“exactly 11.25 tonnes”" in found[0].why
    assert alerts_of(material(PAGES, [span], [point], judgements=(judged("contradicts", point, span),))) == ()


def test_a_rounder_point_inside_a_range_is_no_false_precision() -> None:
    span, point = forecast("crow", "10.5 to 12 tonnes", 10.5, 12), forecast("radio", "11 tonnes", 11, 11)
    assert alerts_of(material(PAGES, [point], [span], judgements=(judged("supports", point, span),))) == ()


def turnout(document: str, number: int, speaker: Hop) -> Statement:
    what = people(f"{number} workers", number, "workers")
    return statement(document, f"{number} workers joined the strike.", what, said=(speaker,))


def test_a_contradiction_is_told_at_the_side_with_a_stake() -> None:
    union = turnout("crow", 640, hop("the union", "group"))
    police = turnout("portal", 410, hop("the police", "group"))
    for judgement in (judged("contradicts", union, police), judged("contradicts", police, union)):
        found = alerts_of(material(PAGES, [union], [police], judgements=(judgement,)))
        assert kinds(found) == ["contradiction"]
        assert found[0].why == (
            "The union in Crow of 1 May 2024: “640 workers joined the strike”. The police in Portal of 2 May 2024: "
            "“410 workers joined the strike”. Both cannot be true."
        )
        assert alerts_of(material(PAGES, [police], [union], judgements=(judgement,))) == ()


def test_of_equals_the_earlier_carries_the_contradiction() -> None:
    union, company = (
        turnout("crow", 640, hop("the union", "group")),
        turnout("portal", 410, hop("the company", "group")),
    )
    known = (judged("contradicts", union, company),)
    assert kinds(alerts_of(material(PAGES, [union], [company], judgements=known))) == ["contradiction"]
    assert alerts_of(material(PAGES, [company], [union], judgements=known)) == ()


def test_a_page_that_corrects_itself_has_drifted_and_contradicts_nothing() -> None:
    before = hop("An earlier version of this article", "document")
    old = statement("crow", "163 people had been aboard.", people("163 people", 163), said=(before,), claim="c2")
    new = statement("crow", "171 people were aboard.", people("171 people", 171))
    known = (judged("contradicts", old, new),)
    found = alerts_of(material(PAGES, [new], [old], judgements=known))
    assert kinds(found) == ["drift"]
    assert found[0].why == (
        "Crow of 1 May 2024 has changed its figure: an earlier version had “163 people”, it now has “171 people”."
    )
    assert alerts_of(material(PAGES, [old], [new], judgements=known)) == ()


def test_claims_that_differ_by_one_number_contradict_whatever_they_tell_of() -> None:
    one = statement("crow", "The library lent 61 atlases.", figure("61 atlases", 61, 61, "atlases"))
    two = statement("radio", "The library lent 84 atlases.", figure("84 atlases", 84, 84, "atlases"))
    other = statement("radio", "A shop in Tenby sold 84 atlases.", figure("84 atlases", 84, 84, "atlases"))
    assert against(one, two) == ["contradiction"]
    assert against(one, other) == []


def test_a_denial_must_name_what_it_denies() -> None:
    claim = statement("crow", "A flock came over the hills from Posof.", said=(hop("a trader", "anonymous"),))
    denied = statement("radio", "No flock came from Posof.", said=(hop("the customs", "group"),), polarity="denied")
    other = statement("radio", "Nobody sold a flock.", said=(hop("the customs", "group"),), polarity="denied")
    assert against(claim, denied) == ["contradiction"]
    assert against(claim, other) == []


def test_a_doubtful_contradiction_is_no_alert() -> None:
    union, police = turnout("crow", 640, hop("the union", "group")), turnout("portal", 410, hop("the police", "group"))
    assert alerts_of(material(PAGES, [union], [police], judgements=(judged("contradicts", union, police, 0.6),))) == ()


def test_registered_and_estimated_do_not_contradict() -> None:
    one = statement("crow", "650 people were registered.", people("650 people", 650))
    two = statement("portal", "An estimated 2,000 people came.", people("2,000 people", 2000))
    assert alerts_of(material(PAGES, [one], [two], judgements=(judged("contradicts", one, two),))) == ()


def test_an_outlet_confirmed_by_itself_is_circular() -> None:
    pages = [*PAGES, page("crow2", "2024-05-04", "Crow")]
    members = [boats(doc, "They", False) for doc in ("crow", "portal", "radio", "crow2")]
    edges = (edge("portal", "crow", "copies"), edge("radio", "portal"), edge("crow2", "radio"))
    found = alerts_of(material(pages, members, edges=edges))
    assert kinds(found) == ["circular"]
    assert found[0].pages == ("crow.html", "portal.html", "radio.html", "crow2.html")
    assert found[0].why == (
        "Crow goes back to itself: Crow of 1 May 2024 → Portal of 2 May 2024 → Radio of 3 May 2024 → "
        "Crow of 4 May 2024."
    )
    assert alerts_of(material(pages, members, edges=edges[:2])) == ()


def test_an_outlet_that_repeats_itself_is_not_circular() -> None:
    pages = [*PAGES[:1], page("crow2", "2024-05-04", "Crow")]
    members = [boats(doc, "They", False) for doc in ("crow", "crow2")]
    assert alerts_of(material(pages, members, edges=(edge("crow2", "crow", "copies"),))) == ()


def test_pages_of_one_day_that_cite_each_other_are_circular_and_the_walk_ends() -> None:
    members = [boats(doc, "They", False) for doc in ("crow", "portal")]
    edges = (edge("portal", "crow"), edge("crow", "portal"))
    assert kinds(alerts_of(material([page("crow", DAYS[0]), page("portal", DAYS[0])], members, edges=edges))) == [
        "circular"
    ]
    # nobody has it from a page that was not there yet
    assert alerts_of(material(PAGES, members, edges=edges)) == ()


def hurt(document: str, text: str, number: int, of: str = "injured people") -> Statement:
    return statement(document, text, people(f"{number} {of.split()[-1]}", number, of))


def against(a: Statement, b: Statement) -> list[str]:
    found = judged("contradicts", a, b)
    return [*kinds(alerts_of(material(PAGES, [a], [b], judgements=(found,)))),
            *kinds(alerts_of(material(PAGES, [b], [a], judgements=(found,))))]  # fmt: skip


def test_a_toll_that_is_lower_on_a_later_page_contradicts_and_one_that_rises_does_not() -> None:
    more, less = hurt("crow", "7 people were injured.", 7), hurt("radio", "4 people were injured.", 4)
    assert against(more, less) == ["contradiction"]
    rise, risen = hurt("crow", "4 people were injured.", 4), hurt("radio", "7 people were injured.", 7)
    assert against(rise, risen) == []


def test_a_count_of_some_does_not_contradict_a_count_of_all() -> None:
    more = hurt("crow", "7 people were injured.", 7)
    for text, of in (
        ("4 injured people were taken to a hospital.", "injured people"),
        ("4 other people were injured.", "injured people"),
        ("4 men were injured.", "injured men"),
        ("4 people were injured and a girl was hurt.", "injured people"),
    ):
        assert against(more, hurt("radio", text, 4, of)) == []


def test_reports_with_one_reader_behind_them() -> None:
    first = boats("crow", "They", False)
    first = statement("crow", first.text, *first.figures, said=(hop("a reader in Dunby", "anonymous", count=1),))
    second = boats("portal", "They", False)
    second = statement("portal", second.text, *second.figures, said=(hop("online reports", "document"),))
    found = alerts_of(material(PAGES, [first, second], edges=(edge("portal", "crow", "copies"),)))
    assert kinds(found) == ["plural-sources"]
    assert found[0].why == (
        "Portal of 2 May 2024 speaks of “online reports”; all that it goes back to is one voice, “a reader in Dunby”, "
        "in Crow of 1 May 2024."
    )
    assert alerts_of(material(PAGES, [first, second])) == ()


def test_pages_without_dates_raise_no_alert_that_rests_on_time() -> None:
    pages = [page("crow", None), page("portal", None), page("radio", None)]
    nine = statement("crow", "9 people are dead.", people("9 people", 9, "dead people"))
    late = statement("radio", "9 people are dead.", people("9 people", 9, "dead people"))
    more = statement("portal", "14 people are dead.", people("14 people", 14, "dead people"))
    assert alerts_of(material(pages, [nine, late], [more], judgements=(judged("updates", more, nine),))) == ()


def test_nothing_is_told_of_nothing() -> None:
    assert alerts_of(Material(members=(), statements={}, pages={})) == ()
    assert alerts_of(material(PAGES, [boats("crow", "They", True)])) == ()


def test_of_thousands_of_pages_the_first_and_the_last_are_looked_at() -> None:
    pages = [page(f"p{n:04d}", "2024-05-01") for n in range(2000)]
    members = [boats(one.document, "They", n == 0) for n, one in enumerate(pages)]
    edges = tuple(edge(later.document, earlier.document) for earlier, later in itertools.pairwise(pages))
    found = alerts_of(material(pages, members, edges=edges))
    assert kinds(found) == ["drift"]
    assert found[0].pages == ("p0000.html", "p0001.html")


def test_who_weighs_how_much() -> None:
    def weight(text: str, kind: Any = "named", **more: Any) -> int:
        one = statement("crow", "x", said=(hop(text, kind, **more),))
        return Sides(material(PAGES, [one])).weight(one)

    assert weight("a former engineer", "anonymous") > weight("a trader", "anonymous") == weight("the company", "group")
    assert weight("the electoral tribunal", "document") > weight("Ada Prell") > weight("Ada Prell", roles=("director",))


def test_what_makes_a_number_round() -> None:
    assert [digits(value) for value in (11.25, 3000, 1100, 7.1, 0)] == [4, 1, 2, 2, 1]
    assert [is_round(value) for value in (40, 3000, 1100, 7.1, 9, 1234)] == [True, True, True, False, False, False]


@st.composite
def clusters(draw: st.DrawFn) -> Material:
    """Pages of a few outlets with or without dates, claims with figures, and any judgements and edges among them."""
    days = st.sampled_from([None, "2024-05-01", "2024-05-02", "2024-05-02T10:00:00", "2023-01-01"])
    outlets = st.sampled_from(["Crow", "Portal", "Radio"])
    pages = [page(f"p{n}", draw(days), draw(outlets)) for n in range(draw(st.integers(1, 6)))]
    bound = st.sampled_from([None, 3.0, 9.0, 11.25, 40.0, 1100.0])
    texts = st.sampled_from(["9 people died.", "Exactly 11.25 tonnes.", "Some 40 boats were seized.", "He denied it."])
    speakers = st.sampled_from([(), (hop("the company", "group"),), (hop("reports", "document"),), (hop("Ada Prell"),)])
    made = []
    for one in pages:
        low, high = draw(bound), draw(bound)
        what = figure("it", low, high, draw(st.sampled_from(["people", "boats", ""])), approximate=draw(st.booleans()))
        polarity = draw(st.sampled_from(["affirmed", "denied"]))
        made.append(statement(one.document, draw(texts), what, said=draw(speakers), polarity=polarity))
    own = made[: draw(st.integers(1, len(made)))]
    sorts = st.sampled_from(["contradicts", "updates", "supports", "same", "unsure"])
    pairs = st.tuples(st.sampled_from(made), st.sampled_from(made), sorts)
    judgements = tuple(judged(sort, a, b) for a, b, sort in draw(st.lists(pairs, max_size=8)) if a is not b)
    ways = st.tuples(st.sampled_from(pages), st.sampled_from(pages), st.sampled_from(["cites", "copies", "agency"]))
    edges = tuple(edge(a.document, b.document, kind) for a, b, kind in draw(st.lists(ways, max_size=8)) if a is not b)
    return material(pages, own, [one for one in made if one not in own], judgements=judgements, edges=edges)


@settings(deadline=None)
@given(clusters())
def test_whatever_is_known_alerts_are_sentences_about_known_pages(known: Material) -> None:
    found = alerts_of(known)
    sources = {one.source for one in known.pages.values()}
    for alert in found:
        assert set(alert.pages) <= sources
        assert alert.why.endswith(".")
        assert 0 < alert.score <= 1
    assert alerts_of(known) == found
