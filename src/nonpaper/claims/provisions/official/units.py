"""The units of a negotiating text: its sentences put together again, each with the number and the lead-in it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.provisions.official.marks import Mark, article_at, closes, dotted_at, mark_of, step_at
from nonpaper.claims.provisions.official.words import MODAL, ORDER
from nonpaper.model.span import Span

_LINKS = re.compile(r"[.;:!?…]['\"”’»“)\]]*$")
_CONTINUES = re.compile(r"[(\[\"“”«]|[a-z]|\d[\d,.]*\s+[a-z]")
_CUT_SHORT = re.compile(r"\bhrs?\.$|\bmin\.$")
_NAMES = 80  # characters of an item that only says for whom what follows holds: "for the troops of the south:"
_WRAPPED = 60  # characters of a numbered line without a stop that goes on in the next, capital or not
SHORT = 10
"""Words of a heading at most."""


class Unit(NamedTuple):
    """One sentence: `number` as printed, with the article's before it; `lead` the sentence in a colon that it hangs on.

    `when`: the time that a step of a schedule is given before its words. `role`: "preamble" before the first mark, "item" (numbered, lettered, bulleted or bare under a lead-in), "prose"
    (a paragraph of its own after the items), "heading", "lead" or "signature".
    """

    span: Span
    role: str
    number: str | None
    lead: Span | None
    marked: bool
    when: str = ""


class _State:
    """Where in the text the walk is: article, number and letter, and the lead-ins of both levels."""

    def __init__(self) -> None:
        self.article = self.number = self.letter = ""
        self.lead: Span | None = None
        self.inner: Span | None = None
        self.begun = self.ended = False
        self.fresh: Mark | None = None
        self.headed = False
        self.block: Span | None = None
        self.stopped = False
        self.when = ""

    def open(self, mark: Mark) -> None:
        """A mark was met: it names what follows."""
        self.begun, self.fresh, self.when = True, mark, ""
        if mark.kind == "part":
            self.article = self.number = self.letter = ""
            self.inner = None
        elif mark.kind == "article":
            self.article, self.number, self.letter = mark.number, mark.sub, ""
            self.inner, self.headed, self.ended = None, True, False
        elif mark.kind == "number":
            self.number, self.letter, self.inner, self.headed = mark.number, "", None, False
        elif mark.kind == "letter":
            self.letter = mark.number
        elif mark.kind == "step":
            self.number, self.letter, self.inner, self.headed, self.when = mark.number, "", None, False, mark.sub

    def printed(self) -> str | None:
        """The number of what is here, as the text would be cited: "4.1", "IX(a)"."""
        joined = ", " if self.number[:1].isupper() and " " in self.number else "."
        base = joined.join(part for part in (self.article, self.number) if part)
        return (base + (f"({self.letter})" if self.letter else "")) or None


def units_of(page: Page) -> tuple[Unit, ...]:
    """All units in text order. One pass; linear in the length of the text."""
    numbered = {item.span.start: item.number for block in page.lists for item in block.items if item.marker}
    state = _State()
    out: list[Unit] = []
    whole = tuple(_put_together(page))
    for at, (span, prefix, spaced) in enumerate(whole):
        mark = mark_of(prefix) or (Mark("number", number) if (number := numbered.get(span.start)) else None)
        if mark is not None:
            state.open(mark)
        said = span.quote(page.text)
        alone = mark_of(said)
        if alone is not None:
            state.open(alone)
            continue
        after = _mark_after(page, whole, at, numbered)
        out.extend(_read(page, state, span, said, spaced, _followed(page, whole, at), after))
        state.fresh = None
    return tuple(out)


def _read(
    page: Page, state: _State, span: Span, said: str, spaced: bool, followed: bool, after: Mark | None
) -> Iterator[Unit]:
    """One sentence at its place; moves the state on."""
    opened = article_at(said) or dotted_at(said) or step_at(said)
    if opened is not None:
        state.open(opened[0])
        if opened[1] >= len(said):
            return
        span = Span(span.start + opened[1], span.end)
        said = span.quote(page.text)
    marked = state.fresh is not None
    named = opened is not None and opened[0].kind != "step" and MODAL.search(said) is None
    if _heading(said) and ((marked and (followed or named)) or _over_points(state.fresh, said, after)):
        state.headed = True
        yield Unit(span, "heading", state.printed(), None, marked)
        return
    lead = said.rstrip().endswith(":") or (not state.begun and not followed and said.rstrip().endswith(";"))
    if closes(said):
        state.ended, state.number, state.letter, state.article = True, "", "", ""
        state.inner = state.block = span if lead or ":" in said else None
        yield Unit(span, "signature", None, None, marked)
        return
    if state.ended and not lead and (state.inner is None or (not marked and state.inner == state.block)):
        yield Unit(span, "signature", None, None, marked)
        return
    if not marked and state.stopped and said[:1].isupper():
        state.inner, state.letter = None, ""
    state.stopped = said.endswith(".") and state.inner is not None
    if not marked and spaced and state.begun and state.inner is None and not state.headed and not state.ended:
        state.number = state.letter = ""
        role = "prose"
    else:
        role = "item" if state.begun or state.lead else "preamble"
    if lead:
        yield Unit(span, "lead", state.printed(), state.inner or state.lead, marked)
        _led(state, span)
        return
    yield Unit(span, role, state.printed(), state.inner or state.lead, marked, state.when)


def _led(state: _State, span: Span) -> None:
    if state.begun and (state.number or state.article or state.ended):
        state.inner = span
    else:
        state.lead = span


def _heading(said: str) -> bool:
    """A few words without a stop: what a number or an article is called."""
    return _LINKS.search(said.rstrip()) is None and len(said.split()) <= SHORT


def _over_points(mark: Mark | None, said: str, after: Mark | None) -> bool:
    """Whether a short line without a verb stands over points: under an article's mark or a shallower number, or bare."""
    if after is None or after.kind == "bullet" or MODAL.search(said) or said.endswith(",") or not said[:1].isupper():
        return False
    if mark is None or mark.kind == "part":
        return after.kind in ("number", "article", "part", "step") and ORDER.match(said) is None
    if mark.kind == "article":
        return after.kind in ("number", "letter", "step")
    deeper = after.kind == "letter" or after.number.startswith(f"{mark.number}.")
    return mark.kind == "number" and deeper and ORDER.match(said) is None


