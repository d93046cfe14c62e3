"""Conditions over options: `accept and not (strike or press)`, `pull_back if guarantee`, or in numbers, `-1 & 3`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_

import numpy as np
from numpy.typing import NDArray

from nonpaper.model.scenario import All, AnyOf, Condition, Iff, Not, Taken

Truth = NDArray[np.bool_]

LONGEST = 2_000
DEEPEST = 40
_TOKEN = re.compile(r"""\s*(?:(\()|(\))|([&|!¬-])|"([^"]*)"|'([^']*)'|(\w+)|(\S))""")
_SIGNS = {"&": "and", "|": "or", "-": "not", "!": "not", "¬": "not"}
_WORDS = frozenset({"and", "or", "not", "if", "iff"})


class ConditionError(ValueError):
    """A condition that cannot be read: what is wrong and what to do, in one sentence."""


def parse(text: str, keys: Sequence[str]) -> Condition:
    """The condition in `text`; options are named by key, or by number from 1. Loosest first: iff, if, or, and, not.

    >>> parse("not strike", ["strike"])
    Not(of=Taken(option=0))
    """
    if len(text) > LONGEST:
        raise ConditionError(f"is longer than {LONGEST} characters; split it")
    reader = _Reader(_tokens(text), list(keys))
    found = reader.iff(0)
    if reader.rest:
        raise ConditionError(f'has "{reader.rest[0][1]}" where it should end; join parts with and, or, if, iff')
    return found


def _tokens(text: str) -> list[tuple[str, str]]:
    found = []
    for m in _TOKEN.finditer(text):
        opening, closing, sign, double, single, word, other = m.groups()
        quoted = double if double is not None else single
        if other:
            raise ConditionError(f'has "{other}", which is no part of a condition')
        if quoted is not None:
            found.append(("name", quoted))
        elif word and word.lower() in _WORDS:
            found.append((word.lower(), word))
        elif word:
            found.append(("name", word))
        elif sign:
            found.append((_SIGNS[sign], sign))
        else:
            found.append((opening or closing, opening or closing))
    return found


class _Reader:
    """Reads tokens from the left by recursive descent."""

    def __init__(self, tokens: list[tuple[str, str]], keys: list[str]) -> None:
        self.rest, self.keys = tokens, keys

    def iff(self, depth: int) -> Condition:
        left = self.given(depth)
        while self._take("iff"):
            left = Iff(left, self.given(depth))
        return left

    def given(self, depth: int) -> Condition:
        left = self._joined("or", AnyOf, lambda d: self._joined("and", All, self.one, d), depth)
        while self._take("if"):
            cause = self._joined("or", AnyOf, lambda d: self._joined("and", All, self.one, d), depth)
            left = AnyOf((left, Not(cause)))
        return left

    def _joined(self, word: str, make: type[All | AnyOf], part: Callable[[int], Condition], depth: int) -> Condition:
        parts = [part(depth)]
        while self._take(word):
            parts.append(part(depth))
        return parts[0] if len(parts) == 1 else make(tuple(parts))

    def one(self, depth: int) -> Condition:
        if depth > DEEPEST:
            raise ConditionError("is nested too deep; split it")
        if self._take("not"):
            return Not(self.one(depth + 1))
        if self._take("("):
            inner = self.iff(depth + 1)
            if not self._take(")"):
                raise ConditionError('has an open "("; close it')
            return inner
        if not self.rest or self.rest[0][0] != "name":
            raise ConditionError(
                "lacks an option's name" + (f' before "{self.rest[0][1]}"' if self.rest else " at the end")
            )
        return Taken(self._option(self.rest.pop(0)[1]))

    def _option(self, name: str) -> int:
        if name in self.keys:
            return self.keys.index(name)
        if name.isascii() and name.isdigit() and 1 <= int(name[:6]) <= len(self.keys):
            return int(name) - 1
        raise ConditionError(f'names "{name}", which is no option; the options are {", ".join(self.keys)}')

    def _take(self, kind: str) -> bool:
        if self.rest and self.rest[0][0] == kind:
            self.rest.pop(0)
            return True
        return False


def truth(condition: Condition, taken: Callable[[int], Truth]) -> Truth:
    """Where the condition holds, one flag a state; `taken` gives the flags of one option."""
    match condition:
        case Taken(option):
            return taken(option)
        case Not(of):
            return ~truth(of, taken)
        case Iff(left, right):
            return ~(truth(left, taken) ^ truth(right, taken))
        case All(of):
            return reduce(and_, [truth(part, taken) for part in of])
        case AnyOf(of):
            return reduce(or_, [truth(part, taken) for part in of])
