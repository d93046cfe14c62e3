"""Small numbers in words."""

from __future__ import annotations

_FIRST = """zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: at for at, word in enumerate(_FIRST.split())} | {
    word: 10 * at for at, word in enumerate(_TENS.split(), start=2)
}
"""The words of zero to nineteen and of the tens to ninety; "twenty-two" is two of them."""
