"""Parties that nothing explains are taken from what the model sees them do, and what may be no party's waits."""

from __future__ import annotations

import pytest

from nonpaper.claims.actors import UNEXPLAINED, beside, with_actors, with_unexplained
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.terms import Heads, RawStance, RawTerm
from nonpaper.model.position import Position
from nonpaper.model.span import Span

LEAD = "The government of Norvia met mediators. "


def _heads(text: str, holder: str, said: str) -> Heads:
    """The model sees `said` as a no of `holder`."""
    at, words = text.index(holder, len(LEAD) - 1), text.index(said, len(LEAD) - 1)
    stance = RawStance(
        span=Span(words, words + len(said)),
        sure=0.95,
        stance="rejects",
        stance_sure=0.98,
        basis="self",
        topics=(("plan", 0.9),),
        holder=Span(at, at + len(holder)),
    )
    return Heads(stances=(stance,))


def _parties(page: Page) -> set[str | None]:
    return {m.party for m in page.mentions}


def _found(said: str, holder: str) -> tuple[Position, ...]:
    page = page_of(LEAD + said)
    seen = _heads(page.text, holder, said.split(".", maxsplit=1)[0])
    page = with_actors(page, seen)
    wide = with_unexplained(page, seen)
    found = (tuple(seen_stances(p, seen.stances, ())) for p in (page, wide))
    return beside(*found, page)


@pytest.mark.parametrize(
    ("said", "holder", "party"),
    [
        ("The Brigades rejected the plan.", "The Brigades", "Brigades"),
        ("In the spring the Seven Groups rejected the plan.", "the Seven Groups", "Seven Groups"),
        ("The Bloc's envoy rejected the plan.", "The Bloc's envoy", "Bloc"),
        ("Gorvia rejected the plan.", "Gorvia", "Gorvia"),
        ("The Assembly of River Clans rejected the plan.", "The Assembly of River Clans", "Assembly of River Clans"),
    ],
)
def test_who_is_seen_acting_is_a_party_that_nothing_else_explains(said: str, holder: str, party: str) -> None:
    assert [(p.party, p.unsure) for p in _found(said, holder)] == [(party, False)]


@pytest.mark.parametrize(
    ("said", "holder"),
    [
        ("Holmsk rejected the plan.", "Holmsk"),
        ("Tel Aran was quiet, and yesterday Arvels rejected the plan.", "Arvels"),
    ],
)
def test_a_name_alone_may_be_a_capitals_and_waits(said: str, holder: str) -> None:
    found = _found(said, holder)
    assert [(p.party, p.unsure) for p in found] == [(holder, True)]
    assert UNEXPLAINED in found[0].doubts


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        ("Holmsk rejected the plan. Traders of both states shrugged.", False),
        ("Holmsk rejected the plan. The two countries share a river.", False),
        ("Holmsk rejected the plan. Both officials shrugged.", True),
        ("Holmsk rejected the plan. Traders of both towns shrugged.", True),
        ("Holmsk rejected the plan. Both states shrugged, the government of Belland said.", True),
    ],
)
def test_in_a_report_of_two_states_the_one_unexplained_name_is_the_other(said: str, *, waits: bool) -> None:
    assert [p.unsure for p in _found(said, "Holmsk")] == [waits]


@pytest.mark.parametrize(
    ("said", "holder"),
    [
        ("The Foreign Ministry rejected the plan.", "The Foreign Ministry"),
        ("The Prime Minister rejected the plan.", "The Prime Minister"),
        ("The Morning Ledger rejected the plan.", "The Morning Ledger"),
        ("Prosecutors rejected the plan.", "Prosecutors"),
        ("Falk rejected the plan. Nora Falk is a painter.", "Falk"),
        ("Nobody rejected the plan.", "Nobody"),
        ("The Parties rejected the plan.", "The Parties"),
        ("The Harbour Protocol rejected the plan.", "The Harbour Protocol"),
        ("Harbour pilots rejected the plan.", "Harbour pilots"),
        ("Izran al-Rashid rejected the plan.", "Izran al-Rashid"),
    ],
)
def test_offices_papers_persons_and_plain_words_are_no_party(said: str, holder: str) -> None:
    page = page_of(LEAD + said)
    seen = _heads(page.text, holder, said.split(".", maxsplit=1)[0])
    wide = with_unexplained(with_actors(page, seen), seen)
    assert holder.removeprefix("The ").split()[0] not in " ".join(p or "" for p in _parties(wide))


