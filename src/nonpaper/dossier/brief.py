"""The brief of some reports, or of a dossier, as one page or as one record."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, BinaryIO, TypedDict, TypeVar, Unpack

import msgspec

from nonpaper.dossier.codes import code_rows
from nonpaper.dossier.corpus import Corpus, corpus, corpus_in
from nonpaper.dossier.differing import apart_at
from nonpaper.dossier.reader import state
from nonpaper.dossier.reading import Outcome, Progress, known_by, nothing_read, put_together, silent
from nonpaper.dossier.scenario import analysed
from nonpaper.dossier.since import Asked, asked_since, since_at
from nonpaper.judgements import NONE, Corrections, load_corrections, load_sources
from nonpaper.model.credibility import Reliability

if TYPE_CHECKING:
    from nonpaper.dossier.file import Dossier
    from nonpaper.present import BriefView
    from nonpaper.present.decided import Apart
    from nonpaper.present.material import Material
    from nonpaper.present.record import BriefRecord
    from nonpaper.present.scenario_view import ScenarioView
    from nonpaper.present.since import Since


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief is made of: readings already corrected, what people decided, a scenario, reliabilities."""

    outcome: Outcome
    decided: Corrections | None = None
    scenario: ScenarioView | None = None
    letters: Mapping[str, Reliability] = {}
    since: Since | None = None
    ceiling: str | None = None
    apart: tuple[Apart, ...] = ()


class Asking(TypedDict, total=False):
    """What may be asked of a brief.

    Files of `corrections`, of a `scenario`'s model, and of reliabilities by outlet (`sources`). Of a dossier `ceiling`
    leaves out what fewer may see. `since` asks for what is new from a day on, beside a brief made earlier (its file),
    or after the last judgement ("corrected"). `stdin`, `progress` and `jobs` are how reports are read.
    """

    corrections: str | None
    scenario: str | None
    sources: str | None
    ceiling: str | None
    since: str | None
    stdin: BinaryIO | None
    progress: Progress
    jobs: int


def brief(paths: Iterable[str], *, now: datetime, **asking: Unpack[Asking]) -> tuple[str, Outcome]:
    """The brief of reports, or of one dossier, as one HTML page, and the outcome it was made from.

    Raises ReportError where nothing could be read, StoreError, CorrectionsError, ScenarioError and BriefError where the
    dossier, the corrections, the reliabilities, the scenario's model or what `since` names cannot be used.
    """
    given = _given(paths, asking)
    return page_of(given, now=now), given.outcome


def brief_data(paths: Iterable[str], *, now: datetime, **asking: Unpack[Asking]) -> tuple[bytes, Outcome]:
    """The same brief as one JSON document in UTF-8, and the outcome it was made from; errors as in `brief`."""
    given = _given(paths, asking)
    return data_of(given, now=now), given.outcome


def _given(paths: Iterable[str], asking: Asking) -> Given:
    """Everything read; a file that cannot be used is said before any report is read."""
    beside = _beside(asking)
    made = corpus(
        paths,
        corrections=asking.get("corrections"),
        ceiling=asking.get("ceiling"),
        stdin=asking.get("stdin"),
        progress=asking.get("progress", silent),
        jobs=asking.get("jobs", 1),
    )
    return given_of(made, beside)


Made = TypeVar("Made")


def each_brief(
    path: str,
    make: Callable[..., Made],
    *,
    now: Callable[[], datetime],
    wait: Callable[[], None],
    **asking: Unpack[Asking],
) -> Generator[tuple[Made, Outcome]]:
    """The brief of a dossier, made at once and again after each change by anybody, until `wait` raises.

    `make` is `page_of` or `data_of`. The dossier stays open, so that what a change does not bear on is not made anew;
    `wait` is called between two looks at the file. Errors as in `brief`.
    """
    from nonpaper.dossier.file import open_dossier

    seen: int | None = None
    before: Given | None = None
    with open_dossier(path) as dossier:
        while True:
            if (changed := dossier.store.changes()) != seen:
                seen = changed
                with dossier.remembering():
                    given = _given_in(dossier, asking)
                    made = make(given, now=now()) if given != before else None
                if made is not None:  # a file that was written to may hold what it held
                    yield made, given.outcome
                before = given
            wait()


