"""The options that ``read`` and ``add`` share: which inputs, and what the page itself does not say."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import click

from sayso.plugins import DEFAULT_PROFILE, FALLBACK_PROFILE

if TYPE_CHECKING:
    from sayso.errors import SaysoError
    from sayso.nouns import Capture, Given
    from sayso.pipeline import Item, Known
    from sayso.reader.layers import Reader

F = TypeVar("F", bound=Callable[..., Any])


class Inputs(NamedTuple):
    """What the user asked to have read."""

    names: tuple[str, ...]
    published: str | None
    outlet: str | None
    url: str | None
    as_text: bool
    profile: str
    allow_private: bool

    def read(
        self, reader: Reader, given: Given, known: Callable[[Capture], bool] | None = None
    ) -> Generator[Item | Known | SaysoError]:
        """Read them in order, all but what is ``known``."""
        from sayso.capture import CaptureOptions
        from sayso.pipeline import read_inputs

        warn_without_gazetteer()
        return read_inputs(
            self.names,
            options=CaptureOptions(allow_private=self.allow_private),
            given=given,
            reader=reader,
            stdin=sys.stdin.buffer,
            known=known,
        )

    def given(self) -> Given:
        """The user's word on the page, checked.

        Raises:
            ConfigError: SAY-001, the date is no date.
        """
        from sayso.document.given import checked_date
        from sayso.nouns import Given

        published = checked_date(self.published, "--published")
        return Given(published=published, outlet=self.outlet, url=self.url, as_text=self.as_text)


def warn_without_gazetteer() -> None:
    """One line where there is no gazetteer, with what to do: pages are read all the same, their places unresolved."""
    from sayso.errors import GazetteerError
    from sayso.measures.places import gazetteer_or_fault

    found = gazetteer_or_fault()
    if isinstance(found, GazetteerError):
        click.echo(f"{found} (until then, places stay unresolved)", err=True)


def input_options(command: F) -> F:
    """Adds INPUT… and its options; the command gets them as ``inputs``."""

    @click.argument("names", metavar="INPUT...", nargs=-1, required=True)
    @click.option("--published", metavar="DATE", help="When the page was published, if it does not say (2017-10-28).")
    @click.option("--outlet", metavar="NAME", help="Which outlet it is from, if it does not say.")
    @click.option("--url", metavar="URL", help="The page's address, if it does not say.")
    @click.option("--text", "as_text", is_flag=True, help="Read it as plain text, whatever it looks like.")
    @click.option(
        "--profile",
        metavar="NAME",
        default=DEFAULT_PROFILE,
        show_default=True,
        help="Which reader to use: model, which was trained; rules, which needs no model; or that of a plug-in. A page "
        f"in a language that it does not read is read with {FALLBACK_PROFILE}, and the reading says so.",
    )
    @click.option("--allow-private", is_flag=True, help="Fetch from addresses inside the network too.")
    @functools.wraps(command)
    def wrapped(
        *,
        names: tuple[str, ...],
        published: str | None,
        outlet: str | None,
        url: str | None,
        as_text: bool,
        profile: str,
        allow_private: bool,
        **rest: Any,
    ) -> Any:
        inputs = Inputs(names, published, outlet, url, as_text, profile, allow_private)
        return command(inputs=inputs, **rest)

    return wrapped  # type: ignore[return-value]
