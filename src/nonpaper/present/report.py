"""The report on an analyst's problem as frozen data: headed by its assumptions and author."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

import msgspec

from nonpaper import __version__
from nonpaper.analysis.numbers import shown
from nonpaper.analysis.words import MEANINGS
from nonpaper.model.acceptance import Acceptability
from nonpaper.model.amendment import Amendments
from nonpaper.model.answer import Answer, Point
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Preference, Problem, Range
from nonpaper.model.sensitivity import Sensitivity
from nonpaper.model.trade import Trade
from nonpaper.present import words
from nonpaper.present.accepted import blocking_sentence, percent, zone_lines, zone_over_all_lines
from nonpaper.present.amended import in_words, sentence
from nonpaper.present.answers import NAMES
from nonpaper.present.charts import Bars, Parallel, Scatter, acceptance_bars, parallel, scatter, tornado_bars

LISTED = 60
"""Packages of the frontier listed in the report."""


class IssueView(msgspec.Struct, frozen=True, kw_only=True):
    """An issue, its options, and each party's weight and values."""

    name: str
    options: tuple[str, ...]
    weights: tuple[str, ...]
    values: tuple[tuple[str, ...], ...]


class DraftView(msgspec.Struct, frozen=True, kw_only=True):
    """All that was found on one draft."""

    name: str
    shares: tuple[tuple[str, str, str, str], ...]
    bars: Bars
    broken: tuple[str, ...]
    blocking: tuple[str, ...]
    amendments: tuple[AmendmentView, ...]
    tornado: Bars | None
    thresholds: tuple[tuple[str, ...], ...]
    trades: tuple[Trade, ...]


class AmendmentView(msgspec.Struct, frozen=True, kw_only=True):
    """One question of amendment: the answer as a sentence, and the redlines."""

    says: str
    sets: tuple[tuple[str, tuple[tuple[str, str, str], ...]], ...]


