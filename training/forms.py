"""The two published encoders that a network may start from: their sizes, and their weights under its own names."""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from nonpaper.claims.attribution.encoder import FIRST, LAST

WORDS = 30_522
"""Pieces of the tokeniser that ships, which is that of both encoders."""
PLACES = 512
RANGES, FARTHEST = 32, 128
"""Ranges of distance, half of them to each side, and the distance from which on all are one."""


class Form(NamedTuple):
    """Width of a vector, of a layer's inner one and of a head; what norms add; whether scores depend on distance."""

    width: int
    inner: int
    head: int
    adds: float
    ranged: bool = False


SMALL = Form(384, 1536, 32, 1e-12)
"""all-MiniLM-L6-v2."""
LARGE = Form(768, 3072, 64, 1e-5, ranged=True)
"""all-mpnet-base-v2; each head adds a weight of its own for each range of distance, the same in all layers."""


def form_of(names: Container[str]) -> Form:
    """The form of a network by the names of its weights, its own or those that were published."""
    return LARGE if "near.weight" in names or f"{_RANGED}.weight" in names else SMALL


_RANGED = "encoder.relative_attention_bias"
_SMALL_PARTS = {"o": "attention.output.dense", "n1": "attention.output.LayerNorm"}
_LARGE_PARTS = {"o": "attention.attn.o", "n1": "attention.LayerNorm"}
_PARTS = {"up": "intermediate.dense", "down": "output.dense", "n2": "output.LayerNorm"}


def renamed(published: Mapping[str, Tensor], layers: tuple[int, ...]) -> dict[str, Tensor]:
    """Weights of a published encoder under the names of the network that takes these of its layers."""
    ranged = form_of(published).ranged
    given = {name: array.float() for name, array in published.items()}
    at = "attention.attn.{}" if ranged else "attention.self.{}"
    heads = [at.format(x) for x in (("q", "k", "v") if ranged else ("query", "key", "value"))]
    found = _large_tables(given) if ranged else _small_tables(given)
    for part in ("weight", "bias"):
        found[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
        for to, i in enumerate(layers):
            of = f"encoder.layer.{i}."
            found[f"layers.{to}.qkv.{part}"] = torch.cat([given[f"{of}{name}.{part}"] for name in heads])
            for name, theirs in ((_LARGE_PARTS if ranged else _SMALL_PARTS) | _PARTS).items():
                found[f"layers.{to}.{name}.{part}"] = given[f"{of}{theirs}.{part}"]
    return found


def _small_tables(given: Mapping[str, Tensor]) -> dict[str, Tensor]:
    kind = given["embeddings.token_type_embeddings.weight"][0]
    places = given["embeddings.position_embeddings.weight"] + kind
    return {"word.weight": given["embeddings.word_embeddings.weight"], "pos.weight": places}


def _large_tables(given: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Its pieces stand four rows further on, after marks of its own; its places begin at its row 2."""
    theirs = given["embeddings.word_embeddings.weight"]
    words = theirs[4 : WORDS + 4].clone()
    words[FIRST], words[LAST], words[0] = theirs[0], theirs[2], 0
    places = given["embeddings.position_embeddings.weight"][2 : PLACES + 2]
    return {"word.weight": words, "pos.weight": places, "near.weight": given[f"{_RANGED}.weight"]}


def ranges(n: int) -> NDArray[np.int64]:
    """The range of each distance from -(n - 1) to n - 1 [2n - 1]: one for each to 7, then ever wider ones.

    As in Raffel and others, JMLR 2020, for both directions.
    """
    off = np.arange(1 - n, n)
    half, single = RANGES // 2, RANGES // 4
    size = np.abs(off)
    wider = np.log(np.maximum(size, 1) / single) / np.log(FARTHEST / single) * (half - single)
    found = np.where(size < single, size, np.minimum(single + wider.astype(np.int64), half - 1))
    return (off > 0) * half + found
