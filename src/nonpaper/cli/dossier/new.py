"""`nonpaper new`: an empty dossier."""

from __future__ import annotations

import sys

from nonpaper.cli.dossier.session import Named, faults_told


def new(name: Named) -> None:
    """Make an empty dossier: one file that keeps reports, what was read in them, and what people decided.

    Then: nonpaper add NAME.dossier REPORT...
    """
    from nonpaper.dossier.file import create_dossier

    with faults_told():
        create_dossier(name).close()
    print(f"{name}: made; add reports: nonpaper add {name} REPORT...", file=sys.stderr)
