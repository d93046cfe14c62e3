"""Whose somebody is by the names beside his office, and what is explained in passing; each beside its near opposite."""

from __future__ import annotations

import pytest

from nonpaper.claims.actors import with_actors
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.around_titles import before_quotation, own_head
from nonpaper.claims.officials import with_officials, with_owners
from nonpaper.claims.page import Page, page_of, with_mentions
from nonpaper.claims.sides import both_of, side_of
from nonpaper.claims.terms import Heads, RawStance
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span

TWO = "Sorvia's government and Brenna's government are at war. "
CIVIL = "The government of Sorvia and the rebel Tarn Upland Front agreed a truce. "


def party_of(text: str, name: str) -> str | None:
    """The party of the last mention of a person of that name."""
    page = with_officials(page_of(text))
    return [m.party for m in page.mentions if m.kind == "person" and m.span.quote(text).endswith(name)][-1]


def known(text: str) -> set[str]:
    return {m.party for m in with_officials(page_of(text)).mentions if m.party}


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("The Front's lawyer, Oda Marr, said no.", "Tarn Upland Front"),
        ("The Front's chief legal counsel, Oda Marr, said no.", "Tarn Upland Front"),
        ("Sorvia's trade secretary, Oda Marr, said no.", "Sorvia"),
        ("The Front's Oda Marr welcomed the talks.", "Tarn Upland Front"),
        ("Oda Marr, for Sorvia, was blunt.", "Sorvia"),
        ("Oda Marr speaks for the Front.", "Tarn Upland Front"),
        ("The Front will never settle, its leader, Oda Marr, said.", "Tarn Upland Front"),
        ('Sorvia accepts it. "Who would not?" its premier, Oda Marr, asked.', "Sorvia"),
    ],
)
def test_whose_a_person_is(said: str, party: str) -> None:
    assert party_of(f"{CIVIL}{said}", "Marr") == party


@pytest.mark.parametrize(
    "said",
    [
        "A lawyer, Oda Marr, said no.",
        "Ivo Rask's lawyer, Oda Marr, said no.",
        "The former foreign minister of the islands, Oda Marr, said no.",
        "The author Oda Marr, who had written for Sorvia, said no.",
        "A novelist, Oda Marr, welcomed the talks.",
        "Oda Marr speaks for many.",
        "The retired judge Oda Marr, for one, was blunt.",
    ],
)
def test_who_is_nobodys(said: str) -> None:
    page = with_officials(page_of(f"{CIVIL}{said}"))
    assert all(m.party is None for m in page.mentions if m.kind == "person")


def test_a_title_of_the_next_sentence_is_not_his() -> None:
    said = "The former foreign minister, Oda Marr, still rejects it. Brenna's envoy, Ivo Rask, said no."
    assert party_of(f"{TWO}{said}", "Marr") is None
    assert party_of(f"{TWO}{said}", "Rask") == "Brenna"


def test_its_office_is_of_who_opens_the_sentence() -> None:
    assert own_head("The Front will never settle, its") == "The Front"
    assert own_head("14:20 Sorvia accepts this point, its") == "Sorvia"
    # Whom the sentence only mentions, those named together, and a sentence about a thing.
    for said in ("Asked about the Front, its", "Told of Sorvia's offer, its", "Nothing will change, its", "Its"):
        assert own_head(said) == "", said


def test_its_office_after_a_quotation_is_of_who_was_named_before_it() -> None:
    assert before_quotation('Sorvia accepts it. "Who would not?" its ').startswith("Sorvia accepts it.")
    assert before_quotation('"Who would not?" its ') == ""


def test_a_minister_in_a_place() -> None:
    assert party_of(f"{TWO}In Brenna, which mediates, Foreign Minister Oda Marr said no.", "Marr") == "Brenna"
    assert party_of(f"{TWO}In Brenna, Finance Minister Oda Marr warned bankers.", "Marr") == "Brenna"
    # A foreign minister may be there on a visit, and others than a state's ministers anyway.
    assert party_of(f"{TWO}In Brenna, Foreign Minister Oda Marr said no.", "Marr") is None
    assert party_of(f"{TWO}In Brenna, former Finance Minister Oda Marr said no.", "Marr") is None
    assert party_of(f"{TWO}In Brenna, negotiator Oda Marr said no.", "Marr") is None


@pytest.mark.parametrize(
    "said",
    ["unless Brenna opens its own, President Oda Marr said", "if Brenna closes its own, says President Oda Marr"],
)
def test_what_a_state_will_do_in_return_its_own_minister_tells(said: str) -> None:
    assert party_of(f"{TWO}Water was scarce. Sorvia will keep its ports closed {said}.", "Marr") == "Sorvia"


@pytest.mark.parametrize(
    "said", ["to Brenna, President Oda Marr said", "for years and Brenna is wrong, President Oda Marr said"]
)
def test_what_a_state_will_do_to_another_may_be_told_by_either(said: str) -> None:
    assert party_of(f"{TWO}Water was scarce. Sorvia will open its ports {said}.", "Marr") is None


