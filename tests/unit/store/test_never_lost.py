"""Killed, full, read-only, two at once, a torn log: a change is in or it is not, and earlier work is whole."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.synthetic import read, reader, report, reports
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier, open_dossier
from nonpaper.errors import StoreError
from nonpaper.store import open_store

AT = "2031-03-15T12:00:00+00:00"
ROOT = Path(__file__).parents[3]
posix = pytest.mark.skipif(os.name != "posix", reason="forks and kills")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.dossier"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with create_dossier(path, reader=reader()) as made:
        add_reports(made.store, reports(3), reader=reader(), at=AT)
        yield made


def whole(path: Path) -> int:
    """The number of reports, after a check that finds nothing."""
    with open_dossier(path, reader=reader()) as dossier:
        assert list(dossier.check()) == []
        return dossier.status().counts.reports


@posix
def test_killed_at_any_moment() -> None:
    call = [sys.executable, "-m", "eval.dossier_stress", "--kills", "15", "--seed", "3"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])}
    done = subprocess.run(call, cwd=ROOT, env=environment, capture_output=True, timeout=120, check=False)
    assert (done.returncode, done.stderr) == (0, b""), done.stdout
    assert b"15 kills" in done.stdout


@posix
def test_what_stopped_is_told_once(path: Path, dossier: Dossier) -> None:
    child = os.fork()
    if child == 0:
        held = dossier.store.step("add", AT)
        held.__enter__()
        os.kill(os.getpid(), 9)
    os.waitpid(child, 0)
    with open_dossier(path, reader=reader()) as again:
        (told,) = again.stopped
        assert "interrupted" in told.what
        assert again.status().stopped == (told,)
    with open_dossier(path, reader=reader()) as third:
        assert third.stopped == ()


def test_a_full_disk_leaves_earlier_work_whole(path: Path, dossier: Dossier) -> None:
    link = dossier.store._link  # type: ignore[attr-defined]
    pages = link.execute("PRAGMA page_count").fetchone()[0]
    link.execute(f"PRAGMA max_page_count = {pages + 4}")
    with pytest.raises(StoreError, match="no room left"):
        add_reports(dossier.store, reports(100, start=10), reader=reader(), at=AT)
    stored = dossier.status().counts.reports
    assert 3 <= stored < 103
    assert whole(path) == stored
    link.execute("PRAGMA max_page_count = 100000")
    assert len(add_reports(dossier.store, reports(100, start=10), reader=reader(), at=AT).added) == 103 - stored


@posix
def test_a_file_that_may_not_grow(path: Path, dossier: Dossier) -> None:
    dossier.close()
    child = os.fork()
    if child == 0:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))
        try:
            with open_dossier(path, reader=reader()) as limited:
                add_reports(limited.store, reports(500, start=10), reader=reader(), at=AT)
        except StoreError as error:
            os._exit(7 if "earlier work is whole" in str(error) else 8)
        finally:
            os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert whole(path) >= 3


def test_two_writers_take_turns(path: Path, dossier: Dossier) -> None:
    with open_dossier(path, reader=reader()) as other:
        add_reports(other.store, [report(10)], reader=reader(), at=AT)
        add_reports(dossier.store, [report(11), report(10)], reader=reader(), at=AT)
        assert other.status().counts.reports == dossier.status().counts.reports == 5


def test_a_writer_that_waits_in_vain_is_told(path: Path, dossier: Dossier) -> None:
    slow = sqlite3.connect(path, isolation_level=None)
    slow.execute("BEGIN IMMEDIATE")
    hasty = open_store(str(path), wait=0.05)
    with pytest.raises(StoreError, match="another program is writing"), hasty.step("add", AT):
        pass
    assert sum(1 for _ in hasty.kept()) == 3  # reading goes on
    slow.execute("ROLLBACK")
    hasty.close()
    slow.close()
    assert dossier.status().counts.reports == 3


def test_the_same_report_from_two_writers_is_in_once(dossier: Dossier) -> None:
    with dossier.store.step("add", AT) as step:
        twice = [dossier.store.put(report(20), read(report(20)), "planted", at=AT, step=step) for _ in range(2)]
    assert twice == [True, False]


@pytest.mark.parametrize("part", [0.0, 0.1, 0.37, 0.5, 0.81, 0.99])
def test_a_torn_log_loses_the_last_changes_and_nothing_else(
    path: Path, dossier: Dossier, tmp_path: Path, part: float
) -> None:
    dossier.store.compact()
    add_reports(dossier.store, reports(20, start=10), reader=reader(), at=AT)
    torn = tmp_path / "torn.dossier"
    shutil.copy(path, torn)
    log = Path(f"{path}-wal").read_bytes()
    Path(f"{torn}-wal").write_bytes(log[: int(len(log) * part)])
    assert 3 <= whole(torn) <= 23
    with open_dossier(torn, reader=reader()) as again:
        kept = [r.report.id for r in again.readings()]
    assert kept == [report(n).report.id for n in (*range(3), *range(10, 30))][: len(kept)]


def test_a_damaged_page_is_told(path: Path, dossier: Dossier) -> None:
    add_reports(dossier.store, reports(50, start=10), reader=reader(), at=AT)
    dossier.close()
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 3000] = b"\xff" * 3000
    path.write_bytes(data)
    try:
        with open_dossier(path, reader=reader()) as damaged:
            assert list(damaged.check()) != []
    except StoreError as error:
        assert "damaged" in str(error)  # noqa: PT017 (either way is told)


@posix
def test_a_link_leads_to_the_file_and_its_log(path: Path, dossier: Dossier, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "elsewhere" / "link.dossier"
    link.symlink_to(path)
    add_reports(dossier.store, [report(30)], reader=reader(), at=AT)
    assert whole(link) == 4
    assert list(link.parent.iterdir()) == [link]
