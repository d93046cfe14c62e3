"""Who holds what a term's words give somebody: "gives | the hill people a council", "| deserters get an amnesty", "jobs for | refugees"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.provisions.roles.people import WHO, as_within, people_at
from nonpaper.claims.sides import both_of
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

_NUMBER = r"(?:an?|the|its|their|full|equal|half|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten)\b"
_FOR_ALL = r"(?P<all>(?:the|both|either|each)(?: (?:two|warring))? (?:parties|sides|states?|side|party))"
# A verb that gives at the head of a term, or of its subject's, and whom it takes as its object.
_GIVES = re.compile(
    rf"(?:[^,;.:]{{0,60}}\s)?(?:(?:gives?|grants?|offers?|guarantees?|promises?|awards?|assures?|allots?|pays?) (?:{WHO}|{_FOR_ALL})(?= {_NUMBER}(?! (?:hours?|days?|weeks?|months?|years?)\b))"
    rf"|(?:lets?|allows?|permits?|entitles?|helps?|enables?) (?:{WHO.replace('?P<who>', '?P<lets>').replace('?P<many>', '?:')}|{_FOR_ALL.replace('?P<all>', '?P<let>')})(?= (?:to )?(?!(?:of|in|from|who|that|and|or)\b)[a-z]+))",
    re.IGNORECASE,
)
# Who is the subject of what he is granted; who "must" or "has to" do a thing is bound.
_GETS = re.compile(
    rf"\W*{WHO}(?P<which>,? (?:who|that|from|in|with|not|accused|around|of)\b[^;.]{{0,80}}?)?,? (?:(?:would|will|shall|also|then|each) )*"
    r"(?:gets?(?! (?:out|off|rid)\b)|receives?|may(?! not\b)|can(?! (?:not|only|no)\b|not\b)|could(?! not\b)|(?:(?:be|is|are) )(?:(?:to|also) )*(?:be )?(?:allowed|permitted|entitled|granted|given|paid|compensated|pardoned|amnestied|spared|exempt(?:ed)?|readmitted|rehoused|resettled)|ha(?:s|ve) the right"
    r"|draws? (?:an?|\d)|(?:(?:would|will|shall|are|is) )?(?:to )?(?:choose|elect) (?:an?|their|its|the)|returns? (?:home|to (?:their|its)))\b",
    re.IGNORECASE,
)
_EITHER = re.compile(
    r"\W*(?P<all>(?:either|each|both) (?:of (?:them|the two)|side|party|state|country|government|sides|parties|states|countries)) (?:may|can|could|has the right|is entitled|(?:is|are) allowed|gets?|receives?)\b(?! (?:not|only)\b)",
    re.IGNORECASE,
)
# What is set aside to be spent on a place: "a fund of 80 million for | the canal district".
_FOR_PLACE = re.compile(
    r"\b(?:funds?|millions?|billions?|money|sum|aid|pot|grants?)\b[^,;.:]{0,60}? for (?P<who>the (?:[a-z-]+ ){1,2}(?:district|districts|province|provinces|valley|region|coast|islands?|villages|towns?))\b(?!’|')",
    re.IGNORECASE,
)
# A share of money that goes to people: "a tenth of the total goes to | the hill communities".
_GOES_TO = re.compile(
    rf"\b(?:share|half|thirds?|quarters?|fifths?|sixths?|tenths?|per ?cent|percent|%|revenues?|royalties|proceeds|money|millions?|billions?|profits|taxes|rest|remainder)\b[^;.:]{{0,60}}?\b(?:goes|go|going|paid|passes|pass|handed|given|transferred|reserved|earmarked)(?: (?:back|over))? (?:to|for) {WHO}",
    re.IGNORECASE,
)
# A council that is handed what a state does: it rules; one that only watches or decides disputes does not.
_POWERS = re.compile(
    r"\W*(?P<body>the (?:[a-z]+ )?(?:council|assembly|regional government|parliament)) (?:(?:would|will|shall|may|then|also|alone|is to|are to) )+(?:run|administer|control|collect|levy|raise|manage|govern|keep|retain) (?:[^;.]{0,60}? )?(?:schools|taxes|tax|police|courts|forests|land|hospitals|clinics|roads|budget|revenues?|health|ports?|customs)\b",
    re.IGNORECASE,
)
# Those who are brought out of danger: "the sick and the wounded go out on the ships".
_BROUGHT_OUT = re.compile(
    r"\W*(?P<body>(?:the )?(?:sick|wounded|injured)(?:,? and (?:the )?(?:sick|wounded|injured|old|elderly))?) (?:(?:would|will|shall|are to|may|can) )?(?:go out|leave|be (?:evacuated|flown|taken|brought)|are (?:evacuated|flown|taken|brought) out|come out)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no|not|never|neither|nobody|without|except|excluding|instead of|rather than)\b", re.IGNORECASE)
_OF_BOTH = re.compile(r" (?:of|from|on) (?P<all>(?:both|either|the two) (?:[a-z]+))")
_HELD = ("hostages", "prisoners", "detention")


def entitled(page: Page, term: Provision) -> Names:
    """The holder of an entitlement, by its words; empty where they withhold it, or bind him instead."""
    if term.modality in ("must_not", "lapses_if", "recognises", None):
        return ()
    for pattern in _ALL:
        found = pattern.search(page.text, term.span.start, term.span.end) if pattern in _ANYWHERE else None
        found = found or pattern.match(page.text, term.span.start, term.span.end)
        if found is not None and not _NOT.search(_without(found)):
            return _holders(page, term, found)
    return ()


_ANYWHERE = (_FOR_PLACE, _GOES_TO)
_ALL = (_GIVES, _GETS, _EITHER, *_ANYWHERE, _POWERS, _BROUGHT_OUT)


def _without(found: re.Match[str]) -> str:
    """The words of a pattern without the clause that tells which people are meant: "members | who never fired a gun"."""
    which = found.groupdict().get("which") or ""
    return found[0].replace(which, " ", 1) if which else found[0]


def _holders(page: Page, term: Provision, found: re.Match[str]) -> Names:
    """Whom the words of a pattern stand for."""
    groups = {key: Span(*found.span(key)) for key, value in found.groupdict().items() if value}
    everybody = groups.get("all") or groups.get("let")
    if everybody is not None:
        return both_of(page, everybody)
    if "body" in groups:
        return () if found.re is _BROUGHT_OUT and term.topic in _HELD else (as_within(found["body"]),)
    people = groups.get("who") or groups.get("lets")
    if people is None or (found.re in (_GETS, _GIVES) and term.topic in _HELD):
        return ()
    of_both = _OF_BOTH.match(page.text, people.end)
    if of_both is not None:
        return both_of(page, Span(*of_both.span("all")))
    return people_at(page, people)
