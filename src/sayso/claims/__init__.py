"""Claims: what is claimed, on whose say-so, with its measures, movements and checks."""

from sayso.claims.checks import add_checks
from sayso.claims.make import make_claims
from sayso.claims.movements import add_movements

__all__ = ["add_checks", "add_movements", "make_claims"]
