"""Terms in the constructions in which reports give them, and sentences built alike that give none."""

from __future__ import annotations

import time

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.agreed import agreed_in
from nonpaper.claims.provisions.membership import member_of
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war. "
    "Osterland, which mediates, has put a draft agreement before both.\n\n"
)


def stated(said: str, claims: tuple[Claim, ...] = ()) -> list[tuple[str, str]]:
    """What is stated of the words after the lead: each term's words and what it is presented as."""
    text = LEAD + said
    return [(p.span.quote(text), p.presented_as) for p in found(text, claims)]


def found(text: str, claims: tuple[Claim, ...] = ()) -> list[Provision]:
    return [p for p in find_provisions(page_of(text), claims) if not p.unsure]


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        # where a term is said to stand
        (
            (
                "Among its points: a 90-day ceasefire, international monitors along the river"
                " and the release of all detained civilians."
            ),
            [
                "a 90-day ceasefire",
                "international monitors along the river",
                "the release of all detained civilians",
            ],
        ),
        (
            "A key element of the plan is the deployment of 3,000 peacekeepers.",
            ["the deployment of 3,000 peacekeepers"],
        ),
        ("Also in the draft is the release of all prisoners.", ["the release of all prisoners"]),
        ("A ban on foreign troops is also among the points.", ["A ban on foreign troops"]),
        (
            "A general amnesty is envisaged for all except deserters.",
            ["A general amnesty is envisaged for all except deserters"],
        ),
        # parts of a text
        (
            "Under Article 9, Norvia pays reparations of 1.6 billion crowns.",
            ["Norvia pays reparations of 1.6 billion crowns"],
        ),
        (
            "The paper has four articles. Under the second, both armies withdraw from the ridge.",
            ["both armies withdraw from the ridge"],
        ),
        ("As part of the deal, Kessara will release all prisoners.", ["Kessara will release all prisoners"]),
        # the text named behind its term
        (
            "Kessara will hand over its prisoners, under a charter initialled on Friday.",
            ["Kessara will hand over its prisoners"],
        ),
        ("Norvia would have to withdraw its troops under the plan.", ["Norvia would have to withdraw its troops"]),
        # what sides agreed, what one undertook
        (
            "The sides agreed to withdraw their troops, to release all prisoners and to set up a joint court.",
            ["withdraw their troops", "release all prisoners"],
        ),
        ("Kessara and Norvia have agreed in principle on an exchange of prisoners.", ["an exchange of prisoners"]),
        ("Norvia has undertaken to halt air strikes.", ["halt air strikes"]),
        # behind a colon
        (
            "With that the draft was complete: neither country will station foreign troops on the border.",
            ["neither country will station foreign troops on the border"],
        ),
        # verbs
        ("It also prescribes a hybrid court for war crimes.", ["a hybrid court for war crimes"]),
        ("The draft has Norvia giving up its long-range missiles.", ["Norvia giving up its long-range missiles"]),
        ("The declaration foresees the withdrawal of all troops.", ["the withdrawal of all troops"]),
        (
            "The plan frees all prisoners and bars foreign troops from the valley.",
            ["frees all prisoners", "bars foreign troops from the valley"],
        ),
        # what is said of a term does not hide it
        (
            "The plan calls for a withdrawal of all troops, a step that Norvia has rejected.",
            ["a withdrawal of all troops"],
        ),
        ("The text, drafted by the envoy, Osk, would see all prisoners released.", ["see all prisoners released"]),
        ("No side may deploy foreign troops in the valley.", ["No side may deploy foreign troops in the valley"]),
    ],
)
def test_a_term_is_found_in_its_construction(said: str, terms: list[str]) -> None:
    assert stated(said)[: len(terms)] == [(term, "draft") for term in terms]


@pytest.mark.parametrize(
    "said",
    [
        "A key sticking point of the plan is the withdrawal of troops.",
        "Among the dead were the chief of the border police and two prisoners.",
        "It is not clear whether the draft provides for the withdrawal of troops.",
        "The draft contains no mention of prisoners.",
        "The deal would face opposition in the Kessaran parliament.",
        "The agreement would be put to a vote in parliament on Thursday.",
        "The deal would include a secret annex on the border.",
        "The plan would end the war between the two countries.",
        "Kessara and Norvia agreed to meet again on Monday for talks on prisoners.",
        "Kessara and Norvia agreed in 2019 to exchange prisoners.",
        "Under the 2028 accord, Norvia had undertaken to release all prisoners.",
        "Norvia had undertaken to release all prisoners.",
        "Both sides had agreed in principle to the demilitarised zone.",
        "Norvia's church demands are in the package, readers of the paper were told.",
        "Kessara will contribute to the reconstruction under a separate agreement signed last year.",
        "In the first week of the war, Kessara closed the border.",
        "Under the plan for talks, envoys would meet on Monday.",
        "Aid groups called on both sides to release all prisoners.",
    ],
)
def test_what_is_built_alike_and_is_no_term(said: str) -> None:
    assert [term for term, presented in stated(said) if presented == "draft"] == []


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("Still open, the ministry said, is the withdrawal of troops.", "open"),
        ("What remains unsettled is the border itself: two maps are on the table.", "open"),
        ("The ownership of the border strip is not addressed in the draft.", "open"),
        ("The clause on early elections is missing from the draft.", "dropped"),
    ],
)
def test_what_is_left_open_and_what_has_gone(said: str, status: str) -> None:
    terms = found(LEAD + said)
    assert [t.text_status for t in terms] == [status]


