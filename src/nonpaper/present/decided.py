"""What people decided differently about one thing: every side with author, time and reason, and which of them acts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from nonpaper.judgements.records import Entry
from nonpaper.present.material import Material, day, named

_SAYS = {
    "remove": "it is none",
    "checked": "right as read",
    "same": "the same term",
    "different": "different terms",
    "confirmed": "confirmed",
}


class Decision(msgspec.Struct, frozen=True, kw_only=True):
    """One person's decision, the ISO time from which it counts, and whether it acts."""

    entry: Entry
    at: str
    acts: bool


class Apart(msgspec.Struct, frozen=True, kw_only=True):
    """Decisions on one thing that cannot all be meant, in the order in which they act."""

    decisions: tuple[Decision, ...]


class SideView(msgspec.Struct, frozen=True, kw_only=True):
    """One side, for the page."""

    says: str
    by: str
    on: str
    reason: str
    acts: bool


class DecidedView(msgspec.Struct, frozen=True, kw_only=True):
    """One thing decided differently: the words or reports that it is about, the sides, and why one acts."""

    item: str
    about: tuple[tuple[str, str, str], ...]
    sides: tuple[SideView, ...]
    why: str


def decided_views(of: Material, apart: Sequence[Apart]) -> Iterator[DecidedView]:
    """For the page; `about` has the id of a report, its name, and the words as they were quoted."""
    for one in apart:
        first = one.decisions[0].entry
        places = [first.place] if first.right is None else [first.place, first.right]
        yield DecidedView(
            item="report" if first.kind == "copy" else first.item,
            about=tuple((p.report, _called(of, p.report), p.quote) for p in places),
            sides=tuple(_side(of, d) for d in one.decisions),
            why=_why(one.decisions),
        )


def decided_about(of: Material, entry: Entry) -> str:
    """What a decision is about: a kind of item, or which report copies which."""
    if entry.kind == "copy" and entry.right is not None:
        return f"{_called(of, entry.place.report)} copies {_called(of, entry.right.report)}"
    return entry.item


def _called(of: Material, report: str) -> str:
    return named(of.readings[report]) if report in of.readings else report


def _side(of: Material, decision: Decision) -> SideView:
    entry = decision.entry
    return SideView(says=_says(of, entry), by=entry.by, on=_time(decision.at), reason=entry.reason, acts=decision.acts)


def _says(of: Material, entry: Entry) -> str:
    if entry.kind == "copy":
        return decided_about(of, entry)
    if entry.kind in _SAYS:
        return _SAYS[entry.kind]
    return "; ".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in entry.fields.items())


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(_plain(one) for one in value)
    return "not said" if value in (None, "") else str(value).replace("_", " ")


def _time(at: str) -> str:
    return f"{day(at)}, {at[11:16]}" if len(at) > 10 else day(at)


def _why(decisions: Sequence[Decision]) -> str:
    if decisions[-1].acts:
        return "It is the later one." if len(decisions) == 2 else "It is the latest."
    if any(d.acts for d in decisions):
        return "What was decided later does not find its words any more."
    return "None of them finds its words, so that none acts."
