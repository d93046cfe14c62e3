"""Who speaks and for whom: pronouns, ranks, places, posts abroad, carriers and what nobody said. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.officials import with_officials
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.sources import claims_of
from nonpaper.claims.sources.describe import describe
from nonpaper.claims.sources.sexes import addressed
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span
from tests.unit.claims.attributed import attributed, words_of

STATES = " The Maravian government and Maravia's army met the Ostrelian government and Ostrel's army."


def _read(text: str, *raw: tuple[str, str, str]) -> tuple[Page, tuple[Claim, ...]]:
    """Claims of `text` with the marked words of each (source, cue, content)."""
    page = with_officials(page_of(text + STATES))
    return page, claims_of(page, attributed(text, *raw))


MET = "Maravian Foreign Minister Nadia Volk met the Ostrelian envoy, Colonel Ibrahim Sadr, for an hour. "


@pytest.mark.parametrize(
    ("before", "who", "meant"),
    [
        (MET, "He", ""),  # either may be he
        (MET + "Volk and her counterpart smiled. ", "She", "Volk"),
        (MET + "Volk and her deputy came first. The talks went on. The rain fell. It was late. ", "She", ""),
        (MET.replace("Minister Nadia", "Minister Ms Nadia"), "He", "Ibrahim Sadr"),
        (MET.replace("Minister Nadia", "Minister Ms Nadia"), "She", "Nadia Volk"),
        ("Maravian Foreign Minister Nadia Volk called on Colonel Ibrahim Sadr to sign. ", "She", "Nadia Volk"),
        ("President Ilo Vant of Maravia and his counterpart, President Eda Korr, spoke. ", "He", "Ilo Vant"),
        ("President Ilo Vant of Maravia and his counterpart, President Eda Korr, spoke. ", "She", "Eda Korr"),
    ],
)
def test_where_two_meet_he_and_she_are_whom_the_report_tells_apart(before: str, who: str, meant: str) -> None:
    page, (claim,) = _read(f"{before}{who} said the dam is safe.", (who, "said", "the dam is safe"))
    assert words_of(page, claim.resolved) == meant


def test_who_was_he_is_not_she_thereafter() -> None:
    text = "An Ostrelian envoy took the floor. He said yes. She said no."
    _, (_, claim) = _read(text, ("He", "said", "yes"), ("She", "said", "no"))
    assert claim.resolved == ()


@pytest.mark.parametrize(
    ("said", "sexes"),
    [
        ('Quell told reporters later. "No," she added.', {"Quell": "woman"}),
        ("Ada Quell said on Monday that she had signed.", {"Quell": "woman"}),
        ("The spokesman, Ilo Vant, left. Vant himself drove.", {"Vant": "man"}),
        ("Quell said she had signed. Mr Quell left.", {}),
        ("Quell said the envoy had signed.", {}),
    ],
)
def test_how_the_report_goes_on_tells_a_man_from_a_woman(said: str, sexes: dict[str, str]) -> None:
    assert addressed(said) == sexes


MINISTERS = "Foreign Minister Nadia Volk and Defence Minister Oto Rask came. "
CAPTAIN = "The deputy of Sadr, Captain Leila Hadd, said yes. "


@pytest.mark.parametrize(
    ("before", "called", "meant"),
    [
        ("Colonel Ibrahim Sadr came. " + CAPTAIN, "The colonel", "Ibrahim Sadr"),
        ("A judge came. " + CAPTAIN, "The colonel", ""),
        ("Colonel Ibrahim Sadr met Colonel Omar Dell. " + CAPTAIN, "The colonel", ""),
        (CAPTAIN, "The captain", "Leila Hadd"),
        ("Foreign Minister Nadia Volk and Defence Minister Oto Rask came. " + CAPTAIN, "The minister", ""),
        ("Former President Nadia Volk came. " + CAPTAIN, "The president", ""),
    ],
)
def test_a_rank_or_an_office_calls_whoever_bears_it_and_nobody_else(before: str, called: str, meant: str) -> None:
    text = f"{before}{called} denied that such an offer was made."
    raw = ("The deputy of Sadr, Captain Leila Hadd,", "said", "yes"), (called, "denied", "that such an offer was made")
    page, claims = _read(text, *raw)
    assert words_of(page, claims[-1].resolved) == meant


def test_a_silent_he_may_be_whom_the_last_source_told_of() -> None:
    lead = "An Ostrelian official said that the Maravian president, Ilo Vant, wants a seat. "
    told = ("An Ostrelian official", "said", "that the Maravian president, Ilo Vant, wants a seat")
    _, (_, silent) = _read(f"{lead}He has not said so.", told, ("He", "has not said", "so"))
    page, (_, goes_on) = _read(f"{lead}He added that talks go on.", told, ("He", "added", "that talks go on"))
    assert silent.resolved == ()
    assert words_of(page, goes_on.resolved) == "An Ostrelian official"


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("A London-based official", None),
        ("An Iran-backed group", None),
        ("The U.N. special envoy for Maravia", None),
        ("Ostrel's ambassador to Maravia", "Ostrel"),
        ("Ostrel's Iran envoy", "Ostrel"),
        ("Ostrel's Paris office", "Ostrel"),
        ("The Taiwan Affairs Office of Ostrel", "Ostrel"),
        ("A Western diplomat in Moscow", None),
        ("The Democratic Party of Maravia", None),
        ("The Union of Maravian Workers", None),
        ("The Movement for a Free Maravia", "Movement for a Free Maravia"),
        ("A Maravian official", "Maravia"),
        ("Officials in Moscow", "Russia"),
        ("The Iranian envoy", "Iran"),
        ("A spokesman for Maravia", "Maravia"),
        ("The Government of Maravia", "Maravia"),
        ("The Armed Forces of Maravia", "Maravia"),
        ("The head of the Maravian delegation", "Maravia"),
    ],
)
def test_where_a_source_sits_and_what_for_is_not_whose_it_is(source: str, party: str | None) -> None:
    page = page_of(f"{source} said so.{STATES}")
    seen = describe(page, (Span(0, len(source)),)).party
    assert seen == party or (party is None and seen == "United Nations")


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("Ostrel's Paris representative, Zara Omar,", "Ostrel"),
        ("Ostrel's Doha-based spokesman, Ali Karim,", "Ostrel"),
        ("The High Commissioner for Maravia, Dame Ruth Oka,", None),
        ("Maravia's envoy, Zara Omar,", "Maravia"),
        ("The foreign minister of Maravia, Zara Omar,", "Maravia"),
    ],
)
def test_a_person_is_of_whoever_sent_him(source: str, party: str | None) -> None:
    _, (claim,) = _read(f"{source} said no.", (source, "said", "no"))
    assert claim.party == party


@pytest.mark.parametrize(
    ("source", "cue", "does"),
    [
        ("Neither diplomat", "would confirm", "does"),
        ("No Maravian official", "has said", "does"),
        ("None of them", "confirmed", "does"),
        ("Maravia", "confirmed nor denied", "does"),
        ("Nobody", "denied", "does"),
        ("A Maravian official", "confirmed", "says"),
        ("Noor Hadd, an envoy,", "confirmed", "says"),
    ],
)
def test_what_nobody_confirmed_is_not_said(source: str, cue: str, does: str) -> None:
    _, (claim,) = _read(f"{source} {cue} that the dam is open.", (source, cue, "that the dam is open"))
    assert (claim.act, claim.denied) == (does, False)


@pytest.mark.parametrize(
    ("text", "raw", "source", "via", "content"),
    [
        (
            "Officials in Tavik told the Harbour Courier, the Plains Times reported, that the dam would close.",
            ("the Plains Times", "reported", "that the dam would close"),
            "Officials in Tavik",
            ("Plains Times", "Harbour Courier"),
            "that the dam would close",
        ),
        (
            "Maravian officials told the Harbour Courier, according to the Plains Times, that the dam would close.",
            ("the Plains Times", "according to", "that the dam would close"),
            "Maravian officials",
            ("Plains Times", "Harbour Courier"),
            "that the dam would close",
        ),
        (
            'The Harbour Courier quoted a "high officer of the staff" as saying that the dam would close.',
            (
                "The Harbour Courier",
                "quoted",
                'a "high officer of the staff" as saying that the dam would close',
            ),
            'a "high officer of the staff"',
            ("Harbour Courier",),
            "the dam would close",
        ),
        (
            "The Plains Times reported that the dam would close.",
            ("The Plains Times", "reported", "that the dam would close"),
            "The Plains Times",
            (),
            "that the dam would close",
        ),
    ],
)
def test_who_told_an_outlet_is_the_source_and_the_outlets_carry_it(
    text: str, raw: tuple[str, str, str], source: str, via: tuple[str, ...], content: str
) -> None:
    page, (claim,) = _read(text, raw)
    assert (words_of(page, claim.source), claim.via, words_of(page, claim.content)) == (source, via, content)


@pytest.mark.parametrize(
    ("text", "raw", "source"),
    [
        ("After the meeting Volk said no.", ("the meeting Volk", "said", "no"), "Volk"),
        ("The meeting Volk called said no.", ("The meeting Volk called", "said", "no"), "The meeting Volk called"),
        (
            'Oto Kern, who leads the bloc, "to call it a lease" said so.',
            ('Oto Kern, who leads the bloc, "to call', "said", "so"),
            "Oto Kern, who leads the bloc",
        ),
        ("The army later said no.", ("The army later", "said", "no"), "The army"),
    ],
)
def test_a_source_is_without_the_words_for_when_and_what_is_quoted(
    text: str, raw: tuple[str, str, str], source: str
) -> None:
    page, (claim,) = _read(text, raw)
    assert words_of(page, claim.source) == source


def test_the_place_a_paragraph_begins_with_is_said_by_nobody() -> None:
    text = "PORT ANSE, 3 May — The army said no."
    page = page_of(text + STATES)
    raw = RawAttribution(source=((19, 27),), cue=((28, 32),), content=((0, 9),), score=0.95)
    assert claims_of(page, [raw]) == ()


def test_what_stands_unquoted_in_an_earlier_sentence_waits_for_a_person() -> None:
    text = "The envoys drafted a truce. They ate. He would not say which."
    page = page_of(text)
    at = text.index("He")
    raw = RawAttribution(source=((at, at + 2),), cue=((at + 3, at + 16),), content=((19, 26),), score=0.95)
    (claim,) = claims_of(page, [raw])
    assert claim.unsure


@pytest.mark.parametrize(
    ("sentence", "party"),
    [
        ("Ostrel has set 30 June as the last day, failing which it threatens new tolls.", "Ostrel"),
        ("Ostrel has opened the road, and it threatens new tolls.", "Ostrel"),
        # two parties: it may be either
        ("Ostrel has told Maravia to leave, or it threatens new tolls.", None),
    ],
)
def test_it_goes_on_from_the_party_that_opens_its_sentence(sentence: str, party: str | None) -> None:
    text = f"Maravia's parliament must approve any deal, its speaker said. The draft caps tolls. {sentence}{STATES}"
    page = page_of(text)
    at = text.index(", ", text.index(sentence)) + 2
    it = text.index(" it threatens", at) + 1
    raw = [
        RawAttribution(source=((0, len("Maravia's parliament")),), cue=((21, 33),), content=((34, 42),), score=0.9),
        RawAttribution(source=((it, it + 2),), cue=((it + 3, it + 12),), content=((it + 13, it + 22),), score=0.9),
    ]
    claim = claims_of(page, raw)[-1]
    assert claim.party == party or (party is None and claim.party != "Ostrel")


@pytest.mark.parametrize(("score", "unsure"), [(0.8, True), (0.95, False)])
def test_a_deed_that_nobody_is_named_for_is_stated_where_it_is_surer(score: float, unsure: bool) -> None:
    text = "Support for the road came late."
    raw = RawAttribution(source=(), cue=((0, 11),), content=((12, 20),), score=score)
    (claim,) = claims_of(page_of(text), [raw])
    assert claim.unsure is unsure
