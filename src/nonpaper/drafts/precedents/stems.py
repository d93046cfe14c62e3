"""Words as they are compared: small letters, one spelling, stems (Porter's English stemmer as Snowball has it)."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import lru_cache
from importlib import resources
from typing import Any

from nonpaper.text.tokens import words

COMMON = frozenset(tomllib.loads(resources.files(__package__).joinpath("common.toml").read_text("utf-8"))["common"])
_BRITISH = re.compile(r"(?<=[a-z]{3})is(?=(?:e|ed|es|ing|ation|ations)$)")


def stems(text: str) -> list[str]:
    """The stems of a text in order, without the common words. Linear."""
    folded = (_plain(span.quote(text)) for span in words(text))
    parts = (part for word in folded for part in word.replace("‑", "-").replace("-", " ").split())
    return [stem for part in parts if part not in COMMON and (stem := _stem(part))]


def _plain(word: str) -> str:
    flat = unicodedata.normalize("NFKD", word.casefold().replace("’", "'"))
    return "".join(c for c in flat if not unicodedata.combining(c)).removesuffix("'s").replace("'", "")


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(_BRITISH.sub("iz", word)))


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
