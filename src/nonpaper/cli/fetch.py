"""`nonpaper fetch`: reports from the network, saved as files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.asked import Articles, Most, Private, Seconds, limits_of

if TYPE_CHECKING:
    from nonpaper.dossier.fetch import Saved


def fetch(
    addresses: Annotated[
        list[str], typer.Argument(metavar="ADDRESS...", help="Pages, PDFs, texts or feeds (RSS, Atom): http or https.")
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where reports are saved; made if need be.")
    ],
    articles: Articles = False,
    allow_private: Private = False,
    most: Most = 20,
    seconds: Seconds = 60,
) -> None:
    """Save what stands at addresses, so that the other commands can read it; this and `add` alone use the network.

    Each address becomes a .jsonl file in FOLDER with address, outlet, date, title and text; the bytes as received lie
    in FOLDER/.received. Asked again, an address is saved anew only if it changed. No cookies, no scripts, no proxy; one
    request at a time. Exit status: 0 all saved, 1 something left out, 2 nothing saved.

    Then: nonpaper brief FOLDER -o brief.html
    """
    from nonpaper.cli import say
    from nonpaper.cli.brief import clock
    from nonpaper.dossier import fetch as fetched
    from nonpaper.model.finding import Finding

    limits = limits_of(most, seconds, allow_private=allow_private)
    done, missing, progress = 0, 0, say.progress()
    try:
        for item in fetched(addresses, output, now=clock(), limits=limits, articles=articles):
            if isinstance(item, Finding):
                missing += item.level == "left_out"
                say.end_progress()
                say.findings([item])
            else:
                done += 1
                progress(item.url)
                print(_line(item))
    except OSError as error:
        say.end_progress()
        say.problem(f"{output}: cannot be written to: {error.strerror or error}")
        raise typer.Exit(2) from None
    say.end_progress()
    sys.stdout.flush()
    raise typer.Exit(2 if not done else 1 if missing else 0)


def _line(item: Saved) -> str:
    from nonpaper.cli.say import many

    if item.unchanged:
        return f"{item.path}: unchanged since it was last fetched"
    return f"{item.path}: {many(item.reports, 'report')}"
