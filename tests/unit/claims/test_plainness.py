"""A sight need not be as plain beside others of the same text, in a report about talks, as it must be alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from nonpaper.claims.about import about, outweighs
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.provisions.comparing import is_likened
from nonpaper.claims.provisions.plainness import PLAIN, PLAIN_OTHER, of_a_text, presented_from, topic_is_plain
from nonpaper.claims.terms import RawTerm
from tests.unit.claims.sights import plain_sight

TERM = "Norvia sells the old mill"
OF_TALKS = "The truce was read at the peace talks by the envoys of both. "
FILLER = "The square was full of people, and the band played on. "


def _page(before: str, *, of_talks: bool = True) -> tuple[Page, RawTerm]:
    """A long report whose talks are far from the term, which stands behind some words."""
    page = page_of(
        (OF_TALKS * 4 if of_talks else FILLER) + "\n\n" + "\n\n".join([FILLER] * 60) + f"\n\n{before}{TERM}."
    )
    return page, replace(plain_sight(page, TERM, "draft", "territory"), sure=0.8)


def test_beside_another_a_text_need_not_be_as_plain() -> None:
    page, term = _page("")
    assert presented_from(page, term, in_company=True) < PLAIN
    assert presented_from(page, term, in_company=False) == PLAIN


@pytest.mark.parametrize(
    "change",
    [{"sure": 0.7}, {"text_status": "dropped"}, {"presented_as": "demand"}],
    ids=["faint", "dropped", "demand"],
)
def test_a_faint_sight_and_what_is_not_in_the_text_must_be_as_plain_as_alone(change: dict[str, object]) -> None:
    page, term = _page("")
    assert presented_from(page, replace(term, **change), in_company=True) in (PLAIN, PLAIN_OTHER)


def test_so_must_what_somebody_says_on_his_own_and_a_report_of_other_news() -> None:
    page, term = _page("In the end, he notes, ")
    assert presented_from(page, term, in_company=True) == PLAIN
    page, term = _page("", of_talks=False)
    assert presented_from(page, term, in_company=True) == PLAIN


def test_a_plain_sight_stands_for_a_text_that_is_named_far_away() -> None:
    page, term = _page("")
    assert of_a_text(page, term, plain_topic=True)
    assert not of_a_text(page, term, plain_topic=False)
    assert not of_a_text(page, replace(term, presented_sure=0.8), plain_topic=True)
    page, term = _page("", of_talks=False)
    assert not of_a_text(page, term, plain_topic=True)


def test_the_likeliest_topic_is_enough_for_a_sure_sight_near_its_text() -> None:
    page, term = _page("The draft was read. ")
    assert topic_is_plain(page, term, 0.4)
    assert not topic_is_plain(page, replace(term, sure=0.6), 0.4)
    assert not topic_is_plain(page, term, 0.3)
    far, term = _page("")
    assert not topic_is_plain(far, term, 0.4)


@pytest.mark.parametrize(
    ("before", "likened"),
    [
        ("It is a formula that recalls the pact of Aldor, where", True),
        ("The council would be modelled on", True),
        ("The council is modelled on the diet of Aldor, in which", True),
        ("The envoy recalls that", False),
        ("The envoy recalls the pact; under it", False),
    ],
)
def test_what_the_text_is_likened_to_is_not_in_it(before: str, likened: bool) -> None:
    assert is_likened(before) is likened


def test_the_model_outweighs_words_that_name_nothing_strongly() -> None:
    assert outweighs((("withdrawal", 0.8),), "the garrison sells its horses")
    assert not outweighs((("withdrawal", 0.5),), "the garrison sells its horses")
    assert not outweighs((("withdrawal", 0.99),), "an amnesty for the garrison")


def test_a_sure_model_stands_against_one_strong_word() -> None:
    words = "an amnesty for the smugglers"
    assert about(words, (("accountability", 0.97),))[0] == "accountability"
    assert about(words, (("accountability", 0.6), ("amnesty", 0.3)))[0] == "amnesty"
