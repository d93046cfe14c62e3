"""A redline as plain lines: [-what goes-] {+what comes+}, readable without colours."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.present.answers import plain
from nonpaper.present.redline.view import ChangeView, RedlineView, RunView

SHORT = 72
"""Characters shown of a unit that is kept."""


def redline_table(view: RedlineView) -> str:
    """All units in the order of the new text, each with its numbers, what became of it and its words."""
    lines = [
        f"{view.old} -> {view.new}",
        "; ".join(f"{number} {says}" for _, number, says in view.counts) or "nothing to compare",
        "[-words that go-] {+words that come+}; both texts are given, so what is missing here is missing there.",
        "",
    ]
    lines += [line for change in view.changes for line in _lines(change)]
    return plain("\n".join(lines)) + "\n"


def _lines(change: ChangeView) -> Iterator[str]:
    number = change.old if change.old == change.new else " -> ".join(filter(None, (change.old, change.new)))
    words = "".join(" ¶ " * run.break_before + _written(run) for run in change.runs)
    words = " ".join(words.split())
    if change.what == ("kept",):
        yield f"  {number:10} kept: {words if len(words) <= SHORT else words[: SHORT - 1] + '…'}"
        return
    yield f"{_sign(change)} {number:10} {change.says}"
    yield f"    {words}"
    yield from (f"    left open: {words}" for words in change.open)
    yield from (f"    doubt: {doubt}" for doubt in change.doubts)


def _sign(change: ChangeView) -> str:
    return "+" if "added" in change.what else "-" if "dropped" in change.what else "~"


def _written(run: RunView) -> str:
    if run.kind == "keep" or not run.words.strip():
        return run.words
    opening, closing = ("[-", "-]") if run.kind == "delete" else ("{+", "+}")
    return f"{run.before}{opening}{run.words.strip()}{closing}{run.after}"
