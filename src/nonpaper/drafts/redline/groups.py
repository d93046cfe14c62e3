"""Units of two texts that belong together: pairs, one that became several, several that became one, and those alone."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from nonpaper.drafts.redline.order import moved
from nonpaper.drafts.redline.pairs import paired
from nonpaper.drafts.redline.pieces import Home, with_pieces
from nonpaper.drafts.redline.tokens import Tokens
from nonpaper.drafts.redline.words import Kept, kept, too_long
from nonpaper.model.redline import Unit
from nonpaper.model.span import Span

Token = tuple[int, int]
"""(unit, token in it)."""


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the two texts: its units, their tokens, the numbers printed before them, and what it leaves open.

    `single` are brackets without their other half.
    """

    text: str
    units: tuple[Unit, ...]
    tokens: tuple[Tokens, ...]
    own: tuple[str | None, ...]
    open: tuple[Span, ...]
    single: tuple[Span, ...]

    def solid(self, unit: int, token: int) -> bool:
        """Whether a token is no white space."""
        span = self.tokens[unit].spans[token]
        return not self.text[span.start].isspace()


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """Units that belong together, with the tokens that stay: (in the old text, in the new)."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    kept: tuple[tuple[Token, Token], ...] = ()
    moved: bool = False
    coarse: bool = False

    def turned(self) -> Group:
        """The same, the two texts having changed places."""
        turned = tuple(sorted((b, a) for a, b in self.kept))
        return msgspec.structs.replace(self, old=self.new, new=self.old, kept=turned)


def groups(left: Side, right: Side) -> tuple[tuple[Group, ...], bool]:
    """All groups, and whether there were too many units to compare each with each."""
    numbers = (tuple(u.number for u in left.units), tuple(u.number for u in right.units))
    first = paired(left.tokens, right.tokens, numbers)
    split, merged = _homes(left.tokens, right.tokens, first.pairs)
    made = [_group(left, right, i, pieces) for i, pieces in split.items()]
    made += [_group(right, left, j, pieces).turned() for j, pieces in merged.items()]
    return (*_with_moves(left, made), *_alone(left, right, made)), first.cut_short


def _homes(old: Sequence[Tokens], new: Sequence[Tokens], pairs: Sequence[tuple[int, int]]) -> tuple[Home, Home]:
    """Old units with the new ones they became, one or more; and new units made of more than one old."""
    home: Home = {i: [] for i in range(len(old))} | {i: [j] for i, j in pairs}
    split = with_pieces(old, new, home, _free(len(new), home))
    back: Home = {j: [] for j in range(len(new))} | {p[0]: [i] for i, p in split.items() if len(p) == 1}
    for pieces in split.values():
        if len(pieces) > 1:
            for j in pieces:
                del back[j]
    alone = [i for i, pieces in split.items() if not pieces]
    gathered = with_pieces(new, old, back, alone)
    merged = {j: pieces for j, pieces in gathered.items() if len(pieces) > 1 or any(not split[i] for i in pieces)}
    gone = {i for pieces in merged.values() for i in pieces}
    return {i: pieces for i, pieces in split.items() if pieces and i not in gone}, merged


def _free(count: int, home: Home) -> list[int]:
    taken = {j for pieces in home.values() for j in pieces}
    return [j for j in range(count) if j not in taken]


def _group(whole: Side, part: Side, place: int, pieces: Sequence[int]) -> Group:
    """One unit of `whole` and its pieces: the words kept in one order, then those of pieces that stand elsewhere."""
    mine = whole.tokens[place]
    flat = [(j, t) for j in sorted(pieces) for t in range(len(part.tokens[j].spans))]
    code = "".join(part.tokens[j].code for j in sorted(pieces))
    solid = [at for at, (j, t) in enumerate(flat) if part.solid(j, t)]
    stays = list(kept(mine.code, mine.solid, code, solid))
    for j in pieces:
        stays += _elsewhere(mine, code, [at for at in solid if flat[at][0] == j], stays)
    return Group(
        old=(place,),
        new=tuple(sorted(pieces)),
        kept=tuple(sorted(((place, a), flat[b]) for a, b in stays)),
        coarse=too_long(len(mine.solid), len(solid)),
    )


def _elsewhere(mine: Tokens, code: str, piece: Sequence[int], stays: Sequence[tuple[int, int]]) -> Kept:
    """What a piece keeps of the words left over, where it stands out of order and so has kept less than half."""
    gone, taken = {a for a, _ in stays}, {b for _, b in stays}
    free = [b for b in piece if b not in taken]
    if 2 * len(free) <= len(piece):
        return ()
    found = kept(mine.code, [a for a in mine.solid if a not in gone], code, free)
    return tuple((a, b) for a, b in found if a not in gone and b not in taken)


def _with_moves(left: Side, made: Sequence[Group]) -> list[Group]:
    """Groups in the order of the old text, with those marked that stand out of order in the new."""
    ordered = sorted(made, key=lambda g: g.old[0])
    weights = [1 + sum(len(left.tokens[i].said) for i in g.old) for g in ordered]
    out_of_order = moved([g.new[0] for g in ordered], weights)
    return [msgspec.structs.replace(g, moved=at in out_of_order) for at, g in enumerate(ordered)]


def _alone(left: Side, right: Side, made: Sequence[Group]) -> list[Group]:
    old = {i for g in made for i in g.old}
    new = {j for g in made for j in g.new}
    gone = [Group(old=(i,), new=()) for i in range(len(left.units)) if i not in old]
    return gone + [Group(old=(), new=(j,)) for j in range(len(right.units)) if j not in new]
