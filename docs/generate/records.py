"""Records as tables of their fields: from the JSON Schema that the program itself prints."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from nonpaper.dossier import brief_schema
from nonpaper.model.reading import Reading

Schema = dict[str, Any]


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
    about = "\n\n".join(" ".join(p.split()) for p in own.get("description", "").split("\n\n"))
    needed = set(own.get("required", ()))
    fields = own.get("properties", {}).items()
    rows = [f"| `{key}` | {_kind(value, names)} | {'yes' if key in needed else ''} |" for key, value in fields]
    head = [f"({names[name]})=", f"## {name}", "", about, "", "| field | value | always there |", "|---|---|---|"]
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
        return "one of " + ", ".join("null" if each is None else f"`{each}`" for each in value["enum"])
    return _plain(value, names)


def _plain(value: Schema, names: dict[str, str]) -> str:
    kind = value.get("type")
    if kind == "array":
        inner = value.get("items") or None
        parts = [_kind(each, names) for each in value.get("prefixItems", ())] or ([_kind(inner, names)] if inner else [])
        return f"list of {' and '.join(parts)}" if parts else "list"
    if kind == "object":
        inner = value.get("additionalProperties")
        return f"object of {_kind(inner, names)}" if isinstance(inner, dict) and inner else "object"
    words = {"string": "words", "integer": "whole number", "number": "number", "boolean": "true or false"}
    return words.get(str(kind), "null" if kind == "null" else "any value")
