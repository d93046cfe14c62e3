"""Who the two sides of the talks are and whom "both armies" binds: swapped names swap it, a third party undoes it."""

from __future__ import annotations

import time

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.sides import alone, both_of, movement, opposite, sides
from nonpaper.claims.stances import find_positions
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

TWO = "The government of Kessara and the government of Norvia are at war. Talks between Kessara and Norvia go on. "
CIVIL = "The government of Kessara and the rebel Zale Liberation Front (ZLF) have agreed on a draft truce. "
BOTH, NOBODY = ("Kessara", "Norvia"), ()


def swapped(text: str) -> str:
    return text.replace("Kessara", "\0").replace("Norvia", "Kessara").replace("\0", "Norvia")


def only(lead: str, said: str) -> Provision:
    (term,) = [p for p in find_provisions(page_of(lead + said), ()) if not p.unsure]
    return term


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TWO, {"Kessara", "Norvia"}),
        (CIVIL, {"Kessara", "ZLF"}),
        ("The government of Kessara met the government of Norvia. The Kessara-Norvia talks resumed.", set(BOTH)),
        (TWO + "The United Nations and the European Union sent envoys to Kessara.", set(BOTH)),
        (TWO + "The government of Osterland, which mediates, spoke of hope.", set(BOTH)),
        ("Kessara spoke. Talks between Kessara and Norvia resumed. Talks between Kessara and Turkey resumed.", set()),
        ("The government of Kessara and the government of Norvia share a river with Turkey.", set()),
        ("Kessara, Norvia and Turkey have agreed on a truce. The governments of Kessara and of Norvia met.", set()),
        ("Turkey spoke of Spain. Spain spoke of Turkey. Wexel spoke of Wexel, and then Wexel again.", set()),
        ("A report on Turkey.", set()),
    ],
)
def test_the_sides_are_the_two_that_are_plain(text: str, found: set[str]) -> None:
    assert set(sides(page_of(text)) or ()) == found


def test_an_army_and_a_delegation_tell_a_side_and_what_is_brought_by_somebody_tells_who_is_none() -> None:
    text = (
        "The government of Kessara, the government of Norvia and the government of Osterland met. "
        "Kessaran troops left, and Norvian artillery fired. The delegation of Norvia wept. The Kessaran delegation "
        "spoke. A plan drafted by Osterland names monitors from Osterland. Osterland, officials said, hopes. "
    )
    other = text.replace("Norvia", "\0").replace("Osterland", "Norvia").replace("\0", "Osterland")
    assert set(sides(page_of(text)) or ()) == set(BOTH)
    assert set(sides(page_of(other)) or ()) == {"Kessara", "Osterland"}


def test_parties_are_weighed_in_linear_time() -> None:
    def seconds(times: int) -> float:
        page = page_of("".join(f"{TWO}The government of Veltia{chr(97 + n % 26)} wept. " for n in range(times)))
        begun = time.perf_counter()
        sides(page)
        return time.perf_counter() - begun

    seconds(20)
    assert seconds(400) < 16 * seconds(100)


def test_the_rebels_are_the_movement_among_the_sides_and_never_a_bloc() -> None:
    other = "The rebel Hill Resistance Army (HRA) wept. "
    assert movement(page_of(CIVIL + "Talks between Kessara and the ZLF go on. " + other)) == "ZLF"
    assert movement(page_of(other)) is not None
    assert movement(page_of(TWO + "The Grey Coast League of States (GCLS) wept. ")) is None


def test_swapped_names_swap_the_sides() -> None:
    text = "The army of Kessara fights. Talks between Kessara and Norvia resumed, and Norvia’s envoy spoke."
    assert (sides(page_of(text)), sides(page_of(swapped(text)))) == (BOTH, BOTH[::-1])


JOINT = [
    ("Under the 22-point plan, both sides would withdraw their guns.", True),
    ("The 22-point plan requires each army to leave the valley.", True),
    ("Under the 22-point plan neither country would station foreign troops at the border.", True),
    ("The 22-point plan calls for an exchange of all prisoners.", True),
    ("The 22-point plan provides for a hotline between the two coast guards.", True),
    ("The 22-point plan calls for a 90-day truce.", True),
    ("Under the 22-point plan, Kessara and its neighbour would share the water.", True),
    ("The 22-point plan calls for the reopening of the two border crossings.", False),
    ("The 22-point plan calls for the release of the two journalists.", False),
]


