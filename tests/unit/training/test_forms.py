"""The two published encoders, of random weights: what stands where, and that the larger one is shipped as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("torch", reason="training has an environment of its own (training/README.md)")

import numpy as np
import onnxruntime
import torch

from nonpaper.claims.attribution.encoder import FIRST, LAST
from training.export import write_terms
from training.forms import FARTHEST, LARGE, RANGES, SMALL, form_of, ranges, renamed
from training.network import Network, Plan

ROWS = 200


@pytest.fixture(scope="module")
def large() -> dict[str, torch.Tensor]:
    """An encoder of two layers of the larger kind, under the names that were published."""
    torch.manual_seed(3)
    norm, square = {"weight": (768,), "bias": (768,)}, {"weight": (768, 768), "bias": (768,)}
    parts = {f"attention.attn.{x}": square for x in "qkvo"} | {"attention.LayerNorm": norm, "output.LayerNorm": norm}
    parts |= {"intermediate.dense": {"weight": (3072, 768), "bias": (3072,)}}
    parts |= {"output.dense": {"weight": (768, 3072), "bias": (768,)}}
    shapes = {f"embeddings.LayerNorm.{part}": size for part, size in norm.items()}
    shapes |= {
        "embeddings.word_embeddings.weight": (ROWS + 4, 768),
        "embeddings.position_embeddings.weight": (514, 768),
    }
    shapes |= {"encoder.relative_attention_bias.weight": (RANGES, 12)}
    for i in range(2):
        for name, arrays in parts.items():
            shapes |= {f"encoder.layer.{i}.{name}.{part}": size for part, size in arrays.items()}
    return {name: torch.randn(*shape) * 0.05 + name.endswith("LayerNorm.weight") for name, shape in shapes.items()}


def test_an_encoder_tells_its_form_by_its_names(large, start):
    assert form_of(large) == form_of(renamed(large, (0,))) == LARGE
    assert form_of(start) == form_of(renamed(start, (0,))) == SMALL


def test_pieces_of_the_larger_one_stand_four_rows_further_on_and_places_two(large):
    found = renamed(large, (1,))
    theirs, places = large["embeddings.word_embeddings.weight"], large["embeddings.position_embeddings.weight"]
    assert torch.equal(found["word.weight"][7], theirs[11])
    assert torch.equal(found["word.weight"][[FIRST, LAST]], theirs[[0, 2]])
    assert torch.equal(found["pos.weight"], places[2:])


def test_a_network_takes_the_layers_that_its_plan_names(large):
    network = Network(large, Plan(layers=(1,), shared=1))
    wanted = large["encoder.layer.1.attention.attn.k.weight"]
    assert torch.equal(network.layers[0]["qkv"].weight[768 : 2 * 768], wanted)


def test_each_of_the_nearest_distances_is_a_range_of_its_own_and_the_farthest_are_one():
    found = ranges(300)
    behind, ahead = found[299::-1], found[299:]
    assert behind[:8].tolist() == list(range(8))
    assert (np.diff(behind) >= 0).all()
    assert set(behind[FARTHEST:].tolist()) == {RANGES // 2 - 1}
    assert (ahead[1:] == behind[1:] + RANGES // 2).all()


def test_what_is_shipped_of_the_larger_one_says_what_the_network_says(large, tmp_path: Path):
    torch.manual_seed(4)
    network = Network(large, Plan(layers=(0, 1), shared=2)).eval()
    network.near.weight.data *= 40
    write_terms({n: a.numpy() for n, a in network.state_dict().items()}, network.plan, tmp_path / "terms")
    session = onnxruntime.InferenceSession(str(tmp_path / "terms.onnx"))
    ids, shapes = torch.randint(ROWS, (1, 90)), torch.zeros(1, 90, dtype=torch.long)
    found = session.run(["term.vectors"], {"ids": ids.numpy(), "shapes": shapes.numpy()})[0]
    network.rounded = True
    assert _like(found, network, ids, shapes) > 0.99
    network.near.weight.data *= 0
    assert _like(found, network, ids, shapes) < 0.95, "what distance adds must be felt, or the above says nothing of it"


@torch.no_grad()
def _like(found: np.ndarray, network: Network, ids: torch.Tensor, shapes: torch.Tensor) -> float:
    vectors = network.for_terms(*network.shared(ids, shapes, torch.tensor([ids.shape[1]])))
    return torch.cosine_similarity(torch.from_numpy(found), vectors, dim=2).mean().item()
