"""Claims: what is claimed, on whose say-so, with its measures."""

from sayso.claims.make import make_claims

__all__ = ["make_claims"]
