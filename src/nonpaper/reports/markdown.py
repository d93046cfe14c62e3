"""Markdown: front matter read, marks taken out, words kept, with the map back to the file's own text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from nonpaper.model.report import OffsetMap, ReportText
from nonpaper.model.span import Span
from nonpaper.reports.assemble import assemble, encoding_findings
from nonpaper.reports.clean import clean
from nonpaper.reports.encoding import decode
from nonpaper.reports.metadata import Metadata, field_of, from_fields, head_of
from nonpaper.reports.offsets import Edit, to_raw

_FRONT = re.compile(
    # Each line may be matched in one way only: with two, every carriage return would double the ways to be tried.
    r"\s{0,20}---[ \t]*\r?\n(?P<body>(?:(?!---|\.\.\.)[^\n]{0,2000}\n){0,60})(?:---|\.\.\.)[ \t]*(?:\r?\n|$)"
)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+|[ \t]#+[ \t]*$", re.MULTILINE)
_MARKS = re.compile(
    r"""!\[[^\[\]\n]{0,500}\]\([^()\n]{0,1000}\)   # a picture: nothing of it is text
      | \[(?P<words>[^\[\]\n]{1,500})\]\([^()\n]{0,1000}\)  # a link: its words
      | (?P<mark>(?<![\w\\])[*_]{1,3}(?=\S)|(?<=[^\s\\])[*_]{1,3}(?!\w)|`{1,3}|\\(?=[\\`*_{}\[\]()#+.!>~-]))""",
    re.VERBOSE,
)
_QUOTED = re.compile(r"^[ ]{0,3}(?:>[ ]?){1,9}|^[ ]{0,3}(?:[-*_][ ]?){3,80}$", re.MULTILINE)


def read_markdown(data: bytes, where: str) -> ReportText:
    """The report in a Markdown file; ReportError where it is not text."""
    decoded = decode(data, where=where)
    raw = decoded.text
    text, offsets = clean(raw, (_front_matter, _comments, _lines, _marks))
    about = _about(raw, text, offsets)
    return assemble(where, text, about, raw=raw, offsets=offsets, findings=encoding_findings(where, decoded))


def _about(raw: str, text: str, offsets: OffsetMap) -> Metadata:
    front = _FRONT.match(raw)
    lines = front["body"].splitlines() if front else []
    named = from_fields(dict(field for line in lines if (field := field_of(line.strip()))))
    headings = tuple(_headings(raw, text, offsets))
    head = head_of(text)
    return msgspec.structs.replace(
        named,
        title=named.title or (headings[0].quote(text) if headings else head.title),
        outlet=named.outlet or head.outlet,
        published=named.published or head.published,
        language=named.language or head.language,
        url=named.url or head.url,
        headings=headings or head.headings,
    )


def _headings(raw: str, text: str, offsets: OffsetMap) -> Iterator[Span]:
    """Lines of the cleaned text that the raw text marks as headings."""
    for match in re.finditer(r"[^\r\n]*\S[^\r\n]*", text):
        words = match.group().strip()
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        origin = to_raw(offsets, start)
        line_start = max(raw.rfind("\n", max(0, origin - 20), origin), origin - 20) + 1
        if re.match(r"[ ]{0,3}#{1,6}[ \t]", raw[max(line_start, 0) : origin + 1]):
            yield Span(start, start + len(words))


def _front_matter(text: str) -> Iterator[Edit]:
    match = _FRONT.match(text)
    if match:
        yield 0, match.end(), ""


def _comments(text: str) -> Iterator[Edit]:
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            return  # never closed, so that it is text
        yield start, end + 3, ""
        start = text.find("<!--", end + 3)


def _lines(text: str) -> Iterator[Edit]:
    """Marks that stand at the edges of lines: headings, quotations, rules."""
    found = [*_HEADING.finditer(text), *_QUOTED.finditer(text)]
    reach = 0
    for match in sorted(found, key=lambda m: m.span()):
        if match.start() >= reach:
            yield *match.span(), ""
            reach = match.end()


def _marks(text: str) -> Iterator[Edit]:
    for match in _MARKS.finditer(text):
        if match["words"] is None:
            yield *match.span(), ""
        else:
            yield match.start(), match.start("words"), ""
            yield match.end("words"), match.end(), ""
