"""What a page says about itself: title, authors, dates, outlet, address, language, with evidence and rivals."""

from sayso.document.html.metadata.collect import Identity, Metadata, collect, complete, identify

__all__ = ["Identity", "Metadata", "collect", "complete", "identify"]
