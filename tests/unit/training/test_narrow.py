"""What is left of a network that is made narrower: the best that is left, in the forms that are kept and shipped."""

from __future__ import annotations

import copy
import itertools

import pytest

pytest.importorskip("torch", reason="training has an environment of its own (training/README.md)")

import numpy as np
import torch

from nonpaper.claims.attribution.encoder import WANTED, places
from training.export import write
from training.felt import MOST, felt
from training.forms import SMALL
from training.losses import through
from training.narrow import Moments, Size, fitted, narrow
from training.network import Network, Plan
from training.spliced import Stretch, spliced
from training.states import kept, loaded

SIZES = [Size(3, 1472), Size(11, 1536)]
OWN = [Size(10, 1472)]
"""Few rounds of leaving out: each takes an inverse of a matrix of 1,536."""


def distance(found, aim, inside):
    """Mean squared difference of vectors in shares of their variance, padding aside."""
    rows = inside.squeeze(2)
    return float(((found - aim)[rows] ** 2).sum() / ((aim[rows] - aim[rows].mean(0)) ** 2).sum())


def error(given, wanted, kept, weight, bias):
    return float(((given[:, kept] @ weight.T + bias - wanted) ** 2).sum())


def moments(given, wanted):
    """In two parts, as windows come in several."""
    found = Moments()
    for part in (slice(0, 70), slice(70, None)):
        found.add(given[part], wanted[part], torch.ones(len(given[part])))
    return found


EVEN = torch.eye(3)


def test_the_column_that_goes_is_the_one_that_costs_least():
    """Against every choice of one group to leave out, each solved by itself."""
    torch.manual_seed(0)
    given = torch.randn(200, 8) @ torch.randn(8, 8)
    wanted = given @ torch.randn(8, 3) + 2
    groups = torch.arange(8).view(4, 2)
    found = error(given, wanted, *fitted(moments(given, wanted), groups, 3, EVEN))
    ones = torch.ones(200, 1)
    costs = []
    for left in itertools.combinations(range(4), 3):
        some = torch.cat([given[:, groups[list(left)].flatten()], ones], 1)
        costs.append(float(((some @ torch.linalg.lstsq(some, wanted).solution - wanted) ** 2).sum()))
    assert found == pytest.approx(min(costs), rel=1e-3)


def test_what_can_be_made_good_is():
    """A column that is the sum of others can go and nothing is lost."""
    torch.manual_seed(0)
    apart = torch.randn(300, 5)
    given = torch.cat([apart, apart.sum(1, keepdim=True)], 1)
    wanted = given @ torch.randn(6, 4)
    assert error(given, wanted, *fitted(moments(given, wanted), torch.arange(6).unsqueeze(1), 5, torch.eye(4))) < 1e-3


def test_a_row_weighs_as_often_as_it_is_given():
    torch.manual_seed(0)
    given, wanted = torch.randn(50, 4), torch.randn(50, 3)
    often = torch.randint(1, 4, (50,))
    once, again = Moments(), Moments()
    once.add(given, wanted, often.float())
    again.add(given.repeat_interleave(often, 0), wanted.repeat_interleave(often, 0), torch.ones(int(often.sum())))
    for one, other in zip(once.centred(), again.centred(), strict=True):
        assert torch.allclose(one, other, atol=1e-5)


def test_the_metric_says_which_column_costs():
    """Two columns, each of one direction: that of the direction nothing depends on goes, however large it is."""
    torch.manual_seed(0)
    given = torch.randn(300, 2)
    wanted = given * torch.tensor([1.0, 5.0])
    for root, left in ((torch.eye(2), 1), (torch.diag(torch.tensor([1.0, 0.01])), 0)):
        kept, _, _ = fitted(moments(given, wanted), torch.arange(2).unsqueeze(1), 1, root)
        assert kept.tolist() == [left]


@pytest.fixture(scope="module")
def many():
    """Windows of invented pieces: more pieces than a layer has columns, or a fit could be exact."""
    drawn = torch.Generator().manual_seed(2)
    ids, shapes = (torch.randint(0, top, (32, 80), generator=drawn) for top in (2000, 6))
    return {"ids": ids, "shapes": shapes, "size": torch.randint(60, 81, (32,), generator=drawn)}


@pytest.fixture(scope="module")
def once(start, many):
    torch.manual_seed(1)
    found = Network(start, Plan(layers=(0, 1), shared=1))
    narrow(found, many, SIZES, OWN, felt(found, many))
    return found


