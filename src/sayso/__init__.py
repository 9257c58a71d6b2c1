"""sayso: on whose say-so? A ledger of attributed claims that anyone can check.

    >>> import sayso
    >>> reading = sayso.read("The minister said that the dam had failed.")
    >>> reading.attributions[0].cue.text
    'said'

What stands in ``__all__`` is the public interface of the package; all else may change.
"""

from __future__ import annotations

# type checkers know this name; the module typing would cost more than all the rest
TYPE_CHECKING = False
if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.notebook import Reading, read, read_page

__version__ = "0.1.0"

__all__ = ["Reading", "SaysoError", "__version__", "read", "read_page"]

#: public name -> the module that holds it: none is imported before it is used
_HOME = {
    "Reading": "sayso.notebook",
    "SaysoError": "sayso.errors",
    "read": "sayso.notebook",
    "read_page": "sayso.notebook",
}


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
