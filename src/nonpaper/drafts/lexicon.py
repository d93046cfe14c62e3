"""The words of `relation.toml`, ready to look up: concepts, scope, negation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from nonpaper.drafts.cues import Cues

_TOKEN = re.compile(r"[^\W_]+(?:['’\-‐‑.,][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
TOPICAL = "topic"
"""Stands for every word that says no more than the topic of its statement."""
_ENDINGS = (
    "ations",
    "ation",
    "ments",
    "ment",
    "ings",
    "ing",
    "ions",
    "ion",
    "ies",
    "ers",
    "er",
    "ed",
    "es",
    "al",
    "ly",
    "s",
    "y",
    "e",
)


def tokens(quote: str) -> list[str]:
    """The words of a quote as written, without possessive endings."""
    return [_POSSESSIVE.sub("", t) if "'" in t or "’" in t else t for t in _TOKEN.findall(quote)]


def stem(word: str) -> str:
    """A word without its ending, crudely; at least four letters stay."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


@cache
def concepts() -> Cues:
    """Words for one thing."""
    return Cues(_data()["concepts"])


@cache
def scope() -> Cues:
    """Words for a part, and for the whole."""
    return Cues(_data()["scope"])


@cache
def negation() -> Cues:
    """Plain negations, and words for giving something up."""
    return Cues(_data()["negation"])


@cache
def vague() -> Cues:
    """Words too vague to tell a term by."""
    return Cues({"vague": _data()["vague"]["words"]})


@cache
def stop() -> Cues:
    """Words that tell nothing."""
    return Cues({"stop": _data()["stop"]["words"]})


@cache
def within(topic: str) -> Mapping[str, str]:
    """Concept to the concept that stands for it under a topic."""
    return {name: group[0] for group in _data()["within"].get(topic, []) for name in group}


@cache
def core(topic: str) -> frozenset[str]:
    """Concepts that a statement on a topic has by being on it."""
    same = within(topic)
    return frozenset(same.get(name, name) for name in _data()["core"].get(topic, ())) | {TOPICAL}


@cache
def kinds_of(whole: str) -> frozenset[str]:
    """Concepts that are kinds of a concept."""
    return frozenset(_data()["kinds"].get(whole, ()))


@cache
def near() -> dict[str, set[str]]:
    """For each concept those of which one may stand for the other."""
    found: dict[str, set[str]] = {}
    for one, others in _data()["near"].items():
        for other in others:
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return found


@cache
def verbs() -> frozenset[str]:
    """Concepts that say what is done."""
    return frozenset(_data()["verbs"]["words"])


@cache
def topical(topic: str) -> Cues:
    """The reader's cue words of a topic, of one or more words in a row: they say no more than the topic."""
    cues = (cue for name in ("strong", "plain") for cue in _topics().get(topic, {}).get(name, ()))
    return Cues({"topic": [cue for cue in cues if "~" not in cue]})


@cache
def _topics() -> dict[str, Any]:
    return tomllib.loads(resources.files("nonpaper.claims").joinpath("topics.toml").read_text("utf-8"))


@cache
def single() -> frozenset[str]:
    """Topics on which a text has as a rule one term."""
    return frozenset(_data()["single"]["topics"])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("relation.toml").read_text("utf-8"))
