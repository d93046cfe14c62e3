"""Damaged reports for the fuzzer: pieces of examples, cut, joined, doubled and sprinkled with their formats' marks."""

from __future__ import annotations

import random
import tomllib
from collections.abc import Callable, Sequence
from functools import cache

import msgspec

from eval.data import ROOT

SEED_LENGTHS = (120, 120, 120, 500)  # of pieces; short ones are read fast, long ones hold lists and heads
_BY_SUFFIX = {".txt": "plain", ".md": "markdown", ".html": "html", ".jsonl": "jsonl", ".xml": "feed"}
_MARKS = tomllib.loads((ROOT / "eval/damage.toml").read_text("utf-8"))


class Seeds(msgspec.Struct, frozen=True):
    """Sound reports to start from, by kind."""

    by_kind: dict[str, tuple[bytes, ...]]

    @staticmethod
    @cache
    def shipped() -> Seeds:
        """The examples and the tests' data, in pieces short enough to be read fast."""
        found: dict[str, list[bytes]] = {"pdf": [_pdf()]}
        for folder in ("examples/reports", "tests/data"):
            for path in sorted((ROOT / folder).rglob("*")):
                kind = _BY_SUFFIX.get(path.suffix)
                if kind:
                    found.setdefault(kind, []).extend(_pieces(path.read_bytes(), kind))
        return Seeds({kind: tuple(pieces) for kind, pieces in found.items()})


def _pdf() -> bytes:
    """A sound PDF: a damaged table of places is not searched for by every parser."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(_MARKS["pdf_objects"], 1):
        places.append(b"%010d 00000 n \n" % len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode()
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(places)
    return body + table + b"trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(body)


def _pieces(data: bytes, kind: str) -> list[bytes]:
    if kind in {"html", "feed"}:
        return [data]
    if kind == "jsonl":
        return [line[:cut] + b'"}' for line in data.splitlines() for cut in (300, 400, 500)] + data.splitlines()
    return [data[at : at + length] for length in SEED_LENGTHS for at in range(0, len(data), length)]


def damaged(seeds: Seeds, kinds: Sequence[str], weights: Sequence[int], seed: int, number: int) -> tuple[str, bytes]:
    """Input `number` of `seed`: its kind and its bytes."""
    dice = random.Random(seed * 1_000_000_007 + number)  # noqa: S311 # no secret
    (kind,) = dice.choices(kinds, weights)
    own = seeds.by_kind[kind]
    data = bytearray(dice.choice(own))
    for _ in range(dice.choice((0, 1, 1, 2, 3, 5, 9, 20))):
        dice.choice(_WAYS)(data, dice, seeds, kind)
    return kind, bytes(data)


Way = Callable[[bytearray, random.Random, Seeds, str], None]


def _flip(data: bytearray, dice: random.Random, _: Seeds, __: str) -> None:
    if data:
        data[dice.randrange(len(data))] = dice.randrange(256)


def _cut(data: bytearray, dice: random.Random, _: Seeds, __: str) -> None:
    at = dice.randrange(len(data) + 1)
    del data[at : at + dice.choice((1, 2, 5, 30, 300))]


def _put(data: bytearray, dice: random.Random, _: Seeds, kind: str) -> None:
    at = dice.randrange(len(data) + 1)
    data[at:at] = _token(dice, kind)


def _many(data: bytearray, dice: random.Random, _: Seeds, kind: str) -> None:
    at = dice.randrange(len(data) + 1)
    data[at:at] = _token(dice, kind) * dice.choice((2, 3, 10, 60))


def _twice(data: bytearray, dice: random.Random, _: Seeds, __: str) -> None:
    at = dice.randrange(len(data) + 1)
    to = dice.randrange(len(data) + 1)
    data[to:to] = data[at : at + dice.choice((3, 20, 200))]


def _join(data: bytearray, dice: random.Random, seeds: Seeds, kind: str) -> None:
    other = dice.choice(seeds.by_kind[kind if dice.random() < 0.8 else dice.choice(list(seeds.by_kind))])
    at = dice.randrange(len(data) + 1)
    first = dice.randrange(len(other))
    data[at:] = other[first : first + dice.choice(SEED_LENGTHS)]


def _swap(data: bytearray, dice: random.Random, _: Seeds, kind: str) -> None:
    """One mark for another: what the format's own marks enclose stays."""
    old = _token(dice, kind)
    at = data.find(old, dice.randrange(len(data) + 1))
    if at >= 0:
        data[at : at + len(old)] = _token(dice, kind)


def _token(dice: random.Random, kind: str) -> bytes:
    words: str = dice.choice(_MARKS[kind if kind in _MARKS and dice.random() < 0.6 else "any"])
    return words.encode()


_WAYS: Sequence[Way] = (_flip, _cut, _put, _put, _many, _twice, _join, _swap)
