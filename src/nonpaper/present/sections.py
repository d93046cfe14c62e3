"""Builds each section of the page from readings, drafts and matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from nonpaper.model.draft import Consolidation, Draft, Matrix, Stand, Term, Wording
from nonpaper.model.finding import Finding
from nonpaper.model.judgement import Reviewed
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span, hull
from nonpaper.present import views, words
from nonpaper.present.marks import runs

AROUND = 160


class Page:
    """The readings by id, and the sections that are made of them."""

    def __init__(self, readings: Sequence[Reading], together: Consolidation, matrix: Matrix) -> None:
        self.readings = {r.report.id: r for r in readings}
        self.together, self.matrix = together, matrix

    def view(self, left_out: tuple[Finding, ...], now: datetime) -> views.BriefView:
        """All sections."""
        drafts = tuple(self._draft(d) for d in self.together.drafts)
        outside = tuple(self._term(t, ()) for t in self.together.outside)
        return views.BriefView(
            title=self._title(),
            known_on=now.strftime("%-d %B %Y, %H:%M ") + (now.tzname() or now.strftime("%z")),
            checked=self._checked(),
            counts=self._counts(drafts, left_out),
            short=tuple(self._short(drafts)),
            drafts=drafts,
            outside=outside,
            questions=tuple((q.left, q.right, q.why) for q in self.together.questions),
            parties=self.matrix.parties,
            rows=tuple(self._rows()),
            origins=tuple(self._origins()),
            absent=tuple(self._absent()),
            review=tuple(self._review()),
            reports=tuple(self._report(r) for r in self.readings.values()),
            left_out=left_out,
            corrections=tuple(self._corrections()),
        )

    def _title(self) -> str:
        names = [f"The {d.name} text" for d in self.together.drafts if d.name]
        joined = " and ".join(n if i == 0 else n.replace("The", "the", 1) for i, n in enumerate(names[:2]))
        return joined or "A text known from reporting"

    def _items(self) -> Iterator[tuple[Reading, str, Span, Reviewed | None, bool, tuple[str, ...]]]:
        for reading in self.readings.values():
            for c in reading.claims:
                yield reading, f"claim: {words.KINDS[c.kind]}", hull(c.content), c.reviewed, c.unsure, c.doubts
            for p in reading.provisions:
                what = f"{words.PRESENTED[p.presented_as]}: {words.topic(p.topic).lower()}"
                yield reading, what, p.span, p.reviewed, p.unsure, p.doubts
            for s in reading.positions:
                what = f"stance of {s.party}: {words.STANCES[s.stance][1]} ({words.topic(s.topic).lower()})"
                yield reading, what, s.span, s.reviewed, s.unsure, s.doubts

    def _checked(self) -> str:
        items = list(self._items())
        by = Counter(i[3].by for i in items if i[3] is not None)
        if not by:
            return "Not checked by a person."
        done = f"{sum(by.values())} of {len(items)} items checked or corrected, by {', '.join(sorted(by))}"
        return f"{done}; the others not checked by a person."

    def _counts(self, drafts: Sequence[views.DraftView], left_out: Sequence[Finding]) -> tuple[tuple[str, str], ...]:
        terms = [t for d in drafts for t in d.terms]
        origins = {o for t in terms for o in t.origins}
        rows = [
            (str(len(self.readings)), "reports read"),
            (str(len(origins)), "separate origins named for the terms"),
            (str(len(terms)), "terms reported"),
            (str(sum(len(t.accounts) > 1 for t in terms)), "terms on which reports differ"),
            (str(sum(t.denied for t in terms)), "terms denied"),
            (str(sum(not t.origins for t in terms)), "terms whose origin is not stated"),
        ]
        return (*rows, (str(len(left_out)), "left out")) if left_out else tuple(rows)

    def _quote(self, report: str, span: Span, chain: tuple[str, ...] = ()) -> views.Quote:
        reading = self.readings[report]
        text, about = reading.text, reading.report
        before = text[max(0, span.start - AROUND) : span.start].rpartition("\n")[2]
        after = text[span.end : span.end + AROUND].partition("\n")[0]
        return views.Quote(
            report=report,
            start=span.start,
            end=span.end,
            words=span.quote(text),
            before=before,
            after=after,
            outlet=about.outlet or about.title or about.path,
            published=(about.published or "")[:10] or "date not known",
            chain=chain,
        )

    def _wording(self, wording: Wording) -> views.WordingView:
        item = wording.provision
        text = self.readings[wording.report].text
        return views.WordingView(
            quote=self._quote(wording.report, item.span, self._chain(wording.report, item.claim)),
            modality=words.MODALITIES.get(item.modality or "", ""),
            obligor=item.obligor,
            beneficiary=item.beneficiary,
            conditions=tuple(f"{c.kind}: {c.span.quote(text)}" for c in item.conditions),
            status=item.status,
            reviewed=item.reviewed,
        )

    def _chain(self, report: str, index: int | None) -> tuple[str, ...]:
        """From the source, through its carriers, to this report."""
        reading = self.readings[report]
        here = reading.report.outlet or "this report"
        if index is None or index >= len(reading.claims):
            return (here,)
        claim = reading.claims[index]
        who = " ".join(" ".join(s.quote(reading.text) for s in claim.resolved or claim.source).split())
        return (who or "source not given", *reversed(claim.via), here)

    def _term(self, term: Term, stands: tuple[views.StandView, ...]) -> views.TermView:
        first = term.wordings[0].provision
        return views.TermView(
            anchor=f"term-{term.id}",
            number=term.number or "",
            topic=words.topic(term.topic),
            presented=words.PRESENTED[first.presented_as],
            accounts=tuple((a.value or "", tuple(self._wording(w) for w in a.wordings)) for a in term.accounts),
            origins=term.origins,
            reports=len({w.report for w in term.wordings}),
            denied=any(w.provision.status == "denied" for w in term.wordings),
            text_status=first.text_status,
            stands=stands,
        )

    def _draft(self, draft: Draft) -> views.DraftView:
        by_topic = {c.topic: c for c in self.matrix.cells}
        stands = {
            t: tuple(self._stand(s) for c in self.matrix.cells if c.topic == t for s in c.stands[:1]) for t in by_topic
        }
        return views.DraftView(
            anchor=f"draft-{draft.id}",
            name=f"The {draft.name} text" if draft.name else "Which text is meant is not stated",
            first=(draft.first_reported or "")[:10],
            terms=tuple(self._term(t, stands.get(t.topic, ())) for t in draft.terms),
        )

    def _stand(self, stand: Stand) -> views.StandView:
        position = stand.position
        mark, says = words.STANCES[position.stance]
        text = self.readings[stand.report].text
        return views.StandView(
            party=position.party,
            mark=mark,
            says=says,
            own=stand.own,
            basis=words.BASES[position.basis],
            quote=self._quote(stand.report, position.span, self._chain(stand.report, position.claim)),
            speaker=" ".join((position.speaker or "").split()),
            conditions=tuple(c.span.quote(text) for c in position.conditions),
            reviewed=position.reviewed,
        )

    def _rows(self) -> Iterator[views.RowView]:
        cells = {(c.topic, c.party): c for c in self.matrix.cells}
        for topic in self.matrix.topics:
            row = []
            for party in self.matrix.parties:
                cell = cells.get((topic, party))
                stands = tuple(self._stand(s) for s in cell.stands) if cell else ()
                row.append(views.CellView(stands=stands, contested=bool(cell and cell.contested)))
            yield views.RowView(topic=words.topic(topic), cells=tuple(row))

    def _origins(self) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
        resting: dict[str, list[tuple[str, str]]] = {}
        for reading in self.readings.values():
            name = reading.report.outlet or reading.report.title or reading.report.path
            for origin in reading.origins or ("origin not stated",):
                resting.setdefault(origin, []).append((f"report-{reading.report.id}", name))
        for origin in sorted(resting):
            yield origin, tuple(resting[origin])

    def _short(self, drafts: Sequence[views.DraftView]) -> Iterator[views.Sentence]:
        terms = [t for d in drafts for t in d.terms]
        named = [d for d in drafts if not d.name.startswith("Which")]
        reports = len(self.readings)
        yield views.Sentence(
            text=f"{reports} report{'s' * (reports != 1)} describe{'s' * (reports == 1)} "
            + (f"{len(named)} text{'s' * (len(named) != 1)} by name" if named else "a text that no report names")
            + f", and {len(terms)} terms of {'it' if len(named) < 2 else 'them'} are reported.",
            links=tuple((d.anchor, d.name) for d in named[:4]),
        )
        differ = [t for t in terms if len(t.accounts) > 1]
        if differ:
            yield views.Sentence(
                text="Reports differ on " + ", ".join(sorted({t.topic.lower() for t in differ})) + ".",
                links=tuple((t.anchor, t.topic) for t in differ[:4]),
            )
        single = [t for t in terms if len(t.origins) <= 1]
        if terms:
            yield views.Sentence(
                text=f"{len(single)} of {len(terms)} terms rest on one origin, or on none that is stated.",
                links=tuple((t.anchor, t.topic) for t in single[:4]),
            )
        firm = [
            (r, s) for r in self._rows_raw() for s in r[1] if s.own and s.position.stance in ("red_line", "rejects")
        ]
        if firm:
            said = "; ".join(sorted({f"{s.position.party} on {words.topic(topic).lower()}" for (topic, _), s in firm}))
            yield views.Sentence(
                text=f"In their own words, parties say no to: {said}.",
                links=tuple((f"q-{s.report}-{s.position.span.start}", s.position.party) for _, s in firm[:4]),
            )
        dropped = [t for t in terms if t.text_status != "in"]
        if dropped:
            yield views.Sentence(
                text=f"{len(dropped)} term{'s' * (len(dropped) != 1)} reported as dropped or left open.",
                links=tuple((t.anchor, t.topic) for t in dropped[:4]),
            )
        doubts = sum(i[4] for i in self._items())
        yield views.Sentence(
            text="Not known from these reports: the text itself, and whether separate origins share one leaker; "
            f"{doubts} items wait for review.",
            links=(("review", "to review"),),
        )

    def _rows_raw(self) -> list[tuple[str, tuple[Stand, ...]]]:
        return [(c.topic, c.stands) for c in self.matrix.cells]

    def _absent(self) -> Iterator[str]:
        heard = {c.party for c in self.matrix.cells if any(s.own for s in c.stands)}
        for party in self.matrix.parties:
            if party not in heard:
                yield f"{party} is heard only through others in these reports."
        unknown = [r.report.path for r in self.readings.values() if not r.report.published]
        if unknown:
            yield f"{len(unknown)} reports carry no date that could be read."
        silent = [t for t in ("monitoring", "deadline", "legal_status") if t not in self._topics()]
        if silent:
            yield "No report states a term on: " + ", ".join(words.topic(t).lower() for t in silent) + "."

    def _topics(self) -> set[str]:
        return {t.topic for d in self.together.drafts for t in d.terms}

    def _review(self) -> Iterator[views.Doubt]:
        for reading, what, span, _, unsure, doubts in self._items():
            if unsure:
                yield views.Doubt(
                    what=what, quote=self._quote(reading.report.id, span), why="; ".join(doubts) or "not sure"
                )

    def _corrections(self) -> Iterator[views.Correction]:
        for reading, what, span, reviewed, _, _ in self._items():
            if reviewed is not None:
                yield views.Correction(what=what, quote=self._quote(reading.report.id, span), reviewed=reviewed)

    def _report(self, reading: Reading) -> views.ReportView:
        about = reading.report
        safe = about.url if (about.url or "").startswith(("http://", "https://")) else ""
        return views.ReportView(
            anchor=f"report-{about.id}",
            title=about.title or about.path,
            outlet=about.outlet or "outlet not stated",
            published=about.published or "date not known",
            language=about.language or "",
            url=safe or "",
            id=about.id,
            origins=reading.origins,
            runs=runs(reading),
            findings=reading.findings,
        )
