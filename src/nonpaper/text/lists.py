"""Lists, by position: numbered, bulleted, run on in one line, or bare lines under a sentence that ends in a colon."""

from __future__ import annotations

import re
import tomllib
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import resources
from itertools import pairwise

import msgspec

from nonpaper.model.span import Span
from nonpaper.text.lines import Line, joined
from nonpaper.text.markers import Marker, marker
from nonpaper.text.sentences import in_line

_LONGEST_BARE = 220  # a longer line is a paragraph
_GAP = 4  # paragraphs of comment that may stand between two numbers of one list


class Item(msgspec.Struct, frozen=True, kw_only=True):
    """One item without its marker. `number` is as printed ("6"); None for bullets and bare lines."""

    span: Span
    number: str | None = None
    marker: Span | None = None


class ListBlock(msgspec.Struct, frozen=True, kw_only=True):
    """Items that belong together, and the sentence just before them: their lead-in, if there is one.

    The lead of a bare list always ends in a colon; that of a marked list need not.
    """

    lead: Span | None
    items: tuple[Item, ...]


def list_blocks(text: str) -> tuple[ListBlock, ...]:
    """All lists in order of their first item. A list inside an item is a block of its own that the item leads."""
    found = joined(text)
    marks = [marker(text, line.start, line.end) for line in found]
    inline = dict(_inline(text, found))
    marks = [None if at in inline else mark for at, mark in enumerate(marks)]
    blocks = [*inline.values(), *_marked(text, found, marks), *_bare(text, found, marks)]
    return tuple(sorted(blocks, key=lambda block: block.items[0].span))


def _marked(text: str, found: Sequence[Line], marks: Sequence[Marker | None]) -> Iterator[ListBlock]:
    runs: list[list[int]] = []
    for at, mark in enumerate(marks):
        if mark is None:
            continue
        home = next((run for run in reversed(runs[-3:]) if _follows(marks, run[-1], at)), None)
        if home is None:
            runs.append([at])
        else:
            home.append(at)
    for run in runs:
        lead = _last_sentence(text, found[run[0] - 1]) if run[0] else None
        if len(run) > 1 or _named(text, marks[run[0]]) or (lead and text[lead.end - 1] == ":"):
            yield ListBlock(lead=lead, items=tuple(_item(found[at], marks[at]) for at in run))


def _follows(marks: Sequence[Marker | None], before: int, at: int) -> bool:
    """Whether the marked line `at` goes on with the list whose last line so far is `before`."""
    last, mark = marks[before], marks[at]
    if last is None or mark is None or at - before > _GAP:
        return False
    if last.number is None or mark.number is None:
        return last.number is mark.number and at - before == 1
    if last.number.isdecimal() and mark.number.isdecimal():
        return int(last.number) < int(mark.number) and (at - before == 1 or int(mark.number) == int(last.number) + 1)
    return at - before == 1 and last.number.isdecimal() == mark.number.isdecimal()


def _named(text: str, mark: Marker | None) -> bool:
    """Whether the marker names what it numbers ("Point 6:"), so that one alone is a list."""
    return mark is not None and mark.number is not None and text[mark.start].isalpha() and mark.end - mark.start > 3


def _item(line: Line, mark: Marker | None) -> Item:
    if mark is None:
        return Item(span=Span(line.start, line.end))
    return Item(span=Span(mark.body, line.end), number=mark.number, marker=Span(mark.start, mark.end))


def _last_sentence(text: str, line: Line) -> Span | None:
    last = deque(in_line(text, line), maxlen=1)
    return last[0] if last else None


def _bare(text: str, found: Sequence[Line], marks: Sequence[Marker | None]) -> Iterator[ListBlock]:
    at = 0
    while at < len(found):
        if text[found[at].end - 1] != ":":
            at += 1
            continue
        end = _bare_end(text, found, marks, at + 1)
        lead = _last_sentence(text, found[at])
        if lead is not None and end > at + 1 + _is_name(lead.quote(text)):
            yield ListBlock(lead=lead, items=tuple(_item(line, None) for line in found[at + 1 : end]))
        at = max(end, at + 1)


def _is_name(lead: str) -> bool:
    """Whether a lead-in may be a mere name, as in a byline: one line under it is then no list."""
    words = lead.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words)


def _bare_end(text: str, found: Sequence[Line], marks: Sequence[Marker | None], first: int) -> int:
    """Where the unmarked items that begin at `first` end; `first` where there is none."""
    at = first
    while at < len(found) and marks[at] is None and _may_be_item(text, found[at]):
        if at > first and _breaks_off(text, found, first, at):
            break
        at += 1
    return at


def _may_be_item(text: str, line: Line) -> bool:
    if line.end - line.start > _LONGEST_BARE or text[line.end - 1] == ":":
        return False
    words = text[line.start : line.end]
    return not _resumes().match(words) and sum(1 for _ in in_line(text, line)) == 1


def _breaks_off(text: str, found: Sequence[Line], first: int, at: int) -> bool:
    """A blank line after items without one, or a full stop after items without one, says that prose is back."""
    before = found[first] if at == first + 1 else found[first + 1]
    spaced = found[at].after_blank and not before.after_blank
    stopped = text[found[at].end - 1] == "." and text[found[at - 1].end - 1] not in ".;,"
    return spaced or stopped


_NUMBERED = re.compile(r"\d+")  # no item without a number; most lines are no list


def _inline(text: str, found: Sequence[Line]) -> Iterator[tuple[int, ListBlock]]:
    """Paragraphs whose items run on: sentences that open with ascending numbers ("… 2. One. 3. Two.")."""
    for index, line in enumerate(found):
        if len(_NUMBERED.findall(text, line.start, line.end)) < 2:
            continue
        parts = list(in_line(text, line, marked=True))
        opened = [(at, own) for at, part in enumerate(parts) if (own := marker(text, part.start, part.end))]
        numbered = [(at, own) for at, own in opened if own.number and own.number.isdecimal()]
        if len(numbered) < 2 or any(int(a.number or 0) >= int(b.number or 0) for (_, a), (_, b) in pairwise(numbered)):
            continue
        first = numbered[0][0]
        before = _last_sentence(text, found[index - 1]) if index and not first else None
        ends = [parts[at - 1].end for at, _ in numbered[1:]] + [parts[-1].end]
        items = [_inline_item(own, end) for (_, own), end in zip(numbered, ends, strict=True)]
        yield index, ListBlock(lead=parts[first - 1] if first else before, items=tuple(items))


def _inline_item(mark: Marker, end: int) -> Item:
    return Item(span=Span(mark.body, end), number=mark.number, marker=Span(mark.start, mark.end))


@cache
def _resumes() -> re.Pattern[str]:
    data = tomllib.loads(resources.files(__package__).joinpath("lists.toml").read_text("utf-8"))
    return re.compile(rf"(?:{'|'.join(map(re.escape, data['resumes']))})\b", re.IGNORECASE)
