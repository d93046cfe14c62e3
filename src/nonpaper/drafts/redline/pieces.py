"""Units that were split or merged: those left over after the pairing whose words stand together in a larger unit."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq
from rapidfuzz.fuzz import partial_ratio

from nonpaper.drafts.redline.pairs import common_words
from nonpaper.drafts.redline.tokens import Tokens

HELD = 0.7
"""Share of a piece's words that must stand in the larger unit, in order and not kept by another piece."""
TOGETHER = 75.0
"""Likeness (0..100) of a piece with the stretch of the larger unit most like it: scattered words are no piece."""
FEWEST = 4
"""Words of a piece at least: shorter ones stand in every unit."""
MOST_PAIRS = 4_000_000

Home = dict[int, list[int]]
"""By the place of a larger unit, the places of its pieces."""


def with_pieces(whole: Sequence[Tokens], part: Sequence[Tokens], home: Home, free: Sequence[int]) -> Home:
    """`home` with those of the `free` parts that are pieces of one of its larger units; the longest piece first.

    O(parts times wholes) comparisons; each accepted piece takes its words from what is left of the larger unit.
    """
    long = [j for j in free if len(part[j].said) >= FEWEST]
    wholes = sorted(home)
    if not long or not wholes or len(long) * len(wholes) > MOST_PAIRS:
        return home
    common = common_words([whole[i].said for i in wholes], [part[j].said for j in long])
    near = [
        (-int(common[a, b]), wholes[a], j)
        for b, j in enumerate(long)
        for a in (common[:, b] >= HELD * len(part[j].said)).nonzero()[0].tolist()
    ]
    out = {i: list(pieces) for i, pieces in home.items()}
    left = {i: _left(whole[i].said, [part[j].said for j in pieces]) for i, pieces in home.items()}
    taken: set[int] = set()
    for _, i, j in sorted(near):
        if j not in taken and _stands_in(left[i], part[j].said):
            taken.add(j)
            out[i].append(j)
            left[i] = _without(left[i], part[j].said)
    return out


def _stands_in(left: str, piece: str) -> bool:
    enough = LCSseq.similarity(left, piece) >= HELD * len(piece) and len(left) >= HELD * len(piece)
    return enough and (len(left) <= len(piece) or partial_ratio(piece, left) >= TOGETHER)


def _left(said: str, pieces: Sequence[str]) -> str:
    for piece in pieces:
        said = _without(said, piece)
    return said


def _without(said: str, piece: str) -> str:
    """The words of `said` that are not kept in `piece`."""
    return "".join(said[s.src_start : s.src_end] for s in LCSseq.opcodes(said, piece) if s.tag != "equal")
