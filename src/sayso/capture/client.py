"""One request, one answer: sizes capped on the wire and unpacked, every failure one coded error."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType

import httpcore
import httpx

from sayso.capture.address import Lookup, lookup
from sayso.capture.limits import CODINGS, DamagedError, TooLargeError, UnknownCodingError, uncoded
from sayso.capture.options import CaptureOptions
from sayso.capture.transport import CheckedBackend, CheckedTransport, Deadline
from sayso.capture.unpack import megabytes
from sayso.errors import FetchError

_REDIRECTS = (301, 302, 303, 307, 308)
#: full answers; 206 was not asked for, the others have no body
_FULL = (200, 203)
_ACCEPT = "text/html,application/xhtml+xml,text/plain;q=0.9,application/pdf;q=0.9,message/rfc822;q=0.8,*/*;q=0.1"


@dataclass(frozen=True)
class Answer:
    """What a server answered. ``body`` has its content coding undone, and is empty unless the status is 200 or 203.
    ``leads_to`` is the address that a redirection names, as the server wrote it."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""
    leads_to: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Client:
    """Asks servers, without following where they lead. ``deadline`` bounds whatever is under way."""

    def __init__(self, options: CaptureOptions, *, using: Lookup = lookup) -> None:
        settings = options.settings
        self.deadline = Deadline()
        backend = CheckedBackend(self.deadline, allow_private=options.allow_private, using=using)
        self._client = httpx.Client(
            transport=CheckedTransport(backend),
            trust_env=False,
            follow_redirects=False,
            timeout=settings.timeout_seconds / 3,
            headers={
                "User-Agent": settings.user_agent,
                "Accept": _ACCEPT,
                "Accept-Encoding": ", ".join(CODINGS),
            },
        )

    def forget(self) -> None:
        """Drop the cookies: each page is asked for by a stranger."""
        self._client.cookies.clear()

    def get(self, url: httpx.URL, *, subject: str, wire: int, decoded: int, cut: bool = False) -> Answer:
        """Ask for one address.

        Args:
            wire, decoded: the most bytes taken from the wire, and the most after unpacking.
            cut: what is longer than ``decoded`` is cut off there and is no error.

        Raises:
            FetchError: SAY-041 to SAY-045, SAY-051 to SAY-053; its subject is ``subject``.
        """
        try:
            with self._client.stream("GET", url) as response:
                return _read(response, wire=wire, decoded=decoded, cut=cut)
        except FetchError as error:  # from the backend, which knows only the host
            raise FetchError(error.code, subject, error.what, error.remedy) from None
        except TooLargeError as error:
            raise FetchError("SAY-051", subject, f"the page is larger than {megabytes(error.args[0])}") from None
        except UnknownCodingError as error:
            raise FetchError("SAY-053", subject, f"the answer is packed as {error.args[0]}") from None
        except DamagedError as error:
            raise FetchError("SAY-052", subject, f"the answer came damaged ({error})") from None
        except (httpcore.TimeoutException, httpx.TimeoutException):
            raise FetchError("SAY-045", subject) from None
        except (httpcore.ConnectError, httpx.ConnectError) as error:
            raise _unreachable(error, subject) from None
        except (httpcore.ProtocolError, httpx.ProtocolError, httpcore.NetworkError, httpx.NetworkError) as error:
            raise FetchError("SAY-052", subject, f"the answer came damaged or was cut short ({error})") from None
        except (httpx.HTTPError, httpx.InvalidURL, httpcore.UnsupportedProtocol, UnicodeError, ssl.SSLError) as error:
            raise FetchError("SAY-043", subject, f"the server cannot be spoken to ({type(error).__name__})") from None

    def close(self) -> None:
        """Close all connections."""
        self._client.close()

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _read(response: httpx.Response, *, wire: int, decoded: int, cut: bool) -> Answer:
    answer = Answer(
        status=response.status_code,
        reason=response.reason_phrase,
        headers=tuple((k.decode("latin-1"), v.decode("latin-1")) for k, v in response.headers.raw),
        leads_to=response.headers.get("Location") if response.status_code in _REDIRECTS else None,
    )
    if response.status_code not in _FULL:
        return answer
    stated = response.headers.get("Content-Length", "")
    if not cut and stated.isdecimal() and int(stated) > wire:
        raise TooLargeError(wire)
    chunks = uncoded(_counted(response.iter_raw(), wire), response.headers.get("Content-Encoding", ""), decoded)
    parts: list[bytes] = []
    try:
        for chunk in chunks:
            parts.append(chunk)  # noqa: PERF402 - what came before the limit is kept
    except TooLargeError:
        if not cut:
            raise
    return Answer(answer.status, answer.reason, answer.headers, b"".join(parts)[:decoded])


def _counted(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    taken = 0
    for chunk in chunks:
        taken += len(chunk)
        if taken > limit:
            raise TooLargeError(limit)
        yield chunk


def _unreachable(error: Exception, subject: str) -> FetchError:
    # httpcore passes the error of the socket on as the argument of its own
    for cause in error.args:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError("SAY-044", subject, f"the certificate cannot be trusted ({cause.verify_message})")
    return FetchError("SAY-043", subject, f"the server cannot be reached ({error})")
