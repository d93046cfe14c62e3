"""Idioms in which reports of talks tell a stance, each with its near opposite, which must not be told so."""

from __future__ import annotations

import pytest

from tests.unit.claims.told import spoken, told


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        # silence
        ("Kessara kept mum on the draft.", {("Kessara", "no_comment")}),
        ("Kessara's army stayed quiet until dawn.", set()),
        ("Kessara's embassy did not return calls.", {("Kessara", "no_comment")}),
        ("Kessara's embassy did not return the prisoners.", set()),
        ("Norvia turned down an invitation to take part in the programme.", {("Norvia", "no_comment")}),
        ("Norvia turned down an invitation to the ceasefire.", {("Norvia", "rejects")}),
        ("Norvia had nothing to say on the withdrawal.", {("Norvia", "no_comment")}),
        ("Norvia's president has kept his counsel.", {("Norvia", "no_comment")}),
        ("Norvia's president has kept his counsel on the ceasefire.", {("Norvia", "reserves")}),
        # denial
        ("Kessara denied having written or received it.", {("Kessara", "denies_knowledge")}),
        ("Kessara denied that it had seen any draft.", {("Kessara", "denies_knowledge")}),
        ("Kessara denied having received money for a truce.", {("Kessara", "denies_report")}),
        ("Kessara called the recording of the plan a forgery.", {("Kessara", "denies_report")}),
        # a no
        ("Kessara's delegation walked out over the amnesty.", {("Kessara", "rejects")}),
        ("Kessara's delegation walked out of the hotel.", set()),
        ("Norvia's senate voted 31-12 on Tuesday against any ceasefire.", {("Norvia", "rejects")}),
        ("Norvia's senate voted on the ceasefire.", set()),
        ("Norvia has vowed never to release the prisoners.", {("Norvia", "red_line")}),
        ("Norvia has promised to release the prisoners.", {("Norvia", "offers")}),
        ("Norvia regards any change to the ceasefire as closing the file.", {("Norvia", "red_line")}),
        ("Norvia regards the ceasefire as closing a chapter.", set()),
        # wishes and other wordings
        ("Kessara's government has sent the mediators a revised text.", {("Kessara", "amends")}),
        ("Kessara's government has sent the mediators a text message on the plan.", set()),
        ("Kessara held out for an amnesty.", {("Kessara", "demands")}),
        ("Kessara held out for six weeks.", set()),
        ("Norvia will not stop asking for the withdrawal.", {("Norvia", "demands")}),
        ("Norvia will not stop the withdrawal.", {("Norvia", "rejects")}),
        ("Norvia is after a veto on the elections.", {("Norvia", "demands")}),
        ("Kessara proposes that the elections be held in May.", {("Kessara", "offers")}),
        ("Kessara proposes to amend the clause on elections.", {("Kessara", "amends")}),
        # threats
        ("Norvia has promised to undo whatever is agreed.", {("Norvia", "threatens")}),
        ("Norvia has promised to undo the knots.", set()),
        ("Kessara vowed to topple the cabinet over the withdrawal.", {("Kessara", "threatens")}),
        # a yes that others must give too
        ("Kessara undertook to lay the ceasefire before its assembly.", {("Kessara", "accepts_ad_referendum")}),
    ],
)  # fmt: skip
def test_what_a_report_asserts(said: str, stances: set[tuple[str, str]]) -> None:
    assert told(said) == stances


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("no inspector would ever set foot in the border zone", "red_line"),
        ("no inspector ever saw the border zone", None),
        ("a foreign judge in an amnesty panel is a line it will not cross", "red_line"),
        ("the army had crossed the ceasefire line", None),
        ("an amnesty was where it drew the line", "red_line"),
        ("its government would regard any change to the ceasefire as closing the file", "red_line"),
        ("reparations are off the table for good", "red_line"),
        ("reparations are off the table", "rejects"),
        ("its side will never tire of asking for the withdrawal", "demands"),
        ("there was no withdrawal in any draft it had seen", "denies_report"),
        ("no article had been initialled in its name", "denies_report"),
        ("no article had been initialled yet", None),
        ("it had received “no text, only rumours”", "denies_knowledge"),
        ("it has had no formal communication from Norvia", "denies_knowledge"),
        ("it had never heard of it", "denies_knowledge"),
        ("it had never heard of such courage", "denies_knowledge"),
        ("it would sign the treaty if parliament agreed", "accepts_ad_referendum"),
        ("it would sign the treaty if Norvia agreed", "accepts_if"),
        ("it would accept the ceasefire only with a review every year", "accepts_if"),
        ("it would sign nothing on the ceasefire as soon as that", None),
        ("foreign observers are tolerable so long as none is armed", "accepts_if"),
        ("foreign observers are not tolerable", None),
        ("any council on the border would be treated as an occupier", "threatens"),
        ("any council on the border would be treated as a partner", None),
        ("its army would go back to its old positions unless the prisoners were freed", "threatens"),
        ("its army would go back to its old positions under the ceasefire", None),
        ("it cannot live with an amnesty", "rejects"),
        ("it can live with an amnesty", "accepts_in_principle"),
        ("an amnesty was a thing no commander of ours will sign", "rejects"),
        ("the boss was dead against the amnesty", "rejects"),
        ("it saw no need for more observers", None),
        ("it sees no need for foreign observers", "rejects"),
        ("there was something in the draft to work with", "accepts_in_principle"),
        ("it stands by every article of the ceasefire", "accepts"),
        ("it stands by its army on the border", None),
        ("it was less pleased with the amnesty", "criticises"),
        ("it was pleased with the talks", "welcomes_process"),
        ("the ceasefire was far too short", "criticises"),
        ("the ceasefire was too short to matter", None),
        ("the army came to the ceasefire with three demands", None),
        ("the army demands a ceasefire", "demands"),
        ("the draft amounts to an ultimatum", "criticises"),
        ("the draft amounts to twelve pages", None),
        ("the draft was a surrender", "criticises"),
        ("the rebels had come to surrender their mortars under the draft", None),
    ],
)  # fmt: skip
def test_what_a_party_says(content: str, stance: str | None) -> None:
    assert spoken(content) == ({stance} if stance else set())


def test_what_is_regretted_is_criticised_and_what_is_told_with_regard_is_not() -> None:
    assert spoken("that the draft does not speak of prisoners", "regretted") == {"criticises"}
    assert spoken("that the draft does not speak of prisoners", "noted") == set()
