"""What leaves the ledger for other tools: one file a format, one list of them.

Nothing here imports a library before it is used: ``sayso --help`` and the list of formats must cost nothing.
"""

from sayso.export.formats import FORMATS, Format, export, format_named, ready
from sayso.export.selection import Selection

__all__ = ["FORMATS", "Format", "Selection", "export", "format_named", "ready"]
