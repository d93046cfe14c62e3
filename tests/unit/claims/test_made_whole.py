"""Contents made whole, or parted where a participle adds another; deeds that nobody has done wait."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of
from tests.unit.claims.attributed import attributed, words_of


@pytest.mark.parametrize(
    ("text", "raw", "content"),
    [
        ("Norvia published the second full list.", ("Norvia", "published", "the second"), "the second full list"),
        ("The minister rejected its ruling of May.", ("The minister", "rejected", "its"), "its ruling"),
        ("Ana Torvel praised guards of the north.", ("Ana Torvel", "praised", "guards of the"), "guards of the north"),
        ("Ana Torvel said it would be a mistake.", ("Ana Torvel", "said", "it would be a"), "it would be a mistake"),
        ("Ana Torvel praised the courage of guards.", ("Ana Torvel", "praised", "the courage"), "the courage"),
        ("Ana Torvel praised the – rare – calm.", ("Ana Torvel", "praised", "the"), "the"),
        ("Ana Torvel praised the would-be peace.", ("Ana Torvel", "praised", "the"), "the"),
        ("Ana Torvel wants votes in two years.", ("Ana Torvel", "wants", "votes in two"), "votes in two years"),
        ("Ana Torvel wants a cut of 15 per cent.", ("Ana Torvel", "wants", "a cut of 15"), "a cut of 15 per cent"),
        ("Ana Torvel praised all of two guards.", ("Ana Torvel", "praised", "all of two"), "all of two"),
    ],
)  # fmt: skip
def test_a_content_that_ends_in_an_article_goes_on_to_its_noun(
    text: str, raw: tuple[str, str, str], content: str
) -> None:
    page = page_of(text)
    (claim,) = claims_of(page, attributed(text, raw))
    assert words_of(page, claim.content) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The plan, as described by Ana Torvel, keeps the army small.", "The plan … keeps the army small"),
        ("The plan, as outlined by Ana Torvel, keeps the army small.", "The plan … keeps the army small"),
        ("The plan described Ana Torvel well.", "The plan"),
    ],
)  # fmt: skip
def test_an_aside_interrupts_its_content_whether_or_not_its_small_words_are_tagged(text: str, content: str) -> None:
    cue = "outlined" if "outlined" in text else "described"
    page = page_of(text)
    (claim,) = claims_of(page, attributed(text, ("Ana Torvel", cue, "The plan")))
    assert words_of(page, claim.content) == content


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Ana Torvel praised the talks while cautioning that much is open.", ["the talks", "much is open"]),
        ("Ana Torvel said the talks were over, adding that much is open.", ["the talks were over", "much is open"]),
        ("Ana Torvel said envoys left, warning that much is open.", ["envoys left, warning that much is open"]),
        ("Ana Torvel said “talks, while adding nothing, go on”.", ["“talks, while adding nothing, go on”"]),
    ],
)  # fmt: skip
def test_what_a_participle_adds_is_a_claim_of_its_own_by_the_same_source(text: str, contents: list[str]) -> None:
    cue = "praised" if "praised" in text else "said"
    said = text[text.index(cue) + len(cue) + 1 : -1]
    page = page_of(text)
    claims = claims_of(page, attributed(text, ("Ana Torvel", cue, said)))
    assert [words_of(page, c.content) for c in claims] == contents
    assert {words_of(page, c.source) for c in claims} == {"Ana Torvel"}


@pytest.mark.parametrize(
    ("text", "second", "contents"),
    [
        (
            "Norvia had, Ana Torvel said, conceded the port in March.",
            ("conceded", "the port in March"),
            ["Norvia had … conceded the port in March"],
        ),
        (
            "Norvia had lied, Ana Torvel said, calling the port a trap.",
            ("calling", "the port a trap"),
            ["Norvia had lied", "the port a trap"],
        ),
        (
            "Norvia had lied, Ana Torvel said, and she rejected the pact.",
            ("rejected", "the pact"),
            ["Norvia had lied", "the pact"],
        ),
    ],
)
def test_who_speaks_in_an_aside_does_not_do_what_follows(
    text: str, second: tuple[str, str], contents: list[str]
) -> None:
    before = text[: text.index(", Ana")]
    raw = [*at_once(text, ("Ana Torvel", "said", before)), *at_once(text, ("Ana Torvel", *second))]
    assert [words_of(page_of(text), c.content) for c in claims_of(page_of(text), raw)] == contents


def at_once(text: str, words: tuple[str, str, str]) -> list[RawAttribution]:
    source, cue, content = (((text.index(w), text.index(w) + len(w)),) for w in words)
    return [RawAttribution(source=source, cue=cue, content=content, score=0.95)]


def test_a_source_ends_before_the_clause_about_it() -> None:
    text = "Ana Torvel, who was in Selm, praised the guards."
    (claim,) = claims_of(page_of(text), attributed(text, ("Ana Torvel, who", "praised", "the guards")))
    assert words_of(page_of(text), claim.source) == "Ana Torvel"


POINTS = "The text says:\n1. Norvia opens its ports.\n2. Norvia agrees to hold elections.\n3. Both armies withdraw.\n"


@pytest.mark.parametrize(
    ("text", "raw", "unsure"),
    [
        ("If Norvia attacks Kessara, the pact lapses.", ("Norvia", "attacks", "Kessara"), True),
        ("Kessara may sign, provided that Norvia recognises the line.", ("Norvia", "recognises", "the line"), True),
        ("Kessara stays as long as Norvia recognises the line.", ("Norvia", "recognises", "the line"), True),
        ("Kessara may sign, since Norvia recognises the line.", ("Norvia", "recognises", "the line"), False),
        ("Norvia welcomes the pact.", ("Norvia", "welcomes", "the pact"), False),
        (POINTS, ("Norvia", "agrees to", "hold elections"), True),
        ("Norvia agrees to hold elections.", ("Norvia", "agrees to", "hold elections"), False),
    ],
)
def test_what_is_supposed_or_provided_for_is_no_deed(text: str, raw: tuple[str, str, str], *, unsure: bool) -> None:
    (claim,) = claims_of(page_of(text), attributed(text, raw))
    assert claim.unsure is unsure
