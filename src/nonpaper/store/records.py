"""What a dossier keeps, as frozen records."""

from __future__ import annotations

import msgspec

from nonpaper.model.reading import Reading


class Kept(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A reading and who read it: `reader` names the state of the reader by its checksum."""

    reading: Reading
    reader: str


class Arrival(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What an address answered with, from which a report was read: the bytes as received, and their SHA-256.

    `url` is the address as given, `at` when it was asked, ISO 8601 with its zone; `kind` the media type.
    """

    url: str
    at: str
    kind: str
    sha256: str
    data: bytes


class Judged(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One recorded decision. It corrects (`correction`: the entry as JSON) or takes an earlier one back (`undoes`).

    `at` is when it was recorded, ISO 8601 with its zone; `number` its place among those recorded together.
    """

    id: str
    at: str
    number: int
    author: str
    reason: str
    correction: str | None = None
    undoes: str | None = None


class Step(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A piece of work that was begun and did not say that it ended; `done` counts what it had stored."""

    number: int
    what: str
    begun: str
    process: int
    done: int


class Counts(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How much a dossier holds. `behind` are reports with no reading by the reader asked about."""

    reports: int
    behind: int
    claims: int
    provisions: int
    positions: int
    unsure: int
    judgements: int
    version: int
