"""What is said not to be so, only doubted, or only foretold."""

from __future__ import annotations

import re

from nonpaper.claims.page import mentions_in
from nonpaper.claims.stances.turned.another import CLOSE
from nonpaper.claims.stances.turned.doubtful import names_report
from nonpaper.claims.stances.turned.words import FIRM, Words, plain, stands_apart, turning
from nonpaper.model.span import Span


def untrue(words: Words) -> bool:
    """What words before the stance say is not so, or is only laid to somebody: "it would be wrong to say that"."""
    found = turning("untrue").finditer(words.text, 0, min(len(words.text), words.cue + 1))
    return any(not _NEW.search(words.text, m.end(), max(m.end(), words.cue)) for m in found)


_NEW = re.compile(r"[;.]|\s(?:but|while|yet|and(?! [A-Z]))\s")


def only_wonders(words: Words) -> bool:
    """What is only doubted of another: "doubted that it would refuse", "was not sure whether it would sign"."""
    found = plain(turning("wonders"), words.text)
    if found is None or words.cue < found.start():
        return False
    return not names_report(words.said) and not stands_apart(words, found.start(), found.end())


def doubts_another(words: Words) -> bool:
    """Blame that is only a doubt of what another party will do: "expressed doubt that it would accept"."""
    found = plain(turning("wonders"), words.text) if words.position.stance in ("criticises", "reserves") else None
    if found is None:
        return False
    clause = Span(
        words.origin + found.start(), min(words.origin + len(words.text), words.origin + found.end() + _NAMED)
    )
    return any(m.party and m.party != words.position.party for m in mentions_in(words.page, clause))


_NAMED = 30
"""Characters after words of doubt in which is named whose deed is doubted."""


def foretold(words: Words) -> bool:
    """What is only foretold: "would almost certainly refuse"; of a party's own word it may be the more firm."""
    if words.position.stance not in FIRM:
        return False
    keys = ("foretold",) if words.position.basis == "self" else ("foretold", "certainly")
    found = (m for key in keys for m in turning(key).finditer(words.text, words.start))
    return any(_leads_to(words, m) for m in found)


def _leads_to(words: Words, found: re.Match[str]) -> bool:
    """Whether such words stand in the clause of those that show the stance, before these or over them."""
    if words.cue >= len(words.text):
        return True
    return found.start() <= words.cue + CLOSE and not re.search(r"[,;.]", words.text[found.end() : words.cue])


def supposed(words: Words) -> bool:
    """What somebody would do if it came to it, on nobody's word: "If there is a deal, … Norvia would demand compensation"."""
    if words.position.stance not in ("demands", "threatens") or _SAYS.search(words.text):
        return False
    at = words.position.span.start
    return _WOULD.match(words.said) is not None and _IF.search(words.page.text, max(0, at - _BACK), at) is not None


_BACK = 300
"""Characters before a stance in which a supposition may open."""
_IF = re.compile(r"(?:\A|[.!?\n]\s{0,2})(?:If|Were|Suppose|Should|Imagine|Say)\b")
_SAYS = re.compile(
    r"\b(?:said|says?|told|tells|announced|warned|according|added|repeated|insisted|vowed|promised|wrote|writes)\b",
    re.IGNORECASE,
)


_WOULD = re.compile(
    r"\W*(?!(?:that\s+)?(?:it|they|he|she|we|I)\b)(?:[\w’'-]+\s+){1,4}?would (?:\w+ly |also |then |no doubt |still )?"
    r"(?:demand|insist|ask for|call for|seek|press for|want|threaten)\b",
    re.IGNORECASE,
)


def only_warns(words: Words) -> bool:
    """A warning of what may come by itself is no threat: "warned that aid will run out unless the road is opened"."""
    own = words.position.stance != "threatens" or _IT_WOULD.match(words.said) is not None
    found = None if own else _WARNS.search(words.said)
    return (
        found is not None and _OWN_DEED.search(words.said, found.end()) is None and not _named_again(words, found.end())
    )


def _named_again(words: Words, at: int) -> bool:
    """Whether the party itself acts in what it warns of."""
    begin = words.origin + words.start + at
    named = (
        mentions_in(words.page, Span(begin, min(begin + _NAMED, words.origin + len(words.text))))
        if begin < words.origin + len(words.text)
        else ()
    )
    return any(m.party == words.position.party for m in named)


# "It would stay away, a statement warned, unless …": what it would do comes first.
_IT_WOULD = re.compile(r"\W*(?:it|they|he|she|we|I)\s+(?:will|would|shall)\b", re.IGNORECASE)
# What follows is warned of; "…, Esk warned" closes a sentence whose beginning says what somebody will do.
_WARNS = re.compile(r"\bwarn(?:s|ed|ing)?\b(?!(?: last \w+| on \w+| later| again)?[.”\"]*$)", re.IGNORECASE)
_OWN_DEED = re.compile(
    r"\b(?:it|they|he|she|we|I|its|their|his|her|our)\b|\b(?:consequences|retaliat\w+|response|force|strikes?|attack\w*|sanctions?|reprisals?|war|price|action|measures)\b"
    r"|\b(?:be|being) (?:withdrawn|withheld|suspended|cancelled|cut|stopped|closed|halted|frozen|resumed|reimposed|broken off|called off)\b",
    re.IGNORECASE,
)
