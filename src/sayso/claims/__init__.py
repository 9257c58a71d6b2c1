"""Claims: what is claimed, on whose say-so, with its measures and movements."""

from sayso.claims.make import make_claims
from sayso.claims.movements import add_movements

__all__ = ["add_movements", "make_claims"]
