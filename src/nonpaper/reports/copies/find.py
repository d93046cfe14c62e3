"""All pairs of reports that copy one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec

from nonpaper.model.copy import Copy
from nonpaper.reports.copies.candidates import candidates, in_two_languages
from nonpaper.reports.copies.features import Features, features
from nonpaper.reports.copies.verify import Both, counted, likeness


class Published(msgspec.Struct, frozen=True, kw_only=True):
    """What of a report bears on copying; `language` is an ISO 639-1 code or None."""

    id: str
    text: str
    language: str | None = None


def find_copies(reports: Sequence[Published]) -> tuple[Copy, ...]:
    """Pairs that copy one another, by id; the order of `reports` does not matter.

    Of three or more reports with exactly the same words each is paired with the one of least id only. About linear in
    the text; what stands in quotation marks is not compared, since two outlets may quote one speaker.
    """
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: r.id)
    known = [features(r.text) for r in ordered]
    first: dict[bytes, int] = {}
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for i, found in enumerate(known):
        alike[first.setdefault(found.words.tobytes(), i)].append(i)
    heads = sorted(alike)
    pairs = [(heads[a], heads[b]) for a, b in sorted(_pairs(ordered, known, heads))]
    shared = counted(known, pairs)
    found_pairs = [_made(ordered, pair, known, both) for pair, both in zip(pairs, shared, strict=True)]
    same = [_made(ordered, (head, i), known) for head in heads for i in alike[head][1:]]
    return tuple(sorted((c for c in (*found_pairs, *same) if c), key=lambda c: (c.left, c.right)))


def _pairs(ordered: Sequence[Published], known: Sequence[Features], heads: Sequence[int]) -> Iterator[tuple[int, int]]:
    distinct = [known[i] for i in heads]
    languages = [ordered[i].language for i in heads]
    yield from candidates(distinct) | in_two_languages(distinct, languages)


def _made(
    ordered: Sequence[Published], pair: tuple[int, int], known: Sequence[Features], both: Both | None = None
) -> Copy | None:
    left, right = (ordered[i] for i in pair)
    one = left.language == right.language or None in (left.language, right.language)
    found = likeness(known[pair[0]], known[pair[1]], both, one_language=one)
    if found is None:
        return None
    shares = {"left_share": round(found.left, 3), "right_share": round(found.right, 3)}
    return Copy(left=left.id, right=right.id, kind=found.kind, **shares)
