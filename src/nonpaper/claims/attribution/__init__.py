"""Who said what: every attribution (source, cue, content) of a text, by a small tagger and two linkers."""

from __future__ import annotations

import os

# The linkers' products are small: threads of the linear algebra library only wait for one another there, which costs a
# third of the reader's speed. It takes effect where this comes before numpy's first import; a setting of the user's stays.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from nonpaper.claims.attribution.records import RawAttribution

__all__ = ["RawAttribution"]
