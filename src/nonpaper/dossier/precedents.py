"""How something was put in agreements that a person brings: texts, and exports of a database."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.precedent import ListedAgreement, Passage, Precedent
from nonpaper.reports.files import SUFFIXES, suffix_of
from nonpaper.reports.gather import gather
from nonpaper.reports.pax import is_table, read_pax

if TYPE_CHECKING:
    from nonpaper.drafts.precedents import Query


class Precedents(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, what it was looked for in, how the search was understood, and what was left out.

    `answers` are exact words of texts, `listed` are agreements that a database describes so: where to look further.
    """

    asked: str
    topic: str | None
    codes: tuple[str, ...]
    texts: int
    rows: int
    passages: int
    answers: tuple[Precedent, ...]
    listed: tuple[Precedent, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def status(self) -> int:
        """Exit status: 0 done, 1 something left out, 2 nothing to search in."""
        return 2 if not self.passages else int(any(f.level == "left_out" for f in self.findings))


def precedents(asked: str, places: Sequence[str], *, most: int = 10) -> Precedents:
    """What the agreements in `places` (files and folders) say that fits, `most` of each kind.

    Raises nothing for bad input; linear in what is searched.
    """
    from nonpaper.drafts.precedents import build, search, understood

    passages: list[Passage] = []
    findings: list[Finding] = []
    for item in each_passage(places):
        if isinstance(item, Finding):
            findings.append(item)
        else:
            passages.append(item)
    query = understood(asked)
    rows = [p for p in passages if p.kind == "row"]
    texts = [p for p in passages if p.kind != "row"]
    findings += _no_codes(rows, query)
    return Precedents(
        asked=asked,
        topic=query.topic,
        codes=query.codes,
        texts=len({p.report for p in texts}),
        rows=len(rows),
        passages=len(passages),
        answers=search(build(texts), query, most=most),
        listed=search(build(rows), query, most=most),
        findings=tuple(findings),
    )


def _no_codes(rows: Sequence[Passage], query: Query) -> Iterator[Finding]:
    """A search by code among rows that carry none is no sign that no agreement has it."""
    if query.codes and rows and not any(p.codes for p in rows):
        yield Finding(
            code="uncoded",
            level="doubt",
            where=rows[0].where.rsplit(":", 1)[0],
            what="has no columns of topic codes, so a search by code finds none of its rows",
            remedy="give an export with the topic variables, or search by words",
        )


def each_passage(places: Sequence[str]) -> Iterator[Passage | Finding]:
    """Every passage in turn: rows of tables, provisions of texts, in the order given."""
    from nonpaper.drafts.precedents import of_row, of_text

    for path in _files(places):
        if is_table(path):
            yield from (of_row(r) if isinstance(r, ListedAgreement) else r for r in read_pax(path))
        else:
            for item in gather([path]):
                if isinstance(item, Finding):
                    yield item
                else:
                    yield from (*item.findings, *of_text(item))


def _files(places: Iterable[str]) -> Iterator[str]:
    """The files that are named, and in folders the texts and tables, by name; anything else is left to the reader."""
    for place in places:
        inside = sorted(_inside(place)) if _is_folder(place) else []
        yield from inside or [place]


def _is_folder(place: str) -> bool:
    try:
        return Path(place).is_dir()
    except (ValueError, OSError):
        return False


def _inside(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and (suffix_of(name) in SUFFIXES or is_table(name)):
                yield str(Path(root, name))
