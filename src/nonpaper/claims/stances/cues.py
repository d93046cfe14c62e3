"""The cue data of stances, compiled once."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from nonpaper.model.codes import Stance

Pattern = re.Pattern[str]


@cache
def data() -> dict[str, Any]:
    """The whole of cues.toml."""
    return tomllib.loads(resources.files("nonpaper.claims.stances").joinpath("cues.toml").read_text("utf-8"))


@cache
def table(name: str) -> tuple[tuple[Pattern, Stance], ...]:
    """The rows of one table in order: a pattern of whole words and the stance it shows."""
    rows = data()[name]
    return tuple(
        (re.compile(r"(?<!\w)(?:" + "|".join(row["say"]) + r")", re.IGNORECASE), row["stance"]) for row in rows
    )


@cache
def pattern(name: str, key: str) -> Pattern:
    """One list of patterns as one."""
    return re.compile(r"(?<!\w)(?:" + "|".join(data()[name][key]) + r")(?!\w)|" + r"(?:\?)", re.IGNORECASE)


@lru_cache(maxsize=256)  # a content is asked for its stance by rule after rule
def first(name: str, words: str) -> tuple[Stance, re.Match[str]] | None:
    """The first row of a table that is found in `words`."""
    for cue, stance in table(name):
        found = cue.search(words)
        if found:
            return stance, found
    return None
