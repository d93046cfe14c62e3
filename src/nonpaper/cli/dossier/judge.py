"""`nonpaper judge`: decisions recorded, taken back, listed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.dossier.session import Named, opened

if TYPE_CHECKING:
    from nonpaper.dossier.file import Dossier


def judge(
    name: Named,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="A corrections file; its entries are recorded.")
    ] = None,
    undo: Annotated[
        str | None, typer.Option(metavar="ID", help="Take back the judgement whose id begins so; nothing is deleted.")
    ] = None,
    by: Annotated[str | None, typer.Option(metavar="NAME", help="Who decides, where the file does not say.")] = None,
    reason: Annotated[str | None, typer.Option(metavar="WHY", help="Why, where the file does not say.")] = None,
    listed: Annotated[bool, typer.Option("--list", help="Print every judgement ever recorded.")] = False,
) -> None:
    """Record what a person decided, take a decision back, or list all.

    A file to start from: nonpaper corrections REPORT... > corrections.toml
    """
    from nonpaper.cli import say

    if (file is not None) + (undo is not None) + listed != 1:
        say.problem("name one of --file FILE, --undo ID, --list")
        raise typer.Exit(2)
    with opened(name) as dossier:
        if listed:
            sys.stdout.write("".join(f"{line}\n" for line in _lines(dossier)))
        elif undo is not None:
            _undo(dossier, undo, by, reason)
        elif file is not None:
            raise typer.Exit(_record(dossier, file, by, reason))


def _record(dossier: Dossier, file: Path, by: str | None, reason: str | None) -> int:
    from nonpaper.cli import say
    from nonpaper.errors import CorrectionsError

    try:
        text = file.read_text("utf-8-sig")
    except (OSError, ValueError) as error:
        raise CorrectionsError(f"{file}: cannot be read ({error}); check the name, and save it as UTF-8") from error
    done = dossier.judge(text, by=by, reason=reason, file=str(file))
    say.findings(done.stale)
    there = f", {done.same} there already" if done.same else ""
    print(f"{dossier.store.path}: {say.many(len(done.added), 'judgement')} recorded{there}", file=sys.stderr)
    return int(bool(done.stale))


def _undo(dossier: Dossier, judgement: str, by: str | None, reason: str | None) -> None:
    from nonpaper.errors import StoreError

    if not (by and by.strip() and reason and reason.strip()):
        raise StoreError(f"{dossier.store.path}: who takes it back, and why? Add --by NAME --reason WHY")
    made = dossier.undo(judgement, by=by, reason=reason)
    print(f"{dossier.store.path}: judgement {judgement} taken back by {made}", file=sys.stderr)


def _lines(dossier: Dossier) -> list[str]:
    from nonpaper.cli.output import as_json

    return [
        "\t".join(
            "".join(c if c.isprintable() else " " for c in word)
            for word in (
                j.id,
                "in force" if j.in_force else "taken back",
                j.at,
                j.author,
                f"takes back {j.undoes}" if j.undoes else as_json(j.entry).rstrip("\n"),
                j.reason,
            )
        )
        for j in dossier.judgements()
    ]
