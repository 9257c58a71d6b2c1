"""The settings: environment variables that begin with ``SAYSO_``, read once into one frozen value.

Each setting says here what it is called, what it means and what it may be; ``docs/reference/settings.md`` is generated
from the same fields and a test compares the two. Every bad setting is collected and all of them are raised as one
error, so that nobody mends them one by one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from sayso import __version__
from sayso.errors import ConfigError

#: what sayso calls itself to servers: the product token is what robots.txt is read for (RFC 9309, section 2.2.1)
USER_AGENT = f"sayso/{__version__} (reads news pages; one page at a time)"


def default_ledger() -> Path:
    """Where the ledger lies if nobody says otherwise: the user's own data folder, as the platform has it."""
    import platformdirs

    return Path(platformdirs.user_data_dir("sayso", appauthor=False)) / "ledger.db"


def default_gazetteer() -> Path:
    """Where the gazetteer lies if nobody says otherwise: the user's own data folder, as the platform has it."""
    import platformdirs

    return Path(platformdirs.user_data_dir("sayso", appauthor=False)) / "gazetteer.db"


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        try:
            value = int(text.replace("_", ""))
        except ValueError:
            raise ValueError("is not a whole number") from None
        if not low <= value <= high:
            raise ValueError(f"is not between {low} and {high}")
        return value

    return parse


def _seconds(low: float, high: float) -> Callable[[str], float]:
    def parse(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            raise ValueError("is not a number of seconds") from None
        if not low <= value <= high:  # also false for nan
            raise ValueError(f"is not between {low:g} and {high:g}")
        return value

    return parse


def _folder(text: str) -> Path:
    path = Path(text).expanduser()
    if not path.is_dir():
        raise ValueError("is not a folder")
    return path


def _line(text: str) -> str:
    # a header value: what is outside ASCII, or a line break, would be a second header or a refused request
    if not text.isascii() or not text.isprintable():
        raise ValueError("is not one line of plain ASCII")
    return text


def _one_word(text: str) -> str:
    if not text.replace("-", "").replace("_", "").isalnum():
        raise ValueError("is not one word")
    return text.lower()


def _marking(text: str) -> str:
    if text.lower() not in ("white", "green", "amber", "red"):
        raise ValueError("is none of: white, green, amber, red")
    return text.lower()


def _is(parse: Callable[[str], Any], about: str, shown: str = "") -> dict[str, Any]:
    """What is known of a setting: how it is read, what it means, and how the documentation writes its default where
    that is not the same everywhere."""
    return {"parse": parse, "about": about, "shown": shown}


@dataclass(frozen=True, kw_only=True)
class Settings:
    """All settings. The variable of a field is its name in capitals after ``SAYSO_``."""

    max_bytes: int = field(
        default=20_000_000,
        metadata=_is(
            _whole(1, 2**40),
            "The largest input read: bytes of a file, of standard input, or of a response as it comes over the wire."
            " Archives (WARC, WACZ) are read record by record and may be larger.",
        ),
    )
    max_decoded_bytes: int = field(
        default=40_000_000,
        metadata=_is(
            _whole(1, 2**40),
            "The largest page after gzip or deflate is undone, and the largest record of an archive, in bytes.",
        ),
    )
    timeout_seconds: float = field(
        default=30.0,
        metadata=_is(
            _seconds(0.01, 3600),
            "How long one address may take in all, its redirects and its robots.txt included; connecting, and every"
            " wait for data, may take a third of it.",
        ),
    )
    delay_seconds: float = field(
        default=1.0,
        metadata=_is(
            _seconds(0, 3600),
            "The least time between two pages from the same host. A Crawl-delay in robots.txt can make it longer,"
            " up to 30 seconds.",
        ),
    )
    user_agent: str = field(
        default=USER_AGENT,
        metadata=_is(
            _line,
            "How sayso names itself to servers; robots.txt is read for this name.",
            "`sayso/VERSION (reads news pages; one page at a time)`",
        ),
    )
    page_seconds: float = field(
        default=20.0,
        metadata=_is(_seconds(0.1, 3600), "How long taking one page apart may last before it is given up."),
    )
    page_memory_mb: int = field(
        default=1024,
        metadata=_is(_whole(64, 2**20), "How much memory taking one page apart may need, in megabytes."),
    )
    ledger: Path = field(
        default_factory=default_ledger,
        metadata=_is(
            lambda text: Path(text).expanduser(),
            "The ledger's file, where --ledger does not name one.",
            "`ledger.db` in the user's data folder",
        ),
    )
    gazetteer: Path = field(
        default_factory=default_gazetteer,
        metadata=_is(
            lambda text: Path(text).expanduser(),
            "The gazetteer's file, which sayso gazetteer build makes.",
            "`gazetteer.db` in the user's data folder",
        ),
    )
    vague_numbers: str = field(
        default="wide",
        metadata=_is(
            _one_word,
            "The convention by which vague numbers (dozens, hundreds) are given bounds: `wide`, `acled`, or one of your"
            " own in `vague.yaml`.",
        ),
    )
    tlp: str = field(
        default="amber",
        metadata=_is(
            _marking,
            "The Traffic Light Protocol marking of STIX exports: `white`, `green`, `amber` or `red`. What reviewers"
            " decide is in them, with their names.",
        ),
    )
    upload_bytes: int = field(
        default=64_000_000,
        metadata=_is(
            _whole(1, 2**40), "The most that one visit to the workbench's page Add may bring, in bytes, files included."
        ),
    )
    upload_pages: int = field(
        default=100,
        metadata=_is(_whole(1, 10_000), "The most links and files that one visit to the page Add may bring."),
    )
    adds_per_hour: int = field(
        default=120,
        metadata=_is(_whole(1, 1_000_000), "How often in an hour the page Add takes something from one address."),
    )
    token: str | None = field(
        default=None,
        metadata=_is(
            _line, "What visitors of the workbench must bring, where sayso serve is given no --token.", "none"
        ),
    )
    lexicon: Path | None = field(
        default=None,
        metadata=_is(
            _folder, "A folder of word lists and tables that are read instead of ours of the same name.", "none"
        ),
    )

    @staticmethod
    def variable(name: str) -> str:
        """The environment variable of a field."""
        return f"SAYSO_{name.upper()}"

    @classmethod
    def load(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Read the settings from the environment; a variable that is empty counts as not set.

        Raises:
            ConfigError: SAY-001, naming every setting that cannot be used.
        """
        environ = os.environ if environ is None else environ
        values: dict[str, Any] = {}
        faults: list[str] = []
        for setting in fields(cls):
            text = environ.get(cls.variable(setting.name), "").strip()
            if not text:
                continue
            try:
                values[setting.name] = setting.metadata["parse"](text)
            except ValueError as fault:
                faults.append(f"{cls.variable(setting.name)}={text!r} {fault}")
        if faults:
            raise ConfigError("SAY-001", "settings", ", ".join(faults), "see the settings in the documentation")
        return cls(**values)


def table() -> str:
    """The settings as a Markdown table, for the documentation."""
    rows = ["| Variable | Default | Meaning |", "|---|---|---|"]
    for setting in fields(Settings):
        default = setting.metadata["shown"] or f"`{setting.default}`"
        rows.append(f"| `{Settings.variable(setting.name)}` | {default} | {setting.metadata['about']} |")
    return "\n".join(rows)
