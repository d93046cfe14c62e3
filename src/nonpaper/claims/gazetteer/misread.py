"""Names that stand for somebody else: a language for a state, a group's short name for another group's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.gazetteer.mention import Mention

# "the Norvian-speaking side" is not Norvia's; "translated from the Norvian" is a language.
_SPEAKING = re.compile(r"[-‑\s]?(?:speaking|language|speakers?)\b")
_FROM = re.compile(
    r"\b(?:translat\w+|written|wrote|speaking|spoke|published|in(?:to)?) (?:originally )?(?:from (?:the )?(?:original )?|in (?:the )?(?:original )?|into )$",
    re.IGNORECASE,
)
_BEFORE = 40
"""Characters before a name in which it may be said to be a language."""
# Names that many may bear, each with what must be named beside them.
_SHORT = {"the alliance": re.compile(r"\b(?:NATO|Nato|North Atlantic)\b|НАТО|OTAN")}


def well_read(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """The names without those that are a language, or short for what the text does not name in full."""
    for name in names:
        if not (name.kind == "adjective" and _language(text, name)) and not _unexplained(text, name):
            yield name


def _language(text: str, name: Mention) -> bool:
    before = text[max(0, name.span.start - _BEFORE) : name.span.start]
    return _SPEAKING.match(text, name.span.end) is not None or _FROM.search(before) is not None


def _unexplained(text: str, name: Mention) -> bool:
    full = _SHORT.get(name.span.quote(text).casefold())
    return full is not None and full.search(text) is None
