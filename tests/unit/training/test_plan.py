"""Plans of training: what may stand in them, and one carried out from texts to weights that the program reads."""

from __future__ import annotations

import argparse
from importlib.resources import files
from pathlib import Path

import msgspec
import numpy as np
import pytest

pytest.importorskip("torch", reason="training has an environment of its own (training/README.md)")

import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file

from training import text
from training.export import write, write_roles, write_terms
from training.losses import MARKED, SAID
from training.network import PLANS, Network, Plan
from training.plan import Phase, Work, carry_out, loss_for, read_plan
from training.recover import recovered
from training.rounding import eight_bits, seven_bits
from training.states import loaded

FOLDER = Path(__file__).parents[3] / "training" / "plans"
PLAN = """
[[phase]]
name = "a1"
apart = [0]
steps = 2
batch = [2, 1]
[[phase]]
name = "a2"
goes_on = "a1"
seed = 2
steps = 2
batch = [2, 1]
[[phase]]
name = "a"
learns = "mean"
of = ["a1", "a2"]
[[phase]]
name = "t"
learns = "terms"
goes_on = "a"
stays = true
anew = true
steps = 2
batch = [2, 1]
[[phase]]
name = "all"
learns = "both"
of = ["a1", "a2", "t"]
share = 0.7
steps = 2
rounded_from = 0.5
batch = [2, 1]
"""
NARROW = """
[[phase]]
name = "a"
steps = 1
batch = [1, 1]
[[phase]]
name = "narrow"
learns = "narrow"
goes_on = "a"
sizes = [[11, 1472], [12, 1536], [12, 1472]]
batch = [2, 1]
"""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda p: p.stem)
def test_plans_can_be_read(path):
    assert read_plan(path).phase


