"""The bytes as they came: files, folders, standard input, addresses and web archives become captures.

Politeness and safety live here. Nothing is parsed: what the bytes say is the document room's business.
"""

from sayso.capture.inputs import open_inputs
from sayso.capture.options import CaptureOptions
from sayso.capture.warc import from_warc, to_warc

__all__ = ["CaptureOptions", "from_warc", "open_inputs", "to_warc"]
