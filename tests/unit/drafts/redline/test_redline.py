"""What a redline says of plain cases, and that its pairing is the best there is."""

from __future__ import annotations

import itertools
import os
import random
from pathlib import Path

import numpy as np
import pytest

from nonpaper.drafts.redline import apply, redline, revert
from nonpaper.drafts.redline.assign import assigned
from nonpaper.drafts.redline.open import open_places
from nonpaper.drafts.redline.order import moved
from nonpaper.model.redline import Change, Redline
from nonpaper.reports.gather import gather
from tests.unit.drafts.redline.texts import HOSTILE, WORDS, written

OLD = """Agreement of Voll

1. The army of Ravonia is limited to 600 men.
2. The Parties shall release all prisoners within six months.
3. A joint commission is established. It reports every two weeks to both Parties.
4. Ostelle shall open the bridge at Holm.
5. The guns of both Parties stay behind the Lorn.
6. No Party shall fly over the zone.
"""


def point(made: Redline, text: str, words: str) -> Change:
    """The change that holds some words of the later text."""
    at = text.index(words)
    return next(
        c for c in made.changes for i in c.new if made.new.units[i].span.start <= at < made.new.units[i].span.end
    )


def changed(old: str, new: str, count: int = 1) -> tuple[Redline, str]:
    assert old in OLD
    text = OLD.replace(old, new, count)
    return redline(OLD, text), text


def test_a_reworded_point_keeps_its_other_words() -> None:
    made, text = changed("six months", "ninety days")
    change = point(made, text, "ninety")
    assert change.what == ("reworded",)
    assert [e.words for e in change.edits if not e.new] == ["six months"]
    assert [e.words for e in change.edits if not e.old] == ["ninety days"]


@pytest.mark.parametrize(
    ("old", "new", "words", "what"),
    [
        ("600 men", "[600] men", "[600]", ("reworded", "opened")),
        ("600 men", "____ men", "____", ("reworded", "opened")),
        ("within six months", "within a time to be agreed", "to be agreed", ("reworded", "opened")),
        ("men.", "men [sic].", "sic", ("reworded",)),
        ("men.", "men[12].", "[12]", ("reworded",)),
        ("4. Ostelle", "4 bis. Ostelle", "bis", ("reworded", "renumbered")),
        ("established. It", "established.\n4. It", "established", ("split", "renumbered")),
        ("Lorn.\n6. No", "Lorn, and no", "Lorn", ("merged",)),
        ("established. It", "established.\n\tIt", "established", ("split",)),
    ],
)
def test_what_became_of_a_point(old: str, new: str, words: str, what: tuple[str, ...]) -> None:
    made, text = changed(old, new)
    found = point(made, text, words).what
    assert found == what or (what[0] == "split" and found[0] == "split")


def test_brackets_that_go_close_a_point() -> None:
    bracketed = OLD.replace("600 men", "[600] men")
    assert point(redline(bracketed, OLD), OLD, "600").what == ("reworded", "closed")


def test_a_bracket_round_two_points_opens_both() -> None:
    made, text = changed(
        "4. Ostelle shall open the bridge at Holm.\n5. The guns of both Parties stay behind the Lorn.",
        "4. [Ostelle shall open the bridge at Holm.\n5. The guns of both Parties stay behind the Lorn.]",
    )
    assert [("opened" in point(made, text, w).what) for w in ("bridge", "guns", "fly")] == [True, True, False]


def test_points_that_change_places_move_and_take_new_numbers() -> None:
    text = (
        OLD.replace("4. Ostelle shall open the bridge at Holm.\n", "")
        .replace("1. The army", "1. Ostelle shall open the bridge at Holm.\n2. The army")
        .replace("2. The Parties", "3. The Parties")
        .replace("3. A joint", "4. A joint")
    )
    made = redline(OLD, text)
    assert point(made, text, "bridge").what == ("moved", "renumbered")
    assert point(made, text, "army").what == ("renumbered",)
    assert point(made, text, "guns").what == ("kept",)


def test_what_has_no_counterpart_is_added_or_dropped() -> None:
    made, text = changed("6. No Party shall fly over the zone.", "6. Crowns are paid in gold at Holm Gate.")
    assert point(made, text, "gold").what == ("added",)
    assert [c.what for c in made.changes if not c.new] == [("dropped",)]


def test_a_low_likeness_is_a_doubt() -> None:
    made, text = changed("4. Ostelle shall open the bridge at Holm.", "4. Ostelle shall close the harbour at Voll.")
    assert point(made, text, "harbour").doubts


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Nothing here has a number. It is prose.", "no_numbers"),
        (OLD.replace("5. The", "4. The"), "number_twice"),
        (OLD.replace("600", "[600"), "single_bracket"),
        (OLD, "same_text"),
    ],
)
def test_what_is_amiss_is_said_and_nothing_is_lost(text: str, code: str) -> None:
    made = redline(OLD, text)
    assert code in [f.code for f in made.findings]
    assert apply(made, OLD) == text


