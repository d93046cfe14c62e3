"""XML without what XML can do to a program: no entities, no document types, nothing loaded, depth and size bounded.

lxml is used, which is needed for HTML in any case, rather than a library for feeds: those carry parsers and sanitisers
of their own for a few fields. Its switches do not keep entities out of attributes, so that a document type is refused
before the parser sees it; the text is decoded first, for the same reason.
"""

from __future__ import annotations

import html.entities
import re
from typing import Any

from nonpaper.errors import ReportError
from nonpaper.reports.encoding import Decoded, decode_as
from nonpaper.reports.quiet import quiet

MOST_BYTES = 10_000_000
MOST_DEPTH = 100
_DECLARATION = re.compile(r"\s{0,200}<\?xml\s[^>]{0,200}\?>")
_BLANK = re.compile(r"\s*")
_DECLARED = re.compile(rb"encoding\s{0,3}=\s{0,3}[\"']([\w-]{2,30})", re.IGNORECASE)
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse_xml(data: bytes, where: str) -> tuple[Any, Decoded, bool]:
    """The root element, how the bytes were decoded, and whether the XML is damaged and was read as far as it goes.

    ReportError for what is too large or too deep, declares a document type or entities, or is no XML at all.
    """
    if len(data) > MOST_BYTES:
        what = f"is a feed of more than {MOST_BYTES // 1_000_000} MB"
        raise ReportError(what, where=where, remedy="save the articles one by one", code="too_long")
    declared = _DECLARED.search(data[:200])
    decoded = decode_as(data, declared[1].decode("ascii", "replace") if declared else "", where=where)
    text = _NAMED.sub(_character, _FORBIDDEN.sub("", _DECLARATION.sub("", decoded.text, count=1)))
    text = text.lstrip()
    if text.startswith("<!", _prolog_end(text)):
        raise _entities(where)
    root, damaged = _parsed(text, where)
    if root.getroottree().docinfo.internalDTD is not None:  # what was looked for above, found by the parser
        raise _entities(where)
    return root, decoded, damaged


def _prolog_end(text: str) -> int:
    """Where white space, comments and processing instructions before the first other thing end."""
    at = 0
    while True:
        at += len(_BLANK.match(text, at)[0])  # type: ignore[index] # matches the empty string too
        comment = text.startswith("<!--", at)
        if not comment and not text.startswith("<?", at):
            return at
        end = text.find("-->" if comment else "?>", at + (4 if comment else 2))
        if end < 0:
            return len(text)
        at = end + (3 if comment else 2)


def _entities(where: str) -> ReportError:
    remedy = "take the part that begins with <!DOCTYPE out of it, or save the articles themselves"
    return ReportError("declares a document type or entities", where=where, remedy=remedy, code="entities")


def _parsed(text: str, where: str) -> tuple[Any, bool]:
    from lxml import etree

    with quiet("lxml"):
        for recover in (False, True):
            parser = etree.XMLParser(
                resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=recover,
                remove_comments=True, remove_pis=True, collect_ids=False,
            )  # fmt: skip
            try:
                root = etree.fromstring(text.strip(), parser)
            except (etree.XMLSyntaxError, ValueError):
                continue
            if root is None:
                break
            _check_depth(root, where)
            return root, recover
    remedy = "save the feed again, or save the articles themselves"
    raise ReportError("is XML that cannot be read", where=where, remedy=remedy, code="unreadable")


def _check_depth(root: Any, where: str) -> None:
    depth = 0
    from lxml import etree

    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MOST_DEPTH:
            what = f"has elements nested more than {MOST_DEPTH} deep"
            raise ReportError(what, where=where, remedy="save the articles themselves", code="nested")


def _character(match: re.Match[str]) -> str:
    """The character that HTML names so; XML knows five names only, and feeds use all."""
    if match[1] in {"lt", "gt", "amp", "quot", "apos"}:
        return match[0]
    return html.entities.html5.get(match[1] + ";", match[0])
