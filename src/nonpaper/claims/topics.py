"""What a stretch of words is about: one of the closed list of topics, by the words it uses.

The cues and what each topic means are in `topics.toml`. The score of a topic is the sum of the weights of its cues
that occur, each counted once; words near the beginning count a little more, as the matter of a term usually leads.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple, get_args

from nonpaper.model.codes import Topic
from nonpaper.text.months import MONTH

_WEIGHTS = {"strong": 4.0, "plain": 2.0, "weak": 1.0, "not": -3.0}
_EARLY = 0.25  # share of its weight added in full for a cue on the first word, not at all for one on the last
_BELOW = 0.4  # factor for topics that give way to any other: "plan", "process"
_LEAST = 1.5  # a single weak cue does not make a topic
_LONGEST = 600  # characters looked at; a term is one stretch of a sentence


class _Cues(NamedTuple):
    """The cues of one topic that have one weight, longest first."""

    topic: Topic
    weight: float
    factor: float
    cues: list[str]


_Place = tuple[int, int]
"""Where a cue stands: among all lists of cues, and in its own."""


def topic_of(words: str) -> tuple[Topic, float] | None:
    """The topic that the words fit best and its share of the score of the best two, from 0.5 (a tie) to 1.

    None where no cue speaks. A tie goes to the topic that stands first in `topics.toml`.
    """
    scores = topic_scores(words)
    if not scores:
        return None
    (best, top), second = scores[0], scores[1][1] if len(scores) > 1 else 0.0
    return best, top / (top + second)


def told_apart(words: str) -> bool:
    """Whether the words tell their topic from others: not where two are named by one passing word each, which is a guess."""
    scores = topic_scores(words)
    if len(scores) < 2 or scores[0][1] >= PASSING:
        return bool(scores)
    return scores[0][1] / (scores[0][1] + scores[1][1]) >= APART


PASSING, APART = 2.6, 0.53
"""Score up to which one plain word alone speaks, and the share of the best two below which it is as good as another."""


@lru_cache(maxsize=1024)
def topic_scores(words: str) -> tuple[tuple[Topic, float], ...]:
    """All topics that the words speak for, best first, with their scores (no unit).

    The time by which a deed is to be done is no topic beside the deed: "leave the port within three weeks" is a withdrawal.
    """
    text = " ".join(words[:_LONGEST].casefold().replace("’", "'").replace("‑", "-").split())
    scores = _scores(text, _LEAST)
    if not scores or scores[0][0] != "deadline":
        return scores
    deed = _BY_WHEN.sub(" ; ", text)
    left = _scores(deed, _TIMED) if deed != text else ()
    of_deed = tuple(pair for pair in left if pair[0] not in _NO_DEED)
    return of_deed if of_deed and all(topic != "deadline" for topic, _ in left) else scores


_TIMED = 1.0
"""Least score of a topic for whose deed a time is set: one weak cue ("leave") is enough there."""
_NO_DEED: frozenset[Topic] = frozenset({"deadline", "dialogue", "process", "plan"})
_BY_WHEN = re.compile(
    r"\b(?:(?:by )?(?:no|not) later than|within|by|before|until) (?:the )?"
    r"(?:(?:next |last |first )?(?:[\w-]+ ){1,3}?(?:hours?|days?|weeks?|months?|years?)\b(?: (?:of|after|from) (?:the |its |their )?(?:signature|signing|truce|ceasefire|start))?"
    rf"|(?:(?:end|middle|beginning|start) of )?(?:the |this |next )?(?:year|month|week|decade|{MONTH}(?: \d{{1,4}})?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}(?: \d{{4}})?|(?:mid-|late |early )?\d{{4}})\b"
    r"|(?:noon|midnight|next)? ?(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)


def _scores(text: str, least: float) -> tuple[tuple[Topic, float], ...]:
    totals: dict[Topic, float] = {}
    factors: dict[Topic, float] = {}
    for which, tries in sorted(_anchored(text).items()):
        cues = _cues()[which]
        factors[cues.topic] = cues.factor
        totals[cues.topic] = _score(cues, text, tries, totals.get(cues.topic, 0.0))
    scored = ((topic, factors[topic] * total) for topic, total in totals.items())
    return tuple(sorted((pair for pair in scored if pair[1] >= least), key=lambda pair: -pair[1]))


def _anchored(text: str) -> dict[int, list[_Place]]:
    """For each list of cues of which the text holds a first word, where that stands and which cue it may begin."""
    whole, openings = _anchors()
    found: dict[int, list[_Place]] = {}
    for opens in _WORD.finditer(text):
        word = opens.group()
        begun = (place for opening, place in openings.get(word[:_KEY], ()) if word.startswith(opening))
        for which, cue in (*whole.get(word, ()), *begun):
            found.setdefault(which, []).append((opens.start(), cue))
    return found


_WORD = re.compile(r"[\w-]+")


@cache
def _anchors() -> tuple[dict[str, list[_Place]], dict[str, list[tuple[str, _Place]]]]:
    """First words of cues with the places of these: whole ones, and beginnings ("recogni*") by their first letters."""
    whole: dict[str, list[_Place]] = {}
    openings: dict[str, list[tuple[str, _Place]]] = {}
    for which, cues in enumerate(_cues()):
        for at, first in enumerate(map(_first, cues.cues)):
            if first.endswith("*"):
                openings.setdefault(first[:_KEY], []).append((first[:-1], (which, at)))
            else:
                whole.setdefault(first, []).append((which, at))
    return whole, openings


_KEY = 3
"""Letters by which beginnings are looked up; no cue may have fewer before its "*"."""


def _first(cue: str) -> str:
    """What a word of the text must be or begin with where a cue begins.

    >>> _first("recogni* ~ as"), _first("plant's output")
    ('recogni*', 'plant')
    """
    return _OPENS.match(cue).group()  # type: ignore[union-attr] # matches the empty string too


_OPENS = re.compile(r"[\w-]*\*?")


def _score(cues: _Cues, text: str, tries: list[_Place], total: float) -> float:
    """The score of a topic so far, with what some of its cues add; what speaks against it counts where something speaks for it."""
    weight = cues.weight
    if weight < 0 and total <= 0:
        return total
    seen: set[str] = set()
    for start, words in _matches(cues, text, tries):
        if words not in seen:
            seen.add(words)
            early = _EARLY * weight * (1 - start / len(text)) if weight > 0 else 0.0
            total += (weight + early) * (1.0 if len(seen) == 1 else 0.5)
    return total


def _matches(cues: _Cues, text: str, tries: list[_Place]) -> Iterator[tuple[int, str]]:
    """What one pattern of all cues would find from left to right: at each place the longest cue that fits, in its words."""
    over = 0
    for at, cue in sorted(tries):
        end = _end(cues.cues[cue], text, at) if at >= over else None
        if end is not None:
            over = end
            yield at, text[at:end]


def _end(cue: str, text: str, at: int) -> int | None:
    """Where the cue ends whose first word stands at `at`; None where its other words do not follow."""
    others = _others(cue)
    if not others:
        return _ENDING.match(text, at + len(cue) - 1).end() if cue[-1] == "*" else at + len(cue)  # type: ignore[union-attr]
    for part in others:  # few are there; the others need no pattern
        if text.find(part, at) < 0:
            return None
    match = _pattern(cue).match(text, at)
    return match.end() if match else None


@cache
def _others(cue: str) -> tuple[str, ...]:
    """What must follow the first word of a cue for it to fit, its longest stretch first; nothing for a cue of one word."""
    if _ALONE.fullmatch(cue):
        return ()
    return tuple(sorted(_LITERAL.findall(cue)[1:], key=len, reverse=True)) or (cue.rstrip("*"),)


_ALONE = re.compile(r"[\w-]+\*?")
_ENDING = re.compile(r"[\w'-]*")
_LITERAL = re.compile(r"[^*~ ]+")


@cache
def _pattern(cue: str) -> re.Pattern[str]:
    return re.compile(rf"{_one(cue)}(?![\w-])")


@cache
def _cues() -> tuple[_Cues, ...]:
    data = tomllib.loads(resources.files(__package__).joinpath("topics.toml").read_text("utf-8"))
    known: tuple[Topic, ...] = get_args(Topic)
    order = {topic: place for place, topic in enumerate(data)}
    in_file = sorted((topic for topic in known if topic in data), key=lambda topic: order[topic])
    return tuple(
        _Cues(topic, weight, _BELOW if data[topic].get("below") else 1.0, _longest_first(cues))
        for topic in in_file
        for name, weight in _WEIGHTS.items()
        if (cues := [*data[topic].get(name, ()), *data[topic].get(f"{name}_too", ())])
    )


def cue_pattern(cues: Sequence[str]) -> re.Pattern[str]:
    """One pattern for cues as cue files write them: "*" any ending, "~" up to three words in between."""
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(_one, _longest_first(cues)))})(?![\w-])")


def _longest_first(cues: Sequence[str]) -> list[str]:
    return sorted(cues, key=lambda cue: (-len(cue), cue))


def _one(cue: str) -> str:
    parts = [re.escape(word).replace(r"\*", r"[\w'-]*") for word in cue.split()]
    return r"[ ,]+".join(parts).replace(r"[ ,]+\~[ ,]+", r"[ ,]+(?:[^\s.;]+ ){0,3}?")