def test_parts_that_each_begin_at_one_are_no_fault() -> None:
    text = OLD + "\nANNEX I\n1. The map shall show it.\n2. It shall be kept at Voll.\n3. No copy shall be made.\n"
    assert [f.code for f in redline(OLD, text).findings] == []


def test_open_places_are_outermost_and_exact() -> None:
    text = "the line of [A [B] C] within ____ days] and [sic] [800] men[3]"
    places, single = open_places(text)
    assert [p.quote(text) for p in places] == ["[A [B] C]", "____", "[800]"]
    assert [s.quote(text) for s in single] == ["]"]


@pytest.mark.parametrize("seed", range(60))
def test_the_assignment_is_the_best_of_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    gains = rng.integers(0, 6, size=(int(rng.integers(1, 6)), int(rng.integers(1, 6))))
    gains[rng.random(gains.shape) < 0.4] = 0
    tall = gains if gains.shape[0] <= gains.shape[1] else gains.T
    best = max(
        sum(int(tall[i, j]) for i, j in enumerate(columns))
        for columns in itertools.permutations(range(tall.shape[1]), tall.shape[0])
    )
    found = assigned(gains)
    assert sum(int(gains[i, j]) for i, j in found) == best
    assert len({i for i, _ in found}) == len({j for _, j in found}) == len(found)
    assert all(gains[i, j] > 0 for i, j in found)


@pytest.mark.parametrize("seed", range(60))
def test_what_stays_in_order_is_the_heaviest_run(seed: int) -> None:
    rng = random.Random(seed)
    places = rng.sample(range(20), rng.randint(0, 8))
    weights = [rng.randint(1, 5) for _ in places]
    runs = [
        run
        for size in range(len(places) + 1)
        for run in itertools.combinations(range(len(places)), size)
        if all(places[a] < places[b] for a, b in itertools.pairwise(run))
    ]
    stays = [i for i in range(len(places)) if i not in moved(places, weights)]
    assert tuple(stays) in runs
    assert sum(weights[i] for i in stays) == max(sum(weights[i] for i in run) for run in runs)


def _random_point(rng: random.Random) -> tuple[str, int, str, str]:
    words = " ".join(rng.choice(WORDS + HOSTILE if rng.random() < 0.5 else WORDS) for _ in range(rng.randint(1, 14)))
    return (
        rng.choice(["{}. ", "({}) ", "Article {}. ", "- ", ""]),
        rng.randint(1, 12),
        words,
        rng.choice([".\n", "\n\n", " "]),
    )


def test_thousands_of_random_pairs_go_there_and_back() -> None:
    rng = random.Random(7)
    for _ in range(800):
        old = [_random_point(rng) for _ in range(rng.randint(0, 6))]
        new = [p for p in rng.sample(old, len(old)) if rng.random() < 0.8] + [_random_point(rng)] * rng.randint(0, 2)
        a, b = written(old), written(new)
        made = redline(a, b)
        assert apply(made, a) == b
        assert revert(made, b) == a


AGREEMENTS = sorted(Path(os.environ.get("NONPAPER_SHARED", "/work/shared"), "data", "agreements").glob("*.html"))


@pytest.mark.skipif(not AGREEMENTS, reason="needs the agreements in the shared data")
def test_agreements_beside_one_another_and_edited_go_there_and_back() -> None:
    texts = [item.text for item in gather([str(p) for p in AGREEMENTS]) if hasattr(item, "text")]
    assert len(texts) == 9
    for a, b in itertools.pairwise([*texts, texts[0]]):
        made = redline(a, b)
        assert apply(made, a) == b
        assert revert(made, b) == a
    for seed, text in enumerate(texts):
        _planted(text, random.Random(seed))


def _planted(text: str, rng: random.Random) -> None:
    """A word put into one unit, one unit dropped: these are found, and only these."""
    units = [u for u in redline(text, text).new.units if len(u.body.quote(text).split()) > 7]
    worded, gone = rng.sample(units, 2)
    at = text.index(" ", worded.body.start) + 1
    edits = sorted([(at, at, "zzyzx "), (gone.span.start, gone.span.end, "")], reverse=True)
    new = text
    for start, end, words in edits:
        new = new[:start] + words + new[end:]
    made = redline(text, new)
    assert apply(made, text) == new
    assert point(made, new, "zzyzx").what[0] == "reworded"
    dropped = [made.old.units[i].body for c in made.changes if not c.new for i in c.old]
    assert gone.body in dropped
    assert len([c for c in made.changes if "reworded" in c.what or not c.new or not c.old]) <= 4
