"""Which addresses may be fetched, and which machines may be connected to."""

from __future__ import annotations

import ipaddress
import queue
import re
import socket
import threading
from collections.abc import Callable

import httpx

from sayso.errors import FetchError

#: name and port -> the IP addresses of the host, as text; raises OSError
Lookup = Callable[[str, int], list[str]]

#: all global unicast IPv6 addresses lie here (RFC 4291, section 2.4)
_UNICAST = ipaddress.IPv6Network("2000::/3")
#: IPv4 addresses written as IPv6 for translators (RFC 6052, section 2.1)
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def checked(address: str, *, subject: str | None = None) -> httpx.URL:
    """An address that may be asked for, without its fragment.

    Raises:
        FetchError: SAY-040, it is not http or https, names no host, holds a password, or is no address at all;
            ``subject`` is what the line is about if not the address itself (the one that led to it).
    """
    what = None
    try:
        url = httpx.URL(address.strip()).copy_with(fragment=None)
        if url.scheme not in ("http", "https"):
            what = f"{url.scheme or 'no'} addresses are not fetched"
        elif not url.host:
            what = "it names no host"
        elif url.userinfo:
            what = "addresses with a user or a password in them are not fetched"
        elif url.port is not None and not 0 < url.port < 65_536:
            what = f"there is no port {url.port}"
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        what = f"it is no address ({error})"
    if what is None:
        return url
    # a password must not come into a log by way of our own message
    shown = re.sub(r"//[^?#]*@", "//", address)
    if subject is not None:
        what = f"it leads to {shown[:200]}: {what}"
    raise FetchError("SAY-040", subject or shown, what)


def is_public(ip: str) -> bool:
    """Whether an IP address is global unicast, and so is every IPv4 address that it carries inside.

    The special-purpose registries (RFC 6890) are those of :mod:`ipaddress`; multicast, which it calls global, is not
    public here. IPv4 carried in IPv6 (mapped, NAT64, 6to4) is judged as the IPv4 address that it reaches.
    """
    try:
        address = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv4Address):
        return address.is_global and not address.is_multicast
    if address.ipv4_mapped is not None:
        return is_public(str(address.ipv4_mapped))
    if address in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    if address.sixtofour is not None:
        return is_public(str(address.sixtofour))
    return address in _UNICAST and address.is_global and not address.scope_id


def lookup(host: str, port: int) -> list[str]:
    """All addresses of a host, in the order that the system prefers.

    Raises:
        OSError: there are none (:class:`socket.gaierror`).
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve(host: str, port: int, *, allow_private: bool, timeout: float, using: Lookup = lookup) -> list[str]:
    """The addresses of a host, each of which may be connected to.

    One answer that is not public refuses the host: a name that points inside and outside at once is a trap.

    Raises:
        FetchError: SAY-041 (not public), SAY-042 (no such host), SAY-043 (no name server answers), SAY-045 (too slow).
    """
    answer: queue.SimpleQueue[list[str] | OSError | UnicodeError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            answer.put(using(host, port))
        except (OSError, UnicodeError) as error:
            answer.put(error)

    # the system's resolver knows no timeout; a thread that nobody waits for does
    threading.Thread(target=ask, daemon=True).start()
    try:
        found = answer.get(timeout=timeout)
    except queue.Empty:
        raise FetchError("SAY-045", host, "the name of the host was not resolved in time") from None
    if isinstance(found, socket.gaierror) and found.errno == socket.EAI_AGAIN:
        raise FetchError("SAY-043", host, "no name server answers")
    if isinstance(found, Exception) or not found:
        raise FetchError("SAY-042", host)
    refused = [] if allow_private else [ip for ip in found if not is_public(ip)]
    if refused:
        raise FetchError("SAY-041", host, f"its host {host} is at {refused[0]}, which is not on the public internet")
    return found
