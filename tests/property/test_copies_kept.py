"""Copies that are kept as reports come in are those of all reports compared at once, and what came before is kept."""

from __future__ import annotations

import random
from array import array
from collections import Counter
from itertools import combinations, permutations
from unittest.mock import Mock

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.model.copy import Copy
from nonpaper.remembered import Memory
from nonpaper.reports.copies import Published, candidates, find_copies, kept, owners, texts
from nonpaper.reports.copies.candidates import Pairs, code, two
from nonpaper.reports.copies.features import features

PLAN = (
    "The plan for the Sable Valley would limit the army of Kessara to 60,000 soldiers within 90 days. "
    "Norvia would leave the port of Tessel once 300 observers have arrived on the line of contact. "
)
REST = (
    "Prisoners would be exchanged at the bridge of Merrow, and 14 villages would be given back by spring. "
    "A council of five states would meet in Hadrin every month and could order sanctions within 48 hours. "
    "Ships of both sides would be free to pass the strait, and a fund would pay for the pumps of the lower valley."
)
TEXTS = (PLAN + REST, PLAN, (PLAN + REST).upper(), PLAN + REST)


def published(names: tuple[int, ...], languages: tuple[str | None, ...] = ("en",) * 4) -> list[Published]:
    rows = zip(names, TEXTS, languages, strict=True)
    return [Published(id=str(name), text=text, language=language) for name, text, language in rows]


def one_by_one(reports: list[Published]) -> list[tuple[Copy, ...]]:
    memory, found = Memory(), []
    for count in range(1, len(reports) + 1):
        with memory.remembering():
            found.append(find_copies(reports[:count]))
    return found


@pytest.mark.parametrize("languages", [("en",) * 4, ("en", "en", "en", None), ("en", "de", "en", "en")])
def test_reports_with_equal_words_may_come_in_any_order_of_ids(languages: tuple[str | None, ...]) -> None:
    """Also where capitals or languages set them apart from others though not from one another."""
    for names in permutations(range(4)):
        reports = published(names, languages)
        at_once = find_copies(reports)
        assert Counter(c.kind for c in at_once)["exact"] == 2
        assert all(c.left < c.right for c in at_once)
        found = one_by_one(reports)
        assert found[-1] == at_once
        assert found[2] == find_copies(reports[:3])


def test_a_share_stays_with_its_report_when_another_stands_for_the_same_words() -> None:
    part, whole, twin = (
        Published(id=name, text=text) for name, text in (("5", PLAN), ("6", TEXTS[0]), ("4", TEXTS[0]))
    )
    _, (before,), after = one_by_one([part, whole, twin])
    assert (before.left, before.left_share, before.right) == ("5", 1.0, "6")
    assert before.right_share < 0.5
    assert [(c.left, c.right, c.kind) for c in after] == [("4", "5", "excerpt"), ("4", "6", "exact")]
    assert (after[0].left_share, after[0].right_share) == (before.right_share, before.left_share)


def test_no_report_of_known_words_makes_all_be_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    real = kept.Alike
    monkeypatch.setattr(kept, "Alike", lambda *given: made.append(1) or real(*given))
    memory, there = Memory(), published((5, 6, 7, 8))
    with memory.remembering():
        first = find_copies(there)
    done = len(made)
    for name, text in (("1", TEXTS[0]), ("95", PLAN), ("3", PLAN), ("0", TEXTS[0]), ("2", REST)):
        there = [*there, Published(id=name, text=text, language="en")]
        with memory.remembering():
            found = find_copies(there)
        assert len(made) == done
    assert found == find_copies(there)
    assert len(made) > done, "a comparison of all is not noticed"
    assert len(found) > len(first)


def reworded(text: str) -> str:
    """Every third word exchanged, but no name and no number."""
    words = enumerate(text.split())
    return " ".join(word if at % 3 or not word.islower() else f"{word[::-1]}um" for at, word in words)


@pytest.mark.parametrize(
    ("twin", "language", "kinds"), [(TEXTS[0].upper(), "en", ["exact"]), (TEXTS[0], "de", ["exact", "translation"])]
)
def test_a_lesser_id_with_other_capitals_or_another_language_tells_for_its_words(
    twin: str, language: str, kinds: list[str]
) -> None:
    two_there = [
        Published(id="5", text=TEXTS[0], language="en"),
        Published(id="6", text=reworded(TEXTS[0]), language="en"),
    ]
    _, before, after = one_by_one([*two_there, late := Published(id="1", text=twin, language=language)])
    assert [c.kind for c in before] == ["spun"]
    assert [c.kind for c in after] == kinds
    assert after == find_copies([late, *two_there])


def test_a_first_report_in_another_language_is_compared_by_numbers() -> None:
    numbers = (
        "Nach dem Papier sollen in Merrow 60.000 Soldaten aus Kessara binnen 90 Tagen die Stellungen am Fluss räumen, "
        "300 Beobachter die Straßen, Brücken und Häfen sichern und 14 Orte mit 48 Booten voll Waren versorgt werden."
    )
    other = (
        "60.000 men of Kessara left within 90 days, and 300 people came to 14 ports near Merrow on 48 ships, she said."
    )
    reports = [
        Published(id="1", text=PLAN, language="en"),
        Published(id="2", text=other, language="en"),
        Published(id="3", text=numbers, language="de"),
    ]
    _, before, after = one_by_one(reports)
    assert before == ()
    assert [(c.left, c.kind) for c in after] == [("2", "translation")]
    assert after == find_copies(reports)


