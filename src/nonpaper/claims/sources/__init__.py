"""From raw attributions to claims: kind and party of each source, carriers, tone, and what the model leaves out.

The model marks outermost attributions only, beliefs and wishes included; here they are told apart (`act`),
carriers are cut from sources (`via`), plain inner claims and hearsay are added, lists run on, pronouns resolved.
All rules are data or named patterns of this folder.
"""

from __future__ import annotations

from nonpaper.claims.sources.assemble import claims_of
from nonpaper.claims.sources.origins import origins_of

__all__ = ["claims_of", "origins_of"]
