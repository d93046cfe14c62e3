"""Reading over a cluster: the readings of one machine in their order, whoever dies; or one line that says why not."""

from __future__ import annotations

import os
import re
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

pytest.importorskip("distributed")
from distributed import KilledWorker
from typer.testing import CliRunner

from eval.synthetic import read, report, reports
from nonpaper.claims.bulk import AHEAD, in_order
from nonpaper.cli.app import app
from nonpaper.dossier import cluster
from nonpaper.dossier.adding import add_reports, reread
from nonpaper.dossier.cluster import cluster_reader, connect, hands
from nonpaper.dossier.cluster.connect import check
from nonpaper.dossier.cluster.hands import Hands
from nonpaper.dossier.cluster.worker import read_there, reads_as
from nonpaper.dossier.file import create_dossier
from nonpaper.dossier.reader import Reader, state
from nonpaper.errors import ClusterError, MissingExtraError
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

AT = "2031-03-15T12:00:00+00:00"
AWAY = "tcp://cluster:8786"
FAULT = Finding(code="empty", level="left_out", where="x.txt", what="is empty", remedy="give a report")


class Fake:
    """A client of two workers that read when they are asked for what they read; counts what is out."""

    def __init__(self, act: Callable[[ReportText], Reading] = read) -> None:
        self.act, self.out, self.most, self.workers = act, 0, 0, {"a": 1, "b": 1}
        self.beside: dict[str, list[int]] = {}
        self.others: dict[str, object] = {}

    def submit(self, there: Any, item: ReportText, wanted: str, _: Any, *, pure: bool) -> Any:
        assert not pure
        self.out += 1
        self.most = max(self.most, self.out)
        self.beside.setdefault(item.report.id, []).append(self.out - 1)
        return SimpleNamespace(result=lambda timeout: self._result(there, item, wanted))

    def _result(self, there: Any, item: ReportText, wanted: str) -> Reading:
        try:
            return there(item, wanted, self.act)
        finally:
            self.out -= 1

    def run(self, asked: Callable[[], str], *, on_error: str) -> dict[str, object]:
        assert on_error == "return"
        return {worker: self.others.get(worker) or asked() for worker in self.workers}

    def nthreads(self) -> dict[str, int]:
        return self.workers


def reader_of(client: Fake) -> Reader:
    def read_all(items: Any, _: int) -> Iterator[Reading | Finding]:
        them = Hands(client, AWAY, None)
        return in_order(items, them.give, them.take, them.ahead)

    return Reader("planted", read_all)


def read_over(client: Fake, items: Any) -> Iterator[Reading | Finding]:
    return reader_of(client).read_all(items, 1)


def killing(*ids: str, times: int = 99) -> Callable[[ReportText], Reading]:
    """Reads, but reports of these ids end their workers the first so many times."""
    left = dict.fromkeys(ids, times)

    def act(item: ReportText) -> Reading:
        if left.get(item.report.id, 0) > 0:
            left[item.report.id] -= 1
            raise KilledWorker("task", "worker", 3)
        return read(item)

    return act


def test_ten_thousand_come_in_order_and_few_are_out_at_once() -> None:
    client, taken = Fake(), 0

    def given() -> Iterator[ReportText | Finding]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield FAULT if number % 100 == 7 else report(number % 50, sentences=3)

    for number, found in enumerate(read_over(client, given())):
        assert taken - number <= 2 * AHEAD  # nothing is asked for long before it is due
        assert found is FAULT if number % 100 == 7 else found == read(report(number % 50, sentences=3))
    assert number == 9_999
    assert (client.out, client.most) == (0, 2 * AHEAD)


def test_a_report_that_died_with_another_is_read_alone() -> None:
    bad, beside = report(5).report.id, report(6).report.id
    client = Fake(killing(bad, beside, times=1))
    assert list(read_over(client, reports(20))) == [read(r) for r in reports(20)]
    assert [client.beside[bad][1], client.beside[beside][1]] == [0, 0]


def test_a_report_that_ends_its_workers_is_left_out_by_name() -> None:
    found = list(read_over(Fake(killing(report(5).report.id)), reports(20)))
    (left,) = [f for f in found if isinstance(f, Finding)]
    assert found.index(left) == 5
    assert (left.where, left.level, left.code) == (report(5).report.path, "left_out", "deadly")
    assert [f for f in found if f is not left] == [read(report(n)) for n in range(20) if n != 5]


def test_no_report_is_blamed_for_a_worker_that_came_without_the_program() -> None:
    client = Fake(killing(report(5).report.id))
    found = read_over(client, reports(20))
    assert next(found) == read(report(0))
    client.workers["c"], client.others["c"] = 1, ModuleNotFoundError("No module named 'nonpaper'")
    with pytest.raises(ClusterError, match="worker c has no such Nonpaper"):
        list(found)


def test_a_report_that_a_worker_cannot_read_is_left_out() -> None:
    def act(item: ReportText) -> Reading:
        if item == report(3):
            raise RecursionError("too deep")
        return read(item)

    (left,) = [f for f in read_over(Fake(act), reports(9)) if isinstance(f, Finding)]
    assert left.where == report(3).report.path
    assert "too deep" in left.what


def test_in_a_dossier_each_report_keeps_its_own_reading_where_one_is_left_out(tmp_path: Path) -> None:
    over = reader_of(Fake(killing(report(2).report.id)))
    with create_dossier(tmp_path / "a.dossier", reader=over) as dossier:
        done = add_reports(dossier.store, reports(6), reader=over, at=AT)
        assert [len(done.added), done.status] == [5, 1]
        assert list(dossier.readings()) == [read(report(n)) for n in range(6) if n != 2]
        assert list(dossier.check()) == []
        newer = reader_of(Fake(killing(report(4).report.id)))._replace(name="newer")
        again = reread(dossier.store, reader=newer, at=AT)
        assert (again.done, [f.where for f in again.left_out]) == (4, [report(4).report.path])


