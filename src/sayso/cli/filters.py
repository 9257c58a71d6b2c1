"""The options that all questions to the ledger share."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeVar

import click

if TYPE_CHECKING:
    from sayso.ledger import Filters, Ledger

F = TypeVar("F", bound=Callable[..., Any])
Form = Literal["json", "csv", "table"]

#: how click treats the line of a question: a word with a minus before it is a word that is not wanted, not an option
CONTEXT: dict[str, Any] = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
#: as many rows as people read; whoever asks for JSON or CSV gets them all
TABLE_ROWS = 50


class Asked(NamedTuple):
    """What the user asked of the ledger, and in which form the answer goes out."""

    query: str | None
    values: dict[str, Any]
    limit: int | None
    form: Form
    ledger: Path | None

    def open(self) -> Ledger:
        """The ledger, which must be there.

        Raises:
            ConfigError: a setting is wrong.
            LedgerError: SAY-060 to SAY-067.
        """
        return open_ledger(self.ledger, create=False)

    def filters(self) -> Filters:
        """The filters, checked. Tables ask for one row more than they show, to know whether there are more.

        Raises:
            ConfigError: SAY-001, naming every value that cannot be used.
        """
        from sayso.ledger import make_filters

        shown = self.shown
        return make_filters(query=self.query, limit=shown + 1 if shown > 0 else shown, **self.values)

    def also(self, **values: Any) -> Asked:
        """The same with the options that one question alone has."""
        return self._replace(values=self.values | values)

    @property
    def shown(self) -> int:
        """How many rows at most go out; 0 is all of them."""
        if self.limit is not None:
            return self.limit
        return TABLE_ROWS if self.form == "table" else 0


def open_ledger(path: Path | None, *, create: bool) -> Ledger:
    """The ledger at ``path``, else where ``SAYSO_LEDGER`` says, else in the user's data folder."""
    from sayso.config import Settings
    from sayso.ledger import Ledger

    return Ledger.open(path or Settings.load().ledger, create=create)


def ledger_option(command: F) -> F:
    """Adds ``--ledger PATH``."""
    return click.option(
        "--ledger",
        type=click.Path(path_type=Path),
        metavar="PATH",
        help="The ledger's file (else SAYSO_LEDGER, else one in your data folder).",
    )(command)


def linked_options(command: F) -> F:
    """Adds ``--origins`` and ``--alert``, which ask what pages that were linked make of a claim."""

    @click.option(
        "--origins",
        metavar="LOW..HIGH",
        help="How many independent origins it surely has (2, 2.., ..1).",
    )
    @click.option(
        "--alert",
        metavar="KIND",
        multiple=True,
        help="What to beware of: circular, drift, stale-figure, false-precision, contradiction or plural-sources;"
        " several with commas.",
    )
    @functools.wraps(command)
    def wrapped(*, asked: Asked, origins: str | None, alert: tuple[str, ...], **rest: Any) -> Any:
        return command(asked=asked.also(origins=origins, alert=alert), **rest)

    return wrapped  # type: ignore[return-value]


def _form_options(command: F) -> F:
    """Adds ``--json`` and ``--csv``."""
    as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
    as_csv = click.option("--csv", "as_csv", is_flag=True, help="Comma-separated values (RFC 4180), with a heading.")
    return as_json(as_csv(command))


def _unchanged(command: F) -> F:
    return command


def asking_options(*, query: str, sorts: tuple[str, ...], forms: bool = True) -> Callable[[F], F]:
    """Adds QUERY, the filters, the order and the form of the answer; the command gets them as ``asked``.

    ``query`` says what the query is looked for in; the first of ``sorts`` is the default order. Where ``forms`` is
    false the answer has no form to choose, and goes out whole.
    """
    limited = f"At most so many (tables show {TABLE_ROWS}); 0 for all." if forms else "At most so many."

    def decorate(command: F) -> F:
        @click.argument("query", metavar="[QUERY]...", nargs=-1)
        @click.option("--about", metavar="WORDS", help="What it is about: words of the claim, or of names in it.")
        @click.option("--by", metavar="NAME", help="Who says it, at any place of the chain; =NAME: exactly that name.")
        @click.option("--outlet", metavar="NAME", help="Which outlet carries it; =NAME: exactly that one.")
        @click.option(
            "--place", metavar="NAME", help="Which place it names, or which country that lies in; =NAME: exactly that."
        )
        @click.option(
            "--near", metavar="LAT,LON,KM", help="A place that it names reaches within so many km of a point."
        )
        @click.option("--said", metavar="FROM..TO", help="When it was said (2017-10-22, 2017-10, 2017-01.., ..2017).")
        @click.option("--published", metavar="FROM..TO", help="When the page was published.")
        @click.option(
            "--status",
            metavar="STATUS",
            multiple=True,
            help="asserted, hedged, denied, planned, hypothetical or asked; several with commas.",
        )
        @click.option(
            "--verdict",
            metavar="VERDICT",
            multiple=True,
            help="What its checks say: consistent, inconsistent or undecidable; several with commas.",
        )
        @click.option("--limit", type=int, metavar="N", help=limited)
        @click.option("--sort", type=click.Choice(sorts), default=sorts[0], show_default=True, help="Which come first.")
        @(_form_options if forms else _unchanged)
        @ledger_option
        @functools.wraps(command)
        def wrapped(
            *,
            query: tuple[str, ...],
            limit: int | None,
            ledger: Path | None,
            about: str | None,
            by: str | None,
            outlet: str | None,
            place: str | None,
            near: str | None,
            said: str | None,
            published: str | None,
            status: tuple[str, ...],
            verdict: tuple[str, ...],
            sort: str,
            as_json: bool = False,
            as_csv: bool = False,
            **rest: Any,
        ) -> Any:
            for word in query:
                if word == "-h":
                    context = click.get_current_context()
                    click.echo(context.get_help())
                    context.exit()
                if word.startswith("--"):
                    raise click.NoSuchOption(word)
            if as_json and as_csv:
                raise click.UsageError("choose one of --json and --csv")
            values = {
                "about": about,
                "by": by,
                "outlet": outlet,
                "place": place,
                "near": near,
                "said": said,
                "published": published,
                "status": status,
                "verdict": verdict,
                "sort": sort,
            }
            form: Form = "json" if as_json or not forms else "csv" if as_csv else "table"
            return command(asked=Asked(_joined(query), values, limit, form, ledger), **rest)

        wrapped.__doc__ = f"{command.__doc__ or ''}\n\n    {query}\n"
        return wrapped  # type: ignore[return-value]

    return decorate


def _joined(words: tuple[str, ...]) -> str | None:
    """The query as one line. What the shell kept together with quotation marks was one thing: it is a phrase."""
    if len(words) == 1:
        return words[0]  # quoted as a whole, by habit: its own quotation marks count
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words) or None
