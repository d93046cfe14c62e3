"""What commands that use the network are given: how much one answer may cost, and where it may come from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from nonpaper.fetch import Limits

Articles = Annotated[
    bool, typer.Option("--articles", help="Also fetch the articles of which a feed gives only a summary.")
]
Private = Annotated[
    bool,
    typer.Option("--allow-private", help="Also ask addresses inside this machine and its network; refused otherwise."),
]
Most = Annotated[
    float, typer.Option("--most", min=0.001, max=50, metavar="MB", help="The size at which an answer is refused.")
]
Seconds = Annotated[
    float, typer.Option("--seconds", min=1, max=600, metavar="S", help="The time after which an answer is given up.")
]


def limits_of(most: float, seconds: float, *, allow_private: bool) -> Limits:
    """The limits that these options set."""
    from nonpaper.fetch import Limits

    return Limits(size=int(most * 1_000_000), total=seconds, read=min(15.0, seconds), allow_private=allow_private)
