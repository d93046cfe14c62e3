"""Passages of agreements: the provisions of a text that is read as itself, or its paragraphs; a database's rows."""

from __future__ import annotations

from collections.abc import Iterator

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.official import official_terms
from nonpaper.claims.topics import topic_of
from nonpaper.drafts.codes import proposed
from nonpaper.model.finding import Finding
from nonpaper.model.precedent import ListedAgreement, Passage
from nonpaper.model.provision import Provision
from nonpaper.model.report import ReportText
from nonpaper.text.sentences import paragraphs

LEAST = 25
"""Characters of a paragraph that is a passage; shorter ones are headings and page numbers."""


def of_text(received: ReportText) -> Iterator[Passage | Finding]:
    """The provisions of an agreement's text with their numbers; its paragraphs where it is not read as one."""
    about = received.report
    page = page_of(received.text, title=about.title, outlet=about.outlet, headings=received.headings)
    terms = official_terms(page)
    if not terms:
        yield _not_read(about.path)
        terms = tuple(
            Provision(span=span, topic=found[0] if (found := topic_of(span.quote(received.text))) else "other")
            for span in paragraphs(received.text)
            if span.end - span.start >= LEAST
        )
        yield from (_passage(received, term, index, "paragraph") for index, term in enumerate(terms))
    else:
        yield from (_passage(received, term, index, "provision") for index, term in enumerate(terms))


def _passage(received: ReportText, term: Provision, index: int, kind: str) -> Passage:
    about, text = received.report, received.text
    return Passage(
        id=f"w-{about.id}-{index}",
        agreement=about.title or about.path,
        where=about.path,
        kind=kind,
        words=term.span.quote(text),
        report=about.id,
        start=term.span.start,
        end=term.span.end,
        number=term.number,
        topic=term.topic,
        signed=about.published,
        url=about.url,
        codes=tuple(f"{code.vocabulary} {code.code}" for code in proposed(term, text)),
    )


def _not_read(where: str) -> Finding:
    return Finding(
        code="not_a_text",
        level="note",
        where=where,
        what="is not recognised as an agreement's text; its paragraphs are searched as they stand",
        remedy="nothing to do, or give the agreement's text alone",
    )


def of_row(row: ListedAgreement) -> Passage:
    """A database's row: what it says of the whole agreement, with its codes."""
    return Passage(
        id=f"agreement-{row.id}" + (f"-{row.version}" if row.version else ""),
        agreement=row.name,
        where=row.where,
        kind="row",
        words=f"{row.name}. {row.description}" if row.description else row.name,
        signed=row.signed,
        url=row.url,
        codes=tuple(f"PA-X {code}" for code in row.codes),
    )
