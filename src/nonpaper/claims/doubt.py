"""An item that waits for a person."""

from __future__ import annotations

from typing import TypeVar

from msgspec.structs import replace

from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision

Item = TypeVar("Item", Claim, Provision, Position)


def doubted(item: Item, why: str) -> Item:
    """The item as one that waits for a person, with one more reason."""
    return replace(item, unsure=True, doubts=(*item.doubts, why))