def _given_in(dossier: Dossier, asking: Asking) -> Given:
    beside = _beside(asking)
    decided = load_corrections(named) if (named := asking.get("corrections")) else None
    return given_of(corpus_in(dossier, decided, asking.get("ceiling")), beside)


def brief_schema() -> str:
    """The JSON Schema of what `brief_data` writes."""
    from nonpaper.present.record import brief_schema as schema

    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


class Beside(msgspec.Struct, frozen=True, kw_only=True):
    """What a brief is asked to show beside the readings."""

    letters: Mapping[str, Reliability] = {}
    scenario: ScenarioView | None = None
    since: Asked | None = None


def beside_of(*, scenario: str | None = None, sources: str | None = None, since: str | date | None = None) -> Beside:
    """What can be said of the files a brief is given before anything is read; errors as in `brief`."""
    return Beside(
        letters=load_sources(sources) if sources else {},
        scenario=_section(scenario),
        since=asked_since(since) if since else None,
    )


def _beside(asking: Asking) -> Beside:
    return beside_of(scenario=asking.get("scenario"), sources=asking.get("sources"), since=asking.get("since"))


def given_of(made: Corpus, beside: Beside) -> Given:
    """What a brief is made of; BriefError where nothing says since when."""
    return Given(
        outcome=made.outcome,
        decided=made.decided,
        scenario=beside.scenario,
        letters=beside.letters,
        since=since_at(beside.since, made) if beside.since else None,
        ceiling=made.ceiling,
        apart=apart_at(made),
    )


def record_of(given: Given, *, now: datetime) -> BriefRecord:
    """The same sections as one record; ReportError where there is no reading."""
    from nonpaper.present.record import brief_record

    view, of = _view(given, now)
    return brief_record(view, of, now, code_rows(given.outcome.readings))


def data_of(given: Given, *, now: datetime) -> bytes:
    """The same as one JSON document in UTF-8; ReportError where there is no reading."""
    from nonpaper.present.record import brief_json

    return brief_json(record_of(given, now=now))


def page_of(given: Given, *, now: datetime) -> str:
    """The page of readings already corrected; ReportError where there are none."""
    from nonpaper.present import brief_html  # Jinja is needed here alone

    return brief_html(_view(given, now)[0])


def _view(given: Given, now: datetime) -> tuple[BriefView, Material]:
    """The sections, and what they are made of."""
    from nonpaper.claims.shipped import checksum
    from nonpaper.drafts.versions import known_from, versions
    from nonpaper.present.made_of import Making, decisions_of
    from nonpaper.present.material import material
    from nonpaper.present.page import view_of

    outcome, decided = given.outcome, given.decided or NONE
    if not outcome.readings:
        raise nothing_read(outcome.left_out)
    told = versions(outcome.readings)
    consolidation, stands = put_together(told.readings, given.decided)
    together = known_from(consolidation, told)
    known = known_by(outcome.readings, told, together, decided, given.letters)
    of = material(told.readings, together, stands, known, given.letters)
    view = view_of(
        of,
        told,
        left_out=(*outcome.left_out, *outcome.stale),
        now=now,
        model=checksum(),
        scenario=given.scenario,
        since=given.since,
        apart=given.apart,
        making=Making(reader=state(), ceiling=given.ceiling, decisions=decisions_of(decided.entries)),
    )
    return view, of


def _section(scenario: str | None) -> ScenarioView | None:
    if not scenario:
        return None
    from nonpaper.present.scenario.section import scenario_view

    return scenario_view(analysed(scenario), scenario)
