"""Terms on the page: accounts side by side, how they are known, and who stands where on their topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain

import msgspec
from msgspec.structs import replace

from nonpaper.model.codes import Status
from nonpaper.model.draft import Cell, Stand, Term, Wording
from nonpaper.model.judgement import Reviewed
from nonpaper.model.reading import Reading
from nonpaper.present import words
from nonpaper.present.known import KnownView, known_views, text_denials
from nonpaper.present.later import Later
from nonpaper.present.material import Material, Quote, day, iso, quote
from nonpaper.present.stands import StandView, stand_view
from nonpaper.remembered import by_key, each, once, remembered

BESIDE = ("demand", "proposal", "comparison")
"""What is not said to be in a text, kind by kind."""
STRONGER: tuple[Status, ...] = ("signed", "published", "attested", "reported")


class ConditionView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a term hangs on: its kind in a word, and the exact words."""

    kind: str
    said: str
    start: int
    end: int


class WordingView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One report's words for a term, and what they are said to mean."""

    anchor: str
    quote: Quote
    modality: str
    obligor: tuple[str, ...]
    beneficiary: tuple[str, ...]
    conditions: tuple[ConditionView, ...]
    status: str
    reviewed: Reviewed | None


class MarkView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One mark of the margin: a separate origin, a relay, or a denial."""

    kind: str
    says: str


class KinView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Another term that says less, or more, of the same thing: where it stands, and the words of its first report."""

    anchor: str
    says: str
    quote: Quote


Kin = dict[str, tuple[KinView, ...]]
"""By term, the terms that say less or more of the same thing."""


class TermView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One term: accounts side by side, separate origins, and the stances stated on its topic."""

    anchor: str
    number: str
    code: str
    topic: str
    presented: str
    accounts: tuple[tuple[str, Sequence[WordingView]], ...]
    origins: tuple[str, ...]
    known: KnownView
    marks: tuple[MarkView, ...]
    reports: int
    status: Status
    denied: bool
    text_status: str
    stands: tuple[StandView, ...] = ()
    kin: tuple[KinView, ...] = ()


class DraftView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One text and its terms; `name` is None where no report says which text is meant."""

    anchor: str
    name: str | None
    heading: str
    first: str
    known: str
    called: tuple[tuple[str, int], ...]
    denied: tuple[str, ...]
    terms: tuple[TermView, ...]


def drafts(of: Material, kin: Kin) -> Iterator[DraftView]:
    """Each text in turn, the unnamed last."""
    called = by_key("called", each("called", tuple(of.readings.values()), _called))
    for draft in of.together.drafts:
        yield DraftView(
            anchor=f"draft-{draft.id}",
            name=draft.name,
            heading=f"The {draft.name} text" if draft.name else "Which text is meant is not stated",
            first=day(draft.first_reported) if iso(draft.first_reported) else "",
            known=words.KNOWN[draft.known_from],
            called=_counted(called.get(draft.name, ())) if draft.name else (),
            denied=text_denials(of, draft.name),
            terms=term_views(of, draft.terms, kin, draft.id),
        )


def _called(reading: Reading) -> dict[str | None, tuple[str, ...]]:
    """What a report calls each text, each word once."""
    found: dict[str | None, dict[str, None]] = {}
    for item in reading.particulars:
        if item.aspect == "kind":
            found.setdefault(item.draft, {})[(item.value or "").casefold()] = None
    return {draft: tuple(names) for draft, names in found.items()}


def _counted(names: Sequence[str]) -> tuple[tuple[str, int], ...]:
    """What reports call a text, with the number of reports."""
    return tuple(sorted(Counter(names).items(), key=lambda c: (-c[1], c[0])))


def outside(of: Material, kin: Kin) -> dict[str, tuple[TermView, ...]]:
    """Demands, proposals and comparisons, each kind apart."""
    made = term_views(of, of.together.outside, kin, "outside")
    return {words.OUTSIDE[k]: tuple(t for t in made if t.presented == k) for k in BESIDE}


def kin_of(of: Material) -> Kin:
    """By term, the terms that say less or more of the same thing."""
    of_pairs = [((p.wide, p.narrow, "narrowly"), (p.narrow, p.wide, "widely")) for p in of.together.narrower]
    ties = list(chain.from_iterable(of_pairs))
    first = [(of.terms[there].wordings[0], there, says) for _, there, says in ties]
    rows = [(of.readings[wording.report], wording, there, says) for wording, there, says in first]
    found: dict[str, list[KinView]] = {}
    for (here, *_), view in zip(ties, each("kin", rows, lambda row: _kin_view(*row)), strict=True):
        found.setdefault(here, []).append(view)
    return {term: tuple(views) for term, views in found.items()}


