"""Records as tables of their fields: from the JSON Schema that the program itself prints."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from docs.generate.corrections import anchor
from docs.generate.corrections import named as vocabularies
from nonpaper.dossier import brief_schema
from nonpaper.model.reading import Reading

Schema = dict[str, Any]
_FEW = 8


def reading() -> str:
    """What `nonpaper read --format jsonl` prints, one object a line, and every record in it."""
    return _all(msgspec.json.schema(Reading))


def brief() -> str:
    """What `nonpaper brief --format json` writes, and every record in it."""
    return _all(json.loads(brief_schema()))


def _all(schema: Schema) -> str:
    root = _ref(schema)
    names = {name: f"{root}-{name}".lower() for name in schema["$defs"]}
    return "\n\n".join(_one(name, own, names) for name, own in schema["$defs"].items())


def _one(name: str, own: Schema, names: dict[str, str]) -> str:
    said = own.get("description", "").partition(">>>")[0].strip()
    about = "\n\n".join(" ".join(p.split()) for p in said.split("\n\n"))
    rows = [f"| `{key}` | {_kind(value, names)} |" for key, value in own.get("properties", {}).items()]
    title = [f"({names[name]})=", f"## {name}", "", about, ""]
    if not rows:
        return "\n".join([*title, f"Written as: {_kind(own, names)}."])
    head = [*title, "| field | value |", "|---|---|"]
    return "\n".join([*head, *rows])


def _ref(value: Schema) -> str:
    return str(value["$ref"]).rpartition("/")[2]


def _kind(value: Schema, names: dict[str, str]) -> str:
    if "$ref" in value:
        name = _ref(value)
        return f"[{name}](#{names[name]})"
    if "anyOf" in value:
        return " or ".join(_kind(each, names) for each in value["anyOf"])
    if "enum" in value:
        return _one_of(value["enum"])
    return _plain(value, names)


def _one_of(words: list[str | None]) -> str:
    """The words, or where they stand, where there are many."""
    known = next((name for name, own in vocabularies().items() if set(own) == set(words)), None)
    if known and len(words) > _FEW:
        return f"[one of these words](corrections.md#{anchor(known)})"
    return "one of " + ", ".join("null" if each is None else f"`{each}`" for each in words)


def _plain(value: Schema, names: dict[str, str]) -> str:
    kind = value.get("type")
    if kind == "array":
        parts = [_kind(each, names) for each in value.get("prefixItems", ())]
        inner = value.get("items")
        listed = " and ".join(parts) or (_kind(inner, names) if inner else "any values")
        return f"list of {listed}"
    if kind == "object":
        inner = value.get("additionalProperties")
        return f"object of {_kind(inner, names)}" if isinstance(inner, dict) and inner else "object"
    words = {"string": "words", "integer": "whole number", "number": "number", "boolean": "true or false"}
    return words.get(str(kind), "null" if kind == "null" else "any value")
