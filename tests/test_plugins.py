"""Readers are found by entry point; what is wrong with one is said in a line."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from typing import Any

import pytest

from sayso import plugins
from sayso.errors import ConfigError, ReaderError
from sayso.nouns import Document
from sayso.plugins import DEFAULT_PROFILE, FALLBACK_PROFILE, load_reader, reader_profiles
from sayso.reader.layers import Layers, Reader


def registered(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    def found(**wanted: str) -> EntryPoints:
        return EntryPoints([EntryPoint("other", value, plugins.READERS)]).select(**wanted)

    monkeypatch.setattr(plugins, "entry_points", found)


class Damaged:
    def __init__(self) -> None:
        raise ReaderError("SAY-082", "model.onnx")


class NoReader:
    pass


class Unready:
    """A reader that is made, and whose model turns out to be missing when it is asked for its version."""

    profile = "other"

    @property
    def version(self) -> str:
        raise ReaderError("SAY-081", "encoder.onnx")

    def read(self, document: Document) -> Layers:
        raise AssertionError("it was never ready")


def test_the_trained_reader_is_used_unasked_and_the_rules_stand_in_for_it() -> None:
    assert (DEFAULT_PROFILE, FALLBACK_PROFILE) == ("model", "rules")
    assert {DEFAULT_PROFILE, FALLBACK_PROFILE} <= set(reader_profiles())


@pytest.mark.parametrize("profile", reader_profiles())
def test_every_reader_goes_by_the_name_of_its_profile(profile: str) -> None:
    reader = load_reader(profile)
    assert isinstance(reader, Reader)
    assert reader.profile == profile
    assert reader.version


def test_an_unknown_profile_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ConfigError) as caught:
        load_reader("oracle")
    assert caught.value.code == "SAY-002"
    assert all(profile in str(caught.value) for profile in reader_profiles())


@pytest.mark.parametrize(
    ("value", "kind", "code"),
    [
        ("test_plugins:NoReader", ConfigError, "SAY-002"),
        ("test_plugins:Damaged", ReaderError, "SAY-082"),
        ("test_plugins:Unready", ReaderError, "SAY-081"),
        ("test_plugins:missing", ReaderError, "SAY-084"),
        ("no_such_package:Reader", ReaderError, "SAY-084"),
    ],
)
def test_a_plugin_that_cannot_be_used_is_one_line(
    monkeypatch: pytest.MonkeyPatch, value: str, kind: type[Any], code: str
) -> None:
    registered(monkeypatch, value)
    with pytest.raises(kind) as caught:
        load_reader("other")
    assert caught.value.code == code
    assert "\n" not in str(caught.value)
