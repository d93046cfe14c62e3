"""The commands, each in its own file, gathered under one name."""

from __future__ import annotations

from typing import Annotated

import typer

from nonpaper.cli.analysis import app as analysis
from nonpaper.cli.brief import brief
from nonpaper.cli.corrections import corrections
from nonpaper.cli.dossier import COMMANDS
from nonpaper.cli.draft import app as draft
from nonpaper.cli.fetch import fetch
from nonpaper.cli.read import read
from nonpaper.cli.scenario import scenario

app = typer.Typer(
    name="nonpaper",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads the reporting on a secret negotiating text and makes a working document of it: what the text is "
    "reported to say, how that is known, and who stands where. Works offline; every statement keeps its exact words.",
    epilog="Start with: nonpaper brief REPORT... -o brief.html",
)
app.command()(brief)
app.command()(read)
app.command()(corrections)
app.command()(fetch)
for command in COMMANDS:
    app.command()(command)
app.add_typer(analysis)
app.add_typer(draft)
app.add_typer(scenario)


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", "-V", help="Print the version and leave.", is_eager=True)
    ] = False,
) -> None:
    """Options that stand before a command."""
    if version:
        from nonpaper import __version__

        typer.echo(f"nonpaper {__version__}")
        raise typer.Exit
