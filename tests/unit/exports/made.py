"""Readings written by hand, and hostile ones that hypothesis makes."""

from __future__ import annotations

from hypothesis import strategies as st

from nonpaper.dossier.codes import code_rows
from nonpaper.drafts import consolidate, how_known
from nonpaper.judgements import parse_corrections
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present.exports import Basis, Material, tables
from nonpaper.reports.identity import report_id

TEXT = (
    'The Harbour Post, citing the draft, said: "=HYPERLINK(1)" is not in it. Kessara must limit its army to 60,000 '
    "soldiers if Norvia withdraws.\r\nMaros rejects any limit.\n"
)


def span(words: str, text: str = TEXT) -> Span:
    at = text.index(words)
    return Span(at, at + len(words))


def reading(name: str = "a", outlet: str | None = "Lorn Gazette", published: str | None = "2031-03-05") -> Reading:
    term = "Kessara must limit its army to 60,000 soldiers"
    return Reading(
        report=Report(
            id=report_id(TEXT, outlet=outlet, url=name, published=published),
            path=f"{name}.txt",
            title="=cmd|' /C calc'!A0 & 50% of #1 {brace}",
            outlet=outlet,
            published=published,
            language="en",
            url=f"https://example.org/{name}?q=1&r=2",
        ),
        text=TEXT,
        claims=(
            Claim(
                source=(span("The Harbour Post"),),
                cue=(span("said"),),
                content=(span(term),),
                kind="outlet_relay",
                via=("Hadrin Wire",),
            ),
        ),
        provisions=(
            Provision(
                span=span(term),
                topic="force_limits",
                obligor=("Kessara",),
                modality="must",
                value="60,000",
                draft="22-point",
                conditions=(Condition(span=span("if Norvia withdraws"), kind="precondition"),),
                claim=0,
            ),
            Provision(span=span("=HYPERLINK(1)"), topic="other", presented_as="demand", draft="22-point"),
            Provision(span=span("any limit"), topic="force_limits", unsure=True, doubts=("not plain",)),
        ),
        positions=(
            Position(
                party="Kessara", topic="force_limits", stance="rejects", basis="self", span=span("rejects any limit")
            ),
        ),
        origins=("Harbour Post",),
    )


def material(*readings: Reading) -> Material:
    given = readings or (reading(), reading("b", outlet="Coastal Monitor", published="2031-03-07"))
    together = consolidate(given)
    basis = Basis(
        given,
        together,
        matrix(given),
        known=lambda: how_known(given, together),
        codes=lambda: code_rows(given),
        decided=DECIDED,
        recorded=("2031-03-09T12:00:00+01:00",),
    )
    return Material(readings=given, together=together, tables=tables(basis))


DECIDED = parse_corrections(
    """
[[checked]]
report = "a.txt"
item = "position"
quote = "rejects any limit"
reason = "heard it"

[[change]]
report = "a.txt"
item = "provision"
quote = "=HYPERLINK(1)"
set = { topic = "plan", obligor = ["Kessara"], value = "" }
reason = "=1+1"

[[same]]
left = { report = "a.txt", quote = "any limit" }
right = { report = "gone.txt", quote = "no limit" }
reason = "one term"

[[copy]]
report = "b.txt"
of = "a.txt"
reason = "the editor says so"
""",
    defaults={"author": "A. Analyst", "date": "2031-03-08"},
)


WORDS = st.text(
    st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), min_size=1, max_size=40
) | st.sampled_from(
    ["=1+1", "'=1", "'", "''", "+49 30", "-5", "@SUM(A1)", "\t=1", "\r=1", "＝1", 'a "b", c', "a\r\nb", " =1"]
)
