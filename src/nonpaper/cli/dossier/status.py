"""`nonpaper status`: what a dossier holds."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.dossier.session import Named, opened

if TYPE_CHECKING:
    from nonpaper.dossier.file import Status


class Form(StrEnum):
    """How the counts are printed."""

    table = "table"
    json = "json"


def status(
    name: Named,
    form: Annotated[Form, typer.Option("--format", "-f", help="For people, or as one JSON object.")] = Form.table,
) -> None:
    """Say how much a dossier holds, what should be read again, and what different people decided differently.

    Exit status 1 where something is to do.
    """
    from nonpaper.cli import say

    with opened(name) as dossier:
        held = dossier.status()
    numbers = _numbers(held)
    print(json.dumps(numbers) if form is Form.json else "\n".join(f"{n:>8,}  {of}" for of, n in numbers.items()))
    if held.counts.behind and form is Form.table:
        print(f"Read them again: nonpaper rebuild {name}")
    if form is Form.table:
        say.findings(held.questions)
    raise typer.Exit(int(bool(held.counts.behind or held.stopped or held.questions)))


def _numbers(held: Status) -> dict[str, int]:
    counts = held.counts
    return {
        "reports": counts.reports,
        "of them to be read again": counts.behind,
        "claims": counts.claims,
        "provisions": counts.provisions,
        "positions": counts.positions,
        "items held for review": counts.unsure,
        "judgements in force": held.in_force,
        "judgements recorded": counts.judgements,
        "things decided differently": len(held.questions),
        "version of the file": counts.version,
    }
