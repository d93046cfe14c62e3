"""Drafts as JSON: the records themselves under one object, with the notice that they are no draft."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from nonpaper.model.comparison import Comparison
from nonpaper.model.dependency import Dependencies
from nonpaper.model.draft import Draft
from nonpaper.model.support import Support
from nonpaper.model.version import Version, Versions
from nonpaper.present.draft.lines import NOTICE


def listing_record(of: Versions) -> str:
    """Versions, lineage, questions and findings; the readings are left to `nonpaper read`."""
    return _json(versions=of.versions, links=of.links, questions=of.questions, findings=of.findings)


def showing_record(
    draft: Draft, version: Version | None, versions: Versions, depends: Dependencies, rests: Mapping[str, Support]
) -> str:
    """One draft with its version, its links, what its terms rest on, and all dependencies."""
    name = version.name if version else None
    tied = [k for k in versions.links if name and name in (k.later, k.earlier)]
    asked = [q for q in versions.questions if name is None or name in q.versions]
    return _json(
        version=version,
        draft=draft,
        links=tied,
        questions=asked,
        support=[rests[t.id] for t in draft.terms],
        dependencies=depends,
    )


def comparing_record(of: Comparison) -> str:
    """The comparison."""
    return _json(comparison=of)


def _json(**fields: Any) -> str:
    encoded = msgspec.json.encode({"notice": NOTICE, **fields})
    return msgspec.json.format(encoded, indent=2).decode("utf-8") + "\n"
