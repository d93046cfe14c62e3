"""Conditions that stand with a term, with their words."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.cues import words
from nonpaper.model.codes import ConditionKind
from nonpaper.model.provision import Condition
from nonpaper.model.span import Span

_KINDS: tuple[ConditionKind, ...] = ("reciprocal", "precondition", "sequence")
# A term stands within one sentence, so that a stop inside it is an abbreviation's; the main clause may follow unmarked.
_END = re.compile(
    r"[,;]|\s(?=(?:the|all|any|its|these|those|global)\s+(?:[\w-]+\s+){0,2}"
    r"(?:guarantees?|sanctions|deal|agreement|truce|benefits|commitments)\s+(?:would|will|are|is|lapse|end|snap|return|expire)\w*)|[.]?$",
    re.IGNORECASE,
)
# A clause that opens a term and has no verb of its own ends where the main clause begins: "In the event of an attack | Norvia would …".
_OPENS = re.compile(
    r"\W*(?:in (?:the event|case) of|in (?:exchange|return)(?! for)|until then|after|before|within)\b", re.IGNORECASE
)
_MAIN = re.compile(
    r"\s(?=(?:the|both|each|its|their|it|they|all|any|no|[A-Z][\w’-]+)(?:\s[\w’-]+){0,2}?\s(?:would|shall|will|must|(?:is|are) to)\b)"
)
# What is only given back for what was told before: no words of its own follow.
_IF = ("if", "should", "unless", "in case", "in the event")
_ALONE = re.compile(r"in (?:return|exchange)", re.IGNORECASE)
_SAME = re.compile(r"\b(?:does the same|do the same|in turn|likewise|mutual\w*|reciprocat\w*|also)\b", re.IGNORECASE)


def without(text: str, span: Span, conditions: tuple[Condition, ...]) -> str:
    """The words of a stretch but for its conditions: what it is about, not what it hangs on."""
    out, at = [], span.start
    for condition in sorted(conditions, key=lambda c: c.span):
        out.append(text[at : max(at, condition.span.start)])
        at = max(at, condition.span.end)
    return " ".join([*out, text[at : span.end]]).strip()


def conditions_in(text: str, span: Span, *, lapses: bool = False) -> tuple[Condition, ...]:
    """Clauses of condition inside a stretch: from the cue to the next comma or the end. At most one of each kind."""
    said = span.quote(text)
    out: list[Condition] = []
    for start, cue_end, kind in _cues_in(said):
        stop = _END.search(said, min(cue_end + (_FIRST if kind == "precondition" else 0), len(said)))
        end = stop.start() if stop else len(said)
        main = _MAIN.search(said, cue_end, end) if _OPENS.match(said, 0, cue_end) else None
        ratified, signed = (p.match(said, cue_end, end) for p in (_RATIFIED, _SIGNATURE))
        end = ratified.end() if ratified else signed.end() if signed else end
        end = cue_end if _ALONE.fullmatch(said, start, cue_end) else main.start() if main else end
        begin = span.start + start
        if any(begin < c.span.end for c in out) or any(c.kind == kind for c in out):
            continue
        if (
            len(said[cue_end:end].split()) < 2 and kind != "reciprocal" and not _RATIFIED.match(said, cue_end, end)
        ) or (no_event(said[start:end])):
            continue
        out.append(
            Condition(span=Span(begin, span.start + max(end, cue_end)), kind=_kind(kind, said[start:end], lapses))
        )
    return tuple(out)


def conditions_around(text: str, term: Span, sentence: Span) -> tuple[Condition, ...]:
    """What its sentence says a term hangs on outside its words: a clause that opens the sentence, or one just after the term."""
    start = max(sentence.start, term.start - REACH)
    fronted = _FRONT.match(text, start, term.start) if start == sentence.start else None
    out: list[Condition] = []
    if fronted is not None and not _APART.search(text, fronted.end(), term.start):
        out += conditions_in(text, Span(*fronted.span("clause")))[:1]
    elif (turned := _TURNED.search(text, max(start, term.start - NEAR), term.start)) is not None:
        out.append(Condition(span=Span(*turned.span("said")), kind="reciprocal"))
    after = _AFTER.match(text, term.end, sentence.end) or _AFTER_ASIDE.match(text, term.end, sentence.end)
    if after is not None:
        tail = Span(after.end(), min(sentence.end, after.end() + REACH))
        out += [c for c in conditions_in(text, tail)[:1] if c.span.start == tail.start]
    return tuple(out)


def clause_alone(*openings: str) -> re.Pattern[str]:
    """A condition without what hangs on it, which follows behind a comma: it opens with "if", or with one of `openings`."""
    return re.compile(rf"\W*(?:{'|'.join((*_IF, *openings))})\b[^,;]{{3,200}},?\s*", re.IGNORECASE)


def no_event(clause: str) -> bool:
    """Whether what a clause names is no event that a term could wait for: a day, a court, a mere span of time."""
    return _NO_EVENT.match(clause) is not None or _SPAN.fullmatch(clause.strip(" ,.")) is not None


def _cues_in(said: str) -> list[tuple[int, int, ConditionKind]]:
    """The cues of conditions from left to right, the longer first where two begin together."""
    found = [(*m.span(), kind) for kind in _KINDS for m in words("conditions", kind).finditer(said)]
    return sorted(found, key=lambda cue: (cue[0], -cue[1]))


def _kind(kind: ConditionKind, clause: str, lapses: bool) -> ConditionKind:
    if kind != "precondition":
        return kind
    return "lapse" if lapses else "reciprocal" if _SAME.search(clause) else kind


_FIRST = 2
"""Characters after a cue in which no main clause begins yet: "if | the truce is broken"."""
REACH, NEAR = 300, 40
"""Characters on either side of a term in which its condition may stand, and in which "in return" may."""
_TURNED = re.compile(r"(?P<said>\bin (?:return|exchange)\b)(?! for)[^;:.]*$", re.IGNORECASE)
_FRONT = re.compile(r"\W*(?P<clause>(?:[A-Z][\w’-]*|in) [^,;:.]{0,200}),", re.IGNORECASE)
_AFTER = re.compile(
    r",?\s+(?=(?:but )?(?:only |provided|on condition|unless|if|in (?:return|exchange)|as soon as|once|until|so long as|as long as|subject to|contingent|conditional))"
)
# What all that was listed hangs on, behind who says so or under what: ", a diplomat said, | provided the guns go first".
_AFTER_ASIDE = re.compile(
    r"[^.;:?!]{0,160}?,\s+(?=(?:provided|on (?:the )?condition that|on the understanding that|(?:as|so) long as|only if|but only)\b)"
)
_RATIFIED = re.compile(r"\s*(?:the )?(?:ratification|approval|entry into force)\b", re.IGNORECASE)
_SIGNATURE = re.compile(r"\s*(?:the )?(?:signature|signing)\b", re.IGNORECASE)
_APART = re.compile(r"[;:“”\"]|\b(?:but|while|whereas|although)\b")
_SPAN = re.compile(
    r"(?:no later than |not later than )?(?:with)?in (?:the (?:first|next) )?(?:\d+|[a-z-]+)(?: [a-z]+)? (?:hours?|days?|weeks?|months?|years?)|in|within|after an?|only|before|until",
    re.IGNORECASE,
)
# A day, a court and a span of time are no events that a term could wait for.
_NO_EVENT = re.compile(
    r"within [\w-]+ \w+ (?:of|after) (?:the )?\d|(?:before|after|until|once)\s+(?:(?:the|a|an|any|every|both|its|their|international)\s+)*(?:(?:\w+ )?(?:end|beginning|start|middle) of|courts?|tribunals?|judges|parliaments?$|war$|world|eyes|cameras|most|\d{4}\b|day|days|week|month|year"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b|(?:\w+ ){0,2}(?:court|tribunal)\b"
    r"|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:\d+|[a-z-]+) (?:months?|years?|days?|weeks?|hours?)(?!\s+(?:of|after|from)\b))",
    re.IGNORECASE,
)
