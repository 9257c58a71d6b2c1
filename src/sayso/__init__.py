"""sayso: on whose say-so? A ledger of attributed claims that anyone can check."""

__version__ = "0.1.0"

__all__ = ["__version__"]
