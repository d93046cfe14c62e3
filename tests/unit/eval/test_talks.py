"""The invented talks that timings are made on: as planted, and like coverage rather than a list of names."""

from __future__ import annotations

from collections import Counter

from eval.talks import planted, reader, report
from nonpaper.drafts import consolidate
from nonpaper.drafts.known import copies
from nonpaper.drafts.versions import versions
from nonpaper.model.reading import Reading

SOME = tuple(planted(number)[1] for number in range(60))


def test_a_report_is_a_function_of_its_number() -> None:
    assert [planted(n) for n in range(10)] == [planted(n) for n in range(10)]
    assert len({reading.report.id for reading in SOME}) == len(SOME)


def test_it_reads_what_is_planted() -> None:
    assert [r for r in reader().read_all((report(n) for n in range(3)), 1) if isinstance(r, Reading)] == list(SOME[:3])


def test_statements_stand_in_the_text() -> None:
    for reading in SOME:
        for item in reading.provisions:
            assert item.claim is not None
            claim = reading.claims[item.claim]
            assert claim.content[0].contains(item.span)
            opens = claim.content[0].quote(reading.text).removesuffix(item.span.quote(reading.text))
            assert ("draft would" if item.presented_as == "draft" else "wants to") in opens


def test_terms_are_told_again_by_others_in_other_words() -> None:
    told = versions(SOME)
    assert [v.name for v in told.versions] == ["28-point"]
    (draft,) = consolidate(told.readings).drafts
    often = [t for t in draft.terms if len({w.report for w in t.wordings}) >= 5]
    assert sum(len({w.quote for w in t.wordings}) > 1 for t in often) >= 5


def test_wire_stories_are_copied_and_others_are_not() -> None:
    numbers = {reading.report.id: number for number, reading in enumerate(SOME)}
    found = Counter(c.kind for c in copies(SOME))
    pairs = [sorted((numbers[c.left], numbers[c.right])) for c in copies(SOME)]
    assert found["exact"] == 6
    assert all(a // 10 == b // 10 and {a % 10, b % 10} <= {0, 6, 7, 8} for a, b in pairs)
    assert len(pairs) >= 18
