"""Ways to search precedents, on questions in other words than the provision that answers them; and the time it takes.

python -m eval.precedents
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from nonpaper.claims.attribution.encoder import encode_terms
from nonpaper.claims.attribution.pieces import to_pieces
from nonpaper.claims.shipped import shipped
from nonpaper.claims.topics import topic_of
from nonpaper.drafts.codes import proposed
from nonpaper.drafts.precedents import Query, build, search, understood
from nonpaper.model.precedent import Passage
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

HERE = Path(__file__).parent / "invented" / "provisions.toml"
Ranks = list[int]


def passages(entries: Sequence[dict[str, Any]]) -> list[Passage]:
    """The invented provisions as passages, with the codes that the rules propose."""
    return [_passage(place, entry["says"]) for place, entry in enumerate(entries)]


def _passage(place: int, says: str) -> Passage:
    found = topic_of(says)
    item = Provision(span=Span(0, len(says)), topic=found[0] if found else "other")
    return Passage(
        id=str(place),
        agreement="invented",
        where="provisions.toml",
        kind="provision",
        words=says,
        topic=item.topic,
        codes=tuple(f"{c.vocabulary} {c.code}" for c in proposed(item, says)),
    )


def vectors(texts: Sequence[str]) -> Any:
    """The mean of the shipped encoder's term vectors of each text, less their common mean, of length 1: [n, 384]."""
    model = shipped()
    network, tokenizer = model._terms, model._tokenizer  # noqa: SLF001 (a measurement of what is inside)
    seen = (encode_terms(network.graph, to_pieces(tokenizer, t)) for t in texts if network)
    rows = np.stack([np.concatenate([v.vectors for v in t.views]).mean(axis=0) for t in seen if t is not None])
    centred = rows - rows.mean(axis=0)
    return centred / np.linalg.norm(centred, axis=1, keepdims=True)


def ranks_by_words(listed: Sequence[Passage], asked: Sequence[str], parts: frozenset[str]) -> Ranks:
    """Place of the right passage in each answer, from 1; one more than all passages where it is not found."""
    index = build(listed)
    queries = [understood(a) for a in asked]
    kept = [
        Query(q.stems, q.topic if "topic" in parts else None, (), q.near if "codes" in parts else ()) for q in queries
    ]
    found = [search(index, q, most=len(listed)) for q in kept]
    return [_place([p.passage.id for p in answers], str(place), len(listed)) for place, answers in enumerate(found)]


def ranks_by_vectors(listed: Sequence[Passage], asked: Sequence[str], share: float) -> Ranks:
    """The same by nearness of vectors, with `share` of it beside the score by words and topic (each put on 0 to 1)."""
    n = len(listed)
    both = vectors([p.words for p in listed] + list(asked))
    near = (both[n:] @ both[:n].T + 1) / 2
    index = build(listed)
    out = []
    for place, question in enumerate(asked):
        score = share * near[place]
        for at, answer in enumerate(search(index, understood(question), most=n)):
            score[int(answer.passage.id)] += (1 - share) / (at + 1)
        out.append(_place([str(i) for i in np.argsort(-score, kind="stable")], str(place), n))
    return out


def _place(found: list[str], wanted: str, most: int) -> int:
    return found.index(wanted) + 1 if wanted in found else most + 1


def shown(name: str, ranks: Ranks) -> str:
    """One line: share found first, share among the first five, mean of 1 over the place."""
    first, five = (sum(r <= k for r in ranks) / len(ranks) for k in (1, 5))
    return f"{name:38} first {first:.2f}  among five {five:.2f}  MRR {sum(1 / r for r in ranks) / len(ranks):.2f}"


def timed(count: int = 10_000) -> tuple[float, float]:
    """Seconds to index so many provisions, and for the slowest of all questions."""
    entries = tomllib.loads(HERE.read_text("utf-8"))["provision"]
    many = [
        Passage(
            id=str(i), agreement="x", where="x", kind="provision", words=f"{entries[i % len(entries)]['says']} No. {i}"
        )
        for i in range(count)
    ]
    start = time.perf_counter()
    index = build(many)
    built, slowest = time.perf_counter() - start, 0.0
    for entry in entries:
        start = time.perf_counter()
        search(index, understood(entry["asks"]))
        slowest = max(slowest, time.perf_counter() - start)
    return built, slowest


def main() -> None:
    """Prints each way of searching, and the times."""
    entries = tomllib.loads(HERE.read_text("utf-8"))["provision"]
    listed, asked = passages(entries), [e["asks"] for e in entries]
    for name, parts in (
        ("BM25 over stems", ()),
        ("and topic", ("topic",)),
        ("and topic and codes (used)", ("topic", "codes")),
    ):
        print(shown(name, ranks_by_words(listed, asked, frozenset(parts))))
    print(shown("vectors of the shipped encoder alone", ranks_by_vectors(listed, asked, 1.0)))
    for share in (0.25, 0.5):
        print(shown(f"all that is used and {share:.0%} vectors", ranks_by_vectors(listed, asked, share)))
    built, slowest = timed()
    start = time.perf_counter()
    vectors(asked)
    each = (time.perf_counter() - start) / len(asked)
    print(f"vectors of 10,000 such texts would take {each * 10_000:.0f} s")
    print(f"10,000 provisions: indexed in {built:.1f} s, slowest of {len(asked)} questions {slowest * 1000:.0f} ms")


if __name__ == "__main__":
    main()
