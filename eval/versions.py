"""Six versions of one plan: statements are made of the listed values, and the comparison must give them back.

The values stay beside the project; nothing of them stands here.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from pathlib import Path
from typing import Any

import msgspec

from nonpaper.drafts import consolidate
from nonpaper.drafts.changes import compare
from nonpaper.drafts.versions import versions
from nonpaper.model.codes import Topic
from nonpaper.model.comparison import Change, Comparison
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span

TOPICS: dict[str, Topic] = {
    "army_cap": "force_limits",
    "nato_membership": "nato_membership",
    "nato_troops": "foreign_forces",
    "jets": "foreign_forces",
    "guarantees": "security_guarantees",
    "non_aggression_parties": "non_aggression",
    "point3_expectations": "nato_expansion",
    "territory": "territory",
    "znpp": "nuclear_plant",
    "frozen_assets": "frozen_assets",
    "reconstruction": "reconstruction",
    "amnesty": "amnesty",
    "elections": "elections",
    "eu": "eu_membership",
    "monitoring": "monitoring",
    "deadline": "deadline",
    "prisoners": "prisoners",
}
GONE = re.compile(r"\b(?:dropped|deleted|gone|absent|withdrawn|not included)\b")
Cells = dict[tuple[str, str], str]


def version_scores(file: Path) -> dict[str, dict[str, Any]]:
    """Share of cells that come back as listed, over all ordered pairs of versions; texts of one count told apart."""
    data = json.loads(file.read_text("utf-8"))
    cells: Cells = {
        (issue, version): value
        for issue, by in data["issues"].items()
        for version, value in by.items()
        if version in {v["id"] for v in data["versions"]}
    }
    readings = [_reading(v, cells) for v in data["versions"]]
    random.Random(7).shuffle(readings)  # noqa: S311  (the order must not matter)
    pairs = list(itertools.permutations(sorted({of for _, of in cells}), 2))
    told = versions(readings)
    drafts = {d.name: d for d in consolidate(told.readings).drafts}
    named = {v["id"]: drafts[_name(v)] for v in data["versions"] if _name(v) in drafts}
    by_id = {r.report.id: r for r in told.readings}
    right = [ok for a, b in pairs for ok in _right(compare(named[a], named[b], by_id), a, b, cells)]
    return {
        "cells": {"n": len(right), "right": round(100 * sum(right) / len(right), 1)},
        "twenty points twice": {"texts": _twice()},
    }


def _name(version: dict[str, str]) -> str:
    points = re.match(r"(\d+)-point", version["name"])
    return points.group(0) if points else version["name"]


def _reading(version: dict[str, str], cells: Cells) -> Reading:
    """One report that names the version and states each listed value as a term, or as one that is gone."""
    name = _name(version)
    text = f"About the {name} plan. "
    items: list[Provision] = []
    for (issue, of), value in cells.items():
        if of == version["id"]:
            said = f"{issue.replace('_', ' ')}: {value}"
            gone = GONE.search(value) is not None
            items.append(
                Provision(
                    span=Span(len(text), len(text) + len(said)),
                    topic=TOPICS[issue],
                    value=None if gone else value,
                    draft=name,
                    text_status="dropped" if gone else "in",
                )
            )
            text += said + ". "
    day = version["date"][:10] if len(version["date"]) >= 10 and version["date"][8:10].isdigit() else None
    report = Report(id=version["id"], path=version["id"], outlet=f"Outlet {version['id']}", published=day)
    return Reading(report=report, text=text, provisions=tuple(items))


def _right(of: Comparison, a: str, b: str, cells: Cells) -> list[bool]:
    """One answer for each issue that either version has."""
    return [
        _as_listed(of, issue, cells.get((issue, a)), cells.get((issue, b)))
        for issue in TOPICS
        if (issue, a) in cells or (issue, b) in cells
    ]


def _as_listed(of: Comparison, issue: str, left: str | None, right: str | None) -> bool:
    words = issue.replace("_", " ") + ": "
    rows = [c for c in of.changes if any(p.evidence.words.startswith(words) for p in (*c.left, *c.right))]
    return len(rows) == 1 and rows[0].kind == _kind(left, right) and _values(rows[0]) == (_listed(left), _listed(right))


def _kind(left: str | None, right: str | None) -> str:
    if any(v is not None and GONE.search(v) for v in (left, right)):
        return "dropped"
    if left is None or right is None:
        return "only_right" if left is None else "only_left"
    return "same" if left == right else "value_changed"


def _listed(value: str | None) -> tuple[str, ...]:
    return () if value is None or GONE.search(value) else (value,)


def _values(change: Change) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return change.left_values, change.right_values


def _twice() -> int:
    """Reports of one count of points, in a September and in a December: how many texts they are told to be."""
    readings = [
        _short("a", "The 20-point plan of 29 September 2025 foresees a truce.", "2025-10-02"),
        _short("b", "The 20-point plan of 24 December 2025 foresees a truce.", "2025-12-26"),
        _short("c", "The 20-point plan foresees a truce.", "2025-12-27"),
    ]
    return len([d for d in consolidate(versions(readings).readings).drafts if d.name])


def _short(name: str, text: str, published: str) -> Reading:
    start = text.index("a truce")
    term = Provision(span=Span(start, start + len("a truce")), topic="ceasefire", draft="20-point")
    return Reading(report=Report(id=name, path=name, published=published), text=text, provisions=(term,))


if __name__ == "__main__":
    from eval import data as where

    print(msgspec.json.encode(version_scores(where.shared() / "vocab" / "plan_versions.json")).decode())
