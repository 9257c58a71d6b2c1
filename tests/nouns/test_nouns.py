"""The nouns: frozen, compared by value, and one serialisation that reads back as what was written."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import nouns
from sayso.nouns import Capture, Comment, Document, Reading, from_json, to_dict, to_json
from sayso.nouns.schema import SCHEMAS, json_schema

#: the contract's keys of each object, in its order
CONTRACT = {
    "Reading": "schema document comments entities mentions times places quantities attributions claims checks",
    "Document": "id source url outlet title authors published language text headings sentences capture",
    "CaptureRef": "sha256 media_type retrieved",
    "Comment": "author text on spam score reasons",
    "Entity": "id type name aliases titles roles",
    "Mention": "id start end text type entity form",
    "Time": "id start end text type value from to relation",
    "Place": "id start end text use relation gazetteer geometry radius_km assumptions",
    "GazetteerEntry": "id name country kind score rivals",
    "Quantity": "id start end text low high approximate unit of kind change",
    "Attribution": "id cue source content manner parent said venue addressee hedge polarity score",
    "Source": "spans text entity kind count",
    "Said": "from to time",
    "Hedge": "strength text",
    "Claim": "id text start end attribution chain status quantities times places entities movement",
    "Movement": "who from to via by direction",
    "Check": "claim kind verdict why",
    "Cluster": "schema cluster claim members origins relations alerts",
    "OriginCount": "low high groups",
    "Edge": "from to kind why score",
    "Relation": "a b kind why score",
    "Alert": "kind why",
}


def a_document(text: str = "Rain fell.") -> Document:
    return Document(
        id="sha256:0",
        source="page.html",
        url=None,
        outlet=None,
        title=None,
        authors=(),
        published=None,
        language=None,
        text=text,
        headings=(),
        sentences=(),
        capture=Capture.of(b"Rain fell.", media_type="text/plain", source="page.html").ref,
    )


@pytest.mark.parametrize("name", sorted(CONTRACT))
def test_keys_begin_with_the_contract(name: str) -> None:
    definitions = {**json_schema("origins")["$defs"], **json_schema("reading")["$defs"]}
    keys = list(definitions[name]["properties"])
    wanted = CONTRACT[name].split()
    assert keys[: len(wanted)] == wanted


def test_nouns_are_frozen() -> None:
    with pytest.raises(AttributeError):
        a_document().text = "Sun shone."  # type: ignore[misc]


def test_unknown_is_null_and_never_left_out() -> None:
    made = json.loads(to_json(Reading(document=a_document())))
    assert made["document"]["published"] is None
    jsonschema.validate(made, json_schema("reading"))


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_schema_is_itself_valid(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema(name))


def test_schema_refuses_what_lacks_a_key() -> None:
    made = to_dict(Reading(document=a_document()))
    del made["document"]["text"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(made, json_schema("reading"))


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])), st.floats(0, 1), st.booleans())
def test_serialisation_round_trips(text: str, score: float, spam: bool) -> None:
    comment = Comment(author=None, text=text, on=None, spam=spam, score=score, reasons=("a",))
    reading = Reading(document=a_document(text), comments=(comment,))
    assert from_json(Reading, to_json(reading)) == reading


def test_reading_back_checks_types() -> None:
    with pytest.raises(msgspec.ValidationError):
        from_json(Reading, b'{"schema": "sayso/reading/2"}')


PUBLIC = (
    "ActorLink Alert Attribution Author Block Capture CaptureRef Certainty Change Check Claim Cluster Comment "
    "Conflict Content Correction Credit Cue Decision Document Edge Edit Entity Evidence Figure GazetteerEntry Given "
    "Hedge Hop Judgement Line Link Member Mention Movement Noun OriginCount OriginGroup Page PageEdge Party Passage "
    "Place PlaceRelation Quantity QueueItem Quote Range ReaderInfo Reading Reason Relation Reuse Review Rival "
    "RivalTime Robots Role Said Shown Source Statement Time When Where from_json to_dict to_json"
)


def test_public_names() -> None:
    assert " ".join(sorted(nouns.__all__)) == PUBLIC
    assert all(hasattr(nouns, name) for name in nouns.__all__)
