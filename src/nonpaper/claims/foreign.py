"""A report in a language that the reader was not made for: what it finds there all the same waits for a person."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import READ_LANGUAGES

Item = TypeVar("Item", Claim, Provision, Position)

FOREIGN = "the reader was made for English, and the report is not in it"


def waiting(reading: Reading) -> Reading:
    """The reading as it is, or with all that is found in another language unsure: a demand there looks like a term."""
    if reading.report.language in READ_LANGUAGES:
        return reading
    return replace(
        reading,
        claims=tuple(map(_unsure, reading.claims)),
        provisions=tuple(map(_unsure, reading.provisions)),
        positions=tuple(map(_unsure, reading.positions)),
    )


def _unsure(item: Item) -> Item:
    return replace(item, unsure=True, doubts=(*item.doubts, FOREIGN))
