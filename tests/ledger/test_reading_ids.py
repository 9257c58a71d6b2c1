"""The id of a reading from before documents had links is the one it has now."""

from __future__ import annotations

import hashlib
import json

import msgspec

from made_readings import page
from sayso.ledger import reading_id
from sayso.nouns import Comment, Link, Reading, to_json


def without_links(reading: Reading) -> str:
    """The id as it was made when nobody kept links."""
    said = json.loads(to_json(reading))
    assert said["document"].pop("links") == []
    said["document"]["source"] = ""
    said["document"]["capture"]["retrieved"] = None
    return hashlib.sha256(msgspec.json.encode(said)).hexdigest()


def test_a_reading_without_links_keeps_its_id() -> None:
    comment = Comment(author=',"links":[]', text=',"links":[]', on=None, spam=False, score=0.0, reasons=())
    reading = page(comments=(comment,))[1]
    assert reading_id(reading) == without_links(reading)


def test_links_are_part_of_what_a_reading_says() -> None:
    reading = page()[1]
    link = Link(start=0, end=3, href="https://b.example/")
    linked = msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, links=(link,)))
    assert reading_id(linked) != reading_id(reading)
