"""A reading as plain columns for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.model.reading import Reading
from nonpaper.model.span import Pieces, Span

WIDTH = 88


def table(reading: Reading) -> str:
    """What was read in one report: doubts about it, then all items with their words; `?` marks what is unsure."""
    report = reading.report
    head = " | ".join(part for part in (report.title or report.path, report.outlet, report.published) if part)
    return "\n".join(
        [_plain(head), *_doubts(reading), *_claims(reading), *_provisions(reading), *_positions(reading), ""]
    )


def _doubts(reading: Reading) -> Iterator[str]:
    """What must be known before a report's items are believed, as that it is not in English."""
    yield from (_plain(f"  doubt: {f.what}; {f.remedy}") for f in reading.findings if f.level == "doubt")


def _claims(reading: Reading) -> Iterator[str]:
    yield f"  claims: {len(reading.claims)}"
    for claim in reading.claims:
        via = f" via {', '.join(claim.via)}" if claim.via else ""
        who = _said(reading.text, claim.source) or "no source"
        yield _row(claim.unsure, f"{claim.kind}{via}", who, _said(reading.text, claim.content))


def _provisions(reading: Reading) -> Iterator[str]:
    yield f"  provisions: {len(reading.provisions)}"
    for item in reading.provisions:
        what = f"{item.presented_as}/{item.topic}" + (f" ({item.draft})" if item.draft else "")
        yield _row(item.unsure, what, ", ".join(item.obligor) or "-", _said(reading.text, (item.span,)))


def _positions(reading: Reading) -> Iterator[str]:
    yield f"  positions: {len(reading.positions)}"
    for item in reading.positions:
        yield _row(
            item.unsure,
            f"{item.stance}/{item.topic}",
            f"{item.party} [{item.basis}]",
            _said(reading.text, (item.span,)),
        )


def _row(unsure: bool, what: str, who: str, words: str) -> str:
    short = words if len(words) <= WIDTH else words[: WIDTH - 1] + "…"
    return _plain(f"  {'?' if unsure else ' '} {what:34.34} {who:30.30} {short}")


def _said(text: str, pieces: Pieces | tuple[Span, ...]) -> str:
    return " … ".join(" ".join(p.quote(text).split()) for p in pieces)


def _plain(words: str) -> str:
    """Control characters are shown as a mark, never sent to the terminal."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
