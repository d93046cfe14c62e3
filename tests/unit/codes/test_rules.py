"""Each rule against its own sentences, and the names against the vocabularies where they are at hand."""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from typing import Any, get_args

import pytest

from eval.data import shared
from nonpaper.drafts.codes import code_name, proposed, rules
from nonpaper.drafts.codes.rules import Rule
from nonpaper.model.codes import Topic
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

FILE = tomllib.loads(resources.files("nonpaper.drafts.codes").joinpath("rules.toml").read_text("utf-8"))["rule"]
SHARED = shared() / "vocab" / "pax_variables.json"


def codes(text: str, topic: Topic, **fields: Any) -> set[tuple[str, str]]:
    return {(c.vocabulary, c.code) for c in proposed(Provision(span=Span(0, len(text)), topic=topic, **fields), text)}


def own(entry: dict[str, Any]) -> set[tuple[str, str]]:
    return {("PA-X", c) for c in entry.get("pax", ())} | {("PAM", str(c)) for c in entry.get("pam", ())}


@pytest.mark.parametrize("entry", FILE, ids=lambda e: e["because"][:50])
def test_sentences_for_and_against(entry: dict[str, Any]) -> None:
    topics = entry.get("topics") or ["other"]
    assert set(topics) <= set(get_args(Topic)) | {"other"}
    assert entry["yes"], "a rule needs a sentence that shows it"
    at = FILE.index(entry)
    for sentence in entry["yes"]:
        assert _speaks_on(rules()[at], topics[0], sentence), sentence
    for sentence in entry["no"]:
        assert not _speaks_on(rules()[at], topics[0], sentence), sentence


def _speaks_on(rule: Rule, topic: str, sentence: str) -> bool:
    from nonpaper.drafts.codes.propose import _on, _speaks

    return rule in _on(topic) and _speaks(rule, sentence) is not None


def test_every_code_has_a_name_and_every_proposal_says_why() -> None:
    for rule in rules():
        assert rule.because
        assert all(code_name(v, c) for v, c in rule.codes)
    text = "A full ceasefire will begin on 1 May"
    (first, *_) = proposed(Provision(span=Span(0, len(text)), topic="ceasefire"), text)
    assert first.rule == 'it commits to stop the fighting: "ceasefire", read as ceasefire'
    assert first.span.quote(text) == "ceasefire"


def test_unsure_gets_nothing_and_no_topic_alone_gets_a_code() -> None:
    text = "A full ceasefire will begin on 1 May"
    assert codes(text, "ceasefire")
    assert not codes(text, "ceasefire", unsure=True)
    for topic in get_args(Topic):
        assert not codes("Both sides take note of it", topic)


def test_who_is_named_does_not_matter() -> None:
    left, right = "Norvian troops will withdraw from Kessara", "Kessaran troops will withdraw from Norvia"
    assert codes(left, "withdrawal") == codes(right, "withdrawal") == {("PA-X", "SsrGua"), ("PAM", "50")}


def test_words_across_lines_are_found_where_they_stand() -> None:
    text = "First. A cessation\nof hostilities\nbegins."
    found = proposed(Provision(span=Span(7, len(text)), topic="ceasefire"), text)
    assert found[0].span.quote(text) == "cessation\nof hostilities"


@pytest.mark.skipif(not SHARED.is_file(), reason="the vocabularies are beside the project")
def test_names_are_the_vocabularies_own() -> None:
    pax = {i["code"]: i["name"] for i in json.loads(SHARED.read_text("utf-8"))["items"]}
    pam = {
        str(i["code"]): i["name"]
        for i in json.loads(SHARED.with_name("pam_provisions.json").read_text("utf-8"))["items"]
    }
    for entry in FILE:
        for vocabulary, code in own(entry):
            assert code_name(vocabulary, code) == (pax if vocabulary == "PA-X" else pam)[code]  # type: ignore[arg-type]


@pytest.mark.parametrize(("vocabulary", "precise", "reached"), [("PA-X", 0.88, 0.6), ("PAM", 0.9, 0.55)])
def test_on_provisions_marked_by_hand(vocabulary: str, precise: float, reached: float) -> None:
    from eval.codes import measured

    right, made, given = measured(vocabulary)
    assert right / made >= precise
    assert right / given >= reached
