"""Who stands behind an account: who told whom, whose paper it is, and who speaks where the model found nobody."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span
from tests.unit.claims.attributed import attributed, words_of

LEAD = "The government of Kessara and the government of Norvia met again. "


def claims(said: str, *raw: tuple[str, str, str]) -> tuple[str, list[Claim]]:
    text = LEAD + said
    return text, list(claims_of(page_of(text), attributed(text, *raw)))


@pytest.mark.parametrize(
    ("said", "outer", "inner", "carried"),
    [
        (
            "Norvia has offered to pay for the port, two people briefed on the talks told Reuters.",
            ("two people briefed on the talks", "told", "Norvia has offered to pay for the port"),
            ("Norvia", "has offered", "to pay for the port"),
            False,
        ),
        (
            "According to Ona Brill, Norvia proposed a pause of three days.",
            ("Ona Brill", "According to", "Norvia proposed a pause of three days"),
            ("Norvia", "proposed", "a pause of three days"),
            False,
        ),
        (  # words that are passed on
            "Reuters reported that Norvia said the port was closed.",
            ("Reuters", "reported", "Norvia said the port was closed"),
            ("Norvia", "said", "the port was closed"),
            True,
        ),
        (  # an outlet may have it from whoever offers
            "Reuters reported that Norvia offered to pay for the port.",
            ("Reuters", "reported", "Norvia offered to pay for the port"),
            ("Norvia", "offered", "to pay for the port"),
            True,
        ),
    ],
)
def test_who_tells_of_an_offer_is_no_carrier_of_it(
    said: str, outer: tuple[str, str, str], inner: tuple[str, str, str], carried: bool
) -> None:
    text = LEAD + said
    raw = [attributed(text, told)[0] for told in (outer, inner)]
    found = claims_of(page_of(text), raw)
    told = next(c for c in found if words_of(page_of(text), c.source) == outer[0])
    assert (told.carrier_of is not None) == carried


@pytest.mark.parametrize(
    ("source", "kind", "party"),
    [
        ("the mediators' paper, seen by Reuters,", "document_seen", None),
        ("a mediators' paper leaked to Le Monde", "document_seen", None),
        ("the Kessaran paper Le Monde", "outlet_relay", None),
        ("two people briefed on the Norvia talks", "person_familiar", None),
        ("two people familiar with the Kessaran offer", "person_familiar", "Kessara"),
        ("a source close to the government of Kessara", "person_familiar", "Kessara"),
        ("a Trump plan", "document_seen", None),
        ("a plan of President Trump", "document_seen", None),
        ("General Abdel Fattah al-Burhan", "on_record_principal", "Sudan"),
        ("General Ona Brill", "named_party_official", None),
        ("an adviser to Norvia's president, Ona Brill", "named_party_official", "Norvia"),
        ("Ona Brill, an adviser to the president of Norvia", "named_party_official", "Norvia"),
        ("Norvia's president, Ona Brill", "on_record_principal", "Norvia"),
        ("Norvia's president-elect, Ona Brill", "named_party_official", "Norvia"),
        ("Norvian junta chief Oru Destane", "on_record_principal", "Norvia"),
        ("Norvia's peace commissioner, Ona Brill", "named_party_official", "Norvia"),
        ("Norvia's foreign secretary", "on_record_principal", "Norvia"),
        ("Norvian state television", "outlet_relay", None),
        ("the declaration", "document_seen", None),
    ],
)
def test_what_a_source_knows_and_what_it_is_called_by(source: str, kind: str, party: str | None) -> None:
    _, (claim,) = claims(f"The truce holds, {source} says.", (source, "says", "The truce holds"))
    assert (claim.kind, claim.party) == (kind, party)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("According to the document, published by the Norvian ministry, the port closes.", "official_text"),
        ("According to the document, which was made public on Monday by Kessara, the port closes.", "official_text"),
        ("According to the document, published by Le Monde, the port closes.", "document_seen"),
        ("According to the document, drafted by Kessara, the port closes.", "document_seen"),
    ],
)
def test_a_text_that_its_party_made_public_is_official(said: str, kind: str) -> None:
    _, (claim,) = claims(said, ("the document", "According to", "the port closes"))
    assert claim.kind == kind


@pytest.mark.parametrize("cue", ["told", "tell", "said in remarks to", "said in an interview with"])
def test_to_whom_it_was_told(cue: str) -> None:
    _, (claim,) = claims(f"The truce holds, two officials {cue} Reuters.", ("two officials", cue, "The truce holds"))
    assert claim.via == ("Reuters",)


def unnamed(said: str, cue: str, content: str) -> tuple[str, Claim]:
    text = LEAD + said
    at, of = text.index(cue, len(LEAD)), text.index(content, len(LEAD))
    raw = RawAttribution(source=(), cue=((at, at + len(cue)),), content=((of, of + len(content)),), score=0.65)
    page = page_of(text)
    (claim,) = claims_of(page, [raw])
    return words_of(page, claim.source), claim


@pytest.mark.parametrize(
    ("said", "cue", "content", "source"),
    [
        ("The port must close, no exception, the Norvian minister insisted.", "insisted", "The port must close", ""),
        (
            "Kessara, for its part, regards any raid as an act of war.",
            "regards",
            "any raid as an act of war",
            "Kessara",
        ),
        ("Norvia has let it be known that the port stays.", "it be known", "the port stays", "Norvia"),
        ("Talks went on. Norvia says the port stays.", "says", "the port stays", "Norvia"),
        ("The port closes, the premier of Norvia added.", "added", "The port closes", "the premier of Norvia"),
        ("The closing of the port of Norvia was announced.", "was announced", "The closing of the port", ""),
        ("The port that Kessara holds is said to be empty.", "is said", "to be empty", ""),
    ],
)
def test_whoever_stands_right_before_the_verb_speaks(said: str, cue: str, content: str, source: str) -> None:
    found, claim = unnamed(said, cue, content)
    assert found == source
    assert claim.unsure == (not source)


def test_minutes_are_no_source() -> None:
    text = "14:35 Asked about the port, the minister of Norvia was silent.\n15:30 - Ona Brill says the port is closed."
    raw = [
        *attributed(text, ("35", "Asked", "about the port")),
        *attributed(text, ("15:30 - Ona Brill", "says", "the port is closed")),
    ]
    page = page_of(text)
    asked, says = claims_of(page, raw)
    assert (asked.source, asked.unsure) == ((), True)
    assert words_of(page, says.source) == "Ona Brill"
    assert says.source == (Span(text.index("Ona"), text.index(" says")),)


@pytest.mark.parametrize(
    ("before", "source", "party"),
    [
        ("Norvia rejected the text.", "Presidential spokesman Pello Arrand", "Norvia"),
        ("Norvia's junta denied the report.", "Junta spokesman Pello Arrand", "Norvia"),
        ("Norvia's government has rejected the text.", "The foreign ministry", "Norvia"),
        ("Norvia rejected Kessara's text.", "The foreign ministry", None),
        ("Norvia rejected the text.", "Opposition spokesman Pello Arrand", None),
        ("Norvian premier Ona Brill met Kessara's team.", "Her counterpart Tarl Vost", "Kessara"),
        ("Norvian premier Ona Brill met Kessara and France.", "Her opposite number Tarl Vost", None),
        ("Norvian premier Ona Brill came alone.", "Her spokesman Tarl Vost", "Norvia"),
    ],
)
def test_whose_a_spokesman_and_a_counterpart_are(before: str, source: str, party: str | None) -> None:
    text = "The government of Kessara and the government of Norvia are at war.\n\n"
    text += f"{before} {source} said it was a trick."
    (claim,) = claims_of(page_of(text), attributed(text, (source, "said", "it was a trick")))
    assert claim.party == party
