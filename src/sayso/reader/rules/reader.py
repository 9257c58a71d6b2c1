"""The reader by rules: profile ``rules``, no model."""

from __future__ import annotations

from sayso.nouns.document import Document
from sayso.reader.common.attributions import attributions_of
from sayso.reader.common.figures import with_figures
from sayso.reader.common.names import find_mentions
from sayso.reader.common.nesting import parents
from sayso.reader.common.page import Page
from sayso.reader.common.unnamed import without_wishes
from sayso.reader.layers import Layers
from sayso.reader.rules.find import find_hops


class RulesReader:
    """Reads by lexicon and patterns. Works on any text; finds attributions in English."""

    profile = "rules"
    version = "4"

    def read(self, document: Document) -> Layers:
        """Read a document whole, in one pass. See :class:`sayso.reader.layers.Reader`."""
        page = Page(document.text)
        hops = with_figures(page, without_wishes(page, find_hops(page)))
        return Layers(
            sentences=tuple((s.start, s.end) for s in page.sentences),
            tokens=page.tokens(),
            quotations=page.quotations,
            mentions=find_mentions(page),
            attributions=attributions_of(page, hops, parents(hops)),
        )
