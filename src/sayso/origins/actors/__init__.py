"""Who is who across pages: names compared, speakers and outlets told apart, and whom they speak for."""

from sayso.origins.actors.canonical import canonical
from sayso.origins.actors.citing import Cited, cited_outlet, fits
from sayso.origins.actors.in_text import cited_in
from sayso.origins.actors.interests import interest, same_body, speaks_for
from sayso.origins.actors.names import compare_names
from sayso.origins.actors.outlets import Outlet, Outlets, is_agency, outlet_key, same_outlet
from sayso.origins.actors.same import actor_of, one_speaker, same_actor
from sayso.origins.actors.verdict import Compared

__all__ = [
    "Cited",
    "Compared",
    "Outlet",
    "Outlets",
    "actor_of",
    "canonical",
    "cited_in",
    "cited_outlet",
    "compare_names",
    "fits",
    "interest",
    "is_agency",
    "one_speaker",
    "outlet_key",
    "same_actor",
    "same_body",
    "same_outlet",
    "speaks_for",
]
