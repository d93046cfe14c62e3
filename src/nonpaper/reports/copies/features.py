"""What of a text survives copying: runs of words, single words, numbers and names. Quotations are left out."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]

RUN = 4
"""Words in a run; four in a row outside quotation marks seldom agree by chance."""
MOST = 50_000
"""Words of one report that are looked at."""
_WORD = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\w+")
# Two outlets that quote one speaker share his words without copying each other.
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"\n]*\"|「[^」]*」")
_OPENS = re.compile(r"[.!?。؟:\n•]\W*$")


class Features(msgspec.Struct, frozen=True, kw_only=True):
    """Hashes, 64 bits each: `words` in order; the rest sorted and distinct.

    `runs` are four words in a row, `content` longer words and numbers, `fixed` names and numbers (what rewording must
    leave), `numbers` the numbers alone.
    """

    words: Hashes
    runs: Hashes
    content: Hashes
    fixed: Hashes
    numbers: Hashes


def features(text: str) -> Features:
    """The features of one text. Linear in its length; the first 50,000 words count."""
    found = _own_words(text)
    facts = [_facts(word) for word, _ in found]
    hashed = np.array([fact.hash for fact in facts], np.uint64)
    number = np.array([fact.number for fact in facts], np.bool_)
    name = np.array([name for _, name in found], np.bool_)
    long = np.array([fact.long for fact in facts], np.bool_)
    return Features(
        words=hashed,
        runs=np.unique(_runs(hashed)),
        content=np.unique(hashed[long | number]),
        fixed=np.unique(hashed[name | number]),
        numbers=np.unique(hashed[number]),
    )


def runs_in(text: str) -> Hashes:
    """The `runs` of `features` alone."""
    return np.unique(_runs(np.array([_facts(word).hash for word, _ in _own_words(text)], np.uint64)))


def _own_words(text: str) -> list[tuple[str, bool]]:
    """Words outside quotation marks, each with whether it is a name; all words where hardly any are outside.

    A name is capitalised, and not because it opens a sentence.
    """
    bare = _QUOTED.sub(" ", text)
    bare = bare if len(bare) * 3 > len(text) else text
    out: list[tuple[str, bool]] = []
    last = 0
    for match in _WORD.finditer(bare):
        word, start = match.group(), match.start()
        out.append((word, word[0].isupper() and last > 0 and not _OPENS.search(bare[last:start])))
        last = match.end()
        if len(out) == MOST:
            break
    return out


def _plain(word: str) -> str:
    r"""A word without case, a number without the marks between its thousands.

    >>> _plain("60,000"), _plain("60\u00a0000"), _plain("Army")
    ('60000', '60000', 'army')
    """
    return word.casefold() if word.isalnum() or not word[0].isdecimal() else re.sub(r"\D", "", word)


class _Fact(NamedTuple):
    """What a word is, wherever it stands."""

    hash: int
    number: bool
    long: bool


@lru_cache(maxsize=1 << 18)
def _facts(word: str) -> _Fact:
    plain = _plain(word)
    hashed = int.from_bytes(blake2b(plain.encode("utf-8", "replace"), digest_size=8).digest(), "little")
    return _Fact(hashed, plain.isdecimal() and len(plain) > 1, len(plain) > 3)


def _runs(words: Hashes) -> Hashes:
    """A hash for each run of four words; of a shorter text one for the whole."""
    if len(words) < RUN:
        return words[:0] if not len(words) else _mixed(words.sum(keepdims=True, dtype=np.uint64))
    total = np.zeros(len(words) - RUN + 1, np.uint64)
    for place in range(RUN):
        total = total * np.uint64(0x9E3779B97F4A7C15) + words[place : len(words) - RUN + 1 + place]
    return _mixed(total)


def _mixed(values: Hashes) -> Hashes:
    """Bits stirred (Stafford's thirteenth variant), so that a sample by the lowest bits is a fair one."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
