"""Feeds: each entry a report; nothing of XML's dangers."""

from __future__ import annotations

from pathlib import Path

import pytest

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.gather import gather, read_bytes

DATA = Path(__file__).parents[2] / "data" / "feeds"
ITEM = b"<item><title>T</title><description>The draft would cap the army of Kessara.</description></item>"


def one(data: bytes) -> ReportText | Finding:
    (item,) = read_bytes(data, "a.xml", ".xml")
    return item


def test_rss() -> None:
    whole, summary = gather([str(DATA / "rss.xml")])
    assert isinstance(whole, ReportText)
    assert isinstance(summary, ReportText)
    about = whole.report
    assert (about.title, about.outlet, about.url) == ("Army capped", "Hadrin Wire", "https://hadrin.example/army")
    assert about.published == "2031-03-04T10:00:00+01:00"
    assert whole.text.splitlines()[1:] == ["1. A truce of ninety days.", "2. A vote in the valley."]
    assert "alert" not in whole.text
    assert whole.findings == ()
    assert (summary.report.title, summary.report.url) == ("Norvia & Kessara talk", "https://hadrin.example/talk")
    assert [f.code for f in summary.findings] == ["summary"]


def test_atom_and_rdf() -> None:
    (atom,) = gather([str(DATA / "atom.xml")])
    assert isinstance(atom, ReportText)
    assert (atom.report.title, atom.report.url) == ("Talks stall", "https://lorn.example/t")
    assert atom.report.published == "2031-03-04T10:00:00+00:00"
    assert atom.text == "Norvia would keep the northern valley, two envoys said.\nKessara has not replied."
    (rdf,) = gather([str(DATA / "rdf.xml")])
    assert isinstance(rdf, ReportText)
    assert (rdf.report.outlet, rdf.report.published) == ("World Digest", "2031-03-04")


LAUGHS = b'<!DOCTYPE a [<!ENTITY a "aaaa">' + b"".join(b'<!ENTITY a%d "&a;&a;&a;&a;">' % n for n in range(9)) + b"]>"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            b'<?xml version="1.0"?>' + LAUGHS + b"<rss><channel><item><title>&a8;</title></item></channel></rss>",
            "entities",
        ),
        (b'<!DOCTYPE rss SYSTEM "http://paper.example/rss.dtd"><rss>' + ITEM + b"</rss>", "entities"),
        (b'<!-- a --><?b c?>\n<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss>' + ITEM + b"</rss>", "entities"),
        ((b"<?xml version='1.0' encoding='utf-16'?>" + LAUGHS + b"<rss/>").decode().encode("utf-16"), "entities"),
        (b"<rss>" + b"<a>" * 200 + b"</a>" * 200 + b"</rss>", "nested"),
        (b"<rss>" + b"<a>" * 300_000, "nested"),
        (b"<rss><channel/></rss>", "empty"),
        (b"<root>" + ITEM + b"</root>", "not_a_feed"),
        (b"<rss>" + b" " * 10_000_001 + b"</rss>", "too_long"),
        (b"no feed at all", "unreadable"),
    ],
)
def test_refused(data: bytes, code: str) -> None:
    with pytest.raises(ReportError) as told:
        list(read_bytes(data, "a.xml", ".xml"))
    assert told.value.code == code


def test_a_damaged_feed_is_read_as_far_as_it_goes() -> None:
    item = one(b"<rss><channel>" + ITEM.replace(b">T<", b">A & B<") + b"</chan")
    assert isinstance(item, ReportText)
    assert {f.code for f in item.findings} == {"damaged", "summary"}


def test_addresses_that_run_are_not_kept() -> None:
    for link in ("javascript:alert(1)", "data:text/html,x", "http://[", "//", "file:///etc/passwd"):
        item = one(b"<rss>" + ITEM.replace(b"<title>", b"<link>" + link.encode() + b"</link><title>") + b"</rss>")
        assert isinstance(item, ReportText)
        assert item.report.url is None


def test_a_feed_is_known_without_its_name() -> None:
    (item,) = read_bytes(b'<?xml version="1.0"?>\n<rss version="2.0">' + ITEM + b"</rss>", "standard input")
    assert isinstance(item, ReportText)
    assert item.report.title == "T"