@pytest.mark.parametrize(("said", "bound"), JOINT)
def test_what_both_must_do_binds_both(said: str, bound: bool) -> None:
    assert set(only(TWO, said).obligor) == (set(BOTH) if bound else set())
    assert set(only(swapped(TWO), swapped(said)).obligor) == (set(BOTH) if bound else set())


@pytest.mark.parametrize("said", [said for said, _ in JOINT if "neighbour" not in said])
def test_where_a_third_party_is_as_likely_nobody_is_bound(said: str) -> None:
    third = TWO + "Talks between Kessara and Turkey on the war began. Turkey and Kessara signed a treaty. "
    assert only(third, said).obligor == NOBODY


def test_what_both_may_do_serves_both() -> None:
    (term,) = find_provisions(page_of(TWO + "The 22-point plan lets either side leave after a year."), ())
    assert (term.modality, term.obligor, set(term.beneficiary)) == ("may", (), set(BOTH))


def test_what_both_agreed_to_binds_both_through_a_whole_list() -> None:
    text = TWO + "The sides agreed to open four crossings, clear mines and exchange prisoners."
    terms = find_provisions(page_of(text), ())
    assert len(terms) == 3
    assert {frozenset(t.obligor) for t in terms} == {frozenset(BOTH)}


def test_what_others_were_named_by_twos_is_not_theirs() -> None:
    unknown = "Under the 22-point plan, Osterland and Merrick would send observers. Both would pay for them."
    texts = "The 22-point plan has two drafts. Both would be opened to observers under the plan."
    for said in (unknown, texts):
        assert all(t.obligor == NOBODY for t in find_provisions(page_of(TWO + said), ()))


def test_the_army_is_the_states_where_it_faces_rebels_and_nobodys_between_two_states() -> None:
    said = "The 22-point plan would oblige the army to leave the valley."
    assert only(CIVIL, said).obligor == ("Kessara",)
    assert only(TWO, said).obligor == NOBODY
    assert opposite(page_of(CIVIL)) == ("Kessara", "ZLF")
    third = "Norvia is near. Norvia is rich. Norvia is old. "
    assert only(CIVIL + third * 2, said).obligor == NOBODY


def test_rebels_are_no_country() -> None:
    said = "Under the 22-point plan neither country would station foreign troops at the border."
    assert only(CIVIL, said).obligor == NOBODY


@pytest.mark.parametrize(
    ("said", "obligor", "beneficiary"),
    [
        ("The 22-point plan caps Kessara at 60,000 soldiers.", {"Kessara"}, set()),
        ("The 22-point plan bars Kessara from joining any alliance.", {"Kessara"}, set()),
        ("The 22-point plan gives Kessara a veto over the budget.", set(), {"Kessara"}),
        ("The 22-point plan entitles Norvia to a seat on the council.", set(), {"Norvia"}),
        ("The 22-point plan calls for the release of Kessaran prisoners.", {"Norvia"}, set()),
    ],
)
def test_a_texts_verb_binds_or_serves_whom_it_names(said: str, obligor: set[str], beneficiary: set[str]) -> None:
    term = only(TWO, said)
    assert (set(term.obligor), set(term.beneficiary)) == (obligor, beneficiary)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Both sides rejected the 22-point plan.", "rejects"),
        ("The two governments accepted the 22-point plan.", "accepts"),
    ],
)
def test_both_hold_a_stance_that_both_took(said: str, stance: str) -> None:
    positions = find_positions(page_of(TWO + said), (), ())
    assert {(p.party, p.stance) for p in positions if not p.unsure} == {(party, stance) for party in BOTH}


def test_what_a_third_says_of_both_is_no_yes_of_either() -> None:
    said = "The envoy of Turkey, he wept. Turkey's envoy said both sides had accepted the 22-point plan."
    assert find_positions(page_of(TWO + said), (), ()) == ()


def test_neither_side_takes_no_stance() -> None:
    assert find_positions(page_of(TWO + "Neither side accepted the 22-point plan."), (), ()) == ()


def test_one_joining_is_no_war_of_two_where_a_third_is_named_as_often() -> None:
    text = "Kessara and Norvia signed a treaty. The governments of Kessara and of Norvia met Turkey."
    assert alone(page_of(text + " Turkey and Turkey.")) is None


def test_both_is_found_in_linear_time() -> None:
    def seconds(times: int) -> float:
        page = page_of(TWO + "They agreed, both sides and the two armies, each to the two. " * times)
        begun = time.perf_counter()
        for sentence in page.sentences:
            both_of(page, Span(sentence.start, sentence.start + 4))
        find_provisions(page, ())
        return time.perf_counter() - begun

    seconds(20)
    assert seconds(400) < 16 * seconds(100)
