"""The table of a reading says first what must be known before its items are believed."""

from __future__ import annotations

from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.present.table import table


def test_doubts_about_a_report_stand_before_its_items() -> None:
    about = {"code": "language", "where": "a.txt", "what": "is in French", "remedy": "check it"}
    doubt, note = Finding(level="doubt", **about), Finding(level="note", **about | {"what": "has no date"})
    reading = Reading(report=Report(id="a", path="a.txt"), text="Non.", findings=(doubt, note))
    assert table(reading).splitlines()[:3] == ["a.txt", "  doubt: is in French; check it", "  claims: 0"]
