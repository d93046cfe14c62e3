"""Invented treaties, accords and statements: their units, parties, and what each term binds whom to."""

from __future__ import annotations

import json
import os
import re

import pytest

from eval import data
from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.official import is_official, official_terms
from nonpaper.claims.provisions.official.sides import cast_of
from nonpaper.claims.provisions.official.units import units_of
from nonpaper.model.provision import Provision

TREATY = """TREATY OF VOLL
between Ravonia and Ostelle

The Ravonian and the Ostellian Sides,
mindful of the suffering inflicted upon both peoples,
have agreed as follows:

ARTICLE 1
The frontier is the line traced in red on the annexed map. The Parties recognise it as definitive.

ARTICLE 2
1. Neither Party has, nor shall in future raise, territorial claims against the other Party.
2. The Parties shall in their mutual relations refrain from the threat or use of force.

Article 3. Assets
(a) Ostelle shall release to Ravonia the sum of 1.2 billion crowns.
(b) The competent authorities shall issue the papers within twenty-one days of application.

Article 4. Ravonia undertakes to withdraw its guns, not later than the ninetieth day after signature; the Ostellian
Party undertakes to move no unit nearer than fifteen kilometres to the said bank.

Article 5. Ostelle recognises the sovereignty of Ravonia over the three islands.

Article 6. Either Party may denounce this Treaty by written notice of twelve months.

ANNEX I
1. Compliance shall be verified by a mission of the Concert of Seven of not more than 220 unarmed observers.

Done at Holm Gate, this fourteenth day of March, in the presence of the representatives of the Concert of Seven.
"""
ACCORD = """Agreement between the Government of Tamroa and the Highland Liberation Front (hereinafter “the Front”)

The Government of Tamroa and the Front (hereinafter “the Parties”), under the auspices of the African Union, have
agreed as follows:

1. The Parties shall observe a permanent cessation of hostilities as from 1 May 2031.
2. The Front shall:
(a) canton its fighters in six assembly areas within 60 days of signature;
(b) hand over its heavy weapons to the Joint Verification Commission, once the assembly areas have been inspected;
(c) refrain from recruiting new fighters.
3. The Government shall release all detained members of the Front, provided that point 2 has been implemented.
4. Parliament shall adopt an amnesty law by no later than 30 June 2031.
5. A Joint Verification Commission is hereby established. It shall report to both Parties every two weeks.
6. The Front is entitled to 30 seats in the transitional parliament, in return for the dissolution of its armed wing.
7. Release of all prisoners.
8. Should either Party violate paragraph 1, the obligations under paragraph 3 shall lapse.

Signed in Holm Gate on 2 April 2031
For the Government: (signed)
For the Front: (signed)
"""
BROKEN = """Memorandum on the river line

1.
Immediate halt to shelling by the armed forces of Norvia and the armed forces of Kessara.
2.
Withdrawal of guns of more than 100 mm to create a zone of no less than
30 km in width.
The withdrawal is to start on day 2 of the truce at the latest and to be completed within 14 days.
3.
Ensure monitoring and verification of the truce by the Joint Observer Mission.
4.
Ban on flights of drones along the line.
Participants of the talks:
•
Ambassador Ilse Tarn (signed)
•
O. Brek (signed)
"""
LETTERED = """Protocol on the cessation of fire

Party A and Party B agree:

1.1 To cease all offensive operations from 06:00 on 3 March 2033.
1.2 To permit the Monitoring Centre to inspect any depot.
2.1 Party A shall open the northern road after the exchange of the fallen.
2.2 Party B may retain border police not exceeding 400 men.
"""
STATEMENT = """Statement of the River Contact Group

HOLM GATE, 2 March 2033 - The River Contact Group, stressing the importance of calm and guided by earlier
obligations of the sides:
re-affirm their full commitment to a ceasefire, starting from 5 March 2033 at 00 hrs.
01 min.
(local time);
no firing, including sniper fire;
refusal of forward movements;
ban on the placement of heavy weapons near schools.
"""
ROMAN = """Ceasefire Agreement between the Government of Marland (GoM) and the Southern People's Movement (SPM)

Now therefore the Parties hereby agree as follows:

I. Cessation of hostilities
The GoM and the SPM shall cease all hostile acts within 24 hours of the signing of this Agreement.

II. Prohibited acts
The following acts are prohibited:
a) recruitment of children;
b) laying of mines.

III. Disengagement
The SPM shall redeploy its forces south of the Ard River, while the GoM shall withdraw its aircraft from Belan.

V. Relations
The Parties shall exchange lists and recognise each other's integrity.
"""
LEAK = """Leaked draft agreement: the main points

Kessara and Norvia are close to a deal, two officials said on Monday.
1. Norvia would withdraw from two provinces.
2. Kessara would hold elections within 100 days.
3. Both sides would release all prisoners.
4. A ceasefire would be monitored by the Joint Observer Mission.
"""


def read(text: str) -> dict[str, list[Provision]]:
    """Terms by their number."""
    out: dict[str, list[Provision]] = {}
    for term in official_terms(page_of(text)):
        out.setdefault(term.number or "", []).append(term)
    return out


