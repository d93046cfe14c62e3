"""Which language a text is in, and whether the reader can read its script."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any

_SAMPLE = 5_000  # characters; the language of a report does not become clearer with more
_WORD = re.compile(r"[^\W\d_]+")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_CODE = re.compile(r"[A-Za-z]{2}(?=$|[-_ ])")


def language_of(text: str, *, given: str | None = None) -> str | None:
    """ISO 639-1 code of the text's language, or what the input says of itself; None where neither is certain."""
    return _detected(_sample(text)) or code_of(given)


def code_of(given: str | None) -> str | None:
    """The two-letter code in a language tag such as "en-US"; None where there is none."""
    match = _CODE.match(given.strip()) if given else None
    return match.group().lower() if match else None


def script_of(text: str) -> str | None:
    """The script most of the text is in, by its English name, where the reader cannot read it; else None."""
    sample = _sample(text)
    scripts = _scripts(_NOT_ASCII.findall(sample))
    scripts["LATIN"] += len(sample.encode("ascii", "ignore").translate(None, _NO_LETTERS))  # most letters of most texts
    letters, readable = scripts.total(), sum(scripts[name] for name in _data()["scripts"])
    if not letters or readable >= _data()["least_readable_share"] * letters:
        return None
    name: str = _scripts(sample).most_common(1)[0][0]
    return {"CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean"}.get(
        name, name.title()
    )


def _scripts(chars: Iterable[str]) -> Counter[str]:
    """How many of some characters are letters of each script, in the order in which the scripts come."""
    scripts = Counter[str]()
    for char, count in Counter(chars).items():  # a text has many letters, but few different ones
        if char.isalpha():
            scripts[unicodedata.name(char, "unknown").split()[0].split("-")[0]] += count
    return scripts


def name_of(code: str) -> str:
    """The English name of a language, or its code in quotation marks."""
    name: str = _data()["names"].get(code, f'the language "{code}"')
    return name


def _sample(text: str) -> str:
    return text[: _SAMPLE * 4] if len(text) <= _SAMPLE * 4 else text[:_SAMPLE] + text[len(text) // 2 :][: _SAMPLE * 3]


def _detected(text: str) -> str | None:
    words = Counter(_WORD.findall(text))
    if sum(len(word.lower()) * count for word, count in words.items()) < _data()["least_letters"]:
        return None
    english = sum(count for word, count in words.items() if word.lower() in _english())
    if english >= _data()["english_share"] * words.total():
        return "en"
    code, certainty = _identifier().classify(text[:_SAMPLE])
    return str(code) if certainty >= _data()["least_certainty"] else None


@cache
def _english() -> frozenset[str]:
    return frozenset(_data()["english"])


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _data()["known"] if code in identifier.nb_classes])
    return identifier


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath("language.toml").read_text("utf-8"))
