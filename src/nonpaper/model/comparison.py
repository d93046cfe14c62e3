"""Comparisons of two drafts as known from reporting: what reports say of each, side by side."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.codes import TextStatus, Topic
from nonpaper.model.version import Evidence

ChangeKind = Literal[
    "same",
    "reworded",
    "value_changed",
    "value_one_side",
    "reports_differ",
    "dropped",
    "left_open",
    "only_left",
    "only_right",
]
AlignedBy = Literal["words", "topic"]


class Passage(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What one report says of a term of one draft: the term's id, its number and value as given, and the words."""

    term: str
    number: str | None = None
    value: str | None = None
    text_status: TextStatus = "in"
    evidence: Evidence


class Detail(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One respect in which the two sides differ, as reports give it; empty where they are silent on it."""

    respect: str
    left: str = ""
    right: str = ""


class Change(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What reports show of one matter in two drafts.

    `only_left` means that no report read here mentions it of the right draft, never that it is gone. `sides` are the
    drafts that it is said to be dropped from or left open in. `aligned_by` says what put the two sides together: like
    words, or only that each draft has one term on the topic.
    """

    kind: ChangeKind
    topic: Topic
    left: tuple[Passage, ...] = ()
    right: tuple[Passage, ...] = ()
    left_values: tuple[str, ...] = ()
    right_values: tuple[str, ...] = ()
    sides: tuple[str, ...] = ()
    aligned_by: AlignedBy | None = None
    details: tuple[Detail, ...] = ()


class Comparison(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Two drafts by name. `of_reports` holds where either is known only from reporting: no comparison of texts then."""

    left: str
    right: str
    of_reports: bool
    changes: tuple[Change, ...] = ()