def test_a_plan_that_needs_what_is_not_made_is_refused(tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text('[[phase]]\nname = "a"\nof = ["b"]\n', "utf-8")
    with pytest.raises(SystemExit, match="needs b"):
        read_plan(path)
    path.write_text('[[phase]]\nname = "a"\nspeed = 3\n', "utf-8")
    with pytest.raises(msgspec.ValidationError, match="speed"):
        read_plan(path)


@pytest.fixture
def work(tiny, start, tmp_path, monkeypatch):
    monkeypatch.setitem(PLANS, "whole", Plan(layers=(0, 1), shared=1))
    save_file({n: a.contiguous() for n, a in start.items()}, tmp_path / "model.safetensors")
    text.save(tiny, tmp_path / "texts.npz")
    options = argparse.Namespace(
        out=tmp_path, shipped=tmp_path, device="cpu", low=False, texts=tmp_path / "texts.npz", encoder=tmp_path
    )
    return Work(options)


def test_a_plan_is_carried_out_and_not_again(work, tmp_path, capsys):
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    plan = read_plan(path)
    carry_out(plan, work, 1e9)
    nets = {p.name: torch.load(tmp_path / f"{p.name}.pt", weights_only=True)["net"] for p in plan.phase}
    mean = (nets["a1"]["tag.weight"] + nets["a2"]["tag.weight"]) / 2
    assert torch.allclose(nets["a"]["tag.weight"], mean)
    assert torch.equal(nets["a"]["layers.1.up.weight"], nets["t"]["layers.1.up.weight"])
    assert not torch.equal(nets["a"]["layers.1.up.weight"], nets["t"]["own.0.up.weight"])
    capsys.readouterr()
    carry_out(plan, work, 1e9)
    assert capsys.readouterr().out == ""
    (tmp_path / "a1.pt").unlink()
    torch.manual_seed(99)
    carry_out(plan, work, 1e9)
    again = torch.load(tmp_path / "a1.pt", weights_only=True)["net"]
    assert all(torch.equal(again[name], nets["a1"][name]) for name in again)


def test_some_phases_alone_are_carried_out_where_what_they_go_on_from_is_there(work, tmp_path):
    path = tmp_path / "plan.toml"
    path.write_text(PLAN, "utf-8")
    plan = read_plan(path)
    with pytest.raises(SystemExit, match="lacks a1, which"):
        carry_out(plan, work, 1e9, ["a2"])
    with pytest.raises(SystemExit, match="has no phase b; it has a1, a2"):
        carry_out(plan, work, 1e9, ["b"])
    carry_out(plan, work, 1e9, ["a1"])
    carry_out(plan, work, 1e9, ["a2"])
    assert sorted(p.name for p in tmp_path.glob("*.pt")) == ["a1.pt", "a2.pt"]


def test_a_network_is_made_narrow_from_an_earlier_one(work, tmp_path):
    """Layers are fitted, heads and tables stay; another time it comes out the same."""
    path = tmp_path / "plan.toml"
    path.write_text(NARROW, "utf-8")
    plan = read_plan(path)
    carry_out(plan, work, 1e9)
    nets = {p.name: torch.load(tmp_path / f"{p.name}.pt", weights_only=True)["net"] for p in plan.phase}
    assert nets["narrow"]["layers.0.qkv.weight"].shape == (11 * 32 * 3, 384)

    same = {n.split(".")[0] for n in nets["a"] if torch.equal(nets["a"][n], nets["narrow"][n])}
    assert {"word", "tag", "child", "act_item"} <= same
    assert not any(
        torch.equal(nets["a"][n], nets["narrow"][n]) for n in nets["a"] if n.endswith(("o.weight", "down.weight"))
    )
    (tmp_path / "narrow.pt").unlink()
    carry_out(plan, work, 1e9)
    again = torch.load(tmp_path / "narrow.pt", weights_only=True)["net"]
    assert all(torch.equal(again[n], nets["narrow"][n]) for n in again)


def test_texts_are_kept_as_they_were(tiny, tmp_path):
    text.save(tiny, tmp_path / "texts.npz")
    for one, other in zip(tiny, text.load(tmp_path / "texts.npz"), strict=True):
        assert list(one) == list(other)
        assert all(torch.equal(one[name], other[name]) for name in one)


def test_what_is_exported_is_what_was_trained(network: Network, start, tmp_path):
    """The shipped form against the network rounded as it is shipped; read back, it is exported to the same bytes."""
    import onnxruntime

    network.eval()
    network.rounded = True
    state = {n: a.numpy() for n, a in network.state_dict().items()}
    write(state, network.plan, tmp_path / "encoder")
    ids, shapes = torch.randint(1000, 2000, (1, 40)), torch.randint(0, 6, (1, 40))
    session = onnxruntime.InferenceSession(str(tmp_path / "encoder.onnx"))
    given = {"ids": ids.numpy(), "shapes": shapes.numpy(), "term.wanted": np.array(True)}
    tags, vectors, rows, _ = session.run(None, given)
    with torch.no_grad():
        shared = network.shared(ids, shapes, torch.tensor([40]))
        hidden = network.for_attribution(*shared)
        known = (network.tags(hidden, shared[1]), hidden, network.rows(network.for_terms(*shared), shared[1]))
    for shown, wanted in zip((tags, vectors, rows), known, strict=True):
        assert np.abs(shown - wanted.numpy()).mean() < 0.04 * wanted.abs().mean()
    again = {n: a.numpy() for n, a in recovered(tmp_path / "encoder.onnx").items()}
    assert set(again) == set(state)
    assert loaded(start, tmp_path / "encoder.onnx").plan == network.plan
    (tmp_path / "again").mkdir()
    write(again, network.plan, tmp_path / "again" / "encoder")
    assert (tmp_path / "again" / "encoder.onnx").read_bytes() == (tmp_path / "encoder.onnx").read_bytes()


@pytest.mark.parametrize("blocks", [False, True])
def test_the_program_reads_what_is_exported(start, tmp_path, monkeypatch, blocks):
    from nonpaper.claims.shipped import OWN, ReaderModel

    monkeypatch.setattr("nonpaper.claims.shipped.BRANCH", OWN)  # else the branch is less believed

    network = Network(start | {"embeddings.word_embeddings.weight": torch.zeros(30522, 384)}, Plan((0,), 1, blocks))
    state = {n: a.detach().numpy() for n, a in network.state_dict().items()}
    shipped = Path(str(files("nonpaper.claims") / "weights"))
    (tmp_path / "tokenizer.json").write_bytes((shipped / "tokenizer.json").read_bytes())
    said = "The bridge will stay shut, the harbour master said."
    write(state, network.plan, tmp_path / "narrow")
    write_roles(state, network.plan, tmp_path / "encoder")
    write_terms(state, network.plan, tmp_path / "terms")
    assert ReaderModel(tmp_path).see(said) == ReaderModel(tmp_path, "narrow", terms=None).see(said)


def test_training_goes_on_from_what_ships_for_who_said_what(network: Network, start, tmp_path):
    """Its layers, tags and links come back; terms' heads, which it has not, are there to be trained."""
    write_roles({n: a.detach().numpy() for n, a in network.state_dict().items()}, network.plan, tmp_path / "encoder")
    found, known = loaded(start, tmp_path / "encoder.onnx").state_dict(), network.state_dict()
    for name in ("layers.1.up.weight", "tag.weight", "child.0.0.weight"):
        assert torch.allclose(found[name], known[name], atol=1e-2)
    assert found["kind.p.0.weight"].shape == known["kind.p.0.weight"].shape


def test_an_encoder_of_their_own_says_of_terms_what_the_branch_says(network: Network, tmp_path):
    """The same network exported as one with two branches and as one for terms alone: the same scores and heads."""
    import onnxruntime

    state = {n: a.detach().numpy() for n, a in network.state_dict().items()}
    write(state, network.plan, tmp_path / "encoder")
    write_terms(state, network.plan, tmp_path / "terms")
    ids, shapes = torch.randint(1000, 2000, (1, 40)).numpy(), torch.randint(0, 6, (1, 40)).numpy()
    both, alone = (onnxruntime.InferenceSession(str(tmp_path / f"{n}.onnx")) for n in ("encoder", "terms"))
    branch = both.run(None, {"ids": ids, "shapes": shapes, "term.wanted": np.array(True)})[2:]
    for shown, wanted in zip(alone.run(None, {"ids": ids, "shapes": shapes}), branch, strict=True):
        assert np.array_equal(shown, wanted)
    with np.load(tmp_path / "encoder.npz") as heads, np.load(tmp_path / "terms.npz") as own:
        assert all(np.array_equal(heads[name], own[name]) for name in own.files)
        assert {name.split(".")[0] for name in own.files} >= {"kind", "codes", "act_item", "held_child", "tied_child"}


@pytest.mark.parametrize("learns", ["attribution", "terms", "both"])
@pytest.mark.parametrize("rounded", [False, True])
def test_a_step_never_looks_into_a_tensor(learns, rounded, tiny, shapes):
    """So that a device need not be waited for and a step can be one graph: it runs on tensors without values too."""
    from torch._subclasses.fake_tensor import FakeTensorMode

    with FakeTensorMode():
        network = Network({name: torch.empty(shape) for name, shape in shapes.items()}, Plan((0, 1), 1))
        network.rounded = rounded
        tables = {"attribution": tiny[:1], "terms": tiny[1:], "both": tiny}[learns]
        names = {"attribution": SAID, "terms": MARKED, "both": (*SAID, *MARKED)}[learns]
        batches = [{n: torch.empty((2, *a.shape[1:]), dtype=a.dtype) for n, a in t.items()} for t in tables]
        loss = loss_for(Phase(name="x", learns=learns, share=0.5), names)(network, batches)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)


