"""Rounding as the shipped form does it, with a slope of one, so that training can take it into account.

Straight-through: what is rounded goes forward, the gradient passes as if nothing were (Bengio and others 2013).
Where nought lies is a float on purpose: whole numbers are checked by the library, for which it waits for the device.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from training.graph import BITS


def product(linear: nn.Module, x: Tensor, inside: Tensor) -> Tensor:
    """A product as the shipped form rounds it: weights to seven bits, what it takes to eight."""
    return F.linear(eight_bits(x, inside), seven_bits(linear.weight), linear.bias)


def eight_bits(x: Tensor, inside: Tensor) -> Tensor:
    """Vectors [b, n, k] rounded to 256 values between a window's least and greatest; padding does not count.

    What products take here has values on both sides of nought, so that the range always has nought in it.
    """
    with torch.no_grad():
        low, high = torch.aminmax((x * inside).float().flatten(1), dim=1)
        step = (high - low).clamp(min=1e-8) / 255
        zero = (low / -step).round()
    return torch.fake_quantize_per_channel_affine(x.float(), step, zero, 0, 0, 255)


def seven_bits(weight: Tensor) -> Tensor:
    """Rounded to whole numbers of a scale of each row's own."""
    with torch.no_grad():
        step = weight.abs().amax(1).clamp(min=1e-8) / BITS
    return torch.fake_quantize_per_channel_affine(weight, step, torch.zeros_like(step), 0, -BITS, BITS)