@pytest.fixture
def narrowed(once):
    return copy.deepcopy(once)


def test_a_narrow_network_gives_nearly_the_same_vectors(network, narrowed, many):
    """Of attribution and of terms; layers are as narrow as was asked."""
    with torch.no_grad():
        known, found = (through(n.eval(), many) for n in (network, narrowed))
        for branch in ("for_attribution", "for_terms"):
            aim, near = getattr(network, branch)(*known), getattr(narrowed, branch)(*found)
            assert distance(near, aim, known[1]) < 0.5
    assert narrowed.layers[0]["qkv"].weight.shape == (3 * 3 * 32, 384)
    assert narrowed.own[0]["down"].weight.shape == (384, 1472)


def test_what_is_said_is_felt_where_it_comes_from(network, many):
    """All sums of both branches; a weight is one on average; padding is felt nowhere beyond the even part."""
    found = felt(copy.deepcopy(network), many)
    assert set(found) == {f"{layer}.{norm}" for layer in ("layers.0", "layers.1", "own.0") for norm in ("n1", "n2")}
    inside = torch.arange(80)[None] < many["size"][:, None]
    for weight, root in found.values():
        assert root.shape == (SMALL.width, SMALL.width)
        assert 0.8 < weight[inside].mean() < 1.001
        assert weight.max() <= MOST
        assert weight[~inside].max() < weight[inside].mean()


def test_spliced_windows_go_on_where_the_same_piece_stands(many):
    """Each two neighbours stood beside each other somewhere, with their shapes; some windows are as they were."""
    found = spliced((many, many), (8, 4), seed=3, length=64)
    assert found["ids"].shape == (12, 64)
    of = Stretch(many)
    pairs = set(zip(of.keys.tolist(), of.keys[1:].tolist(), strict=False))
    for ids, shapes in zip(found["ids"], found["shapes"], strict=True):
        keys = (ids[1:-1] << 6 | shapes[1:-1]).tolist()
        assert set(itertools.pairwise(keys)) <= pairs
    again = spliced((many, many), (8, 4), seed=3, length=64)
    assert torch.equal(found["ids"], again["ids"])


def test_a_text_shorter_than_a_window_goes_round(many):
    short = {name: array[:1] for name, array in many.items()}
    found = spliced((short,), (4,), seed=3, length=200)
    assert found["ids"].shape == (4, 200)
    assert set(found["ids"][:, 1:-1].flatten().tolist()) <= set(short["ids"].flatten().tolist())


def test_all_heads_and_neurons_kept_is_the_same_network(network, many):
    found = copy.deepcopy(network)
    narrow(found, many, [Size(12, 1536)] * 2, [Size(12, 1536)], felt(found, many))
    with torch.no_grad():
        known, again = (through(n.eval(), many) for n in (network, found))
        aim = network.for_attribution(*known)
        assert distance(found.for_attribution(*again), aim, known[1]) < 0.02


def test_it_is_kept_and_shipped_as_it_is(narrowed, start, tmp_path):
    """From a file and from the shipped form the same sizes come back; the runtime gives what the network does."""
    import onnxruntime

    narrowed.eval()
    kept(narrowed, tmp_path / "n.pt")
    again = loaded(start, tmp_path / "n.pt").state_dict()
    assert all(torch.equal(again[name], array) for name, array in narrowed.state_dict().items())
    write({n: a.numpy() for n, a in narrowed.state_dict().items()}, narrowed.plan, tmp_path / "encoder")
    shipped = loaded(start, tmp_path / "encoder.onnx")
    assert [tuple(p.shape) for p in shipped.parameters()] == [tuple(p.shape) for p in narrowed.parameters()]
    assert shipped.plan == narrowed.plan
    ids, shapes = torch.randint(1000, 2000, (1, 300)), torch.randint(0, 6, (1, 300))  # several blocks
    session = onnxruntime.InferenceSession(str(tmp_path / "encoder.onnx"))
    given = {"ids": ids.numpy(), "shapes": shapes.numpy(), **places(300), WANTED: np.array(True)}
    _, vectors, _, for_terms = session.run(None, given)
    narrowed.rounded = True
    with torch.no_grad():
        shared = through(narrowed, {"ids": ids, "shapes": shapes, "size": torch.tensor([300])})
        known = (narrowed.for_attribution(*shared), narrowed.for_terms(*shared))
    for shown, wanted in zip((vectors, for_terms), known, strict=True):
        assert np.abs(shown - wanted.numpy()).mean() < 0.04 * wanted.abs().mean()
