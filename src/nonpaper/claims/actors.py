"""Parties that no word of a report explains, taken from what the model sees them do: hold a stance, or be bound by a term.

A report may speak of "the Brigades" or of Gorvia throughout and never say what they are. Patterns of words leave such a
name out; the model reads it by what stands around it. A name with "the" is a side's own. One alone may be a capital's or a
person's as well: unless it sounds like a country's, whatever is said of it waits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial

from nonpaper.claims.doubt import doubted
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.peoples import adjectives, has_people
from nonpaper.claims.gazetteer.runs import capitalised, following
from nonpaper.claims.gazetteer.shapes import PARTICLE, UPPER, WORD, clean, is_title, never, words
from nonpaper.claims.gazetteer.shortened import nouns
from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, with_mentions
from nonpaper.claims.terms import Heads
from nonpaper.model.position import Position
from nonpaper.model.span import Span
from nonpaper.text.near import Near

Names = dict[str, None]
UNEXPLAINED = "the report does not say what this name stands for"
_RUN = rf"{WORD}(?:[ \n]{WORD}){{0,3}}"
_GROUP = re.compile(
    rf"[Tt]he[ \n](?P<name>{_RUN}(?:[ \n](?:of|for)[ \n](?:the[ \n])?{_RUN})?)(?![\w-]|[’'][ \n][{UPPER}])"
)
_ALONE = re.compile(rf"(?P<name>{WORD})(?![\w-]|[ \n](?:[{UPPER}]|{PARTICLE}[{UPPER}]))")
_INSIDE = re.compile(rf"(?<=[\w,’'] ){WORD}")
_INTENDS = re.compile(rf"\b{WORD}[ \n](?:would|will|could|won[’']t|wouldn[’']t|is[ \n](?:ready|willing|prepared))\b")
# A body by its initials that does something: "the | RTM | was accusing".
_INITIALS = re.compile(
    rf"[Tt]he[ \n](?P<name>[{UPPER}]{{3,7}})(?=[ \n](?:has|have|had|is|was|will|would|says|said|[a-z]+ed)\b)"
)
_PLAIN = 0.8
"""How plain a stance must be for its first words to be whose it is."""
# Where something is or happens, nobody acts: "the talks in | Holmsk".
_THERE, _NEAR = re.compile(r"\b(?:in|at|near|outside|into|inside)[ \n]$"), 8
_LETTERS = 4
"""Letters that a name alone has at least."""


def with_actors(page: Page, seen: Heads) -> Page:
    """The page with every mention of a name that the model sees acting, and that is plainly a party's. Linear."""
    page = _with(page, _named(page, seen, _is_group, partial(_sounds, page)))
    page = _with(page, _bound(page, seen))
    return _with(page, _two(page, seen))


def with_unexplained(page: Page, seen: Heads) -> Page:
    """The page with the names that the model sees acting, of which it is not plain that they are a party's. Linear."""
    return _with(page, _named(page, seen, None, partial(_may_stand, page)))


def _bound(page: Page, seen: Heads) -> Names:
    """The names that the model sees hold a stance, and be bound by a term: a capital speaks, and its state is bound."""
    bound = {clean(m["name"]) for term in seen.terms for m in _alone(page, term.obligors)}
    held = {clean(m["name"]) for m in _alone(page, [s.holder for s in seen.stances if s.holder is not None])}
    both = bound & held
    return _named(page, seen, None, lambda name: name in both and _may_stand(page, name)) if both else {}


def _alone(page: Page, heads: Iterable[Span]) -> Iterator[re.Match[str]]:
    """The names that stand alone at the head of some words, and are all of them or own the rest."""
    found = ((_ALONE.match(page.text, at.start), at) for at in heads)
    return (m for m, at in found if m is not None and _whole(page, m, at))


def _two(page: Page, seen: Heads) -> Names:
    """Of a report of two states, the names that the model sees acting and that fill the places left: one beside a known one, or both."""
    if _TWO_STATES.search(page.text) is None:
        return {}
    states = {m.party for m in page.mentions if m.kind == "party" and m.party and not is_movement(m.party)}
    names = _named(page, seen, None, partial(_may_stand, page))
    return names if len(names) + len(states - mediators(page)) == _PAIR else {}


_PAIR = 2
_TWO_STATES = re.compile(
    r"\b(?:[Bb]oth|[Ee]ither|[Nn]either|[Tt]he two|[Tt]wo)[ \n](?:neighbou?ring[ \n])?(?:states?|countr(?:y|ies)|nations?|republics?|kingdoms?|governments|capitals|neighbou?rs|armies|presidents|foreign[ \n]ministers|prime[ \n]ministers)\b"
)


def beside(found: Sequence[Position], wider: Sequence[Position], page: Page) -> tuple[Position, ...]:
    """All that was found, and what is found beside it with more names, of which whatever hangs on them waits for a person.

    What was taken for the speaker's own waits too where such a name may be whose it is: "a Gorvian envoy said Holmsk had
    refused"; what such a name "would" do an envoy of its state tells of his capital.
    """
    known = {m.party for m in page.mentions}
    open_ = [p for p in wider if p.party not in known]
    held, done = (
        Near(p.span for p in found),
        Near(p.span for p in open_ if not _INTENDS.search(p.span.quote(page.text))),
    )
    own = [doubted(p, UNEXPLAINED) if not p.unsure and done.overlapping(p.span) else p for p in found]
    more = [doubted(p, UNEXPLAINED) for p in open_ if not held.overlapping(p.span)]
    return tuple(sorted([*own, *more], key=lambda p: (p.span, p.party, p.topic)))


