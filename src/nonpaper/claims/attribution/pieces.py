"""Text to word pieces with character offsets, a paragraph mark and a shape for each piece.

The tokeniser is uncased and drops line breaks. Both matter for attribution (names are sources, a new paragraph often
changes the speaker), so a mark is put in where a line breaks and each piece carries its shape: small, capitalised or
all capitals, inside quotation marks or outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]

BREAK_ID = 1
"""Vocabulary id of the paragraph mark (`[unused0]`)."""
SHAPES = 6
"""Number of shapes: three cases, outside or inside quotation marks."""

_OPENERS = "“«„"
_CLOSERS = "”»"


StandIn = tuple[int, int, str]
"""A name's half-open place in the text, and the word that the model reads for it."""


class Pieces(msgspec.Struct, frozen=True, kw_only=True):
    """The word pieces of one text: four arrays of the same length [n], offsets half-open in characters."""

    ids: Ints
    shapes: Ints
    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        """How many pieces there are, paragraph marks included."""
        return int(self.ids.shape[0])


def to_pieces(tokenizer: Tokenizer, text: str, names: Sequence[StandIn] = ()) -> Pieces:
    """Tokenise `text` once. O(characters); no truncation, no padding, no special tokens but paragraph marks.

    `names`, in text order and apart, are read as the words that stand in for them; their pieces keep the places of the
    names themselves.
    """
    said, shifts = _stood_in(text, names)
    encoding = tokenizer.encode(said, add_special_tokens=False)
    ids = np.asarray(encoding.ids, dtype=np.int64)
    offsets = _back(np.fromiter(chain.from_iterable(encoding.offsets), dtype=np.int64).reshape(-1, 2), shifts)
    filled = offsets[:, 1] > offsets[:, 0]
    return _with_breaks(text, ids[filled], offsets[filled])


def _stood_in(text: str, names: Sequence[StandIn]) -> tuple[str, Ints]:
    """The text with each name replaced, and for each replacement (start, end) there and (start, end) in `text`."""
    out: list[str] = []
    places = []
    at = length = 0
    for start, end, word in names:
        out += [text[at:start], word]
        length += start - at
        places.append((length, length + len(word), start, end))
        length += len(word)
        at = end
    out.append(text[at:])
    return "".join(out), np.asarray(places, dtype=np.int64).reshape(-1, 4)


def _back(offsets: Ints, places: Ints) -> Ints:
    """Offsets in the replaced text as offsets in the text: within a replacement, the whole name."""
    if not len(places):
        return offsets
    before = np.searchsorted(places[:, 0], offsets[:, 0], side="right") - 1
    near = places[np.maximum(before, 0)]
    inside = (before >= 0) & (offsets[:, 0] < near[:, 1])
    shift = np.where(before >= 0, near[:, 3] - near[:, 1], 0)
    moved: Ints = np.where(inside[:, None], near[:, 2:], offsets + shift[:, None])
    return moved


PORTION = 16_384
"""Pieces worked on at a time: an ordinary article is one portion, a book is many, and memory stays bounded."""


def portions(pieces: Pieces) -> Iterator[Pieces]:
    """The pieces in portions, cut before a paragraph mark where one is near the limit."""
    start, n = 0, len(pieces)
    breaks = np.flatnonzero(pieces.ids == BREAK_ID)
    while start < n:
        end = min(start + PORTION, n)
        near = breaks[(breaks > start + PORTION // 2) & (breaks <= end)] if end < n else breaks[:0]
        end = int(near[-1]) if len(near) else end
        cut = slice(start, end)
        yield Pieces(ids=pieces.ids[cut], shapes=pieces.shapes[cut], starts=pieces.starts[cut], ends=pieces.ends[cut])
        start = end


def _with_breaks(text: str, ids: Ints, offsets: Ints) -> Pieces:
    """Put one paragraph mark before each piece that is the first of its line."""
    letters = _codes(text)
    newlines = np.flatnonzero(letters == ord("\n"))
    line = np.searchsorted(newlines, offsets[:, 0])
    where = np.flatnonzero(np.diff(line, prepend=line[:1]) > 0)
    at = newlines[line[where] - 1] if len(where) else where
    starts, ends = np.insert(offsets[:, 0], where, at), np.insert(offsets[:, 1], where, at + 1)
    shapes = _case(letters, starts, ends) + 3 * _quoted(letters)[starts]
    return Pieces(ids=np.insert(ids, where, BREAK_ID), shapes=shapes, starts=starts, ends=ends)


def _codes(text: str) -> Ints:
    """Code point of each character."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)


def _case(letters: Ints, starts: Ints, ends: Ints) -> Ints:
    """0 small or caseless, 1 begins with a capital, 2 two or more letters that are all capitals."""
    size, large = _sizes(letters)
    small = np.concatenate(([0], np.cumsum(size & ~large)))
    alone = (ends - starts < _TWO) | (small[ends] > small[starts])
    shapes: Ints = np.where(large[starts], np.where(alone, 1, 2), 0)
    return shapes


_TWO = 2  # letters that tell an abbreviation from a capital


def _sizes(letters: Ints) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Of each character whether it has a case, and whether that is the upper one."""
    count = np.bincount(letters)  # a text has many letters, but few different ones
    cased, upper = np.zeros(len(count), np.bool_), np.zeros(len(count), np.bool_)
    for code in np.flatnonzero(count).tolist():
        char = chr(code)
        cased[code], upper[code] = char.isupper() or char.islower() or char.istitle(), char.isupper()
    return cased[letters], upper[letters]


def _quoted(letters: Ints) -> Ints:
    """For each character whether it follows a quotation mark left open in its line; 0 or 1."""
    here = np.arange(len(letters))
    line = np.maximum.accumulate(np.where(letters == ord("\n"), here, -1)) if len(letters) else here
    opened, closed = _latest(letters, _OPENERS), _latest(letters, _CLOSERS)
    marks = np.concatenate(([0], np.cumsum(letters == ord('"'))))
    straight = (marks[here] - marks[line + 1]) % 2 == 1
    inside: Ints = ((opened > np.maximum(closed, line)) | straight).astype(np.int64)
    return inside


def _latest(letters: Ints, marks: str) -> Ints:
    """Position of the latest of `marks` at or before each character, -1 if none."""
    here = np.logical_or.reduce([letters == ord(mark) for mark in marks])
    found = np.where(here, np.arange(len(letters)), -1)
    return np.maximum.accumulate(found) if len(found) else found
