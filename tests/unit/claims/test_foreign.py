"""What is found in a report that is not in English waits for a person, whatever else speaks for it."""

from __future__ import annotations

import pytest

from nonpaper.claims.foreign import FOREIGN
from nonpaper.claims.reader import read
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report, ReportText

TEXT = (
    "The government of Norvia and the government of Kessara met again. The 22-point plan would limit Norvia's army to"
    ' 60,000, two officials said. "Norvia will never accept the cap," the president of Norvia said.'
)


def in_language(code: str | None) -> Reading:
    return read(ReportText(report=Report(id="a", path="a", language=code), text=TEXT))


@pytest.mark.parametrize("code", [None, "en"])
def test_what_is_plain_in_english_is_stated(code: str | None) -> None:
    found = in_language(code)
    for items in (found.claims, found.provisions, found.positions):
        assert any(not item.unsure for item in items)


def test_nothing_is_stated_of_a_report_in_another_language() -> None:
    english, other = in_language("en"), in_language("fr")
    for was, now in (
        *zip(english.claims, other.claims, strict=True),
        *zip(english.provisions, other.provisions, strict=True),
        *zip(english.positions, other.positions, strict=True),
    ):
        assert now.unsure
        assert now.doubts == (*was.doubts, FOREIGN)
