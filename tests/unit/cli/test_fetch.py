"""`nonpaper fetch`: from a server inside the test to files that the other commands read."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from typer.testing import CliRunner

from nonpaper.cli.app import app
from nonpaper.dossier.fetch import Saved, fetch
from nonpaper.fetch import Limits
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.gather import gather

sys.path.insert(0, str(Path(__file__).parents[1] / "fetch"))
from server import answer, serving

PROSE = "The draft would cap the army of Kessara at 60,000 people, two officials said. Norvia has not replied to it. "
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Army capped</title>
<meta property="og:site_name" content="Hadrin Wire">
<meta property="article:published_time" content="2031-03-06T09:30:00+02:00"><link rel="canonical"
href="https://other.example/"></head><body><article><h1>Army capped</h1><p>{PROSE}</p><p>{PROSE}</p></article></body>
</html>""".encode()
FEED = Path(__file__).parents[2] / "data" / "feeds" / "rss.xml"
NOW = datetime(2031, 3, 15, 9, 0, tzinfo=UTC)


def test_a_page_is_saved_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "in"
    with serving({"/army": answer(PAGE, "text/html"), "/zip": answer(b"PK", "application/zip")}) as (home, _):
        done = CliRunner().invoke(app, ["fetch", f"{home}/army", f"{home}/zip", "-o", str(folder), "--allow-private"])
    assert done.exit_code == 1, done.output
    assert "left out" in done.stderr
    assert "1 report\n" in done.stdout
    (item,) = gather([str(folder)])
    assert isinstance(item, ReportText)
    about = item.report
    assert (about.title, about.outlet, about.url) == ("Army capped", "Hadrin Wire", f"{home}/army")
    assert about.published == "2031-03-06T09:30:00+02:00"
    assert PROSE.strip() in item.text
    (kept,) = (folder / ".received").glob("*.html")
    assert kept.read_bytes() == PAGE


def test_nothing_inside_is_asked_unless_allowed(tmp_path: Path) -> None:
    with serving({"/army": answer(PAGE, "text/html")}) as (home, asked):
        done = CliRunner().invoke(app, ["fetch", f"{home}/army", "-o", str(tmp_path)])
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert "--allow-private" in done.stderr
    assert asked == []
    assert list(tmp_path.iterdir()) == []


def test_a_feed_and_its_articles(tmp_path: Path) -> None:
    with serving({"/talk": answer(PAGE, "text/html")}) as (home, asked):
        feed = FEED.read_bytes().replace(b"https://hadrin.example", home.encode())
        slept: list[float] = []
        with serving({"/feed": answer(feed, "application/rss+xml")}) as (other, _):
            limits = Limits(allow_private=True)
            items = list(fetch([f"{other}/feed"], tmp_path, now=NOW, limits=limits, articles=True, sleep=slept.append))
    saved = [item for item in items if isinstance(item, Saved)]
    assert [s.reports for s in saved] == [2, 1]
    assert [a["path"] for a in asked] == ["/talk"]
    assert len(slept) == 1  # one host under two ports
    assert [f.code for f in items if isinstance(f, Finding)] == ["summary"]
    assert len({item.report.url for item in gather([str(tmp_path)]) if isinstance(item, ReportText)}) == 2


def test_asked_again_only_if_it_changed(tmp_path: Path) -> None:
    def page(ask: BaseHTTPRequestHandler) -> None:
        same = ask.headers.get("If-None-Match") == '"1"'
        answer(b"" if same else PAGE, "text/html", 304 if same else 200, ETag='"1"')(ask)

    with serving({"/a": page}) as (home, _):
        call = [f"{home}/a"]
        first, *_ = fetch(call, tmp_path, now=NOW, limits=Limits(allow_private=True), pause=0)
        again, *_ = fetch(call, tmp_path, now=NOW, limits=Limits(allow_private=True), pause=0)
    assert isinstance(first, Saved)
    assert isinstance(again, Saved)
    assert (first.unchanged, again.unchanged, first.path == again.path) == (False, True, True)
    (line,) = Path(first.path).read_text().splitlines()
    assert json.loads(line)["fetched"] == "2031-03-15T09:00:00+00:00"


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with serving({"/army": answer(PAGE, "text/html")}) as (home, _):
        done = CliRunner().invoke(app, ["fetch", f"{home}/army", "-o", str(tmp_path / "a" / "b"), "--allow-private"])
    assert done.exit_code == 2
    assert "cannot be written to" in done.stderr
