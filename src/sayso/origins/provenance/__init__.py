"""Where a claim comes from: what pages owe each other, and the independent origins behind a cluster."""

from sayso.origins.provenance.count import origins_of
from sayso.origins.provenance.outlets import telling_word, words_of
from sayso.origins.provenance.pages import page_edges
from sayso.origins.provenance.waterfall import Step, waterfall

__all__ = ["Step", "origins_of", "page_edges", "telling_word", "waterfall", "words_of"]
