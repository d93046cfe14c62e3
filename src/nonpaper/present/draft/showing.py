"""One draft as text: what is said of it, its terms with their accounts and evidence, and what hangs on what."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from nonpaper.drafts.dependencies import readings_side_by_side
from nonpaper.drafts.evidence import evidence
from nonpaper.model.dependency import Dependencies, Dependency, Loop, Step
from nonpaper.model.draft import Draft, Term, Wording
from nonpaper.model.reading import Reading
from nonpaper.model.support import Support
from nonpaper.model.version import Version, Versions
from nonpaper.present import words
from nonpaper.present.draft.lines import NOTICE, cited, section, wrapped
from nonpaper.present.draft.listing import links, questions, version_lines
from nonpaper.present.material import listed, many

STATES = {"dropped": "said to be dropped from this text", "open": "said to be left open in this text"}
BESIDE = "What parties say that these topics hang on, not of this text alone; none is decided"
KINDS = {"precondition": "only if", "reciprocal": "in exchange", "sequence": "in sequence", "lapse": "lapses if"}


def showing(
    draft: Draft, version: Version | None, versions: Versions, depends: Dependencies, rests: Mapping[str, Support]
) -> str:
    """One draft; each line leads to words, report and date. `rests` says, by term, what it rests on."""
    readings = {r.report.id: r for r in versions.readings}
    here = [d for d in depends.all if d.party is None and d.draft == draft.name]
    head = version_lines(version) if version else ["Which text is meant is not stated"]
    tied = [k for k in versions.links if version and version.name in (k.later, k.earlier)]
    asked = [q for q in versions.questions if version is None or version.name in q.versions]
    return "\n".join(
        [
            NOTICE,
            "",
            *head,
            *section("What it came of, and what came of it", links(tied)),
            *section(
                "Terms, as reported",
                _terms(draft, readings, rests),
                "No term of it was read. That says nothing of the text.",
            ),
            *section("What depends on what", _dependencies(here)),
            *section(
                "Exchanges in which nobody is said to go first",
                _dependencies([d for d in depends.no_first_mover if d in here]),
            ),
            *section(
                "Steps that are said to wait for one another", loops([k for k in depends.loops if _touches(k, here)])
            ),
            *section(BESIDE, side_by_side(depends, {t.topic for t in draft.terms})),
            *section("For a person to say", questions(asked)),
            "",
        ]
    )


def _terms(draft: Draft, readings: Mapping[str, Reading], rests: Mapping[str, Support]) -> Iterator[str]:
    for term in draft.terms:
        yield wrapped(_head(term, rests[term.id]), 2)
        for account in term.accounts:
            for wording in account.wordings:
                yield cited(
                    evidence(readings[wording.report], wording.provision.span), before=_value(term, account.value)
                )
                yield from _roles(wording)


def _head(term: Term, support: Support) -> str:
    number = f"Point {term.number}. " if term.number else ""
    state = STATES.get(term.wordings[0].provision.text_status, "")
    differ = "reports differ" if len(term.accounts) > 1 else ""
    origins = listed([o.name for o in support.origins]) if support.origins else "none named"
    unknown = f"origin not known of {many(len(support.unknown), 'statement')}" if support.unknown else ""
    return "; ".join(
        filter(None, [number + words.topic(term.topic), state, differ, f"separate origins: {origins}", unknown])
    )


def _value(term: Term, value: str | None) -> str:
    return f"{value}: " if value and len(term.accounts) > 1 else ""


def _roles(wording: Wording) -> Iterator[str]:
    item = wording.provision
    said = [
        f"bound: {', '.join(item.obligor)}" if item.obligor else "who is bound is not stated",
        words.MODALITIES.get(item.modality or "", ""),
        f"by when: {item.deadline}" if item.deadline else "",
        "" if item.status == "reported" else words.STATUSES[item.status],
    ]
    yield wrapped("; ".join(filter(None, said)), 6)


def _dependencies(items: Sequence[Dependency]) -> Iterator[str]:
    for item in items:
        yield wrapped(f"{step(item.step)}, {words.inside(KINDS[item.kind])}: “{item.condition.words}”", 2)
        yield cited(item.said)


def step(of: Step) -> str:
    """A step in words: its topic, and who does it where that is said."""
    return words.topic(of.topic) + (f" ({', '.join(of.actors)})" if of.actors else "")


def loops(items: Sequence[Loop]) -> Iterator[str]:
    """Each circle of steps with the statements that make it."""
    for loop in items:
        yield wrapped(" / ".join(step(s) for s in loop.steps), 2)
        for item in loop.dependencies:
            yield cited(item.condition, before=f"{item.party or 'as reported'}: {step(item.step)}: ")


def _touches(loop: Loop, here: Sequence[Dependency]) -> bool:
    return any(d in here for d in loop.dependencies) or any(d.party for d in loop.dependencies)


def side_by_side(depends: Dependencies, topics: Collection[str]) -> Iterator[str]:
    """By topic, each party's stated reading with its words."""
    for topic, items in readings_side_by_side(depends).items():
        if topic not in topics:
            continue
        yield wrapped(words.topic(topic), 2)
        yield from (cited(item.condition, before=f"{item.party}: ") for item in items)
