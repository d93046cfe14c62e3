"""Reports into a dossier: each once by its content, each with its reading, one transaction a report."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from nonpaper.dossier.reader import Reader
from nonpaper.dossier.reading import Progress, silent
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText
from nonpaper.store import Arrival, Store, content

if TYPE_CHECKING:
    from nonpaper.fetch import Limits


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """Ids of what came in, how many were there already, and what could not be read."""

    added: tuple[str, ...]
    same: int
    left_out: tuple[Finding, ...]

    @property
    def status(self) -> int:
        """Exit status: 0 all in or there already, 1 something left out, 2 nothing readable."""
        return 0 if not self.left_out else 1 if self.added or self.same else 2


def add_paths(
    store: Store,
    paths: Iterable[str],
    *,
    reader: Reader,
    at: str,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
    limits: Limits | None = None,
    articles: bool = False,
) -> Added:
    """Adds files and folders, then what stands at addresses. Stopped half way, the same call adds the rest.

    Only what is named by its address is fetched, within `limits`; `articles` also fetches what feeds only sum up.
    """
    from nonpaper.dossier.arriving import arriving, is_address
    from nonpaper.reports.gather import gather

    named, arrivals = list(paths), dict[str, Arrival]()
    items = gather([path for path in named if not is_address(path)], stdin=stdin)
    urls = [path for path in named if is_address(path)]
    fetched = arriving(urls, arrivals, at=at, limits=limits, articles=articles)
    return add_reports(
        store, chain(items, fetched), reader=reader, at=at, progress=progress, jobs=jobs, arrivals=arrivals
    )


def add_reports(
    store: Store,
    items: Iterable[ReportText | Finding],
    *,
    reader: Reader,
    at: str,
    progress: Progress = silent,
    jobs: int = 1,
    arrivals: Mapping[str, Arrival] = MappingProxyType({}),
) -> Added:
    """As `add_paths`, of reports already in hand; findings among them are passed on.

    `arrivals` holds, by content, what reports came as that were fetched; it may grow while `items` are gone through.
    """
    waiting: deque[ReportText] = deque()
    same: list[str] = []
    added, left_out = [], []
    with store.step("add", at) as step:
        for read in reader.read_all(_new(items, store, waiting, same), jobs):
            if isinstance(read, Finding):
                left_out += [read] if read.level == "left_out" else []
                continue
            received = _of(read, waiting)
            came = arrivals.get(content(received)) if arrivals else None
            if store.put(received, read, reader.name, at=at, step=step, arrivals=(came,) if came else ()):
                added.append(read.report.id)
            else:
                same.append(read.report.id)  # another program was faster
            progress(read.report.path)
    return Added(added=tuple(added), same=len(same), left_out=tuple(left_out))


def _of(read: Reading, waiting: deque[ReportText]) -> ReportText:
    """The report of a reading, out of those that wait; others before it came back as findings."""
    while (received := waiting.popleft()).report.id != read.report.id:
        pass
    return received


def _new(
    items: Iterable[ReportText | Finding], store: Store, waiting: deque[ReportText], same: list[str]
) -> Iterator[ReportText | Finding]:
    """What the dossier does not have; each is put in `waiting` for its reading, what it has is noted in `same`."""
    seen: set[str] = set()
    taken: set[str] = set()
    for item in items:
        if isinstance(item, Finding):
            yield item
        elif (key := content(item)) in seen or store.same(item) is not None:
            same.append(item.report.id)
        else:
            seen.add(key)
            named = _named_apart(item, store, taken, key)
            taken.add(named.report.id)
            waiting.append(named)
            yield named


def _named_apart(item: ReportText, store: Store, taken: set[str], own: str) -> ReportText:
    """The report as it is, or with an id of its own where another report has its id."""
    given = item.report.id
    names = (given, f"{given}-{own[:6]}", f"{given}-{own}")
    free = next(name for name in names if name not in taken and store.text_under(name) is None)
    if free == given:
        return item
    what = f'has the id "{given}" of another report and is called "{free}"'
    note = Finding(
        code="id", level="note", where=item.report.path, what=what, remedy="give each report an id of its own"
    )
    report = msgspec.structs.replace(item.report, id=free)
    return msgspec.structs.replace(item, report=report, findings=(*item.findings, note))


class Reread(msgspec.Struct, frozen=True, kw_only=True):
    """How many reports were read again, and what could not be."""

    done: int
    left_out: tuple[Finding, ...]


def reread(store: Store, *, reader: Reader, at: str, progress: Progress = silent, jobs: int = 1) -> Reread:
    """Reads again what this reader has not read, and only that. Stopped half way, it goes on from there."""
    done, left_out = 0, []
    with store.step("rebuild", at) as step:
        for read in reader.read_all((store.report(one) for one in store.behind(reader.name)), jobs):
            if isinstance(read, Finding):
                left_out.append(read)
                continue
            store.reread(read, reader.name, step=step)
            done += 1
            progress(read.report.path)
    return Reread(done=done, left_out=tuple(left_out))