def test_like_numbers_of_one_language_are_not_even_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[tuple[int, int]] = []
    real = texts.counted
    monkeypatch.setattr(texts, "counted", lambda known, pairs: looked.extend(pairs) or real(known, pairs))
    of = ["{} 60,000 {} 300 {} 14 {} 9000 {}".format(*letters) for letters in ("abcde", "fghij", "klmno")]
    reports = [Published(id=text, text=text, language=g) for text, g in zip(of, ("en", "en", "de"), strict=True)]
    find_copies(reports)
    assert len(looked) == 2


@pytest.mark.parametrize("seed", range(4))
def test_copies_of_a_crowd_are_those_with_its_first(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidates, "CROWD", 3)
    reports = [Published(id=str(n), text=f"{TEXTS[0]} So said number {n}.") for n in range(9)]
    found = one_by_one(random.Random(seed).sample(reports, 9))
    assert [len(of) for of in found] == [0, 1, 3, 3, 4, 5, 6, 7, 8]
    assert found[-1] == find_copies(reports)


def test_of_reports_with_one_id_the_last_counts() -> None:
    memory = Memory()
    one, same, other = (Published(id=name, text=text) for name, text in (("1", PLAN), ("2", PLAN), ("1", REST)))
    for reports, count in (([one, same], 1), ([one, same, other], 0), ([other, same, one], 1), ([one, one, same], 1)):
        with memory.remembering():
            assert len(find_copies(reports)) == count


@pytest.mark.parametrize(("step", "before"), [("name", 0), ("change", 4)])
def test_what_was_broken_off_is_done_again(step: str, before: int, monkeypatch: pytest.MonkeyPatch) -> None:
    memory, there = Memory(), [*published((5, 6, 7, 8)), Published(id="1", text=REST)]
    with memory.remembering():
        find_copies(there[:before])
    with monkeypatch.context() as patch, memory.remembering():
        patch.setattr(kept.Named, step, Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            find_copies(there)
    with memory.remembering():
        found = find_copies(there)
    assert found == find_copies(there)


def test_no_reports_have_no_copies() -> None:
    assert find_copies([]) == ()


def test_what_a_report_does_not_bear_on_is_the_very_same_again() -> None:
    """What rests on a copy is made anew where it is another record, be it of the same content."""
    memory, there = Memory(), published((5, 6, 7, 8))
    for more in ((), (Published(id="3", text=PLAN, language="en"),), (Published(id="4", text=REST, language="de"),)):
        with memory.remembering():
            before = find_copies(there)
        there = [*there, *more]
        with memory.remembering():
            after = find_copies(there)
        assert {id(c) for c in after if c in before} <= set(map(id, before))
        assert sum(c in before for c in after) >= 2


Tied = list[set[int]]
sharing = st.lists(st.sets(st.integers(1, 6)), min_size=1, max_size=10)


@given(sharing, st.randoms(use_true_random=False), st.integers(0, 9), st.integers(1, 3), st.integers(1, 4))
def test_pairs_of_texts_that_come_are_those_of_all_texts(
    has: Tied, chance: random.Random, first: int, least: int, crowd: int
) -> None:
    """Against each definition spelled out: a feature ties all that have it, or those of a crowd to its first."""
    order = array("Q", chance.sample(range(100), len(has)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(candidates, "CROWD", crowd)
        patch.setattr(owners, "LATE", 4)
        numbers = sorted(range(min(first, len(has))), key=order.__getitem__)
        features = [np.array(sorted(of), np.uint64) for of in has]
        made = Pairs(least, order, np.array(numbers, np.int64), [features[n] for n in numbers])
        pairs = set(made.first.tolist())
        assert pairs == spelled_out(has[: len(numbers)], order, least, crowd)
        for number in range(len(numbers), len(has)):
            tied, loosened = made.add(number, features[number])
            gone = {
                p for p in loosened & pairs if not made.enough(two(p), np.intersect1d(*(features[n] for n in two(p))))
            }
            pairs = pairs - gone | tied
            assert pairs == spelled_out(has[: number + 1], order, least, crowd)


def spelled_out(has: Tied, order: array[int], least: int, crowd: int) -> set[int]:
    tied: Counter[int] = Counter()
    for feature in range(1, 7):
        there = sorted((n for n, of in enumerate(has) if feature in of), key=order.__getitem__)
        of = combinations(there, 2) if len(there) <= crowd else [(there[0], other) for other in there[1:]]
        tied.update(code(*pair) for pair in of)
    return {pair for pair, count in tied.items() if count >= least}


@pytest.mark.parametrize("text", TEXTS)
def test_features_are_sorted_and_distinct(text: str) -> None:
    of = features(text)
    assert len(of.content_bands) == 24
    for name in ("runs", "content", "fixed", "numbers", "sampled", "content_bands", "fixed_bands"):
        values = getattr(of, name)
        assert (values[1:] > values[:-1]).all(), name
