"""What a corrections file may hold, from the tables that check it, and the words that records use."""

from __future__ import annotations

from typing import get_args

from nonpaper.judgements.fields import FIELDS, Field
from nonpaper.judgements.load import _KEYS as KEYS
from nonpaper.model import codes

_TAKES = {
    "text": "words",
    "words": "words of the report, exactly",
    "names": "a list of names",
    "flag": "`true` or `false`",
    "conditions": '`[{ quote = "…", kind = "…" }]`',
}


def entries() -> str:
    """Each kind of entry and the keys it takes."""
    rows = [f"| `[[{kind}]]` | {', '.join(f'`{key}`' for key in keys)} |" for kind, keys in KEYS.items()]
    return "\n".join(["| entry | takes |", "|---|---|", *rows])


def fields() -> str:
    """What `set` takes, item by item."""
    return "\n\n".join(_item(item, taken) for item, taken in FIELDS.items())


def _item(item: str, taken: dict[str, Field]) -> str:
    rows = [f"| `{name}` | {_what(field)} |" for name, field in taken.items()]
    return "\n".join([f"### Of a {item}", "", "| field | takes |", "|---|---|", *rows])


def _what(field: Field) -> str:
    takes = f"[one of these words](#{_vocabulary(field.allowed)})" if field.takes == "code" else _TAKES[field.takes]
    notes = [note for note, holds in (('`""`: not said', field.blank), ("must be given", field.required)) if holds]
    return "; ".join([takes, *notes])


def named() -> dict[str, tuple[str, ...]]:
    """Every closed list of words, by its name in the code."""
    return {name: get_args(words) for name, words in vars(codes).items() if get_args(words)}


def anchor(name: str) -> str:
    """Where a list of words stands on its page."""
    return f"vocabulary-{name.lower()}"


def _vocabulary(words: tuple[str, ...]) -> str:
    return next(anchor(name) for name, own in named().items() if own == words)


def vocabularies() -> str:
    """Every closed list of words that records use."""
    parts = [f"({anchor(n)})=\n### {_title(n)}\n\n{_listed(w)}" for n, w in named().items()]
    return "\n\n".join(parts)


def _title(name: str) -> str:
    return "".join(f" {c.lower()}" if c.isupper() and i else c for i, c in enumerate(name))


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
