"""The rules and the names of codes, from `rules.toml` and `names.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

from nonpaper.claims.topics import cue_pattern
from nonpaper.model.coding import Vocabulary
from nonpaper.reports.pax import VARIABLES


class Rule(NamedTuple):
    """One rule: it proposes `codes` where `topics`, `words` and `also` all hold and nothing of `without` stands there.

    `topics` empty: any topic; `also` and `without` None: no such part.
    """

    topics: frozenset[str]
    words: re.Pattern[str]
    also: re.Pattern[str] | None
    without: re.Pattern[str] | None
    codes: tuple[tuple[Vocabulary, str], ...]
    because: str


@cache
def rules() -> tuple[Rule, ...]:
    """All rules in the order of the file."""
    return tuple(_rule(entry) for entry in _data("rules.toml")["rule"])


def code_name(vocabulary: Vocabulary, code: str) -> str:
    """The name that the vocabulary itself gives to a code.

    >>> code_name("PAM", "4"), code_name("PA-X", "TjAm")
    ('Cease Fire', 'Amnesty/pardon')
    """
    return VARIABLES[code] if vocabulary == "PA-X" else str(_types()[code])


@cache
def _types() -> dict[str, Any]:
    return _data("names.toml")


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))


def _rule(entry: dict[str, Any]) -> Rule:
    pax: list[tuple[Vocabulary, str]] = [("PA-X", code) for code in entry.get("pax", ())]
    pam: list[tuple[Vocabulary, str]] = [("PAM", str(code)) for code in entry.get("pam", ())]
    words = _pattern(entry["words"])
    if words is None:
        raise ValueError(f"a rule without words: {entry['because']}")
    return Rule(
        topics=frozenset(entry.get("topics", ())),
        words=words,
        also=_pattern(entry.get("and")),
        without=_pattern(entry.get("not")),
        codes=(*pax, *pam),
        because=entry["because"],
    )


def _pattern(cues: list[str] | None) -> re.Pattern[str] | None:
    return re.compile(cue_pattern(cues).pattern, re.IGNORECASE) if cues else None
