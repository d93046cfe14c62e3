"""Sentences, tokens, quotation marks; knows characters, not negotiations."""