def test_every_place_of_such_a_name_is_one_of_the_party() -> None:
    said = "The Brigades rejected the plan. A day later envoys of the Brigades left. Brigades Street was empty."
    page = page_of(LEAD + said)
    found = with_actors(page, _heads(page.text, "The Brigades", "The Brigades rejected the plan"))
    assert [m.span.quote(found.text) for m in found.mentions if m.party == "Brigades"] == ["Brigades", "Brigades"]


def test_where_something_happens_nobody_acts() -> None:
    said = "Holmsk rejected the plan. Envoys met in Holmsk again."
    page = page_of(LEAD + said)
    wide = with_unexplained(page, _heads(page.text, "Holmsk", "Holmsk rejected the plan"))
    assert [m.span.start for m in wide.mentions if m.party == "Holmsk"] == [len(LEAD)]


def test_who_is_bound_by_a_term_is_taken_too() -> None:
    page = page_of(LEAD + "The draft has the Brigades leave the port.")
    at = page.text.index("the Brigades")
    term = RawTerm(
        span=Span(at, len(page.text) - 1),
        sure=0.9,
        topics=(("withdrawal", 0.9),),
        presented_as="draft",
        presented_sure=0.9,
        modality="must",
        text_status="in",
        obligors=(Span(at, at + len("the Brigades")),),
    )
    assert "Brigades" in _parties(with_actors(page, Heads(terms=(term,))))


def test_where_nobody_is_seen_acting_the_page_stays_what_it_is() -> None:
    page = page_of(LEAD + "The Brigades rejected the plan.")
    assert with_actors(page, Heads()) is page
    assert with_unexplained(page, Heads()) is page


def test_what_is_known_keeps_its_party() -> None:
    page = page_of(LEAD + "Norvia rejected the plan.")
    assert with_actors(page, _heads(page.text, "Norvia", "Norvia rejected the plan")) is page


@pytest.mark.parametrize(
    ("said", "waits"),
    [
        ("A Norvian envoy said Holmsk had rejected the plan.", True),
        ("A Norvian envoy said Holmsk would reject the plan.", False),
    ],
)
def test_what_an_unexplained_name_did_is_not_surely_the_tellers(said: str, waits: bool) -> None:
    page = page_of(LEAD + said)
    span = Span(page.text.index("Holmsk"), len(page.text) - 1)
    made = [
        Position(party=who, topic="plan", stance="rejects", basis="self", span=span) for who in ("Norvia", "Holmsk")
    ]
    assert [(p.party, p.unsure) for p in beside(made[:1], made[1:], page)] == [("Norvia", waits)]


def test_a_speakers_label_and_the_owners_of_a_body_are_no_party() -> None:
    label = page_of(LEAD + "HARVA: And the passports?")
    assert "HARVA" not in _parties(with_unexplained(label, _heads(label.text, "HARVA", "HARVA: And")))
    body = page_of(LEAD + "The Weavers’ Guild refuses the draft.")
    assert "Weavers" not in _parties(with_actors(body, _heads(body.text, "The Weavers’ Guild", "The Weavers’ Guild")))


@pytest.mark.parametrize(("bound", "party"), [("Holmsk", True), ("Tarn", False)])
def test_a_name_that_speaks_and_that_a_term_binds_is_a_partys(bound: str, party: bool) -> None:
    text = f"{LEAD}Holmsk rejected the plan. By it Holmsk frees 40 men, and Tarn pays for them."
    page = page_of(text)
    at = text.rindex(bound)
    term = RawTerm(
        span=Span(at, len(text) - 1),
        sure=0.95,
        topics=(("prisoners", 0.9),),
        presented_as="draft",
        presented_sure=0.99,
        modality="must",
        text_status="in",
        obligors=(Span(at, at + len(bound)),),
    )
    seen = _heads(text, "Holmsk", "Holmsk rejected the plan")
    found = _parties(with_actors(page, Heads(stances=seen.stances, terms=(term,))))
    assert ("Holmsk" in found, "Tarn" in found) == (party, False)
