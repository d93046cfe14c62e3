"""Whether a name is that of the outlet which publishes a report."""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.gazetteer import outlet_of


@lru_cache(maxsize=512)
def is_same_outlet(whole: str | None, name: str) -> bool:
    """Whether a name is that of the outlet `whole`, or begins it: "Express News" of "Express News Service".

    >>> is_same_outlet("crown-post.example", "Crown Post"), is_same_outlet("The Crown Post", "Post")
    (True, False)
    """
    whole = whole or ""
    begins = " " in name and _folded(whole).startswith(_folded(name))
    return begins or _folded(name) in {_folded(whole), _folded(outlet_of(whole) or "")}


def _folded(name: str) -> str:
    """An outlet's name without article, address and marks."""
    return re.sub(r"^(?:www\.|the )|\.\w{2,}$|\W", "", name.casefold())
