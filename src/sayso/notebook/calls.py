"""``sayso.read`` and ``sayso.read_page``."""

from __future__ import annotations

import contextlib
import datetime as dt
import functools
import os
import warnings
from typing import TYPE_CHECKING

from sayso.notebook.reading import Reading

if TYPE_CHECKING:
    from sayso.reader.layers import Reader

#: a longer text is no path
_LONGEST_PATH = 4096


def read(
    text: str,
    *,
    profile: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    published: str | dt.date | None = None,
    url: str | None = None,
) -> Reading:
    """Read a text: who says what in it, through whom.

    The text is taken as it is: every range of the reading points into ``text`` itself, in code points. For a file or
    an address, whose article has first to be found, use :func:`read_page`.

    Args:
        text: the article. An empty text gives an empty reading.
        profile: which reader to use; by default the one that the command line uses.
        title: its headline, which is not part of the text.
        outlet: who carries it: the outermost link of every chain.
        published: when, ISO 8601 or a date; *on Monday* is reckoned from it.
        url: its address.

    Raises:
        TypeError: ``text`` is no string.
        ConfigError: SAY-001, ``published`` is no date; SAY-002, there is no such profile.
        DocumentError: SAY-011, there are surrogates in the text.
        ReaderError: the reader cannot be used, or cannot read the text.
    """
    if not isinstance(text, str):
        raise TypeError(f"sayso.read takes a text, not {type(text).__name__}; sayso.read_page takes a file or address")
    if _names_a_page(text):
        warnings.warn(f"{text!r} is read as a text; sayso.read_page reads files and addresses", stacklevel=2)
    from sayso.document.extracted import Extracted
    from sayso.document.verbatim import document_from_text
    from sayso.pipeline import interpret

    document = document_from_text(text, title=title, outlet=outlet, published=_date(published), url=url)
    return Reading.of(interpret(Extracted(document=document), _reader(profile)))


def read_page(
    page: str | os.PathLike[str],
    *,
    profile: str | None = None,
    outlet: str | None = None,
    published: str | dt.date | None = None,
    url: str | None = None,
    as_text: bool = False,
    allow_private: bool = False,
) -> Reading:
    """Read one page as ``sayso read`` does: a file (HTML, text, PDF, e-mail) or an address.

    Args:
        page: path or address.
        profile: which reader to use; by default the one that the command line uses.
        outlet: which outlet it is from, if it does not say.
        published: when it was published, if it does not say.
        url: its address, if it does not say.
        as_text: read it as plain text, whatever it looks like.
        allow_private: fetch from addresses inside the network too.

    Raises:
        ConfigError: SAY-001, an argument cannot be used, or there is more than one page; SAY-002, no such profile.
        CaptureError, DocumentError, ReaderError: the page cannot be had, or not be read.
    """
    from sayso.capture import CaptureOptions
    from sayso.errors import ConfigError, SaysoError
    from sayso.nouns import Given
    from sayso.pipeline import Item, read_inputs

    name = os.fspath(page)
    given = Given(published=_date(published), outlet=outlet, url=url, as_text=as_text)
    options = CaptureOptions(allow_private=allow_private)
    with contextlib.closing(read_inputs((name,), options=options, given=given, reader=_reader(profile))) as items:
        first = next(items)
        if isinstance(first, SaysoError):
            raise first
        if next(items, None) is not None:
            raise ConfigError("SAY-001", name, "more than one page", "read a page at a time, or use sayso read --json")
    assert isinstance(first, Item)  # nothing was said to be known already
    return Reading.of(first.reading)


@functools.cache
def _reader_of(profile: str) -> Reader:
    from sayso.plugins import load_reader

    return load_reader(profile)


def _reader(profile: str | None) -> Reader:
    """The reader of a profile, loaded once: a model takes a while to load."""
    from sayso.plugins import DEFAULT_PROFILE

    return _reader_of(profile or DEFAULT_PROFILE)


def _date(published: str | dt.date | None) -> str | None:
    from sayso.document.given import checked_date

    return checked_date(published.isoformat() if isinstance(published, dt.date) else published, "published")


def _names_a_page(text: str) -> bool:
    """Whether somebody has most likely taken :func:`read` for :func:`read_page`."""
    if not text or len(text) > _LONGEST_PATH or any(c in "\n\0" for c in text):
        return False
    address = text.startswith(("http://", "https://")) and " " not in text
    return address or (not text.isspace() and os.path.isfile(text))
