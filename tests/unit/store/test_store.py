"""One file: what goes in comes out, once, by content; older files are brought up; others' are refused in one line."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.synthetic import read, reader, report, reports
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier, open_dossier
from nonpaper.errors import StoreError
from nonpaper.model.report import OffsetMap, Report, ReportText
from nonpaper.model.span import Span
from nonpaper.store import Kept, create_store, is_dossier, open_store
from nonpaper.store.header import APPLICATION_ID
from nonpaper.store.reports import Came, put_report
from nonpaper.store.rows import report_of, report_row
from nonpaper.store.schema import VERSIONS

AT = "2031-03-15T12:00:00+00:00"
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.dossier"


def filled(path: Path, count: int = 3) -> Dossier:
    dossier = create_dossier(path, reader=reader())
    add_reports(dossier.store, reports(count), reader=reader(), at=AT)
    return dossier


def test_what_goes_in_comes_out(path: Path) -> None:
    filled(path).close()
    with open_dossier(path, reader=reader()) as dossier:
        kept = [item for item in dossier.store.kept() if isinstance(item, Kept)]
        assert [item.reading for item in kept] == [read(report(n)) for n in range(3)]
        assert [dossier.store.report(item.reading.report.id) for item in kept] == [report(n) for n in range(3)]
        assert {item.reader for item in kept} == {"planted"}


texts = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)
about = st.builds(
    Report, id=texts, path=texts, title=st.none() | texts, outlet=st.none() | texts, url=st.none() | texts
)
received = st.builds(
    ReportText,
    report=about,
    text=texts,
    raw=st.none() | texts,
    offsets=st.just(OffsetMap((0, 3), (0, 5))),
    headings=st.just((Span(0, 1),)),
)


@given(received)
def test_a_row_is_the_report(given: ReportText) -> None:
    link = sqlite3.connect(":memory:")
    marks = ", ".join("?" * 12)
    row = link.execute(f"SELECT {marks}", report_row(given)).fetchone()
    link.close()
    assert report_of(row) == given


def test_each_report_once_by_its_content(path: Path) -> None:
    with filled(path) as dossier:
        elsewhere = msgspec.structs.replace(report(1), report=msgspec.structs.replace(report(1).report, path="copy"))
        other = msgspec.structs.replace(report(1).report, outlet="Another Outlet")
        relayed = msgspec.structs.replace(report(1), report=other)
        done = add_reports(dossier.store, [elsewhere, relayed, relayed], reader=reader(), at=AT)
        assert (len(done.added), done.same) == (1, 2)
        assert done.added[0].startswith(f"{report(1).report.id}-")  # its id was taken
        assert dossier.status().counts.reports == 4


def test_counts_are_those_of_the_readings(path: Path) -> None:
    with filled(path) as dossier:
        counts = dossier.status().counts
        readings = [read(report(n)) for n in range(3)]
        assert counts.claims == sum(len(r.claims) for r in readings) > 0
        assert (counts.reports, counts.behind, counts.version) == (3, 0, len(VERSIONS))


def test_only_what_an_older_reader_read_is_read_again(path: Path) -> None:
    with filled(path) as dossier:
        newer = reader("newer")
        add_reports(dossier.store, [report(7)], reader=newer, at=AT)
    with open_dossier(path, reader=newer) as dossier:
        assert dossier.status().counts.behind == 3
        assert [f.code for f in dossier.outcome().stale] == ["dossier"]
        assert dossier.rebuild() == (3, ())
        assert dossier.rebuild() == (0, ())
        assert dossier.outcome().stale == ()


def test_a_reading_that_today_cannot_be_used_is_told_and_read_again(path: Path) -> None:
    filled(path).close()
    link = sqlite3.connect(path)
    link.execute("UPDATE reading SET record = replace(record, '\"claims\"', '\"claimed\"') WHERE rowid = 1")
    link.commit()
    link.close()
    with open_dossier(path, reader=reader("newer")) as dossier:
        assert [f.code for f in dossier.outcome().left_out] == ["unread"]
        assert dossier.rebuild()[0] == 3
        assert list(dossier.check()) == []


def old(path: Path, version: int) -> None:
    link = sqlite3.connect(path)
    link.executescript((DATA / f"dossier-{version}.sql").read_text("utf-8"))
    link.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    link.execute(f"PRAGMA user_version = {version}")
    link.close()


@pytest.mark.parametrize("version", range(1, len(VERSIONS)))
def test_every_earlier_version_is_brought_up(path: Path, version: int) -> None:
    old(path, version)
    with open_dossier(path, reader=reader("first")) as dossier:
        assert dossier.status().counts.version == len(VERSIONS)
        assert list(dossier.check()) == []
        assert [r.report.id for r in dossier.readings()] == [report(n, sentences=5).report.id for n in (1, 2)]
        assert next(dossier.readings()).provisions[0].reviewed is not None


def test_an_old_file_that_may_only_be_read_is_brought_up_in_memory(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old(path, 1)
    before = path.read_bytes()
    monkeypatch.setattr("os.access", lambda *_: False)
    with open_dossier(path, reader=reader("first")) as dossier:
        assert len(list(dossier.readings())) == 2
        with pytest.raises(StoreError, match="may only be read"):
            add_reports(dossier.store, reports(1), reader=reader(), at=AT)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_a_newer_file_is_refused(path: Path) -> None:
    filled(path).close()
    link = sqlite3.connect(path)
    link.execute("PRAGMA user_version = 99")
    link.close()
    with pytest.raises(StoreError, match="newer Nonpaper"):
        open_store(str(path))


@pytest.mark.parametrize("made", [b"", b"words", b"SQLite format 3\x00" + bytes(200)])
def test_what_is_no_dossier_is_refused(path: Path, made: bytes) -> None:
    path.write_bytes(made)
    assert not is_dossier(str(path))
    with pytest.raises(StoreError, match="not a dossier"):
        open_store(str(path))


def test_a_missing_one_and_one_that_is_there(path: Path) -> None:
    with pytest.raises(StoreError, match="is not there"):
        open_store(str(path))
    path.write_text("mine")
    with pytest.raises(StoreError, match="is there already"):
        create_store(str(path))
    assert path.read_text() == "mine"
    assert [p.name for p in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "change",
    [
        "CREATE TRIGGER sly AFTER INSERT ON reading BEGIN DELETE FROM reading; END",
        "DROP TRIGGER judgement_is_never_deleted",
        "ALTER TABLE reading ADD COLUMN more TEXT",
    ],
)
def test_a_file_whose_tables_act_differently_is_refused(path: Path, change: str) -> None:
    filled(path).close()
    link = sqlite3.connect(path)
    link.execute(change)
    link.close()
    with pytest.raises(StoreError, match="not as Nonpaper makes them"):
        open_store(str(path))


@pytest.mark.parametrize(
    "words",
    [
        "DELETE FROM report",
        "DELETE FROM judgement",
        "UPDATE judgement SET reason = 'x'",
        *(f"UPDATE report SET {name} = 'x'" for name in ("text", "raw", "title", "outlet", "published", "url", "path")),
    ],
)
def test_reports_and_judgements_are_only_added(path: Path, words: str) -> None:
    old(path, 1)
    open_store(str(path)).close()
    link = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match=r"never altered|only added"):
        link.execute(words)
    link.close()


CHANGES = {
    "report": "UPDATE report SET text = text || '.'",
    "map": "UPDATE report SET offsets = '[[0, 5], [0, 9]]'",
    "outlet": "UPDATE report SET outlet = 'Another'",
    "reading": "UPDATE reading SET claims = claims + 1",
    "span": "UPDATE reading SET record = replace(record, '\"span\":[', '\"span\":[1')",
    "nobody": "UPDATE reading SET report = 'nobody' WHERE rowid = 1",
    "judgement": "UPDATE judgement SET author = 'Another'",
    "clock": "UPDATE judgement SET at = '2031-03-15T12:00:00'",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_made_behind_our_back_is_found(path: Path, change: str) -> None:
    old(path, 1)
    open_store(str(path)).close()
    link = sqlite3.connect(path)
    triggers = link.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        link.execute(f"DROP TRIGGER {name}")
    link.execute(change)
    for _, sql in triggers:
        link.execute(sql)
    link.commit()
    link.close()
    with open_dossier(path, reader=reader("first")) as dossier:
        assert {f.code for f in dossier.store.verify()} == {"damaged"}


def test_a_backup_is_whole_and_a_compact_file_is_one_file(path: Path, tmp_path: Path) -> None:
    with filled(path, 30) as dossier:
        dossier.store.backup(str(tmp_path / "copy.dossier"))
        dossier.store.compact()
        with open_dossier(tmp_path / "copy.dossier", reader=reader()) as copy:
            assert list(copy.check()) == []
            assert list(copy.store.kept()) == list(dossier.store.kept())
        with pytest.raises(StoreError, match="is there already"):
            dossier.store.backup(str(tmp_path / "copy.dossier"))
    assert sorted(p.name for p in tmp_path.iterdir()) == ["copy.dossier", "talks.dossier"]


def test_what_came_since_is_listed_whoever_added_it(path: Path) -> None:
    with filled(path) as dossier, open_dossier(path, reader=reader()) as other:
        first = dossier.added()
        add_reports(other.store, reports(5), reader=reader(), at="2031-05-01T12:00:00+00:00")
        assert list(dossier.added())[:3] == list(first)
        assert dossier.added() == other.added() == dict(sqlite3.connect(path).execute("SELECT id, added FROM report"))
        assert len(list(dossier.store.kept())) == 5


def test_a_report_that_is_not_in_for_good_is_listed_and_not_noted(path: Path) -> None:
    filled(path).close()
    link, came = sqlite3.connect(path, isolation_level=None), Came()
    before = dict(came.added(link))
    link.execute("BEGIN")
    put_report(link, report(7), "2031-05-01T12:00:00+00:00")
    assert len(came.added(link)) == len(before) + 1
    link.execute("ROLLBACK")
    assert came.added(link) == before
