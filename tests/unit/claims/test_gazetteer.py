"""The gazetteer finds what is known, and learns from a report what it explains."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.gazetteer import mentions, outlet_of, outlets_in, party_of
from nonpaper.claims.gazetteer.learn import learned
from nonpaper.claims.gazetteer.load import entries, spelled_out
from nonpaper.claims.page import Page, page_of

_MORE_THAN = 80  # states a reader of negotiations meets


def _named(page: Page) -> dict[str, tuple[str, str | None, str | None]]:
    return {m.span.quote(page.text): (m.kind, m.party, m.role) for m in page.mentions}


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("the Kremlin", "Russia"),
        ("Bankova", "Ukraine"),
        ("Foggy Bottom", "United States"),
        ("U.S. officials", "United States"),
        ("the U.\nS. envoy", "United States"),
        ("Congolese army officers", "DRC"),
        ("Ansar Allah", "Houthis"),
        ("the Rapid Support Forces", "RSF"),
        ("South Korean diplomats", "South Korea"),
        ("the EU", "European Union"),
        ("European leaders", "Europe"),
        ("Зеленський", "Ukraine"),
        ("украинские чиновники", "Ukraine"),
        ("US and Ukrainian officials", None),
        ("the harbour master", None),
    ],
)
def test_party_of_words(words: str, party: str | None) -> None:
    assert party_of(words) == party


@pytest.mark.parametrize(
    "form", ["Zelensky", "Zelenskyy", "Zelenskiy", "Selenskyj", "Volodymyr Zelensky", "Зеленского"]
)
def test_one_person_under_all_transliterations(form: str) -> None:
    (found,) = mentions(f"{form} spoke.")
    assert (found.name, found.party, found.role) == ("Zelenskyy", "Ukraine", "principal")


@pytest.mark.parametrize(
    ("forms", "party"),
    [
        (("Kyiv", "Київ", "Киев", "Bankova", "украинские", "українські"), "Ukraine"),
        (("Moscow", "Москва", "Kremlin", "Кремль", "российские", "російські"), "Russia"),
        (("Washington", "Вашингтон", "White House", "Белый дом", "Білий дім"), "United States"),
        (("Brussels", "Брюссель", "ЕС", "ЄС", "EU"), "European Union"),
        (("Peskov", "Песков", "Пєсков", "Пескова"), "Russia"),
        (("Yermak", "Ермак", "Єрмак"), "Ukraine"),
        (("Witkoff", "Уиткофф", "Виткофф", "Віткофф"), "United States"),
        (("Зеленский", "Зеленський", "Zelenskyy", "Zelensky", "Selenskyj"), "Ukraine"),
    ],
)
def test_latin_and_cyrillic_spellings_are_one(forms: tuple[str, ...], party: str) -> None:
    assert {party_of(form) for form in forms} == {party}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Financial Times", "Financial Times"),
        ("FT", "Financial Times"),
        ("AP", "Associated Press"),
        ("Укрінформ", "Ukrinform"),
        ("The Times", "The Times"),
        ("Axios’s", "Axios"),
        ("the Axios newsroom in town", None),
        ("the minister", None),
    ],
)
def test_outlet_of_words(words: str, name: str | None) -> None:
    assert outlet_of(words) == name


def test_the_longest_name_wins_and_none_overlap() -> None:
    text = "South Sudan and Sudan, the Kyiv Independent and Kyiv, Papua New Guinea."
    assert [m.name for m in mentions(text)] == [
        "South Sudan",
        "Sudan",
        "Kyiv Independent",
        "Ukraine",
        "Papua New Guinea",
    ]
    assert [m.name for m in outlets_in(text)] == ["Kyiv Independent"]


def test_words_in_small_letters_are_no_names() -> None:
    assert mentions("turkey for us, chad, jordan and the polish on the table") == ()


def test_the_gazetteer_knows_enough_states_and_no_empty_forms() -> None:
    assert len({e.party for e in entries().values() if e.kind == "party"}) > _MORE_THAN
    assert all(form.strip() == form and form for form in entries())


def test_endings_are_spelled_out() -> None:
    assert {"Песков", "Пескова", "Песковым"} <= set(spelled_out("Песков~"))
    assert {"ukrainische", "Ukrainische"} <= set(spelled_out("ukrainisch~"))


def test_a_report_explains_its_states_their_people_and_capitals() -> None:
    page = page_of(
        "Talks between Maravia and Ostrel resumed. Maravian officials left early. "
        "The government of Ostrel said little. In Tavik, the capital of Maravia, shops closed."
    )
    named = _named(page)
    assert named["Maravia"] == ("party", "Maravia", None)
    assert named["Maravian"] == ("adjective", "Maravia", None)
    assert named["Ostrel"] == ("party", "Ostrel", None)
    assert named["Tavik"] == ("metonym", "Maravia", None)


def test_a_report_explains_its_persons() -> None:
    page = page_of(
        "Maravian foreign minister Edda Quell spoke first. Olin Tarr, Maravia's envoy, waited. "
        "Quell then left with Sana Brill, the ministry's spokeswoman."
    )
    named = _named(page)
    assert named["Edda Quell"] == ("person", "Maravia", "principal")
    assert named["Quell"] == ("person", "Maravia", "principal")
    assert named["Olin Tarr"] == ("person", "Maravia", "official")
    assert named["Sana Brill"][2] == "spokesperson"


def test_a_party_may_stand_in_the_sentence_before_its_president() -> None:
    page = page_of("Maravia has answered. President Ilo Vant said the road stays shut. Talks in Maravia go on.")
    assert _named(page)["Ilo Vant"] == ("person", "Maravia", "principal")


def test_a_report_explains_its_movements_and_outlets() -> None:
    page = page_of(
        "The Highland Liberation Army (HLA) told the Tavik Courier that it would wait. "
        "The HLA has no seat, the Morning Lantern newspaper reported."
    )
    named = _named(page)
    assert named["Highland Liberation Army"] == named["HLA"] == ("party", "HLA", None)
    assert named["Tavik Courier"][0] == named["Morning Lantern"][0] == "outlet"


def test_ordinary_capitals_teach_nothing() -> None:
    text = "On Monday the Security Council met. Christian leaders came. The Review was long."
    assert not {"Monday", "Christian", "Review"} & set(learned(text, mentions(text)))


@pytest.mark.parametrize(
    ("rest", "state"),
    [
        ("The Lower Kessara was dry.", "Kessara"),
        ("The Lower Kessara and the Lower Kessar were dry.", None),  # either may be hers: none is chosen
        ("", None),
    ],
)
def test_a_people_has_the_one_state_whose_adjective_it_is(rest: str, state: str | None) -> None:
    entry = learned(f"A Kessaran negotiator said nothing. {rest}", ()).get("Kessaran")
    assert (entry and entry.party) == state


def test_a_people_of_which_only_a_minister_tells_gives_its_states_name() -> None:
    assert learned("The Kessaran foreign minister said nothing.", ())["Kessaran"].party == "Kessara"


@given(st.text(max_size=300))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    page = page_of(text)
    assert all(m.span.quote(text) for m in page.mentions)
    starts = [m.span.start for m in page.mentions]
    assert starts == sorted(starts)
    assert all(a.span.end <= b.span.start for a, b in zip(page.mentions, page.mentions[1:], strict=False))


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("Interim President Ahmad Sharif was silent. Sharif left.", None),
        ("Al-Sharif was silent.", None),
        ("Prime Minister Shehbaz Sharif was silent. Sharif left.", "Pakistan"),
        ("Sharif left.", "Pakistan"),
        ("Nawaz Sharif spoke in Islamabad before Sharif left.", "Pakistan"),
    ],
)
def test_a_known_surname_that_the_text_gives_somebody_else_is_not_the_known_ones(said: str, party: str | None) -> None:
    page = page_of(said)
    last = [m.party for m in page.mentions if m.kind == "person" and m.span.quote(said).endswith("Sharif")]
    assert (last[-1] if last else None) == party


@pytest.mark.parametrize(
    ("forms", "party"),
    [
        (("Sudanese army", "Sudanese Armed Forces", "SAF", "Burhan", "Sovereignty Council", "Khartoum"), "Sudan"),
        (("Tatmadaw", "Min Aung Hlaing"), "Myanmar"),
        (("AFC/M23", "Congo River Alliance", "Nangaa", "Bisimwa"), "M23"),
        (("Rapid Support Forces", "Hemedti"), "RSF"),
    ],
)
def test_an_army_is_its_states_and_an_alliance_its_movements(forms: tuple[str, ...], party: str) -> None:
    assert {party_of(form) for form in forms} == {party}


def test_every_person_speaks_for_a_party_that_is_known() -> None:
    known = {e.party for e in entries().values() if e.kind in ("party", "group")}
    assert {e.party for e in entries().values() if e.kind == "person" and e.party} <= known
