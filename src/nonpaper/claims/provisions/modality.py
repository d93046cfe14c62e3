"""How a term binds: must, must not, may, recognises, expects, or lapses if; by its own words and its frame."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.roles.favour import OBSERVES
from nonpaper.model.codes import Modality, TextStatus

_LAPSE = re.compile(r"(?<!\w)(?:if|should|unless|in case|in the event)\b", re.IGNORECASE)
# A ceiling is no permission: "keep no more than 50 aircraft".
_CEILING = re.compile(r"\b(?:keep|retain|maintain)s?\s+(?:(?:no|not) more than|fewer than|at most)\b", re.IGNORECASE)
# Who need not do a thing is not forbidden to; who has to let others do it is not himself allowed anything.
_NEED_NOT = re.compile(
    r"\b(?:not|never|no longer)\s+(?:be\s+)?(?:obliged|obligated|required|bound|forced|compelled|expected)\s+to\b"
    r"|\b(?:neither|nobody|none|no one|no (?:\w+ )?\w+)\b[^,;.]{0,60}?\b(?:be\s+(?:obliged|obligated|required|bound|forced|compelled|expected)|would have|will have)\s+to\b"
    r"|\b(?:do|does|did|will|would|shall|should)(?: not|n[’']t)\s+(?:have|need)\s+to\b|\bneed not\b|\b(?:no|without (?:any )?)\s*obligation\s+to\b|\bwithout having to\b",
    re.IGNORECASE,
)
# What something is set against forbids nothing: "police, not soldiers, would guard", "by the fund and not by the army".
_CONTRAST = re.compile(
    r",\s+(?:and |but )?not (?!to (?!the\b|an?\b|its\b|their\b|(?-i:[A-Z]))|be\b|later\b|more\b|even\b)[^,;.]{2,60}(?:,|$)"
    r"|,?\s(?:and|but) (?:not|no longer) (?:by|from|in|on|at|through|for|with|within|over|under|against)\b[^,;.]{2,60}(?:,|$)",
    re.IGNORECASE,
)
# Who has to keep a thing going is not allowed it: "keep the ferry running".
_KEEP_UP = re.compile(
    r"\b(?:keep|maintain)s?\s+(?:the|its|their|all|both|an?)\s+(?:[\w-]+\s+){1,4}?(?:running|open|going|closed|shut|informed|working|apart|supplied|staffed|under review|in repair|free of)\b",
    re.IGNORECASE,
)
_HAVE_TO = re.compile(
    r"\b(?:(?:have|has|had|needs?|obliged|required|bound|forced|compelled)\s+to|must)\s+(?:also\s+)?(?:let|allow|permit|grant|give|entitle|invite)\b",
    re.IGNORECASE,
)
# Who lets things pass binds itself: "Norvia would allow 600 lorries a day", but not "the plan would allow …" or "let them …".
_LETS = re.compile(
    r"\W*(?:the )?(?!(?:It|This|That|They|The|These|Those|He|She|Article|Point|Annex|Clause|Paragraph)\b)"
    r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|(?:government|army|military|movement|group|rebels|authorities|front|junta))"
    r" (?:would|will|shall|must|(?:is|are|was|were) to|undertakes to)(?: also| then)? (?:allow|let|permit)\b(?! (?:itself|them|it|him|her|the (?:other|refugees|rebels)\b|[A-Z]))",
)
# What is to cease is not to be done, whatever the verb: "arms deliveries stop", "keeps its guns off the quays".
_CEASES = re.compile(
    r"\b(?:(?:shelling|bombing|attacks|raids|strikes)\s+|(?:deliveries|flights|overflights|enrichment|patrols|tests|drilling|recruitment)\s+(?:(?:of|on|over|to|from|by|against|in)\s+(?:[\w’-]+\s+){1,4}?)?)(?:(?:would|will|must|shall)\s+)?(?:stops?|ceases?|be (?:stopped|halted|suspended))\b"
    r"|\bsuspends?\s+(?:all\s+|its\s+|the\s+)?(?:[\w-]+\s+){0,2}?(?:flights|overflights|operations|attacks|enrichment|tests|deliveries|exercises|patrols)\b"
    r"|\bkeeps?\s+(?:[\w-]+\s+){1,3}?(?:off|out of|away from)\s|\b(?:is|are|be|stay|remain)\s+grounded\b",
    re.IGNORECASE,
)
_RECOGNITION = re.compile(r"\W*(?:[\w-]+\s+){0,3}?recognition[”\"’']?\s+(?:of|as)\b", re.IGNORECASE)
# Who has a vote or may look on is granted that, whatever the verb.
_ENTITLED = re.compile(
    rf"\b(?:has|have|gets?|receives?)\s+(?:an?|one|two|the)\s+(?:[\w-]+\s+){{0,2}}?(?:votes?|veto|say|voice|seats?)\b"
    r"|\b(?:got|gets?|receives?|gains?|given|gives?|gave)\s+(?:[\w’-]+\s+){0,3}?(?:an?|the|its)\s+(?:[\w-]+\s+){0,2}?(?:presidency|chair|votes?|veto|seats?|ministry|assembly|share|say)\b"
    r"|\b(?:reserved|set aside|earmarked) for\b"
    r"|\b(?:gets?|got|regains?|recovers?|wins?)\s+(?:back\s+)?(?:the|its|all|full|access|control|half|most)\b(?!\s+(?:army|troops|guns)\s+(?:out|off|away))"
    r"|\b(?:keeps?|retains?)\s+(?:\d+|one|two|three|four|five|half|some|most)\s+of\s+(?:its|the)\s+(?!.{0,40}\b(?:out of|away from|off|in barracks|from the)\b)"
    rf"|\b{OBSERVES}|\b(?:named|chosen|nominated|picked|appointed|elected) by (?:the )?(?-i:[A-Z])"
    r"|\b(?:keeps?|retains?)\s+(?:defen[cs]e|customs|foreign (?:policy|affairs)|sovereignty|control|command|jurisdiction|ownership|title|taxation|the currency)\b",
    re.IGNORECASE,
)
# Who is only given time to do a thing is to do it: "gets until May 1 to sign".
_TIME_TO = re.compile(
    r"\b(?:gets?|gives?|given|receives?|granted|allowed)\b(?:\s+[\w’-]+){0,4}?\s+(?:until|till|(?:\d+|[a-z]+)[ -](?:hours?|days?|weeks?|months?|years?)\b)[^.;]{0,40}?\bto\s+(?!(?:the|an?|its)\b)(?=[a-z])",
    re.IGNORECASE,
)
_ORDER: tuple[Modality, ...] = ("must_not", "recognises", "may")


def modality_of(said: str, bare: str, given: Modality, status: TextStatus = "in") -> Modality | None:
    """The modality of a term `said`, `bare` of its conditions, in a frame that gives it one; None where it is left open.

    What is undone ("lift the ban") and what is only measured ("no more than", "not before") forbids nothing.
    """
    if lapses(said):
        return "lapses_if"
    if status == "open":
        return None
    if given == "expects":
        return given
    if _NEED_NOT.search(bare):
        return "may"
    bare = _TIME_TO.sub(" ", bare)
    if _ENTITLED.search(bare) and not words("words", "must_not").search(bare):
        return "may"
    bare = _LETS.sub(" ", _HAVE_TO.sub(" ", bare), count=1)
    bare = _CONTRAST.sub(" ", _KEEP_UP.sub(" ", bare))
    plain = words("words", "undone").sub(" ", words("words", "measured").sub(" ", _CEILING.sub(" ", bare)))
    if given == "must" and _CEASES.search(plain):
        return "must_not"
    found = next((code for code in _ORDER if words("words", code).search(plain)), None)
    return found or given


def lapses(said: str) -> bool:
    """Whether a term says what falls away and what makes it fall."""
    return words("words", "lapses").search(said) is not None and _LAPSE.search(said) is not None


def by_force(said: str, taken: Modality | None) -> Modality | None:
    """What the model takes a term's modality to be, but where its words plainly say that it is not obliged, or is."""
    if taken == "must_not" and _NEED_NOT.search(said):
        return "may"
    if taken == "must_not" and _CONTRAST.search(said) and modality_of(said, said, "must") == "must":
        return "must"
    if taken == "must" and _CEASES.search(said) and not words("words", "undone").search(said):
        return "must_not"
    if taken == "must" and _RECOGNITION.match(said):
        return "recognises"
    if taken == "must" and _ENTITLED.search(said) and modality_of(said, said, "must") == "may":
        return "may"
    lets = _HAVE_TO.search(said) or _LETS.match(said) or _TIME_TO.search(said)
    return "must" if taken == "may" and lets and not _NEED_NOT.search(said) else taken
