"""Drafts side by side: one row a thing, nothing merged, silence is "not reported"."""

from __future__ import annotations

from nonpaper.drafts import aligned, consolidate
from nonpaper.model.draft import Consolidation
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span


def together(*said: tuple[str, str, str]) -> Consolidation:
    """One report for each (draft, topic, words)."""
    readings = []
    for at, (draft, topic, words) in enumerate(said):
        modality = "must_not" if words.startswith("no ") else "must"
        item = Provision(span=Span(0, len(words)), topic=topic, draft=draft, modality=modality)  # type: ignore[arg-type]
        report = Report(id=f"r{at}", path=f"{at}.txt", published=f"2031-03-{at + 1:02}")
        readings.append(Reading(report=report, text=words, provisions=(item,)))
    return consolidate(readings)


def rows(known: Consolidation) -> list[list[str]]:
    """For each row the words of each draft, oldest draft first; a dash where nothing is reported."""
    terms = {t.id: t.wordings[0].quote for d in known.drafts for t in d.terms}
    oldest_first = known.drafts[::-1]
    return [
        ["; ".join(terms[t] for t in c.terms) or f"- {c.reported}" for c in row.cells] for row in aligned(oldest_first)
    ]


def test_one_limit_in_three_drafts_is_one_row_of_three_terms() -> None:
    known = together(
        ("28-point", "force_limits", "a limit of 600,000 on the army"),
        ("19-point", "force_limits", "an army of 800,000 in peacetime"),
        ("20-point", "force_limits", "no limit on the army"),
    )
    assert rows(known) == [
        ["a limit of 600,000 on the army", "an army of 800,000 in peacetime", "no limit on the army"]
    ]
    assert [len(d.terms) for d in known.drafts] == [1, 1, 1]


def test_silence_is_not_absence() -> None:
    known = together(
        ("28-point", "amnesty", "an amnesty for all"), ("19-point", "elections", "elections within a hundred days")
    )
    assert ["an amnesty for all", "- not reported"] in rows(known)


def test_two_terms_of_a_topic_have_two_rows() -> None:
    known = together(
        ("28-point", "withdrawal", "withdraw from Dole"),
        ("28-point", "withdrawal", "withdraw from Marn"),
        ("19-point", "withdrawal", "troops leave Marn"),
    )
    assert rows(known) == [["withdraw from Marn", "troops leave Marn"], ["withdraw from Dole", "- not reported"]]
