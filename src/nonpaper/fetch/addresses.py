"""Which addresses may be asked: http and https, no credentials, no host that means a machine inside.

The host is taken apart once, here, and what was checked is what is connected to, so that no second parser can read it
another way. Forms that only machines write (decimal, octal, hexadecimal numbers for a host) are refused outright.
Ranges are those of the IANA special-purpose registries.
"""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, urlsplit

import msgspec

from nonpaper.errors import ReportError

IP = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_NAME = re.compile(
    r"(?=.{1,253}$)[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\.?"
)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|\d+)\.?", re.IGNORECASE)
_ODD = re.compile(r"[\x00-\x20\x7f\\\s]")
_MAPPED = ipaddress.ip_network("::ffff:0:0/96")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SPECIAL = tuple(
    ipaddress.ip_network(network)  # that some versions of Python call global
    for network in (
        "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24",
        "192.175.48.0/24", "198.18.0.0/15", "::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
        "2002::/16", "3fff::/20", "5f00::/16", "fec0::/10",
    )
)  # fmt: skip


class Address(msgspec.Struct, frozen=True, kw_only=True):
    """One address, taken apart. `host` is a name in ASCII or an IP number; `target` is what follows it."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def url(self) -> str:
        """The address written out."""
        return f"{self.scheme}://{self.authority}{self.target}"

    @property
    def authority(self) -> str:
        """Host and port as the Host header has them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(url: str) -> Address:
    """The address that `url` writes; ReportError where it is none that may be asked."""
    where = url[:200]
    if _ODD.search(url.strip()):
        raise _refused("has white space or backslashes in it", where, "copy the address anew")
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise _refused("is not an address", where, "give one such as https://example.org/article") from error
    if parts.scheme not in _PORTS or not host:
        raise _refused("is not an address of the web", where, "give one that begins with https:// or http://")
    if "@" in parts.netloc:
        raise _refused("has a name or password in it", where, "give the address without what stands before the @")
    target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    target += f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    return Address(scheme=parts.scheme, host=_host(host, where), port=port or _PORTS[parts.scheme], target=target)


def _host(host: str, where: str) -> str:
    if ":" in host:
        try:
            return str(ipaddress.IPv6Address(host)) if "%" not in host else _no_name(where)
        except ValueError:
            return _no_name(where)
    try:
        name = host.encode("idna").decode("ascii").lower() if not host.isascii() else host.lower()
    except UnicodeError:
        return _no_name(where)
    if _NUMBER.fullmatch(name.rstrip(".").rpartition(".")[2]):
        try:
            return str(ipaddress.IPv4Address(name))
        except ValueError:
            raise _refused("hides its host behind a number", where, "give the host by its name") from None
    return name.rstrip(".") if _NAME.fullmatch(name) else _no_name(where)


def _no_name(where: str) -> str:
    raise _refused("has no sound host name", where, "copy the address anew")


def is_public(ip: IP) -> bool:
    """Whether an IP number belongs to the open internet; forms of one number inside another are judged with it.

    >>> is_public(ipaddress.ip_address("10.0.0.1")), is_public(ipaddress.ip_address("9.9.9.9"))
    (False, True)
    """
    if isinstance(ip, ipaddress.IPv6Address):
        if ip in _MAPPED:
            return False
        if ip in _NAT64:
            return is_public(ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF))
    if ip.is_multicast or ip.is_reserved or ip.is_link_local or ip.is_loopback or ip.is_unspecified:
        return False
    return ip.is_global and not any(ip.version == network.version and ip in network for network in _SPECIAL)


def _refused(what: str, where: str, remedy: str) -> ReportError:
    return ReportError(what, where=where, remedy=remedy, code="address")
