"""Writes docs/reference/*.md from the code. A test fails where the pages and the code differ.

.venv/bin/python docs/generate.py
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from sayso import lexicon
from sayso.cli.main import COMMANDS, cli
from sayso.errors import CATALOGUE
from sayso.nouns.schema import SCHEMAS, json_schema

HERE = Path(__file__).parent / "reference"
NOTE = "<!-- written by docs/generate.py from the code: do not edit -->\n"


def commands() -> str:
    """Every command with its arguments and options."""
    parts = [NOTE, "# Commands\n"]
    context = click.Context(cli, info_name="sayso")
    for name, (_, summary) in COMMANDS.items():
        command = cli.get_command(context, name)
        assert command is not None
        parts.extend(_command(command, f"sayso {name}", summary, "##"))
        if isinstance(command, click.Group):
            for part, below in command.commands.items():
                parts.extend(_command(below, f"sayso {name} {part}", "", "###"))
    parts.append(
        "## For every command\n\n`--debug` shows the traceback of an error, `--help` the options, "
        "`sayso --version` the version.\n"
        "Exit codes: 0 done; 1 an input was refused or the ledger failed; 2 wrong usage; 130 interrupted.\n"
    )
    return "\n".join(parts)


def _command(command: click.Command, name: str, summary: str, level: str) -> list[str]:
    usage = command.get_usage(click.Context(command, info_name=name)).removeprefix("Usage: ")
    head = f"{level} `{name}`\n" + (f"\n{summary}\n" if summary else "")
    about = re.sub(r"(?m)^ +", "", command.help or "").strip()
    parts = [f"{head}\n```\n{' '.join(usage.split())}\n```\n", about + "\n"]
    rows = []
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            flags = ", ".join(f"`{o}`" for o in (*parameter.opts, *parameter.secondary_opts))
            taken = "" if parameter.is_flag else f" `{parameter.metavar or parameter.type.name}`"
            rows.append(f"| {flags}{taken} | {(parameter.help or '').replace('|', chr(92) + '|')} |")
    if rows:
        parts.append("| Option | Meaning |\n|---|---|\n" + "\n".join(rows) + "\n")
    return parts


def errors() -> str:
    """Every error code."""
    rows = [
        f"| `{code}` | {entry.meaning} | {entry.remedy} | {'yes' if entry.transient else 'no'} |"
        for code, entry in sorted(CATALOGUE.items())
    ]
    return "\n".join(
        [
            NOTE,
            "# Errors\n\nOne line on standard error: a stable code, what it happened to, what happened, what to do.\n"
            "`sayso errors SAY-012` explains one.\n",
            "| Code | Meaning | What to do | Can another try help? |\n|---|---|---|---|",
            *rows,
            "",
        ]
    )


def _type(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return f"[{name}](#{name.lower()})"
    if "enum" in schema:
        return " \\| ".join(f"`{value}`" for value in schema["enum"])
    if "anyOf" in schema:
        return " \\| ".join(_type(option) for option in schema["anyOf"])
    if schema.get("type") == "array":
        return "list of " + (_type(schema["items"]) if schema.get("items") else "pairs of offsets")
    return str(schema.get("type", "any"))


def output() -> str:
    """Every key of every output."""
    parts = [NOTE, "# Output\n", "`sayso schema NAME` prints these as JSON Schema; outputs are validated against it.\n"]
    done: set[str] = set()
    for name, (number, _) in SCHEMAS.items():
        parts.append(
            f"`{number}` (`sayso schema {name}`) begins at [{SCHEMAS[name][1].__name__}]"
            f"(#{SCHEMAS[name][1].__name__.lower()}).\n"
        )
    for name in SCHEMAS:
        for title, definition in json_schema(name)["$defs"].items():
            if title in done:
                continue
            done.add(title)
            text = re.sub(r"``", "`", " ".join(definition.get("description", "").split()))
            parts.append(f"## {title}\n\n{text}\n\n| Key | Value |\n|---|---|")
            parts.extend(f"| `{key}` | {_type(value)} |" for key, value in definition["properties"].items())
            parts.append("")
    return "\n".join(parts)


def lexicon_page() -> str:
    """Every lexicon file with the header that says what it is and where it comes from."""
    parts = [
        NOTE,
        "# Lexicon\n",
        "What is data is not code. Each file says in its header what it holds and where that comes from. "
        "To change one, put a file of the same name into a folder and name that folder in `SAYSO_LEXICON`.\n",
    ]
    for name in lexicon.names():
        header = []
        for line in lexicon.source_text(name).splitlines():
            if not line.startswith("#"):
                break
            header.append(line.lstrip("#").strip())
        parts.append(f"## `{name}`\n\n" + "\n".join(header).strip() + "\n")
    return "\n".join(parts)


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "errors.md": errors,
    "output.md": output,
    "lexicon.md": lexicon_page,
}

if __name__ == "__main__":
    HERE.mkdir(exist_ok=True)
    for page, make in PAGES.items():
        (HERE / page).write_text(make(), encoding="utf-8")
