"""A schedule set as a table: rows of cells between bars under a row that names the columns, each row a term."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.provisions.official.actors import collective
from nonpaper.claims.provisions.official.amounts import amount
from nonpaper.claims.provisions.official.meaning import about, modality
from nonpaper.claims.provisions.official.recognise import names_itself
from nonpaper.claims.provisions.official.sides import cast_of
from nonpaper.claims.provisions.official.ties import ties
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

FEWEST = 3
"""Rows of a table, its head apart, and the share of its page's characters from which the page is one."""
LARGEST = 0.5
_COLUMNS = {
    "who": re.compile(
        r"(?:responsible|responsibility|responsible (?:party|side|actor)|party|side|actor|obligor|duty[- ]?holder|by whom|who|implement(?:er|ed by|ing party)|executor)",
        re.IGNORECASE,
    ),
    "what": re.compile(
        r"(?:actions?|measures?|obligations?|commitments?|undertakings?|what|terms?|tasks?|activit(?:y|ies)|deeds?|provisions?)",
        re.IGNORECASE,
    ),
    "when": re.compile(r"(?:deadlines?|by when|when|dates?|time(?: limit|frame)?|due(?: date)?|day)", re.IGNORECASE),
    "number": re.compile(r"(?:steps?|no\.?|nr\.?|#|points?|items?|number|phases?|stages?)", re.IGNORECASE),
    "watched": re.compile(
        r"(?:verifi(?:er|ed by|cation)|monitor(?:ed by|ing)?|supervis(?:or|ed by|ion))", re.IGNORECASE
    ),
}
_RULE = re.compile(r"[\s|:+=–—-]*")
_ALL = re.compile(r"(?:both|all|the two|each|the)\b[\w\s]*", re.IGNORECASE)
_BY_NAMES = re.compile(r"\s*(?:,\s*and|,|;|/|&|\band\b)\s*")


Row = Mapping[str, Span]
"""The cells of one line by the column they stand in."""


def table_terms(page: Page) -> tuple[Provision, ...]:
    """Every row of a page that is a table, in order; none where it has no such table. Linear in the text."""
    if not names_itself(page):
        return ()
    rows = tuple(_rows(page.text))
    held = sum(max(c.end for c in row.values()) - min(c.start for c in row.values()) for row in rows)
    if len(rows) < FEWEST or held < LARGEST * len(page.text.strip()):
        return ()
    sides = cast_of(page, ()).sides
    return tuple(_term(page, row, sides) for row in rows)


def _rows(text: str) -> Iterator[Row]:
    """The rows under each head that names who does what; a line without bars ends a table."""
    columns: tuple[str, ...] = ()
    at = 0
    for line in text.splitlines(keepends=True):
        cells = tuple(_cells(line, at)) if line.count("|") > 0 else ()
        at += len(line)
        if not cells:
            columns = ()
        elif head := _head(text, cells):
            columns = head
        elif len(cells) == len(columns) and not _RULE.fullmatch(line):
            named = {name: cell for name, cell in zip(columns, cells, strict=True) if name and cell.end > cell.start}
            if "what" in named:
                yield named


def _cells(line: str, at: int) -> Iterator[Span]:
    """The cells of a line without the blanks around them; bars that open or close the line part nothing."""
    start = len(line) - len(line.lstrip(" \t|")) if line.lstrip().startswith("|") else 0
    for part in line[start:].rstrip().rstrip("|").split("|"):
        begin = at + start + len(part) - len(part.lstrip())
        yield Span(begin, begin + len(part.strip()))
        start += len(part) + 1


def _head(text: str, cells: tuple[Span, ...]) -> tuple[str, ...]:
    """The names of the columns, where the line is a head: it says who and what."""
    said = (cell.quote(text) if cell.end > cell.start else "" for cell in cells)
    names = tuple(next((n for n, p in _COLUMNS.items() if p.fullmatch(one)), "") for one in said)
    return names if names.count("who") == 1 and names.count("what") == 1 else ()


def _term(page: Page, row: Row, sides: tuple[str, ...]) -> Provision:
    span = row["what"]
    said = span.quote(page.text)
    words = {name: " ".join(cell.quote(page.text).split()) for name, cell in row.items()}
    how = modality(said)
    return Provision(
        span=span,
        topic=about(said, said, None),
        obligor=_who(page, row.get("who"), sides),
        modality=how if how in ("must_not", "recognises") else "must",
        value=amount(said),
        deadline=words.get("when"),
        verifier=(words["watched"],) if "watched" in words else (),
        conditions=ties(page.text, span, lapses=False),
        number=words.get("number"),
        status="published",
    )


def _who(page: Page, cell: Span | None, sides: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the cell names: both sides, those that are known, or a name as it stands."""
    if cell is None:
        return ()
    said = cell.quote(page.text)
    if _ALL.fullmatch(said) and any(collective(said, sides)):
        return sides
    known = tuple(dict.fromkeys(m.party for m in mentions_in(page, cell) if m.party))
    parts = [part for part in _BY_NAMES.split(said) if part]
    if len(known) >= len(parts):
        return known
    return tuple(dict.fromkeys(re.sub(r"^[Tt]he\s+", "", part) for part in parts if part[:1].isupper()))
