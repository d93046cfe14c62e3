"""Persons whose party the words beside their names leave open, found from the rest of the report; kept for every later mention."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.forenames import with_forenames
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.titled import Titled, titled
from nonpaper.claims.held_by import NOBODYS, by_name, by_place
from nonpaper.claims.introduced import with_introduced
from nonpaper.claims.labels import with_labels
from nonpaper.claims.offices import has_reacted, state_of_title, under_heading
from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.sections import of_paragraph, of_paragraph_before, of_section
from nonpaper.claims.sides import side_of
from nonpaper.claims.sides.capitals import with_capitals
from nonpaper.claims.sources.owners import POSSESSED, owner_before
from nonpaper.claims.sources.pieces import names_in
from nonpaper.model.span import Span

Whose = Callable[[Page, Titled], str | None]


def with_officials(page: Page) -> Page:
    """The page with a party for persons who hold an office of the one state that faces a movement, or serve someone known.

    A person keeps the party in every later mention, by surname or first name too. Linear in the text.
    """
    page = with_capitals(page)
    page = _with_parties(
        page, (_by_heading, _by_post, _by_office, _by_stretch, by_place, _by_its, _by_owner, by_name, _by_person)
    )
    return with_labels(with_forenames(with_introduced(page)))


def with_owners(page: Page) -> Page:
    """The page with a party for persons who hold an office of a party that only the model has told: "the Highland Council's chair, X"."""
    return _with_parties(page, (by_name, _by_post))


def _with_parties(page: Page, ways: Sequence[Whose]) -> Page:
    """The page with the parties that each way tells of persons who have none, one way after the other."""
    for whose in ways:
        parties = dict(_parties(page, whose))
        if parties:
            page = replace(page, mentions=tuple(_with_party(page, m, parties) for m in page.mentions))
    return page


def _by_office(page: Page, person: Titled) -> str | None:
    return state_of_title(page, f"{person.where} {person.title}", person.at)


def _by_heading(page: Page, person: Titled) -> str | None:
    words = f"{person.where} {person.title}"
    return under_heading(page, words, person.at) or has_reacted(page, words, person.at) if person.title else None


def _by_stretch(page: Page, person: Titled) -> str | None:
    """Of an office in a paragraph, or under a heading, that is about one state."""
    words = f"{person.where} {person.title}"
    return of_paragraph(page, words, person.at) or of_section(page, words, person.at)


def _by_post(page: Page, person: Titled) -> str | None:
    """Of "the group's deputy leader, X" the movement; of "Soumara's envoy, former minister X" whose envoy he is now."""
    before = Span(max(0, person.at - _NEAR), person.at) if person.at else Span(0, 1)
    own = _OF_MOVEMENT.search(page.text, before.start, before.end)
    if own is not None and not NOBODYS.search(person.where):
        return side_of(page, Span(*own.span("who")))
    post = _POST.search(page.text, before.start, before.end)
    known = mentions_in(page, Span(before.start, post.start())) if post and post.start() > before.start else ()
    return known[-1].party if post and known and known[-1].span.end == post.start() else None


def _by_its(page: Page, person: Titled) -> str | None:
    """Of "Its envoy, X" at the head of a paragraph: whom the paragraph before is about."""
    own = _ITS.fullmatch(person.where)
    return of_paragraph_before(page, person.at) if own is not None else None


def _by_owner(page: Page, person: Titled) -> str | None:
    """Of "his interior minister, X": the party of the person before."""
    own = POSSESSED.match(f"{person.where} ")
    return None if own is None or NOBODYS.search(person.where) else owner_before(page, person.at, own["whose"])


def _by_person(page: Page, person: Titled) -> str | None:
    """Of "Ondas's deputy, X", "Ondas aide X" and "X, adviser to Ondas": the party of the person who is served."""
    owner = _PERSONS.search(page.text, max(0, person.at - _NEAR), person.at)
    serves = _SERVES.search(page.text, person.at, min(len(page.text), person.at + _NEAR)) if person.title else None
    beside = person.at - 1 if person.title in _SERVANTS else 0
    at = owner.start() - 1 if owner else beside - 1 if beside > 0 and not serves else serves.end() if serves else -1
    known = [m for m in names_in(page, Span(at, at + 1)) if m.kind == "person"] if at >= 0 else []
    return known[-1].party if known and not NOBODYS.search(person.where) else None


_SERVANTS = frozenset({"aide", "adviser", "advisor", "deputy", "envoy", "spokesman", "spokeswoman", "spokesperson"})


_OF_MOVEMENT = re.compile(
    r"\b(?P<who>the (?:group|movement|rebels?|militia|insurgents|guerrillas|separatists|alliance|front|coalition|league|brigades|council|column|legion|confederation|federation))[’'](?:s | )(?:[\w-]+[ -]){0,2}\Z",
    re.IGNORECASE,
)
_POST = re.compile(
    r"[’']s? (?:[a-z]+ )?(?:envoy|negotiator|mediator|representative|delegate|spokes\w+), (?:the |a )?former \Z"
)
_ITS = re.compile(r"(?:Its|Their)(?: [a-z]+)?")
_PERSONS = re.compile(r"(?<=\w)[’'](?:s | )(?:[a-z-]+ ){0,2}\Z")
_SERVES = re.compile(
    r"\b(?:advis[eo]r|aide|deputy|envoy|spokes\w+|chief of staff|assistant|secretary) (?:to|of|for) (?:the )?(?:[Pp]resident |[Pp]rime [Mm]inister |[Pp]remier |[Gg]eneral |Mr |Ms )?"
)
_NEAR = 90  # characters around a title in which the person stands whom it serves


def _parties(page: Page, whose: Whose) -> Iterator[tuple[str, str]]:
    """Names and surnames of persons without a party who are one's, each with it; where a name first stands with a title decides.

    A surname that two bear is left out.
    """
    open_names = {m.span.quote(page.text) for m in page.mentions if m.kind == "person" and m.party is None}
    bearers: dict[str, set[str]] = {}
    for person in titled(page.text):
        if person.name:
            bearers.setdefault(person.name.split()[-1], set()).add(person.name)
    introduced: set[str] = set()
    for person in sorted(titled(page.text), key=lambda t: t.at) if open_names else ():
        if person.name not in open_names or person.name in introduced:
            continue
        introduced.add(person.name)
        party = whose(page, person)
        if party is None:
            continue
        yield person.name, party
        surname = person.name.split()[-1]
        if len(bearers[surname]) == 1:
            yield surname, party


def _with_party(page: Page, mention: Mention, parties: dict[str, str]) -> Mention:
    if mention.kind != "person" or mention.party is not None:
        return mention
    party = parties.get(mention.span.quote(page.text))
    return mention if party is None else replace(mention, party=party)
