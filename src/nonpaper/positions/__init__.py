"""The party by provision matrix; own words and others' kept apart."""
