"""Which kinds of source are persons, and which of these a rule means: side by side, since they differ by one or two."""

from __future__ import annotations

from nonpaper.model.codes import SourceKind

IN_PUBLIC: frozenset[SourceKind] = frozenset({"on_record_principal", "on_record_spokesperson", "named_party_official"})
"""Persons who speak to the public under their name or office."""
UNNAMED: frozenset[SourceKind] = frozenset({"unnamed_official", "person_familiar"})
"""Persons who speak where nobody may say who they are."""
PERSONS: frozenset[SourceKind] = IN_PUBLIC | UNNAMED | {"analyst"}
"""Everybody who may be "he" or "she"."""
# Whether those familiar with a matter belong here no marked report tells: with them none is read otherwise.
INTERVIEWED: frozenset[SourceKind] = PERSONS - {"person_familiar"}
"""Persons with whom an interview goes on: "X told the Post that …. She added that …"."""
# A named official is told by the name, never by a noun. Nor are analysts here: with them, four sources in an invented
# article that are a named envoy's go to an expert or to nobody, and none is found that was not.
CALLED: frozenset[SourceKind] = UNNAMED | {"on_record_principal", "on_record_spokesperson"}
"""Persons whom a noun alone calls, so that "the official" or "he" may point back to them."""
