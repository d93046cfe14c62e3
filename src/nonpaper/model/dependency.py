"""Dependencies: what a term or a party's yes is said to hang on, with the words."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.codes import ConditionKind, Topic
from nonpaper.model.version import Evidence


class Step(msgspec.Struct, frozen=True, gc=False, kw_only=True, order=True, forbid_unknown_fields=True):
    """Something to be done: its topic, and who does it where the words say."""

    topic: Topic
    actors: tuple[str, ...] = ()


class Dependency(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One statement that `step` hangs on others, `on`, empty where the words come to no step.

    `party` is whose reading it is, None where it is a term as reported. `first` says which goes first, None where the
    words do not say: an exchange that keeps None has no first mover.
    """

    kind: ConditionKind
    step: Step
    on: tuple[Step, ...] = ()
    first: Literal["step", "on"] | None = None
    draft: str | None = None
    party: str | None = None
    said: Evidence
    condition: Evidence


class Loop(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Steps each of which is said to wait for another of them, and the statements that say so."""

    steps: tuple[Step, ...]
    dependencies: tuple[Dependency, ...]


class Dependencies(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """All dependencies, oldest report first; of them the exchanges without a first mover, and what does not close."""

    all: tuple[Dependency, ...] = ()
    no_first_mover: tuple[Dependency, ...] = ()
    loops: tuple[Loop, ...] = ()
