"""Text reuse: what two pages have word for word, and to whom a page says that it owes its text."""

from sayso.origins.reuse.copied import copied
from sayso.origins.reuse.copying import Copying, copying, own_words
from sayso.origins.reuse.credits import credits
from sayso.origins.reuse.fingerprints import fingerprints
from sayso.origins.reuse.furniture import furniture
from sayso.origins.reuse.names import is_unnamed
from sayso.origins.reuse.passages import covered, shared
from sayso.origins.reuse.rewording import Rewording, reworded

__all__ = [
    "Copying",
    "Rewording",
    "copied",
    "copying",
    "covered",
    "credits",
    "fingerprints",
    "furniture",
    "is_unnamed",
    "own_words",
    "reworded",
    "shared",
]
