"""Terms and stances that the model sees, as what may be stated of them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.provisions.drafts import Texts
from nonpaper.claims.provisions.seen import seen_terms
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.terms import RawCondition, RawStance, RawTerm
from nonpaper.claims.who import holder_of, parties_of
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

TEXT = (
    "The government of Norvia and the government of Kessara met again for talks. "
    "Kessara would withdraw its troops within 30 days if the guns fall silent, and it would pay for the mines. "
    "Norvia will never accept the cap, its president said."
)

NO_TEXTS = Texts((), frozenset())


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def page() -> Page:
    return page_of(TEXT)


TERM = RawTerm(
    span=at("Kessara would withdraw its troops within 30 days"),
    sure=0.95,
    topics=(("withdrawal", 0.9),),
    presented_as="draft",
    presented_sure=0.99,
    modality="must",
    text_status="in",
    obligors=(Span(at("Kessara would").start, at("Kessara would").start + 7),),
    conditions=(RawCondition(span=at("if the guns fall silent"), kind="precondition", sure=0.9),),
)
STANCE = RawStance(
    span=at("Norvia will never accept the cap"),
    sure=0.9,
    stance="red_line",
    stance_sure=0.9,
    topics=(("force_limits", 0.9),),
    basis="self",
    holder=Span(at("Norvia will").start, at("Norvia will").start + 6),
)


def test_a_plain_term_is_stated_with_whoever_must_and_when() -> None:
    (term,) = seen_terms(page(), [TERM], NO_TEXTS)
    assert (term.unsure, term.obligor, term.deadline, term.conditions[0].kind) == (
        False,
        ("Kessara",),
        "within 30 days",
        "precondition",
    )


def test_a_term_that_may_be_no_term_waits_for_a_person() -> None:
    (weak,) = seen_terms(page(), [replace(TERM, sure=0.5, presented_sure=0.96)], NO_TEXTS)
    (unlike,) = seen_terms(page(), [replace(TERM, presented_sure=0.5)], NO_TEXTS)
    assert weak.unsure
    assert unlike.unsure


def test_a_weak_term_is_stated_where_its_own_words_bear_it_out() -> None:
    (term,) = seen_terms(page(), [replace(TERM, sure=0.5)], NO_TEXTS)
    assert not term.unsure


def test_a_name_bears_nothing_out() -> None:
    text = "The government of Kessara is at war. The draft was read, the Harbour Post reports."
    where = text.index("the Harbour Post")
    term = replace(TERM, span=Span(where, where + len("the Harbour Post")), sure=0.5, obligors=(), conditions=())
    assert all(made.unsure for made in seen_terms(page_of(text), [term], NO_TEXTS))


def test_a_term_beside_a_wish_is_not_stated_as_the_texts() -> None:
    text = (
        "The government of Kessara is at war with Norvia. Norvia wants peace: Kessara would withdraw its troops in May."
    )
    where = text.index("Kessara would")
    term = replace(TERM, span=Span(where, len(text) - 1), presented_sure=0.99, obligors=(), conditions=())
    (made,) = seen_terms(page_of(text), [term], NO_TEXTS)
    assert made.unsure


def test_a_faint_term_is_not_worth_a_look() -> None:
    assert list(seen_terms(page(), [replace(TERM, sure=0.3)], NO_TEXTS)) == []


def test_a_plain_stance_is_stated_for_whoever_holds_it() -> None:
    (stance,) = seen_stances(page(), [STANCE], ())
    assert (stance.party, stance.stance, stance.topic, stance.unsure) == ("Norvia", "red_line", "force_limits", False)


def test_a_faint_stance_is_stated_where_its_words_tell_it_and_waits_where_they_do_not() -> None:
    faint = replace(STANCE, sure=0.55)
    (told,) = seen_stances(page(), [faint], ())
    (other,) = seen_stances(page(), [replace(faint, stance="accepts_if")], ())
    assert (told.unsure, other.unsure) == (False, True)


@pytest.mark.parametrize(
    "changes",
    [
        {"stance": "criticises", "stance_sure": 0.99},
        {"stance": "threatens", "stance_sure": 0.8},
        {"topics": (("energy", 0.45), ("borders", 0.45))},
    ],
)
def test_a_stance_in_doubt_waits_for_a_person(changes: dict[str, object]) -> None:
    (stance,) = seen_stances(page(), [replace(STANCE, **changes)], ())  # type: ignore[arg-type]
    assert stance.unsure


def test_what_the_opposition_or_a_mediator_says_is_no_partys_stance() -> None:
    for before in ("The opposition in Norvia", "Norvia, which mediates,"):
        text = f"The government of Kessara is at war. {before} will never accept the cap."
        where = text.index(before)
        seen = replace(STANCE, span=Span(where, len(text) - 1), holder=Span(where, where + len(before)))
        assert all(made.unsure for made in seen_stances(page_of(text), [seen], ())), before


def test_a_fact_insisted_on_is_no_demand() -> None:
    before = "The government of Kessara is at war. "
    for words, unsure in (("that it had read the paper", True), ("that Norvia leave the bridge", False)):
        text = f"{before}Kessara insisted {words}."
        holder, span = Span(len(before), len(before) + 7), Span(len(before), len(text) - 1)
        seen = replace(STANCE, span=span, stance="demands", stance_sure=0.99, holder=holder)
        (made,) = seen_stances(page_of(text), [seen], ())
        assert made.unsure is unsure, words


@pytest.mark.parametrize(("words", "kept"), [("its president said.", False), ("Norvia will never accept", True)])
def test_words_that_only_lead_in_are_no_stance(words: str, kept: bool) -> None:
    assert bool([*seen_stances(page(), [replace(STANCE, span=at(words))], [])]) == kept


def test_a_stance_that_is_not_plain_is_not_worth_a_look() -> None:
    assert list(seen_stances(page(), [replace(STANCE, sure=0.55, stance_sure=0.3)], ())) == []


def test_a_stance_of_whom_no_words_tell_waits_for_a_person_with_who_opens_its_clause() -> None:
    (stance,) = seen_stances(page(), [replace(STANCE, holder=None)], ())
    assert (stance.party, stance.unsure) == ("Norvia", True)


def test_a_stance_of_nobody_is_left_out() -> None:
    rain = page_of("Rain fell on the cap, which was out of the question.")
    assert list(seen_stances(rain, [replace(STANCE, holder=None, span=Span(0, len(rain.text)))], ())) == []


def test_a_pronoun_stands_for_the_party_before_it() -> None:
    assert parties_of(page(), Span(at("it would pay").start, at("it would pay").start + 2)) == ("Kessara",)


def test_a_source_that_was_resolved_says_whose_stance_it_is() -> None:
    claim = Claim(source=(at("its president"),), cue=(at("said"),), content=(at("Norvia will never accept the cap"),))
    assert holder_of(page(), at("its president"), [replace(claim, party="Norvia")]) == "Norvia"


FULL = (
    "Mediators put a draft truce before both delegations at the peace talks on Monday. "
    "Norvia's troops hold the ridge.\n\n"
)


def elsewhere(before: str, **changes: object) -> RawTerm:
    """The term, seen in a report that begins with other words."""
    shift = len(before)
    moved = Span(TERM.span.start + shift, TERM.span.end + shift)
    return replace(TERM, span=moved, obligors=(), conditions=(), **changes)  # type: ignore[arg-type]


def test_a_weak_sight_is_believed_where_the_report_is_full_of_talks_and_names_a_text() -> None:
    for sure, presented_sure, unsure in ((0.5, 0.96, False), (0.35, 0.96, None), (0.5, 0.8, True)):
        found = list(
            seen_terms(page_of(FULL + TEXT), [elsewhere(FULL, sure=sure, presented_sure=presented_sure)], NO_TEXTS)
        )
        assert [t.unsure for t in found] == ([] if unsure is None else [unsure]), sure


@pytest.mark.parametrize("held", ["In his words ", "In the view of some, and in their opinion, "])
def test_a_weak_sight_of_what_somebody_holds_right_is_not_believed(held: str) -> None:
    before = FULL + held
    text = before + TEXT[TEXT.index("Kessara would") :]
    where = text.index("Kessara would withdraw its troops within 30 days")
    term = elsewhere("", sure=0.5, presented_sure=0.96)
    moved = replace(term, span=Span(where, where + len("Kessara would withdraw its troops within 30 days")))
    assert all(made.unsure for made in seen_terms(page_of(text), [moved], NO_TEXTS))


def test_a_weak_sight_is_not_believed_beside_an_opinion() -> None:
    before = FULL + "Critics fear that "
    (term,) = seen_terms(page_of(before + TEXT), [elsewhere(before, sure=0.5)], NO_TEXTS)
    text = before + TEXT[TEXT.index("Kessara would") :]
    start = len(before)
    (feared,) = seen_terms(
        page_of(text),
        [replace(TERM, sure=0.5, span=Span(start, start + len("Kessara would withdraw its troops within 30 days")))],
        NO_TEXTS,
    )
    assert not term.unsure
    assert feared.unsure


def test_a_long_report_must_name_a_text_near_what_the_model_sees() -> None:
    far = "The weather was fine and the shops were open. " * 40 + "\n\n" + TEXT
    (term,) = seen_terms(page_of(far), [elsewhere(far[: -len(TEXT)], sure=0.95)], NO_TEXTS)
    assert term.doubts == ("no text is named near these words",)


def test_what_follows_from_a_text_and_an_older_text_wait_for_a_person() -> None:
    for said in (
        "would mark the end of the war",
        "which abolished the tolls",
        "The river treaty stays in abeyance until Kessara withdraws its troops",
        "Kessara would leave, as in the 2019 truce, the ridge",
    ):
        text = FULL + said + "."
        seen = replace(TERM, span=Span(len(FULL), len(FULL) + len(said)), obligors=(), conditions=())
        assert all(t.unsure for t in seen_terms(page_of(text), [seen], NO_TEXTS)), said


@pytest.mark.parametrize(
    ("main", "modality", "kind"),
    [
        ("the truce would nevertheless go on", "must", "precondition"),
        ("Kessara would release the prisoners", "must", "precondition"),
        ("the relief from sanctions ends", "lapses_if", "lapse"),
    ],
)
def test_a_condition_alone_is_read_with_the_clause_that_hangs_on_it(main: str, modality: str, kind: str) -> None:
    alone = "If Norvia forms no government by May"
    text = f"The draft is out. {alone}, {main}. Nobody has signed it."
    sight = replace(TERM, span=Span(18, 18 + len(alone)), modality="lapses_if", obligors=(), conditions=())
    (term,) = seen_terms(page_of(text), [sight], NO_TEXTS)
    assert (term.span.quote(text), term.modality) == (f"{alone}, {main}", modality)
    assert [(c.span.quote(text), c.kind) for c in term.conditions] == [(alone, kind)]


def test_a_sight_that_breaks_off_goes_on_to_the_end_of_its_condition() -> None:
    text = "The draft is out. Kessara will lift the blockade as soon as the prisoners have left, and trade goes on."
    cut = "Kessara will lift the blockade as soon"
    sight = replace(TERM, span=Span(18, 18 + len(cut)), obligors=(), conditions=())
    (term,) = seen_terms(page_of(text), [sight], NO_TEXTS)
    assert term.span.quote(text) == "Kessara will lift the blockade as soon as the prisoners have left"
    assert [c.span.quote(text) for c in term.conditions] == ["as soon as the prisoners have left"]
    assert find_bare(text, cut[:-8]).conditions == ()


def find_bare(text: str, words: str) -> Provision:
    """A sight of words that do not break off."""
    sight = replace(TERM, span=Span(18, 18 + len(words)), obligors=(), conditions=())
    (term,) = seen_terms(page_of(text), [sight], NO_TEXTS)
    return term


def test_what_may_be_done_is_a_texts_where_it_is_plainly_seen() -> None:
    text = "Kessara and Norvia read the draft. Four ships a day may enter the port of Zell."
    where = text.index("Four ships")
    may = replace(
        TERM, span=Span(where, len(text) - 1), topics=(("navigation_trade", 0.9),), obligors=(), conditions=()
    )
    (plain,) = seen_terms(page_of(text), [may], NO_TEXTS)
    (faint,) = seen_terms(page_of(text), [replace(may, sure=0.7)], NO_TEXTS)
    assert (plain.unsure, faint.unsure) == (False, True)


def test_a_long_sight_is_stated_sooner_where_the_report_has_a_plain_term() -> None:
    text = (
        "The peace talks of Kessara and Norvia go on. Kessara leaves the port. "
        "Two desks in the new office are kept for Norvians."
    )
    long = "Two desks in the new office are kept for Norvians"
    span = Span(text.index(long), text.index(long) + len(long))
    faint = replace(TERM, span=span, sure=0.65, topics=(("governance", 0.9),), obligors=(), conditions=())
    first = Span(text.index("Kessara leaves"), text.index("Kessara leaves") + len("Kessara leaves the port"))
    plain = replace(TERM, span=first, obligors=(), conditions=())
    alone = list(seen_terms(page_of(text), [faint], NO_TEXTS))
    beside = list(seen_terms(page_of(text), [plain, faint], NO_TEXTS))
    assert ([t.unsure for t in alone], [t.unsure for t in beside]) == ([True], [False, False])
