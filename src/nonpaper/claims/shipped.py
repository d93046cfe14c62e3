"""The shipped models: each loaded once, at first use, from package data."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
import numpy as np
from msgspec.structs import replace

from nonpaper.claims.attribution.decode import attributions
from nonpaper.claims.attribution.encoder import encode, encode_terms, everywhere, nowhere
from nonpaper.claims.attribution.linker import LINKS, Weights
from nonpaper.claims.attribution.pieces import Pieces, StandIn, portions, to_pieces
from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.terms.decode import terms_of
from nonpaper.claims.terms.records import Heads
from nonpaper.errors import WeightsError
from nonpaper.model.span import Span
from nonpaper.text.words import whole

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Wanted = Callable[[int, int], bool]
Size = Literal["whole", "narrow"]
"""Which encoder: the whole one, or the one made narrower, which takes half of its time and finds a little less."""

THREADS: ContextVar[int] = ContextVar("THREADS", default=2)
"""Threads of one session at most; more gain little on windows of this size."""


SURER = 1.8
"""Power at which the branch's sureness is as often right as that of the encoder which terms have to themselves."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What the model sees in one text: who said what, and the stretches that look like terms and stances."""

    attributions: tuple[RawAttribution, ...] = ()
    heads: Heads = Heads()


class ReaderModel:
    """Its encoders with their heads and a tokeniser, from one folder; about 0.4 s to load, 160 MB resident.

    `encoder` is another file in that folder, with the same heads. `terms` names an encoder that terms and stances have to
    themselves, with heads of its own; where there is none, or none is named, they are read by a branch of the first, which
    is SURER than it is right.
    """

    def __init__(self, folder: Path, encoder: str = "encoder.onnx", terms: str | None = "terms") -> None:
        try:
            apart = terms is not None and (folder / f"{terms}.onnx").is_file()
            self._session = _session(folder / encoder)
            self._terms = _session(folder / f"{terms}.onnx") if apart else None
            self._tokenizer = _tokenizer(folder / "tokenizer.json")
            self._weights = _heads(folder / "heads.npz", LINKS if apart else EVERY)
            self._term_weights = _heads(folder / f"{terms}.npz") if apart else self._weights
            self._surer = 1.0 if apart else SURER
        except Exception as error:
            raise WeightsError(f"the reader's weights in {folder} cannot be loaded: {error}; install again") from error

    def see(self, text: str, names: Sequence[StandIn] = (), wanted: Wanted = everywhere) -> Seen:
        """All that the model finds in `text`, in text order; O(characters). `names` are read as what stands in for them.

        `wanted` tells of a stretch of characters whether terms and stances are looked for in it.
        """
        parts = [self._see(part, wanted) for part in portions(to_pieces(self._tokenizer, text, names))]
        return Seen(
            attributions=tuple(a for part in parts for a in part.attributions),
            heads=Heads(
                terms=tuple(t for part in parts for t in part.heads.terms),
                stances=tuple(s for part in parts for s in part.heads.stances),
            ),
        )

    def _see(self, pieces: Pieces, wanted: Wanted) -> Seen:
        roles, terms = encode(self._session, pieces, nowhere if self._terms else wanted)
        if self._terms:
            terms = encode_terms(self._terms, pieces, wanted)
        return Seen(
            attributions=attributions(pieces, roles, self._weights),
            heads=terms_of(pieces, terms, self._term_weights, self._surer) if terms is not None else Heads(),
        )


def below_head(seen: Seen, head: Sequence[Span]) -> Seen:
    """What is seen outside the lines of a report's head ("Title: …"); O(found), since a head has few lines."""
    if not head:
        return seen
    edge = head[-1].end

    def below(at: int) -> bool:
        return at >= edge or not any(line.start <= at < line.end for line in head)

    heads = Heads(
        terms=tuple(t for t in seen.heads.terms if below(t.span.start)),
        stances=tuple(s for s in seen.heads.stances if below(s.span.start)),
    )
    told = (a for a in seen.attributions if all(below(at) for at, _ in (*a.source, *a.cue, *a.content)))
    return Seen(attributions=tuple(told), heads=heads)


def in_words(seen: Seen, text: str) -> Seen:
    """What is seen, with the spans of terms and stances widened to whole words; O(found)."""
    terms = tuple(replace(t, span=whole(text, t.span)) for t in seen.heads.terms)
    stances = tuple(replace(s, span=whole(text, s.span)) for s in seen.heads.stances)
    return replace(seen, heads=Heads(terms=terms, stances=stances))


def see(text: str, names: Sequence[StandIn] = (), wanted: Wanted = everywhere) -> Seen:
    """What the shipped model sees in `text`; WeightsError where that is missing or damaged."""
    return shipped().see(text, names, wanted)


def see_quickly(text: str, names: Sequence[StandIn] = (), wanted: Wanted = everywhere) -> Seen:
    """The same of the narrower model."""
    return shipped("narrow").see(text, names, wanted)


@functools.cache
def shipped(size: Size = "whole") -> ReaderModel:
    """One of the two models that come with the package."""
    folder = Path(str(files("nonpaper.claims") / "weights"))
    return ReaderModel(folder) if size == "whole" else ReaderModel(folder, "narrow.onnx", terms=None)


def checksum() -> str:
    """SHA-256 of the list of checksums of all that is shipped, which changes with each of them; empty where there is none."""
    listed = files("nonpaper.claims") / "weights" / "SHA256SUMS"
    return hashlib.sha256(listed.read_bytes()).hexdigest() if listed.is_file() else ""


def _session(path: Path) -> InferenceSession:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = min(THREADS.get(), _cores())
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # The graph is shipped as it should run; fusing its residuals with its normalisations would cost a tenth of the speed.
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


EVERY = ("",)
"""What every name begins with."""


def _heads(path: Path, named: tuple[str, ...] = EVERY) -> Weights:
    """Weights whose names begin so: unpacking those that nobody asks for would cost a twentieth of a short call."""
    with np.load(path) as stored:
        return {name: stored[name].astype(np.float32) for name in stored.files if name.startswith(named)}


def _cores() -> int:
    """Cores that this process may run on: on one, a second thread only costs a seventh of the speed."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