class AnalysisView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole report."""

    title: str
    author: str
    date: str
    made: str
    assumptions: tuple[str, ...]
    words: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str, str], ...]
    issues: tuple[IssueView, ...]
    names: tuple[str, ...]
    links: tuple[str, ...]
    zone: tuple[str, ...]
    drafts: tuple[DraftView, ...]
    ranks: tuple[tuple[str, ...], ...]
    solutions: tuple[tuple[str, str, tuple[Point, ...], float], ...]
    frontier: tuple[Point, ...]
    frontier_size: int
    truncated: bool
    scatter: Scatter | None
    parallel: Parallel | None
    method: tuple[tuple[str, str], ...]
    parameters: tuple[tuple[str, str], ...]
    left_out: tuple[Finding, ...]
    utility: str
    file: str
    digest: str
    version: str = __version__


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """The problem and everything that was computed on it; parts are missing where numbers are."""

    problem: Problem
    known: Problem | None
    packages: Answer | None
    accepted: Acceptability
    amended: dict[str, tuple[Amendments, ...]]
    moved: dict[str, Sensitivity]
    trades: dict[str, tuple[Trade, ...]]
    findings: tuple[Finding, ...]


def analysis_view(of: Material, now: datetime) -> AnalysisView:
    """Everything the report shows."""
    problem, answer = of.problem, of.packages
    plotted = answer is not None and bool(answer.frontier)
    reserve = [float(p.reservation.low) for p in (of.known or problem).parties]
    two = len(problem.parties) == 2
    used = {w for p in problem.parties for row in p.words for w in row if w}
    return AnalysisView(
        title=problem.title or problem.file,
        author=problem.author or "no author named in the file",
        date=problem.date or "no date given",
        made=now.strftime("%-d %B %Y, %H:%M ") + (now.tzname() or now.strftime("%z")),
        assumptions=problem.assumptions,
        words=tuple((w, MEANINGS[w].says) for w in MEANINGS if w in used),
        parties=tuple((p.name, _range(p.reservation), _known(problem, p)) for p in problem.parties),
        issues=tuple(_issue(problem, k) for k in range(len(problem.issues))),
        names=tuple(p.name for p in problem.parties),
        links=tuple(_link(problem, at) for at in range(len(problem.links))),
        zone=tuple(line.strip() for line in _zone(of.accepted) if line),
        drafts=tuple(_draft(of, at) for at in range(len(problem.drafts))),
        ranks=tuple((r.party, r.draft, *(f"{100 * s:.1f} %" for s in r.shares)) for r in of.accepted.ranks),
        solutions=_solutions(answer) if answer else (),
        frontier=answer.frontier[:LISTED] if answer else (),
        frontier_size=len(answer.frontier) if answer else 0,
        truncated=bool(answer and answer.truncated),
        scatter=scatter(answer, reserve, _drawn(of)) if plotted and two and answer else None,
        parallel=parallel(answer, reserve) if plotted and not two and answer else None,
        method=_method(of),
        parameters=_parameters(of),
        left_out=_left_out(of),
        utility=problem.utility,
        file=problem.file,
        digest=problem.digest,
    )


def _zone(of: Acceptability) -> Iterator[str]:
    yield from zone_over_all_lines(of.zone_over_all)
    yield from zone_lines(of.zone)


def _range(value: Range) -> str:
    return shown(value.low) if value.known else f"{shown(value.low)} to {shown(value.high)}"


def _known(problem: Problem, party: Preference) -> str:
    if party.weights is not None:
        return "weights given"
    if party.order is None:
        return "weights unknown: any are possible"
    groups = [", ".join(problem.issues[k].name for k in group) for group in party.order]
    return "order of importance: " + "; then ".join(groups)


def _issue(problem: Problem, k: int) -> IssueView:
    issue = problem.issues[k]
    return IssueView(
        name=issue.name,
        options=issue.options,
        weights=tuple(shown(p.weights[k]) if p.weights else "unknown" for p in problem.parties),
        values=tuple(tuple(_cell(p, k, o) for p in problem.parties) for o in range(len(issue.options))),
    )


def _cell(party: Preference, k: int, o: int) -> str:
    word = party.words[k][o] if party.words else ""
    return f"{word} ({_range(party.values[k][o])})" if word else _range(party.values[k][o])


def _link(problem: Problem, at: int) -> str:
    link = problem.links[at]
    when, then = problem.issues[link.when[0]], problem.issues[link.then[0]]
    some = " or ".join(f"“{when.options[o]}”" for o in link.when[1])
    needed = " or ".join(f"“{then.options[o]}”" for o in link.then[1])
    return f"{when.name} {some} only with {then.name} {needed}" + (f": {link.why}" if link.why else "")


def _draft(of: Material, at: int) -> DraftView:
    draft = of.problem.drafts[at]
    found = of.accepted.drafts[at]
    moved = of.moved.get(draft.name)
    tornado = tornado_bars(moved) if moved else None
    return DraftView(
        name=draft.name,
        shares=(
            *(
                (p.party, percent(p.share), f"{p.least:.3f} to {p.most:.3f}", ", ".join(p.crossed))
                for p in found.parties
            ),
            ("all at once", percent(found.jointly), "", ""),
        ),
        bars=acceptance_bars(found),
        broken=found.broken_links,
        blocking=tuple(blocking_sentence(b) for b in of.accepted.blocking.get(draft.name, ())),
        amendments=tuple(_amended(a) for a in of.amended.get(draft.name, ())),
        tornado=tornado if tornado and tornado.bars else None,
        thresholds=tuple(
            (t.party, t.kind + (f", {t.issue}" if t.issue else ""), f"{t.now:.3f}", f"{t.turns_at:.3f}", t.answer)
            for t in (moved.thresholds if moved else ())
            if t.turns_at is not None
        ),
        trades=of.trades.get(draft.name, ()),
    )


def _amended(answer: Amendments) -> AmendmentView:
    sets = tuple(
        (in_words(s), tuple((c.issue, c.before, c.after) for c in s.changes)) for s in answer.sets[:6] if s.changes
    )
    return AmendmentView(says=sentence(answer), sets=sets)


def _solutions(answer: Answer) -> tuple[tuple[str, str, tuple[Point, ...], float], ...]:
    return tuple(
        (NAMES[name], answer.method[name], points, answer.gaps.get(name, 0.0))
        for name, points in answer.solutions.items()
    )


def _drawn(of: Material) -> Sequence[Point]:
    """The drafts as points, where numbers are known."""
    if of.known is None:
        return ()
    return [
        Point(
            package={"": d.name},
            utilities={
                p.name: float(
                    sum(w * row[o].low for w, row, o in zip(p.weights or (), p.values, d.choices, strict=True))
                )
                for p in of.known.parties
            },
        )
        for d in of.known.drafts
    ]


def _method(of: Material) -> tuple[tuple[str, str], ...]:
    listed = dict(of.packages.method if of.packages else {}) | of.accepted.method
    for answers in of.amended.values():
        listed |= {f"amendments, {a.parameters['for']}": a.method["search"] for a in answers}
    for moved in of.moved.values():
        listed |= moved.method
    return tuple((words.topic(name), says) for name, says in listed.items())


def _parameters(of: Material) -> tuple[tuple[str, str], ...]:
    listed: dict[str, object] = {**(of.packages.parameters if of.packages else {}), **of.accepted.parameters}
    return tuple((name, f"{value:,}" if isinstance(value, int) else str(value)) for name, value in listed.items())


def _left_out(of: Material) -> tuple[Finding, ...]:
    every: list[Finding] = [*of.findings, *of.accepted.left_out]
    parts: list[Sequence[Finding]] = [of.packages.left_out] if of.packages else []
    parts += [a.left_out for answers in of.amended.values() for a in answers]
    parts += [m.left_out for m in of.moved.values()]
    every += [f for part in parts for f in part]
    return tuple({(f.where, f.what): f for f in every}.values())