def _mark_after(
    page: Page, whole: Sequence[tuple[Span, str, bool]], at: int, numbered: Mapping[int, str | None]
) -> Mark | None:
    """The mark that the next sentence has, before it or as its first words."""
    if at + 1 >= len(whole):
        return None
    span, prefix, _ = whole[at + 1]
    said = Span(span.start, min(span.end, span.start + _NAMES)).quote(page.text)
    opened = article_at(said) or dotted_at(said) or step_at(said)
    number = numbered.get(span.start)
    if number and not mark_of(prefix):
        return Mark("number", number)
    return mark_of(prefix) or mark_of(said) or (opened[0] if opened else None)


def _followed(page: Page, whole: tuple[tuple[Span, str, bool], ...], at: int) -> bool:
    """Whether an unmarked line, or a numbered paragraph of the same article, comes next: what stands here is a heading."""
    if at + 1 >= len(whole):
        return False
    span, prefix, _ = whole[at + 1]
    alone = mark_of(span.quote(page.text)) if len(span.quote(page.text)) < 12 else None
    return mark_of(prefix) is None and alone is None


def _put_together(page: Page) -> Iterator[tuple[Span, str, bool]]:
    """Sentences with the mark before them and whether a blank line is; those that a line break cut apart are one."""
    held: tuple[Span, str, bool] | None = None
    seen, rows = -1, False
    for sentence in page.sentences:
        paragraph = paragraph_at(page, sentence.start) or sentence
        first = paragraph.start != seen
        seen = paragraph.start
        prefix = page.text[paragraph.start : sentence.start] if first else ""
        gap = page.text[held[0].end : sentence.start] if held else ""
        broken = held is not None and _one(page.text, held[0], sentence, gap, held[1], rows)
        if held is not None and first and not prefix and broken:
            held = (Span(held[0].start, sentence.end), held[1], held[2])
            continue
        if held is not None:
            rows = held[0].quote(page.text).endswith(";")
            yield held
        spaced = first and re.search(r"\n\s*\n", gap) is not None
        held = (sentence, prefix, spaced)
    if held is not None:
        yield held


def _one(text: str, before: Span, after: Span, gap: str, prefix: str, rows: bool) -> bool:
    """Whether a line break between two lines cuts one sentence; among `rows` that end in semicolons every one does."""
    tail, head = text[max(before.start, before.end - 12) : before.end], text[after.start : after.start + 12]
    if _CUT_SHORT.search(tail):
        return _CONTINUES.match(head) is not None
    if prefix and tail.endswith(":") and before.end - before.start < _NAMES and "\n\n" not in gap:
        return head[:1].islower()
    if "\n" not in gap or re.search(r"\n\s*\n", gap) or _LINKS.search(tail) or mark_of(text[before.start : before.end]):
        return False
    wrapped = bool(prefix) and before.end - before.start >= _WRAPPED
    return (rows or wrapped or _CONTINUES.match(head) is not None) and article_at(text[after.start : after.end]) is None
