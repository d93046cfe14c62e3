"""A report in a language that the reader was not made for: what it finds there all the same waits for a person."""

from __future__ import annotations

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.model.reading import Reading
from nonpaper.model.report import READ_LANGUAGES

FOREIGN = "the reader was made for English, and the report is not in it"


def waiting(reading: Reading) -> Reading:
    """The reading as it is, or with all that is found in another language unsure: a demand there looks like a term."""
    if reading.report.language in READ_LANGUAGES:
        return reading
    return replace(
        reading,
        claims=tuple(doubted(c, FOREIGN) for c in reading.claims),
        provisions=tuple(doubted(p, FOREIGN) for p in reading.provisions),
        positions=tuple(doubted(p, FOREIGN) for p in reading.positions),
    )
