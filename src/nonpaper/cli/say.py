"""What the commands say on standard error: progress while they work, and what was left out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from nonpaper.model.finding import Finding

TO_REVIEW = {"left_out": "left out", "doubt": "doubt", "note": "note"}


def line(finding: Finding) -> str:
    """One line: how serious, where, what, and what to do; control characters are shown, not sent to the terminal."""
    text = f"{TO_REVIEW[finding.level]}: {finding.where}: {finding.what}; {finding.remedy}"
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def findings(items: Iterable[Finding]) -> None:
    """Prints each finding on one line of standard error."""
    for item in items:
        print(line(item), file=sys.stderr)


def problem(message: str) -> None:
    """Prints one line that says why the call cannot be done."""
    print("nonpaper: " + " ".join(message.split()), file=sys.stderr)


def many(count: int, one: str) -> str:
    """A count with its noun.

    >>> many(1, "report"), many(0, "report")
    ('1 report', '0 reports')
    """
    return f"{count} {one if count == 1 else one + 's'}"


def progress() -> Callable[[str], None]:
    """Counts reports read on one line that overwrites itself; silent where standard error is no terminal."""
    if not sys.stderr.isatty():
        return lambda _: None
    done = 0

    def count(path: str) -> None:
        nonlocal done
        done += 1
        print(f"\r\x1b[Kread {done}: {path[-60:]!r}", end="", file=sys.stderr, flush=True)

    return count


def end_progress() -> None:
    """Clears the progress line."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)
