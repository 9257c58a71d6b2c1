"""What stands in a form that a page of ours sent, and where its answer leads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import urlencode

from starlette.responses import RedirectResponse

from sayso.errors import ConfigError
from sayso.nouns.folding import clean

if TYPE_CHECKING:
    from starlette.datastructures import FormData

#: longer than any reviewer's name
_LONGEST_NAME: Final = 100
#: longer than a reason has to be
_LONGEST_REASON: Final = 2000


def field(form: FormData, name: str) -> str:
    """What stands in a field, as every store can hold it; empty where it is not there, or is a file."""
    given = form.get(name)
    return clean(given).strip() if isinstance(given, str) else ""


def reason(form: FormData) -> str | None:
    """Why somebody decides so, where it is said.

    Raises:
        ConfigError: SAY-001: at greater length than anybody reads.
    """
    why = field(form, "why")
    if len(why) > _LONGEST_REASON:
        raise ConfigError("SAY-001", "why", f"a reason has {_LONGEST_REASON} characters at most", "shorten it")
    return why or None


def name_of(text: str) -> str:
    """Somebody's name as it is kept: on one line, and no longer than names are."""
    return " ".join(text.split())[:_LONGEST_NAME]


def to(address: str, **told: str) -> RedirectResponse:
    """The page to show next: never one of another site."""
    if not address.startswith("/") or address.startswith(("//", "/\\")):
        address = "/origins"
    query = f"{'&' if '?' in address else '?'}{urlencode(told)}" if told else ""
    return RedirectResponse(address + query, status_code=303)
