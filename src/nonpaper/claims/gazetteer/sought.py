"""What is sought in a text: a pattern, and the words without which it cannot match, since most texts hold none of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from nonpaper.text.places import NONE, places


class Sought(msgspec.Struct, frozen=True):
    """A pattern that begins with one of some folded words, `first`, or, if `named`, with a capital.

    It cannot match without one of `nouns`, as they are written, and one of `words`, folded; empty ones ask for nothing.
    """

    pattern: re.Pattern[str]
    first: frozenset[str] = NONE
    named: bool = False
    nouns: frozenset[str] = NONE
    words: frozenset[str] = NONE


def found(text: str, sought: Sought) -> Iterator[re.Match[str]]:
    """The matches of one pattern; none where the text lacks all that it needs."""
    seen = places(text)
    if (not sought.nouns or seen.holds(sought.nouns)) and (not sought.words or seen.has(sought.words)):
        yield from seen.found(sought.pattern, sought.first, named=sought.named)


def as_written(nouns: Iterable[str]) -> frozenset[str]:
    """The first words of some nouns, as they are written.

    >>> sorted(as_written(["Liberation Army", "Front"]))
    ['Front', 'Liberation']
    """
    return frozenset(noun.split()[0] for noun in nouns)
