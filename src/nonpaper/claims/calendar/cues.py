"""The cue data of the calendar."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def cues(table: str) -> dict[str, list[str]]:
    """One table of cues.toml."""
    raw = resources.files("nonpaper.claims.calendar").joinpath("cues.toml").read_text("utf-8")
    found: dict[str, list[str]] = tomllib.loads(raw)[table]
    return found


@cache
def cue(table: str, key: str) -> re.Pattern[str]:
    """Any of a list of cues as whole words."""
    return re.compile(r"(?<!\w)(?:" + "|".join(cues(table)[key]) + r")(?!\w)", re.IGNORECASE)