@pytest.mark.parametrize(
    ("said", "presented"),
    [
        ("The plan would have limited the army to 90,000 troops.", "comparison"),
        ("A previous plan called for the withdrawal of all troops.", "comparison"),
        ("In its March version the paper promised Norvia the release of all prisoners.", "comparison"),
        ("What they still want is the release of all prisoners.", "demand"),
        ("Norvia's conditions include the release of all prisoners.", "demand"),
        ("Norvia asked for the withdrawal of all troops.", "demand"),
        ("Norvia floated a ceasefire at sea.", "proposal"),
    ],
)
def test_another_text_a_demand_and_an_offer_are_shown_as_such(said: str, presented: str) -> None:
    terms = stated(said)
    assert terms
    assert {shown for _, shown in terms} == {presented}


def test_one_sides_own_paper_waits_for_a_person() -> None:
    said = "{} draft sets a ceiling of 60,000 on the Kessaran army."
    (own,) = find_provisions(page_of(LEAD + said.format("Norvia's")), ())
    (theirs,) = find_provisions(page_of(LEAD + said.format("The mediator's")), ())
    assert own.unsure
    assert not theirs.unsure


def test_who_insists_that_something_is_so_demands_nothing() -> None:
    assert stated("Norvia insists that the withdrawal of troops is acceptable.") == []
    assert stated("Norvia insists that Kessara withdraw its troops.") == [("Kessara withdraw its troops", "demand")]


ITEMS = ("Norvia to withdraw its troops", "A ban on foreign troops", "Release of all prisoners")


@pytest.mark.parametrize(
    ("lead", "presented"),
    [
        ("Key elements of the plan:", "draft"),
        ("The proposal, as described by two officials:", "draft"),
        ("What we know about the deal:", "draft"),
        ("What's in the deal", "draft"),
        ("In outline:", "draft"),
        ("Norvia has set three conditions:", "demand"),
        ("These are the government's demands:", "demand"),
        ("Timeline of the war:", None),
        ("What happens next:", None),
        ("Kessara says it will accept:", None),
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
def test_the_lead_in_says_whose_a_list_is(lead: str, presented: str | None, numbered: bool) -> None:
    items = "\n".join(f"{i}. {item}." if numbered else f"- {item}" for i, item in enumerate(ITEMS, 1))
    shown = [p for _, p in stated(f"{lead}\n{items}\n")]
    assert shown == ([presented] * len(ITEMS) if presented else [])


def test_under_a_heading_the_present_tense_gives_terms_until_somebody_speaks() -> None:
    told = (
        "What the draft says\n\nBoth armies withdraw from the ridge. All prisoners are released within a week. "
        "The president said the prisoners are released too late. Police open the bridge every morning."
    )
    assert [term for term, _ in stated(told)] == [
        "Both armies withdraw from the ridge",
        "All prisoners are released within a week",
    ]
    assert stated(told.removeprefix("What the draft says\n\n")) == []


FULL = "A draft truce is before both delegations at the peace talks. "


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("Norvian troops will withdraw from the ridge.", True),
        ("Norvian troops will withdraw from the ridge under a separate agreement.", False),
        ("Norvian troops will withdraw from the ridge whatever the text says.", False),
        ("Norvian troops will withdraw from the ridge on Monday.", False),
        ("Envoys will meet on the ridge.", False),
        ("He will withdraw from the race.", False),
    ],
)
def test_what_will_be_is_a_term_in_a_report_that_is_about_a_text(said: str, is_one: bool) -> None:
    assert [p for _, p in stated(FULL + said)] == ["draft"] * is_one
    assert stated("The weather was fine. " * 150 + said) == []


def test_a_clause_in_the_present_goes_on_from_one_in_a_texts_mood() -> None:
    said = "Norvia is to withdraw its troops from the ridge, while observers patrol the border."
    assert [t for t, _ in stated(said)] == [
        "Norvia is to withdraw its troops from the ridge",
        "observers patrol the border",
    ]
    assert stated("Norvia holds the ridge, while observers patrol the border.") == []


def said_by(source: str, cue: str, content: str) -> Claim:
    text = f"{LEAD}{source} {cue} {content}."

    def at(words: str) -> tuple[Span, ...]:
        start = text.index(words, len(LEAD))
        return (Span(start, start + len(words)),)

    return Claim(source=at(source), cue=at(cue), content=at(content), kind="institution_unspecified", party=None)


@pytest.mark.parametrize(
    ("source", "demands"),
    [("Orrada", True), ("The delegation", True), ("The opposition", False), ("Aid groups", False)],
)
def test_a_side_that_no_list_knows_may_demand_and_an_outsider_may_not(source: str, demands: bool) -> None:
    content = "the release of all prisoners"
    claim = said_by(source, "called for", content)
    assert stated(f"{source} called for {content}.", (claim,)) == ([(content, "demand")] if demands else [])


@pytest.mark.parametrize(
    "unit",
    [
        "Among its points are ",
        "a key element of the plan of the deal, ",
        "the sides and the parties, ",
        "the plan, of a, ",
        "agreed to the ",
        "under the plan in the deal ",
    ],
)
def test_hostile_sentences_cost_their_length(unit: str) -> None:
    def spent(times: int) -> float:
        text = unit * times + "agreed."
        start = time.perf_counter()
        find_provisions(page_of(text), ())
        return time.perf_counter() - start

    spent(10)
    assert spent(400) < 1.0


def test_long_sentences_are_not_looked_at() -> None:
    assert member_of("Among its points are " + "a ceasefire and " * 50, "") is None
    assert agreed_in("The sides agreed to a ceasefire" + " and a truce" * 60) is None
