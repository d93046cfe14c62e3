"""`nonpaper compact`: unused room given back."""

from __future__ import annotations

import sys

from nonpaper.cli.dossier.session import Named, opened


def compact(name: Named) -> None:
    """Give back the room that old readings took, and leave one file to copy or mail."""
    before = name.stat().st_size if name.is_file() else 0
    with opened(name) as dossier:
        dossier.compact()
    print(f"{name}: {before / 1e6:.1f} MB before, {name.stat().st_size / 1e6:.1f} MB now", file=sys.stderr)
