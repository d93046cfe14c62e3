"""PolNeAR articles as pieces, role labels and attributions in piece positions."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from nonpaper.claims.attribution.pieces import BREAK_ID, Pieces, to_pieces
from nonpaper.claims.page import page_of, stand_ins

if TYPE_CHECKING:
    from training.terms import Terms

ROLES = ("source", "cue", "content")
Place = tuple[int, int]
Window = tuple[int, int, int]


class Article(NamedTuple):
    """One article: its pieces, labels [3, n] (O, B, I for each role; None where not marked), attributions by role,
    and terms (None where not marked).
    """

    pieces: Pieces
    labels: NDArray[np.int64] | None
    attributions: list[dict[str, list[Place]]]
    terms: Terms | None = None


def tokenizer_of(folder: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def load(path: Path, tokenizer: Tokenizer, stood_in: bool) -> list[Article]:
    """Articles of one file; `stood_in` reads one word for all states, as the program does."""
    with path.open(encoding="utf-8") as lines:
        return [article(json.loads(line), tokenizer, stood_in) for line in lines]


def article(record: dict, tokenizer: Tokenizer, stood_in: bool) -> Article:
    names = stand_ins(page_of(record["text"])) if stood_in else ()
    pieces = to_pieces(tokenizer, record["text"], names)
    labels = np.zeros((3, len(pieces)), np.int64)
    found = []
    for attribution in record["attributions"]:
        places = {role: [p for s, e in attribution[role] if (p := place(pieces, s, e))] for role in ROLES}
        found.append(places)
        for row, role in enumerate(ROLES):
            for first, last in places[role]:
                labels[row, first], labels[row, first + 1 : last + 1] = 1, 2
    return Article(pieces, labels, found)


def place(pieces: Pieces, start: int, end: int) -> Place | None:
    """First and last piece of a character interval, paragraph marks at its ends left out."""
    first = int(np.searchsorted(pieces.ends, start, side="right"))
    last = int(np.searchsorted(pieces.starts, end)) - 1
    while first <= last and pieces.ids[first] == BREAK_ID:
        first += 1
    while last >= first and pieces.ids[last] == BREAK_ID:
        last -= 1
    return (first, last) if first <= last else None


def windows(articles: list[Article], width: int, stride: int) -> list[Window]:
    """Windows (article, start, end) from a random offset, so that each epoch cuts elsewhere."""
    out: list[Window] = []
    for which, article in enumerate(articles):
        n = len(article.pieces)
        if n <= width:
            out.append((which, 0, n))
            continue
        at = -random.randrange(stride)
        while True:
            start, end = max(at, 0), min(at + width, n)
            if end - start >= 32:
                out.append((which, start, end))
            if end >= n:
                break
            at += stride
    return out


class Links(NamedTuple):
    """What is linked in one window: candidates, and for each child those (or none, the last) that are right."""

    cues: list[Place]
    sources: list[Place]
    content_to_cue: dict[Place, set[int]]
    cue_to_source: dict[Place, set[int]]


def links(articles: list[Article], window: Window) -> Links:
    """Links whose both ends lie in the window; a child whose parent was cut off is left out."""
    which, start, end = window

    def inside(places: list[Place]) -> list[Place]:
        return [(i - start + 1, j - start + 1) for i, j in places if start <= i and j < end]

    cut = [{role: inside(a[role]) for role in ROLES} for a in articles[which].attributions]
    cues = list(dict.fromkeys(c["cue"][0] for c in cut if c["cue"]))
    sources = list(dict.fromkeys(c["source"][0] for c in cut if c["source"]))
    to_cue: dict[Place, set[int]] = {}
    to_source: dict[Place, set[int]] = {}
    for whole, part in zip(articles[which].attributions, cut, strict=True):
        cue, source = part["cue"][:1], part["source"][:1]
        if cue or not whole["cue"]:
            for content in part["content"]:
                to_cue.setdefault(content, set()).add(cues.index(cue[0]) if cue else len(cues))
        if source or not whole["source"]:
            for child in cue:
                to_source.setdefault(child, set()).add(sources.index(source[0]) if source else len(sources))
    return Links(cues, sources, to_cue, to_source)
