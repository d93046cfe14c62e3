"""An inverted index of passages with BM25 weights (Robertson and Zaragoza 2009)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nonpaper.drafts.precedents.stems import stems
from nonpaper.model.precedent import Passage

K1, B = 1.2, 0.75
"""Saturation of a word's repetition, and how far a passage's length counts; the values the literature starts from."""
Places = NDArray[np.int64]
Weights = NDArray[np.float64]


class Index(NamedTuple):
    """Passages, and for each stem, topic and code the passages that have it. Built once, searched often."""

    passages: Sequence[Passage]
    words: Mapping[str, tuple[Places, Weights]]
    topics: Mapping[str, Places]
    codes: Mapping[str, Places]


def build(passages: Iterable[Passage]) -> Index:
    """The index; linear in the words of all passages."""
    listed = tuple(passages)
    counted = [Counter(stems(p.words)) for p in listed]
    lengths = np.array([sum(c.values()) for c in counted], dtype=np.float64)
    mean = float(lengths.mean()) if listed and lengths.any() else 1.0
    postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for place, counts in enumerate(counted):
        for stem, times in counts.items():
            postings[stem].append((place, times))
    return Index(
        passages=listed,
        words={stem: _weighted(found, lengths, mean) for stem, found in postings.items()},
        topics=_places((p.topic,) if p.topic else () for p in listed),
        codes=_places((c.casefold() for c in p.codes) for p in listed),
    )


def _weighted(found: list[tuple[int, int]], lengths: Weights, mean: float) -> tuple[Places, Weights]:
    places = np.array([place for place, _ in found], dtype=np.int64)
    times = np.array([count for _, count in found], dtype=np.float64)
    rare = np.log(1 + (len(lengths) - len(found) + 0.5) / (len(found) + 0.5))
    return places, rare * times * (K1 + 1) / (times + K1 * (1 - B + B * lengths[places] / mean))


def _places(keys: Iterable[Iterable[str]]) -> dict[str, Places]:
    found: dict[str, list[int]] = defaultdict(list)
    for place, own in enumerate(keys):
        for key in own:
            found[key].append(place)
    return {key: np.array(places, dtype=np.int64) for key, places in found.items()}
