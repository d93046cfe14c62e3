"""Topics: each cue file example gets its topic; anything else is harmless."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.topics import _cues, cue_pattern, told_apart, topic_of, topic_scores
from nonpaper.model.codes import Topic

_DATA = tomllib.loads(resources.files("nonpaper.claims").joinpath("topics.toml").read_text("utf-8"))
_NEWS = [
    (topic, words)
    for topic, told in tomllib.loads(
        (Path(__file__).parents[2] / "data" / "topics_of_news.toml").read_text("utf-8")
    ).items()
    for words in told
]
_EXAMPLES = [(topic, example) for topic, entry in _DATA.items() for example in entry["examples"]]


def test_every_topic_has_cues_meaning_and_example() -> None:
    assert set(_DATA) == set(get_args(Topic))
    assert all(entry["means"] and entry["strong"] and entry["examples"] for entry in _DATA.values())


@pytest.mark.parametrize(("topic", "words"), _EXAMPLES, ids=[words[:40] for _, words in _EXAMPLES])
def test_example_gets_its_topic(topic: str, words: str) -> None:
    found = topic_of(words)
    assert found is not None
    assert found[0] == topic, topic_scores(words)[:4]


@pytest.mark.parametrize(("topic", "words"), _NEWS, ids=[words[:40] for _, words in _NEWS])
def test_words_of_news_get_their_topic(topic: str, words: str) -> None:
    assert topic_scores(words)[0][0] == topic, topic_scores(words)[:4]


@pytest.mark.parametrize(
    "words", ["", "   ", "the quick brown fox", "…", "‮", "four percent", "the EU", "which Brussels denies"]
)
def test_words_about_nothing_have_no_topic(words: str) -> None:
    assert topic_of(words) is None


def test_a_tie_of_two_passing_words_tells_nothing_apart() -> None:
    assert not told_apart("and what of the courts, the taxes")
    assert not told_apart("so it was said at supper")
    assert told_apart("the soldiers would withdraw behind the river")
    assert told_apart("the soldiers")


def test_letter_case_and_line_breaks_do_not_matter() -> None:
    assert topic_of("BUFFER\n  Zone along the river") == topic_of("buffer zone along the river")


@given(st.text(max_size=300))
def test_any_text_gives_a_known_topic_and_a_share(words: str) -> None:
    found = topic_of(words)
    assert found is None or (found[0] in get_args(Topic) and 0.5 <= found[1] <= 1)


def _slowly(text: str) -> dict[str, float]:
    """The score of each topic by one pattern for all its cues of one weight."""
    totals: dict[str, float] = {}
    for cues in _cues():
        found = {}
        if cues.weight > 0 or totals.get(cues.topic, 0.0) > 0:
            for match in cue_pattern(cues.cues).finditer(text):
                found.setdefault(match.group(), match.start())
        for times, at in enumerate(found.values()):
            early = 0.25 * cues.weight * (1 - at / len(text)) if cues.weight > 0 else 0.0
            totals[cues.topic] = totals.get(cues.topic, 0.0) + (cues.weight + early) * (0.5 if times else 1.0)
    return {cues.topic: cues.factor * totals.get(cues.topic, 0.0) for cues in _cues()}


def test_only_topics_with_a_word_of_theirs_are_weighed_and_none_is_lost() -> None:
    """Against the slow way: every cue of every topic tried on some examples, and on examples run together."""
    examples = [words for _, words in _EXAMPLES]
    for words in (*examples[::25], " and ".join(examples[:20]), "Its plant's output, non-nuclear, u.s.-led"):
        text = " ".join(words[:600].casefold().replace("’", "'").split())
        slow = _slowly(text).items()
        assert topic_scores(words) == tuple(sorted((p for p in slow if p[1] >= 1.5), key=lambda pair: -pair[1]))


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("leave Kivarra and El Mora within three weeks", "withdrawal"),
        ("leave Kivarra within three weeks of the deal", "withdrawal"),
        ("quit Kivarra no later than thirty days after signature", "withdrawal"),
        ("free the captives within 72 hours", "hostages"),
        ("elections by the end of 2031", "elections"),
        ("pay reparations by the end of March", "reparations"),
        ("the withdrawal is to be completed within 14 days", "withdrawal"),
        ("Norvia has until Friday to withdraw", "withdrawal"),
        # where no deed is named, or the day itself is what is settled
        ("everything is to be done by the end of October", "deadline"),
        ("a final text by 1 September", "deadline"),
        ("a written reply by noon on Thursday", "deadline"),
        ("a deadline of next Friday for the withdrawal", "deadline"),
        ("a timetable for the withdrawal", "deadline"),
    ],
)
def test_the_time_set_for_a_deed_is_no_topic_beside_it(words: str, topic: str) -> None:
    found = topic_of(words)
    assert found is not None
    assert found[0] == topic, topic_scores(words)[:4]
