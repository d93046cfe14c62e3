"""The capitalised words of a text, in the runs in which they stand beside each other: a name alone, or parts of a longer one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import chain

from nonpaper.claims.gazetteer.shapes import WORD, never, words

Run = tuple[str, ...]
_INSIDE = re.compile(rf"(?<=[a-z,] ){WORD}")
_RUN = re.compile(rf"{WORD}(?:[ \n]{WORD})*")


@lru_cache(maxsize=1)
def _runs(text: str) -> tuple[Run, ...]:
    return tuple(tuple(run.split()) for run in _RUN.findall(text))


@lru_cache(maxsize=1)
def capitalised(text: str) -> Mapping[str, int]:
    """How often each capitalised word stands in the text, in the order in which they first do."""
    return Counter(chain.from_iterable(_runs(text)))


@lru_cache(maxsize=1)
def opened(text: str) -> tuple[Run, ...]:
    """The runs without the word that opens their sentence."""
    return tuple(run[1:] if run[0] in _openers() else run for run in _runs(text))


@lru_cache(maxsize=1)
def beside(text: str) -> frozenset[str]:
    """Words that somewhere stand beside another capitalised one, as those of persons do; the first of a sentence is none."""
    return frozenset(chain.from_iterable(run for run in opened(text) if len(run) > 1))


@lru_cache(maxsize=1)
def following(text: str) -> frozenset[str]:
    """Words that stand after another capitalised one, as the last names of persons do."""
    return frozenset(chain.from_iterable(run[1:] for run in opened(text)))


@lru_cache(maxsize=1)
def inside(text: str) -> frozenset[str]:
    """Words that somewhere have their capital within a sentence, so that it is their own."""
    return frozenset(_INSIDE.findall(text))


@cache
def _openers() -> frozenset[str]:
    return (never() | frozenset(words()["openers"])) - frozenset(words()["directions"])
