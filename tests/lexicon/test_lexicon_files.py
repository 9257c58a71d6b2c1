"""Every lexicon file loads, by either of PyYAML's safe loaders, and says what it is."""

from __future__ import annotations

import pytest
import yaml

from sayso.lexicon import load, names, source_text

YAML = [name for name in names() if name.endswith(".yaml")]


@pytest.mark.parametrize("name", YAML)
def test_both_safe_loaders_read_the_same(name: str) -> None:
    """The loader in C takes what the one in Python refuses; installations without libyaml have only the latter."""
    assert yaml.load(source_text(name), Loader=yaml.SafeLoader) == load(name)


@pytest.mark.parametrize("name", names())
def test_every_file_loads_and_holds_something(name: str) -> None:
    assert load(name)
