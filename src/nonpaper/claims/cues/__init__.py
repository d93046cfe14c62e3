"""Cue words of attribution, hedging, denial and carrying, as data files; patterns over them, built once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

from nonpaper.claims.gazetteer.alternation import BLANK, any_case_of


@cache
def table(name: str) -> dict[str, Any]:
    """One cue file as it stands; `name` without its suffix."""
    return tomllib.loads((files("nonpaper.claims.cues") / f"{name}.toml").read_text(encoding="utf-8"))


def pattern(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of `words` as whole words, longest first, whatever the case and the blanks."""
    body = any_case_of(words).replace(BLANK, r"\s+")
    return re.compile(rf"(?<!\w){body}(?!\w)")


def forms(lemma: str) -> tuple[str, ...]:
    """An English verb's forms: the irregular ones as listed, the others by rule."""
    irregular = table("acts")["irregular"].get(lemma)
    if irregular:
        return (lemma, *irregular)
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    s = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return (lemma, lemma + s, lemma + "ed", lemma + "ing")
