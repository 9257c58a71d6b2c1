"""What some claims have in common, counted: the values of each facet, and the filter that asks for one of them."""

from __future__ import annotations

from typing import Literal

from sayso.nouns.base import Noun

FACETS_SCHEMA: Literal["sayso/facets/1"] = "sayso/facets/1"


class FacetValue(Noun, frozen=True, kw_only=True):
    """One value of a facet. ``count`` is how many of the claims have it.

    ``value`` tells it apart from the others of its facet, ``label`` is how it is shown. ``query`` are the filters that
    ask for exactly these claims, named as the options of ``sayso claims`` and in their words; empty where none does.
    """

    value: str
    label: str
    count: int
    query: dict[str, str]


class Facets(Noun, frozen=True, kw_only=True):
    """The values of the claims that meet some filters, those with most claims first; years, months and numbers in
    their order.

    ``claims`` is how many meet them, ``documents`` on how many pages. A claim is counted with each of its speakers,
    places, verdicts and alerts, and once in each of the others. ``time`` is when the page was published: years, or
    months where it is two years at most. ``origins`` is the number of independent origins that the claim surely has,
    the lowest that it can have; it and ``alerts`` are empty until pages are linked.
    """

    schema: Literal["sayso/facets/1"] = FACETS_SCHEMA
    claims: int
    documents: int
    outlet: tuple[FacetValue, ...]
    source: tuple[FacetValue, ...]
    place: tuple[FacetValue, ...]
    time: tuple[FacetValue, ...]
    status: tuple[FacetValue, ...]
    verdict: tuple[FacetValue, ...]
    origins: tuple[FacetValue, ...]
    alerts: tuple[FacetValue, ...]
