"""Outlets by name: the list of lexicon/outlets.csv, and names that are made like an outlet's."""

from __future__ import annotations

import functools

from sayso.lexicon import load


@functools.cache
def outlet_names() -> frozenset[str]:
    """Names and aliases of known outlets, lower case."""
    made = set()
    for row in load("outlets.csv"):
        made.add(row["name"].lower())
        made.update(alias.strip().lower() for alias in (row["aliases"] or "").split("|") if alias.strip())
    return frozenset(made)


@functools.cache
def _outlet_words() -> frozenset[str]:
    return frozenset(load("sources.yaml")["outlet_words"]["words"])


def is_outlet(name: str) -> bool:
    """Whether a capitalised name is an outlet's: a known one, or made like one (*Radio X*, *the X Times*)."""
    plain = name.lower().removeprefix("the ").strip()
    if plain in outlet_names() or "the " + plain in outlet_names():
        return True
    words = plain.split()
    if len(words) > 2 and " ".join(words[:2]) in outlet_names() and words[1] in {"radio", "news", "tv", "television"}:
        return True  # a station of a known broadcaster: "BBC Radio 5 Live"
    return (
        len(words) > 1 and (words[-1] in _outlet_words() or words[0] in {"radio", "tele", "télé", "tv"})
    ) or plain.endswith((".com", ".net", ".org"))
