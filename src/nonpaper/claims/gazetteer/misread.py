"""Names that stand for somebody else: a language for a state, a group's short name for another group's, a side's for a state's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.claims.gazetteer.runs import opened
from nonpaper.claims.gazetteer.shapes import is_title, words
from nonpaper.model.span import Span

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
    longer, others = _longer(text, names), _others(text, names)
    for name in names:
        if _of_two(text, name, longer) or (name.kind == "person" and name.span in others):
            continue
        if not (name.kind == "adjective" and _language(text, name)) and not _unexplained(text, name):
            yield name


def _others(text: str, names: Sequence[Mention]) -> frozenset[Span]:
    """Where a known person's surname is somebody else's in a text that speaks of nobody of the known one's party."""
    spoken_of = {n.party for n in names if n.kind != "person"}
    alone = [n.span for n in names if n.kind == "person" and n.party not in spoken_of]
    borne = _borne(text, {span.quote(text) for span in alone})
    return frozenset(span for span in alone if span.quote(text) in borne or text[max(0, span.start - 1)] == "-")


def _borne(text: str, surnames: Set[str]) -> frozenset[str]:
    """The surnames that stand behind a first name which the gazetteer does not give with them."""
    pairs = (pair for run in opened(text) for pair in pairwise(run) if pair[1] in surnames) if surnames else ()
    return frozenset(last for first, last in pairs if not (_no_forename(first) or is_form(f"{first} {last}")))


def _no_forename(word: str) -> bool:
    return is_title(word) or word in words()["courtesy"] or is_form(word)


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
