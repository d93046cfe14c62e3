"""What nobody does, or anybody may: "no country would reject it", "anyone who rejects it", "why would it reject this"."""

from __future__ import annotations

import re

from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.turned.clause import Clause


def nobodys(clause: Clause) -> bool:
    """Whether the subject of a stance is nobody, or somebody who is no party; that nobody yields is a no."""
    if _NOBODY.match(clause.opens) and not (clause.stance in NO and _YIELDS.match(clause.said)):
        return True
    asked = _ASKED.match(clause.opens) is not None
    return asked or _ANYBODY.search(clause.opens) is not None or _ANYBODY.match(clause.said) is not None


# "no country would | reject it", "nothing in the report was | false": never "no doubt", nor what is negated in the verb.
_NOBODY = re.compile(
    r"(?!(?:[\w’'-]+ ){2,8}?\w+(?:ed|en|ad|ew) (?:is|was|are|were) [“\"]?$)"  # "a text that nobody had seen was …"
    r"\W*(?:(?:nobody|no one|none|nothing|not (?:one|a|an)|(?:hardly|scarcely|barely) any\w*|few|neither"
    r"|only an? (?:fool|madman|idiot|coward|traitor|child|lunatic)) "
    r"|no (?!(?:longer|doubt|matter|wonder|less|more|sooner|later|other|amount|secret|mistake|choice|way)\b))"
    r"(?:(?!(?:doubts?|not|never|who|which|if|unless|until|without|can|cannot|but|than|except|why|how|because|should|must|forgets?|ignores?|disputes?|denies|denied)\b)[\w’'-]+ ){0,8}[“\"‘]?$",
    re.IGNORECASE,
)
# "nobody here | will ever sign it away": that nobody yields is a no.
_YIELDS = re.compile(
    r"(?:(?:will|would|shall|can|could|may|is|are|was|were) )?(?:ever\b|(?:sign|accept|agree|recogni|cede|surrender|give|hand|yield|allow|tolerat|lay|disarm|walk through|consent)\w*)",
    re.IGNORECASE,
)
# "anyone who | rejects it", "those who | demand it".
_ANYBODY = re.compile(
    r"\b(?:whoever|(?:those|people|anyone|anybody|everyone|someone|all) who)(?: (?:would|will|now|still|openly))? $"
    r"|^\W*(?:(?:his|her|its|their|our|my) (?:\w+ )?(?:critics|opponents|enemies|rivals|foes)|the opposition) (?:would |will |had |have |has )?$"
    r"|^\W*(?:his|her|their|our|my) (?:predecessors?|father|mother|wife|husband|grandfather|brother|sister|son|daughter|barber|driver) (?:would |will |had |have |has )?$"
    r"|^\W*(?:an?|the|some|many) (?:newspapers?|protesters|critics|columnists?|poets?|bloggers?|demonstrators)(?: in \w+)? (?:would |will |had |have |has )?$"
    r"|^\W*(?:whoever|(?:those|people|anyone|anybody|everyone) who) ",
    re.IGNORECASE,
)
# "why would it | reject this"
_ASKED = re.compile(
    r"\W*(?:(?:who|why|how|what(?: good)?) (?:on earth )?(?:would|could|should|can|will|did|does|do)|what if|suppose|imagine|why(?: not)?(?= \w*$)|(?:do|does|did|are|should) (?:we|they|you)(?: to)?) (?:[\w’'-]+ ){0,6}$",
    re.IGNORECASE,
)
