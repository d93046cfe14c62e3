"""A working text: one draft in brackets, made only of what reports say, each line with its sources."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import Stance, Status, Topic
from nonpaper.model.span import Span


class Footnote(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where some words stand: exact words of one report, its outlet and day, how well a term is known by it."""

    number: int
    report: str
    path: str
    outlet: str | None
    published: str | None
    span: Span
    words: str
    status: Status | None = None


class Held(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a party says of some words, or of their topic: `own` where it says so itself."""

    party: str
    topic: Topic
    stance: Stance
    own: bool
    footnote: int


class Version(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One account of some words: those of the first of its footnotes, exactly."""

    words: str
    footnotes: tuple[int, ...]


class Alternative(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a line says, or one of several things that it may come to say, and who stands where on just these words.

    More than one version: reports differ on it, which is a note and never a bracket.
    """

    versions: tuple[Version, ...]
    held: tuple[Held, ...] = ()


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One term. `open`: a report says that the negotiators left it open; only then it stands in brackets, and only then
    there can be several alternatives.
    """

    number: str | None
    topic: Topic
    open: bool
    alternatives: tuple[Alternative, ...]


class WorkingText(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One draft as a working text: what is in it, what is said to be dropped, and stands on topics, not on lines.

    Footnotes are numbered from 1 in the order in which they are met.
    """

    draft: str
    first_reported: str | None
    lines: tuple[Line, ...]
    dropped: tuple[Line, ...]
    on_topics: tuple[Held, ...]
    footnotes: tuple[Footnote, ...]
