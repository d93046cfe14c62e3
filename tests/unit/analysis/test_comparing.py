"""Which terms of two drafts are one, by a table of words, against asking each pair."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.analysis.comparing import same_terms
from nonpaper.drafts.match import ALIKE, alike
from nonpaper.model.draft import Account, Term, Wording
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.remembered import Memory

WORDS = ("Kessara", "must", "open", "its", "port", "to", "all", "ships", "not", "troops")
quotes = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
drafts = st.lists(st.lists(quotes, min_size=1, max_size=3), max_size=4)


def terms(of_each: list[list[str]], draft: str) -> list[Term]:
    return [
        Term(
            id=f"{draft}-{n}",
            topic="navigation_trade",
            accounts=(Account(value=None, wordings=tuple(map(wording, listed))),),
        )
        for n, listed in enumerate(of_each)
    ]


def wording(quote: str) -> Wording:
    stated = Provision(span=Span(0, len(quote)), topic="navigation_trade")
    return Wording(report="a", index=0, provision=stated, quote=quote)


@given(st.lists(st.tuples(drafts, drafts), min_size=1, max_size=3))
def test_terms_are_one_where_any_two_of_their_wordings_are_alike(
    rounds: list[tuple[list[list[str]], list[list[str]]]],
) -> None:
    memory = Memory()
    for ours, theirs in rounds:
        left, right = terms(ours, "new"), terms(theirs, "old")
        slowly = [tuple(other for other in right if like(term, other)) for term in left]
        assert list(same_terms("navigation_trade", left, right)) == slowly
        with memory.remembering():
            assert list(same_terms("navigation_trade", left, right)) == slowly


def like(term: Term, other: Term) -> bool:
    return any(alike(one, two) >= ALIKE for one in term.quotes for two in other.quotes)