def test_rounding_asks_for_no_check_of_values(monkeypatch):
    """The library checks whole numbers by reading them from the device."""
    asked = []
    real = torch.fake_quantize_per_channel_affine
    monkeypatch.setattr(
        torch, "fake_quantize_per_channel_affine", lambda *a: asked.append(a[2].is_floating_point()) or real(*a)
    )
    eight_bits(torch.randn(2, 5, 4), torch.ones(2, 5, 1))
    seven_bits(torch.randn(3, 4))
    assert asked == [True, True]


@settings(max_examples=30)
@given(st.integers(0, 10**6))
def test_rounding_is_near_and_on_few_values(seed):
    torch.manual_seed(seed)
    x, inside = torch.randn(2, 7, 16), (torch.arange(7) < 5).view(1, 7, 1).expand(2, 7, 1)
    rounded = eight_bits(x, inside)
    for row in range(2):
        kept = x[row, :5]
        step = (kept.max() - kept.min()) / 255
        assert (rounded[row, :5] - kept).abs().max() <= step * 1.001
        assert len((rounded[row, :5] / step).round().unique()) <= 256
    weight = torch.randn(6, 16)
    whole = seven_bits(weight) * 63 / weight.abs().amax(1, keepdim=True)
    assert torch.allclose(whole, whole.round(), atol=1e-3)
    assert whole.abs().max() <= 63.001


def test_a_step_that_looked_would_be_seen():
    from torch._subclasses.fake_tensor import DataDependentOutputException, FakeTensorMode

    with FakeTensorMode(), pytest.raises(DataDependentOutputException):
        float(torch.empty(()))
