"""Movements: who goes from where to where, and on whose account, as claims say it."""

from sayso.claims.movements.attach import add_movements

__all__ = ["add_movements"]
