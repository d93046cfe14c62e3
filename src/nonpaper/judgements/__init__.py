"""What people decided: the corrections file, applied to readings; entries that no longer find their words."""
