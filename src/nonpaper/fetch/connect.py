"""One request over one connection to the very number that was checked, ended at its deadline in any case.

urllib3 speaks the protocol: it is kept well, typed, without dependencies and installed with the program already. A name
is looked up once; the connection is made to that number, while certificate and Host header are held to the name. A
second look-up, which could give another answer (DNS rebinding), does not happen. Proxies and cookies are not used.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from nonpaper import __version__
from nonpaper.errors import ReportError
from nonpaper.fetch.addresses import IP, Address, is_public
from nonpaper.fetch.limits import Limits

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse
    from urllib3.connection import HTTPConnection

Resolver = Callable[[str, int], Sequence[str]]
"""A host's IP numbers, in the order in which they should be tried; OSError where it has none."""
USER_AGENT = f"nonpaper/{__version__} (one article at a time, at a person's request)"


def resolve(host: str, port: int) -> Sequence[str]:
    """The numbers that this machine's resolver gives for a host."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def checked(address: Address, limits: Limits, resolver: Resolver, seconds: float) -> tuple[IP, ...]:
    """The numbers that may be connected to; ReportError where the host has none, or one that is not public."""
    numbers = tuple(ipaddress.ip_address(n.partition("%")[0]) for n in _looked_up(address, resolver, seconds))
    if not numbers:
        raise _unknown(address)
    inside = [number for number in numbers if not is_public(number)]
    if inside and not limits.allow_private:
        what = f"leads to {inside[0]}, which is not on the open internet"
        remedy = "give a public address, or --allow-private if you trust whoever wrote this one"
        raise ReportError(what, where=address.url, remedy=remedy, code="private")
    return numbers


def _looked_up(address: Address, resolver: Resolver, seconds: float) -> Sequence[str]:
    """Numbers of the host; the resolver has no time limit of its own, so that a thread is left behind if need be."""
    try:
        return [str(ipaddress.ip_address(address.host))]
    except ValueError:
        pass  # a name
    found: list[Sequence[str] | Exception] = []

    def look() -> None:
        try:
            found.append(resolver(address.host, address.port))
        except (OSError, UnicodeError) as error:
            found.append(error)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    thread.join(seconds)
    if not found or isinstance(found[0], Exception):
        raise _unknown(address)
    return found[0]


def _unknown(address: Address) -> ReportError:
    what = f"has a host that is not known: {address.host}"
    return ReportError(what, where=address.url, remedy="check the address and the connection", code="unreachable")


@contextmanager
def asked(
    address: Address, numbers: Sequence[IP], headers: Mapping[str, str], limits: Limits, deadline: float
) -> Iterator[BaseHTTPResponse]:
    """The answer to a GET, its body still unread; the connection is cut at the deadline (of the monotonic clock)."""
    connection = _connected(address, numbers, limits, deadline)
    cut = threading.Timer(max(deadline - time.monotonic(), 0.0), _cut, [connection.sock])
    cut.daemon = True
    cut.start()
    try:
        sent = {"Host": address.authority, "User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers}
        connection.request("GET", address.target, headers=sent, preload_content=False, decode_content=True)
        with closing(connection.getresponse()) as response:
            yield response
    finally:
        cut.cancel()
        connection.close()


def _connected(address: Address, numbers: Sequence[IP], limits: Limits, deadline: float) -> HTTPConnection:
    from urllib3.exceptions import HTTPError

    reason: Exception = TimeoutError("no time was left")
    for number in numbers:
        left = min(limits.read, deadline - time.monotonic())
        if left <= 0:
            break
        connection = _connection(address, number, left)
        try:
            connection.connect()
        except (OSError, HTTPError, ssl.SSLError) as error:
            connection.close()
            reason = error
            continue
        return connection
    raise reason


def _connection(address: Address, number: IP, seconds: float) -> HTTPConnection:
    """A connection to the number, with the name where names belong."""
    from urllib3.connection import HTTPConnection, HTTPSConnection

    if address.scheme == "http":
        return HTTPConnection(str(number), address.port, timeout=seconds)
    return HTTPSConnection(
        str(number), address.port, timeout=seconds, server_hostname=address.host, ssl_context=_certificates()
    )


def _certificates() -> ssl.SSLContext:
    return ssl.create_default_context()


def _cut(connected: socket.socket) -> None:
    """Ends a connection under the thread that reads it; what that thread holds of TLS is left alone."""
    with suppress(OSError):  # closed already
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
