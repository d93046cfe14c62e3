"""Why a term may be something else, in the words that are shown to a person."""

from __future__ import annotations

OTHER_TEXT = "may be a term of an earlier text"
WANTED = "may be what somebody wants, not the text"
NO_TEXT = "no text is named near these words"
UNLIKE = "what these words are presented as is not plain"
WEAK = "may not be a term"
NO_TOPIC = "the topic is not plain"
EXPECTED = "is what an analyst expects or advises, no party"
UNSEEN = "only the form of the words speaks for a term"
QUESTION = "stands in a question"
SPEAKERS_OWN = "may be a speaker's own words, not the text's"
TOO_LONG = "too long to be one term"
