"""The stance beside a term: the newest on the matter, and an answer to a report only where there is no other."""

from __future__ import annotations

import pytest

from nonpaper.drafts import consolidate
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present.material import material
from nonpaper.present.terms import drafts, kin_of

WORDS = "withdraw from the valley. Norvia speaks."


def reading(day: int, stance: Stance) -> Reading:
    term = Provision(span=Span(0, 24), topic="withdrawal", modality="must", draft="12-point")
    position = Position(party="Norvia", topic="withdrawal", stance=stance, basis="self", span=Span(26, len(WORDS)))
    report = Report(id=f"r{day}", path=f"r{day}.txt", outlet=f"Post {day}", published=f"2031-03-0{day}")
    return Reading(report=report, text=WORDS, provisions=(term,), positions=(position,))


def shown(*stances: Stance) -> list[str]:
    """What stands beside the term, of stances on days one after the other."""
    readings = [reading(day, stance) for day, stance in enumerate(stances, start=1)]
    of = material(readings, consolidate(readings), matrix(readings))
    return [s.says for d in drafts(of, kin_of(of)) for t in d.terms for s in t.stands]


@pytest.mark.parametrize("answer", ["denies_report", "denies_knowledge", "no_comment"])
def test_an_answer_to_a_report_takes_no_stance_away(answer: Stance) -> None:
    assert shown("rejects", answer) == shown("rejects")
    assert shown(answer) != shown("rejects")


def test_the_newest_stance_on_the_matter_stands_there() -> None:
    assert shown("rejects", "accepts") == shown("accepts")
