"""How plain a sight must be before what it shows is stated: less beside other plain terms of the same text than alone.

The thresholds of one sight were found on short reports with one dense text. A longer report tells its text piece by
piece, paragraphs away from its name; there the plain terms of the text around a sight speak for it as well.
"""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.reserved import SHORT, thick_with_talks
from nonpaper.claims.provisions.text_near import names_a_text, text_near
from nonpaper.claims.terms import RawTerm

PLAIN, PLAIN_OTHER = 0.95, 0.75
"""How plain it must be that words are presented as a text's term, and as anything else, before they are stated as that."""
BESIDE = 0.75, 0.7
"""How sure a sight must be, and how plain what it is presented as, where the report has another plain term of the text."""
PLAINEST = 0.985
"""How plain it must be that a weak sight is of a text, before the words alone speak for it."""
OF_A_TEXT = 0.65
"""How sure a plain sight must be where no text is named near it in a report that is about talks."""
PLAIN_TOPIC, NEARLY = 0.5, 0.35
"""Share from which a topic is plain, and from which it is the likeliest of several: enough for a sure sight of a term."""
SURE = 0.75
_REACH = 60
"""Characters before a term in which somebody may be said to speak."""
# Words that somebody speaks on his own: "Norvia, he notes, | would trade the mill for the quay".
_IN_A_MOUTH = re.compile(r",\s+(?:he|she|they)\s+(?:also\s+)?[a-z]+,\s+$")


def presented_from(page: Page, term: RawTerm, *, in_company: bool) -> float:
    """How plain it must be what a sight is presented as."""
    if term.presented_as != "draft":
        return PLAIN_OTHER
    sure, plain = BESIDE
    beside = in_company and term.text_status == "in" and term.sure >= sure and thick_with_talks(page)
    return plain if beside and not _in_a_mouth(page, term) else PLAIN


def of_a_text(page: Page, term: RawTerm, *, plain_topic: bool) -> bool:
    """Whether a sight may be of a text: one is named near it, or the sight is plain and the report about talks."""
    if len(page.text) < SHORT or text_near(page, term.span):
        return True
    plain = term.sure >= OF_A_TEXT and term.presented_sure >= PLAIN and plain_topic
    return plain and thick_with_talks(page) and names_a_text(page)


def topic_is_plain(page: Page, term: RawTerm, share: float) -> bool:
    """Whether a topic with this share of all is plain enough for a sight to be stated with it."""
    sure = term.sure >= SURE and term.presented_sure >= PLAIN and thick_with_talks(page)
    return share >= (NEARLY if sure and text_near(page, term.span) else PLAIN_TOPIC)


def _in_a_mouth(page: Page, term: RawTerm) -> bool:
    return _IN_A_MOUTH.search(page.text, max(0, term.span.start - _REACH), term.span.start) is not None
