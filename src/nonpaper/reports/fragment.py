"""A piece of HTML that is all article, as feeds carry it: its text, block under block, nothing judged or left out."""

from __future__ import annotations

import re
from typing import Any

_BREAKING = {
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "figure", "figcaption", "footer", "h1", "h2",
    "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tr", "ul",
}  # fmt: skip
_SILENT = {
    "script", "style", "template", "noscript", "iframe", "object", "embed", "svg", "math", "head", "title",
}  # fmt: skip
_MARKED = re.compile(r"<[A-Za-z/!]|&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});")
_SPACE = re.compile(r"\s+")


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML; what holds no mark is returned as it is. Linear in the length of the markup."""
    if not _MARKED.search(markup):
        return markup.strip()
    from lxml import etree, html

    try:
        root = html.fragment_fromstring(markup.replace("\x00", ""), create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    return element_text(root)


def element_text(root: Any) -> str:
    """The text below an element of HTML: a block a line, items numbered as a browser would."""
    from lxml import etree

    out: list[str] = []
    numbers: list[int | None] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        name = _name(element)
        if event == "start":
            silent += name in _SILENT
            _open(name, element, out, numbers)
            out.append("" if silent else _SPACE.sub(" ", element.text or ""))
        elif event == "end":
            silent -= name in _SILENT
            if name in {"ol", "ul"}:
                numbers.pop()
            out.append("\n" if name in _BREAKING else "")
        if event != "start" and element is not root:
            out.append("" if silent else _SPACE.sub(" ", element.tail or ""))
    return "\n".join(line for raw in "".join(out).split("\n") if (line := raw.strip()))


def _open(name: str, element: Any, out: list[str], numbers: list[int | None]) -> None:
    if name in _BREAKING or name == "br":
        out.append("\n")
    if name in {"ol", "ul"}:
        start = element.get("start") or "1"
        numbers.append((int(start) if start.isdecimal() and len(start) < 4 else 1) if name == "ol" else None)
    elif name == "li" and numbers:
        out.append("- " if numbers[-1] is None else f"{numbers[-1]}. ")
        numbers[-1] = None if numbers[-1] is None else numbers[-1] + 1


def _name(element: Any) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
