"""In short: four to six sentences composed from the data, each with its evidence; what is not known is one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from nonpaper.present import words
from nonpaper.present.document import AspectView, EventView
from nonpaper.present.material import Material, day, listed, many, spelled
from nonpaper.present.review import unsure
from nonpaper.present.stands import StandView
from nonpaper.present.terms import DraftView, TermView

SHOWN = 4
"""References after a sentence; the others are counted."""
Link = tuple[str, str]


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence, links to its evidence, and how many more there are."""

    text: str
    links: tuple[Link, ...]
    more: int = 0


def short(
    of: Material,
    drafts: Sequence[DraftView],
    stands: Sequence[StandView],
    denials: Sequence[AspectView],
    events: Sequence[EventView],
) -> Iterator[Sentence]:
    """The sentences in order; one that has nothing to say is left out."""
    terms = [t for d in drafts for t in d.terms]
    yield _known(of, drafts, terms)
    yield from _differ(terms)
    yield from _refused(stands)
    yield from _denied(denials)
    yield from _ahead(events)
    yield _unknown(of)


def _sentence(text: str, links: Sequence[Link]) -> Sentence:
    unique = list(dict.fromkeys(links))
    return Sentence(text=text, links=tuple(unique[:SHOWN]), more=max(len(unique) - SHOWN, 0))


def _known(of: Material, drafts: Sequence[DraftView], terms: Sequence[TermView]) -> Sentence:
    dates = set(filter(None, of.days.values()))
    span = f", {day(min(dates).isoformat())} to {day(max(dates).isoformat())}," if len(dates) > 1 else ""
    named = [d for d in drafts if d.name]
    what = listed([f"the {d.name} text" for d in named]) if named else "a text that none of them names"
    count = len(of.readings)
    one, none = [t for t in terms if len(t.origins) == 1], [t for t in terms if not t.origins]
    parts = [f"{len(one)} of them on a single origin"] if one else []
    parts += [f"{len(none)} on none that is stated"] if none else []
    resting = f", {' and '.join(parts)}" if parts else ""
    said = f"{spelled(count)} report{'s'[: count != 1]}{span} describe{'s'[: count == 1]} {what}; "
    return _sentence(
        f"{said}{many(len(terms), 'term')} of {'it' if len(named) < 2 else 'them'} "
        f"{'is' if len(terms) == 1 else 'are'} reported{resting}.",
        [(d.anchor, d.heading) for d in drafts],
    )


def _differ(terms: Sequence[TermView]) -> Iterator[Sentence]:
    differ = [t for t in terms if len(t.accounts) > 1]
    moved = [t for t in terms if t.text_status != "in"]
    on = listed(sorted({words.inside(t.topic) for t in differ}))
    said = [f"reports of one text differ on {on}"] if differ else []
    if moved:
        verb = "is" if len(moved) == 1 else "are"
        said.append(f"{many(len(moved), 'term')} {verb} said to be dropped from a text or left open in it")
    if said:
        text = "; ".join(said)
        yield _sentence(text[0].upper() + text[1:] + ".", [(t.anchor, t.topic) for t in (*differ, *moved)])


def _refused(stands: Sequence[StandView]) -> Iterator[Sentence]:
    """Only a party's own no, on a topic or the whole text, never on a clause."""
    no = {words.STANCES["red_line"][0], words.STANCES["rejects"][0]}
    firm = [s for s in stands if s.own and s.mark in no and s.topic != words.topic("other")]
    if firm:
        topics: dict[str, set[str]] = {}
        for s in firm:
            topics.setdefault(s.party, set()).add(words.inside(s.topic))
        said = [f"{party} on {listed(sorted(on))}" for party, on in topics.items()]
        yield _sentence(
            f"In their own words, as reported, parties say no: {'; '.join(said)}.",
            [(s.anchor, f"{s.party}, {s.quote.published}") for s in firm],
        )


def _denied(denials: Sequence[AspectView]) -> Iterator[Sentence]:
    by: dict[tuple[str, str], set[str]] = {}
    for aspect in denials:
        for s in aspect.said:
            if s.party:
                by.setdefault((words.inside(aspect.asks), s.draft), set()).add(s.party)
    said = [
        f"{asks}{f' (the {draft} text)' if draft else ''}, by {listed(sorted(parties))}"
        for (asks, draft), parties in sorted(by.items(), key=lambda i: (i[0][1], i[0][0]))
    ]
    if said:
        links = [(s.anchor, f"{s.party}, {s.quote.published}") for a in denials for s in a.said if s.party]
        yield _sentence(f"What is denied: {'; '.join(said)}.", links)


def _ahead(events: Sequence[EventView]) -> Iterator[Sentence]:
    coming = [e for e in events if not e.past and e.state != "withdrawn"]
    if coming:
        first = coming[0]
        yield _sentence(
            f"The next {first.kind} that reports state: {first.when}.", [(first.anchor, first.quote.outlet)]
        )


def _unknown(of: Material) -> Sentence:
    waiting = unsure(of)
    tail = f"; {many(waiting, 'item')} that the reader is unsure of {'waits' if waiting == 1 else 'wait'} for review"
    return _sentence(
        "Not known: the text itself, and whether separate origins go back to one leaker"
        + (tail if waiting else "")
        + ".",
        [("review", "to review")] if waiting else [("absent", "what is absent")],
    )
