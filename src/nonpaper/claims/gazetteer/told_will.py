"""Whose a minister is who tells what a party will or will not do: "Kessara will not sign, President X said"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer.shapes import WORD
from nonpaper.claims.gazetteer.titled import Party, Titled

_STATES = re.compile(
    r"\bminister\b|\bpresident\b|\bpremier\b|\bchancellor\b|\bsecretary of state\b|\b(?:government|ministry) spokes"
)


_SPEAKS = re.compile(
    r"(?:the )?(?:(?:president|prime minister|premier|chancellor|government)[’']s (?:[a-z]+ )?(?:spokes\w+|adviser|advisor|aide|envoy)"
    r"|(?:government|presidency|presidential|cabinet|(?:[a-z]+ )?ministry) spokes\w+)"
)


# What a party is said to do of its own will: "Kessara will not sign, President X said".
_OF_ITS_WILL = re.compile(
    r"\b(?:will|would|shall|cannot|has no intention|can(?= never| not| only| live)|(?:is|are|was|were) (?:ready|willing|prepared|open|opposed)|(?:has|had|have) (?:offered|agreed|accepted|rejected|refused|decided|proposed|received)"
    r"|(?:dispatched|sent|sends|is sending) (?:a|its|their) (?:[a-z]+ )?(?:delegation|delegates|negotiators|team|envoys?)|rejects?|rejected|accepts?|accepted|refuses?|refused|wants?|insists?|demands?|opposes?|offers?|offered)\b"
)


def of_deed(seen: Titled, party: Party) -> str | None:
    """Of a minister who tells what a party will or will not do: that party, where the sentence names no other beside it."""
    if not _STATES.search(seen.title) and not _SPEAKS.fullmatch(" ".join(f"{seen.where} {seen.title}".split())):
        return None
    before, after = _OF_ITS_WILL.search(seen.said), _OF_ITS_WILL.search(seen.then)
    if before:
        whose = party(seen.said[: before.start()])
        return whose if whose and _IN_RETURN.match(seen.said) else whose and party(seen.said)
    told = _TELLS.match(seen.then) if after and not _WE.search(seen.said) else None
    return party(seen.then[told.end() : after.start()]) if told and after else None


# What a state will do if another does the like is told by its own minister: "Kessara will keep its ports shut unless Orvia …".
_IN_RETURN = re.compile(
    rf"[\d\W]*(?:{WORD} ){{1,2}}(?:will|would|will not|would not|won[’']t) (?!be\b)(?:(?!\b(?:said|says|told)\b)[^.;:“”\"]){{4,120}}?\b(?:unless|if|until|as long as|so long as)\b (?:(?!\b(?:said|says|told)\b)[^.;:“”\"]){{4,100}},[”\"]? (?:says? |said )?(?:the )?\Z"
)


# Who speaks of "us" tells of another by its name: "“It is unacceptable to us,” the minister said, adding that X had refused".
_WE = re.compile(r"[“\"«‘][^”\"»]*\b(?:[Ww]e|us|our|ours)\b")


_TELLS = re.compile(r",?\s(?:has |had |also |later )*(?:said|says|told|announced|insisted|declared|repeated)\b")
