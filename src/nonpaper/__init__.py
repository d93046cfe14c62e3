"""Nonpaper: from the reporting on a secret negotiating text to a working document.

    >>> import nonpaper
    >>> reports = nonpaper.read("examples/reports")  # doctest: +SKIP

Names are looked up when first asked for, so that importing the package stays cheap.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nonpaper.dossier.asking import Reports, read
    from nonpaper.dossier.file import Dossier, create_dossier, open_dossier
    from nonpaper.errors import NonpaperError

__version__ = "0.1.0"
_AT = {
    "Dossier": "nonpaper.dossier.file",
    "NonpaperError": "nonpaper.errors",
    "Reports": "nonpaper.dossier.asking",
    "create_dossier": "nonpaper.dossier.file",
    "open_dossier": "nonpaper.dossier.file",
    "read": "nonpaper.dossier.asking",
}
__all__ = ["Dossier", "NonpaperError", "Reports", "__version__", "create_dossier", "open_dossier", "read"]


def __getattr__(name: str) -> Any:
    if name in _AT:
        return getattr(import_module(_AT[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
