"""Search by words, by what they are about, and by code; each answer says why it was found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from nonpaper.claims.topics import topic_of
from nonpaper.drafts.codes import code_name, spoken_for
from nonpaper.drafts.precedents.index import Index, Places
from nonpaper.drafts.precedents.stems import stems
from nonpaper.model.codes import Topic
from nonpaper.model.coding import Vocabulary
from nonpaper.model.precedent import Passage, Precedent
from nonpaper.text.tokens import words

SAME_TOPIC = 0.35
"""What one topic counts for, as a share of all that the query's words could. A first guess, never tuned."""
SAME_CODE = 0.35
"""The same for a code that the query's words speak for and the passage has; a first guess too."""
_NONE: Places = np.array([], dtype=np.int64)
_CODE = re.compile(
    r"\b(?:PA-?X[ :]+(?P<pax>[A-Z]\w+)|PAM[ :]+(?P<pam>\d{1,2}))\b|\b(?P<bare>[A-Z][a-z]{0,3}[A-Z]\w+)\b"
)


class Query(NamedTuple):
    """What a search asks for: stems, the topic that its words fit, and codes that every answer must have.

    `near` are codes that its words speak for: an answer with one of them may use other words for the same.
    """

    stems: tuple[str, ...]
    topic: Topic | None
    codes: tuple[str, ...]
    near: tuple[str, ...] = ()


def understood(asked: str) -> Query:
    """How words are taken. "PA-X Ce", "PAM 4" and a known PA-X code such as "TjAm" are codes, all else is words.

    >>> understood("TjAm for deserters")
    Query(stems=('desert',), topic='amnesty', codes=('PA-X TjAm',), near=())
    """
    found = [(m, code) for m in _CODE.finditer(asked) if (code := _known(m))]
    rest = asked
    for match, _ in reversed(found):
        rest = rest[: match.start()] + " " + rest[match.end() :]
    about = topic_of(rest)
    codes = tuple(code for _, code in found)
    return Query(tuple(dict.fromkeys(stems(rest))), about[0] if about else None, codes, spoken_for(rest))


def _known(match: re.Match[str]) -> str | None:
    vocabulary: Vocabulary = "PAM" if match["pam"] else "PA-X"
    code = match["pam"] or match["pax"] or match["bare"]
    try:
        code_name(vocabulary, code)
    except KeyError:
        return None
    return f"{vocabulary} {code}"


def search(index: Index, query: Query, *, most: int = 10) -> tuple[Precedent, ...]:
    """The passages that fit best, at most `most`; ties go to the earlier passage.

    The score of a passage is the BM25 weight of the words it shares with the query; to it comes a share of the best
    that any passage reaches by words, where it is about the query's topic or has a code that the query speaks for.
    Linear in the passages that have a word, the topic or a code of it.
    """
    scores = np.zeros(len(index.passages))
    for stem in query.stems:
        if stem in index.words:
            places, weights = index.words[stem]
            scores[places] += weights
    best_by_words = scores.max(initial=0.0) or 1.0
    if query.topic is not None and query.topic in index.topics:
        scores[index.topics[query.topic]] += SAME_TOPIC * best_by_words
    near = np.concatenate([_having(index, code) for code in query.near]) if query.near else _NONE
    scores[np.unique(near)] += SAME_CODE * best_by_words
    allowed = _with_codes(index, query)
    if query.codes:
        scores = np.where(allowed, scores + 1e-9, 0.0)
    best = np.argsort(-scores.round(9), kind="stable")[:most]  # sums that differ by their rounding alone are equal
    return tuple(
        Precedent(passage=index.passages[at], why=tuple(_why(index.passages[at], query)))
        for at in best
        if scores[at] > 0
    )


def _having(index: Index, code: str) -> Places:
    return index.codes.get(code.casefold(), _NONE)


def _with_codes(index: Index, query: Query) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    allowed = np.ones(len(index.passages), dtype=np.bool_)
    for code in query.codes:
        has = np.zeros(len(index.passages), dtype=np.bool_)
        has[_having(index, code)] = True
        allowed &= has
    return allowed


def _why(passage: Passage, query: Query) -> Iterator[str]:
    wanted = set(query.stems)
    spoken = (span.quote(passage.words) for span in words(passage.words))
    shared = dict.fromkeys(word.casefold() for word in spoken if wanted & set(stems(word)))
    if shared:
        yield "words: " + ", ".join(shared)
    if query.topic is not None and passage.topic == query.topic:
        yield f"about the same: {query.topic.replace('_', ' ')}"
    if shared_codes := [c for c in query.near if c in passage.codes and c not in query.codes]:
        yield f"speaks for the same code: {', '.join(shared_codes)}"
    for code in query.codes:
        yield f"code {code}" + ("" if passage.kind == "row" else " (proposed)")
