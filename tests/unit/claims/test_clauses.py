"""Terms that a report gives as its own clauses, and sentences beside them that give none."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war. "
    "Osterland, which mediates, has put a draft agreement before both. "
)


def stated(said: str, claims: tuple[Claim, ...] = ()) -> list[tuple[Provision, str]]:
    text = LEAD + said
    return [(p, p.span.quote(text)) for p in find_provisions(page_of(text), claims) if not p.unsure]


def told(source: str, cue: str, content: str, kind: str, party: str | None) -> list[Provision]:
    text = f"{LEAD}{source} {cue} {content}."

    def at(words: str) -> tuple[Span, ...]:
        start = text.index(words, len(LEAD))
        return (Span(start, start + len(words)),)

    claim = Claim(source=at(source), cue=at(cue), content=at(content), kind=kind, party=party)  # type: ignore[arg-type]
    return [p for p in find_provisions(page_of(text), (claim,)) if not p.unsure]


@pytest.mark.parametrize(
    ("said", "words", "topic"),
    [
        (
            "Kessaran troops would fall back from the ridge.",
            "Kessaran troops would fall back from the ridge",
            "withdrawal",
        ),
        ("Tolls on the canal are to be shared.", "Tolls on the canal are to be shared", "navigation_trade"),
        (
            "Thirty captives would come home over four weeks: the wounded first.",
            "Thirty captives would come home over four weeks",
            "hostages",
        ),
        (
            "No heavy weapons may be kept within ten kilometres of the line.",
            "No heavy weapons may be kept within ten kilometres of the line",
            "weapons_limits",
        ),
        (
            "Under the first chapter, both armies hold their fire for four months.",
            "both armies hold their fire for four months",
            "ceasefire",
        ),
        (
            "There is a sentence under which the truce goes on while the talks do.",
            "the truce goes on while the talks do",
            "ceasefire",
        ),
        (
            "The withdrawal of Kessaran forces from the valley within 30 days is foreseen.",
            "The withdrawal of Kessaran forces from the valley within 30 days",
            "withdrawal",
        ),
        ("Also foreseen is the release of all prisoners.", "the release of all prisoners", "prisoners"),
        (
            "There is provision for a joint commission to watch the truce.",
            "a joint commission to watch the truce",
            "monitoring",
        ),
        (
            "The annex provides that the bodies are returned in the seventh week.",
            "the bodies are returned in the seventh week",
            "hostages",
        ),
    ],
)
def test_a_clause_with_a_deed_is_a_term(said: str, words: str, topic: str) -> None:
    ((term, quote),) = stated(said)
    assert (quote, term.topic, term.presented_as) == (words, topic, "draft")


@pytest.mark.parametrize(
    "said",
    [
        "If Norvia rejected the truce, Kessaran troops would leave the valley.",  # hypothesis
        "Kessara would withdraw its troops if there was no agreement.",  # threat
        "Kessara fears that Norvia would keep its bases.",  # fear
        "Critics say the valley would be handed to Norvia.",  # opinion
        "Shares in the port would rise on the news.",  # forecast
        "Norvia hopes that sanctions would be lifted.",  # wish
        "Would the prisoners be released?",  # question
        "The talks will resume on Monday and delegations are to return to Osterland.",  # course of the talks
        "Had it not been for the flood, the bridge would have been rebuilt.",  # what did not happen
        "He would hand over the ministry to his deputy.",  # a person's own affairs
        "The text says nothing about the release of prisoners.",
        "What the draft says",
    ],
)
def test_a_forecast_a_wish_and_a_threat_are_no_terms(said: str) -> None:
    assert stated(said) == []


@pytest.mark.parametrize("kind", ["person_familiar", "unnamed_official", "document_seen", "outlet_relay", "none"])
def test_whoever_knows_the_text_may_tell_it(kind: str) -> None:
    (term,) = told("Two people", "said", "that Norvian troops would leave the two ports", kind, None)
    assert (term.presented_as, term.obligor) == ("draft", ("Norvia",))


@pytest.mark.parametrize(
    ("cue", "content", "kind", "party"),
    [
        ("said", "that Norvia would lift the blockade of the port", "on_record_principal", "Norvia"),  # its own promise
        ("said", "that his party would leave the two ports", "on_record_principal", "Norvia"),
        ("warned", "that Norvian troops would leave the two ports", "unnamed_official", "Kessara"),
        ("hoped", "that Norvian troops would leave the two ports", "unnamed_official", "Kessara"),
        ("denied", "that Norvian troops would leave the two ports", "on_record_spokesperson", "Norvia"),
        ("predicted", "that Norvian troops would leave the two ports", "analyst", None),
    ],
)
def test_a_promise_a_warning_and_a_denial_are_no_terms(cue: str, content: str, kind: str, party: str | None) -> None:
    assert [p for p in told("The source", cue, content, kind, party) if p.presented_as == "draft"] == []


def test_a_demand_is_never_shown_as_the_text() -> None:
    for said in (
        "Kessara wants Norvian troops to leave the valley.",
        "Norvia has accepted the map. It wants the release of all prisoners.",
        "The Norvian government insists that prisoners would be released first.",
        "Kessara's foreign ministry demanded that Norvia withdraw its troops.",
    ):
        assert all(term.presented_as == "demand" for term, _ in stated(said)), said
    ((term, _),) = stated("Norvia has accepted the map. It wants the release of all prisoners.")
    assert term.presented_as == "demand"


def test_a_clause_after_demands_waits_for_a_person() -> None:
    assert stated("Norvia has three demands. Kessaran troops would leave the valley.") == []
    assert stated("Kessaran troops were to leave the valley.") == []


def test_an_earlier_text_is_a_comparison() -> None:
    ((term, _),) = stated("Under the earlier draft, Kessaran troops would leave the valley at once.")
    assert term.presented_as == "comparison"


@pytest.mark.parametrize(
    ("said", "obligor"),
    [
        ("An observer mission led by Kessara and Norvia would watch the crossings.", ("Kessara", "Norvia")),
        ("Tolls on the canal would be shared by Kessara and Norvia.", ("Kessara", "Norvia")),
        ("For its part, Norvia would lift the blockade of the port.", ("Norvia",)),
        ("Kessara, for its part, would release 200 prisoners.", ("Kessara",)),
        ("The prisoners would be released.", ()),
    ],
)
def test_who_must_is_named_after_by_and_together(said: str, obligor: tuple[str, ...]) -> None:
    ((term, _),) = stated(said)
    assert term.obligor == obligor


def test_swapping_the_parties_swaps_who_must() -> None:
    said = "An observer mission led by Kessara would watch the crossings, and Norvian troops would leave the valley."
    swapped = said.replace("Norvian", "#").replace("Kessara", "Norvia").replace("#", "Kessaran")
    names = {"Kessara": "Norvia", "Norvia": "Kessara"}
    one, other = stated(said), stated(swapped)
    assert len(one) == 2
    assert [tuple(names[p] for p in t.obligor) for t, _ in one] == [t.obligor for t, _ in other]


def test_at_least_so_many_is_no_mere_permission() -> None:
    ((many, _),) = stated("The draft would allow at least 300 trucks a day into the valley.")
    ((few, _),) = stated("The draft would allow Norvia to keep two bases.")
    assert (many.modality, few.modality) == ("must", "may")


@pytest.mark.parametrize(
    "said",
    ["The status of the valley is left open.", "The question of ownership of the islands is left to a later meeting."],
)
def test_what_is_left_open_is_a_term_left_open(said: str) -> None:
    ((term, _),) = stated(said)
    assert term.text_status == "open"


def test_what_only_says_when_or_where_is_no_term_of_its_own() -> None:
    quotes = [q for _, q in stated("In two districts, Ebb and Carrow, the front would be frozen, within 60 days.")]
    assert quotes == ["In two districts, Ebb and Carrow, the front would be frozen, within 60 days"]


def test_a_long_hostile_sentence_costs_its_length() -> None:
    import time

    def seconds(n: int) -> float:
        text = LEAD + "The army would leave the port and " * n
        page = page_of(text)
        start = time.process_time()
        find_provisions(page, ())
        return time.process_time() - start

    seconds(10)
    assert seconds(4_000) < 30 * max(seconds(400), 0.02)
