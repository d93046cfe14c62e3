"""The shipped models: each loaded once, at first use, from package data."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable, Sequence
from contextvars import ContextVar
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec
import numpy as np
from msgspec.structs import replace

from nonpaper.claims.attribution.decode import LEAN, Lean, attributions
from nonpaper.claims.attribution.encoder import encode, encode_roles, encode_terms, everywhere
from nonpaper.claims.attribution.linker import Weights
from nonpaper.claims.attribution.pieces import Pieces, StandIn, portions, to_pieces
from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.terms.decode import Belief, terms_of
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


OWN, BRANCH = Belief(), Belief(terms=1.8, stances=1.8)
"""At which what the encoder that terms have to themselves is sure of, and what the branch is, is as often right."""
FARTHER: Lean = (1.5, 1.5, 1.0)
"""How far the tags of a network with a branch lean to finding: one made narrower sees fainter (training/NOTES.md)."""


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """What the model sees in one text: who said what, and the stretches that look like terms and stances."""

    attributions: tuple[RawAttribution, ...] = ()
    heads: Heads = Heads()


class ReaderModel:
    """Its encoders with their heads and a tokeniser, from one folder; about 0.4 s to load, 160 MB resident.

    `encoder` names the network that finds who said what, `terms` the one that terms and stances have to themselves; where
    none is named, a branch of the first reads them, which is surer than it is right.
    """

    def __init__(self, folder: Path, encoder: str = "encoder", terms: str | None = "terms") -> None:
        try:
            self._said = _network(folder / encoder)
            self._terms = _network(folder / terms) if terms else None
            self._tokenizer = _tokenizer(folder / "tokenizer.json")
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
        if self._terms is None:
            roles, terms = encode(self._said.graph, pieces, wanted)
            of_terms, belief, lean = self._said.heads, BRANCH, FARTHER
        else:
            roles, terms = encode_roles(self._said.graph, pieces), encode_terms(self._terms.graph, pieces, wanted)
            of_terms, belief, lean = self._terms.heads, OWN, LEAN
        return Seen(
            attributions=attributions(pieces, roles, self._said.heads, lean),
            heads=terms_of(pieces, terms, of_terms, belief) if terms is not None else Heads(),
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
    return ReaderModel(folder) if size == "whole" else ReaderModel(folder, "narrow", terms=None)


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


class _Network(NamedTuple):
    graph: InferenceSession
    heads: Weights


def _network(named: Path) -> _Network:
    """A graph and its heads, by the name that their files share."""
    with np.load(named.with_suffix(".npz")) as stored:
        heads = {name: stored[name].astype(np.float32) for name in stored.files}
    return _Network(_session(named.with_suffix(".onnx")), heads)


def _cores() -> int:
    """Cores that this process may run on: on one, a second thread only costs a seventh of the speed."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _tokenizer(path: Path) -> Tokenizer:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
