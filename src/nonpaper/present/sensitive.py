"""Sensitivity as plain tables for a terminal."""

from __future__ import annotations

from nonpaper.model.sensitivity import Interval, Sensitivity, Swing
from nonpaper.present.answers import plain, rows

SHOWN = 15


def sensitivity_table(answer: Sensitivity) -> str:
    """The tornado, widest swing first, then the thresholds."""
    lines = [f'Draft "{answer.draft}": joint share of accepting weights {share(answer.share)}', ""]
    lines.append("Tornado: the joint share at either end, one number moved at a time")
    table = [("party", "number", "moved", "share at lower end", "at upper end", "also")]
    table += [
        (s.party, number(s), f"{s.ends[0]:.2f} to {s.ends[1]:.2f}", share(s.shares[0]), share(s.shares[1]), also(s))
        for s in answer.tornado[:SHOWN]
    ]
    lines += rows(table)
    if len(answer.tornado) > SHOWN:
        lines.append(f"  … and {len(answer.tornado) - SHOWN} that move it no more than the last; JSON lists them all")
    turning = [t for t in answer.thresholds if t.turns_at is not None]
    lines += ["", "Thresholds: the value at which the answer turns, moved alone"]
    cells = [("party", "number", "now", "turns at", "answer now")]
    cells += [
        (t.party, t.kind + (f", {t.issue}" if t.issue else ""), f"{t.now:.4f}", f"{t.turns_at:.4f}", t.answer)
        for t in turning
    ]
    lines += rows(cells) if turning else ["  none: no single number turns an answer, or numbers are not known"]
    return plain("\n".join(lines)) + "\n"


def number(swing: Swing) -> str:
    """Which number is moved."""
    return swing.kind + (f", {swing.issue}" if swing.issue else "") + (" (unknown)" if swing.unknown else "")


def share(interval: Interval) -> str:
    """A joint share in per cent.

    >>> share((0.25, 0.25)), share((0, 1))
    ('25.0 %', '0.0 to 100.0 %')
    """
    low, high = interval
    return f"{100 * low:.1f} %" if low == high else f"{100 * low:.1f} to {100 * high:.1f} %"


def also(swing: Swing) -> str:
    """What else moves: the zone's margin and the solutions."""
    parts = []
    if swing.margins is not None:
        parts.append(f"zone margin {swing.margins[0]:.3f} to {swing.margins[1]:.3f}")
    if swing.changed:
        parts.append(f"other package: {', '.join(swing.changed)}")
    return "; ".join(parts)
