"""The record that `nonpaper read --format jsonl` prints: one reading a line."""

from __future__ import annotations

import msgspec

from nonpaper.model.reading import Reading


def record_line(reading: Reading) -> str:
    """One reading as one line of JSON, keys in the order of the record, text not escaped to ASCII."""
    return msgspec.json.encode(reading).decode("utf-8")
