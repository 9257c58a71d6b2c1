"""What a workbench is told when it starts."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

#: the names of this machine to itself
LOCAL: Final = ("127.0.0.1", "localhost", "[::1]")


def _key() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the ledger is, who may come in, and how much they may bring.

    ``hosts`` are the names under which it may be asked for; ``token`` is what a visitor must bring, and is null only
    where nobody but this machine can come. ``key`` signs what forms carry; it is new at every start.
    """

    ledger: Path
    hosts: tuple[str, ...] = LOCAL
    token: str | None = None
    key: str = field(default_factory=_key, repr=False)
    #: who decides where a form does not say: the name on this machine
    reviewer: str = "reviewer"
    #: bytes, and links and files, that one visit to Add may bring; how often in an hour from one address
    max_upload: int = 64_000_000
    max_pages: int = 100
    adds_per_hour: int = 120
    #: seconds that a decision waits for what follows from it, before the next page is shown without
    patience: float = 1.5
    #: whether the pages that are opened first are asked for when the server starts
    warm: bool = False
    #: views that are made at the same time; more of them only take turns
    threads: int = 4
