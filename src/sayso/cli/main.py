"""``sayso``: finds the command, runs it, and turns errors into one line each.

Commands are imported only when they are called, so that ``sayso --help`` starts fast. Data goes to standard output;
progress and messages go to standard error.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import click

from sayso import __version__
from sayso.cli import EXIT_INTERRUPTED, EXIT_REFUSED
from sayso.errors import SaysoError

#: command -> (where it is, what ``sayso --help`` says of it): help must not import the commands
COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("sayso.cli.read:read", "Read pages and print what they say and who says it."),
    "add": ("sayso.cli.add:add", "Read pages and keep them in the ledger."),
    "claims": ("sayso.cli.claims:claims", "Ask the ledger for claims, with who says them and through whom."),
    "figures": ("sayso.cli.figures:figures", "Ask the ledger for figures: how many of what, when, where, says who."),
    "movements": ("sayso.cli.movements:movements", "Ask the ledger who moves from where to where."),
    "origins": ("sayso.cli.origins:origins", "Show the same claim across pages, and how many origins it has."),
    "compare": ("sayso.cli.compare:compare", "Set two documents side by side: what they share, and what they dispute."),
    "judge": ("sayso.cli.judge:judge", "Decide how claims or speakers stand to each other, or undo that."),
    "review": ("sayso.cli.review:review", "Go through the claims that most need a reviewer: accept, reject, correct."),
    "why": ("sayso.cli.why:why", "Show how a figure, time, place or claim was arrived at."),
    "documents": ("sayso.cli.documents:documents", "List the documents in the ledger."),
    "sources": ("sayso.cli.sources:sources", "List who is quoted in the ledger, with grades and records."),
    "rate": ("sayso.cli.rate:rate", "Give a source a grade of reliability, A to F, or take it back."),
    "export": ("sayso.cli.export:export", "Write what the ledger holds for other tools, or as a page for readers."),
    "import": ("sayso.cli.import_:import_", "Put back what sayso export jsonl wrote."),
    "serve": ("sayso.cli.serve:serve", "Open the ledger in a browser."),
    "gazetteer": (
        "sayso.cli.gazetteer:gazetteer",
        "Build the file of places, look into it, and add lists of places to it.",
    ),
    "schema": ("sayso.cli.schema:schema", "Print the JSON Schema of an output."),
    "errors": ("sayso.cli.errors:errors", "List the error codes, or explain one."),
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sayso")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def cli(debug: bool) -> None:
    """On whose say-so? Reads web pages into a ledger of attributed claims that anyone can check."""
    # --debug is read in main(), before the commands are: it decides what becomes of an error of any of them


def main(argv: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 an input or the ledger failed, 2 wrong usage, 130 interrupted."""
    arguments = sys.argv[1:] if argv is None else argv
    debug = "--debug" in arguments
    # --debug may stand after the command too: people add it to the end of the line that failed
    arguments = (["--debug"] if debug else []) + [a for a in arguments if a != "--debug"]
    sys.exit(run(arguments, debug=debug))


def run(arguments: list[str], *, debug: bool) -> int:
    """Run one command line; the exit code."""
    try:
        result: Any = cli.main(args=arguments, prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
        return result if isinstance(result, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # the reader of our output has gone (``sayso claims | head``): that is no fault, and nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SaysoError as error:
        if debug:
            raise
        click.echo(str(error), err=True)
        return EXIT_REFUSED
    except Exception as error:
        if debug:
            raise
        click.echo(str(SaysoError("SAY-099", type(error).__name__, str(error) or None)), err=True)
        return EXIT_REFUSED


if __name__ == "__main__":
    main()
