"""Whatever stands in a report, the brief has the elements and attributes of a harmless one, and no other links."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from nonpaper.drafts import consolidate
from nonpaper.model.finding import Finding
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present import brief_html, brief_view

NOW = datetime(2031, 3, 15, 9, 0, tzinfo=UTC)
ATTACKS = [
    "<script>alert(1)</script>", "</style><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onload='alert(1)",
    "<img src=x onerror=alert(1)>", "</title></p></q><svg/onload=alert(1)>", "javascript:alert(1)",
    "JaVaScRiPt&#58;alert(1)",
    "data:text/html,<b>x", "]]><b>", "--><i>", "</textarea><form>", "{{ 7*7 }}{% raw %}", "a}*{background:red}",
    "url(http://paper.example)", "\u2028\u2029", "\u202eevil\u2066", "nul\x00<b\x00>", "&lt;script&gt;",
    "\ufeff<\u200bscript>",
    "<base href=//paper.example>", "<meta http-equiv=refresh content=0>", "http://paper.example/\"><b>",
    "`${alert(1)}`",
]  # fmt: skip
PLAIN = "Harmless words"
hostile = st.lists(
    st.sampled_from(ATTACKS) | st.text("<>\"'&;/=ab \u202e\x00", max_size=8), min_size=1, max_size=3
).map("".join)


def page(text: str, words: str, url: str) -> html.HtmlElement:
    """A brief of one report whose every field says `words`, its terms and stances quoting a fixed stretch of `text`."""
    span = Span(0, min(12, len(text)))
    report = Report(id="r1", path=words, title=words, outlet=words, url=url, language="en", published="2031-03-04")
    reading = Reading(
        report=report,
        text=text,
        provisions=(Provision(span=span, topic="ceasefire", draft="22-point", obligor=(words,)),),
        positions=(Position(party=words, topic="plan", stance="rejects", basis="self", span=span, speaker=words),),
        origins=(words,),
        findings=(Finding(code="x", level="doubt", where=words, what=words, remedy=words),),
    )
    left = (Finding(code="x", level="left_out", where=words, what=words, remedy=words),)
    view = brief_view((reading,), consolidate((reading,)), matrix((reading,)), left_out=left, now=NOW)
    return html.document_fromstring(brief_html(view))


def skeleton(tree: html.HtmlElement) -> set[tuple[str, tuple[str, ...]]]:
    return {(str(e.tag), tuple(sorted(e.attrib))) for e in tree.iter()}


KNOWN = skeleton(page(PLAIN * 9, PLAIN, "https://paper.example/a")) | skeleton(page(PLAIN * 9, PLAIN, ""))


@settings(max_examples=60)
@given(hostile, hostile, hostile | st.just("https://paper.example/a"))
@example("".join(ATTACKS), "".join(ATTACKS), 'http://paper.example/"onclick="alert(1)')
def test_no_element_attribute_or_link_is_made_of_it(text: str, words: str, url: str) -> None:
    tree = page(text + PLAIN, words, url)
    assert skeleton(tree) <= KNOWN
    for _, attribute, link, _ in tree.iterlinks():
        assert attribute == "href"
        assert link.startswith("#") or urlsplit(link).scheme in {"http", "https"}


def test_directions_end_with_the_words_that_set_them() -> None:
    tree = page("\u202eThe army would be cut. " + PLAIN, "Post", "")
    quoted = [e for e in tree.iter() if e.get("data-start") == "0"]
    assert quoted
    assert all(e.get("dir") == "auto" for e in quoted if e.tag in {"q", "mark"})
    outlets = [e for e in tree.iter("bdi") if e.text == "Post"]
    assert outlets
