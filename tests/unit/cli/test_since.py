"""`brief --since`: a day, an earlier brief, the last judgement; what is new, what is gone, and what may not be told."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eval.synthetic import reader, report
from nonpaper.dossier import brief, brief_data
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier
from nonpaper.errors import BriefError
from nonpaper.judgements import as_table, parse_corrections
from nonpaper.present.earlier import earlier
from nonpaper.present.made_of import OPENS, MadeOf, ReportMade, Statement, on_page
from nonpaper.reports.files import MOST_BYTES
from nonpaper.store import Judged, judgement_id

GOLDEN = Path(__file__).parents[2] / "golden" / "since.txt"
FIRST, SECOND, THIRD = (f"2031-03-{day:02}T12:00:00+00:00" for day in (4, 10, 20))
NOW = datetime(2031, 3, 15, 12, tzinfo=UTC)
AFTER = datetime(2031, 4, 1, 12, tzinfo=UTC)


def words_of(number: int, place: int = 0) -> str:
    return report(number).text.split(" said ")[1 + place].split(".")[0]


def judged(dossier: Dossier, at: str, body: str = "", *, undoes: str | None = None, by: str = "A. Analyst") -> str:
    """One decision recorded at a time of our choice; its id."""
    correction = None
    if body:
        signed = {"author": by, "date": at[:10], "reason": "so"}
        (one,) = parse_corrections(body, defaults=signed).entries
        correction = msgspec.json.encode(as_table(one)).decode()
    rest = (at, 1, by, "so", correction, undoes)
    made = Judged(id=judgement_id(*rest), at=at, number=1, author=by, reason="so", correction=correction, undoes=undoes)
    with dossier.store.step("judge", at) as step:
        dossier.store.judge([made], step=step)
    return made.id


def entry(kind: str, number: int, more: str = "", place: int = 0) -> str:
    id_of = report(number).report.id
    return f'[[{kind}]]\nreport = "{id_of}"\nitem = "provision"\nquote = "{words_of(number, place)}"\nnth = 1\n{more}'


def add(dossier: Dossier, at: str, *numbers: int) -> None:
    add_reports(dossier.store, [report(n) for n in numbers], reader=reader(), at=at)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.dossier"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with create_dossier(path, reader=reader()) as made:
        add(made, FIRST, 0, 1, 2)
        yield made


def page(path: Path, name: str, *, now: datetime = NOW, **asked: str) -> Path:
    out = path.parent / name
    make = brief_data if name.endswith("json") else brief
    made = make([str(path)], now=now, **asked)[0]  # type: ignore[operator]
    out.write_bytes(made if isinstance(made, bytes) else made.encode())
    return out


def since(path: Path, asked: object, **more: str) -> dict[str, Any]:
    made = json.loads(brief_data([str(path)], now=AFTER, since=str(asked), **more)[0])
    found: dict[str, Any] = made["since"]
    return found


NEWS = ("reports", "terms", "outside", "stances", "changed", "lost", "gone", "judgements", "undone")


def told(view: dict[str, Any], but: Sequence[str] = ()) -> dict[str, Any]:
    """What is said, without how it was counted."""
    return {name: view[name] for name in NEWS if view[name] and name not in but}


def test_the_section_reads_as_agreed(dossier: Dossier, path: Path) -> None:
    """`UPDATE_GOLDEN=1 pytest` writes it anew."""
    out = judged(dossier, FIRST, entry("checked", 2))
    first = page(path, "a.html", now=datetime(2031, 3, 5, tzinfo=UTC))
    add(dossier, SECOND, 3)
    judged(dossier, SECOND, entry("remove", 0))
    judged(dossier, SECOND, entry("change", 1, 'set = { value = "70 thousand" }'))
    judged(dossier, THIRD, undoes=out, by="B. Reader")
    text = as_text(brief([str(path)], now=AFTER, since=str(first))[0])
    seen = text[text.index("\nNew since") + 1 : text.index("\nThe drafts")] + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(seen, encoding="utf-8")
    assert seen == GOLDEN.read_text(encoding="utf-8")


def as_text(made: str) -> str:
    """What a reader sees of the page, a line a block."""
    plain = unescape(re.sub(r"<[^>]+>", "", re.sub(r"</(?:p|li|h\d|section)>|<br>", "\n", made)))
    return "\n".join(line for raw in plain.split("\n") if (line := " ".join(raw.split())))


@pytest.mark.parametrize("form", ["html", "json"])
def test_beside_itself_nothing_is_new(dossier: Dossier, path: Path, form: str) -> None:
    judged(dossier, SECOND, entry("remove", 1))
    first = page(path, f"a.{form}")
    view = since(path, first)
    assert (told(view), view["notes"]) == ({}, [])
    assert view["point"] == "the brief of 15 March 2031, 12:00 UTC"


def test_two_steps_are_what_the_day_between_says(dossier: Dossier, path: Path) -> None:
    first = page(path, "a.html", now=datetime(2031, 3, 5, tzinfo=UTC))
    add(dossier, SECOND, 3, 4)
    judged(dossier, SECOND, entry("remove", 0))
    judged(dossier, SECOND, entry("change", 1, 'set = { value = "70 thousand" }'))
    by_brief, by_day = since(path, first), since(path, "2031-03-05")
    assert told(by_brief) == told(by_day)
    assert [r["report"] for r in by_day["reports"]] == [report(3).report.id, report(4).report.id]
    assert [g["quote"]["words"] for g in by_day["gone"]] == [words_of(0)]
    assert [(c["was"], c["now"]) for c in by_day["changed"]] == [("Ceasefire", "Ceasefire, 70 thousand")]
    assert len(by_day["judgements"]) == 2
    assert told(since(path, "2031-03-11")) == {}


def test_what_is_taken_back_is_told(dossier: Dossier, path: Path) -> None:
    out = judged(dossier, FIRST, entry("remove", 0))
    kept = judged(dossier, FIRST, entry("checked", 1))
    first = page(path, "a.html", now=datetime(2031, 3, 5, tzinfo=UTC))
    judged(dossier, SECOND, undoes=out, by="B. Reader")
    again = judged(dossier, SECOND, undoes=kept)
    judged(dossier, THIRD, undoes=again)  # so that it acts as before
    short = judged(dossier, SECOND, entry("checked", 2))
    judged(dossier, THIRD, undoes=short)
    for asked in (first, "2031-03-05"):
        view = since(path, asked)
        undone = [(u["was"]["kind"], u["was"]["words"], u["by"], u["on"]) for u in view["undone"]]
        assert undone[0] == ("remove", words_of(0), "B. Reader", "10 March 2031")
        assert undone[1][0] == "checked"
        assert len(undone) == 2
        assert [(t["quote"]["words"], t["old_report"]) for t in view["terms"]] == [(words_of(0), True)]
        assert view["judgements"] == []
        assert view["notes"] == []


def test_after_the_last_judgement(dossier: Dossier, path: Path) -> None:
    with pytest.raises(BriefError, match="nobody judged anything"):
        since(path, "corrected")
    judged(dossier, FIRST, entry("remove", 0))
    add(dossier, "2031-03-04T18:00:00+00:00", 3)  # later on the same day
    view = since(path, "corrected")
    assert [r["report"] for r in view["reports"]] == [report(3).report.id]
    assert view["point"] == "the judgement of 4 March 2031, 12:00 UTC"
    assert set(told(view)) <= {"reports", "terms", "outside", "stances"}


def test_a_lower_page_beside_a_higher_one_tells_a_number_alone(dossier: Dossier, path: Path) -> None:
    for number, word in enumerate(("open", "open", "restricted")):
        dossier.mark(word, report(number).report.id)
    secret = judged(dossier, FIRST, entry("checked", 2), by="Hidden Hand")
    judged(dossier, FIRST, entry("remove", 0))
    high = page(path, "high.html")
    assert report(2).report.path.rpartition("/")[2] in high.read_text("utf-8")
    judged(dossier, SECOND, undoes=secret, by="Hidden Hand")
    low = json.loads(brief_data([str(path)], now=AFTER, since=str(high), ceiling="open")[0])
    page_of = brief([str(path)], now=AFTER, since=str(high), ceiling="open")[0]
    hidden = (report(2).report.id, report(2).report.path, words_of(2), "Hidden Hand", earlier_content(high)[2])
    for leak in hidden:
        assert leak not in json.dumps(low)
        assert leak not in page_of
    assert low["since"]["lost"] == []
    assert "Of its 3 reports, 1 is not shown here." in low["since"]["notes"]
    assert len(low["made_of"]["reports"]) == 2
    day = json.loads(brief_data([str(path)], now=AFTER, since="2031-03-02", ceiling="open")[0])
    assert not any(leak in json.dumps(day) for leak in hidden)
    assert since(path, "corrected", ceiling="open")["point"] == "the judgement of 4 March 2031, 12:00 UTC"


def earlier_content(file: Path) -> list[str]:
    return [r.content for r in earlier(file.read_bytes(), str(file)).reports]


def test_of_another_dossier_what_can_be_compared_is(dossier: Dossier, path: Path, tmp_path: Path) -> None:
    judged(dossier, SECOND, entry("checked", 1))
    first = page(path, "a.html")
    folder = tmp_path / "other"
    folder.mkdir()
    other = folder / "other.dossier"
    with create_dossier(other, reader=reader()) as made:
        add(made, FIRST, 1, 5)
        view = since(other, first)
    assert [r["report"] for r in view["reports"]] == [report(5).report.id]
    assert [r["title"] for r in view["lost"]] == ["0.txt", "2.txt"]
    assert view["notes"] == ["Of its 3 reports, 2 are not shown here.", "1 judgement of that brief is not known here."]
    with create_dossier(folder / "third.dossier", reader=reader()) as made:
        add(made, FIRST, 7)
        assert any("None of its reports is here" in n for n in since(folder / "third.dossier", first)["notes"])


def test_another_version_is_told(dossier: Dossier, path: Path) -> None:
    first = page(path, "a.html")
    text = first.read_text("utf-8")
    made = earlier(first.read_bytes(), "a")
    first.write_text(
        text.replace(on_page(made), on_page(msgspec.structs.replace(made, reader="other", ceiling="open")))
    )
    notes = since(path, first)["notes"]
    assert [("version" in n, "handling" in n) for n in notes] == [(True, False), (False, True)]


HOSTILE = "<script>alert(1)</script>'\"&--></title> \u202e"


def test_a_hostile_brief_says_nothing_in_our_name(dossier: Dossier, path: Path) -> None:
    """Its words for lost reports are shown as its own, and escaped; spans of nowhere are not quoted."""
    content = earlier_content(page(path, "a.html"))[0]
    far = [Statement(n, s, e, "term", (HOSTILE,)) for n, s, e in ((0, 0, 10**9), (-1, 0, 5), (9, 0, 5), (0, 7, 3))]
    made = MadeOf(
        at=NOW,
        reports=(
            ReportMade(content=content, outlet="x", title="x", published=None),
            ReportMade(content="none", outlet=HOSTILE, title=HOSTILE, published="9999-99-99"),
        ),
        statements=(*far, Statement(0, 0, 6, "stance", (HOSTILE,)), Statement(0, 0, 6, "term", ())),
    )
    assert not {"<", ">", "'", "&"} & set(on_page(made))
    bad = path.parent / "bad.html"
    bad.write_text(f"<html>{OPENS}{on_page(made)}'>", "utf-8")
    assert earlier(bad.read_bytes(), "bad") == made
    shown = brief([str(path)], now=AFTER, since=str(bad))[0]
    assert "<script" not in shown
    assert "The report that the earlier brief calls &lt;script&gt;" in shown
    assert len(since(path, bad)["gone"]) == 2


def test_a_page_that_a_browser_saved(dossier: Dossier, path: Path) -> None:
    """Browsers write attributes anew, with other quotation marks."""
    first = page(path, "a.html")
    made = earlier(first.read_bytes(), "a")
    written = on_page(made)
    saved = first.read_text("utf-8").replace(f"'{written}'", '"' + written.replace('"', "&quot;") + '"')
    assert saved != first.read_text("utf-8")
    assert earlier(saved.encode(), "a") == made


marks = st.lists(st.sampled_from([None, "open", "internal", "restricted"]), min_size=4, max_size=4)


@settings(max_examples=6)
@given(marks, marks, st.sampled_from(["open", "internal"]), st.sampled_from(["2031-03-05", "brief"]))
def test_nothing_of_what_may_not_be_shown(
    before: list[str | None], now: list[str | None], ceiling: str, asked: str
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "talks.dossier"
        with create_dossier(path, reader=reader()) as made:
            add(made, FIRST, 0, 1)
            for number in (0, 1):
                judged(made, FIRST, entry("checked", number), by=f"Hand {number}")
            mark(made, before[:2])
            first = page(path, "a.html")
            add(made, SECOND, 2, 3)
            for each in made.store.judgements():
                judged(made, SECOND, undoes=each.id, by=each.author.replace("Hand", "Other"))
            mark(made, now)
            shown = made.store.handled()
        allowed = {"open": {"open"}, "internal": {"open", "internal"}}[ceiling]
        if not any(word in allowed for word in shown.values()):
            return
        found = brief_data([str(path)], now=AFTER, since=str(first) if asked == "brief" else asked, ceiling=ceiling)[0]
        for number in range(4):
            told = [report(number).report.id, f"invented/{number}.txt", f"Hand {number}", f"Other {number}"]
            if shown[report(number).report.id] not in allowed:
                assert not any(leak.encode() in found for leak in told)
        assert len(json.loads(found)["made_of"]["reports"]) == sum(word in allowed for word in shown.values())


def mark(dossier: Dossier, words: Sequence[str | None]) -> None:
    for number, word in enumerate(words):
        if word:
            dossier.mark(word, report(number).report.id)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.html").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(BriefError, match="larger than"):
        brief([str(tmp_path)], now=NOW, since=str(tmp_path / "a.html"))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html><p>Not of ours</p></html>",
        b"{}",
        b'{"made_of": 7}',
        b'{"made_of": {"schema": "nonpaper.made-of/2", "at": "2031-03-04T12:00:00Z"}}',
        b'{"made_of": {"at": "2031-03-04T12:00:00"}}',
        b'{"made_of": ' + b"[" * 200_000,
        OPENS.encode(),
        OPENS.encode() + b"{'",
        b"\xff\xfe\x00" * 99,
        b"%PDF-1.7 none",
    ],
)
def test_any_other_file_is_one_line(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "other.html"
    file.write_bytes(data)
    with pytest.raises(BriefError) as said:
        brief([str(tmp_path)], now=NOW, since=str(file))
    assert "\n" not in str(said.value)
    assert "--since" in str(said.value)


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda b: OPENS.encode() + b + b"'>"))
def test_no_bytes_break_it(data: bytes) -> None:
    with pytest.raises(BriefError):
        earlier(data, "file")


@pytest.mark.parametrize("word", ["2031-02-30", "yesterday", "/", "gone.html"])
def test_what_is_no_day_and_no_file(tmp_path: Path, word: str) -> None:
    with pytest.raises(BriefError, match="give"):
        brief([str(tmp_path)], now=NOW, since=word)
