"""A working text as Markdown, marked at the top and under each heading; every word from a report is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.present.working.view import AlternativeView, HeldView, LineView, QuoteView, WorkingView

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$^]|:(?=//))")


def working_markdown(view: WorkingView) -> str:
    """The working text with footnotes in the manner of Pandoc and GitHub."""
    return "\n".join([*_head(view), *_body(view), *_notes(view)]) + "\n"


def escaped(words: str) -> str:
    r"""Words that mean nothing to Markdown or HTML; control characters are shown as a mark.

    >>> print(escaped("[a] <b>"))
    \[a\] \<b\>
    """
    shown = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in words)
    return _SPECIAL.sub(r"\\\1", shown)


def _head(view: WorkingView) -> Iterator[str]:
    yield from _heading("# " + escaped(view.title), view)
    yield f"{escaped(view.how)}\n"
    first = f" First reported on {view.first}." if view.first else ""
    yield f"As known on {escaped(view.known_on)}. Not checked by a person.{first}\n"


def _heading(words: str, view: WorkingView) -> Iterator[str]:
    yield f"{words}\n"
    yield f"**{view.mark}**\n"


def _body(view: WorkingView) -> Iterator[str]:
    yield from _heading("## The text as reported", view)
    yield from (part for line in view.lines for part in _line(line))
    if not view.lines:
        yield "No report read says what stands in this draft.\n"
    if view.dropped:
        yield from _heading("## Said to be dropped from this draft", view)
        yield from (part for line in view.dropped for part in _line(line))
    if view.on_topics:
        yield from _heading("## Reservations stated on topics, not on lines", view)
        for topic, held in view.on_topics:
            yield f"- {escaped(topic)}: {_stands(held)}"
        yield ""
    yield from _heading("## Sources", view)


def _line(line: LineView) -> Iterator[str]:
    head = f"**{escaped(line.number) or 'Without a number'}** ({escaped(line.topic)})"
    if len(line.alternatives) == 1:
        yield f"{head} {_said(line.alternatives[0], line)}\n"
        return
    yield f"{head} left open, alternatives as reported:\n"
    for alternative in line.alternatives:
        yield f"- {alternative.label}: {_said(alternative, line)}"
    yield ""


def _said(alternative: AlternativeView, line: LineView) -> str:
    """The quotes, in brackets where left open; reports that differ stand side by side and say so."""
    body = "; ".join(_quote(quote) for quote in alternative.quotes)
    body = f"Reports differ: {body}" if len(alternative.quotes) > 1 else body
    body = rf"\[{body}\]" if line.open else body
    return f"{body} ({_stands(alternative.held)})" if alternative.held else body


def _quote(quote: QuoteView) -> str:
    return f"“{escaped(quote.words)}” — {escaped(quote.by)}{''.join(f'[^{n}]' for n in quote.footnotes)}"


def _stands(held: Sequence[HeldView]) -> str:
    return "; ".join(f"{escaped(h.says)}[^{h.footnote}]" for h in held)


def _notes(view: WorkingView) -> Iterator[str]:
    for source in view.sources:
        status = f" {source.status.capitalize()}." if source.status else ""
        where = f"{escaped(source.by)}, {source.day} ({escaped(source.place)})"
        yield f"[^{source.number}]: “{escaped(source.words)}” {where}.{status}"
