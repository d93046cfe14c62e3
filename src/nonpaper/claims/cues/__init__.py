"""Cue data that several finders share."""
