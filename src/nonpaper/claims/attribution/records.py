"""What the attribution model finds, before anything is made of it."""

from __future__ import annotations

import msgspec

Offsets = tuple[tuple[int, int], ...]
"""Half-open character intervals, in text order."""


class RawAttribution(msgspec.Struct, frozen=True, kw_only=True):
    """One attribution as the model sees it: `source` and `cue` may be empty, `content` never is.

    `score` in 0..1 is the geometric mean of what the tags and the links were given.
    """

    source: Offsets
    cue: Offsets
    content: Offsets
    score: float