Judge = Callable[[str], bool]


def _named(page: Page, seen: Heads, group: Judge | None, alone: Judge) -> Names:
    """The unknown names of whoever the model sees acting, of groups and of those that stand alone, by a judge for each."""
    known = Near(m.span for m in page.mentions)
    names: Names = {}
    for at in _acting(page, seen):
        found = _GROUP.match(page.text, at.start) if group else None
        judge = group if found else alone
        found = found or _ALONE.match(page.text, at.start)
        if found is None or not _whole(page, found, at) or known.overlapping(Span(*found.span("name"))):
            continue
        name = clean(found["name"])
        if found.re is _GROUP and " " not in name and name.endswith(_PEOPLES) and _BODY.match(page.text, found.end()):
            continue  # "the Kessaran opposition": a word for a people, whose body is meant
        if name.isupper() and page.text[found.end("name") : found.end("name") + 1] == ":":
            continue  # a label before what somebody asks or says
        if judge is not None and judge(name):
            names[name] = None
    return names


_PEOPLES = ("an", "ish", "ese", "i", "ic")
_BODY = re.compile(
    r" (?:opposition|public|press|media|people|exiles|voters|[a-z]+ists?|parliament|senate|army|side|church)\b"
)


def _whole(page: Page, name: re.Match[str], holder: Span) -> bool:
    """Whether a name is all that the words for a holder say, or what owns the rest: not the first word of "Kurdish envoys"."""
    rest = page.text[name.end() : holder.end]
    return name.end() <= holder.end + 1 and (not rest.strip() or rest[0] in "’'")


def _acting(page: Page, seen: Heads) -> Iterator[Span]:
    """Where the model sees somebody hold a stance, be bound or be served; or where a stance begins with who takes it."""
    yield from (s.holder for s in seen.stances if s.holder is not None)
    opens = (_INITIALS.match(page.text, s.span.start) for s in seen.stances if s.holder is None and s.sure >= _PLAIN)
    yield from (Span(m.start(), m.end("name")) for m in opens if m is not None)
    for term in seen.terms:
        yield from (*term.obligors, *term.beneficiaries)


def _with(page: Page, names: Names) -> Page:
    if not names:
        return page
    known = Near(m.span for m in page.mentions)
    places = (Span(*m.span()) for m in _standing(names).finditer(page.text))
    new = [
        Mention(span=at, kind="party", name=at.quote(page.text), party=_of_people(page, clean(at.quote(page.text))))
        for at in places
        if not known.overlapping(at) and not _THERE.search(page.text, max(0, at.start - _NEAR), at.start)
    ]
    return with_mentions(page, new)


def _of_people(page: Page, name: str) -> str:
    """The state or movement whose people a name is, where the report names it too: "the Kessarans", "the Orvias"; else the name itself."""
    one = name.removesuffix("s")
    known = {m.party for m in page.mentions if m.party}
    if one == name or one in nouns():
        return name
    states = {p for p in known if one == p or one in adjectives(p)}
    if states or one not in capitalised(page.text):
        return next(iter(states)) if len(states) == 1 else name
    return one


def _standing(names: Iterable[str]) -> re.Pattern[str]:
    """The names where they stand alone, and are no part of a longer one."""
    return re.compile(rf"\b{any_of(names)}(?![\w-]|[ \n][{UPPER}])")


@cache
def _no_groups() -> frozenset[str]:
    """Last words of the names of papers, of texts, and of a state's own bodies."""
    keys = ("outlets", "weak_outlets", "of_a_state", "institutions", "of_texts")
    return frozenset(word for key in keys for word in words()[key])


def _is_group(name: str) -> bool:
    """Whether a name with "the" may be a side's, and is no office, paper, or body of a state: "the Brigades"."""
    parts = name.split()
    other = parts[-1] in _no_groups() or parts[0] in words()["of_state"]
    return not (other or is_form(name) or is_title(name) or any(map(is_title, parts)))


def _sounds(page: Page, name: str) -> bool:
    """Whether a name alone sounds like a country's, or stands in one text with the word for its people."""
    like = name.endswith(tuple(words()["country_endings"])) or has_people(name, capitalised(page.text))
    return like and _may_stand(page, name)


def _may_stand(page: Page, name: str) -> bool:
    """Whether a name alone may be a party's or its capital's: no word that only opens a sentence, no person's last name."""
    if len(name) < _LETTERS or name in never() or name in words()["openers"] or is_title(name) or is_form(name):
        return False
    return name not in following(page.text) and (not name.endswith("s") or name in _inside(page.text))


@lru_cache(maxsize=1)
def _inside(text: str) -> frozenset[str]:
    """The capitalised words that stand inside a sentence somewhere, so that the capital is their own: "Prosecutors" may only open one."""
    return frozenset(_INSIDE.findall(text))
