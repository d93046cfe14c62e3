"""HTML pages: the article without the page around it, by trafilatura (Barbaresi 2021)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from nonpaper.errors import ReportError
from nonpaper.model.report import ReportText
from nonpaper.model.span import Span
from nonpaper.reports.assemble import assemble, encoding_findings
from nonpaper.reports.bounded import within
from nonpaper.reports.clean import clean, invisible
from nonpaper.reports.dates import iso_date
from nonpaper.reports.encoding import decode_html
from nonpaper.reports.metadata import Metadata
from nonpaper.reports.offsets import Edit
from nonpaper.reports.quiet import quiet
from nonpaper.text.sentences import sentences

MOST_BYTES = 10_000_000
MOST_TAGS = 60_000
MOST_ATTRIBUTES = 1_000
MOST_SECONDS = 20.0
_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{2000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_LEAST_WORDS = 6  # in one sentence: a page without one such has a menu but no article
_NUMBERED = re.compile(r"^[-–] (?=\d{1,3}\. )", re.MULTILINE)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def read_html(data: bytes, where: str) -> ReportText:
    """The article on a page; ReportError where the page has none or cannot be taken apart."""
    if len(data) > MOST_BYTES:
        most = f"{MOST_BYTES // 1_000_000} MB of HTML"
        raise ReportError(
            f"is a page of more than {most}", where=where, remedy="save the article alone", code="too_long"
        )
    decoded = decode_html(data, where=where)
    _check_size(decoded.text, where)
    raw, found, headings = _extracted(decoded.text, where)
    text, offsets = clean(raw, (invisible, _numbers))
    _check_article(text, where)
    about = Metadata(
        title=_tidy(found.title),
        outlet=_tidy(found.sitename) or _tidy(found.hostname),
        published=iso_date(found.date or ""),
        language=found.language,
        url=_tidy(found.url),
        headings=tuple(_heading_spans(text, headings)),
    )
    return assemble(where, text, about, raw=raw, offsets=offsets, findings=encoding_findings(where, decoded))


def _check_size(page: str, where: str) -> None:
    """Refuses what parsers of HTML take more than linear time for: very many tags, or attributes in one."""
    if page.count("<") > MOST_TAGS:
        raise _too_much(f"is a page of more than {MOST_TAGS:,} tags", where)
    for tag in _LONG_TAG.finditer(page):
        if len(_QUOTED.sub(" ", tag.group()).split()) > MOST_ATTRIBUTES:
            raise _too_much(f"has a tag with more than {MOST_ATTRIBUTES:,} attributes", where)


def _too_much(what: str, where: str) -> ReportError:
    return ReportError(what, where=where, remedy="save the article alone, or as plain text", code="too_long")


def _extracted(page: str, where: str) -> tuple[str, Any, frozenset[str]]:
    try:
        with within(MOST_SECONDS, where), quiet("trafilatura", "htmldate", "courlan", "justext", "readability"):
            found, headings = _extract(page)
    except ReportError:
        raise
    except (Exception, RecursionError) as error:  # a page may break its parser in any way
        what = "is an HTML page that cannot be taken apart"
        raise ReportError(what, where=where, remedy="save the article as plain text", code="unreadable") from error
    if found is None or not (found.text or "").strip():
        raise _no_article(where)
    return found.text, found, headings


def _extract(page: str) -> tuple[Any, frozenset[str]]:
    import trafilatura

    tree = trafilatura.load_html(page.replace("\x00", ""))
    if tree is None:
        return None, frozenset()
    headings = frozenset(_words(element) for element in tree.iter(*_HEADINGS))
    language = tree.get("lang")
    _number_items(tree)
    published = _published(tree)
    found: Any = trafilatura.bare_extraction(
        tree,
        fast=len(page) > 1_000_000,
        include_comments=False,
        with_metadata=True,
        # Without this the date may be taken from any number on the page.
        date_extraction_params={"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"},
    )
    if found is not None and not found.language:
        found.language = language
    if found is not None and published:
        found.date = published
    return found, headings


def _published(tree: Any) -> str | None:
    """The moment of publication that the page states in its head, where it states one in full."""
    for name in ("article:published_time", "datePublished", "date", "dc.date", "DC.date.issued"):
        for element in tree.iter("meta"):
            if name in {element.get("property"), element.get("itemprop"), element.get("name")}:
                day = iso_date(element.get("content", "").strip())
                if day:
                    return day
    return None


def _number_items(tree: Any) -> None:
    """Writes the numbers that a browser would show before the items of ordered lists: extraction drops them."""
    for ordered in tree.iter("ol"):
        start = ordered.get("start", "1")
        first = int(start) if start.isdecimal() and len(start) < 4 else 1
        items = [item for item in ordered if item.tag == "li"]
        for number, item in enumerate(items, first):
            target = next((child for child in item if child.tag in {"p", "div"}), None)
            holder = item if (item.text or "").strip() or target is None else target
            holder.text = f"{number}. {(holder.text or '').lstrip()}"


def _numbers(text: str) -> Iterator[Edit]:
    """Takes out the dash before an item that has its number."""
    return ((*match.span(), "") for match in _NUMBERED.finditer(text))


def _heading_spans(text: str, headings: frozenset[str]) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", text):
        words = match.group().strip()
        if words and " ".join(words.split()) in headings:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Span(start, start + len(words))


def _check_article(text: str, where: str) -> None:
    if not any(len(span.quote(text)[:2000].split()) >= _LEAST_WORDS for span in sentences(text[:100_000])):
        raise _no_article(where)


def _no_article(where: str) -> ReportError:
    remedy = "save the page again with the article open, or paste its text into a .txt file"
    return ReportError("is a page without an article", where=where, remedy=remedy, code="no_article")


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _tidy(words: str | None) -> str | None:
    return " ".join(words.split())[:300] or None if words else None
