"""Which words of one unit stand in another: as many as can be kept in their order, and the white space beside them.

Method: longest common subsequence by bit vectors (Hyyrö 2004, in rapidfuzz); O(words squared / 64).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

MOST = 400_000_000
"""Beyond so many pairs of words only the beginning and the end that two units share are kept, and a finding says so."""

Kept = tuple[tuple[int, int], ...]
"""(token of one unit, token of the other) that stay, ascending in both."""


def kept(left: str, ours: Sequence[int], right: str, theirs: Sequence[int]) -> Kept:
    """The tokens that stay, of two units written one character a token; `ours` and `theirs` are those that may."""
    a, b = "".join(left[i] for i in ours), "".join(right[j] for j in theirs)
    solid = [(ours[i], theirs[j]) for i, j in _common(a, b)]
    return tuple(_with_space(left, right, solid))


def too_long(left: int, right: int) -> bool:
    """Whether units of so many tokens are too long to be compared word by word."""
    return left * right > MOST


def _common(a: str, b: str) -> Iterator[tuple[int, int]]:
    if too_long(len(a), len(b)):
        yield from _ends(a, b)
        return
    for step in LCSseq.opcodes(a, b):
        if step.tag == "equal":
            yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)


def _ends(a: str, b: str) -> Iterator[tuple[int, int]]:
    most = min(len(a), len(b))
    first = next((i for i in range(most) if a[i] != b[i]), most)
    last = next((i for i in range(most - first) if a[-1 - i] != b[-1 - i]), most - first)
    yield from ((i, i) for i in range(first))
    yield from ((len(a) - i, len(b) - i) for i in range(last, 0, -1))


def _with_space(a: str, b: str, solid: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same, and equal white space that stands beside a kept token in both; none is taken twice."""
    out, gone, theirs = list(solid), {i for i, _ in solid}, {j for _, j in solid}
    for step in (1, -1):
        for i, j in ((a + step, b + step) for a, b in solid):
            inside = 0 <= i < len(a) and 0 <= j < len(b)
            if inside and a[i] == b[j] and i not in gone and j not in theirs:
                gone.add(i)
                theirs.add(j)
                out.append((i, j))
    return sorted(out)
