"""The cue data of the calendar."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from nonpaper.text.openings import openings


@cache
def _data() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(resources.files("nonpaper.claims.calendar").joinpath("cues.toml").read_text("utf-8"))


def cues(table: str) -> dict[str, list[str]]:
    """One table of cues.toml."""
    return _data()[table]


@cache
def begins(table: str, key: str) -> frozenset[str]:
    """What a list of cues may begin with."""
    return openings(f"{cue} " for cue in cues(table)[key])


@cache
def cue(table: str, key: str) -> re.Pattern[str]:
    """Any of a list of cues as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(cues(table)[key]) + r")(?!\w)", re.IGNORECASE)
