"""More idioms in which a side takes a stance, each with its near opposite, which must not be told so."""

from __future__ import annotations

import pytest

from tests.unit.claims.told import stated_after

LEAD = "The government of Kessara and the government of Norvia met again. Kessara and Norvia are at war over a draft. "


def told(said: str) -> set[tuple[str, str]]:
    """Party and stance of all that the report itself asserts."""
    return {(p.party, p.stance) for p in stated_after(LEAD, said)}


def spoken(content: str, cue: str = "said") -> set[str]:
    """The stances that Kessara's envoy takes by some words."""
    source = "Kessara's envoy"
    claim = (source, cue, content, "unnamed_official", "Kessara")
    return {p.stance for p in stated_after(LEAD, f"{source} {cue} {content}.", claim) if p.party == "Kessara"}


@pytest.mark.parametrize(
    ("content", "stances"),
    [
        # yes, and what it waits for
        ("his side was content with half of the withdrawal, provided it was the northern half", {"accepts_if"}),
        ("his side was not content with half of the withdrawal, provided it was the northern half", set()),
        ("observers would be acceptable for a period of a year, not longer", {"accepts_if"}),
        ("observers would be unacceptable for a period of a year, not longer", {"rejects"}),
        ("his movement would disarm not one day before its ministers take office", {"accepts_if"}),
        ("his movement would not disarm one day before the feast", set()),
        ("a truce with gaps was better than no truce", {"accepts_in_principle"}),
        ("most of it was workable", {"accepts_in_principle"}),
        ("most of it was unworkable", set()),
        # an offer, and what it waits for
        ("the army would not storm the camp as long as the prisoners were fed", {"offers_if"}),
        ("the army would not storm the camp", set()),
        ("his government was prepared to recall its troops as soon as the border was open", {"offers_if"}),
        ("Kessara would drop its suit over the border", {"offers"}),
        ("Norvia would drop its suit over the border", set()),
        # no
        ("his side would never consent to the withdrawal", {"red_line"}),
        ("no court on earth would rule on the border", {"red_line"}),
        ("a court would rule on the border", set()),
        ("the clause on the withdrawal was now void", {"rejects"}),
        ("the clause on the withdrawal was now clear", set()),
        # threats
        ("the first payment for the prisoners would be withheld until they were home", {"threatens"}),
        ("the first payment for the prisoners would be made once they were home", set()),
        ("any council without its fighters will be treated as an occupier by the guerrillas", {"threatens"}),
        # what is asked for
        ("his country was owed reparations for the war", {"demands"}),
        ("the reparations were owed to Norvia", set()),
        ("no convoy moves until the prisoners are home", {"demands"}),
        ("no convoy moves on the border", set()),
        ("the truce cannot be called a ceasefire until the withdrawal is complete", {"demands"}),
        # what is not known or not so
        ("nobody in the capital had seen such a draft", {"denies_knowledge"}),
        ("everybody in the capital had seen such a draft", set()),
        ("his office had neither received nor read the draft", {"denies_knowledge"}),
        ("his office had both received and read the draft", set()),
        ("it accepted no such thing on the prisoners", {"denies_report"}),
        # blame, a kind word, a look
        ("the draft had more holes than a net", {"criticises"}),
        ("his delegation will be in Brast on Monday for the talks", {"welcomes_process"}),
        ("his delegation will be in Brast on Monday only if the talks are moved", set()),
        ("it promised nothing but to think about the withdrawal", {"reserves"}),
    ],
)
def test_what_a_speaker_says(content: str, stances: set[str]) -> None:
    assert spoken(content) == stances


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Kessara voted 9-8 on Monday against any withdrawal.", {("Kessara", "rejects")}),
        ("Kessara voted 9-8 on Monday for the withdrawal.", set()),
        ("Kessara has defended the truce.", {("Kessara", "accepts")}),
        ("Kessara has defended the border.", set()),
        ("Kessara put its name on Saturday to the draft.", {("Kessara", "accepts")}),
        ("Kessara accused a newspaper of printing “a fantasy” about the talks.", {("Kessara", "denies_report")}),
        ("Kessara accused a newspaper of printing the draft.", set()),
        ("Kessara called the report a novel.", {("Kessara", "denies_report")}),
        ("Kessara called the report a service to the talks.", set()),
        ("Norvia will treat any soldier on the border as a target.", {("Norvia", "threatens")}),
        ("Norvia will treat any soldier on the border as a guest.", set()),
        ("Norvia will keep the border closed until the prisoners are home.", {("Norvia", "threatens")}),
        ("Norvia reacted angrily to the clause on the border.", {("Norvia", "criticises")}),
        ("Norvia reacted to the clause on the border.", set()),
        ("Kessara confirmed the visit for the talks.", {("Kessara", "welcomes_process")}),
        ("Kessara confirmed the deaths before the talks.", set()),
    ],
)
def test_what_a_party_does(said: str, stances: set[tuple[str, str]]) -> None:
    assert told(said) == stances


@pytest.mark.parametrize(
    ("content", "stances"),
    [
        ("it was “glad the talks go on”", {"welcomes_process"}),
        ("it was not “glad the talks go on”", set()),
        ("his side was “dead against” the withdrawal", {"rejects"}),
        ("his side was “dead tired” of the withdrawal", set()),
    ],
)
def test_a_cue_is_found_across_the_mark_that_opens_a_quotation(content: str, stances: set[str]) -> None:
    assert spoken(content) == stances


@pytest.mark.parametrize(
    ("cue", "content", "stances"),
    [
        ("agrees", "that the draft is invented", {"denies_report"}),
        ("reckoned", "that the draft was a farce", {"criticises"}),
        ("carried", "the invented draft", set()),
    ],
)
def test_an_unlisted_verb_before_a_clause_tells(cue: str, content: str, stances: set[str]) -> None:
    source = "An envoy"
    claim = (source, cue, content, "unnamed_official", "Kessara")
    assert {p.stance for p in stated_after(LEAD, f"{source} {cue} {content}.", claim)} == stances