def _kin_view(reading: Reading, first: Wording, term: str, says: str) -> KinView:
    return KinView(
        anchor=f"term-{term}",
        says=f"A report gives it more {says}",
        quote=quote(reading, first.provision.span, first.provision.claim),
    )


def term_views(of: Material, terms: Sequence[Term], kin: Kin, where: str) -> tuple[TermView, ...]:
    """The terms of one text for the page; `kin` are those that say less or more of the same thing."""
    known = known_views(of, [t.id for t in terms], where)
    rows = [(t, kin.get(t.id, ()), k) for t, k in zip(terms, known, strict=True)]
    stands = _first_stands(of)
    made = each("term", rows, lambda row: _view(of, *row), (where,))
    return tuple([replace(view, stands=stands.get(view.code, ())) for view in made])


OF_THE_REPORT = frozenset({"denies_report", "denies_knowledge", "no_comment"})
"""Stances that answer a report, and say nothing of the matter itself."""


def _first_stands(of: Material) -> dict[str, tuple[StandView, ...]]:
    """By topic, the newest stance of each party on the matter; its answer to a report only where there is no other."""
    first = by_key("first stands", each("first stand", of.matrix.cells, lambda cell: {cell.topic: _first(cell)}))
    return dict(each("stands of topic", list(first.items()), lambda row: (row[0], _stand_views(of, row[1]))))


def _first(cell: Cell) -> tuple[Stand, ...]:
    on_the_matter = next((s for s in cell.stands if s.position.stance not in OF_THE_REPORT), cell.stands[0])
    return (on_the_matter,)


def _stand_views(of: Material, stands: Sequence[Stand]) -> tuple[StandView, ...]:
    return tuple(stand_view(of, s) for s in stands)


def _view(of: Material, term: Term, kin: tuple[KinView, ...], known: KnownView) -> TermView:
    first = term.wordings[0].provision
    return TermView(
        anchor=f"term-{term.id}",
        number=term.number or "",
        code=term.topic,
        topic=words.topic(term.topic),
        presented=first.presented_as,
        accounts=once("accounts", (term,), lambda: _accounts(of, term)),
        origins=tuple(o.name for o in known.origins),
        known=known,
        marks=_marks(known),
        reports=len(term.reports),
        status=_status(term),
        denied=bool(known.denied),
        text_status=first.text_status,
        kin=kin,
    )


def _accounts(of: Material, term: Term) -> tuple[tuple[str, Sequence[WordingView]], ...]:
    readings = {report: of.readings[report] for report in term.reports}
    return tuple((a.value or "", Later(a.wordings, partial(_wording, readings))) for a in term.accounts)


@remembered
def _status(term: Term) -> Status:
    return next(s for s in STRONGER if s == "reported" or any(w.provision.status == s for w in term.wordings))


@remembered
def _marks(known: KnownView) -> tuple[MarkView, ...]:
    return tuple(_each_mark(known))


def _each_mark(known: KnownView) -> Iterator[MarkView]:
    """Filled for each separate origin, hollow for each report that has it from there, struck for each denial."""
    for origin in known.origins:
        yield MarkView(kind="origin", says=f"separate origin: {origin.name}")
    for origin in known.origins:
        for way, how in zip(origin.ways, origin.how, strict=True):
            yield MarkView(kind="relay", says=f"{' → '.join((origin.name, *way))} ({how})")
    for name in known.unknown:
        yield MarkView(kind="relay", says=f"{name}: origin not known")
    for said in known.denied:
        yield MarkView(kind="denial", says=f"denied: {said}")


def _wording(readings: dict[str, Reading], wording: Wording) -> WordingView:
    item, reading = wording.provision, readings[wording.report]
    return WordingView(
        anchor=f"w-{wording.report}-{wording.index}",
        quote=quote(reading, item.span, item.claim),
        modality=words.MODALITIES.get(item.modality or "", ""),
        obligor=item.obligor,
        beneficiary=item.beneficiary,
        conditions=tuple(
            ConditionView(
                kind=words.CONDITIONS[c.kind], said=c.span.quote(reading.text), start=c.span.start, end=c.span.end
            )
            for c in item.conditions
        ),
        status=item.status,
        reviewed=item.reviewed,
    )
