"""Who is bound, who is served, on what condition, and how well a term is known; swapped names swap the result."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia are at war. "
SWAP = {"Kessara": "Norvia", "Norvia": "Kessara"}


def only(text: str) -> Provision:
    (term,) = [p for p in find_provisions(page_of(LEAD + text), ()) if not p.unsure]
    return term


CASES = [
    ("The 22-point plan would require Kessara to withdraw its troops.", ("Kessara",), ()),
    ("Under the 22-point plan, Kessara would withdraw its troops.", ("Kessara",), ()),
    ("Under the 22-point plan, the armed forces of Kessara would be limited to 60,000.", ("Kessara",), ()),
    ("The 22-point plan says that Kessara would be granted security guarantees.", (), ("Kessara",)),
    ("The 22-point plan would recognise the valley as de facto Norvian.", (), ("Norvia",)),
    ("The 22-point plan calls for the withdrawal of Norvian troops.", ("Norvia",), ()),
    ("Under the 22-point plan, Kessara would unfreeze $6 billion in Norvian assets.", ("Kessara",), ("Norvia",)),
    ("Under the 22-point plan, Kessara would lift all sanctions on Norvia.", ("Kessara",), ("Norvia",)),
    ("The 22-point plan would have Kessara release all prisoners.", ("Kessara",), ()),
    ("The 22-point plan would have Kessara hand the captives to Norvia.", ("Kessara",), ("Norvia",)),
    ("Under the 22-point plan, Kessara would keep the naval base.", (), ("Kessara",)),
    ("Under the 22-point plan, the seized ships would be returned to Norvia.", (), ("Norvia",)),
    ("Under the 22-point plan, the customs house stays under Norvian control.", (), ("Norvia",)),
    ("Under the 22-point plan, Kessara would pay $3 billion to Norvia.", ("Kessara",), ("Norvia",)),
    ("Under the 22-point plan, Kessara would hand all heavy weapons to Norvia.", ("Kessara",), ()),
    ("Under the 22-point plan, Kessara would keep its sanctions on Norvia.", (), ("Kessara",)),
    ("The 22-point plan calls for a monitoring mission led by Kessara and Norvia.", ("Kessara", "Norvia"), ()),
]


@pytest.mark.parametrize(("text", "obligor", "beneficiary"), CASES)
def test_who_is_bound_and_who_is_served(text: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]) -> None:
    term = only(text)
    assert (set(term.obligor), set(term.beneficiary)) == (set(obligor), set(beneficiary))


@pytest.mark.parametrize(("text", "obligor", "beneficiary"), CASES)
def test_swapped_names_swap_the_result(text: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]) -> None:
    swapped = text.replace("Kessara", "\0").replace("Norvia", "Kessara").replace("\0", "Norvia")
    term = only(swapped)
    assert set(term.obligor) == {SWAP[p] for p in obligor}
    assert set(term.beneficiary) == {SWAP[p] for p in beneficiary}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (
            "The 22-point plan calls for a withdrawal of troops after elections are held.",
            "after elections are held",
            "sequence",
        ),
        (
            "The 22-point plan would lift sanctions in exchange for a ceasefire.",
            "in exchange for a ceasefire",
            "reciprocal",
        ),
        (
            "Under the 22-point plan the guarantees would lapse if Kessara attacks Norvia.",
            "if Kessara attacks Norvia",
            "lapse",
        ),
    ],
)
def test_a_condition_has_its_words_and_its_kind(text: str, words: str, kind: str) -> None:
    term = only(text)
    assert [(c.span.quote(LEAD + text), c.kind) for c in term.conditions] == [(words, kind)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The point on an amnesty in the 22-point plan has been removed.", "dropped"),
        ("The 22-point plan leaves open the withdrawal of troops.", "open"),
        ("The 22-point plan calls for the withdrawal of troops.", "in"),
    ],
)
def test_a_term_is_in_the_text_dropped_or_open(text: str, status: str) -> None:
    assert only(text).text_status == status


def test_money_that_goes_to_another_does_not_serve_whose_it_was() -> None:
    text = LEAD + "Under the 22-point plan, Kessara would release Norvian assets to a fund for victims."
    assert all("Norvia" not in p.beneficiary for p in find_provisions(page_of(text), ()))


@pytest.mark.parametrize(
    ("demand", "served"),
    [
        ("Kessara insists on the last hostage's remains", ("Kessara",)),
        ("Kessara demands all of it", ("Kessara",)),
        ("Kessara demands safe passage to the port", ("Kessara",)),
        ("Kessara wants the preamble to acknowledge its rights", ("Kessara",)),
        ("Kessara demands safe passage for Norvian nurses", ()),
        ("Kessara demands the closing of the port", ()),
        ("Kessara wants the movement to respect its commitments", ()),
    ],
)
def test_what_is_plainly_the_demanders_own_serves_it(demand: str, served: tuple[str, ...]) -> None:
    found = find_provisions(page_of(LEAD + f"The valley was lost in June. {demand}."), ())
    assert {p.beneficiary for p in found if p.presented_as == "demand"} == {served}


def told(text: str, kind: str, party: str | None, *, denied: bool = False) -> str:
    whole = LEAD + text
    content = text.split(" said ")[1].rstrip(".")
    at = whole.index(content)
    claim = Claim(
        source=(Span(whole.index(text), whole.index(" said ")),),
        cue=(),
        content=(Span(at, at + len(content)),),
        kind=kind,  # type: ignore[arg-type]
        party=party,
        denied=denied,
    )
    (term,) = [p for p in find_provisions(page_of(whole), (claim,)) if p.presented_as == "draft"]
    return term.status


def test_a_party_on_record_attests_and_an_unnamed_official_does_not() -> None:
    text = "The minister said the 22-point plan calls for the withdrawal of troops."
    assert told(text, "on_record_principal", "Kessara") == "attested"
    assert told(text, "unnamed_official", "Kessara") == "reported"
    assert told(text, "on_record_principal", None) == "reported"
    assert told(text, "on_record_spokesperson", "Kessara", denied=True) == "denied"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "The accord that both leaders signed in Ostrel obliges Kessara to withdraw its troops within ten days.",
            "signed",
        ),
        (
            "Kessara and Norvia put their signatures to the accord. The accord provides for a release of captives.",
            "signed",
        ),
        ("The accord, not yet signed by Norvia, provides for the release of all prisoners.", "reported"),
        ("An accord was signed in Ostrel years ago. The 22-point plan calls for the withdrawal of troops.", "reported"),
        ("Once it is signed, the 22-point plan would oblige Kessara to withdraw its troops.", "reported"),
    ],
)
def test_a_term_is_signed_where_its_own_text_is(text: str, status: str) -> None:
    terms = [p for p in find_provisions(page_of(LEAD + text), ()) if p.presented_as == "draft"]
    assert {t.status for t in terms} == {status}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        (
            "Once the ports are open, the 22-point plan would oblige Kessara to withdraw its troops.",
            "Once the ports are open",
            "sequence",
        ),
        (
            "Under the 22-point plan Kessara would withdraw its troops, provided that Norvia frees those it holds.",
            "provided that Norvia frees those it holds",
            "precondition",
        ),
    ],
)
def test_a_condition_before_or_after_a_term_is_its_own(text: str, words: str, kind: str) -> None:
    assert [((LEAD + text)[c.span.start : c.span.end], c.kind) for c in only(text).conditions] == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The 22-point plan says that Kessara would withdraw its troops before the end of May.",
        "The 22-point plan says that Kessara would drop its case before the court of the league.",
        "The 22-point plan says that Kessara would withdraw its troops after 24 months.",
    ],
)
def test_days_courts_and_spans_of_time_are_no_conditions(text: str) -> None:
    assert only(text).conditions == ()
