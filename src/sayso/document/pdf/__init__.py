"""PDF captures: the text layer put back into paragraphs. No pictures are read."""

from sayso.document.pdf.document import document_from_pdf

__all__ = ["document_from_pdf"]
