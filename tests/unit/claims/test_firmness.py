"""How firmly a thing is said: the month of May hedges nothing, and what is not denied is no denial."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import Offsets, RawAttribution
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.particulars import find_particulars
from nonpaper.claims.sources import claims_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Pieces


def _at(text: str, words: str) -> Offsets:
    return ((text.index(words), text.index(words) + len(words)),)


def _read(source: str, cue: str, content: str) -> tuple[Page, Claim]:
    text = f"Vostria and Maravia talk of a draft in Selm. {source} {cue} {content}."
    raw = RawAttribution(source=_at(text, source), cue=_at(text, cue), content=_at(text, content), score=0.95)
    page = page_of(text)
    return page, claims_of(page, [raw])[0]


def _words(page: Page, pieces: Pieces) -> list[str]:
    return [p.quote(page.text) for p in pieces]


@pytest.mark.parametrize(
    ("content", "hedges"),
    [
        ("Maravia had first asked for it in May", []),
        ("the truce of May 2031 held", []),
        ("the two met on 3 May and signed", []),
        ("Maravia may ask for more in May", ["may"]),
        ("the guns might fall silent", ["might"]),
    ],
)
def test_a_month_is_no_hedge(content: str, hedges: list[str]) -> None:
    page, claim = _read("A diplomat", "said", content)
    assert (_words(page, claim.hedges), claim.hedged) == (hedges, bool(hedges))


@pytest.mark.parametrize(
    ("cue", "content", "denied"),
    [
        ("did not deny", "that the draft bars Maravia from the lake", False),
        ("neither confirmed nor denied", "that the draft caps the army", False),
        ("would neither confirm nor deny", "the report", False),
        ("declined to confirm or deny", "the report", False),
        ("stopped short of denying", "the report", False),
        ("has never denied", "that it holds the port", False),
        ("said", "the report was not entirely false", False),
        ("said", "Maravia would guarantee no text it has not received", False),
        ("denied", "that the draft bars Maravia from the lake", True),
        ("flatly denies", "that the draft caps the army", True),
        ("dismissed", "the report", True),
        ("said", "the report was false", True),
        ("said", "it has not received any text", True),
        ("said", "there was no draft on my desk", True),
        ("said", "Maravia had seen no such text", True),
    ],
)
def test_what_is_not_denied(cue: str, content: str, denied: bool) -> None:
    _, claim = _read("The ministry of Maravia", cue, content)
    assert claim.denied is denied


@pytest.mark.parametrize(
    ("cue", "content", "aspects"),
    [
        ("denied", "that the group had received the draft", ["denied_receipt"]),
        ("denied", "having seen the draft", ["denied_receipt"]),
        ("said", "it has not seen the draft", ["denied_receipt"]),
        ("said", "there is a draft, but I have no draft on my desk", ["denied_receipt"]),
        ("denied", "that the draft bars Maravia from the lake", ["denied_content"]),
        ("said", "Maravia would guarantee no draft it has not seen", []),
        ("neither confirmed nor denied", "that the draft caps the army", []),
        ("did not deny", "that the draft caps the army", []),
    ],
)
def test_what_of_a_text_is_denied(cue: str, content: str, aspects: list[str]) -> None:
    page, claim = _read("The ministry of Maravia", cue, content)
    found = [p.aspect for p in find_particulars(page, (claim,), ())]
    assert [a for a in found if a.startswith("denied")] == aspects


@pytest.mark.parametrize(
    ("cue", "content", "likelihood"),
    [
        ("said", "there was little chance that Maravia would sign", ["little chance"]),
        ("called", "a deal unlikely", ["unlikely"]),
        ("found it almost", "certain that Maravia would sign", ["almost certain"]),
        ("said", "a deal was highly likely", ["highly likely"]),
        ("gave the plan a good chance", "of success", ["good chance"]),
        ("said", "the army is bound to leave under the draft", []),
        ("said", "the guards took a chance", []),
        ("said", "a certain bridge would open", []),
    ],
)
def test_words_of_likelihood(cue: str, content: str, likelihood: list[str]) -> None:
    page, claim = _read("A diplomat", cue, content)
    assert _words(page, claim.likelihood) == likelihood
