"""What of a text survives copying: runs of words, single words, numbers and names. Quotations are left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

Hashes = NDArray[np.uint64]
Flags = NDArray[np.bool_]

RUN = 4
"""Words in a run; four in a row outside quotation marks seldom agree by chance."""
MOST = 50_000
"""Words of one report that are looked at."""
SAMPLE = 4
"""One run of words in four is looked up (0 mod p sampling, Manber 1994)."""
PERMUTATIONS, SEED = 96, 1
FEW = 5
"""A sketch of fewer features than this says nothing."""
_WORD = re.compile(r"(\d+(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\w+)")
# Two outlets that quote one speaker share his words without copying each other.
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"\n]*\"|「[^」]*」")
_OPENS = re.compile(r"[.!?。؟:\n•]\W*$")


class Features(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Hashes, 64 bits each: `words` in order; the rest sorted and distinct.

    `runs` are four words in a row, `content` longer words and numbers, `fixed` names and numbers (what rewording must
    leave), `numbers` the numbers alone. `sampled` are one run in four; `content_bands` and `fixed_bands` the bands of a
    sketch of each, of which two that are like have some in common. `whole` is equal where all words are.
    """

    words: Hashes
    runs: Hashes
    content: Hashes
    fixed: Hashes
    numbers: Hashes
    sampled: Hashes
    content_bands: Hashes
    fixed_bands: Hashes
    whole: bytes


@lru_cache(maxsize=20_000)  # in an open dossier the same reports are compared again when one is added
def features(text: str) -> Features:
    """The features of one text, not to be written in. Linear in its length; the first 50,000 words count."""
    words, names = _own_words(text)
    hashed, number, long = _known(words)
    name = np.array(names, np.bool_)
    runs = _distinct(_runs(hashed))
    content, fixed = _distinct(hashed[long | number]), _distinct(hashed[name | number])
    return Features(
        words=hashed,
        runs=runs,
        content=content,
        fixed=fixed,
        numbers=_distinct(hashed[number]),
        sampled=runs[runs % np.uint64(SAMPLE) == 0],
        content_bands=_bands(content, 4),
        fixed_bands=_bands(fixed, 6),
        whole=blake2b(hashed.tobytes(), digest_size=16).digest(),
    )


def _bands(values: Hashes, rows: int) -> Hashes:
    """A hash for every so many places of a MinHash sketch of features; none of few features, which say nothing.

    (Broder 1997; Leskovec, Rajaraman and Ullman, chapter 3.) Of rows of 4 and 6 half of the pairs of likeness 0.45 and
    0.63 have one in common, nearly all from 0.65 and 0.8 on.
    """
    if len(values) < FEW:
        return np.zeros(0, np.uint64)
    sketch = RMinHash(PERMUTATIONS, SEED)
    raw = values.tobytes()
    sketch.update([raw[at : at + 8] for at in range(0, len(raw), 8)])
    parts = np.array(sketch.digest(), np.uint64).reshape(-1, rows)
    factors = np.uint64(0x9E3779B97F4A7C15) ** np.arange(1, rows + 1, dtype=np.uint64)
    return _distinct(mixed((parts * factors).sum(axis=1, dtype=np.uint64) + np.arange(len(parts), dtype=np.uint64)))


def runs_in(text: str) -> Hashes:
    """The `runs` of `features` alone."""
    return _distinct(_runs(_known(_own_words(text)[0])[0]))


def _distinct(values: Hashes) -> Hashes:
    """As `np.unique`, which for some hundred values takes four times as long."""
    ordered = np.sort(values)
    return ordered[np.r_[True, ordered[1:] != ordered[:-1]]] if len(ordered) else ordered


def _known(words: Sequence[str]) -> tuple[Hashes, Flags, Flags]:
    """Of each word its hash, whether it is a number, and whether it is long."""
    hashed, number, long = zip(*map(_facts, words), strict=True) if words else ((), (), ())
    return np.array(hashed, np.uint64), np.array(number, np.bool_), np.array(long, np.bool_)


def _own_words(text: str) -> tuple[list[str], list[bool]]:
    """Words outside quotation marks, and whether each is a name; all words where hardly any are outside.

    A name is capitalised, and not because it opens a sentence.
    """
    bare = _QUOTED.sub(" ", text)
    pieces = _WORD.split(bare if len(bare) * 3 > len(text) else text)
    words = pieces[1::2][:MOST]
    opens = _OPENS.search
    return words, [word[0].isupper() and at > 0 and not opens(pieces[2 * at]) for at, word in enumerate(words)]


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
        return words[:0] if not len(words) else mixed(words.sum(keepdims=True, dtype=np.uint64))
    total = np.zeros(len(words) - RUN + 1, np.uint64)
    for place in range(RUN):
        total = total * np.uint64(0x9E3779B97F4A7C15) + words[place : len(words) - RUN + 1 + place]
    return mixed(total)


def mixed(values: Hashes) -> Hashes:
    """Bits stirred (Stafford's thirteenth variant), so that a sample by the lowest bits is a fair one."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))
