"""More idioms in which a side takes a stance, each with its near opposite, which must not be told so."""

from __future__ import annotations

import pytest

from tests.unit.claims.told import LEAD, spoken, stated_after, told


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


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        # a yes that is none, another's, or of a world that is not so
        ("he would be happy with the truce if he were a Norvian", "accepts_if"),
        ("most of it was acceptable to Norvia", "accepts"),
        ("most of it was acceptable to Norvia", "accepts_in_principle"),
        ("a clause was acceptable in no case, only in a dream", "accepts_if"),
        ("the army will fight on, and not one day before spring will it rest", "accepts_if"),
        ("his side would reject the draft, not one day before the vote", "accepts_if"),
        ("the army would not storm the camp if there were any justice", "offers_if"),
        ("we were once ready to return the prisoners in exchange for a bridge", "offers_if"),
        ("it would drop its case only under duress", "offers"),
        ("he would drop the case against the clerk", "offers"),
        ("he would suggest leaving the talks", "offers"),
        ("he would suggest sending the draft to the stove", "offers"),
        # a no that is none
        ("no country on earth would reject this offer", "red_line"),
        ("no price on earth will be too high for the prisoners", "red_line"),
        ("when we are dead our children will thank us for the truce", "red_line"),
        ("nobody believed that his side would never consent to the withdrawal", "red_line"),
        ("it was not a draft that he would accept lightly, but he accepts it", "rejects"),
        ("it was not a line he could ever defend at home, yet he will sign", "rejects"),
        ("his objection to the draft was now void", "rejects"),
        ("the clause is void only after a year", "rejects"),
        ("the old treaty is void and the new draft is welcome", "rejects"),
        ("people would sooner die than see this war go on", "rejects"),
        ("we would sooner see a truce than a war", "rejects"),
        # a truce, a paper and a road that are no threats
        ("the fighting would be suspended until the vote", "threatens"),
        ("sanctions would be suspended until the vote", "threatens"),
        ("the text would be withheld until the signing ceremony", "threatens"),
        ("his side will treat all prisoners as enemies no more", "threatens"),
        # what nobody asks for
        ("thanks are owed for the draft", "demands"),
        ("the draft cannot be considered dead until the vote", "demands"),
        ("the figure remains a guess", "demands"),
        ("the condition remains acceptable to us", "demands"),
        # what is known, and not denied
        ("nobody in Norvia has seen the draft", "denies_knowledge"),
        ("no one here has seen a better draft", "denies_knowledge"),
        ("nobody has seen the draft except his minister", "denies_knowledge"),
        ("it promised no such thing as a veto", "denies_report"),
        # no kind word, no blame
        ("his delegation will be in mourning for the envoy", "welcomes_process"),
        ("his envoy will travel to Brast to close the embassy", "welcomes_process"),
        ("the prisoners would come back if called", "welcomes_process"),
        ("the fence on the border was full of holes", "criticises"),
        ("the fault in the draft lies in Norvia", "criticises"),
        ("the draft would give us a veto, and we accept it", "criticises"),
    ],
)
def test_no_stance_in_words_that_only_look_like_one(content: str, stance: str) -> None:
    assert stance not in spoken(content)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara put its name to a protest against the draft.", "accepts"),
        ("Kessara defended the exchange of fire on the border.", "accepts"),
        ("Kessara defended the pause in the talks.", "accepts"),
        ("Kessara regards no clause as settled.", "accepts"),
        ("A joke has it that Kessara put its name to the draft.", "accepts"),
        ("Kessara had been willing to share the river before the war.", "offers"),
        ("Kessara is willing to let the prisoners rot.", "offers"),
        ("Kessara is willing to give up the talks.", "offers"),
        ("Kessara voted 9-2 against the motion to reject the draft.", "rejects"),
        ("Kessara voted against any delay in signing the draft.", "rejects"),
        ("Kessara voted against the war.", "rejects"),
        ("Kessara had voted against the draft, but changed its mind.", "rejects"),
        ("Kessara balked at rejecting the draft.", "rejects"),
        ("Kessara will keep the border closed until Friday for repairs.", "threatens"),
        ("Kessara will keep its mouth shut until the vote.", "threatens"),
        ("Kessara sought two days to study the draft.", "demands"),
        ("Kessara sought two missing soldiers on the border.", "demands"),
        ("Kessara has no opinion polls on the draft.", "no_comment"),
        ("Kessara accused Norvia of spreading lies about its army.", "denies_report"),
        ("Kessara called the article on the border a novel approach.", "denies_report"),
        ("Kessara confirmed the meeting had been cancelled.", "welcomes_process"),
        ("Kessara called the talks in Brast good for nothing.", "welcomes_process"),
        ("Kessara called rejecting the draft an insult to the dead.", "criticises"),
    ],
)
def test_no_stance_in_what_is_told_of_a_party_that_only_looks_like_one(said: str, stance: str) -> None:
    assert ("Kessara", stance) not in told(said)


def test_of_what_waits_and_what_is_put_in_writing_the_plain_forms_stay() -> None:
    assert ("Kessara", "accepts") in told("Kessara put its name to the draft.")
    assert ("Kessara", "threatens") in told("Kessara will keep the border closed until the prisoners are home.")
    assert ("Kessara", "rejects") in told("Kessara voted against the draft.")
    assert "rejects" in spoken("his side would sooner fight than sign the draft")
    assert "demands" in spoken("his figure remained 280 prisoners")


@pytest.mark.parametrize(
    "cue",
    ["joked", "fantasised", "feigned", "lied", "hoped", "prayed", "dreaded", "suspected", "bet", "heard", "was told"],
)
def test_what_is_only_hoped_feared_feigned_or_heard_is_no_stance(cue: str) -> None:
    assert spoken("that his side would sign the draft", "conceded") == {"accepts"}
    assert not spoken("that his side would sign the draft", cue)
