"""The particulars of a term: its figure, what it hangs on, how well it is known, and who speaks of doing it himself."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.conditions import conditions_around, conditions_in, no_event
from nonpaper.claims.provisions.roles.demander import for_them
from nonpaper.claims.provisions.speaking import by_speaker
from nonpaper.claims.provisions.values import value_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia are at war. "


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("its troops would have fallen from some 30,000 to 650 in stages", "650"),
        ("cut the army from today’s 9,000 to 6,000 men", "6,000"),
        ("a rotating chair at a ratio of two to one", "two to one"),
        ("put its rifles beyond use in four phases", "four phases"),
        ("withdraw 1,500 men in three stages", "1,500"),
        ("hold a vote in the first year", "first year"),
        ("the lists are exchanged on the 16th day", "16th day"),
        ("lorries pass twice a week", "twice a week"),
        ("zero troops", "zero"),
        ("leave by year’s end", "year’s end"),
        ("the second stage begins", None),
    ],
)
def test_steps_ratios_and_numbered_days_are_values(words: str, value: str | None) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            "the guns stay in the hills until the last prisoner is home",
            [("until the last prisoner is home", "precondition")],
        ),
        ("In return Norvia would lift its blockade", [("In return", "reciprocal")]),
        (
            "free the crew on the understanding that the strike ends",
            [("on the understanding that the strike ends", "precondition")],
        ),
        ("open embassies within a year of ratification", [("within a year of ratification", "sequence")]),
        ("drones are grounded for as long as the swap lasts", []),
        ("the truce runs until 30 June", []),
        ("leave the valley within 60 days", []),
    ],
)
def test_what_a_term_hangs_on(said: str, found: list[tuple[str, str]]) -> None:
    assert [(c.span.quote(said), c.kind) for c in conditions_in(said, Span(0, len(said)))] == found


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("open the port and the road, a diplomat said, provided the crew is freed.", "provided the crew is freed"),
        (
            "open the port under the old plan, on condition that the crew is freed.",
            "on condition that the crew is freed",
        ),
        ("open the port; it would close the road, provided the crew is freed.", None),
    ],
)
def test_a_condition_may_stand_behind_an_aside(said: str, condition: str | None) -> None:
    found = conditions_around(said, Span(0, len("open the port")), Span(0, len(said)))
    assert [c.span.quote(said) for c in found] == ([condition] if condition else [])


@pytest.mark.parametrize("span", ["Within 60 days", "in", "only", "until the end of the rainy season"])
def test_a_span_of_time_is_no_event(span: str) -> None:
    assert no_event(span)
    assert not no_event("within 60 days of the withdrawal")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The 22-point plan, published by the foreign ministry, calls for the withdrawal of troops.", "published"),
        ("On Monday a newspaper published the 22-point plan. It calls for the withdrawal of troops.", "published"),
        ("The 22-point plan, not yet published by anybody, calls for the withdrawal of troops.", "reported"),
        (
            "The lists of prisoners were published on Monday. The 22-point plan calls for the withdrawal of troops.",
            "reported",
        ),
        # initials only fix a text's words
        (
            "The 22-point plan that both initialled on Friday in Ostrel obliges Kessara to withdraw its troops.",
            "reported",
        ),
        ("The 22-point plan that was signed on Friday in Ostrel obliges Kessara to withdraw its troops.", "signed"),
        (
            "The 22-point plan calls for the withdrawal of troops. A Norvian minister denied that: nobody withdraws.",
            "denied",
        ),
        ("The 22-point plan calls for the withdrawal of troops. An analyst disputed that.", "reported"),
        ("The 22-point plan calls for the withdrawal of troops. A Norvian minister denied bribing envoys.", "reported"),
    ],
)
def test_how_well_a_term_is_known(text: str, status: str) -> None:
    terms = [p for p in find_provisions(page_of(LEAD + text), ()) if p.presented_as == "draft"]
    assert {t.status for t in terms} == {status}


def test_who_only_tells_of_an_offer_in_an_aside_did_not_make_it() -> None:
    text = "The Besk road, he said, had offered to leave the valley."
    at = text.index("leave")
    content = Span(at, len(text) - 1)
    whose = Claim(
        source=(Span(text.index("he said"), text.index(" said")),),
        cue=(),
        content=(content,),
        kind="named_party_official",
        party="Norvia",
    )
    made = Provision(span=content, topic="withdrawal", modality="must", presented_as="proposal")
    assert by_speaker(page_of(text), made, whose).obligor == ()


def spoken(text: str, words: str, presented: PresentedAs) -> Provision:
    at = text.index(words)
    whose = Claim(
        source=(Span(0, len("Norvia’s minister")),),
        cue=(),
        content=(Span(at, at + len(words)),),
        kind="named_party_official",
        party="Norvia",
    )
    made = Provision(span=Span(at, at + len(words)), topic="withdrawal", modality="must", presented_as=presented)
    return by_speaker(page_of(text), made, whose)


@pytest.mark.parametrize(
    ("said", "words", "bound"),
    [
        ("offered to leave the valley", "leave the valley", ("Norvia",)),
        ("said it was ready to leave the valley", "leave the valley", ("Norvia",)),
        ("said his fighters would join the police", "his fighters would join the police", ("Norvia",)),
        # somebody else stands between, good offices bind nobody, and who is given a thing is not bound
        ("said the rebels were ready to leave the valley", "leave the valley", ()),
        ("offered to host the next round", "host the next round", ()),
        ("said his fighters would be paid by the fund", "his fighters would be paid by the fund", ()),
        ("said it would receive a third", "it would receive a third", ()),
        ("said the army would leave", "the army would leave", ()),
    ],
)
def test_who_offers_to_do_a_thing_would_do_it(said: str, words: str, bound: tuple[str, ...]) -> None:
    assert spoken(f"Norvia’s minister {said}.", words, "proposal").obligor == bound
    assert spoken(f"Norvia’s minister {said}.", words, "demand").obligor == ()


@pytest.mark.parametrize(
    ("demanded", "own"),
    [
        ("its fighters on the payroll", True),
        ("its army be recognised", True),
        ("security guarantees from Kessara", True),
        ("the release of Kessara", False),
        ("the list of prisoners reworked", False),
        ("security guarantees for civilians", False),
        ("its navy be withdrawn", False),
    ],
)
def test_what_is_demanded_for_oneself(demanded: str, own: bool) -> None:
    assert for_them(demanded) == own
