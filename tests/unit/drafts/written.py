"""Readings of invented reports, made by hand: a term is any stretch of the text given with its fields."""

from __future__ import annotations

import re
from typing import Any

from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span


def report(
    name: str,
    text: str,
    *terms: tuple[str, dict[str, Any]],
    published: str | None = "2031-03-04",
    stands: tuple[tuple[str, dict[str, Any]], ...] = (),
) -> Reading:
    return Reading(
        report=Report(id=name, path=f"{name}.txt", outlet=name, published=published),
        text=text,
        claims=tuple(Claim(source=(), cue=(), content=(), party=f["by"]) for _, f in terms if "by" in f),
        provisions=tuple(_provision(text, words, fields) for words, fields in terms),
        positions=tuple(Position(**_fields(text, words, fields)) for words, fields in stands),
    )


def _provision(text: str, words: str, fields: dict[str, Any]) -> Provision:
    return Provision(**_fields(text, words, fields))


def _fields(text: str, words: str, fields: dict[str, Any]) -> dict[str, Any]:
    rest = {k: v for k, v in fields.items() if k not in ("by", "conditions")}
    tied = tuple(Condition(span=span(text, said), kind=kind) for kind, said in fields.get("conditions", ()))
    return {"span": span(text, words), "conditions": tied} | rest | ({"claim": 0} if "by" in fields else {})


def span(text: str, words: str) -> Span:
    found = re.search(re.escape(words), text)
    assert found, words
    return Span(found.start(), found.end())
