"""What an analysis asks of the states and moves of a model, however they are held."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.int32]
Flags = NDArray[np.bool_]
Places = NDArray[np.int64]

LOW, HIGH = np.iinfo(np.int32).min, np.iinfo(np.int32).max


class Space(Protocol):
    """States by place, 0 to `size` - 1, and the moves among the feasible ones.

    Values are one number a state. A state may count itself among the states it reaches: each caller compares with the
    state's own value, which makes that harmless.
    """

    size: int
    feasible: Flags

    def best(self, mover: int, values: Values) -> Values:
        """The highest value that `mover` reaches in one move, or the state's own."""
        ...

    def best_improvement(self, mover: int, values: Values) -> Values:
        """The highest value among `mover`'s unilateral improvements; LOW where there are none."""
        ...

    def worst(self, movers: Sequence[int], values: Values) -> Values:
        """The lowest value that legal sequences of moves by `movers` reach, or the state's own."""
        ...

    def worst_by_improvements(self, movers: Sequence[int], values: Values) -> Values:
        """As `worst`, each move in the sequence being an improvement for the one who makes it."""
        ...

    def moves_from(self, mover: int, places: Places) -> tuple[Places, Places]:
        """All moves of `mover` from `places`: for each the row of its source in `places`, and its target."""
        ...
