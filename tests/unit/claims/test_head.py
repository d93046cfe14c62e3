"""Lines such as "Title: …" at the head of a report tell of it: nothing is found in them, all below them."""

from __future__ import annotations

import pytest

from nonpaper.claims.reader import read
from nonpaper.model.reading import Reading
from nonpaper.reports.plain import read_plain

BELOW = "\n\nThe draft would oblige Vostria to withdraw its troops from Lake Orn, two diplomats said on Monday.\n"
HEADS = (
    "Outlet: Harbour Post\nDate: 2031-03-04\nTitle: Vostria and Maravia hold peace talks",
    "Outlet: Harbour Post\nHeadline: Under the draft Vostria would leave Lake Orn",
    "Title: Maravia refuses to cede Lake Orn, minister says\nOutlet: Harbour Post",
    "Outlet: Harbour Post\nSubtitle: President says Maravia will never accept the plan\nDate: 2031-03-04",
    "Outlet: Harbour Post\nBy: Ona Brill, who said Vostria must withdraw\nDateline: Selm, where talks resume on 4 May",
    "Date: 2031-03-04\nTitle: Deadline of Friday set for Vostria to sign\nKeywords: ceasefire, Vostria must withdraw",
    "Outlet: Harbour Post\nTitle: Vostria reportedly demands that Maravia disarm within ninety days",
)


def _in_head(reading: Reading, edge: int) -> list[object]:
    spans = [
        *((s, c) for c in reading.claims for s in (*c.source, *c.cue, *c.content)),
        *((p.span, p) for p in reading.provisions),
        *((p.span, p) for p in reading.positions),
        *((e.span, e) for e in reading.events),
    ]
    return [item for span, item in spans if span.start < edge]


@pytest.mark.parametrize("head", HEADS)
def test_nothing_is_found_in_the_head_and_the_term_below_it_is(head: str) -> None:
    reading = read(read_plain((head + BELOW).encode(), "x.txt"))
    assert _in_head(reading, len(head)) == []
    assert [p.presented_as for p in reading.provisions if not p.unsure] == ["draft"]


def test_a_hard_wrapped_head_is_cut_off_the_first_sentence() -> None:
    head = "Title: Vostria says it will pull its troops back from all of Lake Orn"
    body = (
        "Vostria told the mediators on Monday that its troops would stay where\n"
        "they are until the talks have ended, three officials who were in the\n"
        "room said, and that nothing else had been agreed so far by anyone at\nall in Selm.\n"
    )
    reading = read(read_plain(f"{head}\n{body}".encode(), "x.txt"))
    assert _in_head(reading, len(head)) == []
    assert reading.claims
