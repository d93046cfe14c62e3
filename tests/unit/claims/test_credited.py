"""Outlets and documents that reports credit, told by what they do; and what is nearly like it and credits nobody."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of, origins_of


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("The envoy told the Weekly Anvil that it would leave.", "Weekly Anvil"),
        ("The envoy told the Kell daily Morning Reed that it would leave.", "Morning Reed"),
        ("Not so, counters Lissa's Morning Reed, citing a member of the delegation.", "Morning Reed"),
        ("According to rival rag the Evening Whistle, which quotes an insider, it will leave.", "Evening Whistle"),
        ("The Evening Lamp, an opposition paper, reports it on the strength of a cable.", "Evening Lamp"),
        ("The Sparrow Gate, quoting two officials, said so.", "Sparrow Gate"),
        ("In an interview with the Lantern, she said no.", "Lantern"),
        ("A draft obtained by Plainlook has it.", "Plainlook"),
        ("A copy of the text, consulted by the Kell Sparrow, has eleven points.", "Kell Sparrow"),
        ("The clip was posted on the Kell Line channel.", "Kell Line"),
        ("The Northern Post reported it.", "Northern Post"),
        ("The Sunday Post wrote that it would leave.", "Sunday Post"),
        ("On Tuesday Kell Courier reported it.", "Kell Courier"),
        ("The Upland Mail had written that it would leave.", "Upland Mail"),
        ("The Observer of Kell, which published the file, had it examined.", "Observer of Kell"),
        ("Kell, a leftist news site with friends in the ministry, carried another version.", "Kell"),
        ("The movement's own station, Voice of the Salt Hills, quoted a commander.", "Voice of the Salt Hills"),
        ("On Monday, a day after the weekly Le Kell ran the text, he resigned.", "Le Kell"),
        ("A draft obtained by the Nuhr newspaper The Lamp goes further.", "The Lamp"),
        ("As the daily Ridge Leaf communicates with reference to a source, it will leave.", "Ridge Leaf"),
        ("More from Harbour Radio, which has got hold of the paper.", "Harbour Radio"),
        ("We have read the five-page “Paper of Understanding” hammered out at the beach.", "Paper of Understanding"),
        ("FULL TEXT: the Tarn Understanding", "Tarn Understanding"),
        ("Our page prints below, cut a little, the Framework on Shared Rule.", "Framework on Shared Rule"),
    ],
)
def test_whoever_does_as_sources_do_is_credited(text: str, origin: str) -> None:
    assert origins_of(page_of(text), ()) == (origin,)


@pytest.mark.parametrize(
    "text",
    [
        "Two envoys told the Security Council that the truce held.",
        "The president told the National Assembly that the truce held.",
        "He told the Evening Session that the truce held.",
        "He went to the Sunday Mass and told the Sunday School to pray.",
        "The Morning Patrol reported no fire.",
        "He told Anna Kell that the truce held.",
        "In an interview with Anna Kell, he said no.",
        "In an interview with the President, much was said.",
        "The map was obtained by the Salt Coast Front.",
        "A draft seen by the Highland Pact was thrown out.",
        "A draft seen by the delegation was thrown out.",
        "A draft seen by Norvia and Doria was thrown out.",
        "A draft seen by Doria was thrown out. Doria's army stayed.",
        "A letter quoting two officials was sent.",
        "Foreign Minister Oda Lenn, citing two officials, said no.",
        "The Hill Union, citing a member, said no.",
        "The Kell Gate, citing the cost, was shut.",
        "Ships sailed on the Salt Coast channel.",
        "Nobody should be fooled, said broadcaster Cy Arrand.",
        "The Rome Protocol, an unsigned paper, was shown to officials, they said.",
        "A doctor from the Red Star Society said that it would help.",
        "The Star of Kell was pinned on two officials, it was reported.",
        "The army closed the Kell Courier.",
        "The Kell Courier's offices were shelled, officials said.",
        "The Kell Courier's editor was arrested, police said.",
        "Rebels burned the offices of the Kell Courier, police said.",
        "A reporter of the Kell Courier was killed, the army said.",
        "He was once a columnist of the Kell Courier, the ministry said.",
        "Ann Tarn, a Kell television station owner, read a report.",
        "Kell News aired the debate of the two leaders.",
        "The Tarn Framework was signed on Monday.",
        "Delegates have read the Tarn Framework.",
        "We have read the text of the law.",
        "The ministry prints money below cost, the Tarn Framework says.",
    ],
)
def test_whoever_is_only_spoken_to_or_of_is_not(text: str) -> None:
    assert origins_of(page_of(text), ()) == ()


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "via"),
    [
        (
            "One of them, known as Bracken, told the Weekly Anvil that he would stay.",
            "One of them, known as Bracken,",
            "told",
            "that he would stay",
            ("Weekly Anvil",),
        ),
        (
            "A report by the observers, obtained by the Weekly Anvil, says the map is old.",
            "A report by the observers, obtained by the Weekly Anvil,",
            "says",
            "the map is old",
            ("Weekly Anvil",),
        ),
        (
            "The Weekly Anvil wrote of a map. An officer is quoted as saying that it is old.",
            "An officer",
            "is quoted as saying",
            "that it is old",
            ("Weekly Anvil",),
        ),
        (
            "Lissa's Morning Reed, citing an envoy: the seat is safe.",
            "Lissa's Morning Reed",
            "citing",
            "an envoy: the seat is safe",
            ("Morning Reed",),
        ),
        # near opposites
        (
            "One of them, known as Bracken, told the Weekly Council that he would stay.",
            "One of them, known as Bracken,",
            "told",
            "that he would stay",
            (),
        ),
        ("Nobody knew, the Kell Courier reported, that he would stay.", "Nobody", "knew", "that he would stay", ()),
        (
            "A report on the Kell Courier, sent by post, says the map is old.",
            "A report on the Kell Courier, sent by post,",
            "says",
            "the map is old",
            (),
        ),
        (
            "An officer is quoted as saying that the map is old.",
            "An officer",
            "is quoted as saying",
            "that the map is old",
            (),
        ),
        (
            "The Weekly Anvil wrote of a map.\n\nAn officer is quoted as saying that it is old.",
            "An officer",
            "is quoted as saying",
            "that it is old",
            (),
        ),
        (
            "The Weekly Anvil wrote of a map. An officer is sure that it is old.",
            "An officer",
            "is sure",
            "that it is old",
            (),
        ),
    ],
)
def test_who_carries_what_was_told_or_shown(
    text: str, source: str, cue: str, content: str, via: tuple[str, ...]
) -> None:
    raw = RawAttribution(
        source=((text.index(source), text.index(source) + len(source)),),
        cue=((text.index(cue), text.index(cue) + len(cue)),),
        content=((text.index(content), text.index(content) + len(content)),),
        score=0.95,
    )
    assert claims_of(page_of(text), [raw])[-1].via == via
