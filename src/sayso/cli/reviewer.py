"""Who decides: the name that goes with a judgement or a grade."""

from __future__ import annotations

import getpass

import click


def reviewer(given: str | None) -> str:
    """The name that was given, else the one on this machine.

    Raises:
        click.UsageError: this machine knows no name, as in a container that runs under a bare number.
    """
    name = given or known_name()
    if name is None:
        raise click.UsageError("nobody is known by name here: say with --by NAME who decides")
    return name


def known_name() -> str | None:
    """The name of the user on this machine; ``None`` where it knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # which of them depends on the release and the system
        return None
