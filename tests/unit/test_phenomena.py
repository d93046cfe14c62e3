"""What occurs in real reporting, in the example reports: the words that show each trait, and what is read of them."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path

import pytest

from nonpaper.dossier import put_together, read_reports
from nonpaper.model.reading import Reading

ROOT = Path(__file__).parents[2]
LISTED = ROOT.parent / "shared" / "vocab" / "phenomena.json"

# Each trait with a report and words of it that show it.
SHOWN = {
    "nested_attribution": ("Southern Weekly", "Citing a Norvian official, the Hadrin Wire reported"),
    "circular_reporting": ("Quickline", "the Harbour Post reports"),
    "document_seen": ("Harbour Post", "obtained a copy of the draft and verified it"),
    "number_conflict": ("Lorn Gazette", "limits the army to 80,000 in peacetime, not 60,000 as reported"),
    "denial_of_receipt": ("Harbour Post", "Norvia has not received the plan officially"),
    "denial_of_content": ("Hadrin Wire", 'as "fake in its most important parts"'),
    "authorship_dispute": ("Lorn Gazette", "This is a Norvian wish list in an Aldorian envelope"),
    "hedge": ("Hadrin Wire", "reportedly limits the Kessaran army"),
    "conditional_acceptance": ("Lorn Gazette", "only if Norvian forces leave Tessel first and a referendum approves"),
    "acceptance_in_principle": ("Coastal Monitor", "both sides had agreed in principle to the demilitarised zone"),
    "version_change": ("Coastal Monitor", "have cut the Aldorian plan from 22 points to 17"),
    "bracketing": ("Coastal Monitor", "is left to the two presidents"),
    "numbered_list": ("Harbour Post", "1. A ceasefire along the current line of contact"),
    "comparison_note": ("Coastal Monitor", "in the Kessaran version the League of Lakes would take the chair"),
    "demand_vs_offer_vs_concession": ("Hadrin Wire", "Norvia insists on a full Kessaran withdrawal"),
    "conditional_mood": ("Harbour Post", "would require Kessara to cut its army by half"),
    "modality_drift": ("World Digest", "had reported only that it was expected not to"),
    "translation_error": ("World Digest", "prohibits foreign troops on Kessaran land"),
    "transliteration": ("World Digest", "President Ilyan Maros"),
    "metonym": ("Lorn Gazette", "Lorn had learned of the plan from the press"),
    "role_change": ("World Digest", "who was prime minister until last autumn"),
    "deadline_shift": ("Hadrin Wire", "An earlier deadline of March 10 was dropped"),
    "relative_date": ("Harbour Post", "said on Tuesday"),
    "silence": ("World Digest", "did not respond to a request for comment"),
    "partisan_relay": ("Quickline", "called the plan a surrender in instalments"),
    "spam_rewrite": ("World Digest", "a hush-hush 22-point plan"),
    "date_error": ("World Digest", "As the Harbour Post divulged"),
    "homonymous_plan": ("Coastal Monitor", "should not be confused with the 17-point list"),
    "obligation_with_quota": ("Coastal Monitor", "at least 300 aid trucks a day"),
    "status_claim": ("World Digest", "already called the new border"),
    "disputed_violation": ("Southern Weekly", "the Norvian defence ministry counted six"),
    "attribution_levels_in_monitoring": ("Southern Weekly", "could not be attributed to either side"),
}


@cache
def readings() -> tuple[Reading, ...]:
    return read_reports([str(ROOT / "examples" / "reports")]).readings


def of(outlet: str) -> Reading:
    return next(r for r in readings() if r.report.outlet == outlet)


def test_every_listed_trait_is_shown() -> None:
    if not LISTED.exists():
        if os.environ.get("CI"):
            pytest.fail(f"{LISTED} is missing")
        pytest.skip(f"{LISTED} is missing")
    assert {item["code"] for item in json.loads(LISTED.read_text("utf-8"))["items"]} == set(SHOWN)


@pytest.mark.parametrize("trait", SHOWN)
def test_the_examples_show_it(trait: str) -> None:
    outlet, words = SHOWN[trait]
    assert words in " ".join(of(outlet).text.split())


def claim(outlet: str, words: str) -> tuple[str, str | None, tuple[str, ...], str]:
    reading = of(outlet)
    found = next(c for c in reading.claims if not c.unsure and any(words in p.quote(reading.text) for p in c.content))
    who = " ".join(p.quote(reading.text) for p in found.resolved or found.source)
    return found.kind, found.party, found.via, who


def stances(outlet: str) -> set[tuple[str, str, str, str]]:
    return {(p.party, p.topic, p.stance, p.basis) for p in of(outlet).positions if not p.unsure}


def terms(outlet: str) -> dict[str, tuple[str, str, str | None]]:
    reading = of(outlet)
    return {
        p.span.quote(reading.text): (p.presented_as, p.text_status, p.draft) for p in reading.provisions if not p.unsure
    }


def test_a_nested_source_keeps_its_carrier() -> None:
    kind, party, via, _ = claim("Southern Weekly", "Norvia could live with")
    assert (kind, party, via) == ("unnamed_official", "Norvia", ("Hadrin Wire",))


def test_many_outlets_on_one_origin_are_one() -> None:
    together, _ = put_together(readings())
    (half,) = [t for d in together.drafts for t in d.terms if any(a.value == "half" for a in t.accounts)]
    (account,) = [a for a in half.accounts if a.value == "half"]
    assert {o for w in account.wordings for o in w.origins} == {"Harbour Post"}
    assert len({w.report for w in account.wordings}) >= 2


def test_accounts_of_one_limit_differ() -> None:
    together, _ = put_together(readings())
    (limit,) = [t for d in together.drafts for t in d.terms if len(t.accounts) > 1 and t.topic == "force_limits"]
    assert {a.value for a in limit.accounts} == {"half", "60,000", "80,000"}


def test_denials_of_receipt_content_and_authorship_are_told_apart() -> None:
    denied = {(p.aspect, p.party) for r in readings() for p in r.particulars if p.aspect.startswith("denied")}
    assert {("denied_receipt", "Norvia"), ("denied_content", "Norvia"), ("denied_authorship", "Aldoria")} <= denied


def test_a_mediators_both_agreed_is_no_partys_yes() -> None:
    assert not {s for s in stances("Coastal Monitor") if s[2] == "accepts_in_principle"}


def test_a_conditional_yes_keeps_its_condition() -> None:
    reading = of("Lorn Gazette")
    (found,) = [p for p in reading.positions if p.stance == "accepts_if"]
    assert [c.span.quote(reading.text).split()[0] for c in found.conditions] == ["only"]


def test_what_is_dropped_is_not_in_the_text() -> None:
    assert terms("Coastal Monitor")["a limit on the Kessaran armed forces"] == ("draft", "dropped", "17-point")


def test_a_likeness_to_another_truce_is_no_term() -> None:
    assert not any("10-kilometre" in words and how[0] == "draft" for words, how in terms("Coastal Monitor").items())
    assert not any("take the chair" in words and how[0] == "draft" for words, how in terms("Coastal Monitor").items())


def test_a_demand_stays_a_demand() -> None:
    demanded = [words for words, how in terms("Harbour Post").items() if how[0] == "demand"]
    assert demanded == [
        "Norvian to be made an official language in the Sable Valley",
        "The Church of the Covenant to be given back its property",
    ]


def test_a_numbered_list_keeps_its_numbers() -> None:
    assert [p.number for p in of("Harbour Post").provisions if p.number] == ["1", "2", "3", "4", "5", "6"]


def test_a_withdrawn_deadline_is_withdrawn() -> None:
    assert {(e.date, e.state) for e in of("Hadrin Wire").events} == {
        ("2031-03-20", "ahead"),
        ("2031-03-10", "withdrawn"),
    }


def test_a_wrong_year_is_doubted() -> None:
    together, _ = put_together(readings())
    assert [f.where.rsplit("/", 1)[-1] for f in together.misdated.values()] == ["07-world-digest.txt"]


def test_a_partys_own_statement_is_its_own_words() -> None:
    assert ("Kessara", "elections", "rejects", "self") in stances("Ministry of Foreign Affairs of Kessara")


def test_what_is_called_false_is_no_yes() -> None:
    assert not {s for s in stances("Ministry of Foreign Affairs of Kessara") if s[2].startswith("accepts")}
