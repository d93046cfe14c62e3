"""Feeds (RSS 0.9 to 2.0, RDF, Atom): each entry that has words is a report."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import msgspec

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import assemble, encoding_findings, left_out
from nonpaper.reports.clean import clean, invisible
from nonpaper.reports.dates import iso_date
from nonpaper.reports.fragment import element_text, fragment_text
from nonpaper.reports.metadata import Metadata
from nonpaper.reports.xml import parse_xml

MOST_ENTRIES = 1_000
SHORT = 100  # words; an entry that has fewer and calls them a description is a summary
_SPACES = {
    "http://www.w3.org/2005/Atom": "atom:", "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:", "http://purl.org/rss/1.0/": "", "": "",
    "http://my.netscape.com/rdf/simple/0.9/": "", "http://backend.userland.com/rss2": "",
}  # fmt: skip
_ROOTS = {"rss", "RDF", "feed"}
_FULL = ("content:encoded", "atom:content")
_BRIEF = ("description", "atom:summary", "dc:description")
_START = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}\?>\s{0,200})?(?:<[?!][^>]{0,500}>\s{0,50}){0,5}"
    rb"<(?:rss|feed|(?:\w{1,10}:)?RDF)[\s>]"
)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a feed as it stands there. `text` is without marks; `whole` tells an article from a summary."""

    number: int
    text: str
    whole: bool
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None


def looks_like_feed(data: bytes) -> bool:
    """Whether the bytes open as a feed does."""
    return _START.match(data[:4096]) is not None


def read_feed(data: bytes, where: str) -> Iterator[ReportText | Finding]:
    """Every entry in turn; ReportError where it is no feed. An entry without words is left out by its number."""
    root, decoded, damaged = parse_xml(data, where)
    notes = (*encoding_findings(where, decoded), *_damage(where, damaged=damaged))
    found = entries(root, where)
    for entry in found[:MOST_ENTRIES]:
        yield _report(entry, f"{where}#{entry.number}", notes)
    if len(found) > MOST_ENTRIES:
        what = f"has {len(found)} entries, of which {MOST_ENTRIES} were read"
        remedy = "give the others as a file of their own"
        yield Finding(code="entries", level="left_out", where=where, what=what, remedy=remedy)


def entries(root: Any, where: str) -> list[Entry]:
    """The entries below a feed's root; ReportError where the root is no feed's or has none."""
    if root.tag.rpartition("}")[2] not in _ROOTS:
        remedy = "give a feed (RSS or Atom), or save the article as HTML or text"
        raise ReportError("is XML but not a feed", where=where, remedy=remedy, code="not_a_feed")
    items = [element for element in root.iter() if _name(element) in {"item", "atom:entry"}]
    if not items:
        raise ReportError("is a feed without entries", where=where, remedy="give a feed with entries", code="empty")
    head = next((element for element in root if _name(element) == "channel"), root)
    base = _link(head, "")
    outlet, language = _words(head, "title", "atom:title"), _words(head, "language", "dc:language")
    language = language or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    return [_entry(number, item, base, outlet, language) for number, item in enumerate(items, 1)]


def _entry(number: int, item: Any, base: str, outlet: str | None, language: str | None) -> Entry:
    full = _longest(item, _FULL)
    text = full or _longest(item, _BRIEF)
    source = next((child for child in item if _name(child) in {"source", "atom:source"}), None)
    own = None if source is None else _words(source, "atom:title") or _tidy(source.text)
    return Entry(
        number=number,
        text=text,
        whole=bool(full) or len(text.split()) >= SHORT,
        title=_words(item, "title", "atom:title", "dc:title"),
        outlet=own or outlet,
        published=_words(item, "pubDate", "atom:published", "dc:date", "atom:issued", "atom:updated", "atom:modified"),
        url=_link(item, base) or None,
        language=_words(item, "language", "dc:language") or language,
    )


def _report(entry: Entry, where: str, notes: tuple[Finding, ...]) -> ReportText | Finding:
    about = Metadata(
        title=entry.title,
        outlet=entry.outlet,
        published=iso_date(entry.published or ""),
        language=entry.language,
        url=entry.url,
    )
    text, offsets = clean(entry.text, (invisible,))
    try:
        return assemble(where, text, about, raw=entry.text, offsets=offsets, findings=(*notes, *_summary(entry, where)))
    except ReportError as error:
        return left_out(error)


def _summary(entry: Entry, where: str) -> tuple[Finding, ...]:
    if entry.whole:
        return ()
    what, remedy = "is a feed's summary of an article", f"read the article: nonpaper fetch {entry.url or 'ADDRESS'}"
    return (Finding(code="summary", level="doubt", where=where, what=what, remedy=remedy),)


def _damage(where: str, *, damaged: bool) -> tuple[Finding, ...]:
    if not damaged:
        return ()
    what, remedy = "is damaged XML, read as far as it goes", "save the feed again, or save the articles themselves"
    return (Finding(code="damaged", level="doubt", where=where, what=what, remedy=remedy),)


def _longest(item: Any, names: tuple[str, ...]) -> str:
    texts = [_body(child) for child in item if _name(child) in names]
    return max(texts, key=len, default="")


def _body(element: Any) -> str:
    """The text of an entry's body: HTML written out or written in, or plain."""
    kind = (element.get("type") or "html").lower()
    if len(element):
        return element_text(element)
    words = element.text or ""
    return (
        words.strip() if kind in {"text", "text/plain"} and _name(element).startswith("atom:") else fragment_text(words)
    )


def _words(parent: Any, *names: str) -> str | None:
    """The words of the first child that has one of the names, in the order of the names, on one line."""
    for name in names:
        for child in parent:
            if _name(child) == name:
                found = _tidy("".join(child.itertext()))
                if found:
                    return found
    return None


def _tidy(words: str | None) -> str | None:
    """One line without marks: titles carry entities, and some carry elements."""
    plain = " ".join(html.unescape(fragment_text(words or "")).split())[:300]
    return plain or None


def _link(element: Any, base: str) -> str:
    """The address of the page that an entry or a feed stands for; empty where none is given that can be followed."""
    for child in element:
        if _name(child) == "link":
            return _address(base, child.text or "")
        if _name(child) == "atom:link" and child.get("rel", "alternate") == "alternate":
            return _address(base, child.get("href", ""))
    return ""


def _address(base: str, link: str) -> str:
    try:
        found = urljoin(base, "".join(link.split()))
        return found[:2000] if urlsplit(found).scheme in {"http", "https"} and urlsplit(found).hostname else ""
    except ValueError:  # an address may be anything
        return ""


def _name(element: Any) -> str:
    """The element's name with the prefix that is usual for its space; a colon before it where the space is unknown."""
    if not isinstance(element.tag, str):  # an entity that was not resolved
        return ""
    space, _, name = element.tag.rpartition("}")
    return f"{_SPACES.get(space.lstrip('{'), ':')}{name}"
