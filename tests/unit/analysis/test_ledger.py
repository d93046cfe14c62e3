"""The ledger and the proposed problem, on invented readings: symmetric, no totals, unknowns counted as unknown."""

from __future__ import annotations

import msgspec
import pytest

from nonpaper.analysis.ledger import ledger
from nonpaper.analysis.load import parse_problem
from nonpaper.analysis.propose import proposal
from nonpaper.drafts import consolidate
from nonpaper.errors import ReportError
from nonpaper.model.ledger import Ledger
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present.ledger import ledger_table

TEXT = (
    "Kessara must limit its army to 60,000 men. Kessara must open the port of Tessel to Norvia. "
    "Norvia demands that Kessara limit its army to 60,000 men. Kessara will never accept a limit. "
    "Norvia accepts monitors if the League leads them. Norvia must release all prisoners of war."
)


def words(quote: str, text: str = TEXT) -> Span:
    at = text.index(quote)
    return Span(at, at + len(quote))


ARMY = Provision(
    span=words("Kessara must limit its army to 60,000 men"),
    topic="force_limits",
    obligor=("Kessara",),
    beneficiary=("Norvia",),
    modality="must",
    value="60,000",
    draft="22-point",
)
PORT = Provision(
    span=words("Kessara must open the port of Tessel to Norvia"),
    topic="navigation_trade",
    obligor=("Kessara",),
    beneficiary=("Norvia",),
    modality="must",
    draft="22-point",
)
PRISONERS = Provision(
    span=words("Norvia must release all prisoners of war"),
    topic="prisoners",
    obligor=("Norvia",),
    modality="must",
    draft="22-point",
)
DEMAND = Position(
    party="Norvia",
    topic="force_limits",
    stance="demands",
    basis="self",
    span=words("Norvia demands that Kessara limit its army to 60,000 men"),
)
REFUSAL = Position(
    party="Kessara",
    topic="force_limits",
    stance="red_line",
    basis="self",
    span=words("Kessara will never accept a limit"),
)
CONDITION = Position(
    party="Norvia",
    topic="monitoring",
    stance="accepts_if",
    basis="self",
    span=words("Norvia accepts monitors if the League leads them"),
    conditions=(Condition(span=words("if the League leads them"), kind="precondition"),),
)


def reading(*, text: str = TEXT, of: str = "a", day: str = "2031-03-04", **parts: object) -> Reading:
    about = Report(id=of, path=f"{of}.txt", outlet="Post", published=day, language="en")
    return Reading(report=about, text=text, **parts)  # type: ignore[arg-type]


def made(*readings: Reading, **options: str) -> Ledger:
    return ledger(readings, consolidate(readings), matrix(readings), **options)  # type: ignore[arg-type]


WHOLE = reading(provisions=(ARMY, PORT, PRISONERS), positions=(DEMAND, REFUSAL, CONDITION))


def test_who_must_do_what_for_whom_with_the_words() -> None:
    found = made(WHOLE)
    duties = {d.evidence[0].words: d for t in found.topics for d in t.duties}
    duty = duties["Kessara must limit its army to 60,000 men"]
    assert (duty.obligors, duty.modality, duty.beneficiaries) == (("Kessara",), "must", ("Norvia",))
    for entry in found.topics:
        for evidence in [e for d in entry.duties for e in d.evidence] + [
            s.evidence for s in (*entry.demands, *entry.objections)
        ]:
            assert TEXT[evidence.span.start : evidence.span.end] == evidence.words


def test_a_demand_is_met_by_like_words_and_an_objection_keeps_what_would_meet_it() -> None:
    found = {t.topic: t for t in made(WHOLE).topics}
    assert [(d.party, d.relation) for d in found["force_limits"].demands] == [("Norvia", "meets")]
    assert [(o.party, o.would_meet) for o in found["force_limits"].objections] == [("Kessara", ())]
    assert found["monitoring"].objections[0].would_meet == ("if the League leads them",)


def test_other_figures_cross_a_demand_and_other_words_leave_it_unknown() -> None:
    other = TEXT.replace("army to 60,000 men. Kessara must open", "army to 80,000 men. Kessara must open")
    army = msgspec.structs.replace(ARMY, value="80,000")
    crossed = made(reading(text=other, provisions=(army,), positions=(DEMAND,)))
    assert crossed.topics[0].demands[0].relation == "crosses"
    unlike = made(reading(provisions=(PORT,), positions=(DEMAND,)))
    assert [d.relation for t in unlike.topics for d in t.demands] == ["unknown"]
    assert unlike.unknowns["demands of which it is unknown whether they are met"] == 1


OTHER = {"Kessara": "Norvia", "Norvia": "Kessara"}


def test_swapping_the_parties_swaps_the_ledger() -> None:
    turned = reading(
        provisions=tuple(
            msgspec.structs.replace(
                p, obligor=tuple(OTHER[o] for o in p.obligor), beneficiary=tuple(OTHER[b] for b in p.beneficiary)
            )
            for p in WHOLE.provisions
        ),
        positions=tuple(msgspec.structs.replace(p, party=OTHER[p.party]) for p in WHOLE.positions),
    )
    for baseline, swapped in (("facts", "facts"), ("Kessara", "Norvia"), ("Norvia", "Kessara")):
        here, there = made(WHOLE, baseline=baseline), made(turned, baseline=swapped)
        assert _facts(here, OTHER) == _facts(there, {p: p for p in OTHER})
        assert here.unknowns == there.unknowns


