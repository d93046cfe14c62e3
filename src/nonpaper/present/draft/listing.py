"""The drafts that reports tell of, as text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from nonpaper.model.finding import Finding
from nonpaper.model.version import Link, Stated, Version, VersionQuestion, Versions
from nonpaper.present import words
from nonpaper.present.draft.lines import NOTICE, cited, section, wrapped
from nonpaper.present.material import day, many

LINKS = {
    "revises": "is said to be a version of",
    "cut": "is said to be cut from",
    "grown": "is said to be expanded from",
    "replaces": "is said to replace",
    "rests_on": "is said to rest on",
    "answers": "is said to answer",
}
UNNAMED = "a text that the report does not name"


def listing(of: Versions) -> str:
    """Every draft with how it is known, what is said of it, the lineage, and what must be asked."""
    drafts = [line for version in of.versions for line in ("", *version_lines(version))]
    return "\n".join(
        [
            NOTICE,
            *(drafts or ["", "No report read here names a text by its count of points."]),
            *section("What came of what, as reports say", links(of.links), "Not stated in these reports."),
            *section("For a person to say", questions(of.questions)),
            *section("Found", findings(of.findings)),
            "",
        ]
    )


def version_lines(version: Version) -> Iterator[str]:
    """One draft: its name, how it is known, and what reports say of the text itself."""
    yield f"The {version.name} text"
    yield wrapped(known(version), 2)
    if version.dates:
        yield wrapped(f"reports date it to: {', '.join(version.dates)}", 2)
    yield from (cited(n, before="first named: ") for n in version.namings[:1])
    for aspect, group in groupby(version.particulars, key=lambda s: s.aspect):
        yield wrapped(f"{words.ASPECTS[aspect]}:", 2)
        yield from _said(list(group))


def _said(items: Sequence[Stated]) -> Iterator[str]:
    """What a text is called is counted, with the first to say so; all else stands with its sentence."""
    if items[0].aspect != "kind":
        yield from (cited(s.evidence, before=_who(s)) for s in items)
        return
    counts = Counter((s.value or s.says).casefold() for s in items)
    for called, count in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        first = next(s for s in items if (s.value or s.says).casefold() == called)
        yield cited(first.evidence, before=f"“{called}” in {many(count, 'report')}, first in: ")


def _who(item: Stated) -> str:
    return f"{item.party}: " if item.party else f"“{item.says}” in: " if item.says != item.evidence.words else ""


def known(version: Version) -> str:
    """Since when and from what a draft is known, and by how many statements of its terms.

    >>> known(Version(id="x", name="9-point", first_reported="2031-03-04", statements=2))
    'first reported here on 4 March 2031; known from reports only; 2 statements of its terms'
    >>> known(Version(id="x", name="9-point", first_reported="2031-03-04"))
    'only named here, first on 4 March 2031; no report read here states a term of it'
    """
    on = day(version.first_reported) if version.first_reported else ""
    if not version.statements and version.known_from == "reports":
        return f"only named here{f', first on {on}' if on else ''}; no report read here states a term of it"
    terms = f"{many(version.statements, 'statement')} of its terms" if version.statements else "no term of it was read"
    since = f"first reported here on {on}; " if on else ""
    return f"{since}known from {words.KNOWN[version.known_from]}; {terms}"


def links(items: Sequence[Link]) -> Iterator[str]:
    """What came of what, each with the words that say so."""
    for link in items:
        yield wrapped(f"{link_words(link)}:", 2)
        yield cited(link.evidence)


def link_words(link: Link) -> str:
    """What came of what as the beginning of a sentence."""
    return opened(f"{text(link.later)} {LINKS[link.kind]} {text(link.earlier)}")


def opened(said: str) -> str:
    """Words as they open a sentence.

    >>> opened("the March text")
    'The March text'
    """
    return said[:1].upper() + said[1:]


def text(name: str | None) -> str:
    """A draft by name within a sentence."""
    return f"the {name} text" if name else UNNAMED


def questions(items: Sequence[VersionQuestion]) -> Iterator[str]:
    """What could not be told, each with the words it is about."""
    for item in items:
        yield wrapped(f"{' / '.join(item.versions)}: {item.asks}", 2)
        yield from (cited(e) for e in item.evidence)


def findings(items: Sequence[Finding]) -> Iterator[str]:
    """Faults found in what reports tell."""
    for item in items:
        yield wrapped(f"{item.where}: {item.what}; {item.remedy}", 2)
