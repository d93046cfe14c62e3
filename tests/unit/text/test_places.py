"""Where words stand: patterns tried there alone find what they find anywhere; the rest is passed over."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.calendar.dates import _DAY, DATING
from nonpaper.claims.gazetteer.shapes import NAME, PERSON
from nonpaper.claims.page import Page, found_in
from nonpaper.claims.provisions import cues as provisions
from nonpaper.claims.stances import cues as stances
from nonpaper.model.span import Span
from nonpaper.text.openings import ANY, openings
from nonpaper.text.places import NONE, Places, firsts

_WORDS = st.sampled_from(
    ["the", "The", "of", "Oda Kell", "Kell", "McVree", "Prime", "prime minister", "é", "X.", "-", ",", "’s", "a_b"]
)
_TEXTS = st.lists(st.tuples(_WORDS, st.sampled_from([" ", "\n", "", "  "]))).map(
    lambda parts: "".join(w + gap for w, gap in parts)
)
_NAMED = re.compile(rf"\b(?:[Pp]rime[ \n]minister[ \n])?(?P<name>{NAME})(?:[ \n]of|[’']s)?|\b(?:P|p)rime\b")
_PERSONS = re.compile(rf"\b(?P<name>{PERSON})")


@given(_TEXTS)
def test_what_is_tried_where_words_begin_is_what_is_found_anywhere(text: str) -> None:
    found = Places(text).found(_NAMED, firsts(["prime minister"]), named=True)
    assert [m.span() for m in found] == [m.span() for m in _NAMED.finditer(text)]
    found = Places(text).found(_PERSONS, NONE, named=True)
    assert [m.span() for m in found] == [m.span() for m in _PERSONS.finditer(text)]


def _listed() -> list[tuple[str, re.Pattern[str], frozenset[str]]]:
    lists = [
        (name, stances.pattern(name, "say"), stances.begins(name, "say")) for name in ("not_a_stance", "not_asserted")
    ]
    barred = provisions.starts("not_a_term", "frame"), provisions.begins("not_a_term", "frame")
    return [*lists, ("not_a_term", *barred)]


@pytest.mark.parametrize(
    ("name", "pattern", "begins"), _listed(), ids=lambda given: given if isinstance(given, str) else ""
)
def test_what_a_list_has_in_a_sentence_is_found_where_its_openings_are(
    name: str, pattern: re.Pattern[str], begins: frozenset[str]
) -> None:
    @given(st.from_regex(pattern), st.sampled_from(["", "Ist ", "“", "no"]))
    def holds(said: str, before: str) -> None:
        text = before + said
        anywhere, there = pattern.search(text), found_in(Page(text=text), Span(0, len(text)), pattern, begins)
        assert "?" in text or (anywhere and anywhere.span()) == (there and there.span()), name

    holds()


@given(st.from_regex(_DAY), st.text(max_size=5))
def test_a_sentence_that_dates_is_told_by_its_words(said: str, before: str) -> None:
    text = f"{before} {said}"
    assert not _DAY.search(text) or Places(text).may_hold(DATING, 0, len(text)) or text.count("-") > 1


@pytest.mark.parametrize("table", ["said", "cue", "does", "done"])
def test_a_row_of_stances_finds_with_what_is_held_what_it_finds_as_a_whole(table: str) -> None:
    for row in stances.table(table):
        for other in stances.data()[table]:
            for say in other["say"]:
                words = re.sub(r"\(\?<?[!=][^()]*\)|\\[bBwWs]|[()?:*+.{}\[\]^$|\\]", " ", say)
                cue = row.cue(stances.openings_in(words))
                held = cue.search(words) if cue else None
                whole = row._whole.search(words)
                assert (held.span() if held else None) == (whole.span() if whole else None)
                there = row.search(words, stances.begun_in(words))
                assert (there.span() if there else None) == (whole.span() if whole else None)


def test_openings_are_read_off_what_is_plain_and_anything_else_may_begin_with_anything() -> None:
    assert openings(["(?:has |have )?(?:not|no one) spoken"]) == {"has", "hav", "not", "no "}
    nested = r"(?!no\b)(?:it\b|(?:(?:an|the) )?(?:plan|draft(?: text)?))"
    assert openings([nested]) == {"it ", "an ", "the", "pla", "dra"}
    assert openings([r"^\W*fake"]) == openings(["a?"]) == openings(["re.?"]) == ANY
    assert Places("no word").may_hold(ANY, 0, 7)
    assert not Places("…").may_hold(ANY, 0, 1)
