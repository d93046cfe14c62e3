"""What the heads for terms and stances tell apart; the order is that of the shipped weights."""

from __future__ import annotations

from typing import get_args

from nonpaper.model.codes import Basis, ConditionKind, Modality, PresentedAs, Stance, TextStatus, Topic

ROWS = ("provision", "position", "actor", "holder", "condition")
"""What stretches are looked for; each by O, B and I."""

CLASSES: dict[str, dict[str, tuple[str, ...]]] = {
    "p": {
        "topic": get_args(Topic),
        "presented_as": get_args(PresentedAs),
        "modality": (*get_args(Modality), "none"),
        "text_status": get_args(TextStatus),
    },
    "s": {"topic": get_args(Topic), "stance": get_args(Stance), "basis": get_args(Basis)},
    "c": {"kind": get_args(ConditionKind)},
}
"""Of provisions, positions and conditions: what is asked of a stretch, and the answers."""

ACTS = ("obligor", "beneficiary", "guarantor")
"""What an actor is to a provision; it may be several."""
