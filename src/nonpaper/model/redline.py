"""Redlines: how one held text became another, by unit and by word, so that each can be made from the other."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.span import Span

What = Literal["kept", "reworded", "split", "merged", "added", "dropped", "moved", "renumbered", "opened", "closed"]
"""What became of units. `opened`: the later text leaves open or brackets what the earlier did not; `closed`: the
other way round. `added` and `dropped` are said of texts that are held whole, never of what reports are silent on."""

MIRROR: dict[What, What] = {
    "added": "dropped",
    "dropped": "added",
    "split": "merged",
    "merged": "split",
    "opened": "closed",
    "closed": "opened",
}
"""What each is called where the two texts change places; what is not named stays."""


class Unit(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One point, article or paragraph of a held text.

    `span` holds its printed mark, its words (`body`) and the white space up to the next: the units of a text cover it
    whole and apart. `number` as the text would be cited ("4.1"), None where nothing numbers it.
    """

    span: Span
    body: Span
    number: str | None = None
    role: str = "item"


class Edit(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A run of characters that stays, goes or comes: `words` stand at `old`, at `new`, or at both."""

    words: str
    old: Span | None = None
    new: Span | None = None

    def __post_init__(self) -> None:
        if self.old is None and self.new is None:
            raise ValueError("an edit stands in neither text")


class Change(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What became of one unit, or of those that were split or merged; `old` and `new` are their places in the texts.

    `edits` in reading order. `alike` is the share of words, 0..1, that both have. `open` are the places that the later
    text leaves open. `doubts` say why it may be another unit.
    """

    what: tuple[What, ...]
    old: tuple[int, ...]
    new: tuple[int, ...]
    edits: tuple[Edit, ...]
    alike: float
    open: tuple[Span, ...] = ()
    doubts: tuple[str, ...] = ()


class HeldText(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One of the two texts: what it is called, its length in characters, and its units in text order."""

    name: str
    characters: int
    units: tuple[Unit, ...]


class Redline(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Everything between two held texts. Over all changes the edits cover each text whole and apart."""

    old: HeldText
    new: HeldText
    changes: tuple[Change, ...]
    method: dict[str, str]
    findings: tuple[Finding, ...] = ()
