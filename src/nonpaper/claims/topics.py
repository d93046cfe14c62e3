"""What a stretch of words is about: one of the closed list of topics, by the words it uses.

The cues and what each topic means are in `topics.toml`. The score of a topic is the sum of the weights of its cues
that occur, each counted once; words near the beginning count a little more, as the matter of a term usually leads.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple, get_args

from nonpaper.model.codes import Topic

_WEIGHTS = {"strong": 4.0, "plain": 2.0, "weak": 1.0, "not": -3.0}
_EARLY = 0.5  # added in full for a cue on the first word, not at all for one on the last
_BELOW = 0.4  # factor for topics that give way to any other: "plan", "process"
_LEAST = 1.5  # a single weak cue does not make a topic
_LONGEST = 600  # characters looked at; a term is one stretch of a sentence


class _Cues(NamedTuple):
    """The cues of one topic that have one weight."""

    topic: Topic
    weight: float
    factor: float
    cues: tuple[str, ...]


def topic_of(words: str) -> tuple[Topic, float] | None:
    """The topic that the words fit best and its share of the score of the best two, from 0.5 (a tie) to 1.

    None where no cue speaks. A tie goes to the topic that stands first in `topics.toml`.
    """
    scores = topic_scores(words)
    if not scores:
        return None
    (best, top), second = scores[0], scores[1][1] if len(scores) > 1 else 0.0
    return best, top / (top + second)


@lru_cache(maxsize=1024)
def topic_scores(words: str) -> tuple[tuple[Topic, float], ...]:
    """All topics that the words speak for, best first, with their scores (no unit)."""
    text = " ".join(words[:_LONGEST].casefold().replace("’", "'").replace("‑", "-").split())
    totals: dict[Topic, float] = {}
    factors: dict[Topic, float] = {}
    for i in _anchored(text):
        cues = _cues()[i]
        factors[cues.topic] = cues.factor
        totals[cues.topic] = _score(i, text, totals.get(cues.topic, 0.0))
    scored = ((topic, factors[topic] * total) for topic, total in totals.items())
    return tuple(sorted((pair for pair in scored if pair[1] >= _LEAST), key=lambda pair: -pair[1]))


def _anchored(text: str) -> list[int]:
    """The cues of which the text holds a first word, in the order of the file: no others can be in it, and few are."""
    whole, openings, lengths = _anchors()
    found: set[int] = set()
    for word in set(_WORD.findall(text)):
        found |= whole.get(word, _NONE)
        for length in lengths:
            found |= openings.get(word[:length], _NONE)
    return sorted(found)


_WORD = re.compile(r"[\w-]+")
_NONE: frozenset[int] = frozenset()


@cache
def _anchors() -> tuple[dict[str, set[int]], dict[str, set[int]], tuple[int, ...]]:
    """First words of cues with the places of these: whole ones, beginnings ("recogni*"), and the lengths of these."""
    whole: dict[str, set[int]] = {}
    openings: dict[str, set[int]] = {}
    for i, cues in enumerate(_cues()):
        for first in map(_first, cues.cues):
            into = openings if first.endswith("*") else whole
            into.setdefault(first.rstrip("*"), set()).add(i)
    return whole, openings, tuple(sorted({len(o) for o in openings}))


def _first(cue: str) -> str:
    """What a word of the text must be or begin with where a cue begins.

    >>> _first("recogni* ~ as"), _first("plant's output")
    ('recogni*', 'plant')
    """
    opens = re.match(r"[\w-]*\*?", cue)
    return opens.group() if opens else ""


def _score(which: int, text: str, total: float) -> float:
    """The score of a topic so far, with what some of its cues add; what speaks against it counts where something speaks for it."""
    weight = _cues()[which].weight
    if weight < 0 and total <= 0:
        return total
    seen: set[str] = set()
    for match in _pattern(which).finditer(text):
        if match.group() not in seen:
            seen.add(match.group())
            early = _EARLY * (1 - match.start() / len(text)) if weight > 0 else 0.0
            total += (weight + early) * (1.0 if len(seen) == 1 else 0.5)
    return total


@cache
def _pattern(which: int) -> re.Pattern[str]:
    return cue_pattern(_cues()[which].cues)


@cache
def _cues() -> tuple[_Cues, ...]:
    data = tomllib.loads(resources.files(__package__).joinpath("topics.toml").read_text("utf-8"))
    known: tuple[Topic, ...] = get_args(Topic)
    order = {topic: place for place, topic in enumerate(data)}
    in_file = sorted((topic for topic in known if topic in data), key=lambda topic: order[topic])
    return tuple(
        _Cues(topic, weight, _BELOW if data[topic].get("below") else 1.0, tuple(data[topic][name]))
        for topic in in_file
        for name, weight in _WEIGHTS.items()
        if data[topic].get(name)
    )


def cue_pattern(cues: Sequence[str]) -> re.Pattern[str]:
    """One pattern for cues as cue files write them: "*" any ending, "~" up to three words in between."""
    longest_first = sorted(cues, key=lambda cue: (-len(cue), cue))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_one, longest_first))})(?![\w-])")


def _one(cue: str) -> str:
    parts = [re.escape(word).replace(r"\*", r"[\w'-]*") for word in cue.split()]
    return r"[ ,]+".join(parts).replace(r"[ ,]+\~[ ,]+", r"[ ,]+(?:[^\s.;]+ ){0,3}?")