def sides(text: str) -> tuple[str, ...]:
    page = page_of(text)
    return cast_of(page, units_of(page)).sides


@pytest.mark.parametrize("text", [TREATY, ACCORD, BROKEN, LETTERED, STATEMENT])
def test_texts_of_every_make_are_read_as_themselves(text: str) -> None:
    assert is_official(page_of(text))


def test_a_report_of_a_draft_is_a_report() -> None:
    assert not is_official(page_of(LEAK))


def test_numbers_are_those_one_would_cite() -> None:
    assert list(read(TREATY)) == ["1", "2.1", "2.2", "3(a)", "3(b)", "4", "5", "6", "Annex I.1"]
    assert list(read(ACCORD)) == ["1", "2(a)", "2(b)", "2(c)", "3", "4", "5", "6", "7", "8"]
    assert list(read(LETTERED)) == ["1.1", "1.2", "2.1", "2.2"]


def test_a_number_on_a_line_of_its_own_and_a_broken_line() -> None:
    terms = read(BROKEN)
    assert list(terms) == ["1", "2", "3", "4"]
    assert terms["2"][0].span.quote(BROKEN).endswith("by the armed forces of Kessara") is False
    assert [t.span.quote(BROKEN).replace("\n", " ") for t in terms["2"]] == [
        "Withdrawal of guns of more than 100 mm to create a zone of no less than 30 km in width",
        "The withdrawal is to start on day 2 of the truce at the latest",
        "to be completed within 14 days",
    ]


def test_roman_headings_number_what_stands_under_them_and_are_no_terms() -> None:
    assert list(read(ROMAN)) == ["I", "II(a)", "II(b)", "III", "V"]


def test_what_a_lead_in_prohibits_binds_all_sides_not_to() -> None:
    terms = [read(ROMAN)[n][0] for n in ("II(a)", "II(b)")]
    assert {t.modality for t in terms} == {"must_not"}
    assert {t.obligor for t in terms} == {("Marland", "SPM")}


def test_one_does_this_while_the_other_does_that() -> None:
    assert [t.obligor for t in read(ROMAN)["III"]] == [("SPM",), ("Marland",)]


def test_each_recognises_the_other() -> None:
    last = read(ROMAN)["V"][-1]
    assert (last.modality, last.obligor, last.beneficiary) == (
        "recognises",
        *[("Marland", "SPM")] * 2,
    )


def test_signatures_and_preambles_are_no_terms() -> None:
    said = [t.span.quote(BROKEN) for t in official_terms(page_of(BROKEN))]
    assert not any("Tarn" in s or "Brek" in s for s in said)
    assert not any("mindful" in t.span.quote(TREATY) for t in official_terms(page_of(TREATY)))


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (TREATY, ("Ravonia", "Ostelle")),
        (ACCORD, ("Tamroa", "Highland Liberation Front")),
        (BROKEN, ("Norvia", "Kessara")),
        (LETTERED, ("Party A", "Party B")),
        (STATEMENT, ()),
    ],
)
def test_the_parties_are_those_of_the_preamble_or_of_the_forces(text: str, parties: tuple[str, ...]) -> None:
    assert sides(text) == parties


def test_the_parties_together_each_and_the_other() -> None:
    terms = read(TREATY)
    both = ("Ravonia", "Ostelle")
    assert terms["1"][1].obligor == both
    assert (terms["2.1"][0].obligor, terms["2.1"][0].beneficiary) == (both, both)
    assert [t.obligor for t in terms["4"]] == [("Ravonia",), ("Ostelle",)]
    assert terms["6"][0].beneficiary == both


def test_who_is_served() -> None:
    terms = read(TREATY)
    assert (terms["3(a)"][0].obligor, terms["3(a)"][0].beneficiary) == (("Ostelle",), ("Ravonia",))
    assert (terms["5"][0].obligor, terms["5"][0].beneficiary) == (("Ostelle",), ("Ravonia",))
    assert read(ACCORD)["6"][0].beneficiary == ("Highland Liberation Front",)


def test_somebody_unknown_who_acts_binds_no_party() -> None:
    assert read(TREATY)["3(b)"][0].obligor == ()


def test_a_lead_in_binds_its_letters_and_its_own_name_for_a_party_is_known() -> None:
    terms = read(ACCORD)
    assert {terms[n][0].obligor for n in ("2(a)", "2(b)", "2(c)")} == {("Highland Liberation Front",)}
    assert terms["3"][0].obligor == ("Tamroa",)


def test_organs_of_the_one_state_are_that_state() -> None:
    assert read(ACCORD)["4"][0].obligor == ("Tamroa",)


def test_a_body_that_is_set_up_acts_by_its_own_name() -> None:
    assert read(ACCORD)["5"][1].obligor == ("Joint Verification Commission",)
    assert read(BROKEN)["3"][0].obligor == ("Joint Observer Mission",)
    assert read(BROKEN)["3"][0].verifier == ("Joint Observer Mission",)


