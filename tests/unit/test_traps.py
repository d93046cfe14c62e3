"""Invented reports full of traps, read whole: what must never be shown is not, what is plain is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from nonpaper.dossier import read_reports
from nonpaper.model.reading import Reading

TRAPS = Path(__file__).parents[1] / "data" / "traps"


@cache
def reading(name: str) -> Reading:
    (found,) = read_reports([str(TRAPS / name)]).readings
    return found


def stances(name: str) -> set[tuple[str, str, str]]:
    return {(p.party, p.topic, p.stance) for p in reading(name).positions if not p.unsure}


def terms(name: str, presented: str = "draft") -> list[str]:
    found = reading(name)
    return [p.span.quote(found.text) for p in found.provisions if not p.unsure and p.presented_as == presented]


def test_another_accord_is_a_comparison() -> None:
    assert not any("reparations" in term for term in terms("draft.txt"))


def test_a_wish_for_the_draft_is_a_demand() -> None:
    assert not any("foreign bases" in term for term in terms("draft.txt"))
    assert any("foreign bases" in term for term in terms("draft.txt", "demand"))


def test_neither_a_joke_nor_an_if_nor_a_mediators_word_is_a_yes() -> None:
    proposed = ("Tavia", "monitoring", "offers")  # what it says it would have instead of withdrawing
    assert {s for s in stances("draft.txt") if s[2].startswith(("accepts", "offers"))} == {proposed}


def test_what_a_party_denies_having_agreed_is_no_yes_and_a_denied_no_is_no_no() -> None:
    assert ("Tavia", "withdrawal", "denies_report") in stances("draft.txt")
    assert not {s for s in stances("draft.txt") if s[0] == "Orland" and s[2] in ("rejects", "red_line")}


def test_another_partys_no_is_told_by_a_counterpart() -> None:
    (told,) = [p for p in reading("draft.txt").positions if p.topic == "hostages"]
    assert (told.party, told.basis) == ("Tavia", "counterpart")


def test_questions_and_guesses_state_no_term() -> None:
    assert not any("islands" in term for kind in ("draft", "proposal", "demand") for term in terms("draft.txt", kind))


def test_an_unacceptable_demand_is_rejected_not_made() -> None:
    assert ("Murenia", "amnesty", "rejects") in stances("truce.txt")
    assert ("Murenia", "amnesty", "demands") not in stances("truce.txt")


def test_terms_of_a_framework_are_cut_apart_and_followed() -> None:
    assert terms("truce.txt")[:3] == [
        "a sixty-day truce",
        "the release of 40 hostages in exchange for 300 prisoners",
        "safe passage for aid convoys",
    ]
    assert not any("leave the port" in term for term in terms("truce.txt"))


def test_what_a_term_waits_for_is_its_condition_not_its_topic() -> None:
    (waiting,) = [p for p in reading("truce.txt").provisions if p.topic == "disarmament"]
    assert [c.kind for c in waiting.conditions] == ["sequence"]
