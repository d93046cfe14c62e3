"""What the gazetteer answers: mentions in a text, the party or the outlet that some words name."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer.load import Entry
from nonpaper.claims.gazetteer.match import find, known
from nonpaper.claims.gazetteer.mention import Mention
from nonpaper.model.span import Span

# A capital letter before or after a bare name makes it part of another one: "Bank of Georgia", "Jordan Peele".
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)


def as_mention(start: int, end: int, entry: Entry) -> Mention:
    """A match as the record that finders use."""
    return Mention(span=Span(start, end), kind=entry.kind, name=entry.name, party=entry.party, role=entry.role)


def mentions(text: str) -> tuple[Mention, ...]:
    """Known names in `text` in text order, longest match, never overlapping."""
    return tuple(as_mention(*match) for match in find(text, known(text)) if not _goes_on(text, *match))


# An outlet's name of an article and a plain word is none where a further name follows: "The National | Resistance Front".
_FURTHER = re.compile(
    r" (?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)(?=[^\W\d_a-z])[^\W\d_]\w*[a-z]\w*(?![’']s)", re.UNICODE
)


def _goes_on(text: str, start: int, end: int, entry: Entry) -> bool:
    return (
        entry.kind == "outlet" and text[start : start + 4] in ("The ", "the ") and _FURTHER.match(text, end) is not None
    )


def party_of(words: str) -> str | None:
    """The one party that `words` name ("the Kremlin", "Russian officials"); None for none or several."""
    found = {m.party for m in mentions(words) if m.party is not None}
    return next(iter(found)) if len(found) == 1 else None


def outlets_in(text: str) -> tuple[Mention, ...]:
    """The outlets that `text` names."""
    return tuple(m for m in mentions(text) if m.kind == "outlet")


def outlet_of(words: str) -> str | None:
    """The English name of the outlet that `words` are, None where they name none or something more."""
    bare = _ARTICLE.sub("", words.strip())
    for form in (words.strip(), bare):
        for m in mentions(form):
            if m.kind == "outlet" and m.span.start == 0 and m.span.end >= len(form.rstrip(" .,;:!?'’s")):
                return m.name
    return None
