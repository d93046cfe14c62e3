"""A bargaining problem as an analyst has set it: issues with their options, parties, links, drafts to judge.

Numbers are exact rationals as they were written. What is not known is an interval, never a middle.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from nonpaper.errors import ProblemError

LIMIT = 1_000_000
"""Lines and options beyond this are refused before anything is computed."""


class Range(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A number known to lie between two others; a known number has both the same."""

    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ProblemError(f"the range {float(self.low):g} to {float(self.high):g} is backward")

    @property
    def known(self) -> bool:
        """Whether it is one number."""
        return self.low == self.high


def exactly(value: Fraction | int) -> Range:
    """The range that holds one number."""
    return Range(low=Fraction(value), high=Fraction(value))


class Issue(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One matter to be settled and its alternative wordings. `cost` is what changing it in a draft counts for."""

    name: str
    options: tuple[str, ...]
    topic: str | None = None
    cost: Fraction = Fraction(1)
    line: int | None = None


class Preference(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One party's preferences, additive over issues; all tuples follow the problem's issues.

    `values[k][o]` is the value of option `o` of issue `k`. `weights` is None where they are not known; then `order`
    may rank the issues in groups, most important first (None: nothing is known). `red_lines` are (issue, option) pairs
    it would never sign. `words[k][o]` is the word the analyst wrote in place of a number, if any.
    """

    name: str
    reservation: Range
    values: tuple[tuple[Range, ...], ...]
    weights: tuple[Fraction, ...] | None = None
    order: tuple[tuple[int, ...], ...] | None = None
    red_lines: tuple[tuple[int, int], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    line: int | None = None


class Link(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Where issue `when[0]` takes one of the options `when[1]`, issue `then[0]` must take one of `then[1]`."""

    when: tuple[int, tuple[int, ...]]
    then: tuple[int, tuple[int, ...]]
    why: str = ""
    line: int | None = None


class Proposal(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A draft to be judged: one option an issue."""

    name: str
    choices: tuple[int, ...]
    line: int | None = None


class Problem(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Everything that the analysis rests on. `file` and `digest` say what it was read from."""

    title: str
    author: str
    issues: tuple[Issue, ...]
    parties: tuple[Preference, ...]
    links: tuple[Link, ...] = ()
    drafts: tuple[Proposal, ...] = ()
    utility: str = ""
    date: str | None = None
    assumptions: tuple[str, ...] = ()
    file: str = ""
    digest: str = ""
