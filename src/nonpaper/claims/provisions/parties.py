"""Who must deliver and who is served, from the words of a term and its frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, sentence_at, sentence_before
from nonpaper.claims.provisions.deeds import bare
from nonpaper.claims.provisions.frames import Frame, within
from nonpaper.claims.provisions.serving import ARMS, GIVEN, OBSERVES, agents_in, idle, served_in
from nonpaper.claims.sides import bound_before, collective_at, mutual, sides, subject_together
from nonpaper.model.codes import Modality
from nonpaper.model.span import Span

_BODIES = r"(?:army|armed forces|military|troops|forces|parliament|government|authorities|president|navy|air force|gendarmerie|rebels|observers|monitors|peacekeepers|inspectors|police|customs officers|officers|delegation|congress|senate|parliaments|side|units|soldiers|fighters|marines|guns)"
_DOES = r"(?:(?:is|are|be)\s+(?:compensated|granted|given|allowed|paid|entitled|guaranteed)|to|must|shall|would|will|should|could|can|may|agrees?|(?:has|have|is|are) to|undert(?:ook|aken?)|undertak(?:es|ing)|commit(?:s|ted)|pledge[sd]?|promise[sd]|(?:has|have|had) (?:agreed|undertaken|promised|pledged)|is obliged|commits?|undertakes?|not|ensures?|unconditionally|returns?|releases?|withdraws?|observes?|guarantees?|recogni[sz]es?|pays?|lifts?|keeps?|ends?|accepts?|gives?|receives?|gets?)\b"
# What may stand between a party's name and its verb.
_TO = re.compile(
    rf"(?:’s|'s)?(?:\s\([A-Z]{{2,7}}\))?(?:\s+{_BODIES})?(?:,\s(?:for|on|in|at|as)\s[^,.;:]{{3,40}},)?(?:\s+(?:also|then|both|all|further))?\s+[“\"‘]?{_DOES}",
    re.IGNORECASE,
)
# Any other verb of deeds with its object: "the ZF registers every rifle"; who says or wants a thing does not do it.
_ACTS = re.compile(
    r"(?:\s\([A-Z]{2,7}\))?(?:,\s(?:for|on|in|at|as)\s[^,.;:]{3,40},)?\s+"
    r"(?!(?:as|is|was|has|this|its|unless|across|says|claims|reports|wants|insists|demands|denies|tells|warns|argues|hopes|expects|fears|believes|rejects|sees|calls|knows|thinks|considers|regards|describes|needs|seeks|accuses|blames|welcomes|opposes|calls|backs|supports)\b)"
    r"[a-z]{3,}(?<!s)s\s+(?:the|its|their|all|every|each|any|no|an?|\d[\d,]*)\s"
)
_AND = re.compile(
    r"(?:[’']s?)?(?:\s\([A-Z]{2,7}\))?\s*(?:,|and|,\s*and|or|nor|–|-)\s*(?:the\s+)?(?:rebel\s+)?(?:(?:rebels|government|army|fighters|leaders) (?:of|in)\s+(?:the\s+)?)?"
)
# Those of a state or a bloc who open a term: "officers of the | Coastal Union store the rifles", "an arbitrator from | Norvia rules".
_MEN_OF = re.compile(
    rf"\W*(?:(?:the|an?|some|all|\d[\d,]*|[a-z]+)\s+)?(?:{_BODIES}|officers?|arbitrators?|judges?|engineers|experts|envoys?|officials|battalions?|contingents?)\s+(?:of|from)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# When a thing is done, before who does it: "Within 60 days the | ZF registers …".
_WHEN = re.compile(
    r"\W*(?:Within|In|After|By|On|From|For)\s+(?:the\s+(?:first|next|last)\s+)?(?:\d+|[a-z-]+)\s+(?:hours?|days?|weeks?|months?|years?)(?:\s+of\s+\w+)?,?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"\s\((?:the\s)?")
_BODY_OF = re.compile(rf"{_BODIES}\s+(?:of|in)\s+(?:the\s+)?$", re.IGNORECASE)
_OWN = re.compile(rf"(?:’s|')?\s*(?:{_BODIES}|withdrawal|territor\w+|support|obligation)\b", re.IGNORECASE)
# The text that a state wrote binds it no more than another: "the Kessaran draft gives …".
_OWN_TEXT = re.compile(
    r"(?:[’']s?)?\s+(?:[\w-]+\s+){0,2}?(?:draft|plan|paper|proposal|text|document|non-paper|version|offer|outline|blueprint)\b",
    re.IGNORECASE,
)
# Who lets others do a thing has to: "X would allow exports to resume".
_LETS = re.compile(
    rf"(?:[’']s?)?(?:\s+{_BODIES})?\s+(?:would|will|shall|must|(?:is|are|was|were) to|agrees? to|undertakes? to|commits? to)\s+(?:also\s+|then\s+)?(?:allow|let|permit|enable|grant|authori[sz]e)\b",
    re.IGNORECASE,
)
_NO_OWNER = re.compile(r"\s+(?:to be|would be|will be|as|is|shall be|language|orthodox church|church)\b", re.IGNORECASE)
# Before a name: what makes it the one who delivers.
_OF = re.compile(
    r"(?:withdrawal|obligation|recognition|disarmament|concessions?|lifting|removal|dismantling|consent|consensus|approval|pull-?back|retreat|departure|exit|pull-?out|disengagement|demobili[sz]ation)\s+(?:of|from|by)\s+(?:the\s+)?$"
    r"|(?:led|chaired|run|monitored|verified|guaranteed|provided|funded|paid|ratified|signed|approved|financed|supervised|policed|shared|patrolled|watched|lifted|released|freed|withdrawn|returned|handed (?:over|back)|reopened|opened|closed|kept|removed|regarded|treated as [\w ]{3,40}|cleared|supplied|delivered|recogni[sz]ed(?: as [\w ]{3,40})?|administered|governed|sent|staffed|headed|overseen|ceded|given|contributed|borne|replaced|relieved|guarded|counted|checked|inspected|searched)\s+by\s+(?:the\s+)?$"
    r"|(?:compensation|guarantees?|reparations|payments?|assurances?|damages|apology)\s+from\s+(?:the\s+)?$"
    r"|(?:agreement|pact|treaty|concluded|exchanged?|deal|accord)\s+between\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# Whoever sends a team does what it does: "a | Coastal Union observer team would watch".
_TEAM = re.compile(
    r"\s+(?:[a-z-]+\s+){0,2}?(?:team|mission|force|contingent|monitors|observers|peacekeepers|inspectors|officers?|troops|soldiers?|police|engineers?|battalion|brigade|experts?|patrols?|unit|judges?)\b"
)
_RELATIONS = re.compile(r"\s+(?:relations|recognition|cooperation|border|talks|pact|agreement)\b", re.IGNORECASE)
_SERVED = re.compile(
    r"guarantees?\s+(?:to|for|of)\s+(?:the\s+)?$|\b(?:appointed|named|chosen|elected|nominated|picked)\s+by\s+(?:the\s+)?$|(?:compensate|grant|offer|pay|give)s?\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BE_SERVED = re.compile(
    r"(?:[’']s?)?(?:\s+(?:fighters|soldiers|members|men|officers|veterans|commanders|army|troops))?(?:\s+(?:(?:would|will|shall|must|to)\s+)*(?:gets?|regains?|recovers?|wins?)\s+(?:back\s+)?(?:the|its|all|full|access|control|half|most)\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:keeps?|retains?)\s+(?:\d+|one|two|three|four|five|half|some|most)\s+of\s+(?:its|the)\s+(?!.{0,40}\b(?:out of|away from|off|in barracks|from the)\b)"
    r"|\s+(?:(?:would|will|shall|must|to)\s+)*(?:have|has|gets?|receives?)\s+(?:an?|one|two|the|\d+)\s+(?:[\w-]+\s+){0,2}?(?:votes?|right|veto|say|seats?|places?)\b|\s+(?:(?:would|will|shall|must|to|is|are|may)\s+)+(?:be\s+)?(?:granted|given|allowed|guaranteed|compensated|paid|permitted|readmitted|invited|compensation|pardoned|delisted|exempt(?:ed)?|relieved of|released from|freed from|(?:removed|struck|taken) (?:from|off) (?:the|its|their|all|any|an?) (?:[\w’-]+ ){0,3}?(?:lists?|blacklists?|register)|(?:not|never) (?:to )?(?:be )?(?:prosecuted|tried|punished|extradited|deported|arrested))\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:keeps?|retains?)\s+(?:its|the|an?)\s+(?:[\w-]+\s+){0,2}?(?:stations?|bases?|depots?|ports?|dams?|mines?|airports?|islands?|control|seats?|veto|leases?|shares?|title|flag|names?|votes?)\b"
    r"|\s+(?:(?:would|will|shall|may|to)\s+)*(?:keeps?|retains?)\s+(?:defen[cs]e|customs|foreign (?:policy|affairs)|sovereignty|control|command|jurisdiction|ownership|title|taxation|the currency)\b"
    rf"|\s+(?:(?:would|will|shall|may|to|also|only)\s+)*{OBSERVES})",
    re.IGNORECASE,
)
_TIME_TO = re.compile(
    r"^(?:\s*[a-z]+){0,3}?\s+(?:until|till|(?:\d+|[a-z]+)[ -](?:hours?|days?|weeks?|months?|years?)\b)[^.;]{0,40}?\bto\s+(?!(?:the|an?|its)\b)[a-z]+",
    re.IGNORECASE,
)
# A text that has somebody do a thing: "would have | Kessara leave …", "sees | Kessaran troops pull back".
_HAS_DO = re.compile(r"\W*(?:have|has|see|sees|make|makes)\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
_DOING = re.compile(
    rf"(?:\s+{_BODIES})?\s+(?!lose|gain|receive|get|regain|keep|retain|join|become|remain|stay|enjoy|as\b|in\b|on\b|at\b|to\b|and\b|of\b|from\b|by\b)[a-z]{{3,}}(?<!ed)(?<!ing)(?<!s)\b"
)
# A text's verb before the one whom it binds, or serves: "caps | the Kessaran army at …", "gives | Kessara a veto".
_BINDS = re.compile(
    r"\W*(?:it (?:also )?(?:would )?)?(?:also\s+)?(?:limits?|caps?|bars?|bans?|forbids?|prohibits?|obliges?|obligates?|compels?|forces?|commits?|binds?|restricts?|requires?)\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\W*(?:it (?:also )?(?:would )?)?(?:also\s+)?(?:lets?|gives?|grants?|allows?|entitles?|permits?|exempts?|assures?|promises?|awards?)\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_ITS = re.compile(r"(?<!\w)(?:its|their)(?!\w)", re.IGNORECASE)
_AS = re.compile(
    r"\bas\s+(?:legitimate|de facto|de jure|legally|being|part of|\s)*\s*$|\bde (?:facto|jure)\s+$", re.IGNORECASE
)
_SOVEREIGN = re.compile(r"(?:’s|')?\s+sovereign", re.IGNORECASE)
# A subject of its own that names no party: nothing is taken over from the words before.
_UNKNOWN = re.compile(
    r"(?!to\b|also\b|not\b|its\b|their\b)(?:[\w’'“”,-]+\s+){1,8}?(?:would|will|must|shall|(?:is|are|has|have) to)\b"
)
_FREED = re.compile(
    r"\b(?:release|freeing|liberation|free|releases|frees|return)\s+(?:of\s+)?(?:(?:all|the|some|\d[\d,]*|[a-z-]+)\s+){0,3}$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s+(?:prisoners|detainees|captives|hostages|soldiers|pilots|sailors|fishermen|civilians|troops)\b(?! from\b)",
    re.IGNORECASE,
)
# Who is only of a state, and does nothing for it: "Kessaran refugees may return".
_PRIVATE = re.compile(
    r"\s+(?:[a-z-]+\s+)?(?:refugees|civilians|citizens|residents|settlers|exiles|villagers|farmers|pensioners|workers|pilgrims|families|children|traders|firms|companies|goods|exports|grain|debts?|assets|funds|money|reserves|accounts|deposits|gold|imports|arrears|loans|property|flags?|rights?|currency|flights)\b",
    re.IGNORECASE,
)
# Who gives another a thing, or lets him do it, is bound, and the other served: "Norvia would allow | Kessara to fish".
_LETTING = re.compile(
    rf"(?:\s+{_BODIES})?\s+(?:(?:(?:would|will|shall|must|(?:is|are|was|were) to)(?: also| then)? (?:allow|let|permit|give|grant|offer|pay|sell|assure|promise|award|guarantee|cede|return|lend|owe|concede))|(?:also )?(?:allows|lets|permits|gives|grants|offers|pays|sells|awards|lends|concedes)) (?:the )?(?!itself\b)"
)
# What lies in a town is not who rules there: "Lissen | airport would be opened".
_SITE = re.compile(
    r"\s+(?:international\s+)?(?:airports?|ports?|harbours?|bridges?|roads?|crossings?|stations?|dams?|mines?|markets?|hospitals?|university|embassy|canal|railway|province|region|district|valley|river)\b"
)
_OF_ITS = re.compile(r"(?:[’']s|(?<=s)[’'])\s")
# Whom or what a text recognises does nothing by that: "recognise | the Kessaran government as …".
_RECOGNISED = re.compile(r"\brecogni[sz](?:e|es|ed|ing)\s+(?:the\s+)?$", re.IGNORECASE)
_ITSELF = re.compile(r"(?:the|an?)\s+(?:[\w-]+\s+){1,3}to\s+[a-z]+\s+(?:its|their)\b", re.IGNORECASE)
"""A subject of a term that is no party's, and "its" after it: "the preamble to name its rights" binds nobody."""
# Who vouches that another does a thing is not the one who does it.
_VOUCHED = re.compile(
    r"\b(?:(?:would|will|shall|must|should|to|may|can|jointly|both)\s+(?:guarantee|vouch|underwrite)|guaranteeing|vouch(?:es|ed|ing)|underwrites)\b[^.;:]{0,120}?\bthat\s+(?:the\s+)?",
    re.IGNORECASE,
)
# Whom a demand serves, in the demander's mouth: "an amnesty for its members", "its captives", "all of it".
_FOR_THEM = re.compile(
    r"\bfor (?:its|their)(?: own)? \w"
    r"|^(?:(?:all|every one) of )?(?:the|its|their|all|every)\b(?! (?:\w+ )?(?:lists?|numbers?|names|order|exchange|swap|ratio|question|issue|treatment|sum|terms)\b)[^.,;]{0,40}\b(?:hostages?|captives?|prisoners?|abductees|remains|bodies)[’']?s?\b(?! of (?!its|their))"
    r"|^(?:all|most|half|the (?:whole|rest)) of (?:it|them)\b"
    r"|\b(?:recogni[sz]|acknowledg|respect|restor|affirm|uph[oe]ld)\w*\s+(?:its|their)\b(?! (?:own\b|commitments?|obligations?|promises?|word|mistakes?|part))"
    r"|^(?:its|their)(?: own)? [\w-]+(?: [\w-]+)?,? (?:(?:to )?be |is |are |back |put |taken |included )?(?:recogni[sz]ed|acknowledged|respected|restored|freed|released|returned|pardoned|paid|readmitted|back|home|on the (?:\w+ )?payroll|(?:in|into|on) (?:the|a|any) (?:\w+ )?(?:army|cabinet|government|parliament|council|police|lists?|board))\b"
    r"|^(?:an?\s+)?(?:safe passage|amnesty|immunity|pardons?)\b(?!.{0,40}\bfor\b)"
    r"|^(?:an? |the |full |more |immediate |binding |firm |legal |written )*(?:compensation|reparations|security guarantees|sanctions relief|veto|seats? (?:on|at|in))\b(?!.{0,60}\b(?:for|to) (?:the |all |its |their |both |every )?(?-i:[A-Z]|civilians|victims|famil|refugees|sides|residents|parties))",
    re.IGNORECASE,
)
# Whose money comes free, and on whom a burden lay: "unfreeze $6 billion in | Kessaran assets", "lift all sanctions on | Norvia".
_GIVES_BACK = re.compile(r"\b(?:unfreez|unblock|thaw|releas|return|restor)\w*\b[^.;]{0,40}$", re.IGNORECASE)
_WEALTH = re.compile(
    r"(?:[’']s)?\s+(?:[a-z-]+\s+){0,3}(?:money|assets|funds|reserves|gold|accounts|deposits)\b(?!\s+to\b)",
    re.IGNORECASE,
)
# What goes to one of the two sides, or stays with it; arms are handed to whoever takes them away.
_GIVEN_TO = re.compile(
    rf"{GIVEN}(?:the\s+)?$"
    r"|\b(?:hand|return|transfer|cede|pay|deliver|supply|provide|give|restore)s?\b[^.;,]{0,60}\bto\s+(?:the\s+)?$"
    r"|\b(?:remain|stay|rest|lie)s?\s+(?:with|under)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LIFTED = re.compile(
    r"[^.;,]{0,40}?\b(?:lifted|eased|ended|removed|suspended|relaxed|waived|dropped|withdrawn|end|ends|expire|expires|lapse|fall away|falls away|phased out)\b",
    re.IGNORECASE,
)
_UPON = re.compile(
    r"\b(?:sanctions|embargo(?:es)?|blockade|tariffs|restrictions|travel bans?)\s+(?:on|against|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_LIFTS = re.compile(
    r"\b(?:lift|eas|remov|end|suspend|relax|waiv|drop)\w*\b[^.;]{0,50}\b(?:sanctions|embargo(?:es)?|blockade|tariffs|restrictions|measures)\s+(?:on|against|of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# An adjective alone, before a verb or as one of two, is a language: "Russian becomes an official language".
_SPOKEN = re.compile(
    r"(?:\s+(?:and|or)\s+[A-Z]\w+)?\s+(?:becomes?|is|are|remains?|stays?|gets?|gains?|receives?|keeps?|loses?|enjoys?|has|(?:would|will|shall|may|must|can)|language|speakers|schools)\b",
)
_THE = re.compile(r"\b(?:the|all|any|no|every|each|an?)\s+$", re.IGNORECASE)
# What nobody does: "no exchange of prisoners is foreseen".
_NOBODY = re.compile(r"(?:no|neither|nobody|none)\b", re.IGNORECASE)
# What is not to be done to the other's is for both not to do: "no drones over the other side's towns".
_OTHERS = re.compile(r"\b(?:the other(?: (?:side|party|army|country|state|nation))?[’']s|each other)\b", re.IGNORECASE)
# What a text leaves, and what others do to the one before: "defers any decision", "be replaced by police".
_TEXTS_OWN = re.compile(
    r"\W*(?:and\s+)?(?:defers?\b|postpones?\b|puts? off\b|leaves?\s+(?:open|undecided)\b|leaves?\s+[^,;.]{2,60}?\s+(?:open|for later|undecided|to (?:the )?(?:leaders|presidents))\b|(?:be|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en)\s+by\b)",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:if|should|in case)\s+(?:the\s+)?$", re.IGNORECASE)

Names = tuple[str, ...]


def roles(
    page: Page,
    term: Span,
    frame: Frame,
    modality: Modality | None,
    sentence: Span,
    before: Names = (),
    tied: Sequence[Span] = (),
) -> tuple[Names, Names]:
    """(obligor, beneficiary), normalised party names in order; empty where the words do not say.

    An entitlement makes its subject the beneficiary; what lapses is lost by whoever the condition names. `before` is
    the obligor of the term before in the same sentence, on whom a bare noun phrase after it falls too. Who is named only
    in `tied`, its conditions, has no part in the term itself.
    """
    said = term.quote(page.text)
    does = _goes_on(said)
    bound, served = _roles(
        page, term, modality, lambda: _required(page, term, frame, sentence) or (before if does else ()), tied
    )
    if frame.presented_as == "demand" and frame.party and for_them(said):
        served = tuple(dict.fromkeys((*served, *(() if frame.party in bound else (frame.party,)))))
    return (
        (frame.obligor, tuple(p for p in served if p not in frame.obligor))
        if does and frame.obligor
        else (bound, served)
    )


def for_them(said: str) -> bool:
    """Whether what somebody demands is, by its words, for himself: "an amnesty for its members", "its captives freed"."""
    return _FOR_THEM.search(said) is not None


def done_to(page: Page, term: Span) -> tuple[Names, Names] | None:
    """Whom a text's own verb binds or serves at the head of a term ("gives | X a veto"), or one party's verb another.

    None where it opens otherwise.
    """
    named = [m for m in within(page, term) if m.party and not is_language(page.text, m)]
    return _done_to(page, term, named) or _gives(page, term, _subject(page, term, named), named)


def roles_in(page: Page, term: Span, modality: Modality | None) -> tuple[Names, Names]:
    """(obligor, beneficiary) by the words of a term alone, whatever stands before it."""
    return _roles(page, term, modality, tuple)


def _roles(
    page: Page, term: Span, modality: Modality | None, otherwise: Callable[[], Names], tied: Sequence[Span] = ()
) -> tuple[Names, Names]:
    """The roles that a term's own words give; where they give no obligor, the one that stands before it."""
    named = [m for m in within(page, term) if m.party and not is_language(page.text, m)]
    said = term.quote(page.text)
    if modality != "lapses_if":
        named = [m for m in named if not any(t.contains(m.span) for t in tied)]
    vouched = _VOUCHED.search(said)
    if vouched:
        after = [m for m in named if m.span.start >= term.start + vouched.end()]
        return (_names(after[:1]) if after and _subject(page, term, after) else ()), ()
    if modality == "lapses_if":
        return (), _names([m for m in named if _IF.search(page.text[term.start : m.span.start])][:1])
    done_to = _done_to(page, term, named)
    if done_to is not None:
        return done_to
    together, verb = subject_together(page, term)
    if together:
        return _joint(page, term, verb, together, modality, named)
    subject = _subject(page, term, named)
    served = [m for m in named if _is_served(page, term, m, modality)]
    known = {m for m in named if _RECOGNISED.search(page.text[term.start : m.span.start])}
    bound = subject or [m for m in _bound(page, term, named) if m not in served and m not in known]
    who = _names(bound)
    if not who and not (served and modality == "recognises") and not _UNKNOWN.match(said):
        who = otherwise()
    given = _gives(page, term, subject, named)
    if given is not None:
        return given
    passive = subject and _BE_SERVED.match(page.text[subject[-1].span.end : term.end])
    who = who or _holder(page, term, named)
    who = who or agents_in(page, term)
    nobody = _NOBODY.match(said) and not _OTHERS.search(said)
    who = who or (() if served or modality == "may" or nobody else mutual(page, term))
    if modality == "may" or passive:
        gains = who or _names(served) or served_in(page, term, named, ())
        binds = _names(_bound(page, term, [m for m in named if m not in subject])) or agents_in(page, term)
        return tuple(p for p in binds if p not in gains), gains
    return who, tuple(dict.fromkeys((*_names(served), *served_in(page, term, named, who))))


def is_language(text: str, mention: Mention) -> bool:
    """Whether an adjective names a language and no party: "Russian becomes an official language", but not "the Dutch would"."""
    alone = mention.kind == "adjective" and text[mention.span.end - 1] != "s"
    before = text[max(0, mention.span.start - 8) : mention.span.start]
    return alone and _SPOKEN.match(text, mention.span.end) is not None and not _THE.search(before)


def languages_in(page: Page, span: Span) -> bool:
    """Whether all the names in a stretch are those of languages."""
    named = [m for m in within(page, span) if m.party]
    return bool(named) and all(is_language(page.text, m) for m in named)


def lets(page: Page, term: Span) -> bool:
    """Whether a party is to let others do a thing, which binds it: "Kessara would allow exports to resume"."""
    first = next((m for m in within(page, term) if m.party), None)
    if first is None or len(page.text[term.start : first.span.start].split()) > _OPENS:
        return False
    return _LETS.match(page.text, first.span.end, term.end) is not None


def vouches(said: str) -> bool:
    """Whether somebody only vouches for what another does: "Osterland would guarantee that Kessara withdraws"."""
    return _VOUCHED.search(said) is not None


def _done_to(page: Page, term: Span, named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Whom a text's own verb takes as its object: "caps | X at …" binds X, "lets | both sides leave …" serves them."""
    verb = _BINDS.match(page.text, term.start, term.end) or _SERVES.match(page.text, term.start, term.end)
    if verb is None:
        return _has_do(page, term, named)
    first = next((m for m in named if m.span.start == verb.end() and m.kind != "place"), None)
    who = _names([first]) if first else collective_at(page, verb.end(), term.end)
    if not who:
        return None
    after = first.span.end if first else verb.end()
    return (who, ()) if verb.re is _BINDS or given_time(page.text[after : term.end]) else ((), who)


def _gives(page: Page, term: Span, subject: Sequence[Mention], named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Who lets or gives, and whom: "A would allow | B to fish", "A gives | B a veto"; None where a subject does neither."""
    verb = _LETTING.match(page.text, subject[-1].span.end, term.end) if subject else None
    who = _names(subject)
    served = [m for m in named if verb and m.span.start == verb.end() and m.party not in who]
    if served or (verb and _LETS.match(page.text, subject[-1].span.end, term.end)):
        return who, _names(served)
    return None


def given_time(said: str) -> bool:
    """Whether somebody is only given time to do a thing, which binds him: "gives both sides | until May 1 to sign"."""
    return _TIME_TO.search(said) is not None


def _has_do(page: Page, term: Span, named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Whom a text has do a thing, and whom that serves: "have | A cede the dam to B"."""
    verb = _HAS_DO.match(page.text, term.start, term.end)
    first = next((m for m in named if verb and m.span.start == verb.end() and m.kind != "place"), None)
    if first is None or not _DOING.match(page.text, first.span.end, term.end):
        return None
    return _names([first]), _names([m for m in named if m is not first and _is_served(page, term, m, None)])


def _joint(
    page: Page, term: Span, verb: int, together: Names, modality: Modality | None, named: Sequence[Mention]
) -> tuple[Names, Names]:
    """What both sides must do binds them; what both may do, are granted or do for each other, serves them."""
    granted = modality == "may" or _BE_SERVED.match(page.text, verb, term.end)
    return ((), together) if granted else (together, served_in(page, term, named, together))


def _holder(page: Page, term: Span, named: Sequence[Mention]) -> Names:
    """Who holds one side's people that are to be set free: the other."""
    both = sides(page) or ()
    for mention in named:
        freed = _FREED.search(page.text[term.start : mention.span.start]) and mention.kind == "adjective"
        if freed and mention.party in both and _PEOPLE.match(page.text, mention.span.end, term.end):
            return tuple(party for party in both if party != mention.party)
    return ()


def _goes_on(said: str) -> bool:
    """Whether a term leaves its subject to the one before: it opens with a verb, and with none that only a text does or that is done to it."""
    return bare().match(said) is not None and not _TEXTS_OWN.match(said)


def _subject(page: Page, term: Span, named: Sequence[Mention]) -> list[Mention]:
    """Those who do the term's first verb: "A, B and C would …", "the armed forces of A would …"."""
    last = next((m for m in named if _acts(page.text, m, term.end) and not _is_object(page, term, m)), None)
    if last is None:
        return []
    return _with_joined(page, named, last)


def _acts(text: str, mention: Mention, end: int) -> bool:
    """Whether a verb of its own follows a name, or that it is granted a thing."""
    after = text[mention.span.end : end]
    return any(pattern.match(after) for pattern in (_TO, _BE_SERVED, _ACTS))


def _with_joined(page: Page, named: Sequence[Mention], last: Mention) -> list[Mention]:
    """A name with those that are joined to it before it: "A, B and | C"; a comma alone joins none."""
    chain = [last]
    for mention in reversed(named[: named.index(last)]):
        between = page.text[mention.span.end : chain[0].span.start]
        again = mention.party == chain[0].party and _INITIALS.fullmatch(between)
        first = {m.party for m in chain} == {last.party}
        if not again and (not _AND.fullmatch(between) or (first and between.strip() in (",", ", the"))):
            break
        chain.insert(0, mention)
    return chain


def _is_object(page: Page, term: Span, mention: Mention) -> bool:
    """Whether a name before a verb only stands in another's phrase: "guarantees to A would …", but not "forces of A"."""
    before = page.text[term.start : mention.span.start]
    after = page.text[mention.span.end : term.end]
    if mention.kind == "adjective" and _NO_OWNER.match(after):
        return True
    inside = re.search(
        r"\b(?:of|to|for|in|on|with|against|by|from|between|at|into)\s+(?:the\s+)?$", before, re.IGNORECASE
    )
    return inside is not None and _BODY_OF.search(before) is None


def _bound(page: Page, term: Span, named: Sequence[Mention]) -> list[Mention]:
    """Those whom the words around their names oblige, with whoever is coordinated with them."""
    out: list[Mention] = []
    for mention in named:
        before, after = page.text[term.start : mention.span.start], page.text[mention.span.end : term.end]
        joined = bool(out) and _AND.fullmatch(page.text[out[-1].span.end : mention.span.start]) is not None
        people, none = _OF_ITS.match(after), idle(page.text, term, mention.span)
        of_nobody = (
            none
            or (mention.kind == "adjective" and (_NO_OWNER.match(after) or _PRIVATE.match(after)))
            or (mention.kind == "metonym" and _SITE.match(after))
            or (people and _PRIVATE.match(after, people.end() - 1))
            or _OWN_TEXT.match(after)
        )
        men = _MEN_OF.fullmatch(before) or _WHEN.fullmatch(before)
        opens = (
            men or not before.strip(" theTHE") or (not before.strip(" anAN") and _TEAM.match(after))
        ) and not of_nobody
        owns = mention.kind != "place" and _OWN.match(after) is not None and not none
        does = _OF.search(before) is not None and not none
        if joined or opens or owns or does or _RELATIONS.match(after):
            out.append(mention)
    return out


def _is_served(page: Page, term: Span, mention: Mention, modality: Modality | None) -> bool:
    before, after = page.text[term.start : mention.span.start], page.text[mention.span.end : term.end]
    if modality == "recognises":
        adjective = mention.kind == "adjective" and (" as " in before or "de facto" in before or "de jure" in before)
        return bool(_AS.search(before) or _SOVEREIGN.match(after)) or adjective
    lifted = _UPON.search(before) is not None and _LIFTED.match(after) is not None
    given_back = _GIVES_BACK.search(before) is not None and _WEALTH.match(after) is not None
    given = (
        _GIVEN_TO.search(before) is not None and ARMS.search(before) is None and mention.party in (sides(page) or ())
    )
    return given_back or given or _SERVED.search(before) is not None or _LIFTS.search(before) is not None or lifted


def _required(page: Page, term: Span, frame: Frame, sentence: Span) -> Names:
    """The party the frame obliges ("would require X to …"), the subject before, or the antecedent of "it" and "its"."""
    if frame.obligor:
        return frame.obligor
    again = subject_before(page, term)
    if again:
        return again
    before = [m for m in within(page, sentence) if m.party and m.span.end <= term.start]
    after_cue = [m for m in before if frame.cue is None or m.span.start >= frame.cue.end]
    doing = [m for m in after_cue if _TO.match(page.text[m.span.end : term.end])]
    both, at = bound_before(page, sentence, term.start)
    if both and all(m.span.start < at for m in doing):
        return both
    if doing:
        return _names(_with_joined(page, before, doing[-1]))
    said = term.quote(page.text)
    if _ITS.search(said) and before and not _ITSELF.match(said) and frame.presented_as != "demand":
        return _names(before[-1:])
    return ()


# "It would have no missile …": whoever the sentence before has as its subject.
_GOES_ON = re.compile(
    r"\W*(?:[Ii]n return,? |[Ii]n exchange,? |[Tt]hen |[Ii]nstead,? )?[Ii]t (?:also |then |further )?(?:would|will|must|shall|may|is to|has to|undertakes|commits|pledges|keeps|gives|pays|withdraws|releases)\b"
)
_OPENS = 3  # words before a name that is the subject of its sentence


def subject_before(page: Page, term: Span) -> Names:
    """The one party that is the subject of the sentence before, for a term whose sentence goes on with "it". O(log n)."""
    sentence = sentence_at(page, term.start)
    if sentence is None:
        return ()
    it = _GOES_ON.match(page.text, sentence.start, sentence.end)
    last = sentence_before(page, sentence.start) if it and term.start <= it.end() + 1 else None
    if last is None:
        return ()
    named = [m for m in within(page, last) if m.party]
    first = named[0] if named else None
    if first is None or len(page.text[last.start : first.span.start].split()) > _OPENS:
        return ()
    alone = len({m.party for m in named if m.span.start < first.span.end + _JOINED}) == 1
    return _names([first]) if alone and _TO.match(page.text[first.span.end : last.end]) else ()


_JOINED = 40
"""Characters after a subject in which another would be joined to it: "X and the Y would …"."""


def _names(mentions: Sequence[Mention]) -> Names:
    return tuple(dict.fromkeys(m.party for m in mentions if m.party))
