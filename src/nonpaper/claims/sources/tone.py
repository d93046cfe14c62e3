"""How a claim speaks: speech, belief, wish or deed; hedged; denying."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from nonpaper.claims.cues import forms, pattern, table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.hearsay import is_hearsay
from nonpaper.claims.sources.pieces import lower, quoted_in, share
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Act
from nonpaper.model.span import Pieces, Span, hull

_WORD = re.compile(r"[^\W\d_]+")
# First match wins: where a word is listed twice, reporting weighs more than a deed, a deed more than a wish.
_ORDER: tuple[Act, ...] = ("says", "does", "wants", "thinks")


@cache
def _verbs() -> dict[str, Act]:
    rows = table("acts")
    found: dict[str, Act] = {}
    for act in _ORDER:
        for word in (f for lemma in rows[act]["lemmas"] for f in forms(lemma)):
            found.setdefault(word, act)
        for word in (*rows[act].get("other", ()), *rows[act]["nouns"]):
            found.setdefault(word, act)
    return found


# "has not confirmed", "declined to say": nothing was said. A bare "per" or "as" is no verb.
_SILENT = re.compile(r"\b(?:not|never|n[’']t|declin\w+|refus\w+|without)\b", re.IGNORECASE)
_PARTICLES = frozenset({"per", "as", "in", "for", "by", "from", "of", "to"})


def act_of(cue: str) -> Act:
    """What a cue does. Several verbs: speech if any speaks and nothing says that it did not, else the first listed; an unlisted verb is a deed.

    >>> act_of("refused to"), act_of("has insisted"), act_of("hopes to")
    ('does', 'says', 'wants')
    """
    words = _WORD.findall(cue.casefold())
    acts = [_verbs()[w] for w in words if w in _verbs()]
    if not acts:
        return "says" if not words or words[0] in _PARTICLES else "does"
    if "says" in acts and _SILENT.search(cue):
        return "does"
    return "says" if "says" in acts else acts[0]


@cache
def _hedges() -> re.Pattern[str]:
    return pattern(w for row in table("tone")["hedge"] for w in row["words"])


@cache
def _denials(where: str) -> re.Pattern[str]:
    return pattern(w for row in table("tone")["denial"] if row["where"] == where for w in row["words"])


def hedges_in(page: Page, pieces: Iterable[Span]) -> Pieces:
    """The words in `pieces` that make what is said less than certain; the month of May does not."""
    return tuple(
        Span(p.start + m.start(), p.start + m.end())
        for p in pieces
        for m in _hedges().finditer(p.quote(page.text))
        if m.group() != "May"
    )


def denies(page: Page, claim: Claim) -> bool:
    """Whether the claim denies a report, its receipt or its authorship. "Did not deny" and "any text it has not seen" do not."""
    return not of_nobody(page, claim) and any(
        not undone.search(page.text, max(0, piece.start + m.start() - _BEFORE), piece.start + m.start())
        for where, pieces, undone in (("cue", claim.cue, UNDENIED), ("content", claim.content, _NO_DENIAL))
        for piece in pieces
        for m in _denials(where).finditer(piece.quote(page.text))
    )


_BEFORE = 60  # characters before a word of denial in which something undoes it
UNDENIED = re.compile(
    r"\b(?:not|never|n[’']t|nor|neither|without|declin\w+ to|refus\w+ to|short of|no)\s+(?:confirm\w*\s+(?:or|nor)\s+|[a-z]+ly\s+|to\s+|a\s+|issue\w*\s+){0,3}$",
    re.IGNORECASE,
)
# What is left open of a text is no word about its receipt: "no text that it has not seen".
UNSEEN = r"\b(?:{text}|anything|something|nothing|everything|what|whatever|one|terms?|promises?|words?)s?,?\s+(?:(?:that|which)\s+)?(?:it|he|she|they|we|i|you)(?:\s+(?:itself|himself|herself|themselves))?\s+$"
_NO_DENIAL = re.compile(
    UNSEEN.replace("{text}", r"text|draft|document|plan|deal|agreement|proposal|paper|treaty|accord|clause|version")
    + r"|\b(?:not|never|n[’']t)\s+(?:an?\s+)?(?:at\s+all\s+|entirely\s+|simply\s+|wholly\s+)?$",
    re.IGNORECASE,
)


def act(page: Page, claim: Claim) -> Act:
    """The claim's act. What groups, analysts and unnamed people think is known only because they said it."""
    found = act_of(lower(page, claim.cue)) if claim.cue else "says"
    if found == "says" and of_nobody(page, claim):
        return "does"
    if found == "does" and (_quoted(page, claim) or is_hearsay(lower(page, claim.cue)) or _told(page, claim)):
        return "says"
    return "says" if found == "thinks" and claim.kind in _REPORTED else found


# "Neither diplomat would confirm …", "No official has said …": nothing was said. So with "confirmed nor denied" in the cue.
_NOBODY = re.compile(r"(?:neither|no|none|nobody|not (?:one|a single))\b", re.IGNORECASE)
_NOR = re.compile(r"\bnor\b")


def of_nobody(page: Page, claim: Claim) -> bool:
    """Whether a claim is what nobody said: by its source, by the word before it, or by "nor" in its cue."""
    if not claim.source:
        return False
    start = claim.source[0].start
    before = page.text[max(0, start - len("neither ")) : start]
    opens = _NOBODY.match(page.text, start) or re.search(r"(?:^|\W)(?:[Nn]either|[Nn]one of) $", before)
    return bool(opens or _NOR.search(lower(page, claim.cue)))


def _quoted(page: Page, claim: Claim) -> bool:
    """Whether most of the content stands in quotation marks: then it was said, whatever the verb."""
    return share(claim.content, quoted_in(page, hull(claim.content))) > _MOSTLY


def _told(page: Page, claim: Claim) -> bool:
    """Whether somebody's unlisted verb tells in a clause or gives some of his words: "grumbled that …", "named it “the one …”"."""
    if not claim.source or not claim.content or claim.kind in _NO_PERSON or _is_deed(lower(page, claim.cue)):
        return False
    content = hull(claim.content)
    clause = _THAT.match(page.text, content.start) or _THAT_BEFORE.search(
        page.text, max(0, content.start - 6), content.start
    )
    return clause is not None or share(claim.content, quoted_in(page, content)) > _SOME


_THAT, _THAT_BEFORE = re.compile(r"that\s"), re.compile(r"\bthat\s$")
_NO_PERSON = frozenset({"none", "document_seen", "leaked_full_text", "official_text", "recording"})


@cache
def _settles() -> re.Pattern[str]:
    return pattern(table("acts")["settles"]["verbs"])


_TELLS = frozenset({"observe", "observes", "observed", "observing"})


def _is_deed(cue: str) -> bool:
    """Whether a cue is a deed even where a clause follows it: "agreed that", "showed that", "has not said that"."""
    listed = not _TELLS.issuperset(word for word in _WORD.findall(cue) if word in _verbs())
    return listed or _settles().search(cue) is not None


_MOSTLY, _SOME = 0.8, 0.2
_REPORTED = frozenset(
    {
        "recording",
        "analyst",
        "unnamed_official",
        "person_familiar",
        "outlet_relay",
        "institution_unspecified",
        "document_seen",
        "none",
    }
)
