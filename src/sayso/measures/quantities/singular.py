"""The singular of English nouns."""

from __future__ import annotations

from sayso.measures.quantities.lists import listed, named


def singular(noun: str) -> str:
    """The singular of an English noun in lower case, by its ending; what has none of those is taken for one already."""
    if noun in named("irregular_plurals"):
        return named("irregular_plurals")[noun]
    if noun.endswith("men") and len(noun) > 5:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "xes", "ches", "shes", "zzes", "oes")) and len(noun) > 4:
        return noun[:-1] if noun in listed("plurals_in_s") else noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1]
    return noun
