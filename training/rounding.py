"""Rounding as the shipped form does it, with a slope of one, so that training can take it into account.

Straight-through: what is rounded goes forward, the gradient passes as if nothing were (Bengio and others 2013).
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.graph import BITS


def eight_bits(x: Tensor, inside: Tensor) -> Tensor:
    """Vectors [b, n, k] rounded to 256 values between a window's least and greatest; padding does not count."""
    with torch.no_grad():
        seen = x * inside
        low, high = seen.amin((1, 2), keepdim=True), seen.amax((1, 2), keepdim=True)
        step = (high.clamp(min=0) - low.clamp(max=0)).float().clamp(min=1e-8) / 255
        off = ((x / step).round() * step - x).to(x.dtype)
    return x + off


def seven_bits(weight: Tensor) -> Tensor:
    """Rounded to whole numbers of a scale of each row's own."""
    with torch.no_grad():
        step = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / BITS
        off = (weight / step).round() * step - weight
    return weight + off
