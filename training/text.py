"""What is trained on: PolNeAR's articles, plain and with names stood in for, and the text written here; as tables."""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer

from training.corpus import Article, Window, article, tokenizer_of
from training.marked import Example, read_all
from training.tables import LENGTH, Sizes, Table, room_for, table_of
from training.terms import packed

HELD_OUT = "heldout"
"""Files in a folder of this name are not trained on."""
FOLDS = 6
"""Parts of PolNeAR's articles, all versions of one article in one part, of which a teacher may be kept from some."""


class Texts(NamedTuple):
    """`read`: windows of PolNeAR; `own`: windows of what is written here. Of several ways of cutting them each."""

    read: Table
    own: Table


def texts(polnear: Sequence[Path], written: Sequence[Path], tokenizer: Tokenizer, ways: int, stride: int) -> Texts:
    """Everything that is trained on, cut and put together in `ways` ways."""
    records = [json.loads(line) for path in polnear for line in path.read_text("utf-8").splitlines()]
    pairs = [(article(r, tokenizer, stood_in=False), article(r, tokenizer, stood_in=True)) for r in records]
    folds = [zlib.crc32(r["doc_id"].encode()) % FOLDS for r in records]
    read = [random.choice(pair) for _ in range(ways) for pair in pairs]
    cut_read = windows(read, LENGTH - 2, stride)  # before the rest: what is written then changes nothing in it
    own = [a for _ in range(ways) for group in examples(written) for a in packed(group, tokenizer, LENGTH - 2)]
    cut_own = windows(own, LENGTH - 2, stride)
    rooms = [room_for(found, cut) for found, cut in ((read, cut_read), (own, cut_own)) if cut]
    room = Sizes(*(max(4, *counts) for counts in zip(*rooms, strict=True)))
    return Texts(
        table_of(read, cut_read, folds * ways, room) if read else {},
        table_of(own, cut_own, [-1] * len(own), room) if own else {},
    )


def examples(folders: Sequence[Path]) -> list[list[Example]]:
    """The examples of each file that is trained on; a fault in one stops the training."""
    paths = [p for folder in folders for p in sorted(folder.rglob("*.txt")) if HELD_OUT not in p.parts]
    files = [list(read_all([path])) for path in paths]
    if faults := [e for group in files for e in group if not isinstance(e, Example)]:
        raise SystemExit(str(faults[0]))
    return [[e for e in group if isinstance(e, Example)] for group in files]


def windows(articles: Sequence[Article], width: int, stride: int) -> list[Window]:
    """Windows (article, start, end) from a random offset: all full but where an article is shorter than one."""
    out: list[Window] = []
    for which, one in enumerate(articles):
        n, at, end = len(one.pieces), -random.randrange(stride), 0
        while end < n:
            start = max(0, min(at, n - width))
            end = min(start + width, n)
            if (which, start, end) not in out[-1:]:
                out.append((which, start, end))
            at += stride
    return out


def save(found: Texts, path: Path) -> None:
    """Both tables in one compressed file, which stands there only when whole: making it takes minutes."""
    arrays = {f"{name}/{key}": a.numpy() for name, t in found._asdict().items() for key, a in t.items()}
    aside = path.with_suffix(".new")
    with aside.open("wb") as file:
        np.savez_compressed(file, **arrays)
    aside.replace(path)


def load(path: Path) -> Texts:
    tables: dict[str, Table] = {"read": {}, "own": {}}
    with np.load(path) as stored:
        for name in stored.files:
            which, key = name.split("/")
            tables[which][key] = torch.from_numpy(stored[name])
    return Texts(**tables)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--polnear", type=Path, nargs="*", default=[], help="PolNeAR's train.jsonl, train.multi.jsonl")
    parser.add_argument("--written", type=Path, nargs="*", default=[], help="folders of marked sentences and articles")
    parser.add_argument("--encoder", type=Path, required=True, help="folder with tokenizer.json")
    parser.add_argument("--ways", type=int, default=12, help="so often is each text cut, anew each time")
    parser.add_argument("--stride", type=int, default=256)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    random.seed(options.seed)
    found = texts(options.polnear, options.written, tokenizer_of(options.encoder), options.ways, options.stride)
    save(found, options.out)
    for name, table in found._asdict().items():
        shown = {key: tuple(a.shape) for key, a in table.items()}
        print(f"{name}: {shown}")
    print(f"{options.out}: {options.out.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    main()
