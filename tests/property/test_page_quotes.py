"""The page: every quotation is an exact stretch of a stored report, whatever it holds; nothing runs or loads."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.drafts import consolidate
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present import brief_html, brief_view
from nonpaper.present.since import Since

NOW = datetime(2031, 3, 15, 9, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script> & \"quotes\" 'too' </q></mark> ]]> \u202eright-to-left\u202c é e\u0301"
texts = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=30, max_size=200) | st.just(HOSTILE)


class Quotes(HTMLParser):
    """Collects quoted elements with their place, and anything that could run or load."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[dict[str, str | None], str]] = []
        self.active: list[str] = []
        self._open: list[tuple[str, dict[str, str | None], list[str]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        about = dict(attrs)
        self.active += [tag] if tag in {"script", "iframe", "object", "img", "link", "embed", "form"} else []
        self.active += [k for k in about if k.startswith("on") or (k == "src")]
        if "data-start" in about:
            self._open.append((tag, about, []))

    def handle_data(self, data: str) -> None:
        for _, _, said in self._open:
            said.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            _, about, said = self._open.pop()
            self.found.append((about, "".join(said)))


def page_of(text: str, spans: list[Span]) -> Quotes:
    terms = tuple(Provision(span=s, topic="ceasefire", draft=HOSTILE, unsure=i % 3 == 2) for i, s in enumerate(spans))
    stances = tuple(Position(party=HOSTILE, topic="plan", stance="rejects", basis="self", span=s) for s in spans)
    report = Report(id="r1", path=HOSTILE, title=HOSTILE, outlet=HOSTILE, url="javascript:alert(1)")
    readings = (Reading(report=report, text=text, provisions=terms, positions=stances, origins=(HOSTILE,)),)
    asked = Since(first=date(2031, 3, 1), added={"r1": "2031-03-02T00:00:00+00:00"})
    view = brief_view(readings, consolidate(readings), matrix(readings), left_out=(), now=NOW, since=asked)
    parser = Quotes()
    parser.feed(brief_html(view))
    return parser


@given(texts, st.lists(st.tuples(st.integers(0, 25), st.integers(1, 20)), min_size=1, max_size=4))
@settings(max_examples=60)
def test_each_quotation_equals_its_span(text: str, places: list[tuple[int, int]]) -> None:
    spans = [Span(s, min(s + n, len(text))) for s, n in places]
    found = page_of(text, spans).found
    assert len(found) >= len(spans)
    for about, said in found:
        assert said == text[int(about["data-start"] or 0) : int(about["data-end"] or 0)]


def test_hostile_text_runs_nothing_and_loads_nothing() -> None:
    assert page_of(HOSTILE, [Span(0, 20)]).active == []


def test_the_page_forbids_what_it_does_not_use() -> None:
    view = brief_view((), consolidate(()), matrix(()), left_out=(), now=NOW)
    page = brief_html(view)
    assert "default-src 'none'" in page
    assert not re.search(r"url\(|@import|https?://", page)
    assert "Reconstruction from reporting — not a draft." in page
    assert "Not checked by a person." in page
