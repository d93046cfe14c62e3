"""Who must deliver, who is served and who vouches: the parties of a term, by its words and by what the model sees."""
