"""A model to start from: what each party has said it would do, as options and statements, each with its evidence.

Only a party's own words become lines. Nothing is said of what the reports do not carry: the statements stand in no
order (`wants`), what is said on a condition is marked as unknown, and there are no rules, no irreversible moves and
no status quo until the analyst writes them. The order of the reports and the names of the parties do not matter.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

import msgspec

from nonpaper.model.position import Position
from nonpaper.model.reading import Reading

MOST_OPTIONS = 10
"""As many as every analysis takes; what was said less often is left in comments."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One stance in a party's own words, with where it stands."""

    party: str
    verb: str
    topic: str
    likes: bool | None
    stance: str
    quote: str
    conditions: tuple[str, ...]
    speaker: str | None
    outlet: str
    published: str
    report: str


def draft_model(readings: Sequence[Reading]) -> str:
    """A commented TOML model; it loads as it stands where any party has said what it would do."""
    options: defaultdict[tuple[str, str, str], list[Said]] = defaultdict(list)
    for said in sorted({s for reading in readings for s in _said(reading)}, key=_order):
        options[said.party, said.verb, said.topic].append(said)
    ranked = sorted(options, key=lambda key: (-len({s.report for s in options[key]}), -len(options[key]), key))
    kept, rest = sorted(ranked[:MOST_OPTIONS]), sorted(ranked[MOST_OPTIONS:])
    parties = sorted({party for party, _, _ in kept})
    names = {key: _key(key, kept) for key in kept}
    head = [*_preamble(readings, parties, bool(kept)), "", f"decision_makers = [{', '.join(map(_string, parties))}]"]
    blocks = [_option(names[key], key, options[key]) for key in kept]
    wants = [_preference(p, [(names[key], options[key]) for key in kept if key[0] == p]) for p in parties]
    return "\n".join([*head, *blocks, *wants, *_left(rest, options), *_others(readings), ""])


def _preamble(readings: Sequence[Reading], parties: Sequence[str], some: bool) -> list[str]:
    lines = [
        "# A draft of a scenario, made from reporting. It says what parties have said they would do, in their own",
        "# words; not what they will do, nor what is likely. Edit it before use: add what else they can do,",
        '# [[infeasible]] rules, irreversible = "taken" where a move cannot be undone, a status_quo, and an order of',
        "# importance (prefer instead of wants). A statement marked ? was said on a condition, or both ways: write it",
        "# as you read it.",
        f"# Reports read: {len(readings)}.",
        f'title = "Draft from {len(readings)} reports"',
    ]
    if not some:
        lines.append(
            "# No party is reported to have said, in its own words, what it would do: there is nothing to model yet."
        )
    elif len(parties) == 1:
        lines.append(f"# Only {_clean(parties[0])} is reported to have said what it would do.")
    return lines


def _said(reading: Reading) -> list[Said]:
    return [
        _one(reading, p)
        for p in reading.positions
        if p.basis == "self" and not p.unsure and p.stance in _data()["stance"]
    ]


def _one(reading: Reading, position: Position) -> Said:
    entry = _data()["stance"][position.stance]
    quote = position.span.quote(reading.text)
    return Said(
        party=position.party,
        verb=_threat(quote) if entry["verb"] == "threat" else entry["verb"],
        topic=position.topic,
        likes=entry.get("likes"),
        stance=position.stance,
        quote=quote,
        conditions=tuple(c.span.quote(reading.text) for c in position.conditions),
        speaker=position.speaker,
        outlet=reading.report.outlet or "",
        published=reading.report.published or "",
        report=reading.report.path,
    )


def _threat(quote: str) -> str:
    for entry in _data()["threat"]:
        if re.search(entry["words"], quote, re.IGNORECASE | re.DOTALL):
            return str(entry["verb"])
    return "threat"


def _order(said: Said) -> tuple[str, ...]:
    return (said.party, said.verb, said.topic, said.published, said.report, said.quote, said.stance)


def _option(name: str, key: tuple[str, str, str], evidence: Sequence[Said]) -> str:
    party, verb, topic = key
    says = str(_data()["says"][verb]).format(topic=topic.replace("_", " "))
    lines = [
        "",
        *map(_evidence, evidence),
        "[[option]]",
        f"key = {_string(name)}",
        f"decision_maker = {_string(party)}",
    ]
    return "\n".join([*lines, f"says = {_string(says)}"])


def _preference(party: str, own: Sequence[tuple[str, list[Said]]]) -> str:
    lines = ["", f"[preference.{_string(party)}]", "wants = ["]
    for name, evidence in own:
        statement, why = _statement(name, evidence)
        lines += [f"  {line}" for line in [*map(_evidence, evidence), *why, f"{_string(statement)},"]]
    return "\n".join([*lines, "]"])


def _statement(name: str, evidence: Sequence[Said]) -> tuple[str, list[str]]:
    """What is said last, if it is said plainly and nothing of that day says otherwise."""
    latest = max(s.published for s in evidence)
    # What carries no date may be newer than all that does.
    last = [s for s in evidence if s.published[:10] == latest[:10] or not s.published]
    signs = {s.likes for s in last}
    earlier = {s.likes for s in evidence} - signs
    why = ["# said otherwise before; the latest stands"] if earlier and signs in ({True}, {False}) else []
    if signs == {True}:
        return name, why
    if signs == {False}:
        return f"not {name}", why
    return f"? {name}", ["# said on a condition" if signs == {None} else "# said both ways"]


def _evidence(said: Said) -> str:
    where = ", ".join(part for part in (said.speaker, said.outlet, said.published[:10], said.report) if part)
    condition = "".join(f" [condition: “{_clean(c)}”]" for c in said.conditions)
    return f"# {said.stance.replace('_', ' ')}: “{_clean(said.quote)}”{condition} ({_clean(where)})"


def _left(rest: Sequence[tuple[str, str, str]], options: dict[tuple[str, str, str], list[Said]]) -> list[str]:
    if not rest:
        return []
    lines = ["", f"# Also said, left out to keep the model to {MOST_OPTIONS} options:"]
    return lines + [f"# {_clean(key[0])}, {_evidence(said)[2:]}" for key in rest for said in options[key]]


def _others(readings: Sequence[Reading]) -> list[str]:
    """What others say of a party: evidence to weigh, no line of the model."""
    found = sorted(
        f"# {_clean(p.party)}, {p.stance.replace('_', ' ')}, as told by a {p.basis}: “{_clean(p.span.quote(r.text))}” "
        f"({_clean(r.report.path)})"
        for r in readings
        for p in r.positions
        if p.basis != "self" and not p.unsure and p.stance in _data()["stance"]
    )
    unsure = sum(p.unsure for r in readings for p in r.positions)
    told = (
        ["", "# Told of a party by others, not in its own words; no line above rests on these:", *found]
        if found
        else []
    )
    return told + ([f"# Stances the reader was not sure of, left out: {unsure}"] if unsure else [])


def _key(key: tuple[str, str, str], keys: Sequence[tuple[str, str, str]]) -> str:
    plain = {other: re.sub(r"\W+", "_", "_".join(other)).strip("_").lower() for other in keys}
    twins = [other for other in keys if plain[other] == plain[key]]
    return plain[key] if len(twins) == 1 else f"{plain[key]}_{twins.index(key) + 1}"


def _clean(text: str) -> str:
    """On one line, without characters that a comment cannot hold."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def _string(text: str) -> str:
    return '"' + _clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.files("nonpaper.scenarios").joinpath("draft.toml").read_text("utf-8"))
