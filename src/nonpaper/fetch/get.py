"""One address fetched: each hop checked anew, kinds and sizes held to what `reports/` can read."""

from __future__ import annotations

import time
from collections.abc import Mapping
from http.client import HTTPException
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import msgspec

from nonpaper.errors import ReportError
from nonpaper.fetch.addresses import Address, parse_address
from nonpaper.fetch.connect import Resolver, asked, checked, resolve
from nonpaper.fetch.limits import KINDS, Limits
from nonpaper.reports.quiet import quiet

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse

_MOVED = {301, 302, 303, 307, 308}
_PIECE = 65_536
_ACCEPT = ", ".join([*KINDS, "*/*;q=0.1"])


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What an address gave: the address it came from in the end, its media type, and what tells whether it changes."""

    url: str
    kind: str
    data: bytes
    etag: str | None = None
    modified: str | None = None


class Unchanged(msgspec.Struct, frozen=True):
    """The answer that nothing has changed since the tokens that were sent along."""

    url: str


def get(
    url: str,
    *,
    limits: Limits | None = None,
    known: Mapping[str, str] | None = None,
    resolver: Resolver = resolve,
) -> Fetched | Unchanged:
    """What stands at an address; ReportError with a remedy for all that is refused or goes wrong.

    `known` holds conditional headers (If-None-Match, If-Modified-Since) from an earlier answer to the same address.
    """
    limits = limits or Limits()
    deadline = time.monotonic() + limits.total
    address = parse_address(url)
    for _ in range(limits.redirects + 1):
        answer = _hop(address, known or {}, limits, deadline, resolver)
        if not isinstance(answer, Address):
            return answer
        address, known = answer, {}
    what = f"redirects more than {limits.redirects} times"
    raise ReportError(what, where=url, remedy="open it in a browser and give the address it ends at", code="redirects")


def _hop(
    address: Address, known: Mapping[str, str], limits: Limits, deadline: float, resolver: Resolver
) -> Fetched | Unchanged | Address:
    from urllib3.exceptions import HTTPError

    numbers = checked(address, limits, resolver, min(limits.read, deadline - time.monotonic()))
    try:
        sent = {"Accept": _ACCEPT, **known}
        with quiet("urllib3"), asked(address, numbers, sent, limits, deadline) as response:
            if time.monotonic() >= deadline:  # what came before the cut may look whole
                raise TimeoutError
            if response.status in _MOVED:
                return _next(address, response)
            if response.status == 304 and known:
                return Unchanged(address.url)
            _check_answer(address, response, limits)
            return _fetched(address, response, limits, deadline)
    except (
        OSError,
        HTTPError,
        HTTPException,
        ValueError,
    ) as error:  # what a server sends may break its reader in any way
        if time.monotonic() >= deadline or isinstance(error, TimeoutError):
            raise _slow(address, limits) from error
        raise ReportError(
            f"cannot be fetched: {_reason(error)}",
            where=address.url,
            remedy="try again later, or save the page from a browser",
            code="unreachable",
        ) from error


def _next(address: Address, response: BaseHTTPResponse) -> Address:
    """Where a redirect leads; never from a protected connection to an open one."""
    following = parse_address(urljoin(address.url, response.headers.get("Location", "")))
    if address.scheme == "https" and following.scheme == "http":
        what, remedy = f"leads from https to http: {following.url[:200]}", "give that address if you trust it"
        raise ReportError(what, where=address.url, remedy=remedy, code="redirects")
    return following


def _check_answer(address: Address, response: BaseHTTPResponse, limits: Limits) -> None:
    where = address.url
    if response.status != 200:
        wait = response.headers.get("Retry-After", "")
        remedy = f"try again after {wait} seconds" if wait.isdecimal() and len(wait) < 7 else "open it in a browser"
        raise ReportError(f"answers with status {response.status}", where=where, remedy=remedy, code="status")
    kind = _kind(response)
    if kind not in KINDS:
        what = f"is of a kind that cannot be read: {kind[:60] or 'not named'}"
        raise ReportError(what, where=where, remedy="give a page, a text, a PDF or a feed", code="kind")
    if response.headers.get("Content-Encoding", "identity").strip().lower() not in {"identity", "gzip", "x-gzip"}:
        what = "is packed in a way that was not asked for"
        raise ReportError(what, where=where, remedy="save the page from a browser", code="kind")
    length = response.headers.get("Content-Length", "")
    if length.isdecimal() and (len(length) > 12 or int(length) > limits.size):
        raise _large(where, limits)


def _fetched(address: Address, response: BaseHTTPResponse, limits: Limits, deadline: float) -> Fetched:
    """The body, read piece by piece; both the pieces as sent and as unpacked are counted."""
    pieces: list[bytes] = []
    length = 0
    while piece := response.read(_PIECE, decode_content=True):
        pieces.append(piece)
        length += len(piece)
        if max(length, response.tell()) > limits.size:
            raise _large(address.url, limits)
        if time.monotonic() >= deadline:
            raise _slow(address, limits)
    if response.length_remaining:  # the deadline or the other side cut it short
        raise OSError("the connection broke off")
    return Fetched(
        url=address.url,
        kind=_kind(response),
        data=b"".join(pieces),
        etag=response.headers.get("ETag"),
        modified=response.headers.get("Last-Modified"),
    )


def _kind(response: BaseHTTPResponse) -> str:
    return str(response.headers.get("Content-Type", "")).partition(";")[0].strip().lower()


def _large(where: str, limits: Limits) -> ReportError:
    what = f"is larger than {limits.size / 1_000_000:g} MB"
    return ReportError(what, where=where, remedy="save the article alone and give that", code="too_long")


def _slow(address: Address, limits: Limits) -> ReportError:
    what = f"took longer than {limits.total:g} seconds, or {limits.read:g} without a word"
    return ReportError(what, where=address.url, remedy="try again later", code="slow")


def _reason(error: Exception) -> str:
    """One line of at most a hundred characters, without the objects that libraries name in theirs."""
    return " ".join(str(error).rpartition("object at ")[2].rpartition(">: ")[2].split())[:100] or type(error).__name__