def test_a_scheduler_that_dies_is_told_and_the_same_call_goes_on(tmp_path: Path) -> None:
    reads = 0

    def act(item: ReportText) -> Reading:
        nonlocal reads
        reads += 1
        if reads == 8:
            raise CancelledError
        return read(item)

    over = reader_of(Fake(act))
    with create_dossier(tmp_path / "a.dossier", reader=over) as dossier:
        with pytest.raises(ClusterError, match="the scheduler is gone; what was read before is kept"):
            add_reports(dossier.store, reports(20), reader=over, at=AT)
        assert dossier.status().counts.reports == 7
        done = add_reports(dossier.store, reports(20), reader=over, at=AT)
        assert (len(done.added), done.same, reads) == (13, 7, 8 + 13)
        assert list(dossier.readings()) == [read(r) for r in reports(20)]


def test_where_no_worker_is_left_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "PATIENCE", 0)
    monkeypatch.setattr(hands, "PULSE", 0.01)
    waits = iter([TimeoutError, TimeoutError])

    def act(item: ReportText) -> Reading:
        raise next(waits)

    client = Fake(act)
    found = read_over(client, reports(1))
    client.workers = {}
    with pytest.raises(ClusterError, match="no worker is left"):
        next(found)


def test_workers_are_waited_for_while_they_start_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hands, "PULSE", 0.01)
    waits = iter([TimeoutError, TimeoutError])

    def act(item: ReportText) -> Reading:
        client.workers = {"c": 1}
        if error := next(waits, None):
            raise error
        return read(item)

    client = Fake(act)
    client.workers = {}
    assert list(read_over(client, reports(1))) == [read(report(0))]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        ({}, "has no workers; start some: dask worker tcp://cluster:8786"),
        ({"tcp://w:1": OSError("just gone")}, "has no workers"),
        ({"tcp://w:1": reads_as(), "tcp://w:2": "0123456789ab"}, "worker tcp://w:2 has another reader"),
        ({"tcp://w:1": ModuleNotFoundError("No module named 'nonpaper'")}, "worker tcp://w:1 has no such Nonpaper"),
    ],
)
def test_a_cluster_that_reads_otherwise_is_refused(found: dict[str, object], said: str) -> None:
    with pytest.raises(ClusterError, match=said):
        check(AWAY, found)
    check(AWAY, {"tcp://w:1": reads_as()})
    assert reads_as().startswith(state())


def test_a_worker_that_comes_later_and_reads_otherwise_does_not_read() -> None:
    with pytest.raises(ClusterError, match="a worker that came later has another reader"):
        read_there(report(1), "another", read)
    assert read_there(report(1), reads_as(), read) == read(report(1))


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'nonpaper\[cluster\]'"), cluster_reader(AWAY):
        pass


@pytest.mark.parametrize("words", [["read"], ["add", "a.dossier"], ["rebuild", "a.dossier"]])
def test_a_scheduler_that_does_not_answer_is_one_line(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(connect, "WAIT", 0.2)
    create_dossier("a.dossier").close()
    (tmp_path / "leak.txt").write_text("The draft would ban foreign bases in Kessara, two officials said.")
    given = [*words, *(["leak.txt"] if words[0] != "rebuild" else []), "--scheduler"]
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"tcp://127.0.0.1:{silent.getsockname()[1]}"
        done = CliRunner().invoke(app, [*given, address])
    assert (done.exit_code, done.stdout) == (2, "")
    assert re.fullmatch(rf"nonpaper: {address}: no scheduler answers .*; check the address .*\n", done.stderr)
    both = CliRunner().invoke(app, [*given, address, "--jobs", "2"])
    assert (both.exit_code, both.stderr.count("\n")) == (2, 1)
    assert "give one of the two" in both.stderr


def test_what_was_read_before_the_scheduler_died_is_printed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def act(item: ReportText) -> Reading:
        if Path(item.report.path).name == "4.txt":
            raise CancelledError
        return read(item)

    (tmp_path / "0.txt").touch()  # nothing in it
    for number in range(1, 7):
        (tmp_path / f"{number}.txt").write_text(report(number).text, "utf-8")
    monkeypatch.setattr(cluster, "cluster_reader", lambda _: nullcontext(reader_of(Fake(act))))
    done = CliRunner().invoke(app, ["read", str(tmp_path), "--format", "jsonl", "--scheduler", AWAY])
    assert (done.exit_code, done.stdout.count("\n")) == (2, 3)
    left, why = done.stderr.splitlines()
    assert "0.txt: is empty" in left
    assert "the scheduler is gone" in why


@pytest.mark.skipif(os.name != "posix", reason="kills")
@pytest.mark.filterwarnings("ignore")  # of the cluster under test, not of ours
def test_two_workers_of_which_one_is_killed_while_it_reads(tmp_path: Path) -> None:
    from distributed import LocalCluster

    once, mark = report(4).report.id, tmp_path / "killed"

    def act(item: ReportText) -> Reading:
        if item.report.id == once and not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return read(item)

    with (
        LocalCluster(2, threads_per_worker=1, dashboard_address=None, silence_logs=60) as local,
        cluster_reader(local.scheduler_address, act) as reader,
    ):
        found = list(reader.read_all([FAULT, *reports(30)], 1))
    assert mark.exists()
    assert found == [FAULT, *(read(r) for r in reports(30))]
