"""What the words mean that an analyst may write in place of a value. The table is printed with every result."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from nonpaper.model.problem import Range, exactly


class Meaning(msgspec.Struct, frozen=True, kw_only=True):
    """What a word stands for: a range of values, whether the option is barred, and the sentence that says so."""

    value: Range
    barred: bool = False
    says: str


FULL = Range(low=Fraction(0), high=Fraction(1))
MEANINGS: dict[str, Meaning] = {
    "demand": Meaning(value=exactly(1), says="what the party asks for: value 1, the most this issue can give it"),
    "red line": Meaning(
        value=exactly(0), barred=True, says="the party would not sign this wording: value 0, in no package"
    ),
    "conditional": Meaning(
        value=FULL, says="acceptable on a condition, which a link states: value unknown, anything from 0 to 1"
    ),
    "indifferent": Meaning(
        value=exactly(1), says="the party has said that it does not mind: value 1, it costs nothing"
    ),
    "unknown": Meaning(value=FULL, says="nothing is known: anything from 0 to 1, never the middle"),
}
