"""What an official term says: must, must not, may or recognises; and what it is about."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.official.words import FORWARD, MODAL
from nonpaper.claims.topics import topic_scores
from nonpaper.model.codes import Modality, Topic

PLAIN = 3.0
"""Score from which a topic is plain; below it one passing word speaks for it."""
HEAD = 8
"""Words that a term without a verb is named by: it says first what it is about, and then where and when."""
_MEASURE = re.compile(
    r"\b(?:no|not)\s+(?:later|less|more|fewer|longer|nearer|exceeding)\b[\w ]{0,6}|\bnotwithstanding\b|\bwhether or not\b|\bif not\b",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"\bshall have the (?:following )?meaning\b|\b(?:shall mean|is defined as|shall be understood as)\b|[”\"’']\s+means\b|^\W*(?:the\s+)?(?:terms?\s+)?(?:[\w-]+\s+){1,5}means\s+(?:the|an?|any|all)\b",
    re.IGNORECASE,
)
_LAPSES = re.compile(
    r"\b(?:lapses?|expires?|(?:is|are) void|null and void|be void|snaps? back|snapback|be reimposed|resume automatically|return automatically|ceases? to (?:apply|have effect)|shall be deemed not to have|loses? (?:its|their|the) (?:force|effect|benefits?))\b",
    re.IGNORECASE,
)
_BREACHED = re.compile(
    r"\b(?:if|should|in the event|in case|where|when|upon|following|on|as soon as|once)\b[^;]{0,120}?\b(?:violat\w+|breach\w*|infring\w+|fails?|failure|defaults?|reneges?|non-?compl\w+|(?:does|do|has|have) not|not (?:comply|observe|fulfil|implement)\w*|attacks?|resumes?|resumption|refuses?|refusal|withdraws? from|denounces?)\b",
    re.IGNORECASE,
)
_TAKEN_AWAY = re.compile(
    r"\b(?:benefits?|relief|suspension|obligations?|commitments?|undertakings?|guarantees?|assurances?|rights?|articles?|paragraphs?|points?|annex|agreement|provisions?|amnesty|aid|assistance|payments?|funding|exemptions?|privileges|immunit(?:y|ies)|concessions?|status|licen[cs]es?|entitlements?|sanctions|measures|truce|cease-?fire)\b(?:[^,;.]|\.\d){0,60}"
    r"\b(?:(?:shall|will|is|are|may) (?:also |then |automatically |immediately |be )*(?:suspended|withdrawn|revoked|forfeited|cancelled|annulled|terminated|voided|discontinued|reimposed|re-imposed|reinstated|restored|lost)|(?:shall|will) (?:automatically |immediately )?(?:end|terminate|expire|cease|lapse|resume|snap back))\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\b(?:lapses?|expires?)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|unless|should|in the event|in case|where)\b", re.IGNORECASE)
_MUST_NOT = re.compile(
    r"^\W*(?:(?:the|an?)\s+)?(?:strictly\s+)?(?:bans?|prohibition|forbidding|prohibiting|refusal|avoiding|avoidance|refraining|non-\w+|inadmissibility|exemption|renunciation|abstention|without prejudice|no)\b"
    r"|\b(?:shall|will|must|(?-i:may)|can|does|do|undertakes?|agrees?|is|are)\s?(?:not|never)\b|\bcannot\b|\bneither\b|\bnor\b|\bno\s+(?:\w+\s+){1,4}(?:shall|(?-i:may)|will)\b|^\W*(?:there is|there shall be) (?:a ban|no)\b"
    r"|\b(?:refrain|abstain|desist|renounce|waive)s?\b|\bcease support\b|\b(?:shall|will|must)\s+\w+\s+no\s+\w+|\b(?:agrees?|undertakes?|commits?) to not\b|\b(?:is|are) (?:hereby )?(?:prohibited|forbidden|banned)\b|\bban is\b|\bban\b.{0,60}\bis to be introduced",
    re.IGNORECASE,
)
_MAY = re.compile(
    r"^\W*(?:(?:also|further|hereby)\s+)?authori[sz]es\b|^\W*(?:the\s+)?(?:rights?|possibility|opportunity|freedom|participation|option|permission)\b|(?-i:\bmay\b)(?! not)|\b(?:is|are) (?:only )?(?:permissible|permitted|allowed|entitled)|\b(?:has|have) (?:the |a )?right\b|\breserves? the right\b|\b(?:shall|will|must) (?:be (?:granted|given|guaranteed|afforded|accorded|allowed) |have |enjoy )(?:(?!no\b|not\b|to\b)[\w-]+,? (?:and )?){0,5}?(?:access|rights?|freedom|immunit(?:y|ies)|passage|liberty|privileges|protection|opportunity|entitlement|option|permission|possibility)\b|\b(?:shall|will) (?:have the right|be (?:free|entitled|permitted|allowed|exempt)|enjoy)\b"
    r"|\bby decision of\b|\bentitles\b|\bpossibly\b|^\W*(?:possibly|optionally)\b",
    re.IGNORECASE,
)
_RECOGNISES = re.compile(
    r"\b(?:recogni[sz]es?|acknowledges?|recogni[sz]ing)\b|^\W*(?:mutual\s+)?recognition\b", re.IGNORECASE
)
_AIMS = re.compile(
    r"\b(?:express(?:es)? (?:interest|hope|readiness)|aspires?|aims? to|endeavou?rs? to|strives? to|hopes?)\b",
    re.IGNORECASE,
)
# Words that frame a term, and those that say where, except whom, or who watches: none of them is what it is about.
_FRAMED = re.compile(
    r"^\W*(?:(?:there (?:is|shall be) )?an? (?:ban|obligation)\b(?:[^,;]{0,60}?\b(?:is|are) to be introduced)?(?: (?:on|to))?|(?:underline|stress)[^,;]{0,30},?\s+the importance of(?: the)?|ensure (?:the )?(?:holding|conduct) of)\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:under|with) (?:the )?(?:[\w/-]+ ){0,4}?(?:monitoring|supervision|verification|observation)\b(?: (?:of|by) (?:the )?[A-Z]\w+)?|,?\s+(?:with the exception of|except for|other than)\b[^;]*"
    r"|,? (?:as )?(?:verified|monitored|supervised|observed|certified|overseen) by (?:the )?(?:[A-Z][\w/-]* ?){1,5}"
    r"|\b(?:certain|some|separate) (?:areas|districts|regions) (?:of|in)\b|\b(?:the\s+)?[A-Z]\w+(?:,? (?:and|or) (?:the )?[A-Z]\w+)* (?:regions?|oblasts?|provinces?|districts?)\b|\bin accordance with\b[^,;]*|\bin their (?:mutual )?relations\b"
)
ROW = re.compile(r"\W*(?:[A-Z][\w’'-]*\s*){1,6}(?:\([^()]*\)\s*)?[:–—-]\s*(?=\d)")
"""A row of a table: a name, and how many."""
_REFERENCE = re.compile(
    r"\b(?:this|the|that|said|an?|in|of|each)\s+Annex(?:es)?\b|\b(?:annex(?:es)?|appendix|articles?|paragraphs?|points?|sections?|protocol)\s+(?:\d[\d.]*|[IVX]{1,5}\b|[A-H]\b)(?:(?:,\s*|\s+(?:and|to|or)\s+)\d[\d.]*)*|\bannexed\b|\bthis (?:article|paragraph|point|section)\b",
    re.IGNORECASE,
)
_HOW = re.compile(
    r"\W*(?:using|on the basis|based on|including|provided|on condition|without prejudice|who|save|except|such|in accordance)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\s+(?:not\s+|also\s+|only\s+)*be(?:en)?\s+\w+", re.IGNORECASE)
_WHEN = re.compile(
    r"^\W*(?:(?:(?:this|the|such)\s+)?(?:[\w-]+\s+){0,8}?(?:is|are|shall|will|must)\s+)?(?:to\s+)?(?:be\s+)?(?:start(?:ing|ed)?|begin(?:ning)?|begun|commenced?|finish(?:ed)?|completed?|concluded?|end(?:ing|ed)?|finali[sz]ed|continue|last)\s+"
    r"(?:(?:no|not) later|on|within|by|after|from|before|until|at|for)\b",
    re.IGNORECASE,
)
_WATCHES = re.compile(
    r"^\W*(?:[\w’'-]+\s+){0,3}?(?:monitoring|verification|observation|inspection|supervision|notification)\b|.{0,80}\b(?:shall|will|must) be (?:notified|informed|monitored|verified|inspected)\b",
    re.IGNORECASE,
)

_SAVES = re.compile(r"\W*(?:nothing|none of)\b.{0,120}\b(?:shall|may|is|are|will|can|must)\b", re.IGNORECASE)
"""A clause that says how the text must not be read: "Nothing in this article shall be understood as …"."""
_EXCEPTS = re.compile(
    r"\W*(?:(?:(?:this|these|it|they|the (?:above|foregoing|preceding|same|said)|paragraphs?|points?|articles?|(?:the|this|such) [\w-]+)\b[^.;]{0,60}?\b(?:shall|will|does|do|is|are) not (?:apply|extend|cover|applicable)\b"
    r"|[^.;]{3,120}\b(?:is|are|shall be) (?:excluded|excepted|exempt(?:ed)?)(?: (?:from|under) (?:this|these|the|such) (?:above |foregoing |said )?(?:provisions?|paragraphs?|articles?|obligations?|prohibitions?|bans?|limits?|ceilings?|scope|amnesty|requirements?|restrictions?))?\W*$"
    r"|exceptions? (?:is|are|shall be)\b)|(?:save|except|other than|with the exception of)\b(?![^;]*,[^;]*\b(?:shall|will|must|may|is to|are to)\b))",
    re.IGNORECASE,
)


def excepts(said: str) -> bool:
    """Whether a sentence only takes somebody out of what the sentence before it says.

    >>> excepts("This shall not apply to medical flights."), excepts("Both Parties are exempt from customs duties.")
    (True, False)
    """
    return _EXCEPTS.match(said) is not None


def modality(said: str) -> Modality | None:
    """How a term binds; None for a definition. An order or a noun without a verb binds: "must"."""
    plain = _MEASURE.sub(" ", said)
    if _DEFINES.search(plain) and not _SAVES.match(plain):
        return None
    if _LAPSES.search(plain) and (_IF.search(plain) or _BREACHED.search(plain) or _ENDS.search(plain)):
        return "lapses_if"
    if _BREACHED.search(plain) and _TAKEN_AWAY.search(plain):
        return "lapses_if"
    if _SAVES.match(plain):
        return "must_not"
    if _MUST_NOT.search(plain):
        return "must_not"
    if _RECOGNISES.search(plain):
        return "recognises"
    if _MAY.search(plain):
        return "may"
    return "expects" if _AIMS.search(plain) else "must"


def only_when(said: str) -> bool:
    """Whether a term only says by when something else is to be done."""
    return _WHEN.match(said) is not None


def about(said: str, bare: str, above: Topic | None, *, further: bool = False, acted: bool = True) -> Topic:
    """The topic of a term: what it does, for an active verb; else what it opens with; else what stands `above` it.

    `bare` are its words without its conditions. A `further` part of one sentence needs more than a passing word to
    have a topic of its own, and none where it only says how: "using …", "on the basis of …". Where nobody `acted`, the
    subject is the matter: "All foreign formations are to leave".
    """
    if only_when(said):
        return "deadline"
    if further and above is not None and _HOW.match(said):
        return above
    if _WATCHES.match(bare):
        return "monitoring"
    said = _REFERENCE.sub(" ", said)
    bare = _ASIDE.sub(" ", _FRAMED.sub("", _REFERENCE.sub(" ", bare)))
    verb = MODAL.search(bare)
    done = bare[verb.end() :] if verb else bare
    plain = next((topic for topic, cue in _PLAIN_MATTERS if cue.search(done)), None)
    if plain is not None:
        return plain
    active = acted and verb is not None and not _PASSIVE.match(bare, verb.end()) and verb.start() > 0
    head = bare[verb.end() :] if active and verb else _head(bare, verb)
    found = _best(" ".join(head.split()[: 2 * HEAD])) or (None if active and above else _best(bare))
    if found is None and above is None:
        found = _best(said)
    if further and found is not None and found[1] < PLAIN:
        found = _best(bare)
    if above is not None and (found is None or found[0] == "plan" or (further and found[1] < PLAIN)):
        return above
    return found[0] if found else "other"


def _head(bare: str, verb: re.Match[str] | None) -> str:
    """The words that a term opens with, and those just after its verb."""
    opening = " ".join(FORWARD.sub("", bare).split()[:HEAD])
    return f"{opening} {' '.join(bare[verb.end() :].split()[: HEAD // 2])}" if verb else opening


def defines(said: str) -> bool:
    """Whether a lead-in says what a word of the text means."""
    return _DEFINES.search(said) is not None


def plainly(words: str) -> Topic | None:
    """The topic that words speak for plainly; "plan" and "process" are none."""
    found = _best(words)
    return found[0] if found and found[1] >= PLAIN and found[0] not in ("plan", "process") else None


_MATTERS: tuple[tuple[Topic, str], ...] = (
    (
        "children",
        r"\b(?:recruit|enlist|conscript|enrol|us)\w*\b[^.;]{0,40}\b(?:children|minors|child soldiers|(?:persons?|people|boys|girls|anyone|those|individuals|fighters|combatants|youths?)\s+(?:who (?:is|are) )?(?:under|below|younger than|less than|aged under)\b)",
    ),
    (
        "disarmament",
        r"\bcanton(?:s|ed|ing|ment)?\b(?! of [A-Z])|\b(?:assembl\w+|gather\w*)\b[^.;]{0,30}\b(?:combatants|fighters|forces|men)\b|\bassembly (?:areas|sites|points|zones)\b",
    ),
    (
        "monitoring",
        r"^\W*(?:\w+ly\s+)?(?:verify|monitor|certify|inspect)\b|^\W*(?:submit\s+(?:\w+\s+){0,3}reports?|reports?\s+(?:\w+\s+){0,3}?(?:to|on)\b)",
    ),
)
_PLAIN_MATTERS = tuple((topic, re.compile(cue, re.IGNORECASE)) for topic, cue in _MATTERS)
"""What a term is about by words that leave no choice in such texts, whatever else it names: who is cantoned, recruited, told."""


def _best(words: str) -> tuple[Topic, float] | None:
    """The topic that words fit best; a time limit in them is no matter of its own."""
    return next((pair for pair in topic_scores(words) if pair[0] != "deadline"), None)
