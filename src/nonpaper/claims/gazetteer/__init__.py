"""The gazetteer: states, movements, groups, seats of government, persons, offices and outlets, as data files.

`mentions` finds what is known anywhere; what only one report explains (an invented state, a minister nobody
else names) is learned from that report by `claims.page.page_of`.
"""

from __future__ import annotations

from nonpaper.claims.gazetteer.lookup import mentions, outlet_of, outlets_in, party_of
from nonpaper.claims.gazetteer.mention import Mention, MentionKind, Role

__all__ = ["Mention", "MentionKind", "Role", "mentions", "outlet_of", "outlets_in", "party_of"]
