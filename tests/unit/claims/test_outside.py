"""What stands outside a text: not required, not agreed, only asked, polled or taken back; and the plain opposites."""

from __future__ import annotations

import pytest

from nonpaper.claims.gazetteer import mentions
from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.claims.gazetteer.misread import well_read
from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.modality import modality_of
from nonpaper.claims.provisions.outside import outside
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.values import value_of
from nonpaper.claims.who import parties_of
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war. "
    "Osterland, which mediates, has put a draft agreement before both. "
)


def stands_outside(said: str, term: str) -> bool:
    page = page_of(LEAD + said)
    start = page.text.index(term, len(LEAD))
    return outside(page, Span(len(LEAD), len(page.text)), Span(start, start + len(term)))


@pytest.mark.parametrize(
    ("said", "term", "is_outside"),
    [
        ("The draft would not, as was said before, require Norvia to disarm", "Norvia to disarm", True),
        ("The draft stops short of requiring Norvia to leave the dam", "Norvia to leave the dam", True),
        ("The text neither obliges Norvia to leave the dam nor pays it", "Norvia to leave the dam", True),
        ("No clause of the draft requires Norvia to leave the dam", "Norvia to leave the dam", True),
        ("The draft does not require Norvia to disarm, but to pull its guns back", "to pull its guns back", False),
        ("The draft would require Norvia to leave the dam", "Norvia to leave the dam", False),
        ("Under the draft, Norvia would not demand reparations", "Norvia would not demand reparations", False),
        ("It is not clear whether the troops would leave the valley", "the troops would leave the valley", True),
        ("The troops would leave whether or not the vote is held", "The troops would leave", False),
        ("Not in the draft: recognition of the border", "recognition of the border", True),
        ("Not agreed: return of the fighters to barracks", "return of the fighters to barracks", True),
        ("Agreed: return of the fighters to barracks", "return of the fighters to barracks", False),
        ("61 per cent of respondents would accept a truce", "respondents would accept a truce", True),
        ("A majority of voters must approve the border under the draft", "must approve the border", False),
        ("Neither Norvia nor Kessara will accept the amnesty", "Neither Norvia nor Kessara will accept", True),
        ("Norvia will not, however, tolerate the deployment of missiles", "the deployment of missiles", True),
        ("Norvia would accept a cap of 50 missiles under the draft", "accept a cap of 50 missiles", False),
        ("Reports that Norvia will leave the dam are without foundation", "Norvia will leave the dam", True),
        ("Reports that Norvia will leave the dam reached the envoy", "Norvia will leave the dam", False),
        ("The ministry: no comment", "The ministry: no comment", True),
        ("Point 4: no foreign troops in the valley", "no foreign troops in the valley", False),
    ],
)
def test_what_is_outside_a_text_and_what_is_in_it(said: str, term: str, *, is_outside: bool) -> None:
    assert stands_outside(said, term) is is_outside


def test_what_a_correction_takes_back_is_no_term() -> None:
    told = "The same article said that the draft sets the limit at six miles. It is twelve."
    assert stands_outside(f"A correction. {told}", "the limit at six miles")
    assert not stands_outside(told, "the limit at six miles")


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("Police, not soldiers, would guard the warehouses", "must"),
        ("Aid would be delivered by the fund and not by the army", "must"),
        ("Norvia would withdraw to the river, not to the dam", "must"),
        ("Norvia would leave the valley whether or not the vote is held", "must"),
        ("Soldiers would not guard the warehouses", "must_not"),
        ("Neither force would be required to give up its guns", "may"),
        ("Nobody would be obliged to leave the valley", "may"),
        ("Neither side would station troops in the valley", "must_not"),
        ("Norvia would let 20 prisoners go", "must"),
        ("Norvia would let them fish", "may"),
    ],
)
def test_a_contrast_forbids_nothing_and_who_need_not_is_free(said: str, modality: str) -> None:
    assert modality_of(said, said, "must") == modality


@pytest.mark.parametrize(
    ("said", "presented"),
    [
        ("Under the draft, neither side would be required to give up heavy weapons.", {"draft"}),
        ("Kessara required the withdrawal of the troops.", {"demand"}),
        ("Under the accord of 2019 Norvia was required to withdraw its troops.", {"comparison"}),
    ],
)
def test_of_whom_a_thing_is_required_demands_nothing(said: str, presented: set[str]) -> None:
    assert {p.presented_as for p in find_provisions(page_of(LEAD + said), ())} <= presented


def test_each_side_s_share_of_one_verb_stands_apart() -> None:
    text = "Kessara's army would leave within 30 days and Norvia's within 60"
    assert (
        next(t.quote(text) for t in terms_in(text, Span(0, len(text)))) == "Kessara's army would leave within 30 days"
    )


def test_a_year_in_which_something_was_done_is_no_value() -> None:
    assert value_of("nobody would be tried for what was done before 2022") is None
    assert value_of("the vote would be held before 2027") == "2027"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Greek-speaking side agreed.", []),
        ("The Greek side agreed.", ["Greece"]),
        ("The letter was translated from the French.", []),
        ("The French agreed.", ["France"]),
        ("The Carriers' Alliance met, and the Alliance struck.", []),
        ("NATO met, and the Alliance agreed.", ["NATO", "NATO"]),
    ],
)
def test_a_language_is_no_state_and_the_alliance_is_natos_only_where_it_is_named(text: str, names: list[str]) -> None:
    assert [m.party for m in well_read(text, mentions(text)) if m.party] == names


@pytest.mark.parametrize(
    ("before", "words", "party"),
    [
        ("Norvia says two miles; ", "the rebels", ()),
        ("Norvia says two miles; ", "the government", ("Norvia",)),
        ("The United Nations sent a paper. ", "The government", ()),
        ("The ministry has no quarrel with Norvia. ", "It", ()),
        ("Norvia has no quarrel with the ministry. ", "It", ("Norvia",)),
    ],
)
def test_whom_the_group_the_government_and_it_cannot_mean(before: str, words: str, party: tuple[str, ...]) -> None:
    page = page_of(f"{LEAD}\n\n{before}{words} want more.")
    at = page.text.index(words, len(LEAD) + 2 + len(before))
    assert parties_of(page, Span(at, at + len(words))) == party


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("The Norvian side left. Norvian Kessarans stayed.", False),
        ("The Norvian delegation left. Norvian Kessarans stayed.", False),
        ("The Norvian army left. Norvian Kessarans stayed.", True),
        ("The Norvian side left. Kessarans stayed.", True),
    ],
)
def test_a_side_may_be_a_state_or_those_of_its_people_elsewhere(said: str, named: bool) -> None:
    def name(words: str, party: str) -> Mention:
        start = said.index(words)
        return Mention(span=Span(start, start + len(words)), name=words, party=party, kind="adjective")

    people = [name("Norvian Kessarans", "Norvian Kessarans")] if "Norvian Kessarans" in said else []
    found = [m.party for m in well_read(said, [name("Norvian", "Norvia"), *people])]
    assert ("Norvia" in found) is named
