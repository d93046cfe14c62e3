"""What of a text survives copying: runs of words, single words, numbers and names. Quotations are left out."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import blake2b

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
    folded = [_plain(word) for word, _ in found]
    hashed = np.fromiter((_hash(word) for word in folded), np.uint64, len(folded))
    number = np.fromiter((word.isdecimal() and len(word) > 1 for word in folded), np.bool_, len(folded))
    name = np.fromiter((word[:1].isupper() and not opens for word, opens in found), np.bool_, len(found))
    long = np.fromiter((len(word) > 3 for word in folded), np.bool_, len(folded))
    return Features(
        words=hashed,
        runs=np.unique(_runs(hashed)),
        content=np.unique(hashed[long | number]),
        fixed=np.unique(hashed[name | number]),
        numbers=np.unique(hashed[number]),
    )


def _own_words(text: str) -> list[tuple[str, bool]]:
    """Words outside quotation marks, each with whether it opens a sentence; all words where hardly any are outside."""
    bare = _QUOTED.sub(" ", text)
    bare = bare if len(bare) * 3 > len(text) else text
    out: list[tuple[str, bool]] = []
    last = 0
    for match in _WORD.finditer(bare):
        between = bare[last : match.start()]
        out.append((match.group(), last == 0 or _OPENS.search(between) is not None))
        last = match.end()
        if len(out) == MOST:
            break
    return out


def _plain(word: str) -> str:
    r"""A word without case, a number without the marks between its thousands.

    >>> _plain("60,000"), _plain("60\u00a0000"), _plain("Army")
    ('60000', '60000', 'army')
    """
    return re.sub(r"\D", "", word) if word[:1].isdecimal() and not word.isalnum() else word.casefold()


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "little")


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
