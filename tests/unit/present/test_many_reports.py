"""A page of many reports: the first of each list, the number of the rest, and every link leads somewhere."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime

import pytest

from eval.talks import planted
from nonpaper.dossier.brief import Given, page_of
from nonpaper.dossier.reading import Outcome
from nonpaper.present import BriefView, brief_html, brief_view, most
from nonpaper.present.later import Later
from nonpaper.present.most import ALL, Most, most_of

NOW = datetime(2033, 3, 15, 12, tzinfo=UTC)
READINGS = tuple(planted(number, sentences=10)[1] for number in range(20))
SMALL = Most(listed=3, cell=3, accounts=2, evidence=1, reports=4, terms=3)


@pytest.fixture(scope="module")
def bounded() -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("nonpaper.present.page.most_of", lambda _: SMALL)
        return page_of(Given(outcome=Outcome(readings=READINGS)), now=NOW)


@pytest.fixture(scope="module")
def whole() -> str:
    return page_of(Given(outcome=Outcome(readings=READINGS)), now=NOW)


def anchors(page: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', page))


def test_every_report_and_term_keeps_its_place_on_the_page(bounded: str, whole: str) -> None:
    kept = {anchor for anchor in anchors(whole) if anchor.startswith(("report-", "term-", "draft-"))}
    assert kept <= anchors(bounded)
    assert len(bounded) < len(whole)


@pytest.mark.parametrize("which", ["bounded", "whole"])
def test_every_link_leads_somewhere(which: str, request: pytest.FixtureRequest) -> None:
    page = request.getfixturevalue(which)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= anchors(page) | {"main"}


def test_what_is_not_shown_is_counted(bounded: str, whole: str) -> None:
    shown, all_of_it = (len(re.findall(r'<li id="s-', page)) for page in (bounded, whole))
    told = re.search(r"Their words, party by party.*?</section>", bounded, re.DOTALL)
    assert told
    rest = [int(n) for n in re.findall(r"and (\d+) more: nonpaper brief", told[0])]
    assert shown < all_of_it
    assert shown + sum(rest) == all_of_it
    assert f"The 4 latest of {len(READINGS)} stand above whole" in bounded
    assert " more: " not in whole


def test_small_pages_show_everything() -> None:
    assert most_of(most.WHOLE) == Most()
    assert most_of(most.WHOLE + 1).listed < ALL


def test_the_json_is_whole_whatever_the_page_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nonpaper.present.page.most_of", lambda _: SMALL)
    assert statements(view()) == sum(not p.unsure for r in READINGS for p in r.provisions)
    assert brief_html(view())


def view() -> BriefView:
    from nonpaper.dossier.reading import put_together

    return brief_view(READINGS, *put_together(READINGS), left_out=(), now=NOW)


def statements(of: BriefView) -> int:
    terms = [*(t for d in of.drafts for t in d.terms), *(t for listed in of.outside.values() for t in listed)]
    return sum(len(wordings) for t in terms for _, wordings in t.accounts)


def test_later_is_a_sequence_made_when_looked_at() -> None:
    made: list[int] = []

    def make(item: int) -> str:
        made.append(item)
        return str(item)

    views = Later(range(5), make)
    assert (len(views), made) == (5, [])
    assert (views[1], list(views[3:]), made) == ("1", ["3", "4"], [1, 3, 4])
    assert views == ("0", "1", "2", "3", "4")
    assert views != ("0",)


def test_what_is_no_view_is_no_part_of_the_json() -> None:
    from nonpaper.present.later import made

    assert json.loads(json.dumps(made(Later((1,), str)))) == ["1"]
    with pytest.raises(TypeError, match="no part of a brief"):
        made(object())
