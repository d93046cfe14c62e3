"""Nonpaper: from the reporting on a secret negotiating text to a working document.

`open_dossier` and `create_dossier` are looked up when first asked for, so that importing the package stays cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nonpaper.dossier.file import Dossier, create_dossier, open_dossier

__version__ = "0.1.0"
__all__ = ["Dossier", "__version__", "create_dossier", "open_dossier"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from nonpaper.dossier import file

        return getattr(file, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
