"""The Python reference: the public names of the package, described by their own docstrings."""

from __future__ import annotations

import inspect

import nonpaper


def page() -> str:
    """One directive a public name; what it says is the code's."""
    return "\n\n".join(_directive(name) for name in sorted(nonpaper.__all__) if not name.startswith("_"))


def _directive(name: str) -> str:
    thing = getattr(nonpaper, name)
    kind = "class" if inspect.isclass(thing) else "function" if callable(thing) else "data"
    if inspect.ismodule(thing):
        return f"```{{eval-rst}}\n.. automodule:: {thing.__name__}\n   :members:\n```"
    members = "\n   :members:" if kind == "class" else ""
    return f"```{{eval-rst}}\n.. auto{kind}:: nonpaper.{name}{members}\n```"
