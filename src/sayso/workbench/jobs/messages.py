"""What the server and the process that reads say to each other: one JSON object a line."""

from __future__ import annotations

from typing import Literal

import msgspec

from sayso.nouns import Given

Kind = Literal["link", "text", "file"]


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to read. A link is its own name; of text and files the bytes lie at ``start`` in the job's file."""

    name: str
    kind: Kind
    start: int = 0
    size: int = 0
    given: Given = Given()


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """What the process is to do; ``file`` is the descriptor of the job's file. No inputs: only compare what waits."""

    ledger: str
    file: int
    inputs: tuple[Input, ...] = ()


Step = Literal["fetching", "reading", "stored", "known", "refused", "comparing", "note", "failed", "done"]


class Told(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How far the process has come.

    ``input`` counts from 0; ``source`` tells the pages of one archive apart. ``done`` of ``total`` pages were compared.
    """

    step: Step
    input: int = -1
    source: str = ""
    document: str = ""
    title: str = ""
    claims: int = 0
    code: str = ""
    what: str = ""
    remedy: str = ""
    done: int = 0
    total: int = 0
