"""The words of sides.toml, as patterns built once."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("sides.toml").read_text("utf-8"))


def any_of(key: str) -> str:
    """One alternation of a list of sides.toml, longest first."""
    return "(?:" + "|".join(sorted(_data()[key], key=len, reverse=True)) + ")"


@cache
def whole(key: str) -> re.Pattern[str]:
    """Any of a list as whole words, case ignored."""
    return re.compile(rf"(?<![\w-]){any_of(key)}(?![\w-])", re.IGNORECASE)


@cache
def cased(key: str) -> re.Pattern[str]:
    """Any of a list as whole words, with their capitals."""
    return re.compile(rf"(?<!\w){any_of(key)}(?!\w)")


@cache
def weights() -> dict[str, float]:
    """What each sign of a side counts, in log odds for one unit of it, and "nobody"."""
    return dict(_data()["weights"])
