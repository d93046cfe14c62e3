"""What the model sees beside a term and is not of it, and the plain opposite that stays."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.provisions.drafts import texts_called
from nonpaper.claims.provisions.seen import seen_terms
from nonpaper.claims.sides import mutual
from nonpaper.claims.terms import RawTerm
from nonpaper.model.codes import Modality
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia are at war. A draft agreement was seen. "


def _span(page: Page, words: str) -> Span:
    start = page.text.index(words, len(LEAD))
    return Span(start, start + len(words))


def _raw(
    page: Page, words: str, *obligors: str, modality: Modality = "must", guarantors: tuple[str, ...] = ()
) -> RawTerm:
    return RawTerm(
        span=_span(page, words),
        sure=0.95,
        topics=(("sanctions", 0.9),),
        presented_as="draft",
        presented_sure=0.99,
        modality=modality,
        text_status="in",
        obligors=tuple(_span(page, o) for o in obligors),
        guarantors=tuple(_span(page, g) for g in guarantors),
        conditions=(),
    )


def _made(said: str, *terms: tuple[str, ...], guarantors: tuple[str, ...] = ()) -> list[Provision]:
    page = page_of(LEAD + said)
    raw = [_raw(page, words, *obligors, guarantors=guarantors) for words, *obligors in terms]
    return list(seen_terms(page, raw, texts_called(page)))


@pytest.mark.parametrize(
    ("said", "term", "seen", "bound"),
    [
        (
            "It exempts teachers from the oath. Neither side may lay mines.",
            "It exempts teachers from the oath",
            "Neither side",
            (),
        ),
        (
            "It bars Norvia from the strait. Kessara may not lay mines.",
            "It bars Norvia from the strait",
            "Kessara",
            ("Norvia",),
        ),
        ("A truce in Norvia lifts all sanctions for a month.", "A truce in Norvia lifts all sanctions", "Norvia", ()),
        (
            "The army of Norvia would lift all sanctions.",
            "The army of Norvia would lift all sanctions",
            "Norvia",
            ("Norvia",),
        ),
        ("Norvia would lift all sanctions in May.", "would lift all sanctions", "Norvia", ("Norvia",)),
    ],
)
def test_who_acts_in_another_sentence_or_is_the_place_is_not_bound(
    said: str, term: str, seen: str, bound: tuple[str, ...]
) -> None:
    (made,) = _made(said, (term, seen))
    assert made.obligor == bound


@pytest.mark.parametrize(
    ("said", "term", "words", "roles"),
    [
        (
            "The accord between Kessara and Norvia gives Norvia a veto over sanctions.",
            "Norvia gives Norvia a veto over sanctions",
            "gives Norvia a veto over sanctions",
            ((), ("Norvia",)),
        ),
        (
            "The treaty between Kessara and Norvia obliges Kessara to lift all sanctions.",
            "Norvia obliges Kessara to lift all sanctions",
            "obliges Kessara to lift all sanctions",
            (("Kessara",), ()),
        ),
        (
            "The treaty says Norvia would lift all sanctions.",
            "Norvia would lift all sanctions",
            "Norvia would lift all sanctions",
            (("Norvia",), ()),
        ),
    ],
)
def test_the_second_of_a_pair_is_not_who_does_what_the_text_does(
    said: str, term: str, words: str, roles: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    page = page_of(LEAD + said)
    (made,) = _made(said, (term, "Norvia"))
    assert (made.span.quote(page.text), (made.obligor, made.beneficiary)) == (words, roles)


def test_a_subject_before_an_aside_does_all_of_a_row() -> None:
    said = "Norvia, for its part, would pardon all rebels, reserve 20 seats, and lift all sanctions. Observers came."
    found = _made(
        said, ("Norvia, for its part",), ("would pardon all rebels",), ("reserve 20 seats",), ("lift all sanctions",)
    )
    assert [t.obligor for t in found] == [("Norvia",)] * 3


def test_a_noun_after_a_term_is_nobodys_deed() -> None:
    said = "Norvia would lift all sanctions, and observers of the dam would come."
    found = _made(said, ("Norvia would lift all sanctions",), ("observers of the dam would come",))
    assert [t.obligor for t in found] == [("Norvia",), ()]


@pytest.mark.parametrize(
    ("said", "term", "seen", "watching"),
    [
        (
            "It moves the mission from Kessara to the coast. Norvia will guarantee it.",
            "moves the mission from Kessara to the coast",
            ("Norvia",),
            ("Norvia",),
        ),
        (
            "Kessara and Norvia are named as guarantors of it.",
            "Kessara and Norvia are named as guarantors of it",
            ("Kessara",),
            ("Kessara", "Norvia"),
        ),
    ],
)
def test_who_vouches(said: str, term: str, seen: tuple[str, ...], watching: tuple[str, ...]) -> None:
    page = page_of(LEAD + said)
    names = ("Kessara", "Norvia") if "named" in said else ()
    raw = _raw(page, term, *names, guarantors=seen)
    (made,) = seen_terms(page, [raw], texts_called(page))
    assert made.verifier == watching


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("the ceasefire shall be supervised by 250 unarmed monitors", False),
        ("a truce in Norvia shortens the embargo", False),
        ("the hostages freed before any ceasefire", False),
        ("the ceasefire shall begin in May", True),
        ("a full and lasting ceasefire", True),
    ],
)
def test_a_truce_binds_both_but_not_who_watches_it(said: str, both: bool) -> None:
    page = page_of(f"{LEAD}The draft: {said}.")
    assert bool(mutual(page, _span(page, said))) is both
