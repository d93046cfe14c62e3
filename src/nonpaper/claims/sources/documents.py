"""Named documents that a report itself reads or prints: its account rests on them, as another's on an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import WORD, words
from nonpaper.claims.gazetteer.sought import Sought, found
from nonpaper.claims.page import Page
from nonpaper.text.places import firsts

_HAVE = ("We have", "We’ve", "We've", "This newspaper has", "This paper has")
_PRINTS = ("prints", "print", "publishes", "publish", "reproduces", "reproduce")


@cache
def _named() -> str:
    """The name of a text: "the Tarn Framework", "the “Paper of Understanding”"."""
    noun = any_of([*words()["of_documents"]])
    small = r"(?:of|on|for)(?:[ \n]the)?"
    after = rf"{noun}[ \n]{small}[ \n]{WORD}(?:[ \n]{WORD}){{0,2}}"
    return rf"(?:the[ \n])?(?:[a-z-]+[ \n]){{0,2}}[“\"]?(?P<name>(?:{WORD}[ \n]){{1,3}}{noun}(?![ \n]{WORD})|{after})\b"


@cache
def _patterns() -> tuple[Sought, ...]:
    headline = re.compile(rf"(?:FULL TEXT|Full text|TEXT|IN FULL|In full)(?::| of)[ \n]{_named()}")
    prints = re.compile(
        rf"{any_of(_PRINTS)}[ \n](?:below|here|in[ \n]full|today)\b(?:, [^.;\n]{{2,80}},)?[ \n]{_named()}"
    )
    read = re.compile(
        rf"{any_of(_HAVE)}[ \n](?:read|seen|obtained|consulted|studied|got[ \n]hold[ \n]of)[ \n]{_named()}"
    )
    return (
        Sought(headline, frozenset({"full", "text", "in"}), words=frozenset({"text", "full"})),
        Sought(prints, firsts(_PRINTS)),
        Sought(read, firsts(_HAVE)),
    )


def documents_read(page: Page) -> Iterator[str]:
    """The names of the documents that the report says it has read, or prints. Linear in the text."""
    for sought in _patterns():
        for m in found(page.text, sought):
            yield " ".join(m["name"].split())
