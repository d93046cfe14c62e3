"""A redline as frozen data for the page and the plain lines: what is said of each change, and its runs of words."""

from __future__ import annotations

from collections import Counter

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.redline import Change, Edit, HeldText, Redline, What
from nonpaper.present.material import listed

SAYS: dict[What, str] = {
    "kept": "kept",
    "reworded": "reworded",
    "split": "split",
    "merged": "merged",
    "added": "added",
    "dropped": "dropped",
    "moved": "moved",
    "renumbered": "renumbered",
    "opened": "left open now",
    "closed": "no longer left open",
}


class RunView(msgspec.Struct, frozen=True, kw_only=True):
    """A run of words: `kind` is "keep", "delete" or "insert"; `break_before` where another unit begins."""

    kind: str
    words: str
    break_before: bool = False

    @property
    def before(self) -> str:
        """The white space before its words."""
        return self.words[: len(self.words) - len(self.words.lstrip())]

    @property
    def after(self) -> str:
        """The white space after its words; nothing where it has none."""
        return self.words[len(self.words.rstrip()) :] if self.words.strip() else ""


class ChangeView(msgspec.Struct, frozen=True, kw_only=True):
    """One change: numbers in both texts, what became of it in words, its runs, and any doubt."""

    anchor: str
    old: str
    new: str
    what: tuple[What, ...]
    says: str
    runs: tuple[RunView, ...]
    open: tuple[str, ...]
    doubts: tuple[str, ...]


class RedlineView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole redline; `counts` say how many changes are of which kind (one may be of several)."""

    old: str
    new: str
    counts: tuple[tuple[What, int, str], ...]
    changes: tuple[ChangeView, ...]
    method: dict[str, str]
    findings: tuple[Finding, ...]


def redline_view(made: Redline) -> RedlineView:
    """The view of a redline. Linear in its edits."""
    counted = Counter(what for change in made.changes for what in change.what)
    return RedlineView(
        old=made.old.name,
        new=made.new.name,
        counts=tuple((what, counted[what], says) for what, says in SAYS.items() if counted[what]),
        changes=tuple(_change(made, change, at) for at, change in enumerate(made.changes)),
        method=made.method,
        findings=made.findings,
    )


def _change(made: Redline, change: Change, at: int) -> ChangeView:
    old, new = (
        {text.units[i].span.start for i in places[1:]}
        for text, places in ((made.old, change.old), (made.new, change.new))
    )
    return ChangeView(
        anchor=f"c{at + 1}",
        old=_numbers(made.old, change.old),
        new=_numbers(made.new, change.new),
        what=change.what,
        says=listed([SAYS[what] for what in change.what]),
        runs=tuple(_run(edit, old, new) for edit in change.edits),
        open=tuple(_quoted(change, at) for at in range(len(change.open))),
        doubts=change.doubts,
    )


def _quoted(change: Change, which: int) -> str:
    """The words of a place left open, as far as the edits of this change hold them."""
    place = change.open[which]
    held = [
        e.words[max(place.start - e.new.start, 0) : place.end - e.new.start]
        for e in change.edits
        if e.new is not None and e.new.overlaps(place)
    ]
    return " ".join("".join(held).split())


def _numbers(text: HeldText, places: tuple[int, ...]) -> str:
    """The numbers of units as printed; a dash for one that nothing numbers, nothing where there is no unit."""
    return ", ".join(dict.fromkeys(text.units[i].number or "–" for i in places))


def _run(edit: Edit, old: set[int], new: set[int]) -> RunView:
    kind = "keep" if edit.old and edit.new else "delete" if edit.old else "insert"
    begins = edit.new.start in new if edit.new else edit.old is not None and edit.old.start in old
    return RunView(kind=kind, words=edit.words, break_before=begins)
