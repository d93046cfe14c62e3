"""Terms cut apart, one an item, and words that only look like several."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.beside import placed_right
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.terms import RawTerm
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span
from tests.unit.claims.sights import plain_sight


def _cut(text: str) -> list[str]:
    return [term.quote(text) for term in terms_in(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        # A time in front belongs to its own clause; what follows that is another term.
        (
            "In the first 42 days the Front will release 33 captives, and Norvia will let out its detained fighters",
            [
                "In the first 42 days the Front will release 33 captives",
                "Norvia will let out its detained fighters",
            ],
        ),
        (
            "Within a week Norvia must lift the siege and Kessara shall reopen the port",
            ["Within a week Norvia must lift the siege", "Kessara shall reopen the port"],
        ),
        (
            "within 30 days, Norvia will withdraw from the valley, and Kessara will hand over its rockets",
            ["within 30 days, Norvia will withdraw from the valley", "Kessara will hand over its rockets"],
        ),
        ("on day 40, the border would reopen to trade", ["on day 40, the border would reopen to trade"]),
        # A list of names is one subject.
        (
            "states including Ostria, Belland and Tarvia would be bound to come to its aid",
            ["states including Ostria, Belland and Tarvia would be bound to come to its aid"],
        ),
        (
            "companies from Ostria, Belland and Tarvia will run the mines",
            ["companies from Ostria, Belland and Tarvia will run the mines"],
        ),
        (
            "troops from Norvia would leave the mines, and Kessara would reopen the port",
            ["troops from Norvia would leave the mines", "Kessara would reopen the port"],
        ),
        # What heads a list is no part of its first item.
        (
            "The second is a package: demobilisation begins, arms deliveries stop and elections follow within 100 days",
            ["demobilisation begins", "arms deliveries stop", "elections follow within 100 days"],
        ),
        (
            " an exchange: Norvia frees 100 fighters, the Front lets go 12 pilots",
            ["Norvia frees 100 fighters", "the Front lets go 12 pilots"],
        ),
        # Clauses in the present tense are a term each; nouns that look like verbs are not.
        (
            "Norvia pulls back its guns and the Front stops the shelling of the port",
            ["Norvia pulls back its guns", "the Front stops the shelling of the port"],
        ),
        ("The fund pays pensions and salaries", ["The fund pays pensions and salaries"]),
        ("monitors guard bridges and army depots", ["monitors guard bridges and army depots"]),
        (
            "Norvia's army must leave schools and clinics it has taken",
            ["Norvia's army must leave schools and clinics it has taken"],
        ),
        # Who is only described before he acts is one with what he does.
        (
            "The Kessaran Front, the largest of the armed groups, frees the wounded prisoners",
            ["The Kessaran Front, the largest of the armed groups, frees the wounded prisoners"],
        ),
        (
            "Kessara would move its mortars, though not its rifles, to the depot",
            ["Kessara would move its mortars, though not its rifles, to the depot"],
        ),
        # Who makes up a body, and how many are given for how many, is said of what stands before.
        (
            "a commission of nine, three from each side and three from the League",
            ["a commission of nine, three from each side and three from the League"],
        ),
        ("an exchange of prisoners, ten for ten", ["an exchange of prisoners, ten for ten"]),
        ("free 60 women and 12 boys", ["free 60 women and 12 boys"]),
        (
            "the minister listed four things: guns out of the valley, monitors on the bridge",
            ["guns out of the valley", "monitors on the bridge"],
        ),
        (
            "three months without fighting followed by a nine-month political process",
            ["three months without fighting", "a nine-month political process"],
        ),
        (
            "the Front hands over its rockets and frees the pilots",
            ["the Front hands over its rockets", "frees the pilots"],
        ),
        (
            "that Norvia's tanks leave the road, that the rebels dig up their mines and that a court looks into deaths",
            ["Norvia's tanks leave the road", "the rebels dig up their mines", "a court looks into deaths"],
        ),
        ("Dorrin Courier) is to run for 90 days", ["is to run for 90 days"]),
        ("What they agreed: guns silent for 90 days, roads open", ["guns silent for 90 days", "roads open"]),
        # What stands between a text and its verb, or before the report's first sentence, is left out.
        (
            "shown to ambassadors on Monday, would give the rebels two ministries",
            ["would give the rebels two ministries"],
        ),
        (
            "TARN - The junta and the Kessaran rebels are to exchange 30 prisoners",
            ["The junta and the Kessaran rebels are to exchange 30 prisoners"],
        ),
        # Two things barred alike are two terms, and a cut leaves no half of a pair of quotation marks.
        ('"zero troops, zero guarantees"', ["zero troops", "zero guarantees"]),
        ('"no bases and no missiles" in the strip', ["no bases", 'no missiles" in the strip']),
        ('the last post is handed over,"', ["the last post is handed over"]),
        ('its "special status" and seats in the cabinet', ['its "special status"', "seats in the cabinet"]),
        # Who told it is no term.
        (
            "a legislature of 36 seats, Home Minister Adam Varr told parliament in the capital",
            ["a legislature of 36 seats"],
        ),
    ],
)
def test_one_term_an_item(said: str, terms: list[str]) -> None:
    assert _cut(said) == terms


@pytest.mark.parametrize(
    ("sight", "presented", "terms"),
    [
        (
            "restore banking in the north and to let aid convoys in without escorts",
            "draft",
            ["restore banking in the north", "let aid convoys in without escorts"],
        ),
        (
            "martial law is lifted and elections follow within 100 days",
            "draft",
            ["martial law is lifted", "elections follow within 100 days"],
        ),
        (
            "full disarmament in 30 days, federal control of airports and of the road to Tarn",
            "demand",
            ["full disarmament in 30 days", "federal control of airports and of the road to Tarn"],
        ),
        ("a joint council for the port, with a mayor named by Norvia", "draft", None),
        ("the clause on the port is gone, too, is", "draft", None),
    ],
)
def test_several_terms_in_one_sight(sight: str, presented: PresentedAs, terms: list[str] | None) -> None:
    page = page_of(f"The draft between Norvia and Kessara was seen. It says: {sight}.")
    raw = plain_sight(page, sight, presented, "governance")
    assert [t.span.quote(page.text) for t in placed_right(page, [raw])] == (terms or [sight])


LEAD = "The government of Kessara and the government of Norvia are at war. "


@pytest.mark.parametrize(
    ("said", "statuses"),
    [
        (
            "The new draft drops the amnesty for deserters and keeps the ban on foreign troops.",
            {"the amnesty for deserters": "dropped", "keeps the ban on foreign troops": "in"},
        ),
        (
            "The draft omits the amnesty for deserters but provides for the release of all prisoners.",
            {"the amnesty for deserters": "dropped", "the release of all prisoners": "in"},
        ),
        (
            "The draft omits the amnesty for deserters and leaves the border open to traders.",
            {"the amnesty for deserters": "dropped", "leaves the border open to traders": "in"},
        ),
        (
            "The draft leaves open the status of the port and sets up a commission for the mines.",
            {"the status of the port": "open", "sets up a commission for the mines": "in"},
        ),
        (
            "A clause that would have barred rebel officers from the army is out.",
            {"barred rebel officers from the army": "dropped"},
        ),
        ("The passage on the release of prisoners is gone.", {"the release of prisoners": "dropped"}),
        (
            "The draft drops the amnesty for deserters and the ban on foreign troops.",
            {"the amnesty for deserters": "dropped", "the ban on foreign troops": "dropped"},
        ),
    ],
)
def test_each_verb_of_a_text_has_its_own_place(said: str, statuses: dict[str, str]) -> None:
    page = page_of(LEAD + said)
    assert {t.span.quote(page.text): t.text_status for t in find_provisions(page, ())} == statuses


@pytest.mark.parametrize(
    ("said", "named", "served"),
    [
        ("states including Ostria, Belland and Tarvia would be bound to come to its aid", "Belland", False),
        ("guarantors such as Ostria and Belland must undertake to defend the valley of Tarvia", "Tarvia", True),
        ("states including Ostria and Belland would receive a share of the tolls", "Belland", True),
    ],
)
def test_a_list_of_those_who_are_bound_serves_none_of_them(said: str, named: str, *, served: bool) -> None:
    page = page_of(f"The draft between Norvia and Kessara was seen. It says: {said}.")
    start, at = page.text.index(said), page.text.index(named)
    raw = RawTerm(
        span=Span(start, start + len(said)),
        sure=0.95,
        topics=(("security_guarantees", 0.9),),
        presented_as="draft",
        presented_sure=0.99,
        modality="must",
        text_status="in",
        beneficiaries=(Span(at, at + len(named)),),
    )
    assert [bool(t.beneficiaries) for t in placed_right(page, [raw])] == [served]
