"""Names that stand for somebody else: a language for a state, a group's short name for another group's, a side's for a state's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

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


# "the Norvian side" may be that of the Norvian Kessarans, where the text names them.
_SIDE = re.compile(
    r"\s(?:side|camp|community|communities|delegation|negotiators?|negotiating team|team|leadership|leaders?)\b"
)


def well_read(text: str, names: Sequence[Mention]) -> Iterator[Mention]:
    """The names without those that are a language, short for what the text does not name in full, or of two meanings."""
    longer = _longer(text, names)
    for name in names:
        if _of_two(text, name, longer):
            continue
        if not (name.kind == "adjective" and _language(text, name)) and not _unexplained(text, name):
            yield name


def _longer(text: str, names: Sequence[Mention]) -> dict[str, set[str | None]]:
    """The parties whose names have a word beside another: "Norvian" for the "Norvian Kessarans"."""
    out: dict[str, set[str | None]] = {}
    for name in names:
        said = name.span.quote(text).split() if name.kind == "adjective" else ()
        for word in said if len(said) > 1 else ():
            out.setdefault(word, set()).add(name.party)
    return out


def _of_two(text: str, name: Mention, longer: Mapping[str, set[str | None]]) -> bool:
    """Whether an adjective before "side" may mean a state or those of its people that the text names by two words."""
    others = longer.get(name.span.quote(text), set()) if name.kind == "adjective" else set()
    return bool(others - {name.party}) and _SIDE.match(text, name.span.end) is not None


def _language(text: str, name: Mention) -> bool:
    before = text[max(0, name.span.start - _BEFORE) : name.span.start]
    return _SPEAKING.match(text, name.span.end) is not None or _FROM.search(before) is not None


def _unexplained(text: str, name: Mention) -> bool:
    full = _SHORT.get(name.span.quote(text).casefold())
    return full is not None and full.search(text) is None