@pytest.mark.parametrize(
    ("said", "states"),
    [
        ("Orvia and Gell signed nothing. Both governments accept the line.", {"Orvia", "Gell"}),
        ("Dorn, the capital of Gell, was slower to answer.", {"Gell"}),
        ("Would Orvia give up the port? “Never,” says its prime minister.", {"Orvia"}),
        ("The two presidents, Oda Marr of Orvia and Ivo Rask of Gell, met again.", {"Orvia", "Gell"}),
        ("Envoy Oda Marr of Gell called on both to sign.", {"Gell"}),
    ],
)
def test_states_that_a_report_explains_in_passing(said: str, states: set[str]) -> None:
    assert states <= known(f"The talks on the truce go on. {said}")


@pytest.mark.parametrize(
    "said",
    [
        "Orvia and Gell signed nothing. Both singers were tired.",
        "Dorn, the former capital, was slower to answer.",
        "Would Orvia give up the port? Its fishermen doubt it.",
        "The two singers, Oda Marr of Orvia and Ivo Rask of Gell, met again.",
        "Pianist Oda Marr of Gell called on both to sign.",
    ],
)
def test_names_that_stay_unexplained(said: str) -> None:
    assert known(f"The talks on the truce go on. {said}").isdisjoint({"Orvia", "Gell", "Dorn"})


def test_a_city_called_a_capital_is_no_state() -> None:
    said = "Dorn, the capital of Gell, was slower. Dorn wants more. Dorn's foreign ministry said no."
    page = with_officials(page_of(f"The talks on the truce go on. {said}"))
    assert {m.party for m in page.mentions if m.span.quote(page.text) == "Dorn"} == {"Gell"}


def test_a_movement_with_its_initials_keeps_its_short_name() -> None:
    assert known("The People's Movement of the Hills (PMH) refused the truce. The Movement's delegate said no.") == {
        "PMH"
    }
    assert "Millers' League" in known("The truce holds. The Millers' League has refused it.")


def test_both_governments_are_the_only_two_states() -> None:
    def both(text: str) -> tuple[str, ...]:
        page = with_officials(page_of(text))
        at = text.index("Both governments")
        return both_of(page, Span(at, at + len("Both governments")))

    talks = "The talks on the truce go on. Orvia and Gell signed nothing. Both governments accept it."
    assert both(talks) == ("Orvia", "Gell")
    assert both(f"Ambra's envoys met. Ambra's army left. Ostel's government and Ambra's are at war. {talks}") == ()


def test_the_council_is_the_one_of_that_name() -> None:
    def side(text: str) -> str | None:
        page = _with(page_of(text), "Hill Council")
        at = text.rindex("council") - len("the ")
        return side_of(page, Span(at, at + len("the council")))

    assert side("The Hill Council wants schools. Then the council said no.") == "Hill Council"
    assert side("The Hill Movement wants schools. Then the council said no.") is None


def _with(page: Page, name: str) -> Page:
    at = page.text.find(name)
    more = [Mention(span=Span(at, at + len(name)), kind="party", name=name, party=name)] if at >= 0 else []
    return with_mentions(page, more)


def test_offices_of_a_party_that_the_model_has_told() -> None:
    text = "No, the Hill Council insists. The council's chair, Petra Lune, left. A judge, Oda Marr, did too."
    page = with_owners(_with(with_officials(page_of(text)), "Hill Council"))
    assert {m.party for m in page.mentions if m.kind == "person" and "Lune" in m.span.quote(text)} == {"Hill Council"}
    assert all(m.party is None for m in page.mentions if "Marr" in m.span.quote(text))


def heads(text: str, *holders: str, stance: Stance = "rejects") -> Heads:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    seen = [
        RawStance(
            span=at(h), sure=0.95, stance=stance, stance_sure=0.98, basis="self", topics={"plan": 5.0}, holder=at(h)
        )
        for h in holders
    ]
    return Heads(terms=(), stances=tuple(seen))


@pytest.mark.parametrize(
    ("text", "holder", "party"),
    [
        ("The Kesmirs have accepted the line. Kesmir’s draft has both pay half.", "The Kesmirs", "Kesmir"),
        ("The Harrows have accepted the line. The draft has both pay half.", "The Harrows", "Harrows"),
        ("The Brigades have accepted the line. A Brigade is small.", "The Brigades", "Brigades"),
        ("The Kesmiran opposition rejects the line, too.", "The Kesmiran", None),
    ],
)
def test_a_peoples_word_is_its_states(text: str, holder: str, party: str | None) -> None:
    page = with_actors(page_of(text), heads(text, holder))
    assert {m.party for m in page.mentions if text.index(holder) <= m.span.start < len(holder)} == (
        {party} if party else set()
    )
