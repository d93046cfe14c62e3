"""What has a verb of stance and is none: a thing denied, a jest, a bid, a wish; each with near opposites."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.turned.upright import upright
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span
from tests.unit.claims.told import LEAD, told


def kessara(said: str) -> set[str]:
    """What Kessara states in a report that says so."""
    return {stance for party, stance in told(said) if party == "Kessara"}


def stands(said: str, stance: Stance) -> bool:
    """Whether a sentence in which a stance of Kessara's was seen leaves it one that is stated."""
    text = LEAD + said
    made = Position(party="Kessara", topic="plan", stance=stance, basis="self", span=Span(len(LEAD), len(text) - 1))
    return any(not p.unsure for p in upright(page_of(text), [made]))


@pytest.mark.parametrize(
    "said",
    [
        "Kessara denied two historians entry.",
        "Kessara denied a television crew the use of the lift.",
        "Kessara denied it a second boiler.",
        "Kessara's envoy was denied a seat on the tram.",
        "Kessara's ministry dismissed two colonels over a contract for boots.",
    ],
)
def test_who_is_denied_a_thing_denies_no_report(said: str) -> None:
    assert not stands(said, "denies_report")


@pytest.mark.parametrize(
    "said",
    [
        "Kessara denied the report.",
        "Kessara denied the claim the same day.",
        "Kessara denied it a second time.",
        "Kessara denies it has given up the border.",
        "Kessara denied that two historians had entry.",
        "Kessara denied two historians entry and denied that it had seen the draft.",
        "Kessara's ministry dismissed the report as false.",
    ],
)
def test_a_report_is_denied(said: str) -> None:
    assert stands(said, "denies_report")


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara's envoy had threatened on Thursday to sink the ferry.", "threatens"),
        ("Kessara had rejected the draft last year.", "rejects"),
    ],
)
def test_what_had_been_done_by_a_day_is_not_stated(said: str, stance: Stance) -> None:
    assert not stands(said, stance)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara had offered a transition of ten years.", "offers"),
        ("Kessara's envoy threatened on Thursday to sink the ferry.", "threatens"),
        ("Kessara rejected the draft on Thursday.", "rejects"),
        ("Kessara had rejected the draft on Thursday, its envoy said.", "rejects"),
    ],
)
def test_what_is_done_is_stated(said: str, stance: Stance) -> None:
    assert stands(said, stance)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara's chairman called on Norvia and the monks alike to sign.", "demands"),
        ("Kessara's envoy urged Norvia to embrace the draft.", "demands"),
        ("Both sides should sign before the feast, Kessara's envoy urged.", "demands"),
        ("Kessara demanded patience of reporters.", "demands"),
        ("Kessara demanded a larger table, and got one.", "demands"),
        ("Kessara's envoy asked for a bigger chart.", "demands"),
        ("Kessara's envoy, asked for a word, smiled.", "demands"),
        ("A comedian in Kessara offered to take the border.", "offers"),
        ("The premier of Kessara advised Norvia to accept.", "accepts"),
        ("Kessara agreed on Sunday to differ.", "accepts"),
        ("Kessara's envoy agreed with nothing.", "accepts"),
        ("Kessara rejected the word “surrender”.", "rejects"),
        ("The word “surrender” Kessara rejected.", "rejects"),
        ("Kessara rejected a reporter's second question.", "rejects"),
        ("Kessara's envoy accepted a plate of cherries.", "accepts"),
        ("Kessara refused an umbrella.", "rejects"),
        ("Kessara's envoy threatens to retire every year.", "threatens"),
        ("To Kessara he said that the road would be closed unless Norvia signed.", "threatens"),
        ("It hoped that Norvia would reject the draft.", "rejects"),
        ("“My grandmother would accept the draft,” Kessara's envoy said.", "accepts"),
        ("“We accept everything, the moon included,” Kessara's envoy said.", "accepts"),
        ("Kessara's envoy cannot rule out that he will have a cold.", "reserves"),
        ("Kessara's envoy said that if the mast fell the town would be dark.", "threatens"),
    ],
)
def test_a_bid_a_comfort_a_word_or_a_jest_is_no_stance(said: str, stance: Stance) -> None:
    assert not stands(said, stance)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara called on Norvia to sign and demanded a ceasefire.", "demands"),
        ("Norvia should leave the valley, Kessara's envoy demanded.", "demands"),
        ("Kessara demanded a larger share of the water.", "demands"),
        ("Kessara demanded a ceasefire.", "demands"),
        ("A minister in Kessara rejected the draft; Kessara rejects the draft.", "rejects"),
        ("Kessara agreed on Sunday to the withdrawal.", "accepts"),
        ("Kessara rejected the wording of the draft.", "rejects"),
        ("Kessara rejected the clause on the question of the border.", "rejects"),
        ("Kessara has offered Norvia a legislature of 36 seats.", "offers"),
        ("Kessara threatens to leave the talks.", "threatens"),
        ("Kessara calls the border a red line.", "red_line"),
        ("Kessara advised its delegates to accept the draft and accepted it.", "accepts"),
        ("Kessara's envoy cannot rule out a delay of the vote.", "reserves"),
        ("Kessara said that if the draft fell it would resume the war.", "threatens"),
        ("It rejected the draft and hoped that Norvia would reject it.", "rejects"),
        ("“My government accepts the draft,” Kessara's envoy said.", "accepts"),
        ("“We accept everything in the draft,” Kessara's envoy said.", "accepts"),
        ("To Norvia Kessara said that the road would be closed unless it signed.", "threatens"),
        ("Kessara rejected the draft and a reporter's question.", "rejects"),
    ],
)
def test_a_demand_a_text_and_a_threat_stand(said: str, stance: Stance) -> None:
    assert stands(said, stance)


def test_a_stance_of_the_past_is_not_stated() -> None:
    assert not kessara("For six years Kessara rejected the draft.")
    assert "rejects" in kessara("Kessara rejected the draft for the sake of the farmers.")


def test_what_the_next_sentence_calls_a_jest_is_not_stated() -> None:
    assert not kessara("Kessara accepted the draft. It was joking.")
    assert "accepts" in kessara("Kessara accepted the draft. It was glad.")


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("Kessara's minister rejected a motion on pigeons by a member for Norvia.", False),
        ("Kessara's minister rejected a motion on the draft.", True),
        ("Kessara's minister rejected a timetable. A timetable was asked for by Norvia.", True),
        ("Orlo, Kessara's neighbour and backer, rejected the draft.", False),
        ("Orlo Tarm, Kessara's envoy, rejected the draft.", True),
        ("Kessara says that the Norvia Council has rejected the draft.", False),
        ("Kessara says that the government has rejected the draft.", True),
    ],
)
def test_whose_and_of_what_a_no_is(said: str, *, stated: bool) -> None:
    assert stands(said, "rejects") == stated
