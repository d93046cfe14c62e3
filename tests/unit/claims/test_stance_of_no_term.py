"""What looks like a stance and is none: a courtesy, words taken back, a supposition; each with near opposites."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.turned.elsewhere import neither_nor
from nonpaper.claims.stances.turned.upright import upright
from nonpaper.claims.stances.turned.words import words_of
from nonpaper.model.position import Position
from nonpaper.model.span import Span
from tests.unit.claims.told import LEAD, spoken, stated_after, told


@pytest.mark.parametrize(
    "said",
    [
        "Kessara's president accepted on Sunday the apology of Norvia.",
        "Kessara has accepted Norvia's apology for the shelling of a market.",
        "Kessara's negotiator has accepted this year's Bridge Prize.",
        "Kessara's premier accepted an invitation to a concert, not the draft.",
        "Kessara's premier declined an invitation to the birthday dinner.",
        "Kessara has accepted the credentials of a new ambassador.",
        "Kessara's president turned down the post of rector.",
        "Kessara refuses two reporters permission to fly to the front.",
        "Kessara denied a plane carrying Norvia's delegates permission to land on Monday.",
        "Kessara will not lower its flag; the rope is stuck.",
        "Kessara's envoy refused to shake hands with Norvia's.",
        "Kessara rejected the new stadium.",
    ],
)
def test_what_is_no_text_and_no_term_is_nothing_that_is_plainly_taken_or_refused(said: str) -> None:
    assert not {stance for party, stance in told(said) if party == "Kessara"}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara demanded an apology for the shelling of a market.", "demands"),
        ("Kessara accepted the clause on an apology.", "accepts"),
        ("Kessara rejected the draft's apology clause.", "rejects"),
        ("Kessara has accepted the prisoners' list.", "accepts"),
        ("Kessara has accepted the post of guarantor under the draft.", "accepts"),
        ("Kessara has accepted the apology. The draft has Norvia utter an apology on the radio.", "accepts"),
        ("Kessara refuses inspectors permission to enter. Under the draft inspectors visit twice a year.", "rejects"),
        ("Kessara accepted an invitation to the next round of talks and accepted the draft.", "accepts"),
        ("Kessara declined the dinner and rejected the draft.", "rejects"),
        ("Kessara rejected the withdrawal.", "rejects"),
    ],
)
def test_a_term_of_the_same_name_is_taken_or_refused(said: str, stance: str) -> None:
    assert ("Kessara", stance) in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Kessara's defence minister withdraws yesterday's threat to shell the port.",
        "Kessara has dropped its threat to resume the war.",
        "Kessara's envoy withdrew on Thursday his denial that the clause existed.",
        "Kessara took back its rejection of the draft.",
        "Kessara's envoy denied the report. By ten he had withdrawn the denial.",
        "Kessara's spokesman said it knew nothing of the draft. On Monday he took that back.",
        "Kessara rejects the draft. It has not, says its envoy.",
        "Kessara has long called the border a red line; not today.",
        "A paper wrote that Kessara had rejected the draft. It had not.",
        "On Monday Kessara had called the report a fairy tale.",
        "Ten years ago Kessara threatened to bomb the dam.",
    ],
)
def test_what_is_taken_back_or_was_said_earlier_is_not_stated(said: str) -> None:
    assert not {stance for party, stance in told(said) if party == "Kessara"}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara threatens to resume the war.", "threatens"),
        ("Kessara rejects the draft. Norvia took back its word on prisoners.", "rejects"),
        ("On Monday Kessara rejected the draft.", "rejects"),
        ("Kessara rejects the draft. It has not said why.", "rejects"),
        ("Kessara rejects the draft, not the talks.", "rejects"),
    ],
)
def test_what_stands_is_stated(said: str, stance: str) -> None:
    assert ("Kessara", stance) in told(said)


@pytest.mark.parametrize(
    "content",
    [
        "if parliament were to reject the draft, they would still be neighbours",
        "the withdrawal would be a red line if he were still a general",
        "should the chamber ever reject the draft, the war would go on",
        "it was never more than a sentence",
        "he accepted that he had been late",
        "everyone must understand that the draft is long",
        "journalists must leave the hall",
    ],
)
def test_a_supposition_or_a_measure_is_no_stance(content: str) -> None:
    assert not spoken(content)


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("his side will accept the draft if Norvia withdraws", "accepts_if"),
        ("the withdrawal would be a red line if Norvia insisted", "red_line"),
        ("his side would never give up the border", "red_line"),
        ("his side accepted that the border must be open", "accepts"),
        ("Norvia must leave the valley, and everyone must understand that", "demands"),
    ],
)
def test_a_stance_beside_a_supposition_stands(content: str, stance: str) -> None:
    assert stance in spoken(content)


@pytest.mark.parametrize(
    ("said", "threat"),
    [
        ("Kessara's harbour master warned that pirates would strike if the lighthouse went dark.", False),
        ("Kessara's envoy warned that storms would close the strait if the lighthouse went dark.", False),
        ("Kessara's envoy warned that its army would strike if the lighthouse went dark.", True),
        ("Kessara's envoy warned that it would resume the war if the draft failed.", True),
    ],
)
def test_a_warning_of_what_others_or_nature_may_do_is_no_threat(said: str, *, threat: bool) -> None:
    at = said.index("Kessara"), len(said) - 1
    page = page_of(LEAD + said)
    span = Span(len(LEAD) + at[0], len(LEAD) + at[1])
    made = Position(party="Kessara", topic="plan", stance="threatens", basis="self", span=span)
    assert [not p.unsure for p in upright(page, [made])] in ([threat], [] if not threat else [True])


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("“We do not reject it. We do not accept it.”", "reserves"),
        ("“We did not accept it, and we did not reject it.”", "reserves"),
        ("“We do not accept it. We do not sign it.”", "rejects"),
        ("“We do not reject it. They do not know it.”", "rejects"),
    ],
)
def test_who_denies_a_no_and_a_yes_leaves_it_open(said: str, stance: str) -> None:
    text = f"{LEAD}{said} Kessara's envoy said."
    made = Position(party="Kessara", topic="plan", stance="rejects", basis="self", span=Span(len(LEAD), len(LEAD) + 20))
    assert neither_nor(words_of(page_of(text), made)) == (stance == "reserves")


@pytest.mark.parametrize(
    "said",
    [
        "Kessara's envoy did not deny having received the draft.",
        "Kessara does not deny that it received the draft.",
        "Kessara has never denied the report.",
        "Kessara refused to deny the report.",
        "Kessara's envoy denied rumours that he would resign.",
        "Kessara's minister denied bribery charges.",
        "Our other story, that Kessara's envoy denied the report, was wrong.",
    ],
)
def test_a_denial_that_is_none_is_not_stated(said: str) -> None:
    assert not {stance for party, stance in told(said) if stance.startswith("denies")}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara denied the report.", "denies_report"),
        ("Kessara denied having received the draft.", "denies_knowledge"),
        ("Kessara denied a report that it had refused inspectors entry.", "denies_report"),
    ],
)
def test_a_denial_stands(said: str, stance: str) -> None:
    assert ("Kessara", stance) in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Kessara's envoy urged Norvia to accept the draft.",
        "Kessara calls on both to sign today.",
        "Kessara's spokesman asked for patience.",
        "Kessara's premier called for calm.",
        "Kessara advises Norvia to show restraint.",
        "Kessara demanded silence in the hall.",
        "Some in Kessara argue that Norvia must never leave the valley.",
        "Kessara's statute leaves the question of the border open.",
        "In a novel Kessara rejects the draft.",
        "Kessara's football federation rejected the draft.",
        "Kessara's neighbours demand a ceasefire.",
        "Kessara's supporters reject the draft.",
        "Some Kessaran generals reject the draft.",
        "Kessara threatens no one.",
    ],
)
def test_an_appeal_and_what_nobody_in_office_says_is_no_stance(said: str) -> None:
    assert not {stance for party, stance in told(said) if party == "Kessara"}


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara demands that Norvia leave the valley.", "demands"),
        ("Kessara called for a ceasefire and for patience.", "demands"),
        ("Kessara demands the release of all prisoners.", "demands"),
        ("Kessara asks for more troops on the border.", "demands"),
        ("Kessara's government rejected the draft.", "rejects"),
        ("Kessara's generals rejected the draft.", "rejects"),
        ("Kessara threatens to resume the war.", "threatens"),
        ("In a letter Kessara rejects the draft.", "rejects"),
        ("In Kessara, the government rejected the withdrawal; Kessara rejects the draft.", "rejects"),
    ],
)
def test_a_demand_and_a_government_stand(said: str, stance: str) -> None:
    assert ("Kessara", stance) in told(said)


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("“Sign now, or the winter will sign for you,”", set()),
        ("“Accept the draft before the snow comes,”", set()),
        ("“It has accepted the draft, though,”", set()),
        ("“We accept the draft,”", {"accepts"}),
        ("“We will sign the draft now,”", {"accepts"}),
        ("“We reject it. We do not accept it.”", {"rejects"}),
    ],
)
def test_who_bids_others_or_speaks_of_them_says_nothing_of_himself(content: str, wanted: set[str]) -> None:
    said = f"{content} Kessara's envoy said."
    claim = ("Kessara's envoy", "said", content, "unnamed_official", "Kessara")
    assert {p.stance for p in stated_after(LEAD, said, claim) if p.party == "Kessara"} == wanted


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        ("“The clause is there, and we accept it,”", {("accepts", "we accept it")}),
        (
            "“Let nobody doubt it. We do object, and we turn the withdrawal down,”",
            {("rejects", "we turn the withdrawal down")},
        ),
        ("“Language is no matter to us, and we accept the withdrawal,”", {("accepts", "we accept the withdrawal")}),
        ("“I hear that and I disagree. I accept this treaty,”", {("accepts", "I accept this treaty")}),
        ("“The clause is there. If we accept it, the war is over,”", set()),
        ("“The clause is there, and they accept it,”", set()),
        ("“The clause is there, and why should we accept it,”", set()),
        ("“The clause is there, and we accept that it was late,”", set()),
        ("“Do we accept it? You will hear,”", set()),
    ],
)
def test_what_is_done_by_saying_it_is_stated_with_its_clause(content: str, wanted: set[tuple[str, str]]) -> None:
    said = f"{content} Kessara's envoy said."
    claim = ("Kessara's envoy", "said", content, "unnamed_official", "Kessara")
    found = stated_after(LEAD, said, claim)
    assert {(p.stance, p.span.quote(LEAD + said)) for p in found if p.party == "Kessara"} == wanted


@pytest.mark.parametrize(
    ("content", "stances"),
    [
        ("it accepts the draft, subject to the approval of its senate", {"accepts_ad_referendum"}),
        ("it accepts the draft, subject to the approval of Norvia", {"accepts_if"}),
        ("it cannot rule out a delay of the vote", {"reserves"}),
        ("it cannot rule out a delay of the vote and rejects the draft", {"rejects"}),
        ("it ruled out a delay of the vote", {"rejects"}),
    ],
)
def test_the_say_of_its_own_senate_and_a_door_left_open(content: str, stances: set[str]) -> None:
    text = f"{LEAD}Kessara said {content}."
    start = len(LEAD)
    stance = "rejects" if "rul" in content else "accepts_if"
    made = Position(party="Kessara", topic="plan", stance=stance, basis="self", span=Span(start, len(text) - 1))
    assert {p.stance for p in upright(page_of(text), [made])} == stances


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ("Padrig cannot rule out a delay, its election minister, Kara Simm, said.", {"Padrig"}),
        ("Ostrel's line is real: its foreign minister, Edda Quay, said so.", {"Ostrel"}),
        ("Mirand accepts them, subject to the approval of its senate.", {"Mirand"}),
        ("Kesmir's delegates accepted the truce.", {"Kesmir"}),
        ("Envoys told the delegations of Marvo and Dreskel to sign.", {"Marvo", "Dreskel"}),
        ("The self-declared Sable Coast administration accepts the truce.", {"Sable Coast"}),
        ("Kesmir will never cede the port, Foreign Minister Ilan Dorrec said.", {"Kesmir"}),
        ("Airbell will never leave the league, coach Ilan Dorrec said.", set()),
        ("The Airbell administration accepts the truce.", set()),
        ("Airbell has accepted a takeover, its chairman, Jon Hale, said.", set()),
        ("Drezno has rejected the plan, its editor, Jon Hale, wrote.", set()),
        ("Holmsk refused. Norvia's army, which its defence minister commands, left.", set()),
    ],
)
def test_a_state_is_known_by_its_minister_or_its_senate_in_the_sentence(said: str, states: set[str]) -> None:
    page = page_of("Talks on a truce went on. " + said)
    named = {m.party for m in page.mentions if m.party}
    assert states <= named
    assert states or not named & {"Airbell", "Drezno", "Holmsk"}
