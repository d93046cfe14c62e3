"""Accounts of one term: equal amounts together however they are written, others side by side."""

from __future__ import annotations

from nonpaper.drafts.accounts import accounts
from nonpaper.model.draft import Wording
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span


def told(*said: tuple[str, str | None]) -> list[tuple[str | None, list[str]]]:
    """The accounts of wordings given as (words, value), each as its value and its words."""
    wordings = [
        Wording(
            report=f"r{at}",
            index=0,
            quote=words,
            provision=Provision(span=Span(0, len(words)), topic="force_limits", value=value),
        )
        for at, (words, value) in enumerate(said)
    ]
    return [(a.value, [w.quote for w in a.wordings]) for a in accounts(wordings)]


def test_an_amount_in_words_and_in_figures_is_one_account() -> None:
    assert told(("an army of 60,000", "60,000"), ("sixty thousand soldiers", None)) == [
        ("60,000", ["an army of 60,000", "sixty thousand soldiers"])
    ]


def test_half_and_a_number_stand_side_by_side() -> None:
    assert [value for value, _ in told(("cut by half", "half"), ("60,000", "60,000"), ("80,000", "80,000"))] == [
        "60,000",
        "80,000",
        "half",
    ]


def test_without_a_figure_it_stands_with_the_only_account_or_by_itself() -> None:
    assert told(("60,000 men", "60,000"), ("a limit", None)) == [("60,000", ["60,000 men", "a limit"])]
    assert told(("60,000 men", "60,000"), ("half of it", "half"), ("a limit", None))[-1] == (None, ["a limit"])


def test_amounts_that_no_value_notes_differ_in_their_own_words() -> None:
    assert told(("a truce of sixty days", None), ("a pause of two months", None), ("ninety days of calm", None)) == [
        ("sixty days", ["a truce of sixty days", "a pause of two months"]),
        ("ninety days", ["ninety days of calm"]),
    ]


def test_a_value_that_is_no_amount_is_compared_as_it_stands() -> None:
    assert [value for value, _ in told(("de facto rule", "de facto"), ("De Facto rule", "De Facto"))] == ["de facto"]
