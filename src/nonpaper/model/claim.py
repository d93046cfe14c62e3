"""Claims: who said (thought, wanted, did) what, through whom, and how firmly."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import Access, Act, Manner, Mood, SourceKind
from nonpaper.model.judgement import Reviewed
from nonpaper.model.span import Pieces


class Claim(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One attribution in a report.

    `source` is the words beside the cue (a pronoun too), `resolved` the name they stand for. `via` are the carriers,
    outermost first. `inside` is the index of the claim in whose content this one stands; `carrier_of` the index of the
    claim that this one only carries. `doubts` say why an item is `unsure`. `likelihood` are the
    speaker's words for how probable a thing is, kept apart from `hedges`, the reporter's; `access` says how a document
    is known that the claim rests on.
    """

    source: Pieces
    cue: Pieces
    content: Pieces
    kind: SourceKind = "none"
    party: str | None = None
    via: tuple[str, ...] = ()
    hedged: bool = False
    denied: bool = False
    resolved: Pieces = ()
    act: Act = "says"
    unsure: bool = False
    inside: int | None = None
    carrier_of: int | None = None
    hedges: Pieces = ()
    likelihood: Pieces = ()
    manner: Manner = "paraphrase"
    mood: Mood = "plain"
    access: Access | None = None
    score: float = 1.0
    doubts: tuple[str, ...] = ()
    reviewed: Reviewed | None = None
