"""What a reader of a cluster must know: claims that go round, figures that drift, grow stale or contradict."""

from __future__ import annotations

from sayso.nouns import Alert, OriginCount
from sayso.origins.alerts.bounds import bounded
from sayso.origins.alerts.circular import circular
from sayso.origins.alerts.contradiction import contradictions
from sayso.origins.alerts.drift import drift
from sayso.origins.alerts.figures import in_common
from sayso.origins.alerts.plural import plural_sources
from sayso.origins.alerts.precision import false_precision
from sayso.origins.alerts.stale import stale_figures
from sayso.origins.alerts.ties import Ties
from sayso.origins.material import Material

__all__ = ["alerts_of"]


def alerts_of(material: Material, origins: OriginCount | None = None) -> tuple[Alert, ...]:
    """The alerts of a cluster, in the order of the contract's kinds; each ``why`` is a sentence that holds by itself.

    ``pages`` of an alert are sources of pages, in the order of the sentence. ``origins``, where known, tell which pages
    go back to one origin. What is told by one alert is not told again by another: a figure that is stale or falsely
    precise does not also contradict the one that it was made from, and a way round shows who stands behind a plural.
    """
    if not material.members:
        return ()
    material = bounded(material)
    ties = Ties(material, origins)
    round_about = tuple(circular(material, ties))
    shown = in_common(material)
    stale = stale_figures(material, ties, shown)
    precise = false_precision(material, ties)
    return (
        *round_about,
        *drift(material, ties, shown),
        *stale,
        *precise,
        *(() if stale or precise else contradictions(material, ties)),
        *(() if round_about else plural_sources(material, ties)),
    )
