"""Short names: "the Front" for the movement, "the Courier" for the paper, that the report elsewhere names in full.

A short name is the noun of one full name and of no other; where two full names share it, it is nobody's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from nonpaper.claims.gazetteer.load import Entry, is_form
from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, never, words
from nonpaper.model.span import Span
from nonpaper.text.places import firsts, places


@cache
def nouns() -> frozenset[str]:
    """Nouns that end, or begin, the names of movements and outlets."""
    rows = words()
    return frozenset((*rows["movements"], *rows["weak_movements"], *rows["outlets"], *rows["weak_outlets"]))


_MANY = ("’s", "'s", "s’", "s'")


def short_of(name: str) -> str | None:
    """The noun that a full name may be cut to; None where it has none.

    >>> short_of("Highland Farmers Front"), short_of("Council of Ports"), short_of("People's Front of the Hills"), short_of("Maravia")
    ('Front', 'Council', 'Front', None)
    """
    parts = name.split()
    if len(parts) > 1:
        first = 1 if parts[0].endswith(_MANY) and len(parts) > 2 else 0  # "the People's Front of the Hills"
        for part in (parts[-1], parts[first]):
            if part in nouns() and (part == parts[-1] or parts[first + 1] in ("of", "for")):
                return part
    return None


def shorts(new: Mapping[str, Entry], known: Iterable[Mention], outlet: str | None) -> dict[str, Entry]:
    """Each short name with the one entry whose full name ends with it."""
    full = {form: e for form, e in new.items() if e.kind in _NAMED}
    full |= {m.name: Entry(m.kind, m.name, m.party) for m in known if m.kind in _NAMED and m.name[:4] != "The "}
    if outlet:
        full.setdefault(outlet, Entry("outlet", outlet))
    found: dict[str, dict[str, Entry]] = {}
    for form, entry in full.items():
        short = short_of(form)
        if short is not None:
            found.setdefault(short, {})[entry.name] = entry
    return {
        short: next(iter(named.values()))
        for short, named in found.items()
        if len(named) == 1 and short not in new and not is_form(short)
    }


def other_forms(text: str, new: Mapping[str, Entry]) -> dict[str, Entry]:
    """Names by which a movement also goes: a longer one without some word in between, and the plural of its first word.

    "Ridge Front" is the "Ridge Regional Front", and "the Pilgrims" are the "Pilgrim Faction".
    """
    full = {form: entry for form, entry in new.items() if entry.party and short_of(form) is not None}
    same: dict[tuple[str, str], list[str]] = {}
    for form in full:
        same.setdefault((form.split()[0], form.split()[-1]), []).append(form)
    found: dict[str, Entry] = {}
    for forms in same.values():
        least, *longer = sorted(forms, key=len)
        if len(longer) == 1 and set(least.split()) < set(longer[0].split()):
            found[least] = full[longer[0]]
    for form, entry in full.items():
        many = f"{form.split()[0]}s"
        if places(text).holds(frozenset((many,))) and many not in new and not is_form(many) and f"the {many}" in text:
            found[many] = entry
    return found


_NAMED = ("party", "group", "outlet")


def shortened(text: str, new: Mapping[str, Entry], known: Iterable[Mention], outlet: str | None) -> Iterator[Mention]:
    """Mentions of the full names by their short ones, in text order. Linear in the text."""
    whose = shorts(new, known, outlet)
    if not whose:
        return
    over = 0
    for at in places(text).of(firsts(whose)):
        start = _word_before(text, at)
        m = _STANDS.match(text, start) if start >= over else None
        if m is None or m["short"] not in whose:
            continue
        over = m.end()
        entry = whose[m["short"]]
        if m["longer"] or not _may_stand(m["word"], outlet=entry.kind == "outlet"):
            continue
        start = m.start() if is_form(f"{m['word']} {m['short']}") else m.start("short")
        yield Mention(span=Span(start, m.end("short")), kind=entry.kind, name=entry.name, party=entry.party)


def _word_before(text: str, at: int) -> int:
    """Where the word begins that stands, with one blank between, before the word at `at`."""
    start = max(at - 1, 0)
    while start and (text[start - 1].isalnum() or text[start - 1] in "_’'-"):
        start -= 1
    return start


_STANDS = re.compile(
    rf"(?P<word>[\w’'-]+)[ \n](?P<short>\w+)(?![\w-])(?P<longer>[ \n](?:of|for)[ \n](?:the[ \n])?[{UPPER}])?"
)


def _may_stand(word: str, *, outlet: bool) -> bool:
    """Whether the word before lets the noun be a name of its own: an outlet's needs "the", a movement's no name."""
    if outlet:
        return word in ("the", "The")
    return word in never() or re.match(WORD, word) is None
