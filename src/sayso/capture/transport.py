"""The wire: connections only to addresses that were checked, and none that outlives its time.

A name is resolved once for a connection, every answer is checked, and the connection is made to one of the very
addresses that were checked; so a name server that gives another answer the second time (DNS rebinding) gains nothing.
The Host header and the name in the TLS handshake stay those of the address that was asked for.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

from sayso.capture.address import Lookup, lookup, resolve
from sayso.errors import FetchError


class Deadline:
    """The moment until which everything must be done; none until it is set."""

    def __init__(self) -> None:
        self._end = float("inf")

    def set(self, seconds: float) -> None:
        """Start anew."""
        self._end = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """Give back time that was spent waiting out of politeness."""
        self._end += seconds

    def within(self, timeout: float | None) -> float:
        """A timeout that does not reach beyond the deadline.

        Raises:
            httpcore.ReadTimeout: it has passed.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout("the time is up")
        return left if timeout is None else min(timeout, left)


class CheckedBackend(httpcore.SyncBackend):
    """Opens connections as :mod:`sayso.capture.address` allows."""

    def __init__(self, deadline: Deadline, *, allow_private: bool, using: Lookup = lookup) -> None:
        super().__init__()
        self._deadline = deadline
        self._allow_private = allow_private
        self._lookup = using

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first of the host's addresses that answers.

        Raises:
            FetchError: the host may not be connected to, or has no address.
            httpcore.ConnectError, httpcore.ConnectTimeout: none of them answers.
        """
        found = resolve(
            host,
            port,
            allow_private=self._allow_private,
            timeout=self._deadline.within(timeout),
            using=self._lookup,
        )
        failure: Exception = httpcore.ConnectError("no address")
        for ip in found:
            try:
                stream = super().connect_tcp(
                    ip, port, self._deadline.within(timeout), local_address, socket_options or []
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _TimedStream(stream, self._deadline)
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        """Never: nothing public is there."""
        raise FetchError("SAY-041", path)


class _TimedStream(httpcore.NetworkStream):
    """A stream each of whose waits ends at the deadline: a server that sends a byte a second never fails a timeout
    that is counted from byte to byte."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._deadline.within(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._deadline.within(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._stream.start_tls(ssl_context, server_hostname, self._deadline.within(timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class CheckedTransport(httpx.BaseTransport):
    """httpx over :class:`CheckedBackend`: no proxy, no environment. Raises httpcore's own errors."""

    def __init__(self, backend: CheckedBackend) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            max_connections=4,
            max_keepalive_connections=0,  # a kept connection may be closed by the server in the moment it is used again
            network_backend=backend,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request; the response's body is still on the wire."""
        url = httpcore.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        answer = self._pool.handle_request(
            httpcore.Request(request.method, url, headers=request.headers.raw, extensions=request.extensions)
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()
