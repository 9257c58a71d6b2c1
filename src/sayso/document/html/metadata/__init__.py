"""What a page says about itself: title, authors, dates, outlet, address, language, with evidence and rivals."""

from sayso.document.html.metadata.collect import Metadata, collect

__all__ = ["Metadata", "collect"]
