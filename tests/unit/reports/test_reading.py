"""What each kind of report becomes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import msgspec
import pytest

from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.gather import gather

PROSE = "The draft would cap the army of Kessara at 60,000 people, two officials said. Norvia has not replied to it. "


def one(path: Path) -> ReportText:
    (item,) = gather([str(path)])
    assert isinstance(item, ReportText), item
    return item


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_plain_text_is_kept_as_it_came(tmp_path: Path) -> None:
    text = "  Talks\r\n\r\n" + PROSE + "\r\n\tCafe\u0301 שָׁלוֹם\u200f\x00 end \n\n"
    assert one(written(tmp_path, "a.txt", text)).text == text


def test_plain_head(tmp_path: Path) -> None:
    text = f"Draft caps the army\nOutlet: Harbour Post\nDate: Tuesday, 4 March 2031\n\n{PROSE}"
    report = one(written(tmp_path, "a.txt", text)).report
    assert (report.title, report.outlet, report.published) == ("Draft caps the army", "Harbour Post", "2031-03-04")
    assert report.language == "en"


def test_dateline(tmp_path: Path) -> None:
    report = one(written(tmp_path, "a.txt", f"MERROW, March 4 (Hadrin Wire) - {PROSE}")).report
    assert (report.outlet, report.published, report.title) == ("Hadrin Wire", None, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = "“" + PROSE * 6 + "” Café."
    assert one(written(tmp_path, "a.txt", text.encode(encoding))).text == text


def test_old_cyrillic(tmp_path: Path) -> None:
    text = "Стороны получили новый текст соглашения и обсудят его на следующей неделе. " * 8
    item = one(written(tmp_path, "a.txt", text.encode("cp1251")))
    assert item.text == text
    assert item.report.language == "ru"
    assert {finding.code for finding in item.findings} == {"encoding", "language"}


def test_one_damaged_byte_is_said(tmp_path: Path) -> None:
    item = one(written(tmp_path, "a.txt", PROSE.encode() * 20 + b"\xff" + PROSE.encode()))
    assert [finding.code for finding in item.findings] == ["encoding"]


def test_markdown(tmp_path: Path) -> None:
    raw = (
        "---\ntitle: Draft caps the army\noutlet: Coastal Monitor\ndate: 2031-03-12\n---\n\n"
        f"## What it says\n\n> {PROSE}\n\n**Norvia** [refuses](https://a.example) it.<!-- no --> A \\* mark.\n"
    )
    item = one(written(tmp_path, "a.md", raw))
    assert (item.report.title, item.report.outlet) == ("Draft caps the army", "Coastal Monitor")
    assert item.report.published == "2031-03-12"
    assert "Norvia refuses it. A * mark." in item.text
    assert "---" not in item.text
    assert [heading.quote(item.text) for heading in item.headings] == ["What it says"]
    assert item.raw == raw


PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Army capped | Hadrin Wire</title>
<meta property="og:title" content="Army capped"><meta property="og:site_name" content="Hadrin Wire">
<meta property="article:published_time" content="2031-03-06T09:30:00+02:00">
<link rel="canonical" href="https://hadrin.example/army"></head><body><nav><a href="/">Front page</a></nav>
<article><h1>Army capped</h1><p>{PROSE}</p><h2>The terms</h2><ol><li>A ceasefire within ten days of signature.</li>
<li><p>Withdrawal of all troops from the northern valley.</p></li></ol><p>{PROSE}</p></article></body></html>"""


def test_html(tmp_path: Path) -> None:
    item = one(written(tmp_path, "a.html", PAGE))
    report = item.report
    assert (report.title, report.outlet, report.url) == ("Army capped", "Hadrin Wire", "https://hadrin.example/army")
    assert report.published == "2031-03-06T09:30:00+02:00"
    assert "1. A ceasefire within ten days of signature.\n2. Withdrawal" in item.text
    assert "Front page" not in item.text
    assert "The terms" in [heading.quote(item.text) for heading in item.headings]


def test_content_counts_more_than_the_name(tmp_path: Path) -> None:
    assert one(written(tmp_path, "a.txt", PAGE)).report.outlet == "Hadrin Wire"


def test_json_lines(tmp_path: Path) -> None:
    good = {
        "text": PROSE + "\r\n ",
        "id": "a1",
        "title": "T",
        "outlet": "O",
        "published": "2031-03-05",
        "language": "en",
    }
    lines = [json.dumps(good), "nope", "[1]", '{"title": "x"}', json.dumps({"text": PROSE, "published": "10/11/2031"})]
    items = list(gather([str(written(tmp_path, "a.jsonl", "\n".join(lines)))]))
    first, *bad, last = items
    assert isinstance(first, ReportText)
    assert (first.text, first.report.id, first.report.outlet) == (good["text"], "a1", "O")
    assert [item.where.rsplit(":", 1)[1] for item in bad if isinstance(item, Finding)] == ["2", "3", "4"]
    assert isinstance(last, ReportText)
    assert last.report.published is None
    assert [finding.code for finding in last.findings] == ["date"]


def test_one_id_for_two_texts_is_told_apart(tmp_path: Path) -> None:
    lines = [json.dumps({"text": PROSE, "id": "a"}), json.dumps({"text": PROSE * 2, "id": "a"})]
    items = list(gather([str(written(tmp_path, "a.jsonl", "\n".join(lines)))]))
    assert len({item.report.id for item in items if isinstance(item, ReportText)}) == 2


def test_identity_does_not_hang_on_the_file(tmp_path: Path) -> None:
    first, second = (one(written(tmp_path, name, PROSE)).report.id for name in ("a.txt", "b.txt"))
    assert first == second
    assert len(first) == 12
    assert one(written(tmp_path, "c.txt", PROSE + "More.")).report.id != first


def test_folder_in_order_of_name(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.txt", "in/c.txt", "d.docx", ".hidden.txt"):
        written(tmp_path, name, PROSE)
    *reports, note = gather([str(tmp_path)])
    assert [Path(item.report.path).name for item in reports if isinstance(item, ReportText)] == [
        "a.txt",
        "b.txt",
        "c.txt",
    ]
    assert isinstance(note, Finding)
    assert note.level == "note"
    assert "d.docx" in note.what


@pytest.mark.parametrize("content", [PROSE, PAGE, json.dumps({"text": PROSE})])
def test_standard_input(content: str) -> None:
    (item,) = gather(["-"], stdin=io.BytesIO(content.encode()))
    assert isinstance(item, ReportText)
    assert item.report.path.startswith("standard input")
    assert "cap the army" in item.text


def test_records_can_be_written(tmp_path: Path) -> None:
    item = one(written(tmp_path, "a.md", f"# T\n\n{PROSE}"))
    assert msgspec.json.decode(msgspec.json.encode(item), type=ReportText) == item
