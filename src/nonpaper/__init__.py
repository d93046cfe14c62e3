"""Nonpaper: from the reporting on a secret negotiating text to a working document.

`read` reads reports in hand, `open_dossier` and `create_dossier` keep them in a file; both answer the same questions.
Names are looked up when first asked for, so that importing the package stays cheap. See docs/python.md.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nonpaper import analysis, errors, scenarios
    from nonpaper.dossier.asking import Reports, read
    from nonpaper.dossier.correcting import Correction
    from nonpaper.dossier.file import Dossier, create_dossier, open_dossier
    from nonpaper.dossier.front import (
        fetch_reports,
        precedents,
        problem_report,
        redline,
        redline_page,
        scenario,
        scenario_picture,
    )
    from nonpaper.dossier.reader import quick_reader
    from nonpaper.errors import NonpaperError
    from nonpaper.judgements import to_toml

# Products of matrices are small here: threads of the linear algebra library only wait for one another, which costs a
# third of the reader's time and a fifth of a large brief's. It takes effect where this comes before numpy's first
# import; a setting of the user's stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

__version__ = "0.1.0"
__all__ = [
    "Correction",
    "Dossier",
    "NonpaperError",
    "Reports",
    "__version__",
    "analysis",
    "create_dossier",
    "errors",
    "fetch_reports",
    "open_dossier",
    "precedents",
    "problem_report",
    "quick_reader",
    "read",
    "redline",
    "redline_page",
    "scenario",
    "scenario_picture",
    "scenarios",
    "to_toml",
]
_IN = {
    "dossier.asking": ("Reports", "read"),
    "dossier.correcting": ("Correction",),
    "dossier.file": ("Dossier", "create_dossier", "open_dossier"),
    "dossier.reader": ("quick_reader",),
    "dossier.front": (
        "fetch_reports",
        "precedents",
        "problem_report",
        "redline",
        "redline_page",
        "scenario",
        "scenario_picture",
    ),
    "errors": ("NonpaperError",),
    "judgements": ("to_toml",),
}
_FOLDERS = ("analysis", "errors", "scenarios")


def __getattr__(name: str) -> Any:
    if name in _FOLDERS:
        return import_module(f"{__name__}.{name}")
    for module, names in _IN.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
