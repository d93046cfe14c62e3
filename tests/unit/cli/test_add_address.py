"""`nonpaper add DOSSIER ADDRESS`: from a server inside the test; nothing else is ever asked."""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from unittest import mock

import pytest
from typer.testing import CliRunner, Result

from eval.synthetic import reader
from nonpaper.cli.app import app
from nonpaper.dossier import arriving
from nonpaper.dossier import fetch as saved
from nonpaper.dossier.fetch import MOST_ARTICLES, in_turn
from nonpaper.dossier.file import Dossier, create_dossier
from nonpaper.fetch import Limits, connect
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText

sys.path.insert(0, str(Path(__file__).parents[1] / "fetch"))
from server import answer, moved, serving

PROSE = "The draft would cap the army of Kessara at 60,000 people, two officials said. Norvia has not replied to it. "
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Army capped</title>
<meta property="og:site_name" content="Hadrin Wire"><link rel="canonical" href="https://other.example/"></head>
<body><article><h1>Army capped</h1>{f"<p>{PROSE}</p>" * 9}</article></body></html>""".encode()
FEED = Path(__file__).parents[2] / "data" / "feeds" / "rss.xml"

NEAR = Limits(allow_private=True, total=5, read=2)
HTML = answer(PAGE, "text/html")


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(arriving.arriving.__kwdefaults__, "pause", 0.0)


@pytest.fixture
def dossier(tmp_path: Path) -> Iterator[Dossier]:
    with create_dossier(tmp_path / "talks.dossier", reader=reader()) as made:
        yield made


def nonpaper(*words: object) -> Result:
    return CliRunner().invoke(app, [str(w) for w in words])


def test_a_page_comes_in_once_with_its_address_and_its_bytes(dossier: Dossier, tmp_path: Path) -> None:
    with serving({"/army": HTML, "/old": moved("/army")}) as (home, _):
        first = dossier.add(f"{home}/old", limits=NEAR)
        again = dossier.add(f"{home}/army", f"{home}/army", limits=NEAR)
    assert (len(first.added), first.status, again.added, again.same) == (1, 0, (), 1)
    (about,) = dossier.store.reports()
    assert (about.url, about.outlet, about.title) == (f"{home}/army", "Hadrin Wire", "Army capped")
    (came,) = dossier.store.arrivals(about.id)
    assert (came.url, came.kind, came.data) == (f"{home}/old", "text/html", PAGE)
    assert came.sha256 == hashlib.sha256(PAGE).hexdigest()
    assert list(dossier.check()) == []


def test_it_is_what_fetch_and_add_make(dossier: Dossier, tmp_path: Path) -> None:
    with serving({"/army": HTML, "/feed": answer(FEED.read_bytes(), "application/rss+xml")}) as (home, _):
        urls = [f"{home}/army", f"{home}/feed"]
        done = dossier.add(*urls, limits=NEAR)
        list(saved(urls, tmp_path / "in", now=datetime.now(UTC), limits=NEAR, pause=0))
    assert len(done.added) == 3
    again = dossier.add(tmp_path / "in")
    assert (again.added, again.same) == ((), 3)


def test_a_feed_gives_its_entries_and_its_articles_only_when_asked(dossier: Dossier) -> None:
    with serving({"/talk": HTML}) as (home, asked):
        feed = FEED.read_bytes().replace(b"https://hadrin.example", home.encode())
        with serving({"/feed": answer(feed, "application/rss+xml")}) as (other, _):
            plain = dossier.add(f"{other}/feed", limits=NEAR)
            assert (len(plain.added), asked) == (2, [])
            more = dossier.add(f"{other}/feed", limits=NEAR, articles=True)
    assert (len(more.added), more.same, [a["path"] for a in asked]) == (1, 2, ["/talk"])
    bytes_of = {came.data for about in dossier.store.reports() for came in dossier.store.arrivals(about.id)}
    assert bytes_of == {feed, PAGE}


def test_what_fails_is_told_and_the_rest_goes_on(dossier: Dossier, tmp_path: Path) -> None:
    leak = tmp_path / "leak.txt"
    leak.write_text("Report number 1 on the talks. Kessara said the draft would ban foreign bases.")
    with serving({"/a": HTML, "/zip": answer(b"PK", "application/zip"), "/b": answer(b"", "text/html")}) as (home, _):
        urls = [f"{home}/{name}" for name in ("zip", "gone", "b", "a")]
        done = dossier.add(*urls, "ftp://paper.example/a", leak, "http:///", limits=NEAR)
    assert (len(done.added), done.status) == (2, 1)
    assert [f.code for f in done.left_out] == ["missing", "kind", "status", "empty", "address"]
    assert all(f.remedy for f in done.left_out)


def test_nothing_inside_is_asked_unless_allowed(tmp_path: Path) -> None:
    nonpaper("new", tmp_path / "t.dossier")
    with serving({"/a": HTML}) as (home, asked):
        done = nonpaper("add", tmp_path / "t.dossier", f"{home}/a")
        assert (done.exit_code, asked) == (2, [])
        assert "--allow-private" in done.stderr
        far = nonpaper("add", tmp_path / "t.dossier", f"{home}/a", "--allow-private", "--most", "0.001")
        assert PAGE[:0] == b""
        assert (far.exit_code, "is larger than 0.001 MB" in far.stderr) == (
            0 if len(PAGE) <= 1000 else 2,
            len(PAGE) > 1000,
        )


def test_a_feed_may_not_lead_inside(dossier: Dossier) -> None:
    """Each article is checked as an address of its own."""
    with serving({"/talk": HTML}) as (home, asked):
        feed = FEED.read_bytes().replace(b"https://hadrin.example", home.encode())

        with serving({"/feed": answer(feed, "application/rss+xml")}) as (other, _):
            public = iter([True])  # the feed alone
            with mock.patch.object(connect, "is_public", side_effect=lambda _: next(public, False)):
                done = dossier.add(f"{other}/feed", limits=Limits(total=5, read=2), articles=True)
    assert (len(done.added), [f.code for f in done.left_out], asked) == (2, ["private"], [])


def test_files_ask_nobody(dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A feed on disk names articles; none is fetched, whatever is asked."""

    def never(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr("nonpaper.dossier.arriving.get", never)
    monkeypatch.setattr("socket.socket.connect", never)
    (tmp_path / "feed.xml").write_bytes(FEED.read_bytes())
    done = dossier.add(tmp_path / "feed.xml", articles=True)
    assert (len(done.added), done.left_out) == (2, ())
    assert dossier.store.arrivals(done.added[0]) == ()


def test_merged_what_was_received_comes_along(tmp_path: Path) -> None:
    made = [create_dossier(tmp_path / f"{n}.dossier", reader=reader()) for n in range(3)]
    with serving({"/a": HTML}) as (home, _):
        made[0].add(f"{home}/a", limits=NEAR)
        made[1].add(f"{home}/a", limits=NEAR)
    for into, other in ((0, 1), (1, 0), (2, 0), (2, 1), (2, 1)):
        made[into].merge(made[other])
    held = [[(c.at, c.data) for c in d.store.arrivals(d.store.reports()[0].id)] for d in made]
    assert held[0] == held[1] == held[2]
    assert len(held[0]) == 2
    for each in made:
        assert list(each.check()) == []
        each.close()


def test_bytes_that_were_changed_are_found(dossier: Dossier) -> None:
    with serving({"/a": HTML}) as (home, _):
        dossier.add(f"{home}/a", limits=NEAR)
    link = dossier.store._link  # type: ignore[attr-defined]
    with pytest.raises(sqlite3.DatabaseError, match="never altered"):
        link.execute("UPDATE received SET data = x'00'")
    link.execute("DROP TRIGGER received_is_never_changed")
    link.execute("UPDATE received SET data = x'00'")
    assert ["as an address sent it" in f.what for f in dossier.check()] == [True]


def test_articles_beyond_the_most_are_counted() -> None:
    many = [f"https://paper.example/{n}" for n in range(MOST_ARTICLES + 7)]
    asked: list[str] = []

    def ask(url: str) -> Iterator[ReportText | Finding]:
        asked.append(url)
        yield Finding(code="x", level="note", where=url, what="", remedy="")

    found = list(in_turn(["https://paper.example/feed"], ask, follow=lambda _: many, pause=0, sleep=lambda _: None))
    assert asked == ["https://paper.example/feed", *many[:MOST_ARTICLES]]
    assert isinstance(found[-1], Finding)
    assert "7 were not" in found[-1].what


def test_what_is_an_address() -> None:
    named = ("http://a", "HTTPS://a", "http.txt", "./http://a", "file:///etc/passwd", "ftp://a", "", "-")
    assert [arriving.is_address(n) for n in named] == [True, True, *[False] * 6]
