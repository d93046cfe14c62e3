"""From raw attributions to claims. The raw ones are made by hand: quoted words, found in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.attribution.records import Offsets, RawAttribution
from nonpaper.claims.cues import pattern, table
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.sources import claims_of, origins_of
from nonpaper.claims.sources.describe import describe, head_noun
from nonpaper.claims.sources.tone import act_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span
from tests.unit.claims.attributed import words_of


def _at(text: str, words: str) -> Offsets:
    return ((text.index(words), text.index(words) + len(words)),) if words else ()


def _read(text: str, *raw: tuple[str, str, str], outlet: str | None = None) -> tuple[Page, tuple[Claim, ...]]:
    page = page_of(text, outlet=outlet)
    found = [RawAttribution(source=_at(text, s), cue=_at(text, c), content=_at(text, w), score=0.95) for s, c, w in raw]
    return page, claims_of(page, found)


@pytest.mark.parametrize(
    ("source", "kind", "party"),
    [
        ("A French official", "unnamed_official", "France"),
        ("European diplomats", "unnamed_official", None),
        ("European leaders", "institution_unspecified", "Europe"),
        ("US and Qatari officials", "unnamed_official", None),
        ("two sources briefed on the talks", "person_familiar", None),
        ("Israeli sources", "person_familiar", "Israel"),
        ("Kremlin spokesman Dmitry Peskov", "on_record_spokesperson", "Russia"),
        ("President Zelensky’s office", "institution_unspecified", "Ukraine"),
        ("the Trump administration", "institution_unspecified", "United States"),
        ("Kigali", "institution_unspecified", "Rwanda"),
        ("Qatar's prime minister", "on_record_principal", "Qatar"),
        ("US envoy Steve Witkoff", "named_party_official", "United States"),
        ("both leaders", "on_record_principal", None),
        ("military analysts", "analyst", None),
        ("the Financial Times", "outlet_relay", None),
        ("multiple reports", "outlet_relay", None),
        ("The draft", "document_seen", None),
        ("many", "none", None),
        ("They", "none", None),
    ],
)
def test_kind_and_party_of_a_source(source: str, kind: str, party: str | None) -> None:
    page = page_of(f"{source} said so.")
    seen = describe(page, (Span(0, len(source)),))
    assert (seen.kind, seen.party) == (kind, party)


@pytest.mark.parametrize("row", table("nouns")["noun"], ids=lambda row: str(row["kind"]))
def test_each_noun_row_holds_its_example(row: dict[str, str]) -> None:
    found = head_noun(row["example"])
    assert found is not None
    assert found[0] == row["kind"]


@pytest.mark.parametrize(
    "row", [*table("tone")["hedge"], *table("tone")["denial"]], ids=lambda row: str(row["example"])
)
def test_each_tone_row_finds_its_example(row: dict[str, list[str]]) -> None:
    assert pattern(row["words"]).search(str(row["example"]))


@pytest.mark.parametrize("act", ["says", "wants", "does", "thinks"])
def test_each_act_fits_its_example(act: str) -> None:
    assert act_of(table("acts")[act]["example"].split(" ", 2)[2].split()[0]) == act


@pytest.mark.parametrize(
    ("cue", "act"),
    [("has expressed concern", "says"), ("have not confirmed", "does"), ("agreed to", "does"), ("hopes to", "wants")],
)
def test_act_of_a_cue(cue: str, act: str) -> None:
    assert act_of(cue) == act


def test_a_carrier_is_cut_from_the_source() -> None:
    text = "According to Turkish officials cited in Reuters, the corridor stays shut."
    page, (claim,) = _read(text, ("Turkish officials cited in Reuters", "According to", "the corridor stays shut"))
    assert words_of(page, claim.source) == "Turkish officials"
    assert (claim.kind, claim.party, claim.via) == ("unnamed_official", "Turkey", ("Reuters",))
    assert origins_of(page, (claim,)) == ("Reuters",)


def test_told_an_outlet_and_the_second_claim_of_the_sentence() -> None:
    text = "A Kenyan envoy told Le Monde that the truce holds, warning that the rains are near."
    _page, claims = _read(
        text,
        ("A Kenyan envoy", "told", "that the truce holds"),
        ("A Kenyan envoy", "warning", "that the rains are near"),
    )
    assert [c.via for c in claims] == [("Le Monde",), ("Le Monde",)]


def test_an_outlet_that_cites_somebody() -> None:
    text = "Axios, citing a Saudi official, said the annex is open."
    page, (claim,) = _read(text, ("Axios", "said", "the annex is open"))
    assert (words_of(page, claim.source), claim.kind, claim.party) == (
        "a Saudi official",
        "unnamed_official",
        "Saudi Arabia",
    )
    assert claim.via == ("Axios",)


def test_an_interview_goes_on_in_its_paragraph_and_what_is_only_reported_does_not() -> None:
    text = "Foreign Minister Oda Kell told Le Monde the dam would open. She added that the mine would close."
    told = ("Foreign Minister Oda Kell", "told", "the dam would open"), ("She", "added", "the mine would close")
    _, claims = _read(text, *told)
    assert [c.via for c in claims] == [("Le Monde",), ("Le Monde",)]
    text = "According to Le Monde, Oda Kell said the dam would open. She added that the mine would close."
    _, claims = _read(text, ("Oda Kell", "According to", "the dam would open"), told[1])
    assert claims[1].via == ()


def test_a_relay_carries_the_claim_inside_it() -> None:
    text = "Reuters reports that Omani officials said the port would open in May."
    page, (outer, inner) = _read(text, ("Reuters", "reports", "that Omani officials said the port would open in May"))
    assert (outer.carrier_of, inner.inside) == (1, 0)
    assert (words_of(page, inner.source), inner.via) == ("Omani officials", ("Reuters",))


def test_hearsay_without_a_source_governs_the_rest_of_its_clause_and_its_list() -> None:
    text = "The plan reportedly asks that Maravia:\n- open the dam\n- close the mine\n\nNobody signed it."
    page, (claim,) = _read(text)
    assert (claim.source, claim.kind, claim.hedged) == ((), "none", True)
    assert words_of(page, claim.content).startswith("asks that Maravia:")
    assert words_of(page, claim.content).endswith("close the mine")


def test_hearsay_inside_what_somebody_says_is_only_a_hedge() -> None:
    text = "The envoy said the dam is reportedly empty."
    page, (claim,) = _read(text, ("The envoy", "said", "the dam is reportedly empty"))
    assert claim.hedged
    assert words_of(page, claim.hedges) == "reportedly"


def test_a_pronoun_stands_for_the_source_before_it() -> None:
    text = "Prime Minister Edda Quell said the dam is safe. She added that work goes on."
    page, (_, claim) = _read(
        text, ("Prime Minister Edda Quell", "said", "the dam is safe"), ("She", "added", "that work goes on")
    )
    assert (words_of(page, claim.source), words_of(page, claim.resolved)) == ("She", "Prime Minister Edda Quell")
    assert claim.kind == "on_record_principal"


def test_a_pronoun_with_nobody_before_it_stays_open_and_says_so() -> None:
    _, (claim,) = _read("He said the dam is safe.", ("He", "said", "the dam is safe"))
    assert claim.resolved == ()
    assert claim.doubts


def test_they_do_not_stand_for_one_person() -> None:
    text = "Kagame said no. Burundian officials said yes. They warned of floods."
    page, claims = _read(
        text, ("Kagame", "said", "no"), ("Burundian officials", "said", "yes"), ("They", "warned of", "floods")
    )
    assert words_of(page, claims[2].resolved) == "Burundian officials"
    assert (claims[2].kind, claims[2].party) == ("unnamed_official", "Burundi")


def test_denials_and_faint_attributions() -> None:
    text = "Umerov dismissed the account as false."
    page = page_of(text)
    raw = RawAttribution(
        source=_at(text, "Umerov"), cue=_at(text, "dismissed"), content=_at(text, "the account as false"), score=0.3
    )
    (claim,) = claims_of(page, [raw])
    assert claim.denied
    assert claim.unsure
    assert claim.doubts


def test_a_content_stops_at_the_full_stop_of_its_cue() -> None:
    text = "According to the envoy, the dam is shut. The road would be next."
    page, (claim,) = _read(text, ("the envoy", "According to", "the dam is shut. The road would be next"))
    assert words_of(page, claim.content) == "the dam is shut."


def test_a_report_that_opens_with_words_told_to_its_own_outlet_credits_it_though_it_carries_nothing() -> None:
    text = "MORVANE (Express News) - The dam would open, two envoys told Express News."
    page, claims = _read(text, ("two envoys", "told", "The dam would open"), outlet="Express News Service")
    assert (claims[0].via, origins_of(page, claims)) == ((), ("Express News",))


@pytest.mark.parametrize(
    ("text", "outlet", "origins"),
    [
        ("An official told Axios so. Bloomberg first reported the draft.", "Axios", ("Bloomberg", "Axios")),
        ("The dam would open, says a cabinet paper seen by the Crown Post.", "crown-post.example", ("Crown Post",)),
        ("The dam would open, two envoys told Interlink.", "Interlink", ("Interlink",)),
        ("The road map was described to the Daily Anchor by two envoys.", "Daily Anchor", ("Daily Anchor",)),
        # near opposites
        ("The dam would open, the Crown Post has learned.", "Crown Post", ()),
        ("MORVANE (Crown Post) - The dam would open.", "Crown Post", ()),
        ("The Crown Post's offices were shelled, officials said.", "Crown Post", ()),
        ("The dam would open. " + "It rained all day. " * 40 + "An envoy told the Crown Post so.", "Crown Post", ()),
        ("The dam would open, two envoys told the Crown Council.", "Crown Post", ()),
    ],
)
def test_a_report_credits_its_own_outlet_where_it_opens_with_what_that_was_told_or_shown(
    text: str, outlet: str, origins: tuple[str, ...]
) -> None:
    page, claims = _read(text, outlet=outlet)
    assert origins_of(page, claims) == origins


_OFFSETS = st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=2).map(tuple)
_RAW = st.builds(RawAttribution, source=_OFFSETS, cue=_OFFSETS, content=_OFFSETS, score=st.floats(0, 1))


@given(st.text(max_size=80), st.lists(_RAW, max_size=4))
def test_whatever_the_model_says_spans_lie_in_the_text_and_numbers_are_claims(
    text: str, raw: list[RawAttribution]
) -> None:
    claims = claims_of(page_of(text), raw)
    for claim in claims:
        assert all(p.quote(text) for p in (*claim.source, *claim.cue, *claim.content, *claim.resolved, *claim.hedges))
        assert all(n is None or 0 <= n < len(claims) for n in (claim.inside, claim.carrier_of))


@pytest.mark.parametrize(
    ("source", "after", "kind"),
    [
        ("Ona Brill, who teaches law in Selm", ", said", "analyst"),
        ("Ona Brill of the Institute for River Studies", " said", "analyst"),
        ("Ona Brill, whose brother was taken", ", said", "none"),
        ("Ona Brill, who runs a shop by the bridge", ", said", "none"),
        ("Ona Brill, who leads the delegation", ", said", "named_party_official"),
        ("Ona Brill", " said", "named_party_official"),
        ("Former president Ona Brill", " said", "none"),
        ("Colonel Ona Brill, the army spokeswoman", ", said", "on_record_spokesperson"),
        ("A Turkish official involved in the talks", " said", "unnamed_official"),
    ],
)
def test_what_is_told_of_a_person_makes_the_kind(source: str, after: str, kind: str) -> None:
    page = page_of(f"{source}{after} the dam was shut.")
    assert describe(page, (Span(0, len(source)),)).kind == kind


@pytest.mark.parametrize(
    ("source", "cue", "content", "does"),
    [
        ("A Norvian colonel", "grumbled", "that the camps were too close", "says"),
        ("The ministry", "observed", "that it had time", "says"),
        ("The envoy", "christened", 'the swap "the only honest line"', "says"),
        ("The envoy", "christened", "the ship at noon", "does"),
        ("The parliament", "agreed", "that the road stays open", "does"),
        ("The colonel", "ensured", "that the road stays open", "does"),
        ("The colonel", "has not confirmed", "that the road stays open", "does"),
        ("The army", "observed", "the truce", "does"),
    ],
)
def test_an_unlisted_verb_tells_where_a_clause_or_words_follow(source: str, cue: str, content: str, does: str) -> None:
    _, (claim,) = _read(f"{source} {cue} {content}.", (source, cue, content))
    assert claim.act == does
