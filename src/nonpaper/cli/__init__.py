"""The command line: parse, call, print.

Exit status: 0 done; 1 something was left out or found; 2 a wrong call, or nothing could be read.
"""

from __future__ import annotations

import gc
import sys

SELDOM = 20_000
"""New objects between two looks for rings of them: loading and reading make few, and the usual 700 cost a hundredth."""


def main() -> None:
    """Entry point. The version is answered before anything heavy is imported."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from nonpaper import __version__

        print(f"nonpaper {__version__}")
        raise SystemExit(0)
    gc.set_threshold(SELDOM)
    from nonpaper.cli.app import app

    try:
        app()
    finally:
        gc.freeze()  # all ends with the process: to look through it for rings would cost a short call a tenth