def test_an_order_without_a_subject_binds_all_sides_where_it_is_about_the_fighting_or_its_prisoners() -> None:
    assert read(ACCORD)["7"][0].obligor == ("Tamroa", "Highland Liberation Front")
    assert read(BROKEN)["2"][0].obligor == ("Norvia", "Kessara")


def test_how_a_term_binds() -> None:
    assert read(TREATY)["2.2"][0].modality == "must_not"
    assert read(ACCORD)["2(c)"][0].modality == "must_not"
    assert read(ACCORD)["1"][0].modality == "must"
    assert read(ACCORD)["8"][0].modality == "lapses_if"
    assert read(BROKEN)["4"][0].modality == "must_not"
    assert read(LETTERED)["2.2"][0].modality == "may"


def test_a_proviso_ties_the_term_and_falls_on_whoever_the_other_point_binds() -> None:
    freed, proviso = read(ACCORD)["3"]
    assert [c.kind for c in freed.conditions] == ["precondition"]
    assert proviso.obligor == ("Highland Liberation Front",)


def test_ties_to_an_event_and_what_is_given_in_return() -> None:
    terms = read(ACCORD)
    assert [(c.span.quote(ACCORD), c.kind) for c in terms["2(b)"][0].conditions] == [
        ("once the assembly areas have been inspected", "sequence")
    ]
    assert [c.kind for c in terms["6"][0].conditions] == ["reciprocal"]
    assert [c.span.quote(BROKEN) for c in read(BROKEN)["2"][1].conditions] == ["on day 2 of the truce at the latest"]


def test_a_verifier_is_named_though_its_mission_is_not() -> None:
    assert read(TREATY)["Annex I.1"][0].verifier == ("Concert of Seven",)


def test_values_and_deadlines() -> None:
    assert read(TREATY)["3(a)"][0].value == "1.2 billion crowns"
    assert read(TREATY)["Annex I.1"][0].value == "220 unarmed observers"
    zone, start, finish = read(BROKEN)["2"]
    assert (zone.value, start.value, finish.value) == ("30 km", "day 2 of the truce", "14 days")
    assert read(ACCORD)["4"][0].deadline == "by no later than 30 June 2031"


def test_a_time_of_its_own_is_a_deadline_and_a_verb_names_the_matter() -> None:
    terms = read(BROKEN)
    assert [t.topic for t in terms["2"][1:]] == ["deadline", "deadline"]
    assert terms["3"][0].topic == "monitoring"
    assert read(TREATY)["2.2"][0].topic == "non_aggression"


def test_a_statement_keeps_the_time_in_one_piece_and_only_what_is_said_falls_on_who_says_it() -> None:
    terms = official_terms(page_of(STATEMENT))
    assert any("01 min" in t.span.quote(STATEMENT) for t in terms)
    assert terms[0].obligor == ("River Contact Group",)
    firing = next(t for t in terms if "firing" in t.span.quote(STATEMENT))
    assert (firing.modality, firing.obligor) == ("must_not", ())


def test_status_is_signed_only_where_the_text_says_so() -> None:
    assert {t.status for t in official_terms(page_of(ACCORD))} == {"signed"}
    assert {t.status for t in official_terms(page_of(LETTERED))} == {"published"}


def test_swapping_the_parties_swaps_the_result() -> None:
    swapped = TREATY
    for a, b in (("Ravoni", "#"), ("Ostell", "Ravoni"), ("#", "Ostell")):
        swapped = swapped.replace(a, b)
    swapped = swapped.replace("Ravonie", "Ravonia").replace("Ostella", "Ostelle").replace("Ostellen", "Ostellian")
    swapped = swapped.replace("Ostellean", "Ostellian")
    names = {"Ravonia": "Ostelle", "Ostelle": "Ravonia"}
    one = [(t.number, t.topic, {names.get(n, n) for n in t.obligor}) for t in official_terms(page_of(TREATY))]
    other = [(t.number, t.topic, set(t.obligor)) for t in official_terms(page_of(swapped))]
    assert one == other


def test_no_invented_article_is_read_as_an_official_text() -> None:
    for file in sorted((data.ROOT / "eval" / "invented").glob("*.jsonl")):
        for line in file.read_text("utf-8").splitlines():
            assert not is_official(page_of(json.loads(line)["text"])), line[:80]


def test_no_article_that_teaches_the_model_is_read_as_an_official_text() -> None:
    for file in sorted((data.ROOT / "training" / "articles").glob("w*.txt")):
        for article in re.split(r"(?m)^# outlet: .*$", re.sub(r"<[^<>]*>", "", file.read_text("utf-8"))):
            assert not is_official(page_of(article)), article[:80]


def test_no_marked_report_is_read_as_an_official_text() -> None:
    file = data.shared() / "data" / "gold" / "dev.jsonl"
    if not file.is_file():
        assert not os.environ.get("CI"), "the marked reports are missing"
        pytest.skip("the marked reports are missing")
    for line in file.read_text("utf-8").splitlines():
        assert not is_official(page_of(json.loads(line)["text"])), line[:80]
