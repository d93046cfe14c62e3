"""A yes that waits for what another does first, and stances of several sentences in one quotation."""

from __future__ import annotations

import msgspec
import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.deeds import awaiting
from nonpaper.claims.stances.seen import WHICH, seen_stances
from nonpaper.claims.terms import RawStance
from nonpaper.model.span import Span
from tests.unit.claims.told import LEAD, stated_after

ENVOY = "Kessara's envoy"


def spoken(content: str) -> list[tuple[str, str]]:
    """The stances that Kessara's envoy takes by some words, with the words."""
    said = f"{ENVOY} said {content}"
    stated = stated_after(LEAD, said, (ENVOY, "said", content, "unnamed_official", "Kessara"))
    return [(p.stance, p.span.quote(LEAD + said)) for p in stated]


@pytest.mark.parametrize(
    ("words", "stance"),
    [
        ("to free the men as soon as the siege ends", "offers_if"),
        ("to free the men the moment the siege ends", "offers_if"),
        ("to free the men the day the siege ends", "offers_if"),
        ("to free the men the day after the feast", "offers"),
        ("to free the men only after a vote", "offers_if"),
        ("to free the men after a year of calm, and no sooner", "offers_if"),
        ("to free the men after the feast", "offers"),
        ("to free the men once the siege ends", "offers_if"),
        ("to free the men at once", "offers"),
        ("to free the men once more", "offers"),
    ],
)
def test_an_offer_that_waits_for_another_is_one_on_that_condition(words: str, stance: str) -> None:
    assert awaiting(words, "offers") == stance


def test_only_a_yes_or_an_offer_is_tied() -> None:
    assert awaiting("will not leave until noon", "rejects") == "rejects"


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("its government would go to a panel if Norvia drops the suit over the border", "accepts_if"),
        ("its government would go to the border", None),
        ("it would return to the table the day Norvia frees the prisoners", "offers_if"),
        ("it would return to the table", "welcomes_process"),
        ("its country would let inspectors back in if Norvia paid for the mines", "offers_if"),
        ("its army would withdraw its guns in exchange for the prisoners", "offers_if"),
        ("its country would let inspectors back in", "offers"),
        ("its country would let nobody back in", None),
        ("its men will hand in their rifles when the last prisoner is home, and not an hour before", "offers_if"),
        ("its men will be tired when the last prisoner is home", None),
        ("its men would keep off the border road", "offers"),
        ("its men would keep on the border road", None),
        ("its army would stop the shelling of the border", "offers"),
        ("its government would withdraw its observers from the border", None),
        ("its government would sign if parliament agreed", "accepts_ad_referendum"),
    ],
)
def test_what_a_side_would_do(content: str, stance: str | None) -> None:
    assert [found for found, _ in spoken(content)] == ([stance] if stance else [])


def test_two_sentences_of_a_quotation_show_two_stances() -> None:
    found = spoken("“We can live with a buffer zone. We cannot live with an amnesty.”")
    assert [stance for stance, _ in found] == ["accepts_in_principle", "rejects"]


def test_what_is_said_and_what_is_said_besides_are_two_stances() -> None:
    found = spoken("that the amnesty was unacceptable and that it would sign the ceasefire")
    assert [stance for stance, _ in found] == ["rejects", "accepts"]
    assert len(spoken("that the amnesty and that siege were unacceptable")) == 1


def test_a_sentence_that_refers_back_shows_none_of_its_own() -> None:
    assert len(spoken("“We welcome the talks on an amnesty. That is a red line.”")) == 1


def test_what_is_complained_of_next_is_not_quoted_with_what_is_said_first() -> None:
    found = spoken("its people stood by every article and, for good measure, complained that the flour was late")
    assert found == [("accepts", "its people stood by every article")]
    found = spoken("its people stood by every article and, for good measure, the annex")
    assert found == [("accepts", "its people stood by every article and, for good measure, the annex")]


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Kessara's army will march on the port if Norvia keeps the prisoners", True),
        ("Kessara's delegation would attend a further round if Norvia frees the prisoners", False),
    ],
)
def test_what_gives_something_is_no_plain_threat(said: str, sure: bool) -> None:
    text = LEAD + said + "."
    at = Span(len(LEAD), len(LEAD) + len(said))
    holder = Span(len(LEAD), len(LEAD) + len("Kessara"))
    sight = RawStance(
        span=at,
        sure=0.95,
        stance="threatens",
        stance_sure=0.95,
        basis="reporter",
        holder=holder,
        topics=(("prisoners", 0.9),),
    )
    (found,) = seen_stances(page_of(text), [sight], [])
    assert (WHICH not in found.doubts) is sure


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Kessara's minister would not hear a word of the amnesty", True),
        ("Kessara's minister called the amnesty a purse with a hole", False),
    ],
)
def test_a_no_of_the_model_is_plain_only_in_words_that_refuse(said: str, sure: bool) -> None:
    text = LEAD + said + "."
    at = Span(len(LEAD), len(LEAD) + len(said))
    holder = Span(len(LEAD), len(LEAD) + len("Kessara"))
    sight = RawStance(
        span=at, sure=0.95, stance="rejects", stance_sure=0.95, basis="self", holder=holder, topics=(("amnesty", 0.9),)
    )
    (found,) = seen_stances(page_of(text), [sight], [])
    assert (WHICH not in found.doubts) is sure
    (plainer,) = seen_stances(page_of(text), [msgspec.structs.replace(sight, stance_sure=0.99)], [])
    assert WHICH not in plainer.doubts


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Kessara's minister rejected the amnesty", ["rejects"]),
        ("Kessara's minister found the amnesty long", []),
    ],
)
def test_where_the_model_is_unsure_of_the_class_the_words_tell_it_and_it_waits(said: str, stances: list[str]) -> None:
    text = LEAD + said + "."
    at = Span(len(LEAD), len(LEAD) + len(said))
    holder = Span(len(LEAD), len(LEAD) + len("Kessara"))
    sight = RawStance(
        span=at, sure=0.9, stance="criticises", stance_sure=0.4, basis="self", holder=holder, topics=(("amnesty", 0.9),)
    )
    found = list(seen_stances(page_of(text), [sight], []))
    assert [p.stance for p in found] == stances
    assert all(WHICH in p.doubts for p in found)