def _facts(found: Ledger, names: dict[str, str]) -> object:
    sides = {names[s.party]: (s.bound_on, s.served_on, s.objects_on) for s in found.sides}
    duties = {
        (
            t.topic,
            d.evidence[0].words,
            tuple(names[o] for o in d.obligors),
            tuple(names[b] for b in d.beneficiaries),
            d.against,
        )
        for t in found.topics
        for d in t.duties
    }
    stated = {
        (t.topic, names[s.party], s.stance, s.relation, s.would_meet)
        for t in found.topics
        for s in (*t.demands, *t.objections)
    }
    return sides, duties, stated


def test_cutting_a_clause_in_two_or_adding_a_maximal_demand_changes_no_headline() -> None:
    two = "Kessara must limit its army. The army must stay under 60,000 men. "
    text = two + TEXT[TEXT.index("Kessara must open") :]
    halves = tuple(
        msgspec.structs.replace(ARMY, span=words(q, text), value=None)
        for q in ("Kessara must limit its army", "The army must stay under 60,000 men")
    )
    moved = [msgspec.structs.replace(x, span=words(x.span.quote(TEXT), text)) for x in (PORT, PRISONERS, REFUSAL)]
    cut = made(reading(text=text, provisions=(*halves, *moved[:2]), positions=(moved[2],)))  # type: ignore[arg-type]
    base = made(reading(provisions=(ARMY, PORT, PRISONERS), positions=(REFUSAL,)))
    more = made(reading(provisions=(ARMY, PORT, PRISONERS), positions=(REFUSAL, DEMAND)))
    assert cut.sides == base.sides == more.sides


def test_against_the_previous_draft_and_a_partys_own_words() -> None:
    later = reading(of="b", day="2031-03-10", provisions=(msgspec.structs.replace(ARMY, draft="17-point"),))
    found = made(WHOLE, later, baseline="previous")
    against = {t.topic: [d.against for d in t.duties] for t in found.topics if t.duties}
    assert found.draft == "17-point"
    assert found.baseline == "the previous draft: 22-point"
    assert against == {"force_limits": ["kept"], "navigation_trade": ["not_mentioned"], "prisoners": ["not_mentioned"]}
    own = {t.topic: [d.against for d in t.duties] for t in made(WHOLE, baseline="Kessara").topics if t.duties}
    assert own == {"force_limits": ["said_no"], "navigation_trade": ["nothing_read"], "prisoners": ["nothing_read"]}


@pytest.mark.parametrize(
    ("changed", "army"),
    [
        ({"value": "60,000"}, ["kept"]),
        ({"value": "80,000"}, ["changed"]),
        ({"value": None}, ["unknown"]),  # no figure is no other figure
        ({"text_status": "dropped", "value": None}, ["dropped"]),
        ({"text_status": "open", "value": None}, ["unknown", "not_mentioned"]),
    ],
)
def test_what_is_left_open_or_without_a_figure_is_not_said_to_have_changed(
    changed: dict[str, str | None], army: list[str]
) -> None:
    term = msgspec.structs.replace(ARMY, draft="17-point", **changed)  # type: ignore[arg-type]
    found = made(WHOLE, reading(of="b", day="2031-03-10", provisions=(term,)), baseline="previous")
    (duties,) = [t.duties for t in found.topics if t.topic == "force_limits"]
    assert [d.against for d in duties] == army
    if changed.get("text_status") == "open":
        assert "term: Kessara, for Norvia; said to be left open; against the baseline: not known" in ledger_table(found)


def test_an_unknown_baseline_or_draft_is_said() -> None:
    with pytest.raises(ReportError, match="no baseline"):
        made(WHOLE, baseline="Atlantis")
    with pytest.raises(ReportError, match="no draft called"):
        made(WHOLE, draft="99-point")


def test_the_ledger_in_lines_has_no_total() -> None:
    text = ledger_table(made(WHOLE))
    assert "No totals, no score" in text
    assert "Kessara: bound on force limits and navigation and trade" in text
    assert "“Norvia must release all prisoners of war” (Post, 2031-03-04; a.txt:" in text


def test_a_proposed_problem_is_valid_but_for_its_author_and_every_line_has_its_evidence() -> None:
    text = proposal([WHOLE], consolidate([WHOLE]), matrix([WHOLE]))
    _, found = parse_problem(text.encode())
    assert [f.what for f in found if f.level == "left_out"] == ["names no author"]
    problem, found = parse_problem(text.replace('author = ""', 'author = "me"').encode())
    assert problem is not None
    assert {f.level for f in found} == {"doubt"}  # reservation values and silent issues are unknown
    by_name = {p.name: p for p in problem.parties}
    army = next(k for k, i in enumerate(problem.issues) if i.topic == "force_limits")
    assert by_name["Kessara"].words[army][0] == "red line"
    assert by_name["Norvia"].words[army][0] == "demand"
    assert all(p.weights is None and p.order is None and not p.reservation.known for p in problem.parties)
    options = [line for line in text.splitlines() if line.startswith("  ")]
    assert all("# “" in line or "no such term" in line for line in options)
