"""`nonpaper draft`: the texts that reports tell of, one file a command."""

from __future__ import annotations

import typer

from nonpaper.cli.draft.bracket import bracket
from nonpaper.cli.draft.codes import codes
from nonpaper.cli.draft.compare import compare
from nonpaper.cli.draft.export import export
from nonpaper.cli.draft.list import list_drafts
from nonpaper.cli.draft.precedents import precedents
from nonpaper.cli.draft.redline import redline
from nonpaper.cli.draft.show import show

app = typer.Typer(
    name="draft",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Drafts as known from reporting or from their own text: which there are, what each says, how two differ.",
    epilog="Start with: nonpaper draft list REPORT...",
)
app.command()(bracket)
app.command()(redline)
app.command()(codes)
app.command()(export)
app.command()(precedents)
app.command("list")(list_drafts)
app.command()(show)
app.command()(compare)
