"""Names beside a title or an employer, with the words that may name the party: "Kessara's envoy, X"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

import msgspec

from nonpaper.claims.gazetteer.around_titles import (
    ITS,
    OURS,
    POSTED,
    QUOTES,
    SENT,
    SENTENCE_END,
    before_quotation,
    last_sentence,
    own_head,
    own_words,
    words_before,
)
from nonpaper.claims.gazetteer.mention import Role
from nonpaper.claims.gazetteer.shapes import (
    NAME,
    WORD,
    never,
    titles,
)
from nonpaper.claims.gazetteer.title_shapes import (
    OF_SEVERAL,
    SERVING,
    SPEAKING,
    first_words,
    patterns,
    person_name,
    title_of,
)
from nonpaper.text.places import NONE, firsts, places

_BEFORE = 300  # characters before a title in which the sentence before is looked for


_GOES_ON = 160  # characters after a name in which what he says of a party begins


_OWNED = 60  # characters after a name in which "of X" is looked for


# The first word of a sentence that is over: "Kessara has reacted. President …".
_OPENING = re.compile(rf"(?:^|[.!?][”\"]?\s+|\n)(?:The )?({WORD}(?: {WORD})?)[^.!?\n]*[.!?][”\"]?\s+(?=$)")


_VOICE = re.compile(r"\b(?:speaks|voice|spokes\w+)\b")


_VERBS = re.compile(
    r"\b(?!(?:exiled|retired|elected|appointed|named)\b)(?:said|told|has|had|was|were|whether|that|\w{2,}ed)\b"
)


# Between a name and a title of the next sentence: "X, | still against it. Kessara's | envoy".
_OVER = re.compile(r"[a-z]{2}\.\s")


_SPOKE = frozenset(SPEAKING)


Party = Callable[[str], str | None]
"""Whom some words name."""
_FACING = frozenset({"counterpart", "opposite"})


_SERVING = firsts(SERVING)


_FOR = frozenset({"for"})


_WHO = frozenset({"who", "which"})


_ABOUT = re.compile(r"(?:[ \n]Affairs\b|(?<=Affairs)[ \n])")


class Titled(msgspec.Struct, frozen=True):
    """A name beside a title: `where` are the words that may name the party, `before` the subject of the sentence before,
    `said` and `then` the words of its own sentence before and after it, `last` the sentence before.
    """

    name: str
    title: str
    role: Role
    where: str
    before: str = ""
    at: int = 0
    said: str = ""
    then: str = ""
    last: str = ""


@lru_cache(maxsize=2)
def titled(text: str) -> tuple[Titled, ...]:
    """Names with a title or an employer beside them, title first; linear in the text, which is looked through once."""
    return tuple(_titled(text))


def _titled(text: str) -> Iterator[Titled]:
    yield from _before(text)
    yield from _before_of(text)
    yield from _employed(text)
    yield from _each(text)
    yield from _after(text)


def _before(text: str) -> Iterator[Titled]:
    """Titles right before a name: "the | deputy foreign minister X"."""
    for m in places(text).found(patterns()["before"], first_words()):
        left = words_before(text, m.start())
        earlier = text[max(0, m.start() - _BEFORE) : m.start()]
        right = re.match(rf"[ \n]of[ \n](?:the[ \n])?({NAME})", text[m.end() : m.end() + _OWNED])
        where = own_words(left) if right is None else right[1]
        title = title_of(m["title"])
        *_, last, said = ["", *SENTENCE_END.split(earlier)]
        subject = _subject(earlier, left, last, said)
        goes_on = SENTENCE_END.split(text[m.end() : m.end() + _GOES_ON])[0]
        yield Titled(person_name(m["name"]), title, titles()[title], where, subject, m.start(), said, goes_on, last)


def _subject(earlier: str, left: str, last: str, said: str) -> str:
    """Whom the sentence before a title is about, for "its minister", or what "our army" is said in."""
    its, over = ITS.search(left), _OPENING.findall(earlier)
    opens = own_head(said) if its else ""
    if opens:
        return opens
    subject = (
        last_sentence(before_quotation(earlier))
        if its and last[:1] in QUOTES
        else last_sentence(earlier)
        if its
        else over[-1]
        if over
        else ""
    )
    return last_sentence(earlier) if not subject and OURS.match(said) else subject


def _before_of(text: str) -> Iterator[Titled]:
    """Titles with what they are of before a name: "the | minister for water, X"."""
    for m in places(text).found(patterns()["before_of"], first_words()):
        title, said = title_of(m["title"]), m["of"].replace("\n", " ")
        left = own_words(words_before(text, m.start()))
        of = "" if SENT.match(f"{title}{said}") or POSTED.match(said) else m["of"]
        yield Titled(person_name(m["name"]), title, titles()[title], f"{left} {of}", "", m.start())


def _employed(text: str) -> Iterator[Titled]:
    """Names without a title beside whom they serve: "X, who leads the Front", "Kessara's X", "X of the Front"."""
    seen = places(text)
    for m in seen.found(patterns()["heads"], NONE, named=True) if seen.has(_WHO) else ():
        role: Role = "spokesperson" if _VOICE.search(m["verb"]) else "official"
        yield Titled(person_name(m["name"]), "", role, m["of"], "", m.start())
    for key, needs in (
        ("owned", _SPOKE),
        ("serving", _SERVING),
        ("facing", _FACING),
        ("for", _FOR),
        ("speaks", _FOR),
        ("of", NONE),
    ):
        for m in seen.found(patterns()[key], NONE, named=True) if not needs or seen.has(needs) else ():
            at = m.start("name") if key in ("facing", "serving") else m.start()
            yield Titled(person_name(m["name"]), "", "official", m["of"], "", at)


def _each(text: str) -> Iterator[Titled]:
    """Two who hold one office, each of his own: "the two ministers, X of Kessara and Y of Orvia"."""
    for m in places(text).found(patterns()["each"], _SEVERAL):
        yield Titled(person_name(m["name"]), "", "principal", m["of"], "", m.start("name"))
        yield Titled(person_name(m["name2"]), "", "principal", m["of2"], "", m.start("name2"))


_SEVERAL = frozenset(OF_SEVERAL)


def _after(text: str) -> Iterator[Titled]:
    """Titles after a name: "X, the | deputy foreign minister of Kessara"."""
    for m in places(text).found(patterns()["after"], NONE, named=True):
        title = title_of(m["title"])
        if m["name"].split()[0] in never():
            continue  # "In Kessara, | Finance Minister …": a place
        if not _VERBS.search(m["of"]) and not _OVER.search(m["of"]):
            of2 = "" if _ABOUT.match(text, m.end()) else m["of2"]
            yield Titled(person_name(m["name"]), title, titles()[title], f"{m['of']} {of2}", "", m.start())
