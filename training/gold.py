"""Marked sentences and articles as records of the reference gold's schema.

python -m training.gold FILE… > records.jsonl
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from training.marked import Example, Mark, read_all

Record = dict[str, Any]


def record_of(example: Example, name: str) -> Record:
    """One report's record: every span as its exact words and which occurrence of them is meant."""
    text, marks = example.text, example.marks
    by = {tag: [m for m in marks if m.tag == tag] for tag in "apscobkwv"}
    conditions = {id(m): _owner(m, [*by["p"], *by["s"]], by["p"] or by["s"]) for m in by["c"]}
    return {
        "id": name,
        "lang": "en",
        "date": example.head.get("date"),
        "outlet": example.head.get("outlet"),
        "url": f"https://example.invalid/{name}",
        "text": text,
        "attributions": _attributions(text, by),
        "provisions": [_provision(example, m, by, conditions) for m in by["p"]],
        "positions": [_position(example, m, by, conditions) for m in by["s"]],
        "origins": [o.strip() for o in example.head.get("origins", "").split("|") if o.strip()],
    }


def _quoted(text: str, **spans: Mark | None) -> Record:
    """The words of each span, and `nth` for those that occur more than once before."""
    out: Record = {name: text[m.start : m.end] if m else None for name, m in spans.items()}
    nth = {name: _nth(text, m) for name, m in spans.items() if m and _nth(text, m) > 1}
    return out | ({"nth": nth} if nth else {})


def _nth(text: str, mark: Mark) -> int:
    words, at, count = text[mark.start : mark.end], -1, 0
    while at < mark.start:
        at = text.index(words, at + 1)
        count += 1
    return count


def _attributions(text: str, by: dict[str, list[Mark]]) -> list[Record]:
    numbers = dict.fromkeys(m.numbers[0] for m in by["a"] if m.numbers)
    found = []
    for number in numbers:
        contents = [m for m in by["a"] if number in m.numbers]
        main = max(contents, key=lambda m: m.end - m.start)
        source, cue = (next((m for m in by[tag] if number in m.numbers), None) for tag in "wk")
        via = [v.strip() for v in contents[0].codes.get("via", "").split("|") if v.strip()]
        codes = {"kind": contents[0].codes["source_kind"], "party": contents[0].codes.get("of"), "via": via}
        found.append(_quoted(text, source=source, cue=cue, content=main) | codes)
    return found


def _provision(example: Example, mark: Mark, by: dict[str, list[Mark]], tied: dict[int, Mark | None]) -> Record:
    value = next((m for m in by["v"] if mark.start <= m.start and m.end <= mark.end), None)
    codes = mark.codes
    return _quoted(example.text, span=mark) | {
        "topic": codes["topic"],
        "obligor": _parties(example, mark, by["o"], by["p"]),
        "beneficiary": _parties(example, mark, by["b"], by["p"]),
        "modality": codes.get("modality"),
        "value": example.text[value.start : value.end] if value else None,
        "version": codes.get("version"),
        "presented_as": codes["presented_as"],
        "text_status": codes.get("text_status", "in"),
        "status": codes.get("status", "reported"),
        "conditions": _conditions(example.text, mark, by["c"], tied),
    }


def _position(example: Example, mark: Mark, by: dict[str, list[Mark]], tied: dict[int, Mark | None]) -> Record:
    holder = next((m for m in by["w"] if _owner(m, by["s"], by["s"]) is mark), None)
    party = mark.codes.get("of") or next(iter(_named(example, holder)), None)
    return {"party": party, "speaker": example.text[holder.start : holder.end] if holder else None} | {
        "topic": mark.codes["topic"],
        "stance": mark.codes["stance"],
        "basis": mark.codes["basis"],
        **_quoted(example.text, span=mark),
        "conditions": _conditions(example.text, mark, by["c"], tied),
    }


def _conditions(text: str, mark: Mark, found: Sequence[Mark], tied: dict[int, Mark | None]) -> list[Record]:
    return [{"span": text[c.start : c.end], "kind": c.codes["kind"]} for c in found if tied[id(c)] is mark]


def _parties(example: Example, item: Mark, actors: Sequence[Mark], items: Sequence[Mark]) -> list[str]:
    mine = [a for a in actors if (item in _numbered(a, items) if a.numbers else _owner(a, items, items) is item)]
    return list(dict.fromkeys(name for a in mine for name in _named(example, a)))


def _numbered(mark: Mark, items: Sequence[Mark]) -> list[Mark]:
    return [i for i in items if set(i.numbers) & set(mark.numbers)]


def _owner(mark: Mark, items: Sequence[Mark], else_near: Sequence[Mark]) -> Mark | None:
    """By number, else the smallest item around the mark, else the nearest."""
    numbered = _numbered(mark, items)
    around = [i for i in items if i.start <= mark.start and mark.end <= i.end]
    if numbered or around:
        return min(numbered or around, key=lambda i: i.end - i.start)
    return min(else_near, key=lambda i: max(i.start - mark.end, mark.start - i.end), default=None)


def _named(example: Example, mark: Mark | None) -> list[str]:
    """Short names of the parties that a mark's words name, or that it says they stand for."""
    if mark is None:
        return []
    if "of" in mark.codes:
        return [n.removeprefix("the ") for n in mark.codes["of"].split("|")]
    words = example.text[mark.start : mark.end]
    called = [(w, party[0]) for party in example.parties for w in party]
    found = sorted(
        (m.start(), name) for w, name in called if (m := re.search(rf"\b{re.escape(w.removeprefix('the '))}\b", words))
    )
    return list(dict.fromkeys(name.removeprefix("the ") for _, name in found))


def records(paths: list[Path]) -> list[Record]:
    """Records of every example of the files; a fault stops with its words."""
    out = []
    for number, example in enumerate(read_all(paths)):
        if not isinstance(example, Example):
            raise SystemExit(str(example))
        out.append(record_of(example, f"written-{number:05}"))
    return out


if __name__ == "__main__":
    for record in records([Path(a) for a in sys.argv[1:]]):
        print(json.dumps(record, ensure_ascii=False))
