"""Reports from the network into a folder: fetched, read once to see that they can be, and saved for every other use."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

import msgspec

from nonpaper.errors import ReportError
from nonpaper.fetch.connect import Resolver, resolve
from nonpaper.fetch.get import Fetched, Unchanged, get
from nonpaper.fetch.limits import KINDS, Limits
from nonpaper.fetch.saved import known, name_of, save
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import left_out
from nonpaper.reports.gather import read_bytes

Item = TypeVar("Item")
PAUSE = 1.0  # seconds between two requests to one host
MOST_ARTICLES = 50  # that one call follows from feeds


class Saved(msgspec.Struct, frozen=True, kw_only=True):
    """One address saved: the file, how many reports are in it, and the addresses of articles that it only sums up."""

    url: str
    path: str
    reports: int
    unchanged: bool = False
    articles: tuple[str, ...] = ()


def fetch(
    urls: Iterable[str],
    folder: Path,
    *,
    now: datetime,
    limits: Limits | None = None,
    articles: bool = False,
    pause: float = PAUSE,
    resolver: Resolver = resolve,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Saved | Finding]:
    """One item an address as it is done, and its findings; `articles` also fetches what feeds only sum up.

    One request at a time, with a pause between two to one host. Raises OSError where the folder cannot be written.
    """
    within = limits or Limits()
    yield from in_turn(
        urls,
        lambda url: _one(url, folder, now, within, resolver),
        follow=lambda item: item.articles if articles and isinstance(item, Saved) else (),
        pause=pause,
        sleep=sleep,
    )


def in_turn(
    urls: Iterable[str],
    ask: Callable[[str], Iterator[Item | Finding]],
    *,
    follow: Callable[[Item | Finding], Iterable[str]],
    pause: float = PAUSE,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Item | Finding]:
    """What each address gives, one after the other, then the addresses that its items lead to; each is asked once.

    Of these at most fifty are followed, and a finding says how many are not.
    """
    last: dict[str, float] = {}
    queue = list(dict.fromkeys(urls))
    known, beyond, most = set(queue), dict[str, None](), len(queue) + MOST_ARTICLES
    for url in queue:  # grows while it is gone through
        _wait(url, last, pause, sleep)
        for item in ask(url):
            yield item
            for link in follow(item):
                if link in known or link in beyond:
                    continue
                if len(queue) == most:
                    beyond[link] = None
                else:
                    queue.append(link)
                    known.add(link)
    if beyond:
        what = f"names articles beyond the {MOST_ARTICLES} that were followed: {len(beyond)} were not"
        remedy = "give their addresses in another call"
        yield Finding(code="articles", level="left_out", where=next(iter(beyond)), what=what, remedy=remedy)


def _wait(url: str, last: dict[str, float], pause: float, sleep: Callable[[float], None]) -> None:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return
    before, at = last.get(host), time.monotonic()
    if before is not None and at - before < pause:
        sleep(pause - (at - before))
    last[host] = time.monotonic()


def _one(url: str, folder: Path, now: datetime, limits: Limits, resolver: Resolver) -> Iterator[Saved | Finding]:
    try:
        answer = get(url, limits=limits, known=known(folder, url), resolver=resolver)
        if isinstance(answer, Unchanged):
            yield Saved(url=url, path=str(folder / f"{name_of(url)}.jsonl"), reports=0, unchanged=True)
            return
        items = list(read_bytes(answer.data, answer.url, KINDS[answer.kind]))
    except ReportError as error:
        yield left_out(error)
        return
    yield from _saved(url, folder, answer, items, now)


def _saved(
    url: str, folder: Path, answer: Fetched, items: list[ReportText | Finding], now: datetime
) -> Iterator[Saved | Finding]:
    reports = [item for item in items if isinstance(item, ReportText)]
    if reports:
        path = save(folder, url, answer, reports, now=now.isoformat(timespec="seconds"))
        summed = tuple(r.report.url for r in reports if r.report.url and any(f.code == "summary" for f in r.findings))
        yield Saved(url=url, path=str(path), reports=len(reports), articles=summed)
    for item in items:
        yield from (item,) if isinstance(item, Finding) else item.findings
