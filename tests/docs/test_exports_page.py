"""The page on exports says what the code does."""

from __future__ import annotations

from eval.columns import PAGE, page
from nonpaper.present.exports import TABLES, ExportFormat
from nonpaper.present.exports.meaning import MEANING

TEXT = PAGE.read_text("utf-8")


def test_columns_are_those_of_the_classes() -> None:
    assert page(TEXT) == TEXT, "run python -m eval.columns"


def test_every_meaning_belongs_to_a_column() -> None:
    assert set(MEANING) == {name for kind in TABLES.values() for name in kind.__struct_fields__}


def test_every_format_is_named() -> None:
    assert all(f"`{form}`" in TEXT for form in ExportFormat)
