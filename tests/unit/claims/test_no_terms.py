"""What looks like a term and is none, and the plain opposite that still is one."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.comparing import head_of, is_compared, newer_from
from nonpaper.claims.provisions.modality import by_force, modality_of
from nonpaper.claims.provisions.no_terms import is_bare, is_cut, news_of_talks, no_term, not_demanded, of_the_talks
from nonpaper.claims.provisions.values import value_of
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war. "
    "Osterland, which mediates, has put a draft agreement before both. "
)


@pytest.mark.parametrize(
    ("said", "cut"),
    [
        ("Talks between Kessara and", True),
        ("the blockade of the port would require", True),
        ("a pull-back from the", True),
        ("let the refugees in", False),
        ("the zone that its troops pulled back from last year", False),
        ("Kessara would open the port", False),
    ],
)
def test_words_that_break_off_are_no_term(said: str, cut: bool) -> None:
    assert is_cut(said) is cut


@pytest.mark.parametrize(
    ("said", "news"),
    [
        ("Talks are to resume after the feast.", True),
        ("The negotiations will go on in the capital on Monday.", True),
        ("Ratification is due by the end of November.", True),
        ("Talks on the status of the island would begin in March.", False),
        ("The army will leave the valley.", False),
        ("Ratification by both assemblies would follow within a month.", False),
    ],
)
def test_how_the_talks_go_on_is_news(said: str, news: bool) -> None:
    assert news_of_talks(said) is news


@pytest.mark.parametrize(
    ("before", "term", "denied"),
    [
        ("Norvia has not demanded ", "an apology", True),
        ("It never asked for ", "the release of the pilots", True),
        ("Its envoy is not yet seeking ", "a pull-back", True),
        ("Aldoria urged Norvia to stop demanding ", "an amnesty", True),
        ("Norvia is no longer demanding ", "the return of the villages", True),
        ("It dropped its demand for ", "an apology", True),
        ("Norvia stopped the convoy, demanding ", "an apology", False),
        ("Norvia has demanded ", "an apology", False),
        ("Norvia will not sign but demands ", "an apology", False),
        ("It has not asked for money, and wants ", "the release of the pilots", False),
    ],
)
def test_what_is_not_demanded_is_no_demand(before: str, term: str, denied: bool) -> None:
    assert not_demanded(before + term, 0, Span(len(before), len(before + term))) is denied


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("the Kessaran militia", True),
        ("Kessara's army", True),
        ("the withdrawal of the Kessaran militia", False),
        ("disarm the Kessaran militia", False),
        ("Kessaran recognition", False),
    ],
)
def test_a_bare_name_is_no_term(said: str, bare: bool) -> None:
    page = page_of(LEAD + said)
    assert is_bare(page, Span(len(LEAD), len(LEAD + said))) is bare


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("Norvia would not be obliged to recognise the enclave", "may"),
        ("Norvia need not disarm its militia", "may"),
        ("Kessara would not have to pay", "may"),
        ("Norvia would not recognise the enclave's army", "must_not"),
        ("Norvia would have to let them in", "must"),
        ("Kessara must allow inspectors into the base", "must"),
        ("Kessara would let them in", "may"),
    ],
)
def test_not_obliged_is_not_forbidden_and_having_to_let_is_no_leave(said: str, modality: str) -> None:
    assert modality_of(said, said, "must") == modality


def test_what_the_words_plainly_say_of_force_overrules_the_model() -> None:
    assert by_force("Norvia would not be required to leave", "must_not") == "may"
    assert by_force("Norvia would have to let them in", "may") == "must"
    assert by_force("Norvia may return", "may") == "may"


@pytest.mark.parametrize(
    ("said", "head", "compared"),
    [
        ("to leave by 20 October, not by 5 October as in the earlier version", "to leave by 20 October", False),
        ("caps it at 50,000, down from 65,000 in the August version", "caps it at 50,000", False),
        ("three weeks rather than the two in the spring draft", "three weeks", False),
        ("caps it at 50,000, similar to the accord of the north", None, True),
        ("in the August version the cap is 65,000", None, True),
    ],
)
def test_what_a_term_is_set_against_makes_it_no_comparison(said: str, head: str | None, compared: bool) -> None:
    assert (head_of(said), is_compared(said)) == (head or said, compared)


def test_the_newer_texts_clause_is_the_term_where_two_are_told() -> None:
    said = "The old text capped the army at 600,000, whereas the new text raises it to 800,000."
    assert newer_from(said) == said.index("the new text")
    stated = [(p.value, p.presented_as) for p in find_provisions(page_of(LEAD + said), ())]
    assert ("800,000", "draft") in stated
    assert ("600,000", "draft") not in stated


@pytest.mark.parametrize(
    ("said", "old", "new"),
    [
        (
            "The earlier 28-point version capped the army at 60,000, whereas the new 19-point text raises it to 80,000",
            "60,000",
            "80,000",
        ),
        (
            "The earlier draft limited the army to 60,000 men; the new one limits it to 80,000 men",
            "60,000",
            "80,000",
        ),
        (
            "The old text limited the army to 60,000, while the new version allows an army of 80,000",
            "60,000",
            "80,000",
        ),
        (
            "While the previous draft held the army to 60,000 men, the latest one caps the army at 80,000",
            "60,000",
            "80,000",
        ),
        (
            "In the older draft the army was capped at 60,000, but under the new draft it would be capped at 80,000",
            "60,000",
            "80,000",
        ),
        (
            "The old draft had Norvia pay $5bn in reparations; the new draft limits reparations to $3bn",
            "$5bn",
            "$3bn",
        ),
    ],
)
def test_an_older_texts_clause_is_a_comparison_and_the_newer_ones_a_term(said: str, old: str, new: str) -> None:
    stated = [(p.value, p.presented_as) for p in find_provisions(page_of(f"{LEAD}{said}."), ())]
    assert stated == [(old, "comparison"), (new, "draft")]


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("The old draft limited reparations to $5bn; the new one halves that sum.", "reparations"),
        ("The earlier text capped the army at 60,000, whereas the new one raises it to 80,000.", "force_limits"),
        ("The old draft limited reparations to $5bn; the new one caps the army at 80,000.", "force_limits"),
    ],
)
def test_a_newer_clause_that_names_nothing_is_about_what_the_older_one_is(said: str, topic: str) -> None:
    stated = [p.topic for p in find_provisions(page_of(LEAD + said), ()) if p.presented_as == "draft"]
    assert stated == [topic]


@pytest.mark.parametrize(
    "said",
    [
        "The earlier draft, the new text and the annex all cap the army at 50,000.",
        "Unlike the old draft, the new one caps the army at 50,000.",
        "The new draft caps the army at 50,000, whereas the old one capped it at 60,000.",
        "The first accord would free 50 captives; the later accord would free the others.",
        "The old text capped the army at 60,000, whereas the government needs 80,000.",
    ],
)
def test_no_two_texts_are_told_where_the_older_ones_clause_is_not_first(said: str) -> None:
    assert newer_from(said) is None


@pytest.mark.parametrize(
    ("said", "obligor", "beneficiary"),
    [
        ("Under the draft Osterland would guarantee that Norvia withdraws from the valley.", ("Norvia",), ()),
        ("Under the draft Norvia would withdraw from the valley.", ("Norvia",), ()),
        ("Under the draft Norvia would have to let the refugees in.", ("Norvia",), ()),
        ("Under the draft Kessaran becomes an official language in the valley.", (), ()),
    ],
)
def test_who_is_bound(said: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]) -> None:
    (term, *_) = find_provisions(page_of(LEAD + said), ())
    assert (term.obligor, term.beneficiary) == (obligor, beneficiary)


def test_a_demand_for_its_own_serves_the_one_who_demands_it() -> None:
    (term, *_) = find_provisions(page_of(LEAD + "Kessara wanted an amnesty for its members."), ())
    assert (term.presented_as, term.obligor, term.beneficiary) == ("demand", (), ("Kessara",))


def test_how_many_speak_is_no_value() -> None:
    assert value_of("two Western officials said the port would reopen") is None
    assert value_of("two bases would close") == "two"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Norvia said it needed a week to study the paper.", "a week to study the paper"),
        ("Norvia asked for more time to read it.", "more time to read it"),
        ("Norvia's version mentions no end to aid.", "no end to aid"),
    ],
)
def test_time_to_read_and_what_is_not_mentioned_are_no_terms(said: str, words: str) -> None:
    page = page_of(said)
    at = said.index(words)
    assert no_term(page, Span(0, len(said)), Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("Norvia would get a week to leave the port.", "a week to leave the port"),
        ("The draft allows no end to aid.", "no end to aid"),
        ("Norvia's version mentions an end to aid.", "an end to aid"),
    ],
)
def test_their_plain_opposites_are_terms(said: str, words: str) -> None:
    page = page_of(said)
    at = said.index(words)
    assert not no_term(page, Span(0, len(said)), Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("said", "is_news"),
    [
        ("Talks on the ceasefire resume on Friday, mediators said.", True),
        ("Peace talks reconvene in Osterland next week.", True),
        ("Talks on the second phase start on the 16th day.", False),
        ("Talks towards a treaty shall open no later than 8 August.", False),
    ],
)
def test_when_talks_resume_is_news_and_when_they_are_to_open_a_term(said: str, is_news: bool) -> None:
    page = page_of(said)
    whole = Span(0, len(said) - 1)
    assert of_the_talks(page, Span(0, len(said)), whole) is is_news


@pytest.mark.parametrize(
    ("before", "words", "none"),
    [
        ("The draft is silent on the mill, which Norvia has wanted back for ", "three years", True),
        ("The draft bars flights over the mill for ", "three years of drought", False),
        ("The draft is rejected by ", "the trade minister, Ada Lorn", True),
        ("The draft removes ", "the trade minister, Ada Lorn, from the board", False),
    ],
)
def test_how_long_it_was_wanted_and_who_holds_an_office_are_no_terms(before: str, words: str, none: bool) -> None:
    page = page_of(LEAD + before + words + ".")
    start = page.text.index(words, len(LEAD) + len(before))
    span = Span(start, start + len(words))
    assert no_term(page, Span(len(LEAD), len(page.text)), span) is none
