"""A tiny invented set for the trainer; without torch, which only training needs, its tests say so and are skipped."""

from __future__ import annotations

import pytest

TEXT = (
    "The bridge at Ostrel will stay shut, the harbour master said.\n\n"
    'Lenth\'s envoy told reporters: "We will pay." Kordavia has denied it. '
    "Aides believe that the ferry runs again in May."
)
PARTS = (
    ("the harbour master", "said", "The bridge at Ostrel will stay shut"),
    ("Lenth's envoy", "told reporters", "We will pay."),
    ("Kordavia", "has denied", "it"),
    ("Aides", "believe", "the ferry runs again in May"),
)
MARKED = (
    "# parties: Kordavia Kordavian Kordavians Marask | Lenth Lenthian Lenthians Ivelle\n\n"
    "The <p withdrawal draft must>plan would have <o>Lenth</o> leave the ford</p> "
    "<c precondition>once Kordavia opens its dams</c>.\n\n"
    '<s rejects force_limits self of="Lenth"><w>Ivelle</w> will not accept a ceiling</s>, an aide said.\n'
)

WORDS = 2000


def record(name: str) -> dict:
    def at(words: str) -> list[list[int]]:
        start = TEXT.index(words)
        return [[start, start + len(words)]]

    attributions = [dict(zip(("source", "cue", "content"), map(at, parts), strict=True)) for parts in PARTS]
    return {"doc_id": name, "text": TEXT, "attributions": attributions}


@pytest.fixture(scope="session")
def tokenizer():
    from importlib.resources import files
    from pathlib import Path

    from training.corpus import tokenizer_of

    return tokenizer_of(Path(str(files("nonpaper.claims") / "weights")))


@pytest.fixture(scope="session")
def tiny(tokenizer, tmp_path_factory):
    """Both tables of the invented set, in windows of 96 pieces' room."""
    import json
    import random

    from training.text import Texts, texts

    folder = tmp_path_factory.mktemp("texts")
    (folder / "read.jsonl").write_text("".join(json.dumps(record(f"d{i}")) + "\n" for i in range(3)), "utf-8")
    (folder / "own").mkdir()
    (folder / "own" / "one.txt").write_text(MARKED, "utf-8")
    random.seed(1)
    found = texts([folder / "read.jsonl"], [folder / "own"], tokenizer, ways=1, stride=256)
    return Texts(*({n: shortened(n, a, 96) for n, a in t.items()} for t in found))


def shortened(name, array, length):
    """Room for fewer pieces, since the texts are short, and for fewer words, so that a step is quick."""
    array = array[..., :length] if name in {"ids", "shapes", "roles", "rows"} else array
    return array % WORDS if name == "ids" else array


def starting_shapes():
    """Arrays of a starting encoder of two layers, under the names of the real one."""
    norm = {"weight": (384,), "bias": (384,)}
    square, wide, narrow = ({"weight": s, "bias": s[:1]} for s in ((384, 384), (1536, 384), (384, 1536)))
    parts = {f"attention.self.{x}": square for x in ("query", "key", "value")} | {"attention.output.dense": square}
    parts |= {"intermediate.dense": wide, "output.dense": narrow}
    parts |= {"attention.output.LayerNorm": norm, "output.LayerNorm": norm}
    tables = {"word_embeddings": WORDS, "position_embeddings": 512, "token_type_embeddings": 2}
    shapes = {f"embeddings.{name}.weight": (rows, 384) for name, rows in tables.items()}
    shapes |= {f"embeddings.LayerNorm.{part}": size for part, size in norm.items()}
    for i in range(2):
        for name, arrays in parts.items():
            shapes |= {f"encoder.layer.{i}.{name}.{part}": size for part, size in arrays.items()}
    return shapes


@pytest.fixture(scope="session")
def shapes():
    return starting_shapes()


@pytest.fixture(scope="session")
def start(shapes):
    """A starting encoder of random weights under the names of the real one."""
    import torch

    torch.manual_seed(0)
    return {name: torch.randn(*shape) * 0.05 + name.endswith("LayerNorm.weight") for name, shape in shapes.items()}


@pytest.fixture
def network(start):
    import torch

    from training.network import Network, Plan

    torch.manual_seed(1)
    return Network(start, Plan(layers=(0, 1), shared=1))


@pytest.fixture(scope="session")
def invented():
    """The record that the tables are made of, and its attributions in words (source, cue, content)."""
    return record("d0"), set(PARTS)
