"""Stances of which the words only tell, or that somebody else takes, and the plain opposite that is still read."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.turned import upright
from nonpaper.model.codes import Basis, Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war with the rebels of the ELF. "
    "Osterland, which mediates, has put a draft agreement before both. "
)


def left(
    said: str, stance: Stance, within: str = "", party: str = "Kessara", basis: Basis = "self", speaker: str = ""
) -> str | None:
    """What becomes of a stance whose words are `within` a sentence, or all of it: "?" behind it where it is unsure."""
    page = page_of(LEAD + said)
    start = page.text.index(within or said, len(LEAD))
    span = Span(start, start + len(within or said))
    found = Position(party=party, topic="plan", stance=stance, basis=basis, span=span, speaker=speaker or None)
    return next((p.stance + "?" * p.unsure for p in upright(page, [found])), None)


@pytest.mark.parametrize(
    ("said", "stance", "stays"),
    [
        ("Kessara's envoy said that it was Norvia that refused to sign the draft.", "rejects", None),
        ("Kessara said it had in fact been Quell who turned down the offer.", "rejects", None),
        ("Kessara's minister insisted it was the other side which had accepted the draft.", "accepts", None),
        ("Norvia said that it was Kessara that refused to sign the draft.", "rejects", "rejects"),
        ("Kessara's envoy said that it was ready to accept the draft.", "accepts", "accepts"),
    ],
)
def test_what_it_was_another_who_did_is_his(said: str, stance: Stance, stays: str | None) -> None:
    assert left(said, stance) == stays


@pytest.mark.parametrize(
    ("said", "stance", "stays"),
    [
        ("the government had agreed to share the mines but not to run them together", "accepts", None),
        ("the junta has rejected the corridor", "rejects", None),
        ("that the army had offered a truce and that it had turned the offer down", "offers", None),
        ("the military government would never accept the draft", "red_line", None),
        ("it had agreed to share the mines with the government", "accepts", "accepts"),
        ("it rejects the corridor that the government wants", "rejects", "rejects"),
    ],
)
def test_what_the_government_did_is_no_movements(said: str, stance: Stance, stays: str | None) -> None:
    assert left(f"The ELF's spokesman said {said}.", stance, said, party="ELF") == stays


@pytest.mark.parametrize(
    ("said", "speaker", "stays"),
    [
        ("it had made an offer, he said, and Lorens had rejected the draft", "Quell", "rejects?"),
        ("it had made an offer, he said, but Lorens later rejected the draft", "Quell", "rejects?"),
        ("it had made an offer, he said, and Kessara had rejected the draft", "Quell", "rejects"),
        ("it had heard an offer, the envoy said, and Quell had rejected the draft", "Quell", "rejects"),
        ("it had heard an offer, he said, and had rejected the draft", "Quell", "rejects"),
    ],
)
def test_who_is_named_in_a_clause_of_his_own_may_be_another(said: str, speaker: str, stays: str) -> None:
    assert left(f"{said}.", "rejects", said, speaker=speaker) == stays


@pytest.mark.parametrize(
    ("said", "within", "stays"),
    [
        (
            "He dismissed as a fantasy a report by the Harbour Post that Kessara had offered to close the port.",
            "Kessara had offered to close the port",
            None,
        ),
        (
            "The ministry denied allegations in the press that the Kessaran army would accept the line.",
            "Kessaran army would accept the line",
            None,
        ),
        ("It denied claims that Kessara had agreed to the line.", "Kessara had agreed to the line", None),
        (
            "It rejected the report, and Kessara had offered to close the port.",
            "Kessara had offered to close the port",
            "accepts",
        ),
    ],
)
def test_what_a_denied_report_says_is_nobodys(said: str, within: str, stays: str | None) -> None:
    assert left(said, "accepts", within) == stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("Kessara's envoy called the reply totally unacceptable.", "rejects?"),
        ("Kessara's envoy said the Norvian response was “unacceptable”.", "rejects?"),
        ("Kessara has rejected Norvia's reply.", "rejects?"),
        ("Kessara rejected any attempt at linking the truce to the sanctions.", "rejects?"),
        ("Kessara refuses to make the truce conditional on the sanctions.", "rejects?"),
        ("Kessara called the draft totally unacceptable.", "rejects"),
        ("Kessara rejects the truce and the sanctions.", "rejects"),
        ("Kessara's reply was that the draft was unacceptable.", "rejects"),
    ],
)
def test_a_no_to_an_answer_or_a_link_is_none_to_the_text(said: str, stays: str) -> None:
    assert left(said, "rejects") == stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("Kessara has agreed to examine a joint authority.", "accepts?"),
        ("Kessara's envoy said it neither accepted nor rejected the line.", "reserves"),
        ("Kessara's envoy said it accepted the line, and neither side rejected the fund.", "accepts"),
        ("Kessara has agreed only to discuss the number of troops.", "accepts?"),
        ("What Kessara had agreed to was to talk about the corridor.", "accepts?"),
        ("Kessara has agreed to study the draft and would accept it.", "accepts"),
        ("Kessara has agreed to a joint authority.", "accepts"),
        ("Kessara's envoy insists that both sides have accepted the fund.", "accepts?"),
        ("Kessara said that the parties had agreed on the fund.", "accepts?"),
        ("Kessara said it had agreed on the fund with both sides.", "accepts"),
        ("Kessara conceded the police in March and took it back in May.", None),
        ("Kessara accepted the line and then backed out.", None),
        ("Kessara accepted the line and then took its troops back.", "accepts"),
    ],
)
def test_a_yes_to_talk_or_of_both_or_taken_back_is_no_yes(said: str, stays: str | None) -> None:
    assert left(said, "accepts") == stays


@pytest.mark.parametrize(
    ("said", "within", "stays"),
    [
        ("Kessara had resisted it but is now prepared to accept it.", "Kessara had resisted it", None),
        ("Kessara had long opposed the line but relented.", "Kessara had long opposed the line", None),
        ("Kessara had opposed the line but Norvia wanted it.", "Kessara had opposed the line", "rejects"),
        ("Kessara opposes the line but is ready to talk.", "Kessara opposes the line", "rejects"),
    ],
)
def test_a_no_that_its_sentence_ends_is_not_stated(said: str, within: str, stays: str | None) -> None:
    assert left(said, "rejects", within, basis="reporter") == stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("The Kessaran minister urged the premier to refuse it.", "demands?"),
        ("Kessara called on Norvia to reject the draft.", "demands?"),
        ("Kessara urged Norvia to accept the draft.", "demands?"),
        ("Kessara's envoy insists that both sides have accepted the fund.", None),
        ("Kessara insists that the army has already left the valley.", None),
        ("Kessara insists that the army leave the valley.", "demands"),
        ("Kessara insists that the army has to leave the valley.", "demands"),
        ("Kessara says you demanded the closure of the base.", None),
        ("Kessara said that Norvia must close the base.", "demands"),
    ],
)
def test_what_is_only_told_or_asked_against_is_no_demand(said: str, stays: str | None) -> None:
    assert left(said, "demands") == stays


@pytest.mark.parametrize(
    ("said", "stance", "stays"),
    [
        ("Kessara rejected the Norvian president's statement that he had brokered it.", "rejects", "denies_report"),
        ("Kessara dismissed remarks that it had given way.", "rejects", "denies_report"),
        ("Kessara rejected the statement that Norvia wants signed.", "rejects", "rejects"),
        ("Norvia offered elections instead, which Kessara dismissed as a joke.", "denies_report", "rejects"),
        ("Norvia has proposed an inquiry, but Kessara has rejected it.", "denies_report", "rejects"),
        ("Norvia offered elections, a claim which Kessara dismissed.", "denies_report", "denies_report"),
        ("Kessara dismissed the report.", "denies_report", "denies_report"),
    ],
)
def test_a_statement_is_denied_and_an_offer_refused(said: str, stance: Stance, stays: str) -> None:
    assert left(said, stance) == stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("Kessara's parliament approved a budget with a deficit of seven per cent.", None),
        ("Kessara's cabinet has ratified the labour code.", None),
        ("Kessara's senate on Monday backed the nomination of three judges.", None),
        ("Kessara's parliament approved the draft with its budget for monitors.", "accepts"),
        ("Kessara's cabinet approved the truce.", "accepts"),
    ],
)
def test_what_a_parliament_decides_at_home_is_no_stance_on_the_talks(said: str, stays: str | None) -> None:
    assert left(said, "accepts") == stays


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("Kessara's ministry insisted that its soldiers on the left bank are peacekeepers.", None),
        ("Kessara insists that the river is a border.", None),
        ('"There is no famine and there never was one," a Kessaran spokesman insisted.', None),
        ("Kessara insists that the clause on the river is struck out.", "demands"),
        ("Kessara insists that the river must be a border.", "demands"),
        ('"There has to be a guarantee," a Kessaran spokesman insisted.', "demands"),
    ],
)
def test_what_is_insisted_on_as_being_so_is_no_demand(said: str, stays: str | None) -> None:
    assert left(said, "demands") == stays
