"""What signs of a side count: weights that are planted are found again, in their order and with their signs."""

from __future__ import annotations

import numpy as np

from training import sides


def test_planted_weights_are_found_again() -> None:
    rng = np.random.default_rng(7)
    planted = np.linspace(-2, 2, len(sides.NAMES))
    choices = []
    for _ in range(400):
        signs = rng.normal(size=(5, len(planted)))
        signs[:-1, -1], signs[-1] = 0, np.eye(len(planted))[-1]
        odds = np.exp(signs @ planted)
        choices.append(sides.Choice(signs, int(rng.choice(5, p=odds / odds.sum())), 1.0))
    found = sides.fitted(choices)
    assert np.abs(found - planted).max() < 0.8
    assert np.corrcoef(found, planted)[0, 1] > 0.97
