"""Terms and stances as a model sees them: stretches, codes, and who belongs to what; the finders decide what to state."""

from nonpaper.claims.terms.records import Heads, RawCondition, RawStance, RawTerm, Shares

__all__ = ["Heads", "RawCondition", "RawStance", "RawTerm", "Shares"]
