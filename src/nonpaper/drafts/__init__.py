"""Terms of the same draft put together; separate origins counted."""
