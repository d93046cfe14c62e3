"""What one report tells of each text: the parts that a version is put together from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from nonpaper.drafts.dating import MISDATED
from nonpaper.drafts.evidence import around, evidence
from nonpaper.drafts.identity import Reported
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.version import Evidence, KnownFrom, Stated


class Part(NamedTuple):
    """Of one text in one report: how many statements land on it, the days that date it, how the report knows it.

    `stated` is whether any statement, sure or not, is put to it; `numbered` the last number of its points, `named` the
    first words that name it.
    """

    text: str
    stated: bool
    statements: int
    numbered: int | None
    days: tuple[str, ...]
    known_from: KnownFrom
    named: Evidence | None
    particulars: tuple[Stated, ...]


def parts(of: Reported) -> dict[str, tuple[Part]]:
    """A part for each text that the report names, or states a term or a particular of, by its name."""
    reading = of.reading
    stated = [p.draft for p in reading.provisions if p.draft and p.presented_as == "draft"]
    texts = dict.fromkeys(n for n in (*of.means, *stated, *(p.draft for p in reading.particulars)) if n)
    return {text: (_part(of, text),) for text in texts}


def _part(of: Reported, text: str) -> Part:
    reading = of.reading
    landed = [p for p in reading.provisions if p.draft == text and p.presented_as == "draft" and not p.unsure]
    named = sorted((n for n, name in zip(of.namings, of.means, strict=True) if name == text), key=lambda n: n.span)
    return Part(
        text=text,
        stated=any(p.draft == text and p.presented_as == "draft" for p in reading.provisions),
        statements=len(landed),
        numbered=max((int(p.number) for p in landed if p.number and p.number.isdecimal()), default=None),
        days=(*(n.at.isoformat() for n in named if n.at), *_day(reading, landed)),
        known_from=_known_from(text, reading, landed),
        named=evidence(reading, named[0].span) if named else None,
        particulars=tuple(_particulars(text, reading)),
    )


def _day(reading: Reading, landed: list[Provision]) -> Iterator[str]:
    """The day of a report that states a term, if it may be right."""
    if landed and reading.report.published and not any(f.code == MISDATED for f in reading.findings):
        yield reading.report.published[:10]


def _known_from(text: str, reading: Reading, landed: list[Provision]) -> KnownFrom:
    """Its own text counts as leaked where a report of it says so."""
    if not any(p.status in ("published", "signed") for p in landed):
        return "reports"
    leaked = any(p.aspect == "leak" and p.draft in (text, None) for p in reading.particulars)
    return "leaked_text" if leaked or any(c.kind == "leaked_full_text" for c in reading.claims) else "own_text"


def _particulars(text: str, reading: Reading) -> Iterator[Stated]:
    """One of each aspect and wording."""
    seen: set[tuple[str, str]] = set()
    for item in reading.particulars:
        key = item.aspect, item.span.quote(reading.text).casefold()
        if item.draft == text and key not in seen:
            seen.add(key)
            yield Stated(
                aspect=item.aspect,
                says=item.span.quote(reading.text),
                evidence=evidence(reading, around(reading.text, item.span)),
                value=item.value,
                party=item.party,
            )
