"""Where a source begins and ends, which names are outlets, and who speaks where an outlet cites somebody."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import Offsets, RawAttribution
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.sources import claims_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Pieces


def _at(text: str, words: str) -> Offsets:
    return ((text.index(words), text.index(words) + len(words)),) if words else ()


def _read(text: str, source: str, cue: str, content: str, outlet: str | None = None) -> tuple[Page, Claim]:
    page = page_of(text, outlet=outlet)
    raw = RawAttribution(source=_at(text, source), cue=_at(text, cue), content=_at(text, content), score=0.95)
    return page, claims_of(page, [raw])[0]


def _words(page: Page, pieces: Pieces) -> str:
    return " … ".join(p.quote(page.text) for p in pieces)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "want"),
    [
        (
            "PORT ANSE - Zorland's government denied that it would leave.",
            "PORT ANSE - Zorland's government",
            "denied",
            "that it would leave",
            ("Zorland's government", "denied"),
        ),
        (
            "The road would reopen, the Harbour Post reports.",
            "the Harbour Post reports",
            "reports",
            "The road would reopen",
            ("the Harbour Post", "reports"),
        ),
        (
            "Earlier Washington had demanded ten years.",
            "Earlier Washington",
            "had demanded",
            "ten years",
            ("Washington", "had demanded"),
        ),
        (
            "Later the ministry said it would leave.",
            "Later the ministry",
            "said",
            "it would leave",
            ("the ministry", "said"),
        ),
        (
            "Bastova has not demanded a truce.",
            "Bastova has not",
            "demanded",
            "a truce",
            ("Bastova", "has not demanded"),
        ),
        ("МИД России требует мира.", "ИД России", "требует", "мира", ("МИД России", "требует")),
        ("Россия требует мира.", "Россия требу", "ет", "мира", ("Россия", "требует")),
        (
            "Earlier reports said it would leave.",
            "Earlier reports",
            "said",
            "it would leave",
            ("Earlier reports", "said"),
        ),
        (
            "Олена Вовк said she would not cede the port.",
            "",
            "said",
            "she would not cede the port",
            ("Олена Вовк", "said"),
        ),
    ],
)
def test_a_source_holds_whole_words_and_nothing_beside_it(
    text: str, source: str, cue: str, content: str, want: tuple[str, str]
) -> None:
    page, claim = _read(text, source, cue, content)
    assert (_words(page, claim.source), _words(page, claim.cue)) == want


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The National Resistance Front said no.", []),
        ("The National Liberation Army said no.", []),
        ("The National reported on Monday that it would leave.", ["The National"]),
        ("The National Monday reported the text.", ["The National"]),
        ("Two diplomats told the Daily Anchor on Thursday that it would leave.", ["Daily Anchor"]),
        ("A source told Turan that it would leave.", ["Turan"]),
        ("The minister told the Morlenian channel Kanal Tri that it would leave.", ["Kanal Tri"]),
        ("A draft seen by Agence Merova has the port closed.", ["Agence Merova"]),
        ("The minister told the radio station Onda Sur that it would leave.", ["Onda Sur"]),
        ("The back channel worked, Norvia said.", []),
        ("Boats crossed the channel Sunday.", []),
    ],
)
def test_which_names_are_outlets(text: str, outlets: list[str]) -> None:
    assert [m.name for m in page_of(text).mentions if m.kind == "outlet"] == outlets


def test_the_reports_own_outlet_is_one_whatever_its_noun() -> None:
    text = "The Plains Observer has seen the text. A Vostrian observer said the truce held."
    _, claim = _read(text, "The Plains Observer", "has seen", "the text", outlet="Plains Observer")
    assert claim.kind in ("outlet_relay", "document_seen")
    _, other = _read(text, "A Vostrian observer", "said", "the truce held", outlet="Plains Observer")
    assert other.kind == "analyst"


@pytest.mark.parametrize(
    ("content", "source", "said", "via"),
    [
        (
            "two Western officials, that Zorland would cede the port",
            "two Western officials",
            "that Zorland would cede the port",
            ("Capital Star",),
        ),
        (
            "a diplomat as saying that Zorland would cede the port",
            "a diplomat",
            "Zorland would cede the port",
            ("Capital Star",),
        ),
    ],
)
def test_whom_an_outlet_cites_is_the_source(content: str, source: str, said: str, via: tuple[str, ...]) -> None:
    page, claim = _read(f"The Capital Star reported, citing {content}.", "The Capital Star", "citing", content)
    assert (_words(page, claim.source), _words(page, claim.content), claim.via) == (source, said, via)


@pytest.mark.parametrize(
    ("source", "party"),
    [
        ("A Palestinian official", None),
        ("The Palestinian president", "Palestinian Authority"),
        ("A French official", "France"),
    ],
)
def test_an_official_of_a_people_with_several_bodies_speaks_for_none(source: str, party: str | None) -> None:
    _, claim = _read(f"{source} said it would leave.", source, "said", "it would leave")
    assert claim.party == party


@pytest.mark.parametrize(
    ("text", "source", "kind", "party"),
    [
        ("“Not a cent,” she told the Samara daily on Monday.", "the Samara", "outlet_relay", None),
        ("The Baku newspaper said the truce held.", "The Baku", "outlet_relay", None),
        ("The Norvia broadcaster said the truce held.", "The Norvia", "outlet_relay", None),
        ("Norvia said the truce held.", "Norvia", "institution_unspecified", "Norvia"),
        ("The Norvia delegation said the truce held.", "The Norvia delegation", "institution_unspecified", "Norvia"),
    ],
)
def test_an_outlet_named_by_a_place_speaks_for_no_state(text: str, source: str, kind: str, party: str | None) -> None:
    lead = " The government of Samara and the government of Norvia are at war."
    cue = "told" if "told" in text else "said"
    content = "“Not a cent,”" if "told" in text else "the truce held"
    _, claim = _read(text + lead, source, cue, content)
    assert (claim.kind, claim.party) == (kind, party)


@pytest.mark.parametrize("outlet", ["the Samara daily", "the Samara Daily", "a Samaran newspaper"])
def test_whom_a_speaker_tells_gives_the_speaker_no_party(outlet: str) -> None:
    lead = "The government of Samara and the government of Norvia are at war. "
    lead += "Norvia's foreign minister, Ruth Amdal, struck a softer tone. "
    text = f"{lead}“Not a cent,” she told {outlet}."
    page = page_of(text)
    start = text.index("she told")
    raw = RawAttribution(
        source=((start, start + 3),), cue=((start + 4, start + 8),), content=_at(text, "“Not a cent,”"), score=0.95
    )
    assert claims_of(page, [raw])[0].party == "Norvia"
