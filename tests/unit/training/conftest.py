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


@pytest.fixture(scope="session")
def start():
    """A starting encoder of random weights under the names of the real one."""
    import torch

    torch.manual_seed(0)

    def some(*shape):
        return torch.randn(*shape) * 0.05

    emb = "embeddings."
    found = {emb + "word_embeddings.weight": some(WORDS, 384), emb + "position_embeddings.weight": some(512, 384)}
    found |= {emb + "token_type_embeddings.weight": some(2, 384)}
    found |= {emb + "LayerNorm.weight": torch.ones(384), emb + "LayerNorm.bias": torch.zeros(384)}
    for i in range(2):
        at = f"encoder.layer.{i}."
        for name, (rows, columns) in {
            "attention.self.query": (384, 384),
            "attention.self.key": (384, 384),
            "attention.self.value": (384, 384),
            "attention.output.dense": (384, 384),
            "intermediate.dense": (1536, 384),
            "output.dense": (384, 1536),
        }.items():
            found |= {f"{at}{name}.weight": some(rows, columns), f"{at}{name}.bias": torch.zeros(rows)}
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            found |= {f"{at}{name}.weight": torch.ones(384), f"{at}{name}.bias": torch.zeros(384)}
    return found


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
