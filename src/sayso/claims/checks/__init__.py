"""Checks: what arithmetic, the calendar and geometry say of claims, with the sum or the distance shown."""

from sayso.claims.checks.attach import add_checks

__all__ = ["add_checks"]
