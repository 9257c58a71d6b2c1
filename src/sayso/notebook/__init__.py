"""For notebooks and scripts: read a text or a page, look at the reading, take its claims elsewhere."""

from sayso.notebook.calls import read, read_page
from sayso.notebook.reading import Reading

__all__ = ["Reading", "read", "read_page"]
