"""What is new since a day: only what no report known before has, by when it was added or published."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

from nonpaper.drafts import consolidate
from nonpaper.judgements.records import Entry, Place
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present import BriefView, brief_html, brief_view
from nonpaper.present.since import BY_ADDING, BY_PUBLISHING, Since, SinceView

NOW = datetime(2031, 3, 15, 9, 0, tzinfo=UTC)
TEXT = "The plan limits the army to 60,000. Kessara will not accept a cap. Bases are banned in Kessara."
LIMIT, CAP, BASES = Span(9, 34), Span(36, 65), Span(67, 94)
FIRST = date(2031, 3, 5)


def report(of: str, day: str | None, *, terms: Sequence[Provision] = (), stances: Sequence[Position] = ()) -> Reading:
    about = Report(id=of, path=f"{of}.txt", title=f"Report {of}", outlet=f"Post {of}", published=day, language="en")
    return Reading(report=about, text=TEXT, provisions=tuple(terms), positions=tuple(stances))


def limit(value: str = "60,000") -> Provision:
    return Provision(span=LIMIT, topic="force_limits", obligor=("Kessara",), value=value, draft="22-point")


def bases(**more: object) -> Provision:
    known = {"topic": "foreign_forces", "obligor": ("Kessara",), "draft": "22-point"} | more
    return Provision(span=BASES, **known)  # type: ignore[arg-type]


def stance(of: str) -> Position:
    return Position(span=CAP, party="Kessara", topic="force_limits", stance=of, basis="self")  # type: ignore[arg-type]


def brief(readings: Sequence[Reading], asked: Since) -> BriefView:
    return brief_view(readings, consolidate(readings), matrix(readings), left_out=(), now=NOW, since=asked)


def news(*readings: Reading, asked: Since | None = None) -> SinceView:
    made = brief(readings, asked or Since(first=FIRST)).since
    assert made is not None
    return made


OLD = report("a", "2031-03-04", terms=[limit()], stances=[stance("rejects")])


def test_a_term_is_new_where_only_new_reports_have_it() -> None:
    made = news(OLD, report("b", "2031-03-05", terms=[limit(), bases()]))
    assert [r.report for r in made.reports] == ["b"]
    assert [(t.quote.words, t.known_before) for t in made.terms] == [(BASES.quote(TEXT), False)]
    assert made.counted == BY_PUBLISHING


def test_another_figure_is_another_account_of_a_term_known_before() -> None:
    made = news(OLD, report("b", "2031-03-06", terms=[limit("80,000")]))
    assert [(t.value, t.known_before) for t in made.terms] == [("80,000", True)]


def test_a_demand_is_not_among_the_new_terms() -> None:
    made = news(OLD, report("b", "2031-03-06", terms=[bases(presented_as="demand", draft=None)]))
    assert (made.terms, [t.quote.words for t in made.outside]) == ((), [BASES.quote(TEXT)])


def test_a_stance_changes_only_where_it_is_later_and_other() -> None:
    def stances(day: str | None, of: str) -> list[tuple[str, list[str]]]:
        found = news(OLD, report("b", day, stances=[stance(of)]), asked=Since(first=FIRST, added=ADDED)).stances
        return [(s.now.quote.report, [b.quote.report for b in s.before]) for s in found]

    assert stances("2031-03-06", "accepts") == [("b", ["a"])]
    assert stances("2031-03-06", "rejects") == []
    assert stances("2031-03-01", "accepts") == []  # new here, and older than what was known
    assert stances(None, "accepts") == []


def test_a_first_stance_has_none_before() -> None:
    made = news(report("a", "2031-03-04"), report("b", "2031-03-06", stances=[stance("rejects")]))
    assert [s.before for s in made.stances] == [()]


ADDED = {"a": "2031-03-04T08:00:00+00:00", "b": "2031-03-05T08:00:00+00:00"}


def test_in_a_dossier_the_day_of_adding_counts() -> None:
    late = report("b", "2030-12-01", terms=[bases()])
    assert news(OLD, late).reports == ()
    made = news(OLD, late, asked=Since(first=FIRST, added=ADDED))
    assert ([r.report for r in made.reports], len(made.terms), made.counted) == (["b"], 1, BY_ADDING)


def test_without_a_date_nobody_says_that_it_is_new() -> None:
    made = news(OLD, report("b", None, terms=[bases()]))
    assert (made.reports, [r.report for r in made.undated], made.terms) == ((), ["b"], ())


def test_judgements_count_by_their_time() -> None:
    place = Place(report="a", quote="the army")
    entry = Entry(number=1, kind="checked", item="provision", place=place, by="A", at="2030-01-01", reason="<seen>")
    asked = Since(first=FIRST, decided=(("2031-03-04T23:59:00+00:00", entry), ("2031-03-05T00:00:00+00:00", entry)))
    assert [j.on for j in news(OLD, asked=asked).judgements] == ["5 March 2031"]
    html = brief_html(brief((OLD,), asked))
    assert "New since 5 March 2031" in html
    assert "&lt;seen&gt;" in html


def test_unasked_there_is_no_section() -> None:
    view = brief_view((OLD,), consolidate((OLD,)), matrix((OLD,)), left_out=(), now=NOW)
    assert view.since is None
    assert 'id="since"' not in brief_html(view)
