"""The shipped model: loaded once, at first use, from package data."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from contextvars import ContextVar
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from nonpaper.claims.attribution.decode import attributions
from nonpaper.claims.attribution.encoder import encode
from nonpaper.claims.attribution.linker import Weights
from nonpaper.claims.attribution.pieces import Pieces, StandIn, portions, to_pieces
from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.errors import WeightsError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

THREADS: ContextVar[int] = ContextVar("THREADS", default=2)
"""Threads of one session; more gain little on windows of this size."""


class AttributionModel:
    """Encoder, linkers and tokeniser from one folder; about 0.3 s to load, 130 MB resident."""

    def __init__(self, folder: Path) -> None:
        try:
            self._session = _session(folder / "attribution.onnx")
            self._tokenizer = _tokenizer(folder / "tokenizer.json")
            with np.load(folder / "linkers.npz") as stored:
                self._weights: Weights = {name: stored[name].astype(np.float32) for name in stored.files}
        except Exception as error:
            raise WeightsError(f"the reader's weights in {folder} cannot be loaded: {error}; install again") from error

    def find(self, text: str, names: Sequence[StandIn] = ()) -> tuple[RawAttribution, ...]:
        """Every attribution in `text`, in text order; O(characters). `names` are read as what stands in for them."""
        pieces = to_pieces(self._tokenizer, text, names)
        return tuple(found for part in portions(pieces) for found in self._find(part))

    def _find(self, pieces: Pieces) -> tuple[RawAttribution, ...]:
        tags, vectors = encode(self._session, pieces)
        return attributions(pieces, tags, vectors, self._weights)


def find_attributions(text: str, names: Sequence[StandIn] = ()) -> tuple[RawAttribution, ...]:
    """Every attribution in `text` by the shipped model; WeightsError where that is missing or damaged."""
    return shipped().find(text, names)


@functools.cache
def shipped() -> AttributionModel:
    """The model that comes with the package."""
    return AttributionModel(Path(str(files("nonpaper.claims") / "weights")))


def checksum() -> str:
    """SHA-256 of the shipped encoder, as its list of checksums has it; empty where there is none."""
    listed = files("nonpaper.claims") / "weights" / "SHA256SUMS"
    lines = listed.read_text("utf-8").splitlines() if listed.is_file() else []
    return next((line.split()[0] for line in lines if line.endswith("attribution.onnx")), "")


def _session(path: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS.get()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
