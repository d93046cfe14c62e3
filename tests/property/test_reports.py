"""Whatever the bytes: reading raises nothing, keeps the text, and every character knows where it came from."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.clean import Step, clean, furniture, hyphens, invisible, spaces, wraps
from nonpaper.reports.gather import gather
from nonpaper.reports.offsets import to_raw

STARTS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"<html>", b'{"text": "', b"---\n", b"\xff\xfe", b"\xef\xbb\xbf", b"# A\n"]
)
PROSE = "The draft would cap the army of Kessara at 60,000 people. "
STEPS = (invisible, furniture, hyphens, spaces, wraps)


def read(name: str, data: bytes) -> list[ReportText | Finding]:
    with TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        return list(gather([str(path)]))


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "htm", "pdf", "jsonl", "ndjson", "xyz"])
@settings(max_examples=25)
@given(start=STARTS, rest=st.binary(max_size=300))
def test_any_bytes(suffix: str, start: bytes, rest: bytes) -> None:
    for item in read(f"a.{suffix}", start + rest):
        assert isinstance(item, ReportText) or item.level == "left_out"


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=80))
def test_text_is_kept(extra: str) -> None:
    line = json.dumps({"text": PROSE + extra})
    for name, data in (("a.txt", (PROSE + extra).encode()), ("a.jsonl", line.encode())):
        for item in read(name, data):
            assert isinstance(item, Finding) or item.text == PROSE + extra


@settings(max_examples=50)
@given(
    st.lists(
        st.sampled_from(["**a** ", "# ", "\n", "[b](c) ", "> ", "`d`", "<!-- e -->", "\\* ", "f_g ", "é", "---\n"])
    )
)
def test_markdown_maps_back(pieces: list[str]) -> None:
    for item in read("a.md", (PROSE + "".join(pieces)).encode()):
        assert isinstance(item, ReportText)
        raw = item.raw or item.text
        assert all(raw[to_raw(item.offsets, at)] == char for at, char in enumerate(item.text))


PARTS = ["army-\n", "cut ", "  ", "\n", "\f", "\u00ad", "Page 1 of 2\n", "The draft caps it.\n", "1. a\n", "\x00", "Ü"]


@settings(max_examples=100)
@given(parts=st.lists(st.sampled_from(PARTS), max_size=40), steps=st.permutations(STEPS))
def test_cleaning_maps_back(parts: list[str], steps: list[Step]) -> None:
    raw = "".join(parts)
    text, offsets = clean(raw, steps)
    places = [to_raw(offsets, at) for at in range(len(text))]
    assert all(a < b for a, b in pairwise(places))
    assert all(raw[place] == char or char.isspace() for place, char in zip(places, text, strict=True))
