"""How sure a sight of the model's is: what bears it out, and what speaks against it."""
