"""Copies of reports: what is found, what must not be, and that neither order nor names of reports matter."""

from __future__ import annotations

import random

import pytest

from eval.copies_bench import families, figures
from nonpaper.remembered import Memory
from nonpaper.reports.copies import Published, candidates, find_copies, owners

STORY = (
    "The plan for the Sable Valley would limit the army of Kessara to 60,000 soldiers within 90 days. "
    "Norvia would leave the port of Tessel once 300 observers have arrived on the line of contact. "
    "Prisoners would be exchanged at the bridge of Merrow, and 14 villages would be given back. "
    "A council of five states would meet in Hadrin every month and could order sanctions within 48 hours."
)
GERMAN = (
    "Nach dem Entwurf soll Kessara im Sable Valley höchstens 60.000 Soldaten behalten, und zwar binnen 90 Tagen. "
    "Norvia würde Tessel räumen, wenn 300 Beobachter eingetroffen sind. In Merrow sollen Gefangene ausgetauscht und "
    "14 Dörfer übergeben werden. Ein Rat von Staaten in Hadrin könnte binnen 48 Stunden Maßnahmen anordnen."
)
APART = (
    "Kessara's forces may not be larger than 60,000 men if Norvia agrees to go from Tessel, diplomats in Merrow said. "
    "They spoke of 90 days and of 300 monitors. Hadrin might host a council, they said, with talks on 14 villages next."
)


def kinds(*texts: str, languages: tuple[str, ...] = ("en", "en")) -> list[str]:
    reports = [Published(id=str(i), text=t, language=g) for i, (t, g) in enumerate(zip(texts, languages, strict=False))]
    return [c.kind for c in find_copies(reports)]


def test_floors_on_made_families() -> None:
    made = list(families(300))
    of = figures(made, find_copies([m.report for m in made]))
    assert of["precision"] >= 99
    assert of["recall"] >= 88
    assert of["recall, with the original"] >= 98


def test_case_marks_and_spaces_make_no_other_text() -> None:
    assert kinds(STORY, STORY.upper().replace(". ", " -- ").replace(",", "")) == ["exact"]


def test_a_translation_is_known_by_numbers_and_names() -> None:
    assert kinds(STORY, GERMAN, languages=("en", "de")) == ["translation"]
    assert kinds(STORY, GERMAN.replace("300", "800").replace("14", "15"), languages=("en", "de")) == []


def test_reports_of_one_event_written_apart_are_no_copies() -> None:
    assert kinds(STORY, APART) == []


def test_two_outlets_that_quote_one_speaker_are_no_copies() -> None:
    said = f"“{STORY}”"
    one = (
        f"{said} the envoy said on Monday in a hall where hardly anybody had expected him to speak at such length. " * 2
    )
    other = f"Late at night, with few people left, a visitor from Aldoria rose and told them: {said} Nobody replied."
    assert kinds(one + "And so the day went by. " * 30, other + "Then all of them went home in the rain. " * 30) == []


@pytest.mark.parametrize("text", ["", " \n", "…", "—" * 5000])
def test_texts_without_words_are_nobodys_copy(text: str) -> None:
    assert kinds(text, STORY) == []
    assert kinds(text, text) == []


def test_a_text_of_one_word_is_a_copy_of_the_same_word_alone() -> None:
    assert kinds("No.", STORY) == []
    assert kinds("No.", "no") == ["exact"]


def test_the_order_of_reports_does_not_matter() -> None:
    reports = [m.report for m in families(60)]
    shuffled = random.Random(3).sample(reports, len(reports))
    assert find_copies(reports) == find_copies(shuffled)


def test_thousands_of_the_same_are_paired_with_one() -> None:
    reports = [Published(id=f"{i:04d}", text=STORY) for i in range(3000)]
    found = find_copies(reports)
    assert len(found) == 2999
    assert {c.left for c in found} == {"0000"}


@pytest.mark.parametrize("seed", range(8))
def test_copies_found_as_reports_come_are_those_found_at_once(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a feature becomes a crowd's, a report comes before its like, goes, or is in another language."""
    monkeypatch.setattr(candidates, "CROWD", 3)
    monkeypatch.setattr(owners, "LATE", 200)
    chance, memory = random.Random(seed), Memory()
    made = [m.report for m in families(30, seed=seed)]
    texts = [r.text for r in made] + [STORY, GERMAN] + [STORY[:-60], STORY[80:]] * 3
    there: dict[str, Published] = {}
    for _ in range(20):
        for _ in range(chance.choice([1, 1, 3])):
            name = f"{chance.randrange(200):03d}"
            language = "de" if chance.random() < 0.1 else chance.choice(["en", None])
            there[name] = Published(id=name, text=chance.choice(texts), language=language)
        if chance.random() < 0.1:
            there.pop(chance.choice(sorted(there)))
        with memory.remembering():
            found = find_copies(list(there.values()))
        assert found == find_copies(list(there.values()))
