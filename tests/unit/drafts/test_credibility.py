"""Grades by the rules as stated, 1 by a person alone, letters where a person set them; what is called agreed."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from nonpaper.drafts import consolidate, how_known
from nonpaper.errors import CorrectionsError
from nonpaper.judgements import Confirmed, parse_sources
from nonpaper.model.claim import Claim
from nonpaper.model.particular import Particular
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span


def report(
    of: str, value: str = "60,000", *, origins: tuple[str, ...] = (), kind: str = "none", **more: Any
) -> Reading:
    words = f"a limit of {value} on the army"
    copy = (Particular(aspect="copy", span=Span(0, 3), value=of),) if more.pop("copy", False) else ()
    text = more.pop("text", "{} stands in it. ").format(words) + f"{of * 3} " * 40
    start = text.index(words)
    item = Provision(
        span=Span(start, start + len(words)),
        topic="force_limits",
        obligor=("Kessara",),
        value=value,
        draft="22-point",
        claim=0,
        **more,
    )
    claim = Claim(source=(Span(0, 3),), cue=(), content=(Span(start, start + 4),), kind=kind)  # type: ignore[arg-type]
    made = Report(id=of, path=f"{of}.txt", outlet=of, published=None)
    return Reading(report=made, text=text, provisions=(item,), claims=(claim,), origins=origins, particulars=copy)


def grades(*readings: Reading, **more: Any) -> dict[str | None, int]:
    (found,) = how_known(readings, consolidate(readings), **more).credibility.values()
    return {c.value: c.grade for c in found}


@pytest.mark.parametrize(
    ("readings", "grade"),
    [
        ([report("A"), report("B")], 2),
        ([report("A", status="attested")], 2),
        ([report("A", status="published")], 2),
        ([report("A"), report("B"), report("C", "80,000")], 3),
        ([report("A", kind="document_seen", copy=True)], 3),
        ([report("A", kind="unnamed_official", copy=True)], 4),
        ([report("A", kind="document_seen")], 4),
        ([report("A")], 4),
        ([report("A"), report("B", kind="outlet_relay", origins=("A",))], 4),
        ([report("A"), report("C", "80,000")], 4),
        ([report("A"), report("B", "80,000"), report("C", "80,000")], 5),
        ([report("A", origins=("X", "Y"))], 6),
    ],
)
def test_each_rule_gives_its_grade(readings: list[Reading], grade: int) -> None:
    assert grades(*readings)["60,000"] == grade
    assert grades(*readings[::-1])["60,000"] == grade


def test_confirmed_is_a_persons_word_alone() -> None:
    readings = [report(name) for name in "ABCDEFGH"]
    assert grades(*readings)["60,000"] == 2
    assert grades(*readings, confirmed=[Confirmed("B", 0, "Lind, 2031-03-16: read it")])["60,000"] == 1


def test_letters_are_a_persons_and_change_no_grade() -> None:
    readings = (report("A"), report("B"))
    (found,) = how_known(readings, consolidate(readings), reliability={"a": "B"}).credibility.values()
    assert found[0].reliability == ("B", "F")
    (bare,) = how_known(readings, consolidate(readings)).credibility.values()
    assert bare[0].reliability == ("F", "F")
    assert bare[0].grade == found[0].grade


@pytest.mark.parametrize("text", ['"Post" = "G"', '"Post" = 3', "Post = ", '[a]\nb = "A"'])
def test_a_file_of_letters_that_cannot_be_used_says_where(text: str) -> None:
    with pytest.raises(CorrectionsError, match="sources"):
        parse_sources(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Both sides agreed on {}. ", True),
        ("In Merrow {} was agreed. ", True),
        ("The parties have not agreed on {}. ", False),
        ("If both sides agreed on {}, talks would go on. ", False),
        ("Reports that the parties agreed on {} are false. ", False),
        ("{} is on the table. Both sides agreed on lunch. ", False),
    ],
)
def test_agreed_is_what_a_report_calls_so(text: str, *, said: bool) -> None:
    readings = (report("A", text=text),)
    (stands,) = how_known(readings, consolidate(readings)).standing.values()
    assert bool(stands.agreed) is said


def test_an_origin_that_gives_no_figure_does_not_confirm_one() -> None:
    silent = report("B")
    bare = msgspec.structs.replace(silent, provisions=(msgspec.structs.replace(silent.provisions[0], value=None),))
    assert grades(report("A"), silent)["60,000"] == 2
    assert grades(report("A"), bare)["60,000"] == 4
