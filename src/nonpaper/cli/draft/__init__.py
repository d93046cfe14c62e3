"""`nonpaper draft`: the texts that reports tell of, one file a command."""

from __future__ import annotations

import typer

from nonpaper.cli.draft.compare import compare
from nonpaper.cli.draft.list import list_drafts
from nonpaper.cli.draft.show import show

app = typer.Typer(
    name="draft",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Drafts as known from reporting or from their own text: which there are, what each says, how two differ.",
    epilog="Start with: nonpaper draft list REPORT...",
)
app.command("list")(list_drafts)
app.command()(show)
app.command()(compare)
