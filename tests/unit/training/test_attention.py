"""Attention in bfloat16 with its own backward pass, and what is left out at random, against plain definitions."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="training has an environment of its own (training/README.md)")

import torch

from training.forms import SMALL
from training.network import Dropout, attended, in_blocks

HEADS = 3


def plainly(qkv, sizes):
    """What each piece takes from all others, written out window by window in double precision."""
    rows = []
    for window, size in zip(qkv, sizes, strict=True):
        q, k, v = window.view(len(window), 3, HEADS, SMALL.head).permute(1, 2, 0, 3)
        shares = (q @ k[:, :size].transpose(1, 2) / SMALL.head**0.5).softmax(2)
        rows.append((shares @ v[:, :size]).transpose(0, 1).flatten(1))
    return torch.stack(rows)


def inside_of(sizes, n):
    return torch.stack([torch.arange(n) < size for size in sizes]).unsqueeze(2)


def apart(found, wanted):
    """How far off, as a part of what is wanted."""
    return float((found.detach().double() - wanted.detach()).norm() / wanted.detach().norm())


@pytest.mark.parametrize("seed", range(5))
def test_attention_and_its_gradients_are_the_plain_ones(seed):
    drawn = torch.Generator().manual_seed(seed)
    sizes = [40, 1, *torch.randint(2, 40, (3,), generator=drawn).tolist()]
    qkv = torch.randn(5, 40, 3 * HEADS * SMALL.head, generator=drawn).bfloat16()
    wanted = torch.randn(5, 40, HEADS * SMALL.head, generator=drawn)
    exact, low = qkv.double().requires_grad_(), qkv.clone().requires_grad_()
    right, found = plainly(exact, sizes), attended(low, inside_of(sizes, 40))
    right.backward(wanted.double())
    found.backward(wanted.bfloat16())
    assert apart(found, right) < 0.01
    assert apart(low.grad, exact.grad) < 0.02


def test_padding_has_no_gradient_as_a_key_or_a_value():
    qkv = torch.randn(2, 16, 3 * HEADS * SMALL.head).bfloat16().requires_grad_()
    attended(qkv, inside_of([16, 7], 16)).float().square().sum().backward()
    _, for_k, for_v = qkv.grad[1, 7:].view(9, 3, -1).unbind(1)
    assert not for_k.any()
    assert not for_v.any()


def test_a_tenth_is_left_out_and_the_rest_makes_up_for_it():
    torch.manual_seed(3)
    found = Dropout().train()(torch.ones(50, 8, 101))
    assert found.unique().tolist() == pytest.approx([0.0, 256 / 230])
    assert abs(float((found == 0).float().mean()) - 0.1) < 0.01
    each = found.flatten().view(-1, 8)
    assert (each.eq(0).float().mean(0) - 0.1).abs().max() < 0.02  # all eight bytes of a drawn number, the last too


def test_nothing_is_left_out_of_what_is_read():
    x = torch.randn(4, 5)
    assert torch.equal(Dropout().eval()(x), x)


def test_by_blocks_a_piece_takes_only_from_those_near_it():
    """What stands far away may change as it likes; without padding, and with it."""
    qkv, sizes = torch.randn(2, 384, 3 * HEADS * SMALL.head), [384, 300]
    inside = inside_of(sizes, 384)
    far = qkv.clone()
    far[:, 200:-1] += 1
    far[1, 299] = qkv[1, 299]
    found, after = (attended(x, inside, in_blocks(inside)) for x in (qkv, far))
    assert torch.equal(found[:, :75], after[:, :75])
    assert not torch.equal(found[0, 130], after[0, 130])
    assert not torch.equal(attended(qkv, inside)[:, :75], found[:, :75])
