"""Particulars of a document, and the three things that are denied about one."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.particulars import find_particulars
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span


def found(text: str, *claims: Claim) -> list[tuple[str, str]]:
    return [(p.aspect, p.span.quote(text)) for p in find_particulars(page_of(text), claims, ())]


def said_by(text: str, source: str, content: str, party: str, *, unsure: bool = False) -> Claim:
    at, on = text.index(source), text.index(content)
    return Claim(
        source=(Span(at, at + len(source)),),
        cue=(),
        content=(Span(on, on + len(content)),),
        kind="on_record_spokesperson",
        party=party,
        unsure=unsure,
    )


@pytest.mark.parametrize(
    ("text", "aspect", "words"),
    [
        ("The plan was drawn up by Aldoria to end the war.", "pen_holder", "drawn up by Aldoria"),
        ("The draft has two secret annexes on borders.", "annexes", "two secret annexes on borders"),
        ("The agreement must be ratified by both parliaments.", "ratification", "ratified by both parliaments"),
        ("The deal would be signed by the two presidents.", "signatories", "would be signed by the two presidents"),
        ("The 22-point plan is a non-paper.", "kind", "plan"),
        ("The text was leaked to two newspapers.", "leak", "was leaked"),
    ],
)
def test_a_particular_has_its_words(text: str, aspect: str, words: str) -> None:
    assert (aspect, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The annexation of the valley was condemned.",
        "The poem was written by a soldier.",
        "The Treaty of Merrow of 1921 was drafted by monks.",
    ],
)
def test_what_is_about_something_else_is_none(text: str) -> None:
    assert [a for a, _ in found(text) if a in ("annexes", "kind")] == []


@pytest.mark.parametrize(
    ("content", "aspect"),
    [
        ("Norvia has not received the plan officially", "denied_receipt"),
        ("the report on the plan is false", "denied_content"),
        ("Norvia did not write the plan", "denied_authorship"),
    ],
)
def test_a_denial_is_of_content_receipt_or_authorship(content: str, aspect: str) -> None:
    text = f"{content}, spokeswoman Dara Velin said."
    claim = said_by(text, "spokeswoman Dara Velin", content, "Norvia")
    (denial,) = [p for p in find_particulars(page_of(text), (claim,), ()) if p.aspect.startswith("denied")]
    assert (denial.aspect, denial.party, denial.claim) == (aspect, "Norvia", 0)


def test_a_denial_that_the_reader_is_unsure_of_is_not_stated() -> None:
    text = "Norvia has not received the plan, spokeswoman Dara Velin said."
    claim = said_by(text, "spokeswoman Dara Velin", "Norvia has not received the plan", "Norvia", unsure=True)
    assert [a for a, _ in found(text, claim) if a.startswith("denied")] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Harbour Post obtained a copy of the draft on Monday.", "The Harbour Post obtained a copy of the draft"),
        (
            "The Harbour Post, too, has it. Harbour Post has seen the 22-point plan.",
            "Harbour Post has seen the 22-point plan",
        ),
        ("It follows a draft seen by the Harbour Post.", "draft seen by the Harbour Post"),
        (
            "The plan, a copy of which was shown to the Harbour Post, is short.",
            "plan, a copy of which was shown to the Harbour Post",
        ),
    ],
)
def test_a_report_says_that_its_own_outlet_has_a_copy(text: str, words: str) -> None:
    (copy,) = [p for p in find_particulars(page_of(text, outlet="Harbour Post"), (), ()) if p.aspect == "copy"]
    assert (copy.span.quote(text), copy.value) == (words, "Harbour Post")


@pytest.mark.parametrize(
    "text",
    [
        "The Lorn Gazette obtained a copy of the draft.",
        "Two officials who have seen the draft spoke to the Harbour Post.",
        "The Harbour Post has not seen the draft.",
        "Under the draft, the port would reopen, the Harbour Post reported.",
        "The Harbour Post saw smoke. The draft was not published.",
    ],
)
def test_that_others_have_one_is_not_its_own(text: str) -> None:
    assert [p for p in find_particulars(page_of(text, outlet="Harbour Post"), (), ()) if p.aspect == "copy"] == []


def test_that_an_outlet_has_not_seen_a_text_denies_nothing() -> None:
    text = "The Lisk Courier has not seen the plan."
    claim = Claim(source=(Span(0, 16),), cue=(), content=(Span(17, 38),), kind="outlet_relay")
    assert [p for p in find_particulars(page_of(text), (claim,), ()) if p.aspect.startswith("denied")] == []
