"""Whom a term serves of which neither the model nor the words beside a name have said it."""

from nonpaper.claims.provisions.roles.served.fill import with_served

__all__ = ["with_served"]
