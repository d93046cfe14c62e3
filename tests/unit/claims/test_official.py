"""A text read as itself: every point a term, with its number, deadline, verifier and condition."""

from __future__ import annotations

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.official import is_official

TEXT = """Agreement on the cessation of hostilities between Kessara and Norvia

1. Kessara and Norvia shall cease fire within 48 hours.
2. Withdrawal of heavy weapons by both sides to be completed by no later than 30 days after signature.
3. The zone shall be monitored by the Joint Observer Mission.
4. Norvia shall release all prisoners of war; Kessara shall release civilian detainees.
5. Elections will be held after the withdrawal is complete.
6. The guarantees lapse if Norvia attacks Kessara.
"""
REPORT = """Envoys near a deal

The envoys met in Dalmar on Monday, the foreign ministry said. According to two officials the draft would:
- end the war;
- free the prisoners.
"This is not a surrender," the president said. The opposition said that it was. Nobody in the capital expected an
answer before the weekend, and the markets, which had fallen on the first reports, recovered by the evening.
"""


def test_an_agreement_is_one_and_a_report_with_a_list_is_none() -> None:
    assert is_official(page_of(TEXT))
    assert not is_official(page_of(REPORT))


def test_every_point_is_a_term_with_its_number() -> None:
    terms = find_provisions(page_of(TEXT), ())
    assert [t.number for t in terms] == ["1", "2", "3", "4", "4", "5", "6"]
    assert {t.presented_as for t in terms} == {"draft"}
    assert [t.topic for t in terms][:2] == ["ceasefire", "withdrawal"]


def test_deadline_verifier_condition_and_lapse() -> None:
    one, two, three, _, freed, held, lapsing = find_provisions(page_of(TEXT), ())
    assert one.deadline == "within 48 hours"
    assert set(one.obligor) == {"Kessara", "Norvia"}
    assert two.deadline == "by no later than 30 days after signature"
    assert three.verifier == ("Joint Observer Mission",)
    assert freed.obligor == ("Kessara",)
    assert [(c.span.quote(TEXT), c.kind) for c in held.conditions] == [("after the withdrawal is complete", "sequence")]
    assert (lapsing.modality, lapsing.beneficiary) == ("lapses_if", ("Norvia",))


def test_every_span_quotes_the_text() -> None:
    for term in find_provisions(page_of(TEXT), ()):
        assert term.span.quote(TEXT).strip() == term.span.quote(TEXT)
