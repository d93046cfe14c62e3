"""Reports from addresses into a dossier: fetched within limits, because a person named them, and kept as received."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from nonpaper.dossier.fetch import PAUSE, in_turn
from nonpaper.errors import ReportError
from nonpaper.fetch import Fetched, Limits, get
from nonpaper.fetch.connect import Resolver, resolve
from nonpaper.fetch.limits import KINDS
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import left_out
from nonpaper.reports.gather import read_bytes
from nonpaper.reports.identity import report_id
from nonpaper.store import Arrival, content


def is_address(named: str) -> bool:
    """Whether a name is an address of the web; whatever is not is a file, and asks nobody.

    >>> is_address("HTTPS://paper.example/a"), is_address("http.txt"), is_address("ftp://paper.example/a")
    (True, False, False)
    """
    return named[:8].lower().startswith(("http://", "https://"))


def arriving(
    urls: Iterable[str],
    arrivals: dict[str, Arrival],
    *,
    at: str,
    limits: Limits | None = None,
    articles: bool = False,
    pause: float = PAUSE,
    resolver: Resolver = resolve,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[ReportText | Finding]:
    """The reports at addresses, feeds entry by entry; `arrivals` is given the bytes of each, by its content.

    `articles` also asks for those that a feed only sums up. What cannot be had is a finding. `at` is an ISO time.
    """
    within = limits or Limits()
    yield from in_turn(
        urls,
        lambda url: _asked(url, arrivals, at, within, resolver),
        follow=lambda item: _summed(item) if articles else (),
        pause=pause,
        sleep=sleep,
    )


def _asked(
    url: str, arrivals: dict[str, Arrival], at: str, limits: Limits, resolver: Resolver
) -> Iterator[ReportText | Finding]:
    try:
        answer = get(url, limits=limits, resolver=resolver)
        if not isinstance(answer, Fetched):  # nothing was said of an earlier answer
            return
        items = list(read_bytes(answer.data, answer.url, KINDS[answer.kind]))
    except ReportError as error:
        yield left_out(error)
        return
    digest = hashlib.sha256(answer.data).hexdigest()
    arrival = Arrival(url=url, at=at, kind=answer.kind, sha256=digest, data=answer.data)
    for item in items:
        if isinstance(item, Finding):
            yield item
            continue
        named = from_address(item, answer.url)
        arrivals[content(named)] = arrival
        yield named


def from_address(item: ReportText, url: str) -> ReportText:
    """The report as its address makes it: a page's own word on that is not taken, an entry's is, and no given id."""
    about = item.report
    own = about.url if "#" in about.path and about.url else url
    outlet = about.outlet or urlsplit(url).hostname
    name = report_id(item.text, outlet=outlet, url=own, published=about.published)
    return msgspec.structs.replace(item, report=msgspec.structs.replace(about, id=name, url=own, outlet=outlet))


def _summed(item: ReportText | Finding) -> tuple[str, ...]:
    """The address of the article that an entry only sums up."""
    if isinstance(item, Finding) or item.report.url is None or all(f.code != "summary" for f in item.findings):
        return ()
    return (item.report.url,)
