"""Where a claim comes from: what pages owe each other, and the independent origins behind a cluster."""

from sayso.origins.provenance.count import origins_of
from sayso.origins.provenance.pages import page_edges

__all__ = ["origins_of", "page_edges"]
