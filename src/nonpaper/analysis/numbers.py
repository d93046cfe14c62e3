"""Numbers as they are written: exact rationals, within reason."""

from __future__ import annotations

import re
from fractions import Fraction

from nonpaper.errors import ProblemError

_WRITTEN = re.compile(r"[+-]?\d{1,30}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,2})?")


def exact(written: str) -> Fraction:
    """The rational that a decimal means; ProblemError for what is no number or has absurdly many digits.

    >>> exact("0.1") + exact("0.2") == exact("0.3")
    True
    """
    plain = written.replace("_", "")
    if not _WRITTEN.fullmatch(plain):
        raise ProblemError(f"{written[:40]} is not a number that can be used; write a plain decimal")
    return Fraction(plain)


def shown(value: Fraction) -> str:
    """A number for people: as a decimal, at most six digits after the point.

    >>> shown(Fraction(3, 8)), shown(Fraction(1, 3)), shown(Fraction(2))
    ('0.375', '0.333333', '2')
    """
    text = f"{float(value):.6f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text
