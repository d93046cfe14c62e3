"""One pattern of many words against the plain alternation, longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.gazetteer.alternation import any_case_of, any_of

words = st.lists(st.text("abcABC .-", min_size=1, max_size=5), min_size=1, max_size=8)


def plain(choices: list[str]) -> str:
    return "|".join(sorted((re.escape(w).replace(r"\ ", r"[ \n]") for w in choices), key=len, reverse=True))


@given(words, st.text("abcABC .-\n", max_size=30))
def test_the_trie_matches_what_the_plain_alternation_matches(choices: list[str], text: str) -> None:
    slow = re.findall(rf"(?<!\w)(?:{plain(choices)})(?!\w)", text)
    assert re.findall(rf"(?<!\w)(?:{any_of(choices)})(?!\w)", text) == slow


@given(words, st.text("abcABC .-\n", max_size=30))
def test_so_it_does_without_regard_to_case(choices: list[str], text: str) -> None:
    slow = re.findall(rf"(?<!\w)(?i:{plain(choices)})(?!\w)", text)
    assert re.findall(rf"(?<!\w)(?:{any_case_of(choices)})(?!\w)", text) == slow


def test_letters_that_fold_to_the_same_are_matched_as_before() -> None:
    for word, said in (("king", "\u212aing"), ("state", "ſtate"), ("island", "İsland"), ("élan", "Élan")):
        assert re.fullmatch(f"(?i:{word})", said)
        assert re.fullmatch(any_case_of([word]), said)
