"""Distances and directions between places of a made-up land, told of it in our own words; ties to claims."""

from __future__ import annotations

import msgspec
import pytest

from plain_documents import document
from sayso.claims import add_checks
from sayso.claims.checks import ground
from sayso.claims.checks.distance import check_distances
from sayso.claims.checks.finding import Finding
from sayso.claims.checks.routes import check_routes
from sayso.nouns import Claim, GazetteerEntry, Place, PlaceRelation, Quantity

#: towns on a plain at the equator, where a degree is 111.3 km to the east and 110.6 km to the north
TOWNS = {"Kesh": (0.0, 0.0), "Orla": (0.0, 1.0), "Vale": (0.5, 0.0), "Posof": (0.0, 0.1), "Zerwan": None}


@pytest.fixture(autouse=True)
def no_gazetteer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The towns of the tests stand in no gazetteer, and none of this machine is asked."""
    monkeypatch.setattr(ground, "gazetteer_or_fault", lambda: None)


def named(text: str) -> list[Place]:
    made = []
    for name, point in TOWNS.items():
        at = text.find(name)
        while at >= 0:
            entry = GazetteerEntry(id=f"x:{name}", name=name, country="XX", kind="city", score=1.0)
            geometry = {"type": "Point", "coordinates": [point[1], point[0]]} if point else None
            made.append(
                Place(
                    id=f"{name}{at}",
                    start=at,
                    end=at + len(name),
                    text=name,
                    use="literal",
                    gazetteer=entry if point else None,
                    geometry=geometry,
                    radius_km=2.0 if point else None,
                )
            )
            at = text.find(name, at + 1)
    return sorted(made, key=lambda p: p.start)


def relative(text: str, words: str, anchor: str, km: tuple[float, float] | None, bearing: float | None) -> Place:
    start = text.index(words)
    near = next(p for p in reversed(named(text)) if p.text == anchor)
    kind = "bearing" if km is None else "distance"
    relation = PlaceRelation(kind=kind, distance_km=km, bearing=bearing, anchors=(near.id,))
    return Place(id="r1", start=start, end=start + len(words), text=words, use="literal", relation=relation)


def check(text: str, words: str, anchor: str, km: tuple[float, float] | None, bearing: float | None) -> list[Finding]:
    places = [*named(text), relative(text, words, anchor, km, bearing)]
    starts = [0] + [i + 2 for i in range(len(text) - 2) if text[i : i + 2] == ". "]
    sentences = [(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return list(check_distances(text, sentences, places))


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Orla lies 110 km east of Kesh.", "consistent"),
        ("The town of Orla is just 110 km east of Kesh.", "consistent"),
        ("A clerk in Orla, 110 km east of Kesh, saw it.", "consistent"),
        ("The fire reached Orla. The town lies 110 km east of Kesh.", "consistent"),
        ("Orla, which is 110 km east of Kesh, is dry.", "consistent"),
        ("Orla is a city on the plain of Vale, 110 km east of Kesh.", "consistent"),
    ],
)
def test_the_place_that_it_is_said_of(text: str, verdict: str) -> None:
    (finding,) = check(text, "110 km east of Kesh", "Kesh", (109.5, 110.5), 90.0)
    assert (finding.kind, finding.verdict) == ("distance", verdict)
    assert finding.why == "Orla lies 111.3 km from Kesh on a bearing of 90 degrees, east (straight line)"


def test_far_off_or_on_the_other_side_is_wrong() -> None:
    (finding,) = check("Vale lies 400 km north of Kesh.", "400 km north of Kesh", "Kesh", (399.5, 400.5), 0.0)
    assert finding.verdict == "inconsistent"
    (finding,) = check("Orla lies 110 km west of Kesh.", "110 km west of Kesh", "Kesh", (109.5, 110.5), 270.0)
    assert finding.verdict == "inconsistent"


def test_a_direction_alone() -> None:
    (finding,) = check("Vale lies north of Kesh.", "north of Kesh", "Kesh", None, 0.0)
    assert (finding.kind, finding.verdict) == ("bearing", "consistent")


@pytest.mark.parametrize(
    "text",
    [
        "The camp is 110 km east of Kesh.",
        "The Orla dam lies 110 km east of Kesh.",
        "A pit lies between Vale and Orla, 110 km east of Kesh.",
        "In Orla soldiers said that men had come from a camp 110 km east of Kesh.",
        "Orla was shelled by men from a base 110 km east of Kesh.",
    ],
)
def test_nothing_is_checked_of_a_place_that_is_not_told(text: str) -> None:
    assert check(text, "110 km east of Kesh", "Kesh", (109.5, 110.5), 90.0) == []


def test_in_miles_what_is_stated_in_miles() -> None:
    (finding,) = check("Orla lies 70 miles east of Kesh.", "70 miles east of Kesh", "Kesh", (111.9, 113.4), 90.0)
    assert finding.why.startswith("Orla lies 69.2 miles from Kesh")


def length(text: str, words: str, km: float) -> Quantity:
    at = text.index(words)
    return Quantity(
        id="q1", start=at, end=at + len(words), text=words, low=km, high=km, approximate=False, unit="km", of=None,
        kind="length",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "km", "verdict"),
    [
        ("The bus went from Kesh to Orla, a run of 110 km.", 110, "consistent"),
        ("Kesh and Orla are 110 km apart.", 110, "consistent"),
        ("Kesh and Orla are 900 km apart.", 900, "inconsistent"),
        ("It is 110 km in a straight line from Kesh to Orla.", 110, "consistent"),
        ("From Kesh to Orla it is 110 km.", 110, "consistent"),
    ],
)
def test_ways(text: str, km: float, verdict: str) -> None:
    (finding,) = check_routes(text, [(0, len(text))], [length(text, f"{km} km", km)], named(text))
    assert finding.verdict == verdict


def test_a_length_of_something_else_is_no_way() -> None:
    text = "The bus went from Kesh to Orla, and a wall of 110 km was built."
    assert list(check_routes(text, [(0, len(text))], [length(text, "110 km", 110)], named(text))) == []


def claim(text: str, words: str, ident: str) -> Claim:
    at = text.index(words)
    return Claim(id=ident, text=words, start=at, end=at + len(words), attribution=None, chain=(), status="asserted")


def test_a_check_goes_with_its_claim_or_makes_one() -> None:
    text = "A clerk in Orla, 110 km east of Kesh, said that nobody came."
    made = msgspec.structs.replace(document(text), sentences=((0, len(text)),))
    places = (*named(text), relative(text, "110 km east of Kesh", "Kesh", (109.5, 110.5), 90.0))
    said = claim(text, "nobody came", "c1")
    claims, checks = add_checks(made, (said,), (), (), places, ())
    assert [(c.id, c.text) for c in claims] == [("c1", "Orla, 110 km east of Kesh."), ("c2", "nobody came")]
    assert [c.claim for c in checks] == ["c1"]
    whole = claim(text, text[:-1], "c1")
    claims, checks = add_checks(made, (whole,), (), (), places, ())
    assert len(claims) == 1
    assert checks[0].claim == "c1"


def test_no_findings_leave_the_claims_as_they_are() -> None:
    made = msgspec.structs.replace(document("Nobody came."), sentences=((0, 12),))
    said = (claim("Nobody came.", "Nobody came", "c1"),)
    assert add_checks(made, said, (), (), (), ()) == (said, ())
