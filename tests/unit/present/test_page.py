"""The page as data: what it must never show, and what each section says of invented readings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from nonpaper.drafts import consolidate
from nonpaper.model.claim import Claim
from nonpaper.model.event import Event
from nonpaper.model.particular import Particular
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present import BriefView, brief_html, brief_view

NOW = datetime(2031, 3, 15, 9, 0, tzinfo=UTC)
TEXT = "The plan limits the army to 60,000. Kessara will not accept a cap. The envoys meet on 20 March."
LIMIT, CAP, MEET = Span(9, 34), Span(36, 65), Span(67, 95)


def report(of: str, outlet: str, day: str | None, **parts: object) -> Reading:
    made = Report(id=of, path=f"{of}.txt", title=f"Report {of}", outlet=outlet, published=day, language="en")
    return Reading(report=made, text=TEXT, **parts)  # type: ignore[arg-type]


def term(span: Span = LIMIT, **more: object) -> Provision:
    known = {"topic": "force_limits", "obligor": ("Kessara",), "value": "60,000", "draft": "22-point"} | more
    return Provision(span=span, **known)  # type: ignore[arg-type]


def stance(**more: object) -> Position:
    known = {"party": "Kessara", "topic": "force_limits", "stance": "rejects", "basis": "self"} | more
    return Position(span=CAP, **known)  # type: ignore[arg-type]


def page(readings: Sequence[Reading]) -> BriefView:
    return brief_view(readings, consolidate(readings), matrix(readings), left_out=(), now=NOW)


def test_the_notices_stand_on_every_page() -> None:
    html = brief_html(page([report("a", "Post", None)]))
    assert html.count("Reconstruction from reporting — not a draft") >= 3  # masthead, foot, every printed page
    assert "Not checked by a person." in html


def test_counts_say_of_what() -> None:
    view = page([report("a", "Post", "2031-03-04", provisions=(term(status="attested"), term(CAP, topic="ceasefire")))])
    counts = {c.of: c.number for c in view.counts}
    assert counts["report read"] == 1
    assert (counts["provisions"], counts["attested"], counts["only reported"]) == (2, 1, 1)


def test_a_demand_is_never_among_the_terms() -> None:
    view = page([report("a", "Post", "2031-03-04", provisions=(term(presented_as="demand", draft=None),))])
    assert [t for d in view.drafts for t in d.terms] == []
    assert [len(terms) for terms in view.outside.values()] == [1, 0, 0]


def test_what_is_unsure_is_only_in_the_review() -> None:
    doubted = (term(unsure=True, doubts=("the topic is not plain",)),)
    view = page([report("a", "Post", "2031-03-04", provisions=doubted, positions=(stance(unsure=True),))])
    assert [t for d in view.drafts for t in d.terms] == []
    assert view.rows == ()
    assert [d.why for d in view.review] == ["the topic is not plain", "not sure"]


def test_two_accounts_of_one_term_stand_side_by_side() -> None:
    readings = [
        report("a", "Post", "2031-03-04", provisions=(term(),)),
        report("b", "Gazette", "2031-03-05", provisions=(term(value="half"),)),
    ]
    (found,) = [t for d in page(readings).drafts for t in d.terms]
    assert [value for value, _ in found.accounts] == ["60,000", "half"]
    assert "Reports differ" in brief_html(page(readings))


def test_others_words_are_marked_as_others() -> None:
    told = (stance(), stance(party="Norvia", basis="mediator"))
    (row,) = page([report("a", "Post", "2031-03-04", positions=told)]).rows
    assert [(s.party, s.own) for c in row.cells for s in c.stands] == [("Kessara", True), ("Norvia", False)]


def test_a_party_heard_only_through_others_is_said_to_be() -> None:
    view = page([report("a", "Post", "2031-03-04", positions=(stance(party="Norvia", basis="reporter"),))])
    assert "Heard only through others: Norvia." in view.absent


def test_a_topic_stance_is_not_a_stance_on_the_clause() -> None:
    html = brief_html(page([report("a", "Post", "2031-03-04", provisions=(term(),), positions=(stance(),))]))
    assert "the topic, not this clause" in html


def test_marks_of_the_margin_are_origin_relay_and_denial() -> None:
    relayed = Claim(source=(Span(0, 8),), cue=(), content=(LIMIT,), kind="outlet_relay", denied=False)
    readings = [
        report("a", "Post", "2031-03-04", provisions=(term(),)),
        report(
            "b",
            "Gazette",
            "2031-03-05",
            claims=(relayed,),
            provisions=(term(claim=0),),
            origins=("Post",),
        ),
        report("c", "Wire", "2031-03-06", provisions=(term(status="denied"),)),
    ]
    (found,) = [t for d in page(readings).drafts for t in d.terms]
    assert [(m.kind) for m in found.marks] == ["origin", "relay", "denial"]
    assert found.origins == ("Post",)


def test_circular_citing_is_seen() -> None:
    readings = [
        report("a", "Post", "2031-03-04", origins=("Gazette",)),
        report("b", "Gazette", "2031-03-05", origins=("Post",)),
    ]
    graph = page(readings).origins
    assert graph.circles == (("Gazette", "Post"),)
    assert {e.kind for e in graph.edges} == {"circular"}


def test_a_report_without_an_origin_rests_on_none_that_is_stated() -> None:
    graph = page([report("a", "Post", "2031-03-04")]).origins
    assert [n.name for n in graph.origins] == ["origin not stated"]


def test_time_holds_what_has_a_day_and_nothing_else() -> None:
    ahead = Event(kind="meeting", span=MEET, date="2031-03-20")
    loose = Event(kind="meeting", span=MEET)
    view = page([report("a", "Post", "2031-03-04", events=(ahead, loose)), report("b", "Gazette", None)])
    assert [d.kind for d in view.time.dots] == ["report", "ahead"]
    assert view.time.now is not None
    assert [e.when for e in view.events] == ["20 March 2031", "date not stated"]


def test_the_order_of_reports_changes_only_their_own_list() -> None:
    readings = [
        report("a", "Post", "2031-03-04", provisions=(term(),), positions=(stance(),)),
        report("b", "Gazette", "2031-03-05", provisions=(term(value="half"),)),
    ]
    one, two = page(readings), page(readings[::-1])
    assert (one.drafts, one.rows, one.origins, one.time, one.short) == (
        two.drafts,
        two.rows,
        two.origins,
        two.time,
        two.short,
    )


def test_in_short_is_four_to_six_sentences_each_with_its_evidence() -> None:
    denial = Particular(aspect="denied_receipt", span=CAP, party="Norvia")
    ahead = Event(kind="deadline", span=MEET, date="2031-03-20")
    dropped = term(CAP, topic="amnesty", text_status="dropped", value=None)
    full = report(
        "a",
        "Post",
        "2031-03-04",
        provisions=(term(), dropped),
        positions=(stance(),),
        particulars=(denial,),
        events=(ahead,),
    )
    view = page([full])
    assert 4 <= len(view.short) <= 6
    assert all(s.links for s in view.short)
    assert "Not known" in view.short[-1].text


def test_a_condition_is_shown_with_its_words() -> None:
    hinged = term(conditions=(Condition(span=Span(28, 34), kind="lapse"),))
    view = page([report("a", "Post", "2031-03-04", provisions=(hinged,))])
    assert [t.topic for t in view.hinged] == ["Force limits"]


def test_ids_are_unique_and_every_link_has_an_end() -> None:
    import re
    from collections import Counter

    both = (term(), term(CAP, topic="ceasefire"))
    told = (stance(), stance(party="Norvia", basis="mediator"))
    html = brief_html(page([report("a", "Post", "2031-03-04", provisions=both, positions=told)]))
    ids = Counter(re.findall(r' id="([^"]+)"', html))
    assert [name for name, times in ids.items() if times > 1] == []
    assert set(re.findall(r'href="#([^"]+)"', html)) - set(ids) == set()
